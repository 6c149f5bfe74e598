//! What is told of types and members beside their rules: descriptions, and notes that refuse nothing.
//!
//! Source: OData vocabulary Org.OData.Core.V1; CSDL JSON 4.01, section 7.2.7 (default value).

use odatype_table::docs::Notes;
use serde_json::Value;

use super::origin::{Element, Origin};
use crate::{model::Annotations, vocabulary::core};

/// What is told of something: its description, its notes, and its default as JSON.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) description: String,
    notes: Notes<'static>,
    default: Option<String>,
}

impl Told {
    pub(super) fn notes(&self) -> Notes<'_> {
        Notes { default: self.default.as_deref(), ..self.notes }
    }

    /// What is told of the type or action itself.
    pub(super) fn own(origin: &Origin<'_>) -> Self {
        match origin {
            Origin::Structured(ty) => told(&ty.annotations),
            Origin::Enumeration(ty) => told(&ty.annotations),
            Origin::Action(action) => told(&action.operation.annotations),
            Origin::Union(_) => Self::default(),
        }
    }

    /// What is told of its parts, by name.
    pub(super) fn parts<'m>(origin: &Origin<'m>) -> Vec<(&'m str, Self)> {
        if let Origin::Enumeration(ty) = origin {
            return ty.members.iter().map(|member| (member.name.as_str(), told(&member.annotations))).collect();
        }
        let element = |element: Element<'m>| {
            let mut told = told(element.annotations());
            if let Element::Property(property) = element {
                told.default = property.default.as_ref().map(Value::to_string);
            }
            (element.name(), told)
        };
        origin.elements().into_iter().map(element).collect()
    }
}

fn told(annotations: &Annotations) -> Told {
    // A tag without a value is set.
    let is_set = |term| annotations.get(term).is_some_and(|value| value.as_bool().unwrap_or(true));
    let permissions = annotations.get(core::PERMISSIONS).and_then(Value::as_str).map(names).unwrap_or_default();
    let revisions = annotations.get(core::REVISIONS).and_then(Value::as_array);
    let kinds = revisions.into_iter().flatten().filter_map(|revision| revision.get("Kind")?.as_str());
    let notes = Notes {
        is_read_only: is_set(core::COMPUTED) || permissions == ["Read"],
        is_write_only: permissions == ["Write"],
        is_deprecated: kinds.flat_map(names).any(|kind| kind == "Deprecated"),
        default: None,
    };
    let texts = [core::DESCRIPTION, core::LONG_DESCRIPTION].map(|term| annotations.get(term).and_then(Value::as_str));
    let description = match texts {
        [Some(short), Some(long)] if long.contains(short) => long.to_owned(),
        [Some(short), Some(long)] => format!("{short} {long}"),
        [one, other] => one.or(other).unwrap_or_default().to_owned(),
    };
    Told { description, notes, default: None }
}

/// The names of enumeration members, with or without that of their type before each.
fn names(members: &str) -> Vec<&str> {
    let members = members.split([',', ' ']).filter(|member| !member.is_empty());
    members.map(|member| member.rsplit('/').next().unwrap_or(member)).collect()
}
