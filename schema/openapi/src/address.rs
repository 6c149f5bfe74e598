//! URLs with parameters in them.
//!
//! Source: OData URL Conventions 4.01, section 4.3 (keys); OpenAPI 3.1.1, section 4.8.8 (path templating).

use odatype_json_schema::Target;
use odatype_schema::{
    Rulebook,
    model::{Model, QualifiedName, TypeName},
};
use odatype_table::{Primitive, Shape};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::{component, schemas::Schemas};

/// What does not stand for itself in a segment.
///
/// Source: RFC 3986, section 3.3 (`pchar`).
const OTHER: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// A path from the service's root, with its parameters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Address {
    /// The template.
    pub(crate) path: String,
    parameters: Vec<Parameter>,
}

/// Something that a template leaves open.
#[derive(Clone, Debug)]
struct Parameter {
    name: String,
    /// The type of its values; text that is a path of its own has none.
    ty: Option<TypeName>,
    description: String,
}

impl Address {
    /// One segment more, as URLs have it: with what ends a segment, or begins a parameter, as numbers of bytes.
    pub(crate) fn then(&self, segment: impl AsRef<str>) -> Self {
        let segment = utf8_percent_encode(segment.as_ref(), OTHER);
        Self { path: format!("{}/{segment}", self.path), parameters: self.parameters.clone() }
    }

    /// Somewhere that the schema does not tell.
    pub(crate) fn somewhere(name: &str, description: String) -> Self {
        let parameter = Parameter { name: name.to_owned(), ty: None, description };
        Self { path: format!("/{{{name}}}"), parameters: vec![parameter] }
    }

    /// One of the entities of the type `ty` that are here.
    pub(crate) fn keyed(&self, model: &Model, ty: &QualifiedName) -> Self {
        let mut keyed = self.clone();
        let keys = keys(model, ty);
        let has_names = keys.len() > 1;
        let mut parts = Vec::new();
        for (key, ty_of_key) in keys {
            let name = keyed.free(&format!("{}-{}", component::name(ty.name()), component::name(&key)));
            let value = match before_quotes(model, &ty_of_key) {
                Some(before) => format!("{before}'{{{name}}}'"),
                None => format!("{{{name}}}"),
            };
            let key_in_url = utf8_percent_encode(&key, OTHER);
            parts.push(if has_names { format!("{key_in_url}={value}") } else { value });
            let description = format!("`{key}` of a {ty}");
            keyed.parameters.push(Parameter { name, ty: Some(ty_of_key), description });
        }
        keyed.path = format!("{}({})", self.path, parts.join(","));
        keyed
    }

    /// `name`, with a number where the path has a parameter of that name.
    fn free(&self, name: &str) -> String {
        let is_taken = |name: &str| self.parameters.iter().any(|parameter| parameter.name == name);
        let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// The parameters as a path item has them.
    pub(crate) fn parameters(&self, rulebook: &Rulebook<'_>, schemas: &Schemas) -> Vec<Value> {
        let parameter = |parameter: &Parameter| {
            let shape = parameter.ty.as_ref().map_or(Shape::Primitive(Primitive::String), |ty| rulebook.shape(ty));
            json!({
                "name": parameter.name,
                "in": "path",
                "required": true,
                "description": parameter.description,
                "schema": schemas.of(Target::Value(shape)),
            })
        };
        self.parameters.iter().map(parameter).collect()
    }
}

/// What stands before the quotes around a key of the type `ty`, if there are any: of an enumeration type, its name.
fn before_quotes(model: &Model, ty: &TypeName) -> Option<String> {
    match ty {
        TypeName::Primitive(primitive) => primitive.before_quotes().map(str::to_owned),
        TypeName::Named(name) => match model.definitions.get(name) {
            Some(definition) => before_quotes(model, &definition.underlying.name),
            None => Some(name.to_string()),
        },
    }
}

/// The names and types of the keys of `ty`, which the nearest of it and its ancestors that has some says; of a type without any,
/// some text.
fn keys(model: &Model, ty: &QualifiedName) -> Vec<(String, TypeName)> {
    let types = model.structured.get(ty).into_iter().chain(model.ancestors(ty));
    let declared = types.map(|ty| &ty.key).find(|key| !key.is_empty());
    let key = |(path, alias): &(String, Option<String>)| {
        let name = alias.clone().unwrap_or_else(|| path.clone());
        (name, at(model, ty, path).unwrap_or(TypeName::Primitive(Primitive::String)))
    };
    let keys: Vec<_> = declared.into_iter().flatten().map(key).collect();
    if keys.is_empty() { vec![("key".to_owned(), TypeName::Primitive(Primitive::String))] } else { keys }
}

/// The type of what `path` leads to from `ty`.
fn at(model: &Model, ty: &QualifiedName, path: &str) -> Option<TypeName> {
    let mut at = TypeName::Named(ty.clone());
    for segment in path.split('/') {
        let TypeName::Named(ty) = &at else { return None };
        at = model.property(ty, segment)?.ty.name.clone();
    }
    Some(at)
}
