//! The types of values.

use crate::plan::ident::{ModuleIdent, TypeIdent};

/// The Rust type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text,
    /// A type of the language: `bool`, `i32`, …
    Scalar(&'static str),
    /// A type of the runtime's module `edm`.
    Edm(&'static str),
    /// Anything, as JSON.
    Json,
    /// An enumeration or flags type.
    Enum(TypePath),
    /// A structured type or a family of them.
    Object(TypePath),
    /// What an untyped property may hold, one or many.
    Union(TypePath),
}

/// The path from an item to a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypePath {
    /// How many modules to go up.
    pub up: usize,
    /// The modules to go down from there.
    pub down: Vec<ModuleIdent>,
    /// The type.
    pub ident: TypeIdent,
}

impl TypePath {
    /// The segments before the modules that it goes down.
    pub(crate) fn start(&self) -> impl Iterator<Item = &str> {
        // A bare module could be taken for a crate of that name.
        let here = (self.up == 0 && !self.down.is_empty()).then_some("self");
        std::iter::repeat_n("super", self.up).chain(here)
    }
}
