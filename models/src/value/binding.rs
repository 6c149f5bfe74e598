//! Binding navigation properties to entities that there are.

use super::{
    EntityRef, IntoBinding, Null, Structured,
    into_property::{Given, Items, Nothing},
};
use crate::node::Edited;

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T> for EntityRef {
    #[inline]
    fn into_binding(self) -> Edited {
        Edited::Text(String::from(self).into())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T> for &EntityRef {
    #[inline]
    fn into_binding(self) -> Edited {
        Edited::text(self.as_str())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured> IntoBinding<T, Nothing> for Null {
    #[inline]
    fn into_binding(self) -> Edited {
        Edited::Null
    }
}

#[diagnostic::do_not_recommend]
impl<T: Structured, I: IntoIterator<Item: Into<EntityRef>>> IntoBinding<[T], Items<Given>> for I {
    #[inline]
    fn into_binding(self) -> Edited {
        Edited::List(self.into_iter().map(|reference| Edited::Text(String::from(reference.into()).into())).collect())
    }
}
