//! Two validators that are not ours, with the documents of all profiles; and the one that is ours, which is held
//! against them.

use std::collections::HashMap;

use odatype::{Finding, Findings, Level, Rule, json_schema::Validator, validate::Profile};
use odatype_agreement::random::{Rng, one_in, seeded};
use odatype_json_schema::{Deriver, Target};
use odatype_table::{Shape, Table};
use serde_json::{Value, json};

use super::{
    Trial,
    exact::{Exactly, Reads},
};

/// The profiles, in the order in which they ask for more, and their names.
pub(crate) const PROFILES: [(Profile, &str); 3] =
    [(Profile::Tolerant, "tolerant"), (Profile::Strict, "strict"), (Profile::Create, "create")];

/// The place of a profile among them.
fn place(profile: Profile) -> usize {
    PROFILES.iter().position(|(one, _)| *one == profile).unwrap()
}

/// Where a document is known to be.
pub(crate) const AT: &str = "http://x/schema";

/// Validates payloads by the documents of a whole schema.
pub(crate) struct Judges<'t> {
    trial: &'t Trial,
    profiles: [Compiled; 3],
    /// The keys of targets in the documents.
    keys: HashMap<String, String>,
    /// Ours, which has one set of definitions for a whole schema.
    ours: [Validator; 3],
    /// How many payloads ours could have held.
    asked: usize,
    /// Of as many payloads one is held in every profile by all; the others in the strict one by `jsonschema` alone.
    share: usize,
    rng: Rng,
}

/// Of as many payloads one is held by our validator too, which costs as much as the others; the first ones all are.
const OURS: usize = 8;
const FIRST: usize = 64;

/// The document of a profile, and what is compiled of it so far.
struct Compiled {
    registry: jsonschema::Registry<'static>,
    /// Not asked where a pattern looks around or refers back, which its engine cannot run.
    boon: Option<(boon::Compiler, boon::Schemas)>,
    /// By the keys of targets.
    targets: HashMap<String, (jsonschema::Validator, Option<boon::SchemaIndex>)>,
}

/// What each of the two says; and where the faults are, by the one that tells it best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdicts {
    pub(crate) jsonschema: Said,
    pub(crate) boon: Said,
    /// Pointers to what is wrong, each once.
    pub(crate) pointers: Vec<String>,
}

/// What one of them says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) is_valid: bool,
    /// Whether it reads the payload's numbers as they are.
    pub(crate) reads: bool,
}

impl Verdicts {
    /// The verdicts of those that read the payload's numbers as they are.
    pub(crate) fn of_readers(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let all = [("jsonschema", self.jsonschema), ("boon", self.boon)];
        all.into_iter().filter(|(_, said)| said.reads).map(|(judge, said)| (judge, said.is_valid))
    }

    /// Whether all that read the numbers say `is_valid`.
    pub(crate) fn all_say(&self, is_valid: bool) -> bool {
        self.of_readers().all(|(_, verdict)| verdict == is_valid)
    }
}

impl<'t> Judges<'t> {
    pub(crate) fn new(trial: &'t Trial) -> Self {
        let deriver = Deriver::new(&trial.table);
        let profiles =
            PROFILES.map(|(profile, _)| Compiled::new(deriver.schema_document(profile), !trial.looks_around()));
        Self::with(trial, profiles, HashMap::new())
    }

    fn with(trial: &'t Trial, profiles: [Compiled; 3], keys: HashMap<String, String>) -> Self {
        let ours = PROFILES.map(|(profile, _)| Validator::new(trial.schema, profile));
        Self { trial, profiles, keys, ours, asked: 0, share: 1, rng: seeded(31) }
    }

    /// The same for very many payloads, of which only one in `share` is held in every profile by all.
    pub(crate) fn sharing(trial: &'t Trial, share: usize) -> Self {
        Self { share, ..Self::new(trial) }
    }

    /// Whether the next payload is held in the strict profile by `jsonschema` alone.
    pub(crate) fn is_one_alone(&mut self) -> bool {
        self.share > 1 && !one_in(&mut self.rng, self.share)
    }

    /// What is wrong with our validator's findings, if it is asked about this payload: its verdict is `verdict`, and of
    /// what the decoder `found` to be one fault it tells no other.
    pub(crate) fn ours(
        &mut self,
        target: &str,
        profile: Profile,
        text: &str,
        verdict: &Verdicts,
        (decoder, exactly): (&Findings, &Exactly<'_>),
    ) -> Option<String> {
        // Ours reads integers of any size as they are.
        self.asked += 1;
        if self.asked > FIRST && !one_in(&mut self.rng, OURS) || !verdict.jsonschema.reads {
            return None;
        }
        let ours = &self.ours[place(profile)];
        let found = ours.validate_as(target, text.as_bytes()).unwrap();
        let is_unchecked = found.iter().any(|finding| finding.level() == Level::NotChecked);
        // What is not checked may be wrong.
        let agrees = found.is_valid() == verdict.jsonschema.is_valid || (is_unchecked && found.is_valid());
        if !agrees {
            return Some(found.to_string());
        }
        let is_same =
            |ours: &Finding, theirs: &Finding| (ours.pointer(), ours.rule()) == (theirs.pointer(), theirs.rule());
        match (&*found, &**decoder) {
            ([], _) | (_, [] | [_, _, ..]) => None,
            ([ours], [theirs]) if is_same(ours, theirs) => None,
            // What keeps it from being of the type that is nearest.
            (_, [whole]) if exactly.may_be_of_several(whole) => None,
            // Of an object whose tag is wrong the decoder knows nothing else; control information is the same of any
            // object.
            (ours, [tag])
                if tag.rule() == Rule::Tag && ours.iter().all(|it| is_same(it, tag) || it.rule() == Rule::Control) =>
            {
                None
            }
            _ => Some(format!("one fault, other findings: {found}; the decoder's: {decoder}")),
        }
    }

    /// Those of the documents of one target alone.
    pub(crate) fn alone(trial: &'t Trial, name: &str) -> Self {
        let deriver = Deriver::new(&trial.table);
        let target = Target::parse(&trial.table, name).unwrap();
        let profiles =
            PROFILES.map(|(profile, _)| Compiled::new(deriver.document(target, profile), !trial.looks_around()));
        Self::with(trial, profiles, HashMap::from([(name.to_owned(), AT.to_owned())]))
    }

    /// What the document of `profile` says of `payload`, whose numbers those read whom `reads` tells, as `target`.
    pub(crate) fn say(&mut self, target: &str, profile: Profile, payload: &Value, reads: Reads) -> Verdicts {
        let trial = self.trial;
        let key = self.keys.entry(target.to_owned()).or_insert_with(|| location(&trial.table, target));
        self.profiles[place(profile)].say(key, payload, reads)
    }
}

impl Compiled {
    fn new(document: Value, with_boon: bool) -> Self {
        assert!(jsonschema::meta::is_valid(&document), "not a schema: {document:#}");
        let resource = jsonschema::Resource::from_contents(document.clone());
        let registry = jsonschema::Registry::new().add(AT, resource).unwrap().prepare().unwrap();
        let boon = with_boon.then(|| {
            let mut compiler = boon::Compiler::new();
            compiler.add_resource(AT, document).unwrap();
            (compiler, boon::Schemas::new())
        });
        Self { registry, boon, targets: HashMap::new() }
    }

    fn say(&mut self, key: &str, payload: &Value, reads: Reads) -> Verdicts {
        if !self.targets.contains_key(key) {
            let target = self.compile(key);
            self.targets.insert(key.to_owned(), target);
        }
        let (validator, index) = &self.targets[key];
        let jsonschema = validator.is_valid(payload);
        let mut pointers: Vec<String> = if jsonschema {
            Vec::new()
        } else {
            validator.iter_errors(payload).flat_map(|error| places(&error)).collect()
        };
        pointers.sort();
        pointers.dedup();
        let boon = match (&self.boon, index) {
            (Some((_, schemas)), Some(index)) if reads.floats => schemas.validate(payload, *index).is_ok(),
            _ => jsonschema,
        };
        Verdicts {
            jsonschema: Said { is_valid: jsonschema, reads: reads.integers },
            boon: Said { is_valid: boon, reads: reads.floats },
            pointers,
        }
    }

    fn compile(&mut self, key: &str) -> (jsonschema::Validator, Option<boon::SchemaIndex>) {
        let root = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": key });
        let validator = jsonschema::options().with_registry(&self.registry).build(&root).unwrap();
        (validator, self.boon.as_mut().map(|(compiler, schemas)| compiler.compile(key, schemas).unwrap()))
    }
}

/// Where the definition of the target `name` is in the document of everything, which is [`AT`].
pub(crate) fn location(table: &Table<String>, name: &str) -> String {
    let key = target(table, name).qualified(table).replace('~', "~0").replace('/', "~1");
    format!("{AT}#/$defs/{}", percent(&key))
}

/// The target called `name`, which may be the whole name of a row.
pub(crate) fn target(table: &Table<String>, name: &str) -> Target {
    let row = table.rows.iter().position(|row| row.name == name).and_then(|row| u16::try_from(row).ok());
    let by_row = row.map(|row| Target::Value(Shape::Declared(row)));
    by_row.unwrap_or_else(|| Target::parse(table, name).unwrap())
}

/// Where the fault is. Of a value that might have been null, what it is otherwise is looked into.
fn places(error: &jsonschema::ValidationError<'_>) -> Vec<String> {
    use jsonschema::{
        JsonType,
        error::{TypeKind, ValidationErrorKind},
    };

    if let ValidationErrorKind::AnyOf { context } = error.kind()
        && let [otherwise, null] = context.as_slice()
        && let [null] = null.as_slice()
        && let ValidationErrorKind::Type { kind: TypeKind::Single(JsonType::Null) } = null.kind()
        && null.instance_path() == error.instance_path()
    {
        return otherwise.iter().flat_map(places).collect();
    }
    vec![error.instance_path().to_string()]
}

/// What a fragment of a URL cannot hold as it is, escaped.
fn percent(key: &str) -> String {
    use std::fmt::Write as _;

    let mut out = String::new();
    for byte in key.bytes() {
        match byte {
            b'%' | b'"' | b'<' | b'>' | b'`' | b' ' | b'{' | b'}' | 0x7f.. => write!(out, "%{byte:02X}").unwrap(),
            _ => out.push(char::from(byte)),
        }
    }
    out
}
