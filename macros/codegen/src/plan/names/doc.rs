//! The documentation of modules.

use odatype_schema::model::QualifiedName;

use crate::plan::prose::code;

/// A namespace's module.
pub(super) fn namespace(name: &str) -> String {
    format!("The namespace `{}`.", code(name))
}

/// The module of a namespace's actions.
pub(super) fn actions(namespace: &str) -> String {
    format!("Bodies of the actions of the namespace `{}`.", code(namespace))
}

/// The module of the actions that are bound to one type.
pub(super) fn bound_actions(binding: &QualifiedName, many: bool) -> String {
    let name = code(binding.as_str());
    if many { format!("Actions bound to collections of `{name}`.") } else { format!("Actions bound to `{name}`.") }
}
