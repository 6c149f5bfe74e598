//! Collections of primitive values.

use std::{
    marker::PhantomData,
    ops::{Bound, RangeBounds},
    sync::Arc,
};

use super::Primitive;
use crate::{
    finding::{Hidden, values_are_hidden},
    node::{Document, Edited, Held, NodeKind, Value, step},
};

/// The values of a collection of primitive or enumeration values, read one by one.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::graph::{Call, Modality};
/// let call: Call = odatype::from_str(r#"{"requestedModalities":["audio"]}"#)?;
/// assert!(call.requested_modalities().iter().eq([Modality::Audio]));
/// assert!(call.requested_modalities().contains(&Modality::Audio));
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
pub struct Values<'a, P> {
    items: Items<'a>,
    value: PhantomData<fn() -> P>,
}

/// The items, where they are kept.
#[derive(Clone, Copy)]
enum Items<'a> {
    /// In a document: this many nodes, of which this is the first. A primitive value is one node.
    Nodes(&'a Arc<Document>, usize, usize),
    /// In a change.
    Changed(&'a [Edited]),
}

impl<'a> Items<'a> {
    fn of(value: Option<Value<'a>>) -> Self {
        match value.map(|value| value.0) {
            Some(Held::Node(document, at)) if document.node(at).kind == NodeKind::List => {
                let count = document.node(at).count();
                debug_assert_eq!(document.after(at), at + 1 + count, "a collection of primitive values");
                Self::Nodes(document, at + 1, count)
            }
            Some(Held::Changed(Edited::List(items))) => Self::Changed(items),
            // Absent, null, or of another shape.
            Some(Held::Node(..) | Held::Changed(_)) | None => Self::Changed(&[]),
        }
    }

    fn len(self) -> usize {
        match self {
            Self::Nodes(_, _, count) => count,
            Self::Changed(items) => items.len(),
        }
    }

    /// The items from `start` to `end`, which there are.
    fn slice(self, start: usize, end: usize) -> Self {
        match self {
            Self::Nodes(document, first, _) => Self::Nodes(document, first + start, end - start),
            Self::Changed(items) => Self::Changed(items.get(start..end).unwrap_or(&[])),
        }
    }

    #[inline]
    fn get(self, index: usize) -> Option<Value<'a>> {
        step();
        match self {
            Self::Nodes(document, first, count) => (index < count).then(|| Value(Held::Node(document, first + index))),
            Self::Changed(items) => items.get(index).map(|item| Value(Held::Changed(item))),
        }
    }
}

impl<'a, P: Primitive<'a>> Values<'a, P> {
    pub(super) fn new(value: Option<Value<'a>>) -> Self {
        Self { items: Items::of(value), value: PhantomData }
    }

    /// How many items there are, nulls among them; 0 if the collection is absent.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, found at once; `None` if it is null or there is none.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<P> {
        self.items.get(index).and_then(P::read)
    }

    /// The first item; `None` if it is null or there is none.
    #[must_use]
    pub fn first(&self) -> Option<P> {
        self.get(0)
    }

    /// The last item; `None` if it is null or there is none.
    #[must_use]
    pub fn last(&self) -> Option<P> {
        self.get(self.len().checked_sub(1)?)
    }

    /// Whether `item` is among the items.
    #[must_use]
    pub fn contains(&self, item: &P) -> bool
    where
        P: PartialEq,
    {
        self.iter().any(|own| own == *item)
    }

    /// The items in `range`, as far as there are so many.
    #[must_use]
    pub fn slice(&self, range: impl RangeBounds<usize>) -> Self {
        let len = self.len();
        let start = match range.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(last) => last.saturating_add(1),
            Bound::Excluded(end) => *end,
            Bound::Unbounded => len,
        };
        let start = start.min(len);
        Self { items: self.items.slice(start, end.clamp(start, len)), value: PhantomData }
    }

    /// The items that are not null.
    pub fn iter(&self) -> impl Iterator<Item = P> + use<'a, P> {
        self.nullable().flatten()
    }

    /// All items, nulls as `None`.
    pub fn nullable(&self) -> impl ExactSizeIterator<Item = Option<P>> + use<'a, P> {
        let items = self.items;
        (0..items.len()).map(move |index| items.get(index).and_then(P::read))
    }
}

impl<P> Clone for Values<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Values<'_, P> {}

impl<'a, P: Primitive<'a> + std::fmt::Debug> std::fmt::Debug for Values<'a, P> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if values_are_hidden() {
            return formatter.debug_list().entries((0..self.len()).map(|_| Hidden)).finish();
        }
        formatter.debug_list().entries(self.nullable()).finish()
    }
}

impl<'a, P: Primitive<'a> + 'a> IntoIterator for Values<'a, P> {
    type Item = P;
    type IntoIter = Box<dyn Iterator<Item = P> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}
