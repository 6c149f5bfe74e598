//! An OpenAPI 3.1 document of an OData schema.
//!
//! - `components.schemas` is the JSON Schema of all types, bodies of actions and responses with many values, as
//!   `odatype-json-schema` derives it. Where a tag decides what an object is, there is a `discriminator` with a
//!   `mapping`; where the tag may be left out, the discriminator's `x-defaultMapping` says what the object is without
//!   it (OpenAPI 3.2 calls it `defaultMapping`).
//! - `paths` has what containers serve: entity sets (reading, making, changing, deleting) and singletons; and each
//!   action and function once, at the shortest way that leads to what it is bound to from a set or a singleton, along
//!   navigation properties and casts. Where the schema does not say how one gets there (a slice has no containers), a
//!   parameter stands for the way. What is not bound is where it is imported. A function has a path for each number of
//!   its optional parameters. What a set or a singleton says one may not do (Capabilities vocabulary:
//!   `InsertRestrictions`, …) is left out.
//!
//! Names of components are those of definitions, with what OpenAPI does not allow in them written otherwise: see
//! [`component`].
//!
//! Source: OpenAPI 3.1.1; OData to OpenAPI Mapping 1.0; OData Protocol 4.01, section 11; OData URL Conventions 4.01,
//! section 4; OData JSON 4.01.

mod actions;
mod address;
mod body;
pub mod component;
mod elements;
mod functions;
mod operations;
mod parameter;
mod paths;
mod permitted;
mod reach;
mod schemas;

use odatype_json_schema::{Deriver, Profile};
use odatype_schema::Rulebook;
use odatype_table::docs::Docs;
use serde_json::{Value, json};

use paths::Paths;
use reach::Reach;
use schemas::Schemas;

/// What the document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// What the service is called.
    pub title: String,
    /// The version of its interface.
    pub version: String,
    /// The URL of its root, if it is known.
    pub server: Option<String>,
}

const DESCRIPTION: &str = "Made of the service's OData metadata. An object's tag, `@odata.type` (or `@type`), says which type it is of, \
and is the discriminator. Where a discriminator has `x-defaultMapping`, the tag may be left out, and the object is then of that schema.";

/// The document of everything that `rulebook` has, with the schemas of `profile`: what one sends and what one receives
/// have the same.
#[must_use]
pub fn document(rulebook: &Rulebook<'_>, profile: Profile, info: &Info) -> Value {
    let docs = rulebook.docs();
    let docs = docs.iter().map(|text| Docs::read(text)).collect();
    let deriver = Deriver::new(rulebook.table()).with_docs(docs).with_discriminators();
    let schemas = Schemas::new(rulebook, &deriver, profile);
    let reach = Reach::new(rulebook.model());
    let mut paths = Paths::default();
    elements::elements(rulebook, &schemas, &mut paths);
    actions::actions(rulebook, &schemas, &reach, &mut paths);
    functions::functions(rulebook, &schemas, &reach, &mut paths);
    let mut document = json!({
        "openapi": "3.1.1",
        "info": { "title": info.title, "version": info.version, "description": DESCRIPTION },
    });
    // What stands in `json!` is copied, and these two are nearly all that there is.
    document["paths"] = paths.into_value();
    document["components"]["schemas"] = schemas.into_components();
    if let Some(server) = &info.server {
        document["servers"] = json!([{ "url": server }]);
    }
    component::point(&mut document);
    component::drop_unused(&mut document);
    document
}
