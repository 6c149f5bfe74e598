//! Getters, and the constants that name properties.

use odatype_schema::Origin;
use odatype_table::{Primitive, Shape};

use super::{
    build::Build,
    doc,
    field::Field,
    ident::{ConstIdent, FieldIdent},
    item::{Accessor, TypePath, Value},
};

impl Build<'_, '_> {
    /// The accessor of `field`, which is called so.
    pub(super) fn accessor(self, field: &Field<'_, '_>, getter: FieldIdent, name: ConstIdent) -> Accessor {
        Accessor {
            slot: field.slot,
            getter,
            name,
            doc: doc::getter(field),
            name_doc: doc::property(field),
            value: self.value(field.member.place.ty.shape),
            collection: field.member.place.ty.is_collection,
        }
    }

    /// The Rust type of a value.
    pub(super) fn value(self, shape: Shape) -> Value {
        let row = match shape {
            Shape::Primitive(primitive) => return primitive_value(primitive),
            Shape::Declared(row) => row,
        };
        let made: fn(TypePath) -> Value = match self.book.row(row) {
            Some((_, Origin::Enumeration(_))) => Value::Enum,
            Some((_, Origin::Structured(_))) => Value::Object,
            Some((_, Origin::Union(_))) => Value::Union,
            Some((_, Origin::Operation(_))) | None => return Value::Json,
        };
        self.names.slot_type(row).map_or(Value::Json, made)
    }
}

/// The Rust type of a value of a built-in type.
fn primitive_value(primitive: Primitive) -> Value {
    match primitive {
        Primitive::String => Value::Text,
        Primitive::Boolean => Value::Scalar("bool"),
        Primitive::Byte => Value::Scalar("u8"),
        Primitive::SByte => Value::Scalar("i8"),
        Primitive::Int16 => Value::Scalar("i16"),
        Primitive::Int32 => Value::Scalar("i32"),
        Primitive::Int64 => Value::Scalar("i64"),
        Primitive::Single => Value::Scalar("f32"),
        Primitive::Double => Value::Scalar("f64"),
        Primitive::Binary
        | Primitive::Date
        | Primitive::DateTimeOffset
        | Primitive::Decimal
        | Primitive::Duration
        | Primitive::Guid
        | Primitive::TimeOfDay => Value::Edm(primitive.name()),
        _ => Value::Json,
    }
}
