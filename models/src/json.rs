//! JSON text that has no declared type.

use serde_json::Value;

use odatype_json::tree::{self, Kind};

use crate::{Decode, Error, edm::Decimal};

/// The type of properties that may hold anything: `Edm.Untyped`, `Edm.Stream`, geographies, the abstract Edm types. Set
/// such a property from a [`serde_json::Value`], a [`Json`] or [`crate::Null`].
#[derive(Clone, Copy, Debug)]
pub enum Untyped {}

/// JSON text of an undeclared member or an untyped property: kept as it was read, decoded when asked for.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// The text itself.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0
    }

    /// The text decoded as a `T`.
    ///
    /// # Errors
    /// As [`crate::from_slice`].
    pub fn decode<T: Decode>(self) -> Result<T, Error> {
        T::decode(self.0.as_bytes())
    }

    /// The text as a JSON value.
    ///
    /// # Errors
    /// Never for text that was decoded; kept for text that a number made too large for this form.
    pub fn to_value(self) -> Result<Value, Error> {
        Ok(serde_json::from_str(self.0)?)
    }

    /// The string, if the text is one.
    #[must_use]
    pub fn as_str(self) -> Option<std::borrow::Cow<'a, str>> {
        self.0.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(odatype_json::unescape)
    }
}

impl PartialEq for Json<'_> {
    /// Equal as JSON values.
    fn eq(&self, other: &Self) -> bool {
        same(self.0, other.0)
    }
}

/// Whether two JSON texts are the same value: members in any order, numbers in any spelling.
pub(crate) fn same(left: &str, right: &str) -> bool {
    left == right
        || matches!((tree::parse(left), tree::parse(right)), (Ok(left), Ok(right)) if same_tree(&left, &right))
}

fn same_tree(left: &tree::Value<'_>, right: &tree::Value<'_>) -> bool {
    match (&left.kind, &right.kind) {
        (Kind::Number(left), Kind::Number(right)) => same_number(left, right),
        (Kind::Array(left), Kind::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same_tree(left, right))
        }
        (Kind::Object(left), Kind::Object(right)) => {
            left.len() == right.len()
                && sorted(left)
                    .into_iter()
                    .zip(sorted(right))
                    .all(|(left, right)| left.name == right.name && same_tree(&left.value, &right.value))
        }
        (left, right) => left == right,
    }
}

fn sorted<'m, 't>(members: &'m [tree::Member<'t>]) -> Vec<&'m tree::Member<'t>> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|left, right| left.name.cmp(&right.name));
    members
}

/// Whether two numbers' texts are the same number.
fn same_number(left: &str, right: &str) -> bool {
    left == right
        || match (left.parse::<Decimal>(), right.parse::<Decimal>()) {
            (Ok(left), Ok(right)) => left == right,
            _ => false,
        }
}
