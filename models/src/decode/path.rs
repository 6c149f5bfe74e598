//! Where the decoder is, for findings: a list on the stack, read only when something is found.

use std::fmt::Write as _;

use crate::error::Finding;

/// A step from a value into a member or item of it.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    segment: Segment<'p>,
    type_name: &'static str,
}

#[derive(Clone, Copy)]
enum Segment<'p> {
    Root,
    /// A member's name, as it stands between its quotes.
    Member(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    pub(super) fn root(type_name: &'static str) -> Self {
        Self { parent: None, segment: Segment::Root, type_name }
    }

    /// The member whose raw name is `name`, of an object of the type `type_name`.
    #[inline]
    pub(super) fn member(&'p self, name: &'p str, type_name: &'static str) -> Self {
        Self { parent: Some(self), segment: Segment::Member(name), type_name }
    }

    /// Another member of the same object.
    pub(super) fn sibling(&self, name: &'p str, type_name: &'static str) -> Self {
        Self { parent: self.parent, segment: Segment::Member(name), type_name }
    }

    /// Whether this is an item of an array.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.segment, Segment::Index(_))
    }

    #[inline]
    pub(super) fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), segment: Segment::Index(index), type_name: self.type_name }
    }

    #[cold]
    pub(super) fn finding(&self, expected: &str, found: &str) -> Finding {
        let (expected, found) = (expected.to_owned(), found.to_owned());
        Finding { pointer: self.pointer(), type_name: self.type_name, expected, found }
    }

    /// About how long the JSON pointer is.
    pub(super) fn length(&self) -> usize {
        let own = match self.segment {
            Segment::Root => 0,
            Segment::Member(name) => name.len() + 1,
            Segment::Index(_) => 8,
        };
        own + self.parent.map_or(0, Path::length)
    }

    /// The JSON pointer. Source: RFC 6901.
    fn pointer(&self) -> String {
        let mut pointer = self.parent.map_or_else(String::new, Path::pointer);
        match self.segment {
            Segment::Root => {}
            Segment::Member(name) => {
                pointer.push('/');
                pointer.push_str(&odatype_json::unescape(name).replace('~', "~0").replace('/', "~1"));
            }
            Segment::Index(index) => {
                let _ = write!(pointer, "/{index}");
            }
        }
        pointer
    }
}
