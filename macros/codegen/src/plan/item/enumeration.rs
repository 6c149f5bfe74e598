//! Enumeration types.

use crate::plan::ident::{ConstIdent, TypeIdent, VariantIdent};

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
