//! Actions: what they take and give, where they can be called.
//!
//! Source: OData Protocol 4.01, section 11.5.5 (actions).

use odatype_json_schema::Target;
use odatype_schema::{Origin, Rulebook};
use odatype_table::Shape;

use crate::{body, operations, paths::Paths, reach::Reach, schemas::Schemas};

/// All actions, each where it can be called.
pub(crate) fn actions<'m>(rulebook: &Rulebook<'m>, schemas: &Schemas, reach: &Reach<'m>, paths: &mut Paths) {
    for (index, row, origin) in rulebook.rows() {
        let Origin::Operation(action) = origin else { continue };
        if action.is_function() {
            continue;
        }
        let members = row.structured().map_or(&[][..], |ty| &ty.own);
        let returned = body::returned(rulebook, schemas, action.operation.returns.as_ref());
        let mut object = operations::object(action.operation, &row.name, returned);
        if !members.is_empty() {
            let is_required = members.iter().any(|member| member.is_required);
            object["requestBody"] = body::request(&schemas.of(Target::Value(Shape::Declared(index))), is_required);
        }
        for address in operations::addresses(action.operation, reach) {
            let parameters = address.parameters(rulebook, schemas);
            paths.add(&address.path, &parameters, "post", object.clone());
        }
    }
}
