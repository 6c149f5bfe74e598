//! The plan's items: what the renderer writes, as data.

use std::sync::Arc;

use super::ident::{ConstIdent, FieldIdent, ModuleIdent, TypeIdent, VariantIdent};

/// What will be generated: every decision is made.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What the documentation of the schema's static says.
    pub doc: String,
    /// The schema's table, one string for each type.
    pub table: Vec<String>,
    /// Aliases with their namespaces.
    pub aliases: Vec<(String, String)>,
    /// Names of structured types that a slice left out, sorted.
    pub outside: String,
    /// Descriptions, one text for each type.
    pub docs: Vec<String>,
    /// The modules of the first segments of all namespaces.
    pub modules: Vec<Module>,
}

/// A module and all that is in it.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name.
    pub ident: ModuleIdent,
    /// Its documentation.
    pub doc: String,
    /// How many `super` lead out of it to the schema's static.
    pub depth: usize,
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
    /// A structured type, or an action's body.
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

/// A struct over a record.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// Its place in the table.
    pub index: usize,
    /// Its qualified name on the wire; of an action, with what it is bound to.
    pub wire: String,
    /// A getter and a name for each property, inherited ones first.
    pub accessors: Vec<Accessor>,
    /// Its own properties' allowed values that have names.
    pub constants: Vec<Constant>,
    /// How it is made.
    pub constructor: Constructor,
    /// What comes back, of the body of an action that returns something.
    pub returns: Option<Returns>,
}

/// What an action returns.
#[derive(Clone, Debug)]
pub struct Returns {
    /// The value.
    pub value: Value,
    /// Whether it is many.
    pub collection: bool,
}

/// How a struct is made.
#[derive(Clone, Debug)]
pub enum Constructor {
    /// `new()` and `Default`, with its documentation.
    Empty(String),
    /// `new(…)` with a struct of what is required.
    Required(String, Required),
}

/// A struct with a field for each required parameter.
#[derive(Clone, Debug)]
pub struct Required {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// The places of the parameters' accessors.
    pub fields: Vec<usize>,
}

/// A getter, and the constant that names its property.
#[derive(Clone, Debug)]
pub struct Accessor {
    /// The property's slot.
    pub slot: usize,
    /// The getter's name.
    pub getter: FieldIdent,
    /// The constant's name.
    pub name: ConstIdent,
    /// The getter's documentation; that of inherited properties is shared.
    pub doc: Arc<str>,
    /// The constant's documentation.
    pub name_doc: Arc<str>,
    /// The type of the value, or of a collection's items.
    pub value: Value,
    /// Whether it is a collection.
    pub collection: bool,
}

/// An allowed value that has a name.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Its name.
    pub ident: ConstIdent,
    /// Its documentation.
    pub doc: String,
    /// Its type and value.
    pub value: Literal,
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Of an integer type of the language.
    Integer(&'static str, i64),
    /// Text.
    Text(String),
}

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

/// A tagged enum.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// The base type's place in the table.
    pub index: usize,
    /// The base type's qualified name on the wire.
    pub wire: String,
    /// The variant of the base itself, if it is concrete.
    pub base: Option<VariantIdent>,
    /// A variant for each concrete type.
    pub variants: Vec<FamilyVariant>,
    /// The base type's properties.
    pub accessors: Vec<Accessor>,
    /// Their allowed values that have names, if the base has no struct to have them.
    pub constants: Vec<Constant>,
}

/// A variant of a family or a union.
#[derive(Clone, Debug)]
pub struct FamilyVariant {
    /// Its name.
    pub ident: VariantIdent,
    /// Its documentation.
    pub doc: String,
    /// What it holds.
    pub ty: TypePath,
    /// The place in the table of the type that it stands for.
    pub index: usize,
}

/// The enum of an untyped property.
#[derive(Clone, Debug)]
pub struct Union {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// Its place in the table.
    pub index: usize,
    /// The property that it is of, on the wire.
    pub wire: String,
    /// A variant for each structured type.
    pub variants: Vec<FamilyVariant>,
}

/// An enum.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// Its place in the table.
    pub index: usize,
    /// Its qualified name on the wire.
    pub wire: String,
    /// Whether it has all the members that there are, and no variant for others.
    pub is_exhaustive: bool,
    /// Its members.
    pub variants: Vec<EnumVariant>,
}

/// A member of an enum.
#[derive(Clone, Debug)]
pub struct EnumVariant {
    /// Its name.
    pub ident: VariantIdent,
    /// Its documentation.
    pub doc: String,
    /// Its name on the wire.
    pub wire: String,
}

/// A set of flags.
#[derive(Clone, Debug)]
pub struct Flags {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// Its place in the table.
    pub index: usize,
    /// Its qualified name on the wire.
    pub wire: String,
    /// Its members.
    pub flags: Vec<Flag>,
}

/// A flag.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its name.
    pub ident: ConstIdent,
    /// Its documentation.
    pub doc: String,
    /// Its name on the wire.
    pub wire: String,
    /// Its bits.
    pub value: i64,
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
