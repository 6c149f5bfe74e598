//! Collections of primitive values.

use std::marker::PhantomData;

use super::Primitive;
use crate::node::{Edited, Held, NodeKind, Value};

/// The values of a collection of primitive or enumeration values, read one by one.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::graph::{Call, Modality};
/// let call: Call = odatype::from_str(r#"{"requestedModalities":["audio"]}"#)?;
/// assert!(call.requested_modalities().iter().eq([Modality::Audio]));
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
pub struct Values<'a, P> {
    value: Option<Value<'a>>,
    item: PhantomData<fn() -> P>,
}

impl<'a, P: Primitive<'a>> Values<'a, P> {
    pub(super) fn new(value: Option<Value<'a>>) -> Self {
        Self { value, item: PhantomData }
    }

    /// How many items there are, nulls among them; 0 if the collection is absent.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items().count()
    }

    /// Whether there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items().next().is_none()
    }

    /// The item at `index`; `None` if it is null or there is none.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<P> {
        self.items().nth(index).and_then(P::read)
    }

    /// The items that are not null.
    pub fn iter(&self) -> impl Iterator<Item = P> + use<'a, P> {
        self.items().filter_map(P::read)
    }

    /// All items, nulls as `None`.
    pub fn nullable(&self) -> impl Iterator<Item = Option<P>> + use<'a, P> {
        self.items().map(P::read)
    }

    fn items(&self) -> impl Iterator<Item = Value<'a>> + use<'a, P> {
        let (document, at, list): (_, _, &'a [Edited]) = match self.value.map(|value| value.0) {
            Some(Held::Node(document, at)) if document.node(at).kind == NodeKind::List => (Some(document), at, &[]),
            Some(Held::Changed(Edited::List(items))) => (None, 0, items),
            _ => (None, 0, &[]),
        };
        let nodes = document
            .into_iter()
            .flat_map(move |document| document.items(at).map(move |item| Value(Held::Node(document, item))));
        nodes.chain(list.iter().map(|item| Value(Held::Changed(item))))
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
