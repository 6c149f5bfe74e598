//! `AllowedValues`.

use odatype_table::{Primitive, literal};
use serde_json::Value;

use super::{Join, bound::is_within, number};
use crate::{
    model::{Annotation, EnumType},
    rules::subject::Kind,
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
                Some(value) => match scalar(kind, value) {
                    Some(scalar) if values.iter().any(|known| is_same(kind, known, &scalar)) => {}
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
            None => values.clone(),
            Some(before) => {
                let common = before.iter().filter(|known| values.iter().any(|value| is_same(kind, known, value)));
                common.cloned().collect()
            }
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
fn scalar(kind: Kind<'_>, value: &Value) -> Option<String> {
    match kind {
        Kind::Structured(_) => None,
        Kind::Enumeration(ty) => member(ty, value).map(|name| Value::from(name).to_string()),
        Kind::Primitive(primitive) => number::text(primitive, value).map(|text| number::scalar(primitive, &text)),
    }
}

/// The name of the member, or of the members of flags, that `value` is: a path, a name or a number.
fn member(ty: &EnumType, value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let find = |part: &str| {
        let name = part.trim().rsplit('/').next().unwrap_or(part);
        let by_name = ty.members.iter().position(|member| member.name == name);
        by_name.or_else(|| {
            let value: i64 = name.parse().ok()?;
            ty.members.iter().position(|member| member.value == value)
        })
    };
    if !ty.is_flags {
        return find(&text).and_then(|index| ty.members.get(index)).map(|member| member.name.clone());
    }
    let mut found: Vec<usize> =
        text.split([',', ' ']).filter(|part| !part.is_empty()).map(find).collect::<Option<_>>()?;
    found.sort_unstable();
    found.dedup();
    let names: Vec<&str> =
        found.iter().filter_map(|index| ty.members.get(*index)).map(|member| &*member.name).collect();
    (!names.is_empty()).then(|| names.join(","))
}

/// Whether two scalars are one value.
fn is_same(kind: Kind<'_>, left: &str, right: &str) -> bool {
    match kind {
        Kind::Primitive(primitive) => literal::is_same(primitive, &number::unquoted(left), &number::unquoted(right)),
        Kind::Enumeration(_) | Kind::Structured(_) => left == right,
    }
}
