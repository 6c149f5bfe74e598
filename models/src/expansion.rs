//! What generated code is made of: each macro here gives one generated type what all of its kind have, each function is
//! what many of them do.

mod bridge;
mod functions;
mod newtype;
mod tagged;
mod texts;

/// Generates types from the schema files that it names; see the crate's documentation.
///
/// ```ignore
/// odatype::schema! {
///     path = "schema/my.csdl.json",           // .json, .xml or .csdl, relative to the crate's manifest; several allowed
///     path = concat!(env!("OUT_DIR"), "/b.xml"), // strings may be made of literals by `concat!` and `env!`
///     overlay = "schema/my.overlay.json",     // optional, several allowed
///     roots = ["my.service.thing"],           // optional: only what these reach; actions can be roots
///     rename = { "my.service.thing.final" = "last" },
/// }
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! schema {
    ($($arguments:tt)*) => { $crate::__private::schema_impl! { [$crate] $($arguments)* } };
}

pub use crate::__default as default;
pub use crate::__default_base as default_base;
pub use crate::__enumeration as enumeration;
pub use crate::__flags as flags;
pub use crate::__structured as structured;
pub use crate::__tagged as tagged;
pub use functions::{closed_member, debug, debug_member, is_named, member, member_at, open_member};
