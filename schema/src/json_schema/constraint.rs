//! Facets and the Validation vocabulary: what narrows a value in the strict profile.
//!
//! `Minimum` and `Maximum` of dates, times and durations are not kept: text cannot be compared that way. A bounded
//! `Edm.Decimal` must be a JSON number for the same reason.
//!
//! Source: CSDL JSON 4.01, section 7.2 (type facets); `Org.OData.Validation.V1`.

use serde_json::{Number, Value, json};

use super::pattern;
use crate::model::{Annotation, Annotations, Facets, Primitive};

/// What carries a value, which decides what a constraint means for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carrier {
    /// A member of an enumeration type.
    Enum,
    /// A primitive value, perhaps behind a type definition.
    Primitive(Primitive),
}

/// Narrows a single value, or an item.
pub(super) fn value(schema: &mut Value, carrier: Carrier, facets: &Facets, annotations: &Annotations) {
    if let Some(most) = facets.max_length {
        length(schema, carrier, most);
    }
    if let Some(Value::String(text)) = annotations.get(&term("Pattern"))
        && carrier == Carrier::Primitive(Primitive::String)
    {
        schema["pattern"] = json!(text);
    }
    if let Carrier::Primitive(primitive) = carrier {
        let bounds = Bounds::of(annotations);
        if bounds.low.is_some() || bounds.high.is_some() {
            bounds.put(schema, primitive);
        }
    }
    if let Some(Value::Array(allowed)) = annotations.get(&term("AllowedValues")) {
        schema["enum"] =
            allowed.iter().filter_map(|record| record.get("Value")).map(|value| member(value, carrier)).collect();
    }
}

/// Limits how many items a collection has.
pub(super) fn count(schema: &mut Value, annotations: &Annotations) {
    for (name, keyword) in [("MinItems", "minItems"), ("MaxItems", "maxItems")] {
        if let Some(limit) = annotations.get(&term(name)).and_then(number).and_then(|limit| limit.as_u64()) {
            schema[keyword] = json!(limit);
        }
    }
}

/// `MaxLength` counts characters of text and bytes of binary values.
fn length(schema: &mut Value, carrier: Carrier, most: u64) {
    match carrier {
        Carrier::Primitive(Primitive::String) => schema["maxLength"] = json!(most),
        Carrier::Primitive(Primitive::Binary) => {
            let unpadded = (most.saturating_mul(4)).div_ceil(3);
            let padding = match most % 3 {
                0 => None,
                1 => Some("==$"),
                _ => Some("=$"),
            };
            let short = json!({ "maxLength": unpadded });
            schema["anyOf"] = match padding {
                None => json!([short]),
                Some(end) => json!([short, { "maxLength": unpadded.div_ceil(4) * 4, "pattern": end }]),
            };
        }
        _ => {}
    }
}

/// An allowed value as it stands on the wire: of an enumeration type, the member's name without its path.
fn member(value: &Value, carrier: Carrier) -> Value {
    match value {
        Value::String(path) if carrier == Carrier::Enum => {
            json!(path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name))
        }
        other => other.clone(),
    }
}

/// The bounds of a number, and whether each is left out itself.
struct Bounds {
    low: Option<(Number, bool)>,
    high: Option<(Number, bool)>,
}

impl Bounds {
    fn of(annotations: &Annotations) -> Self {
        let bound = |name: &str| {
            let term = term(name);
            let annotation = annotations.0.iter().find(|found| found.term == term && found.qualifier.is_none())?;
            Some((number(&annotation.value)?, is_exclusive(annotation)))
        };
        Self { low: bound("Minimum"), high: bound("Maximum") }
    }

    fn put(&self, schema: &mut Value, primitive: Primitive) {
        use Primitive as P;
        if !matches!(
            primitive,
            P::Byte | P::SByte | P::Int16 | P::Int32 | P::Int64 | P::Decimal | P::Double | P::Single
        ) {
            return;
        }
        for (bound, inclusive, exclusive) in
            [(&self.low, "minimum", "exclusiveMinimum"), (&self.high, "maximum", "exclusiveMaximum")]
        {
            if let Some((limit, is_exclusive)) = bound {
                schema[if *is_exclusive { exclusive } else { inclusive }] = json!(limit);
            }
        }
        match primitive {
            P::Int64 => self.put_integer_text(schema),
            P::Decimal => schema["type"] = json!("number"),
            P::Double | P::Single => match (&self.low, &self.high) {
                (Some(_), None) => schema["pattern"] = json!("^INF$"),
                (None, Some(_)) => schema["pattern"] = json!("^-INF$"),
                _ => schema["type"] = json!("number"),
            },
            _ => {}
        }
    }

    /// The same bounds for a number that is written as text.
    fn put_integer_text(&self, schema: &mut Value) {
        let low = edge(self.low.as_ref(), i64::MIN, 1);
        let high = edge(self.high.as_ref(), i64::MAX, -1);
        match low.zip(high).and_then(|(low, high)| pattern::integer_between(low, high)) {
            Some(pattern) => schema["pattern"] = json!(pattern),
            None => schema["type"] = json!("integer"),
        }
    }
}

/// The outermost whole number within a bound, towards which `step` goes; `open` where there is no bound, `None` where no
/// 64-bit number is within it.
fn edge(bound: Option<&(Number, bool)>, open: i64, step: i64) -> Option<i64> {
    let Some((limit, exclusive)) = bound else { return Some(open) };
    if let Some(whole) = limit.as_i64() {
        return whole.checked_add(if *exclusive { step } else { 0 });
    }
    let limit = limit.as_f64()?;
    let inner = if step > 0 { limit.ceil() } else { limit.floor() };
    let past = if step > 0 { inner >= TWO_TO_63 } else { inner < -TWO_TO_63 };
    let short = if step > 0 { inner < -TWO_TO_63 } else { inner >= TWO_TO_63 };
    #[expect(clippy::cast_possible_truncation, reason = "whole, and in range where it is used")]
    let whole = inner as i64;
    #[expect(clippy::float_cmp, reason = "whether the limit is whole, exactly")]
    let excluded = *exclusive && inner == limit;
    match (past, short) {
        (true, _) => None,
        (_, true) => Some(open),
        _ => whole.checked_add(if excluded { step } else { 0 }),
    }
}

/// The first number past those of 64 bits.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// `Exclusive` is a tag: on, unless it says `false`.
fn is_exclusive(annotation: &Annotation) -> bool {
    annotation.annotations.get(&term("Exclusive")).is_some_and(|value| *value != json!(false))
}

/// A constant number; XML may have given it as text.
fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}

fn term(name: &str) -> String {
    format!("Org.OData.Validation.V1.{name}")
}
