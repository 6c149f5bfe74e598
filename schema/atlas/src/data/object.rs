//! Objects without members that say nothing.

use serde_json::{Map, Value};

/// An object that is being written.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// With `name`, unless `value` is false, null or empty.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let says_nothing = match &value {
            Value::Null => true,
            Value::Bool(is_so) => !is_so,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(members) => members.is_empty(),
            Value::Number(_) => false,
        };
        if !says_nothing {
            self.0.insert(name.to_owned(), value);
        }
        self
    }

    /// The object.
    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}
