//! Reading members as what they are in Rust.

use std::sync::Arc;

use super::{OneOrMany, Primitive, Structured, Values};
use crate::{
    node::{Edited, Held, NodeKind, Record, Value},
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
        if let Held::Changed(Edited::Object(object)) = value.0
            && let Some(object) = object.downcast_ref()
        {
            return Some(object);
        }
        if !is_object(value) {
            return None;
        }
        self.made(slot, value, || T::from_record(object(T::TYPE, value)))
    }

    /// The objects of the collection at `slot`; none if it is absent or null.
    #[inline]
    pub fn list<T: Structured>(&self, slot: u16) -> &[T] {
        let Some(value) = self.value(slot) else { return &[] };
        if let Held::Changed(Edited::Objects(list)) = value.0
            && let Some(list) = list.downcast_ref()
        {
            return list;
        }
        self.made(slot, value, || Listed::<T>::of(value)).map_or(&[], Listed::as_slice)
    }

    /// One object, or many, of the union at `slot`; `None` if it is absent, null, or neither an object nor an array.
    #[inline]
    pub fn one_or_many<T: Structured>(&self, slot: u16) -> Option<&OneOrMany<T>> {
        let value = self.value(slot).filter(|value| is_object(*value) || is_list(*value))?;
        self.made(slot, value, || {
            if is_list(value) {
                OneOrMany::Many(objects(value))
            } else {
                OneOrMany::One(T::from_record(object(T::TYPE, value)))
            }
        })
    }
}

/// The objects of a collection as they are kept: few, as most collections have, without a list of their own, which
/// would be one allocation more.
enum Listed<T> {
    One([T; 1]),
    Two([T; 2]),
    Many(Vec<T>),
}

impl<T: Structured> Listed<T> {
    fn of(value: Value<'_>) -> Self {
        Self::few(value).unwrap_or_else(|| Self::Many(objects(value)))
    }

    /// Those that were read, if they are few.
    fn few(value: Value<'_>) -> Option<Self> {
        let Held::Node(document, at) = value.0 else { return None };
        let mut items = document.items(at).map(|at| T::from_record(Record::of_document(Arc::clone(document), at)));
        match document.count(at) {
            1 => Some(Self::One([items.next()?])),
            2 => Some(Self::Two([items.next()?, items.next()?])),
            _ => None,
        }
    }

    fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => one,
            Self::Two(two) => two,
            Self::Many(many) => many,
        }
    }
}

pub(super) fn is_object(value: Value<'_>) -> bool {
    match value.0 {
        Held::Node(document, at) => document.node(at).is_object(),
        Held::Changed(edited) => matches!(edited, Edited::Object(_)),
    }
}

pub(super) fn is_list(value: Value<'_>) -> bool {
    match value.0 {
        Held::Node(document, at) => document.node(at).kind == NodeKind::List,
        Held::Changed(edited) => matches!(edited, Edited::List(_) | Edited::Objects(_)),
    }
}

/// The record of an object; of anything else that stands in the place of one, as an item of a collection may, one that
/// stands for null.
pub(super) fn object(declared: TypeId, value: Value<'_>) -> Record {
    match value.0 {
        Held::Node(document, at) => Record::of_document(Arc::clone(document), at),
        Held::Changed(Edited::Object(typed)) => typed.as_record().clone(),
        Held::Changed(_) => Record::null(declared),
    }
}

pub(super) fn objects<T: Structured>(value: Value<'_>) -> Vec<T> {
    match value.0 {
        Held::Node(document, at) => {
            // As many as there are, and no room for more.
            let mut objects = Vec::with_capacity(document.count(at));
            objects
                .extend(document.items(at).map(|item| T::from_record(Record::of_document(Arc::clone(document), item))));
            objects
        }
        Held::Changed(Edited::List(items)) => {
            items.iter().map(|item| T::from_record(object(T::TYPE, Value(Held::Changed(item))))).collect()
        }
        Held::Changed(Edited::Objects(list)) => list.records().map(|record| T::from_record(record.clone())).collect(),
        // A member that was set to another shape has no items.
        Held::Changed(_) => Vec::new(),
    }
}
