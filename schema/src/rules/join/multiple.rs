//! `MultipleOf`.

use odatype_json::Exact;
use odatype_table::Primitive;

use super::{Join, number};
use crate::{
    model::Annotation,
    rules::subject::{Kind, is_number},
};

impl Join<'_, '_> {
    pub(super) fn multiple(&mut self, rule: &Annotation) {
        let carries = match self.subject.kind {
            Kind::Primitive(primitive) => {
                is_number(primitive) || matches!(primitive, Primitive::Duration | Primitive::TimeOfDay)
            }
            Kind::Enumeration(_) | Kind::Structured(_) => false,
        };
        if !carries {
            return self.misplaced(rule, "multiples are for numbers, durations and times of day");
        }
        let text = number::text(Primitive::Decimal, &rule.value);
        let unit = text.as_deref().and_then(Exact::parse);
        let is_positive = unit.is_some_and(|unit| !unit.is_negative() && !unit.is_zero());
        // A unit with too many digits cannot be divided by.
        let divides =
            unit.is_some_and(|unit| Exact::parse("0").is_some_and(|zero| zero.is_multiple_of(&unit).is_some()));
        let Some(text) = text.filter(|_| is_positive && divides) else {
            let why = format!("{} is no unit", rule.value);
            return self.refuse(rule, &why, "expected a number above 0 of at most 19 digits");
        };
        let is_known = self.joined.multiples.iter().any(|known| Exact::parse(known) == Exact::parse(&text));
        if !is_known {
            self.joined.multiples.push(text);
        }
    }
}
