//! Entity containers: what a service serves.

use super::{annotation::Annotations, name::QualifiedName, operation::OperationKind};
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
        let is_set = self.members.get("$Collection").and_then(serde_json::Value::as_bool) == Some(true);
        let ty = self.text("$Type").and_then(QualifiedName::parse);
        ty.map(if is_set { Serves::EntitySet } else { Serves::Singleton }).or_else(|| {
            let (kind, name) = self.imports()?;
            let name = QualifiedName::parse(name)?;
            Some(match kind {
                OperationKind::Action => Serves::ActionImport(name),
                OperationKind::Function => Serves::FunctionImport(name),
            })
        })
    }

    /// What it imports, if it is an import.
    pub(crate) fn imports(&self) -> Option<(OperationKind, &str)> {
        if self.text("$Type").is_some() {
            return None;
        }
        let action = self.text("$Action").map(|name| (OperationKind::Action, name));
        action.or_else(|| self.text("$Function").map(|name| (OperationKind::Function, name)))
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.members.get(member)?.as_str()
    }
}
