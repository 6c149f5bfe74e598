//! Members as values in Rust: how they are read out of a record, what may be put into one, and what each kind of generated
//! type has for its users.

mod enumeration;
mod flags;
mod get;
mod json;
mod one_or_many;
mod presence;
mod primitive;
mod property;
mod set;
mod structured;
mod unknown;
mod values;

pub use enumeration::{Enumeration, UnrecognizedMember};
pub use flags::FlagSet;
pub use json::{Json, Untyped};
pub use one_or_many::OneOrMany;
pub use presence::Presence;
pub use primitive::Primitive;
pub use property::{IntoProperty, Null};
pub use structured::Structured;
pub use unknown::Unknown;
pub use values::Values;
