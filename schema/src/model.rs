//! The resolved model of a schema: what every later stage reads.
//!
//! All names are fully qualified (aliases are gone), all maps ordered, so that equal schemas give equal output.
//!
//! Source: OData CSDL JSON 4.01, sections 3 to 14.

mod annotation;
mod container;
mod imports;
mod name;
mod operation;
pub(crate) mod query;
mod reference;
mod structured;
mod type_ref;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::Fault;

pub use crate::location::Location;
pub(crate) use annotation::Gathered;
pub use annotation::{Annotation, Annotations, Expression};
pub use container::{Container, ContainerElement, Serves};
pub use imports::Imports;
pub use name::QualifiedName;
pub use odatype_table::Primitive;
pub use operation::{Operation, OperationKind, Parameter, ReturnType};
pub use reference::{IncludeAnnotations, Reference};
pub use structured::{
    NavigationProperty, OnDelete, Property, PropertyKind, ReferentialConstraint, StructuredKind, StructuredType,
};
pub use type_ref::{Facets, TypeName, TypeRef};
pub use types::{EnumMember, EnumType, Term, TypeDefinition};

/// A whole resolved schema.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// `$Version` of the document(s): `4.0` or `4.01`.
    pub version: String,
    /// Where a slice came from; `None` for metadata as a service publishes it.
    pub provenance: Option<Provenance>,
    /// Every declared namespace.
    pub namespaces: BTreeMap<String, Namespace>,
    /// Entity and complex types.
    pub structured: BTreeMap<QualifiedName, StructuredType>,
    /// Enumeration types.
    pub enums: BTreeMap<QualifiedName, EnumType>,
    /// Whether who uses the schema says that its enumeration types have all the members that there are: what names none
    /// is then refused by whoever reads, too. It is no part of the schema, and not written with it.
    pub is_exhaustive: bool,
    /// Type definitions.
    pub definitions: BTreeMap<QualifiedName, TypeDefinition>,
    /// Actions, by name; each name with its overloads in document order.
    pub actions: BTreeMap<QualifiedName, Vec<Operation>>,
    /// Functions, by name; each name with its overloads in document order.
    pub functions: BTreeMap<QualifiedName, Vec<Operation>>,
    /// Terms.
    pub terms: BTreeMap<QualifiedName, Term>,
    /// Entity containers.
    pub containers: BTreeMap<QualifiedName, Container>,
    /// Annotations whose target is none of the above (container elements, enum members of other documents, …),
    /// by target path as written with aliases expanded. Kept so that nothing is lost when writing.
    pub other_annotations: BTreeMap<String, Annotations>,
    /// Structured types that a slice left out: their names are known, and nothing else.
    pub outside: BTreeSet<QualifiedName>,
    /// What is wrong in the metadata but does not keep it from being used, sorted by place: rules that are not applied,
    /// ….
    pub warnings: Vec<Fault>,
    /// Namespaces that references include from other documents, with the documents' URIs; nothing is fetched.
    pub included: BTreeMap<String, BTreeSet<String>>,
    /// What references say beside that, by URI; only those that say something.
    pub references: BTreeMap<String, Reference>,
}

/// A declared namespace: `Schema` in CSDL XML.
#[derive(Clone, Debug, Default)]
pub struct Namespace {
    /// Its document-wide alias.
    pub alias: Option<String>,
    /// Annotations of the schema itself.
    pub annotations: Annotations,
}

/// Where a slice came from: what the slice file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The service's root URL or name.
    pub service: String,
    /// The service's version, such as `v1.0`.
    pub version: String,
    /// The date of the metadata, ISO 8601.
    pub date: String,
    /// SHA-256 of each source file in lower-case hexadecimal, by the file's name without folders.
    pub sha256: BTreeMap<String, String>,
    /// The manifest's roots.
    pub roots: Vec<String>,
}
