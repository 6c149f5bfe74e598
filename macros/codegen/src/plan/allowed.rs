//! Allowed values that have names, which are constants of the type that declares the property; a type definition's are
//! those of each property of that type.
//!
//! Source: OData vocabularies Org.OData.Validation.V1 (`AllowedValues`) and Org.OData.Core.V1 (`SymbolicName`).

use std::collections::BTreeMap;

use odatype_schema::{
    model::{Annotations, Expression as Value, Model, TypeDefinition, TypeName},
    vocabulary::{core, validation},
};
use odatype_table::{Primitive, Shape};

use super::{
    doc,
    error::{Errors, Named},
    field::Field,
    ident::ConstIdent,
    item::{Constant, Literal},
    scope::Scope,
};
use crate::steps::step;

/// The constants of what the row named `owner` declares, which are not called like something in its `scope`.
pub(super) fn constants(
    model: &Model,
    owner: &str,
    fields: &[Field<'_, '_>],
    scope: &Scope<'_, '_>,
    errors: &mut Errors<'_>,
) -> Vec<Constant> {
    let mut taken: BTreeMap<String, Named> = BTreeMap::new();
    let mut constants = Vec::new();
    for field in fields.iter().filter(|field| !field.is_again) {
        let Shape::Primitive(primitive) = field.member.place.ty.shape else { continue };
        let own = field.element.annotations();
        let own =
            records(own).filter_map(|(name, record)| Some((name, record, literal(primitive, record.get("Value"))?)));
        let defined = definition(model, field).map(|ty| &ty.annotations).into_iter().flat_map(records);
        let allowed = field.member.place.constraints.allowed.as_deref();
        // What the property itself leaves out has no name there.
        let defined = defined.filter_map(|(name, record)| {
            let value = literal(primitive, record.get("Value"))?;
            let is =
                |text: &String| text.parse().is_ok_and(|text| literal(primitive, Some(&text)).as_ref() == Some(&value));
            allowed.is_none_or(|texts| texts.iter().any(is)).then_some((name, record, value))
        });
        for (name, record, value) in own.chain(defined) {
            step();
            let wire = format!("{owner}.{}.{name}", field.member.name);
            let location = field.element.location().clone();
            let named = |ident: &str| Named {
                wire: wire.clone(),
                role: "the allowed value",
                ident: ident.to_owned(),
                location: location.clone(),
            };
            let ident = errors
                .renamed(|| wire.clone(), ConstIdent::given)
                .or_else(|| ConstIdent::allowed(&format!("{}_{name}", field.member.name)).filter(|_| has_letter(name)));
            let Some(ident) = ident else {
                errors.nameless(&named(""));
                continue;
            };
            if let Some(first) = taken.get(ident.as_str()).cloned().or_else(|| scope.named(ident.as_str())) {
                // The same name for the same value, which a schema and its overlay both say, is said once.
                let is_same = constants.iter().any(|known: &Constant| known.ident == ident && known.value == value);
                if !is_same || first.wire != wire {
                    errors.collision(ident.as_str(), &format!("`{owner}`"), &first, &named(ident.as_str()));
                }
                continue;
            }
            taken.insert(ident.as_str().to_owned(), named(ident.as_str()));
            let description = record.get(key(core::DESCRIPTION)).and_then(Value::as_str);
            constants.push(Constant { ident, doc: doc::allowed(field, name, description), value });
        }
    }
    constants
}

/// The type definition that a property is of.
fn definition<'m>(model: &'m Model, field: &Field<'_, 'm>) -> Option<&'m TypeDefinition> {
    match &field.element.ty().name {
        TypeName::Named(name) => model.definitions.get(name),
        TypeName::Primitive(_) => None,
    }
}

/// The allowed values of a property or type definition that have names.
fn records(annotations: &Annotations) -> impl Iterator<Item = (&str, &Value)> {
    let rules = annotations.all(validation::ALLOWED_VALUES);
    let records = rules.filter_map(|rule| rule.value.as_array()).flatten();
    records.filter_map(|record| Some((record.get(key(core::SYMBOLIC_NAME))?.as_str()?, record)))
}

/// How a record has the annotation with `term`.
fn key(term: &str) -> String {
    format!("@{term}")
}

fn has_letter(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

/// A value as a constant can have it: an integer within its type, or text.
fn literal(primitive: Primitive, value: Option<&Value>) -> Option<Literal> {
    let ty = match primitive {
        Primitive::String => return value?.as_str().map(|text| Literal::Text(text.to_owned())),
        Primitive::Byte => "u8",
        Primitive::SByte => "i8",
        Primitive::Int16 => "i16",
        Primitive::Int32 => "i32",
        Primitive::Int64 => "i64",
        _ => return None,
    };
    let number = value.and_then(|value| value.as_i64().or_else(|| value.as_str()?.parse().ok()))?;
    let is_within = match primitive {
        Primitive::Byte => u8::try_from(number).is_ok(),
        Primitive::SByte => i8::try_from(number).is_ok(),
        Primitive::Int16 => i16::try_from(number).is_ok(),
        Primitive::Int32 => i32::try_from(number).is_ok(),
        _ => true,
    };
    is_within.then_some(Literal::Integer(ty, number))
}
