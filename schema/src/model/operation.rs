//! Actions and functions.

use super::{annotation::Annotations, name::QualifiedName, type_ref::TypeRef};
use crate::{location::Location, vocabulary::core};

/// Action or function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OperationKind {
    /// Called by POST with a body.
    Action,
    /// Called by GET.
    Function,
}

impl OperationKind {
    /// Whether an operation of this kind means nothing without its parameter at `place`: what it is bound to, and
    /// whatever a function is given, tells its overloads apart.
    pub(crate) fn needs(self, is_bound: bool, place: usize) -> bool {
        self == Self::Function || (is_bound && place == 0)
    }
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

    /// The names of these parameters.
    pub(crate) fn given_names(&self) -> impl Iterator<Item = &str> {
        self.given().map(|parameter| parameter.name.as_str())
    }

    /// Whether it cannot be called without `parameter`. What an action is not given is null; a function is called by
    /// the names of all parameters but optional ones, those that are null among them.
    ///
    /// Source: OData Protocol 4.01, sections 11.5.4.1 (invoking a function) and 11.5.5.1 (invoking an action).
    #[must_use]
    pub fn requires(&self, parameter: &Parameter) -> bool {
        let may_be_null = self.kind == OperationKind::Action && parameter.nullable;
        !may_be_null && !parameter.is_optional()
    }

    /// What it is called among its overloads, which is the name of its row: `ns.name(ns.Binding)` where it is bound, to
    /// a built-in type too, `ns.name` otherwise. Overloads of a function differ by the names of their parameters too,
    /// and so these follow: `ns.function(ns.Binding,from,to)`, `ns.function(from,to)`.
    ///
    /// Source: CSDL JSON 4.01, sections 12.2 (action overloads) and 12.4 (function overloads).
    #[must_use]
    pub fn key(&self) -> String {
        self.key_given(self.given())
    }

    /// What a call of it is named that gives some of its parameters: see [`Self::key`].
    #[must_use]
    pub fn key_given<'p>(&self, parameters: impl Iterator<Item = &'p Parameter>) -> String {
        let binding = self.binding().map(|binding| binding.ty.to_string());
        let names = parameters.map(|parameter| parameter.name.clone());
        let names = names.filter(|_| self.kind == OperationKind::Function);
        let parts: Vec<String> = binding.into_iter().chain(names).collect();
        if parts.is_empty() { self.name.to_string() } else { format!("{}({})", self.name, parts.join(",")) }
    }

    /// The path by which an overlay's target names this overload: [`Self::name`] with the types that tell it from its
    /// others.
    pub(crate) fn path(&self) -> String {
        let types = self.parameters.iter().map(|parameter| parameter.ty.to_string());
        let types: Vec<String> = match self.kind {
            OperationKind::Action => types.take(usize::from(self.is_bound)).collect(),
            OperationKind::Function => types.collect(),
        };
        format!("{}({})", self.name, types.join(","))
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
