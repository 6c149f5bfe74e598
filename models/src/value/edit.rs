//! Changing records in place: reaching into an object or a collection, adding to one, and taking them out.
//!
//! What is reached into is kept, as the generated type that it is, among the record's changes, and borrowed from there.
//! What does not have its declared shape stays where it is, and is no object to reach into.

use std::{mem, slice, sync::Arc};

use super::{
    Editable, OneOrMany, Reachable, Structured,
    get::{is_list, is_object, object, objects},
    set,
};
use crate::node::{Edited, Record, Typed, TypedList, Value};

impl<T: Structured> Typed for T {
    fn as_record(&self) -> &Record {
        self.record()
    }

    fn copied(&self) -> Arc<dyn Typed> {
        Arc::new(self.clone())
    }

    fn unshared(self: Arc<Self>) -> Option<Record> {
        Arc::into_inner(self).map(Self::into_record)
    }
}

impl<T: Structured> TypedList for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn record_at(&self, index: usize) -> Option<&Record> {
        self.get(index).map(T::record)
    }

    fn copied(&self) -> Arc<dyn TypedList> {
        Arc::new(self.clone())
    }

    fn unshared(self: Arc<Self>) -> Vec<Record> {
        Arc::into_inner(self).into_iter().flatten().map(T::into_record).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured + Default> Editable for T {
    type Edit = T;

    fn edit(record: &mut Record, slot: u16) -> &mut T {
        made(record.object_mut(slot, Some(T::default)), T::default)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> Editable for [T] {
    type Edit = Vec<T>;

    fn edit(record: &mut Record, slot: u16) -> &mut Vec<T> {
        made(record.objects_mut(slot), Vec::new)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> Reachable for T {
    type Reached = T;

    fn reach(record: &mut Record, slot: u16) -> Option<&mut T> {
        record.object_mut(slot, None)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> Reachable for [T] {
    type Reached = Vec<T>;

    fn reach(record: &mut Record, slot: u16) -> Option<&mut Vec<T>> {
        if record.value(slot).is_some_and(is_list) { record.objects_mut(slot) } else { None }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> Reachable for OneOrMany<T> {
    type Reached = [T];

    fn reach(record: &mut Record, slot: u16) -> Option<&mut [T]> {
        match record.value(slot)? {
            value if is_object(value) => record.object_mut(slot, None).map(slice::from_mut),
            value if is_list(value) => record.objects_mut(slot).map(Vec::as_mut_slice),
            _ => None,
        }
    }
}

/// What is there, since it was made a moment ago where there was none. Only the compiler cannot see that, as records
/// hold objects of any type: were it not so, what `make` makes would be nobody's.
fn made<T>(value: Option<&mut T>, make: fn() -> T) -> &mut T {
    value.unwrap_or_else(|| Box::leak(Box::new(make())))
}

/// A value that was to be set, as an object; one that stands for null, if it is none.
pub(super) fn into_object<T: Structured>(edited: Edited) -> T {
    match edited {
        Edited::Object(mut object) => match <dyn Typed>::downcast_mut::<T>(&mut object) {
            Some(object) => mem::replace(object, T::from_record(Record::new(T::TYPE))),
            None => T::from_record(object.as_record().clone()),
        },
        _ => T::from_record(Record::null(T::TYPE)),
    }
}

impl Record {
    /// The object at `slot`, to change it; what `make` makes, if there is none.
    pub(super) fn object_mut<T: Structured>(&mut self, slot: u16, make: Option<fn() -> T>) -> Option<&mut T> {
        if !matches!(self.edited(slot), Some(Edited::Object(object)) if object.is::<T>()) {
            let value = self.take_object(slot).or_else(|| make.map(|make| make()))?;
            self.set(slot, Edited::Object(Arc::new(value)));
        }
        match self.edited(slot) {
            Some(Edited::Object(object)) => <dyn Typed>::downcast_mut(object),
            _ => None,
        }
    }

    /// The objects of the collection at `slot`, to change them; it is made, if there is none.
    pub(super) fn objects_mut<T: Structured>(&mut self, slot: u16) -> Option<&mut Vec<T>> {
        if !matches!(self.edited(slot), Some(Edited::Objects(list)) if list.is::<T>()) {
            let values: Vec<T> = self.take_objects(slot);
            self.set(slot, Edited::Objects(Arc::new(values)));
        }
        match self.edited(slot) {
            Some(Edited::Objects(list)) => <dyn TypedList>::downcast_mut(list),
            _ => None,
        }
    }

    /// Adds a primitive value to the collection at `slot`; it is made, if there is none.
    pub(super) fn push_value(&mut self, slot: u16, value: Edited) {
        if !matches!(self.edited(slot), Some(Edited::List(_))) {
            let items = self.value(slot).map(set::items).unwrap_or_default();
            self.set(slot, Edited::List(items));
        }
        if let Some(Edited::List(items)) = self.edited(slot) {
            items.push(value);
        }
    }

    /// Takes the object at `slot` out.
    pub(super) fn take_object<T: Structured>(&mut self, slot: u16) -> Option<T> {
        let value = match self.edited(slot) {
            Some(edited @ Edited::Object(_)) => into_object(mem::replace(edited, Edited::Absent)),
            _ => T::from_record(object(T::TYPE, self.value(slot).filter(|value| is_object(*value))?)),
        };
        self.set(slot, Edited::Absent);
        Some(value)
    }

    /// Takes the objects of the collection at `slot` out.
    pub(super) fn take_objects<T: Structured>(&mut self, slot: u16) -> Vec<T> {
        let values = match self.edited(slot) {
            Some(edited @ Edited::Objects(_)) => match mem::replace(edited, Edited::Absent) {
                Edited::Objects(mut list) => match <dyn TypedList>::downcast_mut::<T>(&mut list) {
                    Some(values) => mem::take(values),
                    None => list.records().map(|record| T::from_record(record.clone())).collect(),
                },
                _ => Vec::new(),
            },
            _ => match self.value(slot).filter(|value| is_list(*value)) {
                Some(value) => objects(value),
                None => Vec::new(),
            },
        };
        self.unset_fitting(slot, is_list);
        values
    }

    /// Takes the member at `slot` away if it is null or `fits`; what does not have its declared shape stays.
    pub(super) fn unset_fitting(&mut self, slot: u16, fits: impl Fn(Value<'_>) -> bool) {
        if self.value(slot).is_some_and(|value| value.is_null() || fits(value)) {
            self.set(slot, Edited::Absent);
        }
    }
}
