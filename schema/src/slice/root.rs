//! Roots as users write them.

use std::fmt;

use super::reach::Root;
use crate::{
    alias::Aliases,
    fault::Faults,
    guess::Guesses,
    model::{Model, Operation, OperationKind, QualifiedName},
};
use odatype_table::version::Versioned;

/// A root that names nothing in the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRoot {
    /// The root as it was written.
    pub root: String,
    /// What was expected, or what it may have meant.
    pub help: String,
}

impl fmt::Display for UnknownRoot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "root `{}` is not declared; {}", self.root, self.help)
    }
}

impl std::error::Error for UnknownRoot {}

/// Why a schema has no slice.
#[derive(Debug)]
pub enum SliceError {
    /// Roots that name nothing in the schema.
    Roots(Vec<UnknownRoot>),
    /// What is wrong with the schema, as far as the roots reach.
    Schema(Faults),
}

impl fmt::Display for SliceError {
    /// One error a line.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Roots(unknown) => {
                let lines: Vec<String> = unknown.iter().map(ToString::to_string).collect();
                formatter.write_str(&lines.join("\n"))
            }
            Self::Schema(faults) => faults.fmt(formatter),
        }
    }
}

impl std::error::Error for SliceError {}

impl From<Faults> for SliceError {
    fn from(faults: Faults) -> Self {
        Self::Schema(faults)
    }
}

/// The names that roots may be.
pub(super) struct Names<'m> {
    model: &'m Model,
    aliases: Aliases,
    guesses: Guesses<'m>,
}

impl<'m> Names<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, aliases: Aliases::of(model), guesses: Guesses::new(model) }
    }

    /// Finds what `text` names: a type, or overloads of an action or a function.
    pub(super) fn resolve(&self, text: &str) -> Result<Vec<Root<'m>>, UnknownRoot> {
        resolve(self, text)
    }
}

fn resolve<'m>(names: &Names<'m>, text: &str) -> Result<Vec<Root<'m>>, UnknownRoot> {
    let Names { model, aliases, guesses } = names;
    let unknown = |help: String| UnknownRoot { root: text.to_owned(), help };
    // Types are called by their names as they are: services have some with spaces in them.
    let whole = QualifiedName::parse(&aliases.name(text.trim()));
    if let Some(name) = whole.and_then(|name| model.type_name(&name).or_else(|| version(model, &name))) {
        return Ok(vec![Root::Type(name)]);
    }
    let path = aliases.path(text);
    let (name, binding) = match path.split_once('(') {
        Some((name, binding)) => (name, Some(binding.strip_suffix(')').unwrap_or(binding))),
        None => (path.as_str(), None),
    };
    let Some(parsed) = QualifiedName::parse(name) else {
        let near = guesses.of_root(&path).map_or(String::new(), |near| format!("; {near}"));
        return Err(unknown(format!("expected `namespace.Name`{near}")));
    };
    let overloads: Vec<&Operation> = model.overloads(&parsed).collect();
    if overloads.is_empty() {
        let near = guesses.of_root(parsed.as_str());
        return Err(unknown(near.unwrap_or_else(|| "expected a type, an action or a function of the schema".into())));
    }
    let bound_to = |operation: &Operation| match operation.binding() {
        Some(first) => first.ty.to_string(),
        None => String::new(),
    };
    // All overloads that are bound to it, or of a function the one whose parameters follow.
    let is_meant = |overload: &Operation, binding: &str| bound_to(overload) == binding || overload.key() == path;
    let meant = overloads.iter().filter(|overload| binding.is_none_or(|binding| is_meant(overload, binding)));
    let roots: Vec<_> = meant.map(|overload| Root::Operation(overload)).collect();
    if roots.is_empty() {
        let known = overloads.iter().map(|overload| match overload.kind {
            OperationKind::Action => format!("`{}({})`", overload.name, bound_to(overload)),
            OperationKind::Function => format!("`{}`", overload.key()),
        });
        return Err(unknown(format!("expected one of {}", known.collect::<Vec<_>>().join(", "))));
    }
    Ok(roots)
}

/// The type that `name` is a version of.
fn version<'m>(model: &'m Model, name: &QualifiedName) -> Option<&'m QualifiedName> {
    let plain = QualifiedName::parse(&Versioned::parse(name.as_str())?.plain())?;
    let structured = model.structured.get(&plain).map(|ty| (&ty.name, &ty.annotations));
    let found = structured.or_else(|| model.enums.get(&plain).map(|ty| (&ty.name, &ty.annotations)));
    found.filter(|(_, annotations)| annotations.versions().next().is_some()).map(|(name, _)| name)
}
