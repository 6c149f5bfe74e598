//! Structured values, and collections.

use std::sync::Arc;

use super::{Borrowed, Given, IntoProperty, Items};
use crate::{
    node::Edited,
    value::{ItemType, OneOrMany, Reader, Structured},
};

/// A structured value stands for itself, and for the tagged enums of its bases.
#[diagnostic::do_not_recommend]
impl<F: Structured, T: Structured + Into<F>> IntoProperty<F> for T {
    fn into_property(self) -> Edited {
        let whole: F = self.into();
        Edited::Object(Arc::new(whole))
    }
}

#[diagnostic::do_not_recommend]
impl<F: Structured, T: Structured + Into<F>> IntoProperty<F, Borrowed> for &T {
    fn into_property(self) -> Edited {
        IntoProperty::<F, Given>::into_property(self.clone())
    }
}

#[diagnostic::do_not_recommend]
impl<F: Structured, T: Structured + Into<F>> IntoProperty<OneOrMany<F>> for T {
    fn into_property(self) -> Edited {
        IntoProperty::<F>::into_property(self)
    }
}

#[diagnostic::do_not_recommend]
impl<K: ItemType, By, I: IntoIterator<Item: IntoProperty<K, By>>> IntoProperty<[K], Items<By>> for I {
    fn into_property(self) -> Edited {
        K::Reader::list(self.into_iter().map(IntoProperty::into_property))
    }
}

#[diagnostic::do_not_recommend]
impl<F: Structured, By, I: IntoIterator<Item: IntoProperty<F, By>>> IntoProperty<OneOrMany<F>, Items<By>> for I {
    fn into_property(self) -> Edited {
        IntoProperty::<[F], Items<By>>::into_property(self)
    }
}

impl<F: Structured> IntoProperty<OneOrMany<F>> for OneOrMany<F> {
    fn into_property(self) -> Edited {
        match self {
            Self::One(one) => IntoProperty::<F>::into_property(one),
            Self::Many(many) => IntoProperty::<[F], Items<Given>>::into_property(many),
        }
    }
}
