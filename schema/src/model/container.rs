//! Entity containers: what a service serves.

use super::{annotation::Annotations, name::QualifiedName};
use crate::location::Location;

/// An entity container.
///
/// Source: CSDL JSON 4.01, section 13.
#[derive(Clone, Debug)]
pub struct Container {
    /// Its name.
    pub name: QualifiedName,
    /// The container that it extends.
    pub extends: Option<QualifiedName>,
    /// Entity sets, singletons and imports, in document order.
    pub elements: Vec<ContainerElement>,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

/// An entity set, singleton, action import or function import, in the form of its CSDL JSON object with aliases
/// expanded (`$Collection`, `$Type`, `$NavigationPropertyBinding`, `$Action`, …).
#[derive(Clone, Debug)]
pub struct ContainerElement {
    /// Its name.
    pub name: String,
    /// Its CSDL JSON members, annotations aside.
    pub members: serde_json::Map<String, serde_json::Value>,
    /// Annotations.
    pub annotations: Annotations,
}
