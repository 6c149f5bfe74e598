//! Values as one would write them in documentation.

use odatype_table::Primitive;
use serde_json::Value;

/// A value of the type, if it is of one kind.
pub(crate) fn example(primitive: Primitive) -> Option<Value> {
    serde_json::from_str(primitive.example()?).ok()
}
