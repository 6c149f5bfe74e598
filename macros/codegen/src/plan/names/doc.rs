//! The documentation of modules.

use odatype_schema::model::QualifiedName;

use crate::plan::prose::code;

/// A namespace's module.
pub(super) fn namespace(name: &str) -> String {
    format!("The namespace `{}`.", code(name))
}

/// The module of a namespace's actions, or of its functions.
pub(super) fn operations(namespace: &str, is_function: bool) -> String {
    let what = if is_function { "Calls of the functions" } else { "Bodies of the actions" };
    format!("{what} of the namespace `{}`.", code(namespace))
}

/// The module of the actions, or the functions, that are bound to one type.
pub(super) fn bound_operations(binding: &QualifiedName, many: bool, is_function: bool) -> String {
    let what = if is_function { "Functions" } else { "Actions" };
    let of = if many { "collections of " } else { "" };
    format!("{what} bound to {of}`{}`.", code(binding.as_str()))
}
