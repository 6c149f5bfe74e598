//! Actions and functions.

use super::{
    annotation::Annotations,
    name::QualifiedName,
    type_ref::{TypeName, TypeRef},
};
use crate::{location::Location, vocabulary::core};

/// Action or function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// Called by POST with a body.
    Action,
    /// Called by GET.
    Function,
}

/// One overload of an action or function.
///
/// Source: CSDL JSON 4.01, section 12.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name.
    pub name: QualifiedName,
    /// Action or function.
    pub kind: OperationKind,
    /// Whether the first parameter is the binding parameter.
    pub is_bound: bool,
    /// Whether more can follow it in a path (functions).
    pub is_composable: bool,
    /// `EntitySetPath`.
    pub entity_set_path: Option<String>,
    /// Parameters in order, the binding parameter first where there is one.
    pub parameters: Vec<Parameter>,
    /// What it returns.
    pub returns: Option<ReturnType>,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

impl Operation {
    /// What it is called on: the first parameter, if it is bound.
    #[must_use]
    pub fn binding(&self) -> Option<&Parameter> {
        self.parameters.first().filter(|_| self.is_bound)
    }

    /// The parameters but that.
    pub fn given(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().skip(usize::from(self.is_bound))
    }

    /// What an action is called among its overloads, which is the name of its body's row: `ns.action(ns.Binding)` where it is
    /// bound to a declared type, `ns.action` otherwise.
    #[must_use]
    pub fn key(&self) -> String {
        let binding = self.binding().filter(|binding| matches!(binding.ty.name, TypeName::Named(_)));
        binding.map_or_else(|| self.name.to_string(), |binding| format!("{}({})", self.name, binding.ty))
    }
}

/// A parameter of an action or function.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name, which for an action is the member's name in the request body.
    pub name: String,
    /// Its type.
    pub ty: TypeRef,
    /// Whether it may be null; of the items for a collection.
    pub nullable: bool,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

impl Parameter {
    /// Whether it may be left out (`Core.OptionalParameter`).
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.annotations.get(core::OPTIONAL_PARAMETER).is_some()
    }
}

/// What an action or function returns.
#[derive(Clone, Debug)]
pub struct ReturnType {
    /// Its type.
    pub ty: TypeRef,
    /// Whether it may be null.
    pub nullable: bool,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}
