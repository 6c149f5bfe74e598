//! When two texts are one value.

use std::{borrow::Cow, cmp::Ordering};

use odatype_json::Exact;

use super::{Day, Length, Moment, Time, binary};
use crate::{Family, Primitive};

/// What all texts of one value of a primitive type have in common, and no other's: by their order where the type has
/// one, GUIDs in either letter case, binary values by their digits, everything else letter by letter. Identities of one
/// type have an order, which says nothing but that values are found by it.
#[derive(Clone, Debug)]
pub struct Identity<'t>(Kind<'t>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind<'t> {
    Number(Exact<'t>),
    Day(Day<'t>),
    Moment(Moment<'t>),
    Time(Time<'t>),
    Length(Length<'t>),
    Text(Cow<'t, str>),
}

impl<'t> Identity<'t> {
    /// That of `text`, which is a value of `primitive`.
    #[must_use]
    pub fn of(primitive: Primitive, text: &'t str) -> Self {
        let special = match primitive.family() {
            Family::Integer | Family::WideInteger | Family::Float | Family::Decimal => {
                Exact::parse(text).map(Kind::Number)
            }
            Family::Literal => match primitive {
                Primitive::Guid => Some(Kind::Text(text.to_ascii_lowercase().into())),
                Primitive::Binary => Some(Kind::Text(binary::plain(text).into())),
                _ => Self::ordered(primitive, text).map(|ordered| ordered.0),
            },
            Family::Boolean | Family::Text | Family::Geo | Family::Any => None,
        };
        Self(special.unwrap_or(Kind::Text(text.into())))
    }

    /// That of `text`, if `primitive` is a type of literals with an order, which is this one's, and `text` a value of
    /// it.
    pub(super) fn ordered(primitive: Primitive, text: &'t str) -> Option<Self> {
        let kind = match primitive {
            Primitive::Date => Day::parse(text).map(Kind::Day),
            Primitive::DateTimeOffset => Moment::parse(text).map(Kind::Moment),
            Primitive::TimeOfDay => Time::parse(text).map(Kind::Time),
            Primitive::Duration => Length::parse(text).map(Kind::Length),
            _ => None,
        };
        kind.map(Self)
    }
}

// By their order, since the parts of two equal moments, durations or numbers may differ.
impl Ord for Identity<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Identity<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Identity<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Identity<'_> {}
