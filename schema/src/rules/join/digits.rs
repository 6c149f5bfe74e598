//! `Precision` and `Scale`.
//!
//! Source: OData CSDL JSON 4.01, sections 7.2.2 and 7.2.3.

use odatype_table::{Digits, Family, Primitive};

use super::Join;
use crate::{
    model::{Facets, Location},
    rules::subject::Kind,
};

impl Join<'_, '_> {
    pub(super) fn digits(&mut self, facets: &Facets, location: &Location) {
        if facets.precision.is_none() && facets.scale.is_none() {
            return;
        }
        let Kind::Primitive(primitive) = self.subject.kind else { return self.facet_misplaced(location, "Precision") };
        let said = match primitive.family() {
            Family::Decimal | Family::Float => match numeric(facets.precision, facets.scale.as_deref()) {
                Ok(digits) => digits,
                Err(message) => return self.warn(location, format!("not applied: {message}"), ""),
            },
            _ if is_temporal(primitive) => {
                if facets.scale.is_some() {
                    self.facet_misplaced(location, "Scale");
                }
                Digits { fraction: facets.precision, ..Digits::default() }
            }
            _ => {
                let facet = if facets.precision.is_some() { "Precision" } else { "Scale" };
                return self.facet_misplaced(location, facet);
            }
        };
        let old = self.joined.digits;
        let joined = Digits {
            whole: least(old.whole, said.whole),
            fraction: least(old.fraction, said.fraction),
            total: least(old.total, said.total),
            significant: least(old.significant, said.significant),
        };
        if joined == old && said != old {
            let message = "`Precision` and `Scale` allow more than the type definition does";
            self.warn(location, message, "both hold");
        }
        self.joined.digits = joined;
    }
}

/// What Precision and Scale say of a number.
fn numeric(precision: Option<u64>, scale: Option<&str>) -> Result<Digits, String> {
    let none = Digits::default();
    let Some(scale) = scale else { return Ok(Digits { whole: precision, significant: precision, ..none }) };
    if scale.eq_ignore_ascii_case("variable") {
        return Ok(Digits { fraction: precision, total: precision, ..none });
    }
    if scale.eq_ignore_ascii_case("floating") {
        return Ok(Digits { significant: precision, ..none });
    }
    let Ok(fraction) = scale.parse::<u64>() else { return Err(format!("`Scale` is `{scale}`")) };
    match precision {
        None => Ok(Digits { fraction: Some(fraction), ..none }),
        Some(precision) => match precision.checked_sub(fraction) {
            Some(whole) => Ok(Digits { whole: Some(whole), fraction: Some(fraction), ..none }),
            None => Err(format!("`Scale` is {fraction}, more than `Precision`, {precision}")),
        },
    }
}

fn is_temporal(primitive: Primitive) -> bool {
    matches!(primitive, Primitive::DateTimeOffset | Primitive::Duration | Primitive::TimeOfDay)
}

fn least(left: Option<u64>, right: Option<u64>) -> Option<u64> {
    left.into_iter().chain(right).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_numbers() {
        let digits = |whole, fraction, total, significant| Digits { whole, fraction, total, significant };
        for (precision, scale, expected) in [
            (Some(5), Some("2"), digits(Some(3), Some(2), None, None)),
            (Some(5), Some("Variable"), digits(None, Some(5), Some(5), None)),
            (Some(5), Some("FLOATING"), digits(None, None, None, Some(5))),
            (Some(5), None, digits(Some(5), None, None, Some(5))),
            (None, Some("2"), digits(None, Some(2), None, None)),
            (None, Some("variable"), Digits::default()),
            (Some(5), Some("5"), digits(Some(0), Some(5), None, None)),
        ] {
            assert_eq!(numeric(precision, scale), Ok(expected), "{precision:?} {scale:?}");
        }
        assert!(numeric(Some(2), Some("3")).is_err());
        assert!(numeric(Some(2), Some("-1")).is_err());
    }
}
