//! Getters and setters.

use std::{collections::BTreeMap, sync::Arc};

use odatype_schema::model::Primitive;

use super::{
    Build, doc,
    error::{Errors, Named},
    ident::FieldIdent,
    item::{Accessor, Value},
    layout::{Shape, Slot},
    names::ModulePath,
};

impl Build<'_, '_> {
    /// The accessors of `slots`, in a module.
    pub(super) fn accessors(
        self,
        slots: &[Arc<Slot<'_>>],
        module: &ModulePath,
        scope: &str,
        errors: &mut Errors<'_>,
    ) -> Vec<Accessor> {
        let mut taken: BTreeMap<String, &Slot<'_>> = BTreeMap::new();
        let mut accessors = Vec::with_capacity(slots.len());
        for (place, slot) in slots.iter().enumerate() {
            let Some(getter) = getter(slot, errors) else { continue };
            let mut free = true;
            for (name, is_setter) in [(getter.as_str().to_owned(), false), (getter.setter(), true)] {
                match taken.get(&name) {
                    // The collision of two getters is also one of their setters; one error is enough.
                    Some(_) if !free => {}
                    Some(first) => {
                        let first_is_setter = getter_of(first, errors).is_some_and(|first| first.as_str() != name);
                        errors.collision(
                            &name,
                            &format!("`{scope}`"),
                            &named(first, first_is_setter),
                            &named(slot, is_setter),
                        );
                        free = false;
                    }
                    None => {
                        taken.insert(name, slot);
                    }
                }
            }
            if free {
                accessors.push(self.accessor(place, slot, getter, module));
            }
        }
        accessors
    }

    fn accessor(self, place: usize, slot: &Slot<'_>, getter: FieldIdent, module: &ModulePath) -> Accessor {
        Accessor {
            slot: place,
            getter,
            doc: doc::getter(slot).into(),
            setter_doc: doc::setter(slot).into(),
            value: self.value(slot.shape, module),
            collection: slot.ty.collection,
        }
    }

    /// The Rust type of a value, seen from a module.
    pub(super) fn value(self, shape: Shape, module: &ModulePath) -> Value {
        match shape {
            Shape::Primitive(primitive) => primitive_value(primitive),
            Shape::Enum(row) => self.names.slot_type(module, row).map_or(Value::Json, Value::Enum),
            Shape::Structured(row) => self.names.slot_type(module, row).map_or(Value::Json, Value::Object),
            Shape::Union(row) => self.names.slot_type(module, row).map_or(Value::Json, Value::Union),
        }
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

fn getter(slot: &Slot<'_>, errors: &mut Errors<'_>) -> Option<FieldIdent> {
    let getter = getter_of(slot, errors);
    if getter.is_none() {
        errors.nameless(&named(slot, false));
    }
    getter
}

fn getter_of(slot: &Slot<'_>, errors: &mut Errors<'_>) -> Option<FieldIdent> {
    // A parameter may be renamed in all overloads of its action at once.
    let plain = slot.owner.split_once('(').map_or(&*slot.owner, |(action, _)| action);
    errors
        .renamed(|| wire(slot), FieldIdent::given)
        .or_else(|| errors.renamed(|| format!("{plain}.{}", slot.name), FieldIdent::given))
        .or_else(|| FieldIdent::new(slot.name))
}

fn wire(slot: &Slot<'_>) -> String {
    format!("{}.{}", slot.owner, slot.name)
}

fn named(slot: &Slot<'_>, is_setter: bool) -> Named {
    Named { wire: wire(slot), role: if is_setter { "the setter of" } else { "" }, location: slot.location.clone() }
}
