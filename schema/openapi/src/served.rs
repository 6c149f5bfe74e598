//! What a service serves: entity sets, singletons, and actions.
//!
//! Source: OData Protocol 4.01, sections 11.2 (requesting data), 11.4 (modifying data) and 11.5.5 (actions); CSDL JSON 4.01,
//! section 13 (entity container).

use odatype_json_schema::Target;
use odatype_schema::{
    Action, Origin, Rulebook,
    model::{QualifiedName, Serves, TypeName},
};
use odatype_table::Shape;
use serde_json::{Value, json};

use crate::{address::Address, body, component, paths::Paths, reach::Reach, schemas::Schemas};

/// What containers have: entity sets and singletons.
pub(crate) fn elements(rulebook: &Rulebook<'_>, schemas: &Schemas, paths: &mut Paths) {
    let model = rulebook.model();
    for element in model.containers.values().flat_map(|container| &container.elements) {
        let (is_set, ty) = match element.serves() {
            Some(Serves::EntitySet(ty)) => (true, ty),
            Some(Serves::Singleton(ty)) => (false, ty),
            Some(Serves::ActionImport(_) | Serves::FunctionImport(_)) | None => continue,
        };
        let entity = schemas.named(rulebook, &TypeName::Named(ty.clone()), false);
        let mut address = Address::default().then(&element.name);
        let about = |what: &str, responses: Value| json!({ "operationId": format!("{}.{what}", element.name), "tags": [element.name], "responses": responses });
        let changed = || json!({ "200": body::response("The entity.", &entity), "204": body::nothing("It was done."), "default": body::error() });
        if is_set {
            let many = schemas.named(rulebook, &TypeName::Named(ty.clone()), true);
            let read =
                json!({ "200": body::response("The entities, or a page of them.", &many), "default": body::error() });
            paths.add(&address.path, &[], "get", about("list", read));
            let made = json!({ "201": body::response("The entity that was made.", &entity), "204": body::nothing("It was made."), "default": body::error() });
            let mut make = about("create", made);
            make["requestBody"] = body::request(&entity, true);
            paths.add(&address.path, &[], "post", make);
            address = address.keyed(model, &ty);
        }
        let parameters = address.parameters(rulebook, schemas);
        let mut add = |method, operation| paths.add(&address.path, &parameters, method, operation);
        add("get", about("get", json!({ "200": body::response("The entity.", &entity), "default": body::error() })));
        let mut change = about("update", changed());
        change["requestBody"] = body::request(&entity, true);
        add("patch", change);
        if is_set {
            let gone = json!({ "204": body::nothing("It is gone."), "default": body::error() });
            add("delete", about("delete", gone));
        }
    }
}

/// All actions, each where it can be called.
pub(crate) fn actions<'m>(rulebook: &Rulebook<'m>, schemas: &Schemas, reach: &Reach<'m>, paths: &mut Paths) {
    for (index, row, origin) in rulebook.rows() {
        let Origin::Action(action) = origin else { continue };
        let members = row.structured().map_or(&[][..], |ty| &ty.own);
        let returned = body::returned(rulebook, schemas, action.operation.returns.as_ref());
        let mut operation = json!({
            "operationId": component::name(&row.name),
            "tags": [action.operation.name.as_str()],
            "responses": returned,
        });
        if let Some(description) = action.operation.annotations.description() {
            operation["description"] = json!(description);
        }
        if !members.is_empty() {
            let is_required = members.iter().any(|member| member.is_required);
            operation["requestBody"] = body::request(&schemas.of(Target::Value(Shape::Declared(index))), is_required);
        }
        for address in addresses(rulebook, *action, reach) {
            let parameters = address.parameters(rulebook, schemas);
            paths.add(&address.path, &parameters, "post", operation.clone());
        }
    }
}

/// Where an action can be called.
fn addresses<'m>(rulebook: &Rulebook<'m>, action: Action<'m>, reach: &Reach<'m>) -> Vec<Address> {
    let name = &action.operation.name;
    let Some(binding) = action.binding else {
        let imports = imports(rulebook, name);
        return if imports.is_empty() { vec![Address::default().then(name.as_str())] } else { imports };
    };
    let way = reach.way(binding.is_collection, binding.item).cloned().unwrap_or_else(|| {
        let (parameter, many) = if binding.is_collection { ("collection", "many") } else { ("resource", "one") };
        let description = format!("the path of {many} of {}, which the metadata does not tell", binding.item);
        Address::somewhere(parameter, description).then(binding.item.as_str())
    });
    vec![way.then(name.as_str())]
}

/// The imports of an unbound action.
fn imports(rulebook: &Rulebook<'_>, action: &QualifiedName) -> Vec<Address> {
    let elements = rulebook.model().containers.values().flat_map(|container| &container.elements);
    let imports = elements.filter(|element| element.serves() == Some(Serves::ActionImport(action.clone())));
    imports.map(|element| Address::default().then(&element.name)).collect()
}
