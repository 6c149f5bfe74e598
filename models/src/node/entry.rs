//! The entries of a document's flat list: nodes, and what they are.

/// What a node is. The comments say what the node's `a` and `b` are.
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
    /// The type's index with [hints](Node::hints) of what is there, and the node after the object's last. Its members follow.
    Object,
    /// Like [`NodeKind::Object`], of an object whose type is unknown or does not belong there: the declared type's index.
    Foreign,
    /// How many items, and the node after the last. Its items follow.
    List,
    /// Start and end of any JSON text, kept as it is.
    Raw,
    /// Start and end of the name, as it stands between its quotes, of the undeclared member whose value follows.
    Name,
    /// Start and end of the tag, as it stands between its quotes; the slot tells which spelling of its name it has.
    Tag,
    /// Nothing; `b` is where to go on.
    Skip,
}

/// Of a text: it must be escaped when it is written. Of a name or a tag: there are escapes in it.
pub(crate) const ESCAPE: u8 = 1;
/// The object's tag is not its first member.
pub(crate) const LATE_TAG: u8 = 2;

/// The names that a tag may have; a tag node's slot is an index into this.
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
        if self.slot == 0 { TagName::Long } else { TagName::Short }
    }

    /// Of a list: how many items it has.
    #[inline]
    pub(crate) fn count(self) -> usize {
        self.a as usize
    }

    /// Whether it is the value of a declared member, if it is what a member begins with.
    #[inline]
    pub(super) fn is_declared(self) -> bool {
        !matches!(self.kind, NodeKind::Name | NodeKind::Tag | NodeKind::Skip)
    }

    #[inline]
    pub(crate) fn is_object(self) -> bool {
        matches!(self.kind, NodeKind::Object | NodeKind::Foreign)
    }
}
