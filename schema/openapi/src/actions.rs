//! Actions: what they take and give, where they can be called.
//!
//! Source: OData Protocol 4.01, section 11.5.5 (actions); CSDL JSON 4.01, section 13.5 (action import).

use odatype_json_schema::Target;
use odatype_schema::{
    Action, Origin, Rulebook,
    model::{QualifiedName, Serves},
};
use odatype_table::Shape;
use serde_json::json;

use crate::{address::Address, body, component, paths::Paths, reach::Reach, schemas::Schemas};

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
    let Some(binding) = action.operation.binding() else {
        let imports = imports(rulebook, name);
        return if imports.is_empty() { vec![Address::default().then(name.as_str())] } else { imports };
    };
    vec![reach.way(&binding.ty).then(name.as_str())]
}

/// The imports of an unbound action.
fn imports(rulebook: &Rulebook<'_>, action: &QualifiedName) -> Vec<Address> {
    let elements = rulebook.model().containers.values().flat_map(|container| &container.elements);
    let imports = elements.filter(|element| element.serves() == Some(Serves::ActionImport(action.clone())));
    imports.map(|element| Address::default().then(&element.name)).collect()
}
