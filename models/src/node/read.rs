//! An object as it was read.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use odatype_kept::Kept;

use super::{
    asked::Asked,
    document::Document,
    entry::{FLAT, Node},
    places::Places,
    steps::step,
};
use crate::table::TypeId;

/// After this many declared members were looked through for one, the places of all are noted when the next is asked
/// for.
const FEW: usize = 8;

/// One object of a document, and what was asked of it.
pub(super) struct Read {
    /// The document in which the object was decoded; of one that was not, the document of all that are nothing yet.
    document: Arc<Document>,
    /// Typed values of members that were asked for; until something is changed, where members are too.
    kept: Kept,
    /// Which node of the document it is.
    at: u32,
    /// A bit for each sixteenth slot that may have a member: most that are asked for and are not there are known by
    /// this.
    hints: u16,
    /// Whether many members were looked through for one.
    is_wide: AtomicBool,
    /// Whether it is an object, or stands in the place of one. That a `bool` has values to spare leaves room for a
    /// record to say whether it was changed.
    is_object: bool,
}

impl Read {
    /// The value at `at`, of which nothing was asked.
    #[expect(clippy::cast_possible_truncation, reason = "a document has at most as many nodes as bytes: 4 GiB")]
    #[inline]
    pub(super) fn new(document: Arc<Document>, at: usize) -> Self {
        let node = document.node(at);
        Self {
            kept: Kept::default(),
            at: at as u32,
            hints: node.hints(),
            is_wide: AtomicBool::new(false),
            is_object: node.is_object(),
            document,
        }
    }

    /// The same object, of which nothing was asked.
    pub(super) fn anew(&self) -> Self {
        Self::new(Arc::clone(&self.document), self.at as usize)
    }

    /// Forgets the values that were asked of it, if the value of the member at `slot` was, which nobody can ask for any
    /// more.
    pub(super) fn forget(&mut self, slot: u16) {
        if self.kept.has(Asked::Slot(slot).number()) {
            self.kept = Kept::default();
        }
    }

    pub(super) fn type_id(&self) -> TypeId {
        TypeId { schema: self.document.schema, index: self.node().type_index() }
    }

    pub(super) fn document(&self) -> &Arc<Document> {
        &self.document
    }

    pub(super) fn is_object(&self) -> bool {
        self.is_object
    }

    pub(super) fn node(&self) -> Node {
        self.document.node(self.at as usize)
    }

    /// Which node it is, of which document.
    #[inline]
    pub(super) fn place(&self) -> (&Arc<Document>, usize) {
        (&self.document, self.at as usize)
    }

    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Where the declared member at `slot` is; where many are is kept in `noted`.
    #[inline]
    pub(super) fn find(&self, slot: u16, noted: &Kept) -> Option<usize> {
        if self.hints >> (slot % 16) & 1 == 0 {
            return None;
        }
        self.look(slot, noted)
    }

    #[inline(never)]
    fn look(&self, slot: u16, noted: &Kept) -> Option<usize> {
        if self.is_wide.load(Relaxed) {
            return self.find_noted(slot, noted);
        }
        let (document, at) = self.place();
        let object = document.node(at);
        if object.flags & FLAT != 0 {
            let members = document.nodes.get(at + 1..object.b as usize)?;
            return Some(at + 1 + place(members, slot)?);
        }
        // What stands before the object's end.
        let nodes = document.nodes.get(..document.after(at))?;
        let (mut next, mut count) = (at + 1, 0);
        while let Some(&node) = nodes.get(next) {
            step();
            if node.slot == slot {
                return Some(next);
            }
            count += 1;
            if count == FEW {
                self.note_wide();
            }
            next = document.next_head(next, node);
        }
        None
    }

    #[cold]
    fn note_wide(&self) {
        self.is_wide.store(true, Relaxed);
    }

    /// The same, by where all of them were noted to be.
    #[inline(never)]
    fn find_noted(&self, slot: u16, noted: &Kept) -> Option<usize> {
        let (document, at) = self.place();
        Some(at + noted.get(Asked::Places.number(), || Places::of(document, at))?.get(slot)?)
    }
}

/// Which of the members has that slot. Four at a time they take half as long.
#[inline]
fn place(members: &[Node], slot: u16) -> Option<usize> {
    let is_it = |node: &Node| {
        step();
        node.slot == slot
    };
    let (fours, rest) = members.as_chunks::<4>();
    let in_fours = fours.iter().enumerate().find_map(|(before, four)| Some(4 * before + four.iter().position(is_it)?));
    in_fours.or_else(|| Some(4 * fours.len() + rest.iter().position(is_it)?))
}
