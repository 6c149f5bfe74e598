//! References to types, with the facets that narrow them.

use std::fmt;

use odatype_table::name::MaybeCollection;

use odatype_table::Primitive;

use super::name::QualifiedName;

/// A single type's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeName {
    /// An `Edm.` type.
    Primitive(Primitive),
    /// A declared type: structured, enumeration or type definition.
    Named(QualifiedName),
}

/// The type of a property, parameter, return value or term: a type or a collection of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// `Collection(…)`.
    pub collection: bool,
    /// The type itself, or the collection's item type.
    pub name: TypeName,
    /// Facets; of the items for a collection.
    pub facets: Facets,
}

impl TypeRef {
    /// Whether `other` is the same type, single or a collection as this one; facets may differ.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        (&self.name, self.collection) == (&other.name, other.collection)
    }
}

/// Type facets. `None` means that the schema does not say.
///
/// Source: CSDL JSON 4.01, section 7.2.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// `MaxLength`: a number of characters or bytes; `max` is `None` too.
    pub max_length: Option<u64>,
    /// `Precision`.
    pub precision: Option<u64>,
    /// `Scale`: a number, `floating` or `variable`.
    pub scale: Option<String>,
    /// `Unicode`.
    pub unicode: Option<bool>,
    /// `SRID`: a number or `variable`.
    pub srid: Option<String>,
}

impl fmt::Display for TypeName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Primitive(primitive) => write!(formatter, "Edm.{}", primitive.name()),
            Self::Named(name) => write!(formatter, "{name}"),
        }
    }
}

impl fmt::Display for TypeRef {
    /// As CSDL XML writes it: `Collection(ns.T)`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        MaybeCollection { is_collection: self.collection, item: &self.name }.fmt(formatter)
    }
}
