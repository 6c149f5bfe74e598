//! Who judges payloads here: `jsonschema`, what `odatype-json-schema` makes of it, and `boon`, which shares no code
//! with either.

use odatype_json_schema::{
    Deriver, Profile, Target,
    validator::{DocumentValidator, Problem, SchemaValidator},
};
use odatype_table::Table;
use serde_json::Value;

/// Validators of one document.
pub(crate) struct Judge {
    engine: jsonschema::Validator,
    ours: DocumentValidator,
    boon: (boon::Schemas, boon::SchemaIndex),
}

impl Judge {
    /// Of `document`, which must be what the dialect's own schema wants.
    pub(crate) fn new(document: &Value) -> Self {
        assert!(jsonschema::meta::is_valid(document), "not a schema: {document:#}");
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("http://x/schema", document.clone()).unwrap();
        let index = compiler.compile("http://x/schema", &mut schemas).unwrap();
        Self {
            engine: jsonschema::draft202012::new(document).unwrap(),
            ours: DocumentValidator::new(document.clone()).unwrap(),
            boon: (schemas, index),
        }
    }

    /// Whether the payload is valid, which all must say alike.
    pub(crate) fn is_valid(&self, payload: &Value) -> bool {
        let is_valid = self.engine.is_valid(payload);
        assert_eq!(self.boon.0.validate(payload, self.boon.1).is_ok(), is_valid, "boon on {payload}");
        let mut problems = Vec::new();
        self.ours.validate(payload, &mut |problem| problems.push(format!("{} {:?}", problem.pointer, problem.what)));
        assert_eq!(problems.is_empty(), is_valid, "the document's validator on {payload}: {problems:#?}");
        is_valid
    }
}

/// The validator of a whole schema in `profile`: whether a payload is valid must be what is `expected`.
pub(crate) fn of_schema(table: &'static Table<&'static str>, profile: Profile) -> impl Fn(Target, &Value, bool) {
    let validator = SchemaValidator::new(Deriver::new(table), profile);
    move |target, payload, expected| {
        let mut problems = Vec::new();
        let mut note = |problem: &Problem<'_>| problems.push(format!("{} {:?}", problem.pointer, problem.what));
        validator.validate(target, payload, &mut note);
        assert_eq!(problems.is_empty(), expected, "the schema's validator on {payload}: {problems:#?}");
    }
}
