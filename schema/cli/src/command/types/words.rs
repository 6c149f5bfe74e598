//! What each declared thing is, in words.

use odatype_schema::model::{
    EnumType, Model, Operation, OperationKind, QualifiedName, Serves, StructuredKind, StructuredType,
};

/// How many members of an enumeration type are told.
const MEMBERS: usize = 12;

pub(super) fn structured(model: &Model, ty: &StructuredType) -> String {
    let mut words = vec![match ty.kind {
        StructuredKind::Entity => "entity type",
        StructuredKind::Complex => "complex type",
    }];
    words.extend(ty.is_abstract.then_some("abstract"));
    let openness = match (model.is_open(&ty.name), ty.openness()) {
        (true, Some(_)) => Some("open"),
        (true, None) => Some("open by its base"),
        (false, _) => None,
    };
    words.extend(openness);
    words.join(", ")
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
