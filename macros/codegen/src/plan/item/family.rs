//! Enums of structured types.

use super::{record::Constant, value::TypePath};
use crate::plan::ident::{TypeIdent, VariantIdent};

/// A tagged enum, with a variant for each type that [`Types::variants`](crate::plan::Types::variants) has, and the
/// accessors of its base.
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
