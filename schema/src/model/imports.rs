//! Under which names containers serve operations.

use std::collections::HashMap;

use super::{Model, Operation, OperationKind};
use crate::steps::step;

/// The names of all imports by what they import, in document order.
#[derive(Debug)]
pub struct Imports<'m>(HashMap<(OperationKind, &'m str), Vec<&'m str>>);

impl<'m> Imports<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut imports: HashMap<_, Vec<&str>> = HashMap::new();
        for element in model.containers.values().flat_map(|container| &container.elements) {
            step();
            if let Some(imported) = element.imports() {
                imports.entry(imported).or_default().push(&element.name);
            }
        }
        Self(imports)
    }

    /// The names of the imports of an operation.
    #[must_use]
    pub fn of(&self, operation: &'m Operation) -> &[&'m str] {
        self.0.get(&(operation.kind, operation.name.as_str())).map_or(&[], Vec::as_slice)
    }

    /// What an operation is called in URLs: a bound one by its qualified name, another by that of its first import, if
    /// there is one.
    ///
    /// Source: OData URL Conventions 4.01, section 4.5 (addressing actions, addressing functions).
    #[must_use]
    pub fn called(&self, operation: &'m Operation) -> &'m str {
        let imports = if operation.binding().is_none() { self.of(operation) } else { &[] };
        imports.first().copied().unwrap_or(operation.name.as_str())
    }
}
