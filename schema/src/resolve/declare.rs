//! Declarations into a model, each name once.

use std::collections::{BTreeSet, HashMap};

use super::parts;
use crate::{
    document::Declaration,
    fault::Fault,
    model::{Location, Model, Operation, OperationKind, TypeName},
};

/// The overloads that are declared already, by what tells them apart.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    overloads: HashMap<String, Location>,
}

impl Declared {
    /// Those of `model`.
    pub(crate) fn of(model: &Model) -> Self {
        Self {
            overloads: model.operations().map(|operation| (signature(operation), operation.location.clone())).collect(),
        }
    }

    /// Adds a declaration, unless its name is taken.
    pub(crate) fn declare(&mut self, model: &mut Model, mut declaration: Declaration, faults: &mut Vec<Fault>) {
        let name = declaration.name().clone();
        dotted(model, &declaration, faults);
        parts::once(&mut declaration, faults);
        // Services declare operations under names of types too; both are read, and `check` tells where one name is
        // left.
        if let Declaration::Operation(operation) = declaration {
            return self.operation(model, operation, faults);
        }
        let known = model.declaration(&name).filter(|(kind, _)| !["action", "function"].contains(kind));
        if let Some((kind, location)) = known {
            let message = format!("{} `{name}` is declared twice", declaration.kind());
            let help = format!("the {kind} of that name is at {location}");
            let fault = Fault::new(declaration.location(), message).of(&name).help(help);
            let is_needed = !matches!(declaration, Declaration::Term(_) | Declaration::Container(_));
            faults.push(if is_needed { fault } else { fault.warning() });
            return;
        }
        match declaration {
            Declaration::Structured(ty) => drop(model.structured.insert(name, ty)),
            Declaration::Enum(ty) => drop(model.enums.insert(name, ty)),
            Declaration::Definition(ty) => drop(model.definitions.insert(name, ty)),
            Declaration::Term(term) => drop(model.terms.insert(name, term)),
            Declaration::Container(container) => drop(model.containers.insert(name, container)),
            Declaration::Operation(_) => {}
        }
    }

    fn operation(&mut self, model: &mut Model, operation: Operation, faults: &mut Vec<Fault>) {
        let signature = signature(&operation);
        if let Some(other) = self.overloads.get(&signature) {
            let message = "two overloads cannot be told apart";
            let fault = Fault::new(&operation.location, message).of(&operation.name);
            let fault = fault.help(format!("the other is at {other}"));
            faults.push(if operation.kind == OperationKind::Action { fault } else { fault.warning() });
            return;
        }
        self.overloads.insert(signature, operation.location.clone());
        let name = operation.name.clone();
        match operation.kind {
            OperationKind::Action => model.actions.entry(name).or_default().push(operation),
            OperationKind::Function => model.functions.entry(name).or_default().push(operation),
        }
    }
}

/// Warnings for names with dots, which no simple identifier has and some services do; of overloads for the first. What
/// is written `n.a.T` is looked up as it is written, so that it does not matter where the namespace ends.
///
/// Source: OData CSDL JSON 4.01, section 15.1 (simple identifier).
fn dotted(model: &Model, declaration: &Declaration, faults: &mut Vec<Fault>) {
    let name = declaration.name();
    let mut warn = |name: &str, of: &dyn std::fmt::Display| {
        if name.contains('.') {
            let fault = Fault::new(declaration.location(), format!("name `{name}` has a dot")).of(of);
            faults.push(fault.help("expected a simple identifier").warning());
        }
    };
    match declaration {
        Declaration::Operation(_) if model.overloads(name).next().is_some() => {}
        Declaration::Container(container) => {
            warn(name.name(), name);
            container.elements.iter().for_each(|element| warn(&element.name, name));
        }
        _ => warn(name.name(), name),
    }
}

/// What tells an overload from all others: actions differ by what they are bound to, functions also by the names of
/// their parameters.
///
/// Source: CSDL JSON 4.01, sections 12.2 and 12.4.
pub(crate) fn signature(operation: &Operation) -> String {
    let binding = operation.binding();
    let binding = binding.map_or_else(String::new, |binding| binding.ty.to_string());
    let (kind, names) = match operation.kind {
        OperationKind::Action => ("action", BTreeSet::new()),
        OperationKind::Function => ("function", parameter_names(operation)),
    };
    let names: Vec<&str> = names.into_iter().collect();
    format!("{kind} {}\n{}\n{binding}\n{}", operation.name, operation.is_bound, names.join("\n"))
}

fn parameter_names(operation: &Operation) -> BTreeSet<&str> {
    operation.given_names().collect()
}

/// Whether two overloads have the same signature.
pub(crate) fn is_same_overload(left: &Operation, right: &Operation) -> bool {
    let binding = |operation: &Operation| -> Option<(bool, TypeName)> {
        let first = operation.binding()?;
        Some((first.ty.collection, first.ty.name.clone()))
    };
    left.is_bound == right.is_bound
        && binding(left) == binding(right)
        && (left.kind == OperationKind::Action || parameter_names(left) == parameter_names(right))
}
