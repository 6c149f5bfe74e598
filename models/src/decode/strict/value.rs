//! Values of primitive and enumeration types against the constraints of their place.
//!
//! Source: OData vocabulary Org.OData.Validation.V1; CSDL JSON 4.01, section 7.2 (type facets).

use std::cmp::Ordering;

use odatype_json::{Exact, Span};
use odatype_table::{Bound, Constraints, Digits, Family, Primitive, literal};

#[cfg(feature = "validate")]
use crate::{
    decode::narrow,
    finding::{Found, Level},
    table::Match,
};
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
        let expected = match property.kind {
            Kind::Enum(index) => self.check_member(index, self.text_at(node)),
            Kind::Flags(index) => self.check_members(index, self.text_at(node)),
            _ => None,
        };
        if let Some(expected) = expected {
            self.find(path, span, Rule::Member, expected);
        }
        if let Some(rules) = property.rules {
            self.check_text_by_rules(property.kind, rules, node, span, path);
        }
    }

    /// Apart from [`Self::check_text`], so that what most properties do not have costs them nothing.
    #[inline(never)]
    fn check_text_by_rules(&mut self, kind: Kind, rules: &'static Rules, node: usize, span: Span, path: &Path<'_>) {
        let text = self.text_at(node);
        #[cfg(feature = "validate")]
        if rules.surely_kept_by_text(text) {
            return;
        }
        let broken = self.broken_by_text(kind, rules, text);
        #[cfg(feature = "validate")]
        let patterns = patterns_not_matched(rules, text);
        for (rule, expected) in broken {
            self.find(path, span, rule, expected);
        }
        #[cfg(feature = "validate")]
        for (pattern, level) in patterns {
            let value = Found::Value(narrow(span.start), narrow(span.end));
            self.note_as(level, path, span.start, Rule::Pattern, Expected::Pattern(pattern), value);
        }
    }

    /// The number at `span`, of an integer, decimal or float type.
    pub(in crate::decode) fn check_number(&mut self, property: &Property, span: Span, path: &Path<'_>) {
        if let (Some(rules), Kind::Scalar(primitive)) = (property.rules, property.kind) {
            self.check_number_by_rules(primitive, rules, span, path);
        }
    }

    /// Apart from [`Self::check_number`] for the same reason.
    #[inline(never)]
    fn check_number_by_rules(&mut self, primitive: Primitive, rules: &'static Rules, span: Span, path: &Path<'_>) {
        let text = self.reader.slice(span);
        if rules.surely_kept_by_number(text) {
            return;
        }
        let mut broken = Vec::new();
        by_order(primitive, &rules.asked, text, &mut broken);
        by_number(&rules.asked, text, &mut broken);
        let is = |allowed: &str| literal::is_same(primitive, allowed.trim_matches('"'), text);
        if let Some(allowed) = not_allowed(&rules.asked, is) {
            broken.push(allowed);
        }
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

    /// What `text` does not keep, patterns aside.
    fn broken_by_text(&self, kind: Kind, rules: &'static Rules, text: &str) -> Vec<Broken> {
        let asked = &rules.asked;
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
            by_order(primitive, asked, text, &mut broken);
            match primitive.family() {
                // Words such as `INF` have no digits.
                Family::WideInteger | Family::Decimal if literal::is_special(text) => {}
                Family::WideInteger | Family::Decimal => by_number(asked, text, &mut broken),
                Family::Literal => by_time(primitive, asked, text, &mut broken),
                // Of the others, only words are texts, or any text is a value.
                Family::Boolean | Family::Integer | Family::Float | Family::Text | Family::Geo | Family::Any => {}
            }
        }
        if let Some(allowed) = not_allowed(asked, |allowed| self.is_allowed(kind, allowed, text)) {
            broken.push(allowed);
        }
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
}

/// The patterns that `text` does not match, or that nobody can tell of.
#[cfg(feature = "validate")]
fn patterns_not_matched(rules: &'static Rules, text: &str) -> Vec<(&'static str, Level)> {
    let told = |(pattern, found)| match found {
        Match::Matches => None,
        Match::Differs => Some((pattern, Level::Error)),
        Match::NotChecked => Some((pattern, Level::NotChecked)),
    };
    rules.matches(text).filter_map(told).collect()
}

/// The allowed values, unless one `is` the value.
#[inline]
fn not_allowed(asked: &'static Constraints<&'static str>, is: impl Fn(&str) -> bool) -> Option<Broken> {
    let allowed = asked.allowed.as_deref()?;
    (!allowed.iter().any(|allowed| is(allowed))).then_some((Rule::Allowed, Expected::Allowed(allowed)))
}

/// Bounds that a value is not within. What has no order to them is not within: `NaN` of floats.
fn by_order(primitive: Primitive, asked: &'static Constraints<&'static str>, text: &str, broken: &mut Vec<Broken>) {
    let mut side = |bound: &Option<Bound<&'static str>>, within: Ordering, inclusive, exclusive| {
        let Some(bound) = bound else { return };
        let order = literal::compare(primitive, text, bound.value);
        if order != Some(within) && (bound.is_exclusive || order != Some(Ordering::Equal)) {
            let side = if bound.is_exclusive { exclusive } else { inclusive };
            broken.push((Rule::Range, Expected::Bound(bound.value, side)));
        }
    };
    side(&asked.minimum, Ordering::Greater, Side::AtLeast, Side::Above);
    side(&asked.maximum, Ordering::Less, Side::AtMost, Side::Below);
}

/// Digits and multiples of a number.
fn by_number(asked: &'static Constraints<&'static str>, text: &str, broken: &mut Vec<Broken>) {
    let digits = &asked.digits;
    if *digits == Digits::default() && asked.multiples.is_empty() {
        return;
    }
    let Some(value) = Exact::parse(text) else { return };
    let (whole, fraction) = (value.whole_digits(), value.fraction_digits());
    for (most, count, unit) in [
        (digits.whole, whole, Unit::WholeDigits),
        (digits.fraction, fraction, Unit::FractionDigits),
        (digits.total, whole.saturating_add(fraction), Unit::Digits),
        (digits.significant, value.significant_digits(), Unit::SignificantDigits),
    ] {
        if let Some(most) = most.filter(|most| count > *most) {
            broken.push((Rule::Digits, Expected::AtMost(most, unit)));
        }
    }
    by_multiples(asked, &value, broken);
}

/// Digits of a fraction of a second, and multiples of seconds.
fn by_time(primitive: Primitive, asked: &'static Constraints<&'static str>, text: &str, broken: &mut Vec<Broken>) {
    if let (Some(most), Some(count)) = (asked.digits.fraction, literal::fraction_digits(primitive, text))
        && count > most
    {
        broken.push((Rule::Digits, Expected::AtMost(most, Unit::FractionDigits)));
    }
    if !asked.multiples.is_empty()
        && let Some(seconds) = literal::seconds(primitive, text)
        && let Some(value) = Exact::parse(&seconds)
    {
        by_multiples(asked, &value, broken);
    }
}

fn by_multiples(asked: &'static Constraints<&'static str>, value: &Exact<'_>, broken: &mut Vec<Broken>) {
    let is_broken =
        |unit: &&&'static str| Exact::parse(unit).and_then(|unit| value.is_multiple_of(&unit)) == Some(false);
    broken.extend(asked.multiples.iter().filter(is_broken).map(|unit| (Rule::Multiple, Expected::Multiple(unit))));
}
