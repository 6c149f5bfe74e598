//! What a template leaves open, and what stands for it there.
//!
//! Source: OData URL Conventions 4.01, sections 4.3 (keys), 4.5 (operations) and 5.3.2 (parameter aliases); OpenAPI
//! 3.1.1, section
//! 4.8.12 (parameter object).

use odatype_json_schema::{Target, in_url};
use odatype_schema::{
    Rulebook,
    model::{self, Model, TypeName, TypeRef},
};
use odatype_table::{Family, Primitive, Shape};
use serde_json::{Value, json};

use crate::{component, schemas::Schemas};

/// Something that a template leaves open.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    name: String,
    given: Given,
    description: String,
}

/// What a parameter is given.
#[derive(Clone, Debug)]
enum Given {
    /// Text that is as URLs have it: a path, or the literal of a place on earth.
    Text,
    /// A value of a type that has literals, what stands around it left out.
    Value(TypeName),
    /// JSON in the query, for which an alias stands in the path.
    Json {
        ty: TypeRef,
        /// Of the items for a collection.
        is_nullable: bool,
    },
}

impl Parameter {
    /// Text.
    pub(crate) fn text(name: &str, description: String) -> Self {
        Self { name: name.to_owned(), given: Given::Text, description }
    }

    /// A key of the type `ty`.
    pub(crate) fn key(name: String, ty: TypeName, description: String) -> Self {
        Self { name, given: Given::Value(ty), description }
    }

    /// What a function is given as `argument`, by a name that `free` makes of its own.
    pub(crate) fn of(rulebook: &Rulebook<'_>, argument: &model::Parameter, free: impl FnOnce(&str) -> String) -> Self {
        let given = given(rulebook, argument);
        let name = match given {
            Given::Json { .. } => format!("@{}", argument.name),
            Given::Text | Given::Value(_) => free(&component::name(&argument.name)),
        };
        let described = argument.annotations.description().map(str::to_owned);
        let description = described.unwrap_or_else(|| format!("`{}`, which is of type {}", argument.name, argument.ty));
        Self { name, given, description }
    }

    /// Its name, which no other of a path has.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What stands for it in the template.
    pub(crate) fn place(&self, model: &Model) -> String {
        let Self { name, given, .. } = self;
        match given {
            Given::Text => format!("{{{name}}}"),
            Given::Value(ty) => match before_quotes(model, ty) {
                Some(before) => format!("{before}'{{{name}}}'"),
                None => format!("{{{name}}}"),
            },
            Given::Json { .. } => in_url(name),
        }
    }

    /// The parameter as a path item has it.
    pub(crate) fn object(&self, rulebook: &Rulebook<'_>, schemas: &Schemas) -> Value {
        let Self { name, given, description } = self;
        let in_path = |schema: Value| json!({ "name": name, "in": "path", "required": true, "description": description, "schema": schema });
        match given {
            Given::Text => in_path(schemas.of(Target::Value(Shape::Primitive(Primitive::String)))),
            Given::Value(ty) => in_path(schemas.named(rulebook, ty, false)),
            Given::Json { ty, is_nullable } => {
                let schema = schemas.value(rulebook, ty, *is_nullable);
                // An alias that the query does not have is null, which no collection is.
                let is_required = ty.collection || !is_nullable;
                json!({ "name": name, "in": "query", "required": is_required, "description": description,
                    "content": { "application/json": { "schema": schema } } })
            }
        }
    }
}

/// What a function is given as `argument`.
fn given(rulebook: &Rulebook<'_>, argument: &model::Parameter) -> Given {
    let json = || Given::Json { ty: argument.ty.clone(), is_nullable: argument.nullable };
    if argument.ty.collection {
        return json();
    }
    match rulebook.shape(&argument.ty.name) {
        Shape::Primitive(primitive) => match primitive.family() {
            Family::Any => json(),
            Family::Geo => Given::Text,
            _ => Given::Value(argument.ty.name.clone()),
        },
        Shape::Declared(index) if rulebook.row(index).is_some_and(|(row, _)| row.structured().is_some()) => json(),
        Shape::Declared(_) => Given::Value(argument.ty.name.clone()),
    }
}

/// What stands before the quotes around a value of the type `ty`, if there are any: of an enumeration type, its name.
fn before_quotes(model: &Model, ty: &TypeName) -> Option<String> {
    match ty {
        TypeName::Primitive(primitive) => primitive.before_quotes().map(str::to_owned),
        TypeName::Named(name) => match model.definitions.get(name) {
            Some(definition) => before_quotes(model, &definition.underlying.name),
            None => Some(name.to_string()),
        },
    }
}
