//! Payloads against the documents.

use std::fmt;

use odatype_json::tree;
use odatype_json_schema::{
    Target,
    validator::{SchemaValidator, value},
};
use odatype_table::Profile;

use super::{
    explain::Explainer,
    places::Places,
    repeated,
    subject::{Described, Subject},
};
use crate::{
    decode,
    error::Error,
    finding::{Expected, Findings, Found, Level, Note, Notes, ROOT, Rule, Steps},
    table::Schema,
};

/// Holds payloads against the JSON Schema of a whole schema, by the crate `jsonschema`.
///
/// Definitions are derived and compiled when a payload first needs them, once for all types. No more are kept than a
/// program needs that knows many types; those of a schema as large as Microsoft Graph are given up before all are
/// there, and compiled again when they are needed again. Validating takes time and memory in proportion to the payload.
pub struct Validator {
    schema: &'static Schema,
    definitions: SchemaValidator,
}

impl fmt::Debug for Validator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Validator").field(&self.definitions).finish()
    }
}

impl Validator {
    /// Validates against what `schema` says in `profile`; nothing is compiled yet.
    #[must_use]
    pub fn new(schema: &'static Schema, profile: Profile) -> Self {
        Self { schema, definitions: SchemaValidator::new(schema.new_deriver(), profile) }
    }

    /// Everything in `json` that keeps it from being a `T` by its JSON Schema, and what could not be checked.
    ///
    /// Members that come twice are found too, as are numbers out of a float's range, which no JSON value shows. A `T`
    /// of another schema than the validator's is a finding.
    #[must_use]
    pub fn validate<T: Described>(&self, json: &[u8]) -> Findings {
        let subject = T::subject();
        if std::ptr::eq(subject.schema, self.schema) { self.findings(subject.target, json) } else { stranger(subject) }
    }

    /// [`validate`](Self::validate) as the type named `type_name`; names are those that [`Schema::validate`] takes.
    ///
    /// # Errors
    /// If the schema has no such type.
    pub fn validate_as(&self, type_name: &str, json: &[u8]) -> Result<Findings, Error> {
        Ok(self.findings(Subject::named(self.schema, type_name)?.target, json))
    }

    fn findings(&self, target: Target, json: &[u8]) -> Findings {
        let read = decode::utf8(json).and_then(|text| {
            let tree = tree::parse(text).map_err(|error| Error::syntax(error, text))?;
            Ok(self.held(target, text, &tree))
        });
        read.unwrap_or_else(Error::into_findings)
    }

    /// `tree`, which is all of `text`, held against the definition of `target`.
    fn held(&self, target: Target, text: &str, tree: &tree::Value<'_>) -> Findings {
        let tables = self.schema.tables();
        let mut explainer = Explainer::new(tables, Places::new(self.schema, target, tree), text.len());
        self.definitions.validate(target, &value(tree), &mut |problem| explainer.explain(problem));
        let (mut notes, mut places) = explainer.into_notes();
        repeated::note(&mut places, &mut notes);
        if notes.is_empty() { Findings::EMPTY } else { Findings::new(notes, text, places.into_steps(), Some(tables)) }
    }
}

/// What is found where the validator is of another schema than the type.
fn stranger(subject: Subject) -> Findings {
    let mut notes = Notes::new(0);
    notes.push(Note {
        offset: 0,
        place: ROOT,
        rule: Rule::Other,
        level: Level::Error,
        type_name: "",
        expected: Expected::Words("a type of the schema that the validator was made for"),
        found: Found::Text(subject.name().into()),
    });
    Findings::new(notes, "", Steps::default(), None)
}
