//! What a rule is about: a place, as far as rules are judged by it.

use odatype_table::{Family, Primitive, Shape, ValueType};

use super::index::Index;
use crate::model::{EnumType, QualifiedName};

/// A place, or a type definition.
#[derive(Clone, Debug)]
pub(super) struct Subject<'m> {
    /// Its name, for messages: `ns.Type/property`.
    pub(super) name: String,
    /// Its type.
    pub(super) ty: ValueType,
    /// What values, or items, are.
    pub(super) kind: Kind<'m>,
}

/// What values are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'m> {
    Primitive(Primitive),
    Enumeration(&'m EnumType),
    Structured(&'m QualifiedName),
}

impl<'m> Subject<'m> {
    pub(super) fn new(name: String, ty: ValueType, index: &Index<'m>) -> Self {
        let kind = match ty.shape {
            Shape::Primitive(primitive) => Kind::Primitive(primitive),
            Shape::Declared(row) => match index.structured(row) {
                Some(name) => Kind::Structured(name),
                None => match index.enumeration(row) {
                    Some(ty) => Kind::Enumeration(ty),
                    None => Kind::Primitive(Primitive::Untyped),
                },
            },
        };
        Self { name, ty, kind }
    }

    /// Whether a value may have one of several types that a schema lists.
    pub(super) fn is_abstract(&self) -> bool {
        use Primitive::{ComplexType, EntityType, PrimitiveType, Untyped};
        matches!(self.kind, Kind::Primitive(Untyped | PrimitiveType | ComplexType | EntityType))
    }

    /// The built-in type, if values have one that is ordered.
    pub(super) fn ordered(&self) -> Option<Primitive> {
        use Primitive::{Date, DateTimeOffset, Duration, TimeOfDay};
        match self.kind {
            Kind::Primitive(primitive) if is_number(primitive) => Some(primitive),
            Kind::Primitive(primitive @ (Date | DateTimeOffset | Duration | TimeOfDay)) => Some(primitive),
            _ => None,
        }
    }

    /// What values are, for messages.
    pub(super) fn type_name(&self) -> String {
        match self.kind {
            Kind::Primitive(primitive) => primitive.qualified_name().to_owned(),
            Kind::Enumeration(ty) => ty.name.to_string(),
            Kind::Structured(name) => name.to_string(),
        }
    }
}

/// Whether values are numbers.
pub(super) fn is_number(primitive: Primitive) -> bool {
    matches!(primitive.family(), Family::Integer | Family::WideInteger | Family::Float | Family::Decimal)
}
