//! What generated code is made of: each macro here gives one generated type what all of its kind have, each function is
//! what many of them do.

mod bridge;
mod enumeration;
mod flags;
mod functions;
mod newtype;
mod tagged;
mod texts;

/// Generates types from the schema files that it names: CSDL XML (`$metadata` as a service gives it) or CSDL JSON.
///
/// ```
/// mod service {
///     odatype::schema! {
///         path = "examples/library.csdl.json",       // relative to the crate's `Cargo.toml`; a folder, or `["a.xml", "b"]`
///         overlay = "examples/library.overlay.json", // optional: what the metadata does not say; may be several too
///         // A file's name may be made of literals: `concat!(env!("OUT_DIR"), "/library.xml")`.
///         roots = ["library.shelf"],                 // optional: only what these reach; of an action `ns.mute(ns.call)`
///         versions = "all",                          // optional: `"latest"` makes one type of all versions of a type
///         exhaustive = false,                        // optional: `true` where enumerations have all members there will be
///         deny_warnings = true,                      // optional: what is odd about the schema, such as an unknown attribute, is an error
///         rename = { "library.film.length" = "running_time" }, // optional: Rust names by wire names
///     }
/// }
/// use odatype::Structured;
/// let film = service::library::Film::new().with(service::library::Film::TITLE, "M");
/// assert_eq!(odatype::to_string(&film), r#"{"title":"M"}"#);
/// ```
///
/// There is a module for each namespace, with its types, and with bodies of actions in `actions::<what it is bound
/// to>`; beside them are `decode(type_name, json)`, `types()` and `SCHEMA`, for types that are learnt at run time. What
/// is wrong with a schema is an error with file, line and column, all that can be told at once. A change of a file
/// rebuilds.
///
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! schema {
    ($($arguments:tt)*) => { $crate::__private::schema_impl! { [$crate] $($arguments)* } };
}

pub use crate::__default as default;
pub use crate::__default_base as default_base;
pub use crate::__enumeration as enumeration;
pub use crate::__flags as flags;
pub use crate::__function as function;
pub use crate::__structured as structured;
pub use crate::__tagged as tagged;
pub use functions::{
    at, closed_member, compare, debug, debug_member, declared, empty, family, is_named, is_same, member, member_at,
};
