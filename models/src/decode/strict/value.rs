//! Values of primitive and enumeration types against the constraints of their place.
//!
//! Source: OData vocabulary Org.OData.Validation.V1; CSDL JSON 4.01, section 7.2 (type facets).

use std::cmp::Ordering;

use odatype_json::{Exact, Span};
use odatype_table::{Bound, Constraints, Family, Primitive, literal};

use crate::{
    decode::{Decoder, Path, decoder::number},
    finding::{Expected, Rule, Side, Unit},
    table::{Kind, Property, Rules},
};

/// What of a value's constraints it does not keep.
type Broken = (Rule, Expected);

impl Decoder<'_> {
    /// The string node at `node`, whose text with its quotes is at `span`, as a value of `property`.
    pub(in crate::decode) fn check_text(&mut self, property: &Property, node: usize, span: Span, path: &Path<'_>) {
        let text = self.text_at(node);
        let expected = match property.kind {
            Kind::Enum(index) => self.check_member(index, text),
            Kind::Flags(index) => self.check_members(index, text),
            _ => None,
        };
        let broken = property.rules.map(|rules| self.broken_by_text(property.kind, rules, node));
        if let Some(expected) = expected {
            self.find(path, span, Rule::Member, expected);
        }
        for (rule, expected) in broken.into_iter().flatten() {
            self.find(path, span, rule, expected);
        }
        #[cfg(feature = "validate")]
        if let Some(rules) = property.rules {
            self.check_patterns(rules, node, span, path);
        }
    }

    /// The number at `span`, of an integer, decimal or float type.
    pub(in crate::decode) fn check_number(&mut self, property: &Property, span: Span, path: &Path<'_>) {
        let (Some(rules), Kind::Scalar(primitive)) = (property.rules, property.kind) else { return };
        let text = self.reader.slice(span);
        let mut broken = broken_by_order(primitive, &rules.asked, text);
        broken.extend(broken_by_number(&rules.asked, text));
        broken.extend(not_allowed(&rules.asked, |allowed| {
            let number = allowed.trim_matches('"');
            literal::is_same(primitive, number, text)
        }));
        for (rule, expected) in broken {
            self.find(path, span, rule, expected);
        }
    }

    /// `true` or `false`, which is at `span`.
    pub(in crate::decode) fn check_boolean(&mut self, property: &Property, span: Span, path: &Path<'_>) {
        let Some(rules) = property.rules else { return };
        let text = self.reader.slice(span);
        if let Some((rule, expected)) = not_allowed(&rules.asked, |allowed| allowed == text) {
            self.find(path, span, rule, expected);
        }
    }

    /// What the text of the string node at `node` does not keep, patterns aside.
    fn broken_by_text(&self, kind: Kind, rules: &'static Rules, node: usize) -> Vec<Broken> {
        let (asked, text) = (&rules.asked, self.text_at(node));
        let mut broken = Vec::new();
        if let Some(most) = asked.max_length {
            let (length, unit) = match kind {
                Kind::Scalar(Primitive::Binary) => (literal::binary_length(text), Unit::Bytes),
                _ => (text.chars().count(), Unit::Characters),
            };
            if number(length) > most {
                broken.push((Rule::Length, Expected::AtMost(most, unit)));
            }
        }
        if asked.is_ascii && !text.is_ascii() {
            broken.push((Rule::Length, Expected::Words("only characters of ASCII")));
        }
        if let Kind::Scalar(primitive) = kind {
            broken.extend(broken_by_order(primitive, asked, text));
            match primitive.family() {
                Family::WideInteger | Family::Decimal if !literal::is_special(text) => {
                    broken.extend(broken_by_number(asked, text));
                }
                Family::Literal => broken.extend(broken_by_time(primitive, asked, text)),
                _ => {}
            }
        }
        broken.extend(not_allowed(asked, |allowed| self.is_allowed(kind, allowed, text)));
        broken
    }

    /// Whether the JSON text `allowed` is the value that the string `text` is.
    fn is_allowed(&self, kind: Kind, allowed: &str, text: &str) -> bool {
        let inside = allowed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(odatype_json::unescape);
        let allowed = inside.as_deref().unwrap_or(allowed);
        match kind {
            Kind::Scalar(primitive) => literal::is_same(primitive, allowed, text),
            Kind::Flags(index) => {
                self.flags_value(index, allowed).is_some_and(|value| self.flags_value(index, text) == Some(value))
            }
            _ => allowed == text,
        }
    }

    #[cfg(feature = "validate")]
    fn check_patterns(&mut self, rules: &'static Rules, node: usize, span: Span, path: &Path<'_>) {
        use crate::{
            decode::narrow,
            finding::{Found, Level},
            table::Match,
        };
        let found: Vec<(&'static str, Match)> = rules.matches(self.text_at(node)).collect();
        for (pattern, found) in found {
            let level = match found {
                Match::Matches => continue,
                Match::Differs => Level::Error,
                Match::NotChecked => Level::NotChecked,
            };
            let value = Found::Value(narrow(span.start), narrow(span.end));
            self.note_as(level, path, span.start, Rule::Pattern, Expected::Pattern(pattern), value);
        }
    }
}

/// The allowed values, unless one `is` the value.
fn not_allowed(asked: &'static Constraints<&'static str>, is: impl Fn(&str) -> bool) -> Option<Broken> {
    let allowed = asked.allowed.as_deref()?;
    (!allowed.iter().any(|allowed| is(allowed))).then_some((Rule::Allowed, Expected::Allowed(allowed)))
}

/// Bounds that a value is not within. What has no order to them is not within: `NaN` of floats.
fn broken_by_order(primitive: Primitive, asked: &'static Constraints<&'static str>, text: &str) -> Vec<Broken> {
    let side = |bound: &Option<Bound<&'static str>>, within: Ordering, inclusive, exclusive| {
        let bound = bound.as_ref()?;
        let order = literal::compare(primitive, text, bound.value);
        let is_within = order == Some(within) || (!bound.is_exclusive && order == Some(Ordering::Equal));
        let side = if bound.is_exclusive { exclusive } else { inclusive };
        (!is_within).then_some((Rule::Range, Expected::Bound(bound.value, side)))
    };
    let low = side(&asked.minimum, Ordering::Greater, Side::AtLeast, Side::Above);
    let high = side(&asked.maximum, Ordering::Less, Side::AtMost, Side::Below);
    low.into_iter().chain(high).collect()
}

/// Digits and multiples of a number.
fn broken_by_number(asked: &'static Constraints<&'static str>, text: &str) -> Vec<Broken> {
    let Some(value) = Exact::parse(text) else { return Vec::new() };
    let (whole, fraction) = (value.whole_digits(), value.fraction_digits());
    let digits = &asked.digits;
    let mut broken: Vec<Broken> = [
        (digits.whole, whole, Unit::WholeDigits),
        (digits.fraction, fraction, Unit::FractionDigits),
        (digits.total, whole.saturating_add(fraction), Unit::Digits),
        (digits.significant, value.significant_digits(), Unit::SignificantDigits),
    ]
    .into_iter()
    .filter_map(|(most, count, unit)| {
        let most = most.filter(|most| count > *most)?;
        Some((Rule::Digits, Expected::AtMost(most, unit)))
    })
    .collect();
    broken.extend(not_multiple(asked, &value));
    broken
}

/// Digits of a fraction of a second, and multiples of seconds.
fn broken_by_time(primitive: Primitive, asked: &'static Constraints<&'static str>, text: &str) -> Vec<Broken> {
    let mut broken = Vec::new();
    if let (Some(most), Some(count)) = (asked.digits.fraction, literal::fraction_digits(primitive, text))
        && count > most
    {
        broken.push((Rule::Digits, Expected::AtMost(most, Unit::FractionDigits)));
    }
    if !asked.multiples.is_empty()
        && let Some(seconds) = literal::seconds(primitive, text)
        && let Some(value) = Exact::parse(&seconds)
    {
        broken.extend(not_multiple(asked, &value));
    }
    broken
}

fn not_multiple(asked: &'static Constraints<&'static str>, value: &Exact<'_>) -> Vec<Broken> {
    let is_broken =
        |unit: &&&'static str| Exact::parse(unit).and_then(|unit| value.is_multiple_of(&unit)) == Some(false);
    asked.multiples.iter().filter(is_broken).map(|unit| (Rule::Multiple, Expected::Multiple(unit))).collect()
}
