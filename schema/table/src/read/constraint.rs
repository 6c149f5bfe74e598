//! What must hold of a place, from the fields of a row's line.

use std::str::FromStr;

use odatype_json::tree;

use super::problem::{Problem, Read, next, number};
use crate::{
    Bound, Constraints, Listed, Pattern, Primitive, Shape, ValueType,
    field::{self, key},
};

/// What dynamic properties may be: types, and what else must hold of each.
pub(super) fn dynamic(line: &str) -> Read<Vec<Listed<&str>>> {
    let mut fields = line.split('\t');
    let types = listed(next(&mut fields, "types")?)?;
    let mut all = Constraints { types: Some(types), ..Constraints::default() };
    constraints(&mut all, fields)?;
    all.types.ok_or_else(|| ("types", line.to_owned()))
}

/// Constraints of a place, then those of the types that it lists.
pub(super) fn constraints<'t>(all: &mut Constraints<&'t str>, fields: impl Iterator<Item = &'t str>) -> Read<()> {
    let mut of: Option<usize> = None;
    for field in fields {
        let (key, value) = field.split_once('=').ok_or_else(|| ("a constraint", field.to_owned()))?;
        if key == key::OF {
            of = Some(number(value)?);
            continue;
        }
        let whose = match of {
            None => &mut *all,
            Some(place) => {
                let listed = all.types.as_mut().and_then(|types| types.get_mut(place));
                &mut listed.ok_or_else(|| ("the place of a type that is listed", place.to_string()))?.constraints
            }
        };
        constraint(whose, key, value)?;
    }
    Ok(())
}

fn constraint<'t>(all: &mut Constraints<&'t str>, key: &str, value: &'t str) -> Read<()> {
    let bound = |is_exclusive| Some(Bound { value, is_exclusive });
    match key {
        key::PATTERN | key::BACKTRACKING => all.patterns.push(Pattern { text: value, is_linear: key == key::PATTERN }),
        key::MINIMUM | key::ABOVE => all.minimum = bound(key == key::ABOVE),
        key::MAXIMUM | key::BELOW => all.maximum = bound(key == key::BELOW),
        key::MULTIPLE => all.multiples.push(value),
        key::MIN_ITEMS => all.min_items = Some(number(value)?),
        key::MAX_ITEMS => all.max_items = Some(number(value)?),
        key::MAX_LENGTH => all.max_length = Some(number(value)?),
        key::WHOLE => all.digits.whole = Some(number(value)?),
        key::FRACTION => all.digits.fraction = Some(number(value)?),
        key::TOTAL => all.digits.total = Some(number(value)?),
        key::SIGNIFICANT => all.digits.significant = Some(number(value)?),
        key::ASCII => all.is_ascii = true,
        key::VALUES => all.allowed = Some(scalars(value)?),
        key::DERIVED => all.derived = Some(between_commas(value).map(number).collect::<Read<_>>()?),
        key::TYPES => all.types = Some(listed(value)?),
        other => return Err(("a constraint that is known", other.to_owned())),
    }
    Ok(())
}

/// The texts of the items of a JSON array of scalars.
fn scalars(text: &str) -> Read<Vec<&str>> {
    let problem = || ("a JSON array of scalars", text.to_owned());
    let tree::Kind::Array(items) = tree::parse(text).map_err(|_| problem())?.kind else { return Err(problem()) };
    items.iter().map(|item| text.get(item.start..item.end).ok_or_else(problem)).collect()
}

pub(super) fn types(text: &str) -> Read<Vec<ValueType>> {
    between_commas(text).map(str::parse).collect()
}

fn listed(text: &str) -> Read<Vec<Listed<&str>>> {
    Ok(types(text)?.into_iter().map(Listed::from).collect())
}

/// What stands between commas; nothing in an empty text.
pub(super) fn between_commas(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(',').filter(|part| !part.is_empty())
}

impl FromStr for ValueType {
    type Err = Problem;

    /// As a row's text has it: `*#4`, `String`.
    fn from_str(text: &str) -> Read<Self> {
        let (is_collection, item) = match text.strip_prefix(field::COLLECTION) {
            Some(item) => (true, item),
            None => (false, text),
        };
        let shape = match item.strip_prefix(field::INDEX) {
            Some(index) => Shape::Declared(number(index)?),
            None => Shape::Primitive(Primitive::from_name(item).ok_or_else(|| ("a type", text.to_owned()))?),
        };
        Ok(Self { is_collection, shape })
    }
}
