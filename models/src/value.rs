//! Members as values in Rust: how they are read out of a record, what may be put into one, and what each kind of
//! generated type has for its users.

mod action;
mod binding;
mod delta;
mod edit;
mod editable;
mod entity_ref;
mod enumeration;
mod flags;
mod function;
mod get;
mod into_binding;
mod into_property;
mod json;
mod kind;
mod one_or_many;
mod presence;
mod primitive;
mod property;
mod set;
mod structured;
mod unknown;
mod url;
mod values;

pub use action::Action;
pub use editable::{Editable, Reachable};
pub use entity_ref::{EntityRef, Key};
pub use enumeration::{Enumeration, UnknownMember, UnrecognizedMember};
pub use flags::FlagSet;
pub use function::Function;
pub use into_binding::IntoBinding;
pub use into_property::{Borrowed, Given, IntoProperty, Items, Maybe, Member, Nothing, Null, Provided, Stated};
pub use json::{Json, Untyped};
pub use kind::{ItemType, Owned, Primitives, PropertyType, Reader};
pub use one_or_many::OneOrMany;
pub use presence::Presence;
pub use primitive::Primitive;
pub use property::Property;
pub use structured::Structured;
pub use unknown::Unknown;
pub use values::Values;
