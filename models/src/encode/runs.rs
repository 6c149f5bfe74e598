//! From nodes to JSON text: what is written as it was read is copied in runs, as long as they go.

use super::text::{as_text, string};
use crate::{
    node::{Document, ESCAPE, LATE_TAG, Node, NodeKind, TagName},
    table::Type,
};

/// How members begin whose names are [`crate::node::TAG_NAMES`].
pub(super) const TAG_KEYS: [&[u8]; 2] = [b",\"@odata.type\":", b",\"@type\":"];

/// The value at `at` as JSON text.
pub(crate) fn node_text(document: &Document, at: usize) -> String {
    let mut out = Vec::new();
    let mut runs = Runs::new(document, &mut out);
    runs.value(at);
    runs.flushed();
    as_text(out)
}

/// Writes nodes of a document.
///
/// A run of the document's text is pending: it is written when something must be written that does not follow it there.
pub(super) struct Runs<'d, 'o> {
    document: &'d Document,
    text: &'d [u8],
    /// Where the pending run starts; means nothing if none is.
    from: usize,
    /// Where it ends.
    to: End,
    out: &'o mut Vec<u8>,
}

/// Where the pending run ends, if one is pending: an `Option` that takes no more than the number, and of which the text
/// has nothing where none is.
#[derive(Clone, Copy, PartialEq, Eq)]
struct End(usize);

impl End {
    /// Nothing is pending. No text is as long.
    const NONE: Self = Self(usize::MAX);

    /// Whether `byte` follows the run in `text`.
    #[inline]
    fn is_followed_by(self, text: &[u8], byte: u8) -> bool {
        text.get(self.0) == Some(&byte)
    }

    /// The run's last byte.
    #[inline]
    fn last(self, text: &[u8]) -> Option<&u8> {
        text.get(self.0.wrapping_sub(1))
    }

    /// What of `text` follows the run.
    #[inline]
    fn rest(self, text: &[u8]) -> Option<&[u8]> {
        text.get(self.0..)
    }
}

impl<'d, 'o> Runs<'d, 'o> {
    pub(super) fn new(document: &'d Document, out: &'o mut Vec<u8>) -> Self {
        Self { document, text: document.text.as_bytes(), from: 0, to: End::NONE, out }
    }

    /// All that was written, to write something else after it.
    #[inline]
    pub(super) fn flushed(&mut self) -> &mut Vec<u8> {
        if self.to != End::NONE {
            self.out.extend_from_slice(self.text.get(self.from..self.to.0).unwrap_or(b""));
            self.to = End::NONE;
        }
        self.out
    }

    /// The member that `head` heads, of an object of type `ty`, with its name; its value is at `value`.
    #[inline]
    pub(super) fn member(&mut self, ty: &Type, head: usize, value: usize) {
        let node = self.document.node(head);
        match node.kind {
            NodeKind::Tag => self.tag(node),
            NodeKind::Name => {
                self.separate();
                self.range(node.a as usize - 1, node.b as usize + 1);
                self.byte(b':');
                self.value(value);
            }
            _ => {
                let Some(property) = ty.properties().get(usize::from(node.slot)) else { return };
                let key = property.key.as_bytes();
                match node.kind {
                    // Most members are strings, which need no call of their own.
                    NodeKind::Text if node.flags & ESCAPE == 0 => {
                        self.key(key, node.a as usize - 1);
                        self.to = End(node.b as usize + 1);
                    }
                    NodeKind::Object | NodeKind::Foreign | NodeKind::List | NodeKind::Text => {
                        self.key_as_text(key);
                        self.value(head);
                    }
                    _ => {
                        self.key(key, node.a as usize);
                        self.to = End(node.b as usize);
                    }
                }
            }
        }
    }

    /// The value at `at`, before which nothing was written: all at once, if its text is known to be as it is written.
    pub(super) fn whole(&mut self, at: usize) {
        match self.document.written(at) {
            Some(end) => self.range(0, end),
            None => self.value(at),
        }
    }

    /// The value at `at`.
    pub(super) fn value(&mut self, at: usize) {
        let document = self.document;
        let node = document.node(at);
        let (start, end) = (node.a as usize, node.b as usize);
        match node.kind {
            NodeKind::Null | NodeKind::True | NodeKind::False | NodeKind::Number | NodeKind::Raw => {
                self.range(start, end);
            }
            NodeKind::Text if node.flags & ESCAPE == 0 => self.range(start - 1, end + 1),
            NodeKind::Text => string(document.text_of(node), self.flushed()),
            NodeKind::List => {
                self.byte(b'[');
                for (place, item) in document.items(at).enumerate() {
                    if place > 0 {
                        self.byte(b',');
                    }
                    self.value(item);
                }
                self.byte(b']');
            }
            NodeKind::Object | NodeKind::Foreign => self.object(at, node),
            // These head members or hide them; none is a value.
            NodeKind::Name | NodeKind::Tag | NodeKind::Skip => {}
        }
    }

    fn object(&mut self, at: usize, node: Node) {
        let document = self.document;
        let ty = document.ty(node);
        self.byte(b'{');
        if node.flags & LATE_TAG != 0 {
            self.read_tag(at);
        }
        for (head, value) in document.members(at) {
            if node.flags & LATE_TAG == 0 || document.node(head).kind != NodeKind::Tag {
                self.member(ty, head, value);
            }
        }
        self.byte(b'}');
    }

    /// The tag of the object at `at`, which has one.
    pub(super) fn read_tag(&mut self, at: usize) {
        if let Some(node) = self.document.tag(at) {
            self.tag(node);
        }
    }

    fn tag(&mut self, node: Node) {
        self.key(TAG_KEYS[usize::from(node.tag_name() == TagName::Short)], node.a as usize - 1);
        self.to = End(node.b as usize + 1);
    }

    /// The text between `start` and `end`.
    #[inline]
    fn range(&mut self, start: usize, end: usize) {
        if End(start) != self.to {
            self.flushed();
            self.from = start;
        }
        self.to = End(end);
    }

    /// One byte that is no part of a name or value.
    #[inline]
    fn byte(&mut self, byte: u8) {
        if self.to.is_followed_by(self.text, byte) {
            self.to.0 += 1;
        } else {
            self.flushed().push(byte);
        }
    }

    /// The beginning `key` of a member, the value of which starts at `start`, where something is pending after this.
    #[inline]
    fn key(&mut self, key: &[u8], start: usize) {
        let key = self.after_last(key);
        // What stands between two values has the tokens that are written between them. In as many bytes there is room
        // for nothing else: neither for white space nor for escapes that the name does not need.
        if start.checked_sub(key.len()).map(End) != Some(self.to) {
            self.flushed().extend_from_slice(key);
            self.from = start;
        }
    }

    /// The same before a value whose start is not known.
    fn key_as_text(&mut self, key: &[u8]) {
        let key = self.after_last(key);
        if self.to.rest(self.text).is_some_and(|rest| rest.starts_with(key)) {
            self.to.0 += key.len();
        } else {
            self.flushed().extend_from_slice(key);
        }
    }

    /// `key` without its comma if the object has only begun.
    #[inline]
    fn after_last<'k>(&self, key: &'k [u8]) -> &'k [u8] {
        if self.last() == Some(b'{') { key.get(1..).unwrap_or(key) } else { key }
    }

    #[inline]
    fn separate(&mut self) {
        if self.last() != Some(b'{') {
            self.byte(b',');
        }
    }

    #[inline]
    fn last(&self) -> Option<u8> {
        match self.to.last(self.text) {
            Some(byte) => Some(*byte),
            None => self.out.last().copied(),
        }
    }
}
