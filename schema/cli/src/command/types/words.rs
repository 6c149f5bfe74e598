//! What each declared thing is, in words.

use odatype_schema::model::{
    EnumType, Operation, OperationKind, QualifiedName, Serves, StructuredKind, StructuredType,
};

/// How many members of an enumeration type are told.
const MEMBERS: usize = 12;

/// A structured type, and whether it is open; its base is if `is_base_open`.
pub(super) fn structured(ty: &StructuredType, is_base_open: bool) -> (String, bool) {
    let mut words = vec![match ty.kind {
        StructuredKind::Entity => "entity type",
        StructuredKind::Complex => "complex type",
    }];
    words.extend(ty.is_abstract.then_some("abstract"));
    let openness = match ty.openness() {
        Some(true) => Some("open"),
        None if is_base_open => Some("open by its base"),
        Some(false) | None => None,
    };
    words.extend(openness);
    (words.join(", "), openness.is_some())
}

pub(super) fn enumeration(ty: &EnumType) -> String {
    let mut names: Vec<&str> = ty.members.iter().map(|member| member.name.as_str()).collect();
    let more = names.len().saturating_sub(MEMBERS);
    names.truncate(MEMBERS);
    let kind = if ty.is_flags { "flags" } else { "members" };
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    match names.as_slice() {
        [] => format!("enumeration type without {kind}"),
        names => format!("enumeration type, {kind} {}{rest}", names.join(", ")),
    }
}

/// An overload of an action or a function.
pub(super) fn operation(operation: &Operation) -> String {
    let kind = match operation.kind {
        OperationKind::Action => "action",
        OperationKind::Function => "function",
    };
    let mut words = vec![
        operation
            .binding()
            .map_or_else(|| format!("{kind}, unbound"), |binding| format!("{kind} bound to {}", binding.ty)),
    ];
    words.extend(operation.is_composable.then(|| "composable".to_owned()));
    let taken: Vec<&str> = operation.given().map(|parameter| parameter.name.as_str()).collect();
    words.extend((!taken.is_empty()).then(|| format!("takes {}", taken.join(", "))));
    words.extend(operation.returns.as_ref().map(|returns| format!("returns {}", returns.ty)));
    words.join(", ")
}

/// What a container has, and of what.
pub(super) fn served(serves: Serves) -> (&'static str, QualifiedName) {
    match serves {
        Serves::EntitySet(ty) => ("entity set of", ty),
        Serves::Singleton(ty) => ("singleton of", ty),
        Serves::ActionImport(action) => ("import of the action", action),
        Serves::FunctionImport(function) => ("import of the function", function),
    }
}
