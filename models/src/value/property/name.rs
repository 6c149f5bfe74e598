//! What a property is called.

use std::fmt;

use super::Property;
use crate::value::Structured;

impl<T: Structured, K: ?Sized> Property<T, K> {
    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        T::TYPE.get().properties().get(usize::from(self.slot)).map_or("", |property| property.name)
    }
}

impl<T: Structured, K: ?Sized> fmt::Debug for Property<T, K> {
    /// The type's name and the property's.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", T::TYPE.get().name, self.name())
    }
}
