//! Which words of a schema, or of which standard, a finding comes from.

use odatype_table::{Constraints, access, validation};

use super::{
    expected::{Expected, Side, Unit},
    names::Declaration,
    rule::Rule,
};

/// What is known of where a finding is.
pub(super) struct Asked<'f> {
    pub(super) rule: Rule,
    pub(super) expected: &'f Expected,
    /// Whether a null was found.
    pub(super) is_null: bool,
    /// The type whose member it is.
    pub(super) type_name: &'static str,
    /// What the schema says of that member; `None` if it does not declare it.
    pub(super) declaration: Option<Declaration>,
    /// The member's path below its type, as annotations name it: `ns.Type/property`.
    pub(super) place: String,
}

/// What JSON itself asks.
const JSON: &str = "RFC 8259";
/// What OData asks of control information.
const CONTROL: &str = "control information (OData JSON 4.01, section 4.6)";
/// What it asks of tags, which are among it.
const TAG: &str = "odata.type (OData JSON 4.01, section 4.6.3)";

/// The facets of CSDL, which are no terms. Source: CSDL JSON 4.01, section 7.2.
mod facet {
    pub(super) const MAX_LENGTH: &str = "MaxLength";
    pub(super) const NULLABLE: &str = "Nullable";
    pub(super) const OPEN_TYPE: &str = "OpenType";
    pub(super) const PRECISION: &str = "Precision";
    pub(super) const PRECISION_AND_SCALE: &str = "Precision and Scale";
    pub(super) const SCALE: &str = "Scale";
    pub(super) const UNICODE: &str = "Unicode";
}

impl Asked<'_> {
    /// In words: `Org.OData.Validation.V1.Pattern of ns.Type/property`.
    pub(super) fn told(&self) -> String {
        let what = match self.rule {
            Rule::Syntax | Rule::Repeated => return JSON.to_owned(),
            Rule::Undeclared => return self.closed(),
            Rule::Tag if !matches!(self.expected, Expected::Types(_)) => TAG,
            Rule::Tag => validation::DERIVED_TYPE_CONSTRAINT,
            Rule::Control => CONTROL,
            Rule::Type if self.is_null && self.declaration.is_some_and(|declaration| !declaration.is_nullable) => {
                facet::NULLABLE
            }
            Rule::Type | Rule::Text | Rule::Member => self.value(),
            Rule::Allowed => validation::ALLOWED_VALUES,
            Rule::Range => self.bound(),
            Rule::Multiple => validation::MULTIPLE_OF,
            Rule::Digits => self.digits(),
            Rule::Length if matches!(self.expected, Expected::Words(_)) => facet::UNICODE,
            Rule::Length => facet::MAX_LENGTH,
            Rule::Pattern => validation::PATTERN,
            Rule::Count if matches!(self.expected, Expected::AtLeast(..)) => validation::MIN_ITEMS,
            Rule::Count if matches!(self.expected, Expected::AtMost(..)) => validation::MAX_ITEMS,
            Rule::Count => self.of_either(
                (validation::MIN_ITEMS, |asked| asked.min_items.is_some()),
                (validation::MAX_ITEMS, |asked| asked.max_items.is_some()),
            ),
            Rule::Computed => access::COMPUTED,
            Rule::ReadOnly => access::PERMISSIONS,
            Rule::Immutable => access::IMMUTABLE,
            Rule::Required | Rule::Other => "",
        };
        match (what, self.place.as_str()) {
            (what, "") => what.to_owned(),
            ("", place) => place.to_owned(),
            (what, place) => format!("{what} of {place}"),
        }
    }

    /// The type of values, if it is known.
    fn value(&self) -> &'static str {
        self.declaration.map_or("", |declaration| declaration.value)
    }

    /// The type that is closed.
    fn closed(&self) -> String {
        format!("{} of {}", facet::OPEN_TYPE, self.type_name)
    }

    fn bound(&self) -> &'static str {
        match self.expected {
            Expected::Bound(_, Side::AtLeast | Side::Above) => validation::MINIMUM,
            Expected::Bound(_, Side::AtMost | Side::Below) => validation::MAXIMUM,
            // What its type has no room for.
            Expected::Words(_) => self.value(),
            _ => self.of_either(
                (validation::MINIMUM, |asked| asked.minimum.is_some()),
                (validation::MAXIMUM, |asked| asked.maximum.is_some()),
            ),
        }
    }

    /// Which of two constraints the property has, if it has only one; else its type, which has bounds of its own.
    fn of_either(&self, left: Constraint, right: Constraint) -> &'static str {
        let has = |(_, has): Constraint| self.declaration.and_then(|declaration| declaration.asked).is_some_and(has);
        match (has(left), has(right)) {
            (true, false) => left.0,
            (false, true) => right.0,
            _ => self.value(),
        }
    }

    fn digits(&self) -> &'static str {
        let is_of_seconds = self.value() != odatype_table::Primitive::Decimal.qualified_name();
        match self.expected {
            Expected::AtMost(_, Unit::FractionDigits) if is_of_seconds => facet::PRECISION,
            Expected::AtMost(_, Unit::FractionDigits) => facet::SCALE,
            Expected::AtMost(_, Unit::Digits | Unit::SignificantDigits) => facet::PRECISION,
            _ => facet::PRECISION_AND_SCALE,
        }
    }
}

/// A constraint's name, and whether it is among others.
type Constraint = (&'static str, fn(&Constraints<&'static str>) -> bool);
