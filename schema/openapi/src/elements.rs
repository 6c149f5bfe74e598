//! Entity sets and singletons: reading, making, changing and deleting.
//!
//! Source: OData Protocol 4.01, sections 11.2 (requesting data) and 11.4 (modifying data); CSDL JSON 4.01, section 13
//! (entity container).

use odatype_schema::{
    Rulebook,
    model::{ContainerElement, QualifiedName, Serves, TypeName},
};
use serde_json::{Value, json};

use crate::{
    address::Address,
    body, component,
    paths::Paths,
    permitted::{Deed, is_permitted},
    schemas::Schemas,
};

/// What containers have.
pub(crate) fn elements(rulebook: &Rulebook<'_>, schemas: &Schemas, paths: &mut Paths) {
    for element in rulebook.model().containers.values().flat_map(|container| &container.elements) {
        let mut served = Served { rulebook, schemas, element, paths };
        match element.serves() {
            Some(Serves::EntitySet(ty)) => served.set(ty),
            Some(Serves::Singleton(ty)) => {
                let address = Address::default().then(&element.name);
                served.one(&address, &TypeName::Named(ty), Deed::Read);
            }
            Some(Serves::ActionImport(_) | Serves::FunctionImport(_)) | None => {}
        }
    }
}

/// An entity set or a singleton, and where its paths go.
struct Served<'a, 'm> {
    rulebook: &'a Rulebook<'m>,
    schemas: &'a Schemas,
    element: &'m ContainerElement,
    paths: &'a mut Paths,
}

impl Served<'_, '_> {
    /// The entity set, of entities of the type `ty`.
    fn set(&mut self, ty: QualifiedName) {
        let address = Address::default().then(&self.element.name);
        let keyed = address.keyed(self.rulebook.model(), &ty);
        let ty = TypeName::Named(ty);
        let [many, entity] = [true, false].map(|many| self.schemas.named(self.rulebook, &ty, many));
        let listed = body::responses([("200", "The entities, or a page of them.", Some(&many))]);
        self.add(&address, Deed::Read, ("get", "list"), listed, None);
        let created = [("201", "The entity that was made.", Some(&entity)), ("204", "It was made.", None)];
        self.add(&address, Deed::Create, ("post", "create"), body::responses(created), Some(&entity));
        self.one(&keyed, &ty, Deed::ReadByKey);
        let deleted = body::responses([("204", "It is gone.", None)]);
        self.add(&keyed, Deed::Delete, ("delete", "delete"), deleted, None);
    }

    /// An entity of the type `ty` at `address`; `read` is what getting it is.
    fn one(&mut self, address: &Address, ty: &TypeName, read: Deed) {
        let entity = self.schemas.named(self.rulebook, ty, false);
        let got = body::responses([("200", "The entity.", Some(&entity))]);
        self.add(address, read, ("get", "get"), got, None);
        let updated = [("200", "The entity as it is now.", Some(&entity)), ("204", "It was changed.", None)];
        self.add(address, Deed::Update, ("patch", "update"), body::responses(updated), Some(&entity));
    }

    /// Adds what is done by `method` and called `what`, if one may.
    fn add(
        &mut self,
        address: &Address,
        deed: Deed,
        (method, what): (&str, &str),
        responses: Value,
        request: Option<&Value>,
    ) {
        let ContainerElement { name, annotations, .. } = self.element;
        if !is_permitted(annotations, deed) {
            return;
        }
        let mut operation = json!({ "operationId": format!("{}.{what}", component::name(name)), "tags": [name] });
        operation["responses"] = responses;
        if let Some(request) = request {
            operation["requestBody"] = body::request(request, true);
        }
        self.paths.add(&address.path, &address.parameters(self.rulebook, self.schemas), method, operation);
    }
}
