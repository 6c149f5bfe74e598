//! What is told of types and members beside their rules: descriptions, and notes that refuse nothing.
//!
//! Source: OData vocabulary Org.OData.Core.V1; CSDL JSON 4.01, section 7.2.7 (default value).

use odatype_table::docs::Notes;
use serde_json::Value;

use super::{
    access,
    origin::{Element, Origin},
};
use crate::{model::Annotations, vocabulary::core};

/// What is told of something: its description, its notes, and its default as JSON.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) description: String,
    notes: Notes<'static>,
    default: Option<String>,
    examples: Option<String>,
}

impl Told {
    pub(super) fn notes(&self) -> Notes<'_> {
        Notes { default: self.default.as_deref(), examples: self.examples.as_deref(), ..self.notes }
    }

    /// What is told of the type or operation itself.
    pub(super) fn own(origin: &Origin<'_>) -> Self {
        match origin {
            Origin::Structured(ty) => {
                let mut told = told(&ty.annotations);
                // Of a property its row says it.
                told.notes.is_read_only = access::access(&[&ty.annotations]).is_read_only();
                told
            }
            Origin::Enumeration(ty) => told(&ty.annotations),
            Origin::Operation(overload) => told(&overload.operation.annotations),
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
    let permissions = access::permissions(annotations);
    let revisions = annotations.get(core::REVISIONS).and_then(Value::as_array);
    let kinds = revisions.into_iter().flatten().filter_map(|revision| revision.get("Kind")?.as_str());
    let notes = Notes {
        is_read_only: false,
        is_write_only: permissions.is_some_and(|permissions| permissions.may_write() && !permissions.may_read()),
        is_deprecated: kinds.flat_map(access::names).any(|kind| kind == "Deprecated"),
        default: None,
        examples: None,
    };
    let texts = [core::DESCRIPTION, core::LONG_DESCRIPTION].map(|term| annotations.get(term).and_then(Value::as_str));
    let description = match texts {
        [Some(short), Some(long)] if long.contains(short) => long.to_owned(),
        [Some(short), Some(long)] => format!("{short} {long}"),
        [one, other] => one.or(other).unwrap_or_default().to_owned(),
    };
    Told { description, notes, default: None, examples: examples(annotations) }
}

/// The values of all examples, whatever their qualifiers, as a JSON array; those that stand elsewhere have none.
fn examples(annotations: &Annotations) -> Option<String> {
    let said = annotations.0.iter().filter(|annotation| annotation.term == core::EXAMPLE);
    let values: Vec<Value> = said.filter_map(|annotation| annotation.value.get("Value").cloned()).collect();
    (!values.is_empty()).then(|| Value::Array(values).to_string())
}
