//! `MinItems` and `MaxItems`.

use odatype_json::Exact;
use odatype_table::Primitive;

use super::{Join, number};
use crate::{model::Annotation, vocabulary::validation::MIN_ITEMS};

impl Join<'_, '_> {
    pub(super) fn items(&mut self, rule: &Annotation) {
        if self.of_items {
            return self.refuse(rule, "it is on a single value", "items are counted in collections");
        }
        let text = number::text(Primitive::Decimal, &rule.value);
        let count = text.as_deref().and_then(Exact::parse).filter(Exact::is_integer).and_then(|_| whole(&rule.value));
        let Some(count) = count else {
            return self.refuse(rule, &format!("{} is no count", rule.value), "expected a whole number from 0");
        };
        let is_minimum = rule.term == MIN_ITEMS;
        let old = if is_minimum { self.joined.min_items } else { self.joined.max_items };
        if let Some(old) = old {
            let is_looser = if is_minimum { count < old } else { count > old };
            if is_looser {
                return self.loosens(&rule.location, &rule.term, &count.to_string(), &old.to_string());
            }
        }
        let (least, most) =
            if is_minimum { (Some(count), self.joined.max_items) } else { (self.joined.min_items, Some(count)) };
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            let why = format!("no collection has at least {least} and at most {most} items");
            return self.refuse(rule, &why, "");
        }
        (self.joined.min_items, self.joined.max_items) = (least, most);
    }
}

/// A count; one that is written `2.0` is one too.
fn whole(value: &serde_json::Value) -> Option<u64> {
    let text = number::text(Primitive::Int64, value)?;
    text.parse().ok()
}
