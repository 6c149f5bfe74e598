//! Properties of structured types.

use std::sync::Arc;

use super::{ItemType, PropertyType, Reader};
use crate::{
    node::{Edited, Record},
    value::{OneOrMany, Structured, edit::into_object},
};

/// Of structured types.
#[doc(hidden)]
#[derive(Debug)]
pub enum Objects {}

impl<T: Structured> Reader<T> for Objects {
    type One<'a> = Option<&'a T>;
    type Many<'a> = &'a [T];
    type OwnedOne = Option<T>;
    type OwnedMany = Vec<T>;

    fn one(record: &Record, slot: u16) -> Option<&T> {
        record.object(slot)
    }

    fn many(record: &Record, slot: u16) -> &[T] {
        record.list(slot)
    }

    fn take_one(record: &mut Record, slot: u16) -> Option<T> {
        let value = record.take_object(slot);
        record.unset_fitting(slot, |_| false);
        value
    }

    fn take_many(record: &mut Record, slot: u16) -> Vec<T> {
        record.take_objects(slot)
    }

    fn list(items: impl Iterator<Item = Edited>) -> Edited {
        Edited::Objects(Arc::new(items.map(into_object::<T>).collect::<Vec<T>>()))
    }

    fn push(record: &mut Record, slot: u16, item: Edited) {
        if let Some(list) = record.objects_mut(slot) {
            list.push(into_object::<T>(item));
        }
    }
}

impl<T: Structured> ItemType for T {
    type Reader = Objects;
}

impl<T: Structured> PropertyType for OneOrMany<T> {
    type Ref<'a> = Option<&'a Self>;
    type Owned = Option<Self>;

    fn get(record: &Record, slot: u16) -> Option<&Self> {
        record.one_or_many(slot)
    }

    fn take(record: &mut Record, slot: u16) -> Option<Self> {
        let value = record.one_or_many(slot).cloned();
        record.unset_fitting(slot, |_| value.is_some());
        value
    }
}
