//! Two validators that are not ours, with the documents of both profiles.

use std::collections::HashMap;

use odatype::validate::Profile;
use odatype_json_schema::{Deriver, Target};
use odatype_table::Shape;
use serde_json::{Value, json};

use super::{
    Trial,
    exact::{Numbers, is_beyond},
};

/// Validates payloads by the documents of a whole schema.
pub(crate) struct Judges<'t> {
    trial: &'t Trial,
    documents: [Value; 2],
    compiled: HashMap<(String, bool), Judge>,
}

/// One definition of a document, compiled by both.
struct Judge {
    jsonschema: jsonschema::Validator,
    /// Not asked where a pattern looks around or refers back, which its engine cannot run.
    boon: Option<(boon::Schemas, boon::SchemaIndex)>,
}

/// What each of the two says; and where the faults are, by the one that tells it best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdicts {
    pub(crate) jsonschema: bool,
    pub(crate) boon: bool,
    /// Whether it reads the payload's numbers as they are.
    pub(crate) jsonschema_reads: bool,
    /// The same.
    pub(crate) boon_reads: bool,
    /// Pointers to what is wrong, each once.
    pub(crate) pointers: Vec<String>,
}

impl Verdicts {
    /// The verdicts of those that read the payload's numbers as they are.
    pub(crate) fn of_readers(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let jsonschema = self.jsonschema_reads.then_some(("jsonschema", self.jsonschema));
        let boon = self.boon_reads.then_some(("boon", self.boon));
        jsonschema.into_iter().chain(boon)
    }
}

impl<'t> Judges<'t> {
    pub(crate) fn new(trial: &'t Trial) -> Self {
        let deriver = Deriver::new(&trial.table);
        let documents = [Profile::Tolerant, Profile::Strict].map(|profile| deriver.schema_document(profile));
        for document in &documents {
            assert!(jsonschema::meta::is_valid(document), "not a schema: {document:#}");
        }
        Self { trial, documents, compiled: HashMap::new() }
    }

    /// What the document of `profile` says of `payload` as `target`.
    pub(crate) fn say(&mut self, target: &str, profile: Profile, payload: &Value, text: &str) -> Verdicts {
        let is_strict = profile == Profile::Strict;
        let (trial, documents) = (self.trial, &self.documents);
        let judge = self.compiled.entry((target.to_owned(), is_strict)).or_insert_with(|| {
            let row =
                trial.table.rows.iter().position(|row| row.name == target).and_then(|row| u16::try_from(row).ok());
            let by_row = row.map(|row| Target::Value(Shape::Declared(row)));
            let target = by_row.unwrap_or_else(|| Target::parse(&trial.table, target).unwrap());
            let key = target.qualified(&trial.table);
            Judge::new(&documents[usize::from(is_strict)], &key, !trial.looks_around())
        });
        judge.say(payload, text)
    }
}

impl Judge {
    fn new(document: &Value, key: &str, with_boon: bool) -> Self {
        assert!(document["$defs"].get(key).is_some(), "the document does not define {key}");
        let escaped = key.replace('~', "~0").replace('/', "~1");
        let mut document = document.clone();
        document["$ref"] = json!(format!("#/$defs/{}", percent(&escaped)));
        let jsonschema = jsonschema::draft202012::new(&document).unwrap();
        let boon = with_boon.then(|| {
            let mut schemas = boon::Schemas::new();
            let mut compiler = boon::Compiler::new();
            compiler.add_resource("http://x/schema", document).unwrap();
            let index = compiler.compile("http://x/schema", &mut schemas).unwrap();
            (schemas, index)
        });
        Self { jsonschema, boon }
    }

    fn say(&self, payload: &Value, text: &str) -> Verdicts {
        let jsonschema = self.jsonschema.is_valid(payload);
        let boon = self.boon.as_ref().map_or(jsonschema, |(schemas, index)| schemas.validate(payload, *index).is_ok());
        let mut pointers: Vec<String> = if jsonschema {
            Vec::new()
        } else {
            self.jsonschema.iter_errors(payload).map(|error| error.instance_path().to_string()).collect()
        };
        pointers.sort();
        pointers.dedup();
        Verdicts {
            jsonschema,
            boon,
            jsonschema_reads: !is_beyond(text, Numbers::Integers),
            boon_reads: !is_beyond(text, Numbers::Floats),
            pointers,
        }
    }
}

/// What a fragment of a URL cannot hold as it is, escaped.
fn percent(key: &str) -> String {
    let mut out = String::new();
    for byte in key.bytes() {
        match byte {
            b'%' | b'"' | b'<' | b'>' | b'`' | b' ' | b'{' | b'}' | 0x7f.. => out.push_str(&format!("%{byte:02X}")),
            _ => out.push(char::from(byte)),
        }
    }
    out
}
