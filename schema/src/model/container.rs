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

/// What an element of a container is, and of which type or operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serves {
    /// An entity set.
    EntitySet(QualifiedName),
    /// A singleton.
    Singleton(QualifiedName),
    /// An import of an action.
    ActionImport(QualifiedName),
    /// An import of a function.
    FunctionImport(QualifiedName),
}

impl ContainerElement {
    /// What it is; `None` where it names neither a type nor an operation.
    #[must_use]
    pub fn serves(&self) -> Option<Serves> {
        let name = |member: &str| self.members.get(member)?.as_str().and_then(QualifiedName::parse);
        let is_set = self.members.get("$Collection").and_then(serde_json::Value::as_bool) == Some(true);
        let ty = name("$Type").map(if is_set { Serves::EntitySet } else { Serves::Singleton });
        let action = || name("$Action").map(Serves::ActionImport);
        ty.or_else(action).or_else(|| name("$Function").map(Serves::FunctionImport))
    }
}
