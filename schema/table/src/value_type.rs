//! Types of values.

use crate::Primitive;

/// The type of a value: one, or a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ValueType {
    /// Whether it is a collection.
    pub is_collection: bool,
    /// The type itself, or that of the items; a type definition is what is behind it.
    pub shape: Shape,
}

/// A single value's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A built-in type.
    Primitive(Primitive),
    /// The type at this index of the table.
    Declared(u16),
}

impl ValueType {
    /// A single value of a built-in type.
    #[must_use]
    pub fn primitive(primitive: Primitive) -> Self {
        Self { is_collection: false, shape: Shape::Primitive(primitive) }
    }
}
