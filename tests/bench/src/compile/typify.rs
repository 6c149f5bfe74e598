//! The rival that starts from a JSON Schema: what typify makes of the same types and properties.
//!
//! The schema is what typify understands best: a definition for each type, properties that may be absent, references,
//! and enumerations as lists of text; nothing that tells derived types apart, and no constraints.

use std::{collections::BTreeSet, error::Error};

use odatype_schema::model::{EnumType, Model, Parameter, Primitive, QualifiedName, TypeName, TypeRef};
use schemars::schema::RootSchema;
use serde_json::{Map, Value, json};
use typify_impl::{TypeSpace, TypeSpaceSettings};

use crate::rival::{called, mangled, primitive_type};

/// What typify generates for all types and action bodies of `model`.
pub(super) fn source(model: &Model) -> Result<String, Box<dyn Error>> {
    let root: RootSchema = serde_json::from_value(schema(model))?;
    let mut types = TypeSpace::new(&TypeSpaceSettings::default());
    types.add_root_schema(root).map_err(|error| error.to_string())?;
    Ok(types.to_stream().to_string())
}

/// A draft-07 document with a definition for each type and action body.
fn schema(model: &Model) -> Value {
    let mut definitions = Map::new();
    for ty in model.structured.values() {
        let properties = model.properties_of(&ty.name);
        let properties = properties.into_iter().map(|property| (property.name.as_str(), &property.ty));
        definitions.insert(mangled(ty.name.as_str()), object(model, properties));
    }
    for ty in model.enums.values() {
        definitions.insert(mangled(ty.name.as_str()), enumeration(ty));
    }
    for operation in model.operations() {
        let parameters = operation.given().map(|Parameter { name, ty, .. }| (name.as_str(), ty));
        definitions.insert(called(operation), object(model, parameters));
    }
    json!({ "$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions })
}

fn object<'m>(model: &Model, properties: impl Iterator<Item = (&'m str, &'m TypeRef)>) -> Value {
    let properties: Map<String, Value> = properties.map(|(name, ty)| (name.to_owned(), property(model, ty))).collect();
    json!({ "type": "object", "properties": properties })
}

fn property(model: &Model, ty: &TypeRef) -> Value {
    let single = match &ty.name {
        TypeName::Primitive(primitive) => primitive_schema(*primitive),
        TypeName::Named(name) => named(model, name),
    };
    if ty.collection { json!({ "type": "array", "items": single }) } else { single }
}

fn named(model: &Model, name: &QualifiedName) -> Value {
    if let Some(definition) = model.definitions.get(name) {
        return property(model, &definition.underlying);
    }
    match model.enums.get(name) {
        Some(ty) if ty.is_flags => json!({ "type": "string" }),
        None if !model.structured.contains_key(name) => json!({}),
        _ => json!({ "$ref": format!("#/definitions/{}", mangled(name.as_str())) }),
    }
}

/// typify's names of variants must differ in more than case and underscores.
fn enumeration(ty: &EnumType) -> Value {
    let mut seen = BTreeSet::new();
    let plain = |name: &str| name.replace('_', "").to_lowercase();
    let members = ty.members.iter().map(|member| &member.name).filter(|name| seen.insert(plain(name)));
    json!({ "type": "string", "enum": members.collect::<Vec<_>>() })
}

/// The same type that serde's derive is given.
fn primitive_schema(primitive: Primitive) -> Value {
    match primitive_type(primitive) {
        None => json!({}),
        Some("bool") => json!({ "type": "boolean" }),
        Some("String") => json!({ "type": "string" }),
        Some("f32") => json!({ "type": "number", "format": "float" }),
        Some("f64") => json!({ "type": "number", "format": "double" }),
        Some(integer) => json!({ "type": "integer", "format": integer.replace('i', "int").replace('u', "uint") }),
    }
}
