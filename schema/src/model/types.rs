//! Enumeration types, type definitions and terms.

use odatype_table::Primitive;

use super::{
    annotation::Annotations,
    name::QualifiedName,
    type_ref::{TypeName, TypeRef},
};
use crate::location::Location;

/// An enumeration type.
///
/// Source: CSDL JSON 4.01, section 10.
#[derive(Clone, Debug)]
pub struct EnumType {
    /// Its name.
    pub name: QualifiedName,
    /// `UnderlyingType`; `Edm.Int32` where the schema is silent.
    pub underlying: Primitive,
    /// Whether several members may be combined.
    pub is_flags: bool,
    /// Members in document order.
    pub members: Vec<EnumMember>,
    /// Annotations of the type.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

/// A member of an enumeration type.
#[derive(Clone, Debug)]
pub struct EnumMember {
    /// Its name, which is its spelling on the wire.
    pub name: String,
    /// Its value; counted up where the schema is silent.
    pub value: i64,
    /// Annotations of the member.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

/// A type definition: a primitive type narrowed and named.
///
/// Source: CSDL JSON 4.01, section 11.
#[derive(Clone, Debug)]
pub struct TypeDefinition {
    /// Its name.
    pub name: QualifiedName,
    /// The primitive type behind it, with facets; never a collection.
    pub underlying: TypeRef,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

impl TypeDefinition {
    /// The built-in type of its values; anything, should it stand for no built-in type, which is wrong.
    #[must_use]
    pub fn behind(&self) -> Primitive {
        match self.underlying.name {
            TypeName::Primitive(primitive) => primitive,
            TypeName::Named(_) => Primitive::Untyped,
        }
    }
}

/// A term of a vocabulary.
///
/// Source: CSDL JSON 4.01, section 14.1.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its name.
    pub name: QualifiedName,
    /// Its type.
    pub ty: TypeRef,
    /// Whether its value may be null.
    pub nullable: bool,
    /// The term that it specialises.
    pub base: Option<QualifiedName>,
    /// What it may be applied to.
    pub applies_to: Vec<String>,
    /// Its default, as JSON.
    pub default: Option<serde_json::Value>,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}
