//! `Minimum` and `Maximum`.

use std::cmp::Ordering;

use odatype_table::{Bound, Family, Primitive, literal};

use super::{Join, number};
use crate::{
    model::Annotation,
    vocabulary::validation::{EXCLUSIVE, MINIMUM},
};

/// An end of a range, and how much it takes.
type End = Option<Bound<String>>;

impl Join<'_, '_> {
    pub(super) fn bound(&mut self, rule: &Annotation) {
        let Some(primitive) = self.subject.ordered() else {
            return self.misplaced(rule, "bounds are for numbers, dates, times and durations");
        };
        let value = number::text(primitive, &rule.value);
        let Some(value) = value.filter(|value| literal::compare(primitive, value, value).is_some()) else {
            let why = format!("{} is no value of `{}`", rule.value, self.subject.type_name());
            return self.refuse(rule, &why, &format!("expected {}", primitive.expected()));
        };
        let is_exclusive = rule.annotations.get(EXCLUSIVE).is_some_and(|value| value.as_bool() != Some(false));
        let new = Bound { value, is_exclusive };
        let is_minimum = rule.term == MINIMUM;
        let old = if is_minimum { &self.joined.minimum } else { &self.joined.maximum };
        if let Some(old) = old {
            match strictness(primitive, &new, old, is_minimum) {
                Ordering::Greater => {}
                Ordering::Equal => return,
                Ordering::Less => {
                    let (term, said, before) = (rule.term.clone(), new.value, old.value.clone());
                    return self.loosens(&rule.location, &term, &said, &before);
                }
            }
        }
        let (minimum, maximum): (End, End) = if is_minimum {
            (Some(new), self.joined.maximum.clone())
        } else {
            (self.joined.minimum.clone(), Some(new))
        };
        if is_empty(primitive, minimum.as_ref(), maximum.as_ref()) {
            let why = format!("no value is {}", between(minimum.as_ref(), maximum.as_ref()));
            return self.refuse(rule, &why, "");
        }
        if !self.leaves_allowed(primitive, minimum.as_ref(), maximum.as_ref()) {
            return self.refuse(rule, "it excludes all allowed values", "");
        }
        (self.joined.minimum, self.joined.maximum) = (minimum, maximum);
    }

    /// Whether some allowed value is within the bounds, where values are listed.
    fn leaves_allowed(
        &self,
        primitive: Primitive,
        minimum: Option<&Bound<String>>,
        maximum: Option<&Bound<String>>,
    ) -> bool {
        let Some(allowed) = self.joined.allowed.as_ref().filter(|allowed| !allowed.is_empty()) else { return true };
        allowed.iter().any(|scalar| is_within(primitive, &number::unquoted(scalar), minimum, maximum))
    }
}

/// Whether the bound `new` takes more than `old`.
fn strictness(primitive: Primitive, new: &Bound<String>, old: &Bound<String>, is_minimum: bool) -> Ordering {
    // Both can be compared, or they would not be bounds.
    let order = literal::compare(primitive, &new.value, &old.value).unwrap_or(Ordering::Equal);
    let order = if is_minimum { order } else { order.reverse() };
    order.then(new.is_exclusive.cmp(&old.is_exclusive))
}

/// Whether a value, as [`literal::compare`] reads it, is within the bounds.
pub(super) fn is_within(
    primitive: Primitive,
    value: &str,
    minimum: Option<&Bound<String>>,
    maximum: Option<&Bound<String>>,
) -> bool {
    let fits = |bound: Option<&Bound<String>>, inside: Ordering| {
        bound.is_none_or(|bound| match literal::compare(primitive, value, &bound.value) {
            Some(Ordering::Equal) => !bound.is_exclusive,
            Some(order) => order == inside,
            None => false,
        })
    };
    fits(minimum, Ordering::Greater) && fits(maximum, Ordering::Less)
}

/// Whether nothing is within the bounds.
fn is_empty(primitive: Primitive, minimum: Option<&Bound<String>>, maximum: Option<&Bound<String>>) -> bool {
    if matches!(primitive.family(), Family::Integer | Family::WideInteger) {
        let (least, greatest) = primitive.range().unwrap_or((i64::MIN, i64::MAX));
        let end = |bound: Option<&Bound<String>>, by: i128| {
            let bound = bound?;
            Some(bound.value.parse::<i128>().ok()? + if bound.is_exclusive { by } else { 0 })
        };
        return end(minimum, 1).unwrap_or(i128::from(least)) > end(maximum, -1).unwrap_or(i128::from(greatest));
    }
    let (Some(minimum), Some(maximum)) = (minimum, maximum) else { return false };
    match literal::compare(primitive, &minimum.value, &maximum.value) {
        Some(Ordering::Equal) => minimum.is_exclusive || maximum.is_exclusive,
        order => order == Some(Ordering::Greater),
    }
}

/// The range for people.
fn between(minimum: Option<&Bound<String>>, maximum: Option<&Bound<String>>) -> String {
    let end = |bound: Option<&Bound<String>>, exclusive: &str, inclusive: &str| {
        bound.map(|bound| format!("{} {}", if bound.is_exclusive { exclusive } else { inclusive }, bound.value))
    };
    let ends = [end(minimum, "above", "at least"), end(maximum, "below", "at most")];
    ends.into_iter().flatten().collect::<Vec<_>>().join(" and ")
}
