//! What operations are called in URLs.
//!
//! Source: OData URL Conventions 4.01, section 4.5 (addressing actions, addressing functions).

use odatype_schema::{
    Overload,
    model::{Operation, OperationKind, Serves},
};

use super::build::Build;

/// What an operation is called in URLs: a bound one by its qualified name, another by that of its import, if there is one.
pub(super) fn called<'m>(build: Build<'_, 'm>, overload: Overload<'m>) -> &'m str {
    let operation = overload.operation;
    let import = || import(build, operation);
    operation.binding().map_or_else(import, |_| None).unwrap_or(operation.name.as_str())
}

/// The name of the import of an unbound operation.
pub(super) fn import<'m>(build: Build<'_, 'm>, operation: &Operation) -> Option<&'m str> {
    let mut elements = build.book.model().containers.values().flat_map(|container| &container.elements);
    let is_import = |serves: Option<Serves>| match (operation.kind, serves) {
        (OperationKind::Action, Some(Serves::ActionImport(name)))
        | (OperationKind::Function, Some(Serves::FunctionImport(name))) => name == operation.name,
        _ => false,
    };
    elements.find(|element| is_import(element.serves())).map(|element| element.name.as_str())
}
