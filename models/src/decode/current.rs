//! What the decoder keeps of an object while it reads its members.

use std::{borrow::Cow, collections::HashSet};

use crate::{
    finding::Notes,
    table::{Turn, Type},
};

/// What is known of the object that is being read.
pub(super) struct Current<'t> {
    /// Its node.
    pub(super) at: usize,
    /// Where it starts in the text.
    pub(super) start: usize,
    /// The type that its place declares.
    pub(super) declared: &'static Type,
    /// The type it is read as: declared, and more once its tag is known.
    pub(super) ty: &'static Type,
    pub(super) tag: TagState,
    /// Whether the tag is known to be spelled as the type's own, under its first name.
    pub(super) is_exact: bool,
    /// Which spellings of the tag's name were there.
    pub(super) spellings: [bool; 2],
    pub(super) seen: Seen,
    /// How many undeclared members there are.
    pub(super) undeclared: usize,
    /// What is known of their names.
    pub(super) names: NameBits,
    /// Which members were decoded early.
    pub(super) early: Seen,
    /// After which of them.
    pub(super) early_turn: Turn,
    rare: Option<Box<Rare<'t>>>,
}

/// What few objects need.
#[derive(Default)]
pub(super) struct Rare<'t> {
    /// That the tag is no string, or there twice, which not even a foreign object may have.
    pub(super) bad_tag: Notes,
    /// The names of the undeclared members when they are many.
    pub(super) names: Option<HashSet<Cow<'t, str>>>,
    /// The type that a tag yet to come names, once that was asked for.
    pub(super) ahead: Option<&'static Type>,
    /// What was found in the members that were decoded early, by their name's node.
    pub(super) early_findings: Vec<(usize, Notes)>,
}

/// Whether the object's tag has come, and what it said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TagState {
    Awaited,
    Known,
    /// It names no type that may stand here.
    Foreign,
}

impl<'t> Current<'t> {
    /// The object whose node is `at` and whose text begins at `start`, in a place for `declared`.
    #[inline]
    pub(super) fn new(at: usize, start: usize, declared: &'static Type) -> Self {
        Self {
            at,
            start,
            declared,
            ty: declared,
            tag: TagState::Awaited,
            is_exact: false,
            spellings: [false; 2],
            seen: Seen::default(),
            undeclared: 0,
            names: NameBits::default(),
            early: Seen::default(),
            early_turn: Turn::FIRST,
            rare: None,
        }
    }

    /// What few objects need, if this one did.
    #[inline]
    pub(super) fn rare(&mut self) -> Option<&mut Rare<'t>> {
        self.rare.as_deref_mut()
    }

    /// What few objects need.
    #[cold]
    pub(super) fn make_rare(&mut self) -> &mut Rare<'t> {
        self.rare.get_or_insert_default()
    }
}

/// A bit for each sixty-fourth name: most that come are known to be new by this.
#[derive(Default)]
pub(super) struct NameBits(u64);

impl NameBits {
    /// Whether surely no other is called `raw`, which is noted.
    #[inline]
    pub(super) fn is_new(&mut self, raw: &str, escaped: bool) -> bool {
        // What is written with escapes may be any.
        let bit = match raw.as_bytes() {
            [first, .., last] if !escaped => {
                1 << ((raw.len() + 5 * usize::from(*first) + 11 * usize::from(*last)) % 64)
            }
            _ => u64::MAX,
        };
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new
    }
}

/// The slots that had a member.
#[derive(Default)]
pub(super) struct Seen {
    first: [u64; 2],
    rest: Option<Box<[u64]>>,
}

impl Seen {
    /// Marks `slot`; `false` if it was marked.
    #[inline]
    pub(super) fn insert(&mut self, slot: usize) -> bool {
        match self.first.get_mut(slot / 64) {
            Some(word) => mark(word, slot),
            None => self.insert_far(slot),
        }
    }

    #[inline(never)]
    fn insert_far(&mut self, slot: usize) -> bool {
        let word = slot / 64 - self.first.len();
        let mut rest = self.rest.take().map_or_else(Vec::new, Vec::from);
        if rest.len() <= word {
            rest.resize(word + 1, 0);
        }
        let new = mark(&mut rest[word], slot);
        self.rest = Some(rest.into());
        new
    }

    /// For each sixteenth slot, whether one of them is marked.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "all of it was put into that part")]
    pub(super) fn hints(&self) -> u16 {
        let [first, second] = self.first;
        let mut hints = first | second;
        hints |= hints >> 32;
        hints |= hints >> 16;
        if self.rest.is_some() { u16::MAX } else { hints as u16 }
    }

    /// Whether no slot is marked.
    pub(super) fn is_empty(&self) -> bool {
        self.first == [0; 2] && self.rest.is_none()
    }

    pub(super) fn contains(&self, slot: usize) -> bool {
        let word = slot / 64;
        let rest = self.rest.as_deref().unwrap_or(&[]);
        let word = self.first.get(word).or_else(|| rest.get(word - self.first.len()));
        word.is_some_and(|word| word & (1 << (slot % 64)) != 0)
    }
}

/// Marks `slot` in the word that is its; `false` if it was marked.
#[inline]
fn mark(word: &mut u64, slot: usize) -> bool {
    let bit = 1 << (slot % 64);
    let new = *word & bit == 0;
    *word |= bit;
    new
}
