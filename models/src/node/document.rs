//! A decoded document: its text once, and what is where in it.

use std::sync::Arc;

use super::{
    entry::{LATE_TAG, Node, NodeKind},
    steps::step,
};
use crate::{
    finding::narrow,
    table::{Schema, Tables, Type},
};

/// A document, immutable once decoded.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) text: Box<str>,
    /// How much of the text is the first node's value as it would be written; 0 if that is to be written otherwise.
    pub(crate) as_written: usize,
    pub(crate) nodes: Vec<Node>,
    pub(crate) schema: &'static Schema,
    /// Of that schema.
    pub(crate) tables: &'static Tables,
}

impl Document {
    pub(crate) fn new(text: Box<str>, as_written: usize, nodes: Vec<Node>, schema: &'static Schema) -> Self {
        Self { text, as_written, nodes, schema, tables: schema.tables() }
    }

    /// An object without members of each type, at the type's index; of an abstract one, what is of no known type.
    pub(crate) fn nothing(schema: &'static Schema) -> Arc<Self> {
        match schema.beside(|schema| Arc::new(Self::of_nothing(schema))) {
            Some(document) => Arc::clone(document),
            None => Arc::new(Self::of_nothing(schema)),
        }
    }

    fn of_nothing(schema: &'static Schema) -> Self {
        let node = |at: usize, ty: &Type| {
            let kind = if ty.is_abstract { NodeKind::Foreign } else { NodeKind::Object };
            Node { kind, flags: 0, slot: 0, a: Node::object(ty.index, 0), b: narrow(at + 1) }
        };
        let nodes = schema.tables().types.iter().enumerate().map(|(at, ty)| node(at, ty)).collect();
        Self::new(Box::default(), 0, nodes, schema)
    }

    /// Whether it is [`Self::nothing`]: whatever is decoded has a text.
    #[inline]
    pub(crate) fn is_nothing(&self) -> bool {
        self.text.is_empty()
    }

    #[inline]
    pub(crate) fn node(&self, at: usize) -> Node {
        self.nodes[at]
    }

    /// The part of the text that `node` points at.
    #[inline]
    pub(crate) fn text_of(&self, node: Node) -> &str {
        self.text.get(node.a as usize..node.b as usize).unwrap_or("")
    }

    /// The type of `node`, an object; of a foreign one, or of what is none, the declared type.
    #[inline]
    pub(crate) fn ty(&self, node: Node) -> &'static Type {
        self.tables.get(node.type_index())
    }

    /// Where the text of the value at `at` ends, if it starts where the whole text does and is as it would be written.
    pub(crate) fn written(&self, at: usize) -> Option<usize> {
        (at == 0 && self.as_written > 0).then_some(self.as_written)
    }

    /// The part of the text that `node`, a name or a string without escapes, points at, with its quotes.
    #[inline]
    pub(crate) fn quoted(&self, node: Node) -> &str {
        self.text.get((node.a as usize).wrapping_sub(1)..node.b as usize + 1).unwrap_or("\"\"")
    }

    /// The node after the value at `at`, its members or items passed over.
    #[inline]
    pub(crate) fn after(&self, at: usize) -> usize {
        self.node(at).end(at)
    }

    /// The node after the member that `node`, at `head`, heads, or after a skip: its name and its value passed over.
    #[inline]
    pub(super) fn next_head(&self, head: usize, node: Node) -> usize {
        // A value that was decoded before its type was known and then kept as text has a skip after it.
        if node.kind == NodeKind::Name { self.after(head + 1) } else { node.end(head) }
    }

    /// The members of the object at `at`: for each the node that heads it ([`NodeKind::Name`], [`NodeKind::Tag`], or
    /// its value with its slot) and the node of its value.
    pub(crate) fn members(&self, at: usize) -> Members<'_> {
        let node = self.node(at);
        let end = match node.kind {
            NodeKind::Object | NodeKind::Foreign => node.b as usize,
            _ => at + 1,
        };
        Members { document: self, at: at + 1, end }
    }

    /// The declared members of the object at `at`: for each its slot, and where it is.
    #[inline]
    pub(crate) fn declared(&self, at: usize) -> impl Iterator<Item = (u16, usize)> + '_ {
        self.members(at).filter_map(|(head, _)| {
            let node = self.node(head);
            node.is_declared().then_some((node.slot, head))
        })
    }

    /// Whether the object at `at` has a tag, which is a string.
    pub(crate) fn has_tag(&self, at: usize) -> bool {
        self.node(at).flags & LATE_TAG != 0
            || self.nodes.get(at + 1).is_some_and(|node| node.kind == NodeKind::Tag) && self.after(at) > at + 1
    }

    /// The tag of the object at `at`.
    pub(crate) fn tag(&self, at: usize) -> Option<Node> {
        self.tag_at(at).map(|(_, node)| node)
    }

    /// The tag of the object at `at`, and where it is.
    pub(crate) fn tag_at(&self, at: usize) -> Option<(usize, Node)> {
        self.members(at).map(|(head, _)| (head, self.node(head))).find(|(_, node)| node.kind == NodeKind::Tag)
    }

    /// How many items the list at `at` has.
    pub(crate) fn count(&self, at: usize) -> usize {
        let node = self.node(at);
        if node.kind == NodeKind::List { node.count() } else { 0 }
    }

    /// The items of the list at `at`.
    pub(crate) fn items(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let node = self.node(at);
        let end = if node.kind == NodeKind::List { node.b as usize } else { at + 1 };
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let item = next;
            step();
            (item < end).then(|| {
                next = self.after(item);
                item
            })
        })
    }
}

/// See [`Document::members`].
pub(crate) struct Members<'d> {
    document: &'d Document,
    at: usize,
    end: usize,
}

impl Iterator for Members<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        while self.at < self.end {
            step();
            let head = self.at;
            let node = self.document.node(head);
            self.at = self.document.next_head(head, node);
            match node.kind {
                NodeKind::Skip => {}
                NodeKind::Name => return Some((head, head + 1)),
                _ => return Some((head, head)),
            }
        }
        None
    }
}
