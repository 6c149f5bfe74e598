//! Structs over records.

use super::value::Value;
use crate::plan::ident::{ConstIdent, FieldIdent, TypeIdent};

/// A struct over a record, with what [`Types::accessors`](crate::plan::Types::accessors) has.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub doc: String,
    /// Its place in the table.
    pub index: usize,
    /// Its qualified name on the wire; of an operation, the key of its overload.
    pub wire: String,
    /// Its own properties' allowed values that have names.
    pub constants: Vec<Constant>,
    /// How it is made.
    pub constructor: Constructor,
    /// What comes back, of an operation that returns something.
    pub returns: Option<Returns>,
    /// What an operation is called in a URL.
    pub called: Option<Called>,
}

/// How one calls an operation.
#[derive(Clone, Debug)]
pub struct Called {
    /// Whether it is a function and not an action.
    pub is_function: bool,
    /// The segment of a path that calls it.
    pub segment: String,
}

/// What an operation returns.
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
    /// The parameters.
    pub fields: Vec<RequiredField>,
}

/// One that is required.
#[derive(Clone, Copy, Debug)]
pub struct RequiredField {
    /// The slot of its accessor.
    pub slot: usize,
    /// Whether null may be given for it.
    pub may_be_null: bool,
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
    /// The getter's documentation.
    pub doc: String,
    /// The constant's documentation.
    pub name_doc: String,
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
