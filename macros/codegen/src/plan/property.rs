//! Getters, and the constants that name properties.

use std::collections::BTreeMap;

use odatype_schema::Origin;
use odatype_table::{Primitive, Shape};

use super::{
    build::Build,
    doc,
    error::{Errors, Named},
    field::Field,
    ident::{ConstIdent, FieldIdent},
    item::{Accessor, TypePath, Value},
    names::ModulePath,
};
use crate::steps::step;

impl Build<'_, '_> {
    /// The accessors of `fields`, in a module.
    pub(super) fn accessors(
        self,
        fields: &[Field<'_, '_>],
        module: &ModulePath,
        scope: &str,
        errors: &mut Errors<'_>,
    ) -> Vec<Accessor> {
        let mut taken: BTreeMap<String, (&Field<'_, '_>, bool)> = BTreeMap::new();
        let mut accessors = Vec::with_capacity(fields.len());
        for (place, field) in fields.iter().enumerate() {
            step();
            let Some(getter) = getter(field, errors) else { continue };
            let name = ConstIdent::property(&getter);
            let mut free = true;
            for (text, is_constant) in [(getter.as_str(), false), (name.as_str(), true)] {
                match taken.get(text) {
                    // The collision of two getters is also one of their constants; one error is enough.
                    Some(_) if !free => {}
                    Some((first, first_is_constant)) => {
                        let other = getter_of(first, errors);
                        let other = other.as_ref().map_or("", FieldIdent::as_str);
                        errors.collision(
                            text,
                            &format!("`{scope}`"),
                            &named(first, *first_is_constant, other),
                            &named(field, is_constant, getter.as_str()),
                        );
                        free = false;
                    }
                    None => {
                        taken.insert(text.to_owned(), (field, is_constant));
                    }
                }
            }
            if free {
                accessors.push(self.accessor(place, field, (getter, name), module));
            }
        }
        accessors
    }

    fn accessor(
        self,
        place: usize,
        field: &Field<'_, '_>,
        (getter, name): (FieldIdent, ConstIdent),
        module: &ModulePath,
    ) -> Accessor {
        Accessor {
            slot: place,
            getter,
            name,
            doc: doc::getter(field).into(),
            name_doc: doc::property(field).into(),
            value: self.value(field.member.place.ty.shape, module),
            collection: field.member.place.ty.is_collection,
        }
    }

    /// The Rust type of a value, seen from a module.
    pub(super) fn value(self, shape: Shape, module: &ModulePath) -> Value {
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
        self.names.slot_type(module, row).map_or(Value::Json, made)
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

fn getter(field: &Field<'_, '_>, errors: &mut Errors<'_>) -> Option<FieldIdent> {
    let getter = getter_of(field, errors);
    if getter.is_none() {
        errors.nameless(&named(field, false, "unnamed"));
    }
    getter
}

fn getter_of(field: &Field<'_, '_>, errors: &mut Errors<'_>) -> Option<FieldIdent> {
    // A parameter may be renamed in all overloads of its operation at once.
    let plain = field.owner.split_once('(').map_or(field.owner, |(operation, _)| operation);
    errors
        .renamed(|| wire(field), FieldIdent::given)
        .or_else(|| errors.renamed(|| format!("{plain}.{}", field.member.name), FieldIdent::given))
        .or_else(|| FieldIdent::new(&field.member.name))
}

fn wire(field: &Field<'_, '_>) -> String {
    format!("{}.{}", field.owner, field.member.name)
}

fn named(field: &Field<'_, '_>, is_constant: bool, ident: &str) -> Named {
    Named {
        ident: ident.to_owned(),
        wire: wire(field),
        role: if is_constant { "the constant of" } else { "" },
        location: field.element.location().clone(),
    }
}
