//! How long a value may be: characters, bytes and digits.

use odatype_table::{Constraints, Digits};
use serde_json::json;

use super::said::Said;
use crate::{
    exactness::{Form, Rule},
    pattern,
};

/// `MaxLength` counts characters of text and bytes of binary values.
pub(super) fn length<S>(said: &mut Said<'_>, form: Form, constraints: &Constraints<S>) {
    let Some(most) = constraints.max_length else { return };
    if form != Form::Binary {
        said.keyword("maxLength", json!(most));
        return;
    }
    let unpadded = most.saturating_mul(4).div_ceil(3);
    let padding = match most % 3 {
        0 => None,
        1 => Some("==$"),
        _ => Some("=$"),
    };
    let short = json!({ "maxLength": unpadded });
    let part = match padding {
        None => short,
        Some(end) => {
            json!({ "anyOf": [short, { "maxLength": unpadded.div_ceil(4).saturating_mul(4), "pattern": end }] })
        }
    };
    said.told(Rule::MaxLength, part, format!("at most {most} bytes"));
}

/// Powers of ten that are whole numbers of 64 bits.
const MOST_WHOLE: u64 = 19;
/// As many decimal digits are told apart by any float.
const FLOAT_DIGITS: u64 = 15;
/// Of as many digits on both sides together each way to share them is a form of the pattern.
const MOST_FORMS: u64 = 30;

/// How many digits a decimal or the fraction of a second has. The pattern of a text is for all rules together, and is
/// said where the first of them is.
pub(super) fn digits<S>(said: &mut Said<'_>, rule: Rule, form: Form, constraints: &Constraints<S>) {
    let digits = constraints.digits;
    match form {
        Form::Time => {
            if let Some(most) = digits.fraction {
                let words = format!("at most {most} digits after the point");
                said.told(rule, json!({ "pattern": pattern::fraction(most) }), words);
            }
        }
        Form::DecimalText => {
            let first = if digits.whole.is_some() {
                Rule::WholeDigits
            } else if digits.fraction.is_some() {
                Rule::FractionDigits
            } else {
                Rule::TotalDigits
            };
            if rule == first {
                let pattern = pattern::decimal(&forms(digits.whole, digits.fraction, digits.total));
                said.told(rule, json!({ "pattern": pattern }), words(digits));
            }
        }
        _ if rule == Rule::FractionDigits => match digits.fraction {
            Some(0) => {
                let whole = json!({ "multipleOf": 1, "title": words(digits), "$comment": format!("{rule:?}") });
                said.part(crate::condition::if_then(json!({ "type": "number" }), whole));
            }
            Some(most) => said.comments.push(format!("FractionDigits {most}")),
            None => {}
        },
        _ => {
            let most = if rule == Rule::WholeDigits { digits.whole } else { digits.total };
            if let Some(most) = most.filter(|most| *most <= MOST_WHOLE) {
                whole(said, rule, most, digits);
            }
        }
    }
}

/// Numbers of at most `most` digits before the point. Where a float might round up to the next power of ten, that is
/// taken.
fn whole(said: &mut Said<'_>, rule: Rule, most: u64, digits: Digits) {
    let Some(limit) = u32::try_from(most).ok().and_then(|most| 10_u64.checked_pow(most)) else { return };
    let is_told_apart = digits.fraction.is_some_and(|fraction| most.saturating_add(fraction) <= FLOAT_DIGITS);
    let (low, high) = if is_told_apart { ("exclusiveMinimum", "exclusiveMaximum") } else { ("minimum", "maximum") };
    let least = i64::try_from(limit).map_or_else(|_| json!(-crate::number::float(limit)), |limit| json!(-limit));
    let range = [(low.to_owned(), least), (high.to_owned(), json!(limit))];
    said.told(rule, range.into_iter().collect(), words(digits));
}

/// How many digits there may be.
fn words(digits: Digits) -> String {
    let parts = [(digits.whole, " before the point"), (digits.fraction, " after the point"), (digits.total, "")];
    let parts = parts.into_iter().filter_map(|(most, place)| Some(format!("at most {} digits{place}", most?)));
    parts.collect::<Vec<_>>().join(" and ")
}

/// Pairs of most digits before and after the point.
fn forms(whole: Option<u64>, fraction: Option<u64>, total: Option<u64>) -> Vec<(u64, Option<u64>)> {
    let least = |left: u64, right: Option<u64>| right.map_or(left, |right| left.min(right));
    match total {
        None => vec![(whole.unwrap_or(u64::MAX), fraction)],
        Some(total) if total <= MOST_FORMS => {
            (0..=least(total, whole)).map(|before| (before, Some(least(total - before, fraction)))).collect()
        }
        Some(total) => vec![(least(total, whole), Some(least(total, fraction)))],
    }
}
