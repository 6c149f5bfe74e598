//! Reading members as what they are in Rust.

use super::{OneOrMany, Primitive, Structured, Values};
use crate::{
    node::{Edited, Held, Kept, NodeKind, Record, Value},
    table::TypeId,
};

/// For generated code.
#[doc(hidden)]
impl Record {
    /// The primitive value at `slot`; `None` if it is absent, null, of another shape (in a foreign object),
    /// or beyond what its type in Rust has room for.
    #[inline]
    pub fn get<'a, P: Primitive<'a>>(&'a self, slot: u16) -> Option<P> {
        P::read(self.value(slot)?)
    }

    /// The primitive values of the collection at `slot`.
    #[inline]
    pub fn values<'a, P: Primitive<'a>>(&'a self, slot: u16) -> Values<'a, P> {
        Values::new(self.value(slot))
    }

    /// The object at `slot`.
    #[inline]
    pub fn object<T: Structured>(&self, slot: u16) -> Option<&T> {
        let value = self.value(slot)?;
        if !is_object(value) {
            return None;
        }
        self.cells().get(Kept::Slot(slot), || T::from_record(object(T::TYPE, value)))
    }

    /// The objects of the collection at `slot`; none if it is absent or null.
    #[inline]
    pub fn list<T: Structured>(&self, slot: u16) -> &[T] {
        let Some(value) = self.value(slot) else { return &[] };
        self.cells().get(Kept::Slot(slot), || objects::<T>(value)).map_or(&[], Vec::as_slice)
    }

    /// One object, or many, of the union at `slot`.
    #[inline]
    pub fn one_or_many<T: Structured>(&self, slot: u16) -> Option<&OneOrMany<T>> {
        let value = self.value(slot).filter(|value| !value.is_null())?;
        self.cells().get(Kept::Slot(slot), || {
            if is_list(value) {
                OneOrMany::Many(objects(value))
            } else {
                OneOrMany::One(T::from_record(object(T::TYPE, value)))
            }
        })
    }
}

fn is_object(value: Value<'_>) -> bool {
    match value.0 {
        Held::Node(document, at) => document.node(at).is_object(),
        Held::Changed(edited) => matches!(edited, Edited::Object(_)),
    }
}

fn is_list(value: Value<'_>) -> bool {
    match value.0 {
        Held::Node(document, at) => document.node(at).kind == NodeKind::List,
        Held::Changed(edited) => matches!(edited, Edited::List(_)),
    }
}

/// The record of an object; of anything else that stands in the place of one, as an item of a collection may, one that
/// stands for null.
fn object(declared: TypeId, value: Value<'_>) -> Record {
    match value.0 {
        Held::Node(document, at) => Record::nested(declared, document, at),
        Held::Changed(Edited::Object(record)) => (**record).clone(),
        Held::Changed(_) => Record::null(declared),
    }
}

fn objects<T: Structured>(value: Value<'_>) -> Vec<T> {
    match value.0 {
        Held::Node(document, at) => {
            document.items(at).map(|item| T::from_record(Record::nested(T::TYPE, document, item))).collect()
        }
        Held::Changed(Edited::List(items)) => {
            items.iter().map(|item| T::from_record(object(T::TYPE, Value(Held::Changed(item))))).collect()
        }
        // A member that was set to another shape has no items.
        Held::Changed(_) => Vec::new(),
    }
}
