//! What a schema is asked for: a type, a collection of it, or the body of an action.

use std::fmt;

use super::{allowed, near};
use crate::model::{Model, Operation, QualifiedName, TypeName};

/// What a schema describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A single value of a type: structured, enumeration, type definition or built-in.
    Type(TypeName),
    /// The response envelope of many values: `{"value": […], "@odata.nextLink": …}`.
    Collection(TypeName),
    /// The body of an action.
    Action {
        /// The action's name.
        name: QualifiedName,
        /// Which of its overloads, in the order of the model.
        overload: usize,
    },
}

/// A text that names nothing in the schema, or more than one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetError {
    message: String,
}

impl fmt::Display for TargetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for TargetError {}

impl Target {
    /// Reads `ns.Type`, `Collection(ns.Type)`, `ns.action` (with a single overload) or `ns.action(binding type)`, where
    /// the binding type may be `Collection(ns.Type)` and nothing for an unbound overload. An alias may stand for the
    /// namespace.
    ///
    /// # Errors
    /// If `text` names nothing, or an action with several overloads; the message lists candidates.
    pub fn parse(model: &Model, text: &str) -> Result<Self, TargetError> {
        if let Some(item) = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
            return match allowed::type_name(model, item) {
                Some(name) => Ok(Self::Collection(name)),
                None => Err(unknown(model, item, "type")),
            };
        }
        if let Some(name) = allowed::type_name(model, text) {
            return Ok(Self::Type(name));
        }
        let (name, binding) = match text.split_once('(') {
            Some((name, binding)) => (name, binding.strip_suffix(')')),
            None => (text, None),
        };
        let found = allowed::expand(model, name).filter(|name| model.actions.contains_key(name));
        match found {
            Some(name) => action(model, name, binding),
            None => Err(unknown(model, text, "type or action")),
        }
    }

    /// The target as [`Target::parse`] reads it; an action always with what it is bound to.
    #[must_use]
    pub fn qualified(&self, model: &Model) -> String {
        match self {
            Self::Type(name) => name.to_string(),
            Self::Collection(name) => format!("Collection({name})"),
            Self::Action { name, overload } => model
                .actions
                .get(name)
                .and_then(|overloads| overloads.get(*overload))
                .map_or_else(|| name.to_string(), |action| format!("{name}({})", binding_text(action))),
        }
    }
}

fn action(model: &Model, name: QualifiedName, binding: Option<&str>) -> Result<Target, TargetError> {
    let overloads = model.actions.get(&name).map_or(&[][..], Vec::as_slice);
    let candidates = || {
        let texts: Vec<String> = overloads.iter().map(|action| format!("`{name}({})`", binding_text(action))).collect();
        texts.join(", ")
    };
    let fits = |action: &Operation| binding.is_some_and(|binding| binding_fits(model, action, binding));
    match (binding, overloads) {
        (None, [_]) => Ok(Target::Action { name, overload: 0 }),
        (None, _) => Err(TargetError {
            message: format!("action `{name}` has {} overloads, expected one of {}", overloads.len(), candidates()),
        }),
        (Some(binding), _) => match overloads.iter().position(fits) {
            Some(overload) => Ok(Target::Action { name, overload }),
            None => Err(TargetError {
                message: format!("action `{name}` is not bound to `{binding}`, expected one of {}", candidates()),
            }),
        },
    }
}

fn binding_fits(model: &Model, action: &Operation, text: &str) -> bool {
    let item = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    let expanded = allowed::expand(model, item.unwrap_or(text));
    let full = match (expanded, item) {
        (None, _) => text.to_owned(),
        (Some(name), None) => name.to_string(),
        (Some(name), Some(_)) => format!("Collection({name})"),
    };
    binding_text(action) == full
}

/// What the action is bound to; nothing if it is not.
fn binding_text(action: &Operation) -> String {
    let binding = action.parameters.first().filter(|_| action.is_bound);
    binding.map_or_else(String::new, |binding| binding.ty.to_string())
}

fn unknown(model: &Model, text: &str, wanted: &str) -> TargetError {
    let is_function = QualifiedName::parse(text.split('(').next().unwrap_or(text))
        .is_some_and(|name| model.functions.contains_key(&name));
    if is_function {
        return TargetError { message: format!("`{text}` is a function, which has no body; expected a {wanted}") };
    }
    let names = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
    let names = names.chain(model.actions.keys()).map(QualifiedName::as_str);
    let near = near::nearest(text, names, 5);
    let hint = match near.as_slice() {
        [] => "none of the schema's names is near".to_owned(),
        names => format!("perhaps `{}`", names.join("`, `")),
    };
    TargetError { message: format!("unknown {wanted} `{text}`: {hint}") }
}
