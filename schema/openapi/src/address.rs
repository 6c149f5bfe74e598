//! URLs with parameters in them.
//!
//! Source: OData URL Conventions 4.01, sections 4.3 (keys) and 4.5 (operations); OpenAPI 3.1.1, section 4.8.8 (path
//! templating).

use odatype_json_schema::in_url;
use odatype_schema::{
    Rulebook,
    model::{self, Model, QualifiedName, TypeName},
};
use odatype_table::Primitive;
use serde_json::Value;

use crate::{component, parameter::Parameter, schemas::Schemas};

/// A path from the service's root, with its parameters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Address {
    /// The template.
    pub(crate) path: String,
    parameters: Vec<Parameter>,
}

impl Address {
    /// One segment more, as URLs have it: with what ends a segment, or begins a parameter, as numbers of bytes.
    pub(crate) fn then(&self, segment: impl AsRef<str>) -> Self {
        Self { path: format!("{}/{}", self.path, in_url(segment.as_ref())), parameters: self.parameters.clone() }
    }

    /// Somewhere that the schema does not tell.
    pub(crate) fn somewhere(name: &str, description: String) -> Self {
        let parameter = Parameter::text(name, description);
        Self { path: format!("/{{{name}}}"), parameters: vec![parameter] }
    }

    /// One of the entities of the type `ty` that are here.
    pub(crate) fn keyed(&self, model: &Model, ty: &QualifiedName) -> Self {
        let mut keyed = self.clone();
        let ty = model.type_name(ty).unwrap_or(ty);
        let keys = keys(model, ty);
        let has_names = keys.len() > 1;
        let mut parts = Vec::new();
        for (key, ty_of_key) in keys {
            let name = keyed.free(&format!("{}-{}", component::name(ty.name()), component::name(&key)));
            let parameter = Parameter::key(name, ty_of_key, format!("`{key}` of a {ty}"));
            let value = parameter.place(model);
            parts.push(if has_names { format!("{}={value}", in_url(&key)) } else { value });
            keyed.parameters.push(parameter);
        }
        keyed.path = format!("{}({})", self.path, parts.join(","));
        keyed
    }

    /// What is here, called with `arguments`.
    pub(crate) fn called<'p>(
        &self,
        rulebook: &Rulebook<'_>,
        arguments: impl IntoIterator<Item = &'p model::Parameter>,
    ) -> Self {
        let mut called = self.clone();
        let mut parts = Vec::new();
        for argument in arguments {
            let parameter = Parameter::of(rulebook, argument, |name| called.free(name));
            parts.push(format!("{}={}", in_url(&argument.name), parameter.place(rulebook.model())));
            called.parameters.push(parameter);
        }
        called.path = format!("{}({})", self.path, parts.join(","));
        called
    }

    /// `name`, with a number where the path has a parameter of that name.
    fn free(&self, name: &str) -> String {
        let is_taken = |name: &str| self.parameters.iter().any(|parameter| parameter.name() == name);
        let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// The parameters as a path item has them.
    pub(crate) fn parameters(&self, rulebook: &Rulebook<'_>, schemas: &Schemas) -> Vec<Value> {
        self.parameters.iter().map(|parameter| parameter.object(rulebook, schemas)).collect()
    }
}

/// The names and types of the keys of `ty`, which the nearest of it and its ancestors that has some says; of a type
/// without any, some text.
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
