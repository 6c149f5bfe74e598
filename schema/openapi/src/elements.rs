//! Entity sets and singletons: reading, making, changing and deleting.
//!
//! Source: OData Protocol 4.01, sections 11.2 (requesting data) and 11.4 (modifying data); CSDL JSON 4.01, section 13 (entity
//! container).

use odatype_schema::{
    Rulebook,
    model::{QualifiedName, Serves, TypeName},
};
use serde_json::{Value, json};

use crate::{address::Address, body, component, paths::Paths, schemas::Schemas};

/// What containers have.
pub(crate) fn elements(rulebook: &Rulebook<'_>, schemas: &Schemas, paths: &mut Paths) {
    for element in rulebook.model().containers.values().flat_map(|container| &container.elements) {
        match element.serves() {
            Some(Serves::EntitySet(ty)) => set(rulebook, schemas, (&element.name, &ty), paths),
            Some(Serves::Singleton(ty)) => {
                let address = Address::default().then(&element.name);
                one(rulebook, schemas, (&element.name, &ty), &address, paths);
            }
            Some(Serves::ActionImport(_) | Serves::FunctionImport(_)) | None => {}
        }
    }
}

/// The entity set `name` of entities of the type `ty`.
fn set(rulebook: &Rulebook<'_>, schemas: &Schemas, (name, ty): (&str, &QualifiedName), paths: &mut Paths) {
    let address = Address::default().then(name);
    let [many, entity] = [true, false].map(|many| schemas.named(rulebook, &TypeName::Named(ty.clone()), many));
    let listed = body::responses([("200", "The entities, or a page of them.", Some(&many))]);
    paths.add(&address.path, &[], "get", operation(name, "list", listed));
    let created = [("201", "The entity that was made.", Some(&entity)), ("204", "It was made.", None)];
    let mut create = operation(name, "create", body::responses(created));
    create["requestBody"] = body::request(&entity, true);
    paths.add(&address.path, &[], "post", create);
    let address = address.keyed(rulebook.model(), ty);
    one(rulebook, schemas, (name, ty), &address, paths);
    let deleted = body::responses([("204", "It is gone.", None)]);
    paths.add(&address.path, &address.parameters(rulebook, schemas), "delete", operation(name, "delete", deleted));
}

/// An entity of the type `ty` at `address`, in the element `name`.
fn one(
    rulebook: &Rulebook<'_>,
    schemas: &Schemas,
    (name, ty): (&str, &QualifiedName),
    address: &Address,
    paths: &mut Paths,
) {
    let parameters = address.parameters(rulebook, schemas);
    let entity = schemas.named(rulebook, &TypeName::Named(ty.clone()), false);
    let got = body::responses([("200", "The entity.", Some(&entity))]);
    paths.add(&address.path, &parameters, "get", operation(name, "get", got));
    let updated = [("200", "The entity as it is now.", Some(&entity)), ("204", "It was changed.", None)];
    let mut update = operation(name, "update", body::responses(updated));
    update["requestBody"] = body::request(&entity, true);
    paths.add(&address.path, &parameters, "patch", update);
}

/// What is done with the element `name`.
fn operation(name: &str, what: &str, responses: Value) -> Value {
    let mut operation = json!({ "operationId": format!("{}.{what}", component::name(name)), "tags": [name] });
    operation["responses"] = responses;
    operation
}
