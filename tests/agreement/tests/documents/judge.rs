//! Who judges payloads here: `boon`.

use odatype_json_schema::{Profile, Target};
use odatype_table::Table;
use serde_json::Value;

/// The engine with one document.
pub(crate) struct Judge(boon::Schemas, boon::SchemaIndex);

impl Judge {
    pub(crate) fn new(document: &Value) -> Self {
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("http://x/schema", document.clone()).unwrap();
        let index = compiler.compile("http://x/schema", &mut schemas).unwrap();
        Self(schemas, index)
    }

    /// Whether the payload is valid.
    pub(crate) fn is_valid(&self, payload: &Value) -> bool {
        self.0.validate(payload, self.1).is_ok()
    }
}

/// Only the package itself has a validator that needs no document.
pub(crate) fn of_schema(_: &'static Table<&'static str>, _: Profile) -> impl Fn(Target, &Value, bool) {
    |_, _, _| {}
}
