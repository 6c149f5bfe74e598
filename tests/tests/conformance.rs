//! Whole corpora of payloads against `odatype::graph`: each is read without loss, or refused with a reason that is
//! listed in `tests/conformance/`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeMap;

use odatype::{
    Collection, Decode, Encode, Error, ServiceError,
    graph::{self, SCHEMA},
    validate::Profile,
};
use odatype_json::tree;
use odatype_tests::{
    agreement,
    corpus::{self, Body, Record},
    json::is_same,
    leftovers::leftovers,
};

/// What `decode` calls the type of `record`'s body or of its items; the reason if the schema has no such type.
fn type_of(record: &Record) -> Result<String, String> {
    let has = |name: &str| SCHEMA.types().any(|ty| ty.name() == name);
    if let Some((action, binding)) = &record.action {
        let overloads = |binding: &String| [format!("{action}({binding})"), format!("{action}(Collection({binding}))")];
        let mut names = binding.iter().flat_map(overloads).collect::<Vec<_>>();
        names.push(action.clone());
        // Without a binding only an action with one overload can be meant.
        let known = names.iter().any(|name| has(name)) || (binding.is_none() && SCHEMA.decode(action, b"{}").is_ok());
        let name = names.iter().find(|name| has(name)).or(names.last()).cloned().unwrap_or_default();
        let bound = binding.as_ref().map_or_else(String::new, |binding| format!(" bound to `{binding}`"));
        return if known { Ok(name) } else { Err(format!("the action `{action}`{bound} is outside the slice")) };
    }
    let Some(name) = &record.type_name else { return Err("its source does not say which type it has".to_owned()) };
    if has(name) { Ok(name.clone()) } else { Err(format!("the type `{name}` is outside the slice")) }
}

/// What is wrong with a payload: JSON pointer (`-` for none) and reason.
type Refusals = Vec<(String, String)>;

fn refusals(error: &Error) -> Refusals {
    assert!(!error.findings().is_empty(), "a refusal says where: {error}");
    let finding = |finding: &odatype::Finding| {
        (finding.pointer(), format!("expected {}, found {}", finding.expected(), finding.found()))
    };
    error.findings().iter().map(finding).collect()
}

/// Reads `record` and writes it back; panics if anything was lost, gives what it was refused for.
fn read(record: &Record) -> Result<(), Refusals> {
    let outside = |reason: String| vec![("-".to_owned(), reason)];
    if record.body == Body::Error {
        return read_as::<ServiceError>(record);
    }
    let name = type_of(record).map_err(outside)?;
    match record.body {
        Body::Collection => read_collection(&name, record),
        Body::Value => read_items(&name, record),
        Body::Reference => Err(outside("a reference has no type of its own".to_owned())),
        _ => {
            let object = SCHEMA.decode(&name, record.payload.as_bytes()).map_err(|error| refusals(&error))?;
            is_lossless(record, &object.to_vec());
            let verdict = agreement::check(&SCHEMA, &name, record.payload.as_bytes());
            verdict.unwrap_or_else(|error| panic!("{}: {error}", record.id));
            Ok(())
        }
    }
}

fn is_lossless(record: &Record, written: &[u8]) {
    let written = std::str::from_utf8(written).unwrap();
    assert!(is_same(&record.payload, written), "{} is not what was read: {written}", record.id);
}

fn read_as<T: Decode + Encode>(record: &Record) -> Result<(), Refusals> {
    let value: T = odatype::from_str(&record.payload).map_err(|error| refusals(&error))?;
    is_lossless(record, &odatype::to_vec(&value));
    Ok(())
}

/// The member `value` of an envelope, item by item or as the one that it is.
fn read_items(name: &str, record: &Record) -> Result<(), Refusals> {
    let payload = tree::parse(&record.payload).unwrap();
    let value = payload.get("value").unwrap_or_else(|| panic!("{} has no `value`", record.id));
    let items = if matches!(value.kind, tree::Kind::Array(_)) { value.items() } else { std::slice::from_ref(value) };
    for (place, item) in items.iter().enumerate() {
        let text = &record.payload[item.start..item.end];
        let object = SCHEMA.decode(name, text.as_bytes()).map_err(|error| {
            let inner = refusals(&error).into_iter();
            inner.map(|(pointer, reason)| (format!("/value/{place}{pointer}"), reason)).collect::<Refusals>()
        })?;
        assert!(is_same(text, std::str::from_utf8(&object.to_vec()).unwrap()), "{}: item {place}", record.id);
    }
    Ok(())
}

/// An envelope: as a whole by its type, and item by item by the type's name.
fn read_collection(name: &str, record: &Record) -> Result<(), Refusals> {
    read_items(name, record)?;
    match name {
        "microsoft.graph.audioRoutingGroup" => read_as::<Collection<graph::AudioRoutingGroup>>(record),
        "microsoft.graph.onlineMeeting" => read_as::<Collection<graph::OnlineMeeting>>(record),
        "microsoft.graph.participant" => read_as::<Collection<graph::Participant>>(record),
        "microsoft.graph.presence" => read_as::<Collection<graph::Presence>>(record),
        "microsoft.graph.callRecords.directRoutingLogRow" => {
            read_as::<Collection<graph::call_records::DirectRoutingLogRow>>(record)
        }
        "microsoft.graph.callRecords.pstnCallLogRow" => {
            read_as::<Collection<graph::call_records::PstnCallLogRow>>(record)
        }
        "microsoft.graph.callRecords.session" => read_as::<Collection<graph::call_records::Session>>(record),
        other => panic!("{}: name the type of a collection of `{other}` here", record.id),
    }
}

/// The lines of a checked-in list: id, JSON pointer, reason, between tabs; `#` starts a comment.
fn listed(list: &str) -> BTreeMap<(String, String), String> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let fields = lines.map(|line| {
        let mut fields = line.splitn(3, '\t').map(ToOwned::to_owned);
        let mut next = || fields.next().unwrap_or_else(|| panic!("three fields expected: {line}"));
        ((next(), next()), next())
    });
    fields.collect()
}

/// Compares what was found with what is listed, both ways.
fn is_listed(found: &BTreeMap<(String, String), String>, list: &str) {
    let listed = listed(list);
    let line = |((id, pointer), reason): (&(String, String), &String)| format!("{id}\t{pointer}\t{reason}");
    let missing: Vec<String> =
        found.iter().filter(|(key, reason)| listed.get(*key) != Some(*reason)).map(line).collect();
    let stale: Vec<String> = listed.iter().filter(|(key, reason)| found.get(*key) != Some(*reason)).map(line).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "not listed:\n{}\n\nlisted, but not found:\n{}\n",
        missing.join("\n"),
        stale.join("\n")
    );
}

#[odatype_data::test]
fn communications_are_lossless_or_refused() {
    let records = corpus::communications();
    assert_eq!(records.len(), 244);
    let mut found = BTreeMap::new();
    for record in &records {
        for (pointer, reason) in read(record).err().unwrap_or_default() {
            found.insert((record.id.clone(), pointer), reason);
        }
    }
    is_listed(&found, include_str!("../conformance/refusals.tsv"));
}

#[odatype_data::test]
fn what_is_not_json_is_refused_with_its_place() {
    let data = odatype_data::folder!();
    let text = std::fs::read_to_string(data.join("corpus/graph-communications-not-json.jsonl")).unwrap();
    for line in text.lines() {
        let record = tree::parse(line).unwrap();
        let text = record.get("text").and_then(tree::Value::as_str).unwrap();
        let error = SCHEMA.decode("microsoft.graph.call", text.as_bytes()).unwrap_err();
        assert!(error.place().is_some(), "{error}: {text}");
        let findings = SCHEMA.validate("microsoft.graph.call", text.as_bytes(), Profile::Tolerant).unwrap();
        let places: Vec<_> = findings.iter().map(odatype::Finding::line_column).collect();
        assert_eq!(places, Vec::from_iter(error.place()), "{error}: {text}");
    }
}

#[odatype_data::test]
fn page_is_lossless_and_described() {
    let records = corpus::page();
    assert_eq!(records.len(), 12);
    let file = |name: &str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/graph").join(name);
    let (schema, overlay) = (file("communications.csdl.json"), file("communications.overlay.json"));
    let model = odatype_schema::load_files(&[schema], &[overlay]).unwrap();
    let mut undescribed = BTreeMap::new();
    let mut not_strict = BTreeMap::new();
    for record in &records {
        read(record).unwrap_or_else(|refusals| panic!("{}: {refusals:?}", record.id));
        let name = match &record.action {
            Some((action, _)) => format!("{action}(microsoft.graph.call)"),
            None => type_of(record).unwrap(),
        };
        for pointer in leftovers(&model, &name, &tree::parse(&record.payload).unwrap()) {
            undescribed.insert((record.id.clone(), pointer), "undeclared".to_owned());
        }
        for finding in SCHEMA.validate(&name, record.payload.as_bytes(), Profile::Strict).unwrap() {
            let reason = format!("expected {}, found {}", finding.expected(), finding.found());
            not_strict.insert((record.id.clone(), finding.pointer()), reason);
        }
    }
    is_listed(&undescribed, "");
    is_listed(&not_strict, include_str!("../conformance/page.tsv"));
}
