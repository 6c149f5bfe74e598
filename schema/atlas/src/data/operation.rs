//! What operations are bound to, and what they give.

use odatype_schema::model::{Operation, ReturnType};
use serde_json::Value;

use super::object::Object;

/// What an operation is bound to.
pub(super) fn bound(operation: &Operation) -> Option<String> {
    operation.binding().map(|binding| binding.ty.to_string())
}

/// What an operation returns.
pub(super) fn returns(returns: &ReturnType) -> Value {
    Object::default().with("type", returns.ty.to_string()).with("null", returns.nullable).done()
}
