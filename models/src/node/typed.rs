//! Objects that were set, as the generated types that they are, of which this floor knows nothing.
//!
//! They are shared by clones of what they were set in, until one of those is changed. So a clone costs no more for what
//! is nested in it, however deep that is.

use std::{any::Any, sync::Arc};

use super::record::{Record, Typed, TypedList};

/// An object of which nothing is known in Rust.
impl Typed for Record {
    fn as_record(&self) -> &Record {
        self
    }

    fn copied(&self) -> Arc<dyn Typed> {
        Arc::new(self.clone())
    }

    fn unshared(self: Arc<Self>) -> Option<Record> {
        Arc::into_inner(self)
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

    /// The object as a `T`, if it is one, to change it; a copy of it, if somebody else has it too.
    pub(crate) fn downcast_mut<T: Any>(this: &mut Arc<Self>) -> Option<&mut T> {
        if Arc::get_mut(this).is_none() {
            *this = this.copied();
        }
        (Arc::get_mut(this)? as &mut dyn Any).downcast_mut()
    }
}

impl dyn TypedList {
    /// Whether the collection is one of `T`s.
    pub(crate) fn is<T: Any>(&self) -> bool {
        (self as &dyn Any).is::<Vec<T>>()
    }

    /// The collection as one of `T`s, if it is one.
    pub(crate) fn downcast_ref<T: Any>(&self) -> Option<&Vec<T>> {
        (self as &dyn Any).downcast_ref()
    }

    /// The collection as one of `T`s, if it is one, to change it; a copy of it, if somebody else has it too.
    pub(crate) fn downcast_mut<T: Any>(this: &mut Arc<Self>) -> Option<&mut Vec<T>> {
        if Arc::get_mut(this).is_none() {
            *this = this.copied();
        }
        (Arc::get_mut(this)? as &mut dyn Any).downcast_mut()
    }

    /// The records of all of them.
    pub(crate) fn records(&self) -> impl Iterator<Item = &Record> {
        (0..self.count()).filter_map(|index| self.record_at(index))
    }
}
