//! `AllowedValues`.

use std::collections::BTreeSet;

use odatype_table::{
    Primitive,
    literal::{self, Identity},
};
use serde_json::Value;

use super::{Join, bound::is_within, number};
use crate::{
    model::Annotation,
    rules::{index::Index, subject::Kind},
    steps::step,
};

impl Join<'_, '_> {
    pub(super) fn allowed(&mut self, rule: &Annotation) {
        let kind = self.subject.kind;
        let carries = match kind {
            Kind::Structured(_) => false,
            Kind::Enumeration(_) => true,
            Kind::Primitive(primitive) => is_scalar(primitive),
        };
        if !carries {
            return self.misplaced(rule, "allowed values are for primitive types and enumerations");
        }
        let Some(records) = rule.value.as_array() else {
            return self.refuse(rule, "it is no list", "expected records with a `Value`");
        };
        let mut values: Vec<String> = Vec::with_capacity(records.len());
        for record in records {
            match record.get("Value") {
                // Whether null may stand there is told by the type.
                Some(Value::Null) => {}
                Some(value) => match scalar(self.index, kind, value) {
                    Some(scalar) => values.push(scalar),
                    None => self.not_a_value(rule, value),
                },
                None => {
                    let why = format!("{record} has no `Value`");
                    self.refuse(rule, &why, "expected records with a `Value`");
                }
            }
        }
        if values.is_empty() && !records.is_empty() {
            return;
        }
        let joined = match &self.joined.allowed {
            None => once_each(kind, &values),
            Some(before) => common(kind, before, &values),
        };
        let said_nothing = values.is_empty() || self.joined.allowed.as_ref().is_some_and(Vec::is_empty);
        if !said_nothing && joined.is_empty() {
            return self.refuse(rule, "with the values that are allowed already, none is left", "");
        }
        if !said_nothing && !joined.iter().any(|scalar| self.fits(scalar)) {
            return self.refuse(rule, "all allowed values are excluded by what else is said", "");
        }
        self.joined.allowed = Some(joined);
    }

    /// Whether an allowed value is within bounds and length.
    fn fits(&self, scalar: &str) -> bool {
        let Kind::Primitive(primitive) = self.subject.kind else { return true };
        let text = number::unquoted(scalar);
        let length = match primitive {
            Primitive::String => text.chars().count(),
            Primitive::Binary => literal::binary_length(&text),
            _ => 0,
        };
        let is_short = self.joined.max_length.is_none_or(|most| u64::try_from(length).is_ok_and(|found| found <= most));
        is_short && is_within(primitive, &text, self.joined.minimum.as_ref(), self.joined.maximum.as_ref())
    }

    fn not_a_value(&mut self, rule: &Annotation, value: &Value) {
        let message = format!("allowed value {value} is no value of `{}`", self.subject.type_name());
        let fault = rule.fault(message).of(&self.speaker);
        self.faults.push(fault);
    }
}

/// Whether values are scalars that can be listed: of which type they are has to be known, to tell which are the same.
fn is_scalar(primitive: Primitive) -> bool {
    use odatype_table::Family::{Any, Geo};
    !matches!(primitive.family(), Any | Geo)
}

/// The JSON scalar that `value` is on the wire.
fn scalar(index: &Index<'_>, kind: Kind<'_>, value: &Value) -> Option<String> {
    match kind {
        Kind::Structured(_) => None,
        Kind::Enumeration(ty) => index.members(ty)?.name(ty, value).map(|name| Value::from(name).to_string()),
        Kind::Primitive(primitive) => number::text(primitive, value).map(|text| number::scalar(primitive, &text)),
    }
}

/// The scalars of `all`, each value once, as it is written first.
fn once_each(kind: Kind<'_>, all: &[String]) -> Vec<String> {
    let texts = texts(all);
    let mut known = BTreeSet::new();
    let mut is_new = |text| {
        step();
        known.insert(identity(kind, text))
    };
    let new = texts.iter().map(|text| is_new(text));
    all.iter().zip(new).filter(|(_, is_new)| *is_new).map(|(scalar, _)| scalar.clone()).collect()
}

/// The scalars of `before` whose values are among `more`.
fn common(kind: Kind<'_>, before: &[String], more: &[String]) -> Vec<String> {
    let more = texts(more);
    let more: BTreeSet<_> = more.iter().map(|text| identity(kind, text)).collect();
    let is_common = |scalar: &&String| {
        step();
        more.contains(&identity(kind, &number::unquoted(scalar)))
    };
    before.iter().filter(is_common).cloned().collect()
}

fn texts(scalars: &[String]) -> Vec<String> {
    scalars.iter().map(|scalar| number::unquoted(scalar)).collect()
}

/// What tells a value from others.
fn identity<'t>(kind: Kind<'_>, text: &'t str) -> Identity<'t> {
    match kind {
        Kind::Primitive(primitive) => Identity::of(primitive, text),
        Kind::Enumeration(_) | Kind::Structured(_) => Identity::of(Primitive::String, text),
    }
}
