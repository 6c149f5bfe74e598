//! The plan's items: what the renderer writes, as data.

mod enumeration;
mod family;
mod record;
mod types;
mod value;

use super::ident::{ModuleIdent, TypeIdent};
pub use enumeration::{Enum, EnumVariant, Flag, Flags};
pub use family::{Family, FamilyVariant, Union};
pub use record::{Accessor, Called, Constant, Constructor, Literal, Record, Required, RequiredField, Returns};
pub use types::Types;
pub(crate) use types::{Declared, Named};
pub use value::{ModulePath, TypePath, Value};

/// What will be generated: every decision is made.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What the documentation of the schema's static says.
    pub doc: String,
    /// The schema's table, one string for each type.
    pub table: Vec<String>,
    /// Aliases with their namespaces.
    pub aliases: Vec<(String, String)>,
    /// Types without rows, as the table's text has them: structured types that a slice left out, and type definitions.
    pub outside: String,
    /// Descriptions, one text for each type.
    pub docs: Vec<String>,
    /// The modules of the first segments of all namespaces.
    pub modules: Vec<Module>,
    /// What the rows declare, and who inherits it.
    pub types: Types,
}

/// A module and all that is in it.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name.
    pub ident: ModuleIdent,
    /// Its documentation.
    pub doc: String,
    /// Where it is.
    pub path: ModulePath,
    /// Whether something in it has a name of the prelude (`Option`), so that those are written in full.
    pub hides_prelude: bool,
    /// Its items, by their wire names.
    pub items: Vec<Item>,
    /// The modules in it, by name.
    pub modules: Vec<Module>,
}

/// An item of a module.
#[derive(Clone, Debug)]
pub enum Item {
    /// A structured type, or what an operation is given.
    Record(Record),
    /// The tagged enum of a type that others derive from.
    Family(Family),
    /// What an untyped property may hold.
    Union(Union),
    /// An enumeration type.
    Enum(Enum),
    /// An enumeration type whose members are combined.
    Flags(Flags),
    /// A type definition.
    Alias(Alias),
}

/// A type definition.
#[derive(Clone, Debug)]
pub struct Alias {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// What is behind it.
    pub value: Value,
}
