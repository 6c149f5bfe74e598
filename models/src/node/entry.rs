//! The entries of a document's flat list: nodes, and what they are.

use crate::finding::narrow;

/// What a node is. The comments say what the node's `a` and `b` are.
///
/// In this order, so that it takes one comparison to tell what has others in it, or is no member by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// Start and end, as of `False` and `True`.
    Null,
    False,
    True,
    /// Start and end of the number's text.
    Number,
    /// Start and end of the text; the flag [`ESCAPE`] says that it must be escaped to be written.
    Text,
    /// Start and end of any JSON text, kept as it is.
    Raw,
    /// The type's index with [hints](Node::hints) of what is there, and the node after the object's last. Its members
    /// follow.
    Object,
    /// Like [`NodeKind::Object`], of an object whose type is unknown or does not belong there: the declared type's
    /// index.
    Foreign,
    /// How many items, and the node after the last. Its items follow.
    List,
    /// Nothing; `b` is where to go on.
    Skip,
    /// Start and end of the tag, as it stands between its quotes; the flag [`SHORT`] tells which of its names it has.
    Tag,
    /// Start and end of the name, as it stands between its quotes, of the undeclared member whose value follows.
    Name,
}

/// Of a text: it must be escaped when it is written. Of a name or a tag: there are escapes in it.
pub(crate) const ESCAPE: u8 = 1;
/// Of an object: its tag is not its first member.
pub(crate) const LATE_TAG: u8 = 2;
/// Of an object: each node in it is a member, but for values of [undeclared](UNDECLARED) ones, and they are few. So
/// members are found without a look at what they are.
pub(crate) const FLAT: u8 = 8;

/// How many nodes are few.
pub(crate) const FLAT_MOST: usize = 64;

/// Of a tag: it has the second of [`TAG_NAMES`].
pub(crate) const SHORT: u8 = 16;

/// The slot of what is no declared member's value, though it stands among an object's members: no property has it.
pub(crate) const UNDECLARED: u16 = u16::MAX;

/// The names that a tag may have.
pub(crate) use odatype_table::name::TAGS as TAG_NAMES;

/// Which of [`TAG_NAMES`] a tag has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagName {
    /// `@odata.type`.
    Long,
    /// `@type`.
    Short,
}

impl TagName {
    /// The one that `name` is.
    #[inline]
    pub(crate) fn of(name: &str) -> Option<Self> {
        [Self::Long, Self::Short].into_iter().find(|tag| tag.as_str() == name)
    }

    #[inline]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Long => TAG_NAMES[0],
            Self::Short => TAG_NAMES[1],
        }
    }
}

/// One entry of a document's flat list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) kind: NodeKind,
    pub(crate) flags: u8,
    pub(crate) slot: u16,
    pub(crate) a: u32,
    pub(crate) b: u32,
}

impl Node {
    /// Of an object: its type's index. Of what stands in the place of one: that of the type which is declared there.
    #[expect(clippy::cast_possible_truncation, reason = "the decoder widened it")]
    #[inline]
    pub(crate) fn type_index(self) -> u16 {
        if self.is_object() { self.a as u16 } else { self.slot }
    }

    /// What an object of the type at `index` has in its node, with its [hints](Self::hints).
    #[inline]
    pub(crate) fn object(index: u16, hints: u16) -> u32 {
        u32::from(hints) << 16 | u32::from(index)
    }

    /// Of an object: a bit for each sixteenth slot that has a member.
    #[inline]
    pub(crate) fn hints(self) -> u16 {
        if self.is_object() { (self.a >> 16) as u16 } else { 0 }
    }

    /// A skip to the node at `to`.
    #[inline]
    pub(crate) fn skip(to: usize) -> Self {
        Self { kind: NodeKind::Skip, flags: 0, slot: UNDECLARED, a: 0, b: narrow(to) }
    }

    /// Of a value or a skip at `at`: the node after it, with what is in it passed over.
    #[inline]
    pub(crate) fn end(self, at: usize) -> usize {
        match self.kind {
            NodeKind::Object | NodeKind::Foreign | NodeKind::List | NodeKind::Skip => self.b as usize,
            _ => at + 1,
        }
    }

    /// Of a tag: which name it has.
    #[inline]
    pub(crate) fn tag_name(self) -> TagName {
        if self.flags & SHORT == 0 { TagName::Long } else { TagName::Short }
    }

    /// Of a list: how many items it has.
    #[inline]
    pub(crate) fn count(self) -> usize {
        self.a as usize
    }

    /// Whether it is the value of a declared member, if it is what a member begins with.
    #[inline]
    pub(super) fn is_declared(self) -> bool {
        self.slot != UNDECLARED
    }

    #[inline]
    pub(crate) fn is_object(self) -> bool {
        matches!(self.kind, NodeKind::Object | NodeKind::Foreign)
    }
}
