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

    /// What an operation is called in URLs: a bound one by its qualified name, another by that of its first import, if there is one.
    ///
    /// Source: OData URL Conventions 4.01, section 4.5 (addressing actions, addressing functions).
    #[must_use]
    pub fn called(&self, operation: &'m Operation) -> &'m str {
        let imports = if operation.binding().is_none() { self.of(operation) } else { &[] };
        imports.first().copied().unwrap_or(operation.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::{draft::load, source::Source};

    /// Unbound actions, each imported, and as many that are bound and have their names.
    fn schema(count: usize) -> String {
        let parts = |part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
        let actions = parts(&|index| {
            let bound = "{\"$Kind\":\"Action\",\"$IsBound\":true,\"$Parameter\":[{\"$Name\":\"b\"}]}";
            format!(
                ",\"a{index}\":[{{\"$Kind\":\"Action\"}},{bound}],\"f{index}\":[{{\"$Kind\":\"Function\",\"$ReturnType\":{{}}}}]"
            )
        });
        let imports = parts(&|index| {
            format!(",\"i{index}\":{{\"$Action\":\"n.a{index}\"}},\"j{index}\":{{\"$Action\":\"n.a{index}\"}}")
        });
        format!("{{\"$Version\":\"4.01\",\"n\":{{\"C\":{{\"$Kind\":\"EntityContainer\"{imports}}}{actions}}}}}")
    }

    #[test]
    fn operations_are_called_by_their_first_import_unless_they_are_bound() {
        let text = schema(3);
        let model = load(&[Source { name: "s.json".into(), text: text.into() }], &[]).unwrap();
        let imports = model.imports();
        let called: Vec<&str> = model.operations().map(|operation| imports.called(operation)).collect();
        assert_eq!(called, ["i0", "n.a0", "i1", "n.a1", "i2", "n.a2", "n.f0", "n.f1", "n.f2"]);
        assert!(model.functions.values().flatten().all(|function| imports.of(function).is_empty()));
        assert!(model.actions.values().flatten().all(|action| imports.of(action).len() == 2));
    }
}
