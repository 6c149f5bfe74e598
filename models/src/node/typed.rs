//! Objects that were set, as the generated types that they are, of which this floor knows nothing.

use std::any::Any;

use super::record::{Record, Typed, TypedList};

/// An object of which nothing is known in Rust.
impl Typed for Record {
    fn as_record(&self) -> &Record {
        self
    }

    fn copied(&self) -> Box<dyn Typed> {
        Box::new(self.clone())
    }

    fn boxed_record(self: Box<Self>) -> Record {
        *self
    }
}

impl Clone for Box<dyn Typed> {
    fn clone(&self) -> Self {
        (**self).copied()
    }
}

impl Clone for Box<dyn TypedList> {
    fn clone(&self) -> Self {
        (**self).copied()
    }
}

impl dyn Typed {
    /// Whether the object is a `T`.
    pub(crate) fn is<T: Any>(&self) -> bool {
        (self as &dyn Any).is::<T>()
    }

    /// The object as a `T`, if it is one.
    pub(crate) fn downcast_ref<T: Any>(&self) -> Option<&T> {
        (self as &dyn Any).downcast_ref()
    }

    /// The object as a `T`, or the object itself if it is none.
    pub(crate) fn downcast<T: Any>(self: Box<Self>) -> Result<Box<T>, Box<Self>> {
        if self.is::<T>() {
            (self as Box<dyn Any>).downcast().map_err(|_| unreachable!("it is one"))
        } else {
            Err(self)
        }
    }

    /// The object as a `T`, if it is one, to change it.
    pub(crate) fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
        (self as &mut dyn Any).downcast_mut()
    }
}

impl dyn TypedList {
    /// Whether the collection is one of `T`s.
    pub(crate) fn is<T: Any>(&self) -> bool {
        (self as &dyn Any).is::<Vec<T>>()
    }

    /// The collection as one of `T`s, or the collection itself if it is none.
    pub(crate) fn downcast<T: Any>(mut self: Box<Self>) -> Result<Vec<T>, Box<Self>> {
        match self.downcast_mut::<T>() {
            Some(list) => Ok(std::mem::take(list)),
            None => Err(self),
        }
    }

    /// The collection as one of `T`s, if it is one.
    pub(crate) fn downcast_ref<T: Any>(&self) -> Option<&Vec<T>> {
        (self as &dyn Any).downcast_ref()
    }

    /// The collection as one of `T`s, if it is one, to change it.
    pub(crate) fn downcast_mut<T: Any>(&mut self) -> Option<&mut Vec<T>> {
        (self as &mut dyn Any).downcast_mut()
    }

    /// The records of all of them.
    pub(crate) fn records(&self) -> impl Iterator<Item = &Record> {
        (0..self.count()).filter_map(|index| self.record_at(index))
    }
}
