//! A record's JSON in other forms than bytes.

use odatype_json::tree;
use serde_json::{Map, Value};

use super::{object::to_vec, text::as_text};
use crate::{error::Error, node::Record, table::TypeId};

/// `record` as JSON text, in a place where `declared` is expected; without one, with its tag in any case.
#[inline]
pub(crate) fn to_text(record: &Record, declared: Option<TypeId>) -> String {
    as_text(to_vec(record, declared))
}

/// `record` as a JSON value.
#[inline]
pub(crate) fn to_value(record: &Record) -> Result<Value, Error> {
    value(&to_text(record, Some(record.type_id())))
}

/// Whether `json`, which was written here, can be read where `outer` objects are around it.
///
/// # Errors
/// If it nests deeper than is read.
#[inline]
pub(crate) fn check_depth(json: &[u8], outer: usize) -> Result<(), Error> {
    // What was written is UTF-8.
    let text = std::str::from_utf8(json).unwrap_or_default();
    odatype_json::check_depth(text, outer).map_err(|error| Error::syntax(error, text))
}

/// JSON text as a JSON value.
///
/// `serde_json` itself would take the text in a member called `$serde_json::private::RawValue` for its object's value,
/// so that a payload could put members where its reader does not see them.
#[inline]
pub(crate) fn value(text: &str) -> Result<Value, Error> {
    match tree::parse(text) {
        Ok(tree) => Ok(of_tree(&tree)?),
        Err(error) => Err(Error::syntax(error, text)),
    }
}

#[inline]
fn of_tree(tree: &tree::Value<'_>) -> Result<Value, serde_json::Error> {
    Ok(match &tree.kind {
        tree::Kind::Null => Value::Null,
        tree::Kind::Bool(value) => Value::Bool(*value),
        tree::Kind::Number(text) => Value::Number(serde_json::from_str(text)?),
        tree::Kind::String(text) => Value::String(text.to_string()),
        tree::Kind::Array(items) => Value::Array(items.iter().map(of_tree).collect::<Result<_, _>>()?),
        tree::Kind::Object(members) => {
            let member = |member: &tree::Member<'_>| Ok((member.name.to_string(), of_tree(&member.value)?));
            Value::Object(members.iter().map(member).collect::<Result<Map<_, _>, serde_json::Error>>()?)
        }
    })
}
