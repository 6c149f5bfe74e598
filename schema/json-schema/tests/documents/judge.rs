//! Who judges payloads here: an engine of JSON Schema, and what this package makes of it. (Another engine judges the same cases
//! in `tests/agreement`.)

use odatype_json_schema::{Profile, Target};
use odatype_table::Table;
use serde_json::Value;

/// Validators of one document.
pub(crate) struct Judge {
    engine: jsonschema::Validator,
    #[cfg(feature = "validator")]
    ours: odatype_json_schema::validator::DocumentValidator,
}

impl Judge {
    /// Of `document`, which must be what the dialect's own schema wants.
    pub(crate) fn new(document: &Value) -> Self {
        assert!(jsonschema::meta::is_valid(document), "not a schema: {document:#}");
        Self {
            engine: jsonschema::draft202012::new(document).unwrap(),
            #[cfg(feature = "validator")]
            ours: odatype_json_schema::validator::DocumentValidator::new(document.clone()).unwrap(),
        }
    }

    /// Whether the payload is valid, which all must say alike.
    pub(crate) fn is_valid(&self, payload: &Value) -> bool {
        let is_valid = self.engine.is_valid(payload);
        #[cfg(feature = "validator")]
        {
            let mut problems = Vec::new();
            self.ours
                .validate(payload, &mut |problem| problems.push(format!("{} {:?}", problem.pointer, problem.what)));
            assert_eq!(problems.is_empty(), is_valid, "the document's validator on {payload}: {problems:#?}");
        }
        is_valid
    }
}

/// The validator of a whole schema in `profile`: whether a payload is valid must be what is `expected`.
#[cfg(feature = "validator")]
pub(crate) fn of_schema(table: &'static Table<&'static str>, profile: Profile) -> impl Fn(Target, &Value, bool) {
    use odatype_json_schema::{
        Deriver,
        validator::{Problem, SchemaValidator},
    };
    let validator = SchemaValidator::new(Deriver::new(table), profile);
    move |target, payload, expected| {
        let mut problems = Vec::new();
        let mut note = |problem: &Problem<'_>| problems.push(format!("{} {:?}", problem.pointer, problem.what));
        validator.validate(target, payload, &mut note);
        assert_eq!(problems.is_empty(), expected, "the schema's validator on {payload}: {problems:#?}");
    }
}

#[cfg(not(feature = "validator"))]
pub(crate) fn of_schema(_: &'static Table<&'static str>, _: Profile) -> impl Fn(Target, &Value, bool) {
    |_, _, _| {}
}
