//! Facets that an overlay gives to what has some already: both hold.
//!
//! Source: OData CSDL JSON 4.01, section 7.2.

use crate::{
    fault::Fault,
    model::{Facets, Location, TypeRef},
};

/// Narrows the first type, that of `name` in `owner`, by the facets of the second.
pub(super) fn join(
    owner: &str,
    name: &str,
    (known, more): (&mut TypeRef, &TypeRef),
    location: &Location,
    faults: &mut Vec<Fault>,
) {
    let (known, more) = (&mut known.facets, &more.facets);
    known.max_length = least(known.max_length, more.max_length);
    known.unicode = match (known.unicode, more.unicode) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (known, more) => known.or(more),
    };
    if let Some((precision, scale)) = digits(known, more) {
        (known.precision, known.scale) = (precision, scale);
    } else {
        let message = "`$Precision` and `$Scale` cannot be joined with those of the schema";
        let help = "expected a `$Scale` of the same kind: a number, `variable` or `floating`";
        faults.push(Fault::new(location, message).of(format!("{owner}/{name}")).help(help));
    }
    match (&known.srid, &more.srid) {
        (None, _) => known.srid.clone_from(&more.srid),
        (Some(known), Some(more)) if known != more => {
            let message = format!("`$SRID` is `{more}`, but the schema says `{known}`");
            faults.push(Fault::new(location, message).of(format!("{owner}/{name}")));
        }
        (Some(_), _) => {}
    }
}

/// Precision and scale for which both hold; `None` if no single pair says so.
fn digits(known: &Facets, more: &Facets) -> Option<(Option<u64>, Option<String>)> {
    if more.precision.is_none() && more.scale.is_none() {
        return Some((known.precision, known.scale.clone()));
    }
    if known.precision.is_none() && known.scale.is_none() {
        return Some((more.precision, more.scale.clone()));
    }
    let scale = |facets: &Facets| facets.scale.as_ref().and_then(|scale| scale.parse::<u64>().ok());
    match (scale(known), scale(more)) {
        (Some(left), Some(right)) => {
            let fraction = left.min(right);
            let precision = match (known.precision, more.precision) {
                (Some(one), Some(other)) => {
                    let whole = one.saturating_sub(left).min(other.saturating_sub(right));
                    Some(whole.saturating_add(fraction))
                }
                (None, None) => None,
                // Of one of them the digits before the point are free.
                (Some(one), None) => Some(one.saturating_sub(left).saturating_add(fraction)),
                (None, Some(other)) => Some(other.saturating_sub(right).saturating_add(fraction)),
            };
            Some((precision, Some(fraction.to_string())))
        }
        (None, None) if known.scale == more.scale => {
            Some((least(known.precision, more.precision), known.scale.clone()))
        }
        _ => None,
    }
}

fn least(left: Option<u64>, right: Option<u64>) -> Option<u64> {
    left.into_iter().chain(right).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_hold() {
        let facets = |(precision, scale): (Option<u64>, &str)| Facets {
            precision,
            scale: (!scale.is_empty()).then(|| scale.to_owned()),
            ..Facets::default()
        };
        for (left, right, expected) in [
            ((Some(5), "2"), (Some(4), "3"), Some((Some(3), "2"))),
            ((Some(5), "2"), (None, "1"), Some((Some(4), "1"))),
            ((Some(5), "variable"), (Some(4), "variable"), Some((Some(4), "variable"))),
            ((Some(5), ""), (Some(7), ""), Some((Some(5), ""))),
            ((None, ""), (Some(7), "floating"), Some((Some(7), "floating"))),
            ((Some(5), "2"), (Some(5), "variable"), None),
        ] {
            let expected = expected.map(&facets).map(|facets| (facets.precision, facets.scale));
            assert_eq!(digits(&facets(left), &facets(right)), expected, "{left:?} {right:?}");
        }
    }
}
