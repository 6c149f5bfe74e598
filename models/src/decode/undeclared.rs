//! Members that the object's type does not declare.

use std::{borrow::Cow, collections::HashSet};

use odatype_json::{Span, Text, unescape};

use super::{
    Decoder, Path, Step,
    current::{Current, Rare, TagState},
    narrow,
};
use crate::node::{ESCAPE, Node, NodeKind, UNDECLARED};

/// Of a name while its object is read: its value was checked.
pub(super) const CHECKED: u8 = 4;

/// Up to this many undeclared members of an object are compared name by name.
const FEW: usize = 16;

impl<'t> Decoder<'t> {
    /// A member that the type, as far as it is known, does not declare.
    pub(super) fn undeclared(&mut self, current: &mut Current<'t>, name: Text, path: &Path<'_>) -> Step<()> {
        let raw = self.reader.slice(name.span);
        current.undeclared += 1;
        if self.is_repeated(current, raw, name.escaped) {
            self.repeat(path, name.span);
        }
        let node = self.nodes.len();
        self.push_name(name);
        // Where no tag can make another type of the object any more, the value is checked while it is read.
        let is_settled = current.tag == TagState::Known || (current.tag == TagState::Awaited && current.ty.is_leaf());
        let span = if self.strict && is_settled {
            self.nodes[node].flags |= CHECKED;
            self.read_undeclared(current.ty, node, path)?
        } else {
            self.skip(path)?
        };
        self.push_undeclared(span);
        Ok(())
    }

    #[inline]
    pub(super) fn push_name(&mut self, name: Text) {
        let (a, b) = (narrow(name.span.start), narrow(name.span.end));
        let flags = if name.escaped { ESCAPE } else { 0 };
        self.nodes.push(Node { kind: NodeKind::Name, flags, slot: UNDECLARED, a, b });
    }

    /// The value of a member whose name was pushed: no declared member's, whatever that is looked up by.
    #[inline]
    pub(super) fn push_undeclared(&mut self, span: Span) {
        self.push(NodeKind::Raw, UNDECLARED, span.start, span.end);
    }

    /// Whether the object had an undeclared member of this name; notes the name.
    fn is_repeated(&mut self, current: &mut Current<'t>, raw: &'t str, escaped: bool) -> bool {
        if let Some(Rare { names: Some(names), .. }) = current.rare() {
            return !names.insert(unescape(raw));
        }
        if current.undeclared > FEW {
            let mut names: HashSet<_> = self.undeclared_names(current.at).map(unescape).collect();
            let repeated = !names.insert(unescape(raw));
            current.make_rare().names = Some(names);
            return repeated;
        }
        if current.names.is_new(raw, escaped) {
            return false;
        }
        self.undeclared_names(current.at)
            .any(|other| other == raw || ((escaped || other.contains('\\')) && unescape(other) == unescape(raw)))
    }

    /// The raw names of the undeclared members, so far, of the object at `at`.
    fn undeclared_names(&self, at: usize) -> impl Iterator<Item = &'t str> + '_ {
        let text = self.reader.text();
        self.names_of(at).map(move |name| {
            let span = self.span_of(name);
            text.get(span.start..span.end).unwrap_or("")
        })
    }

    /// The name whose node is at `at`.
    pub(super) fn name_at(&self, at: usize) -> Cow<'t, str> {
        let raw = self.reader.slice(self.span_of(at));
        if self.nodes[at].flags & ESCAPE == 0 { Cow::Borrowed(raw) } else { unescape(raw) }
    }

    /// The part of the text that the node at `at`, a name or a raw value, points at.
    pub(super) fn span_of(&self, at: usize) -> Span {
        let Node { a, b, .. } = self.nodes[at];
        Span { start: a as usize, end: b as usize }
    }

    /// The [`NodeKind::Name`] nodes of the object at `at`, whose end is not known yet.
    pub(super) fn names_of(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.next_name(at + 1), |name| self.next_name(self.after(*name)))
    }

    /// The first [`NodeKind::Name`] node of the object that is read from `next` on, which is one of its members.
    pub(super) fn next_name(&self, mut next: usize) -> Option<usize> {
        while self.nodes.get(next)?.kind != NodeKind::Name {
            next = self.after(next);
        }
        Some(next)
    }

    /// The node after the one at `at`, members and items passed over.
    pub(super) fn after(&self, at: usize) -> usize {
        self.nodes[at].end(at)
    }
}
