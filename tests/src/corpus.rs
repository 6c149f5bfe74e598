//! The payloads that the conformance tests read; they are not part of this repository.

use std::path::PathBuf;

use odatype_json::tree::{self, Value};

/// One payload and what is known of it.
#[derive(Clone, Debug)]
pub struct Record {
    /// What tells it from the others.
    pub id: String,
    /// What it is the body of.
    pub body: Body,
    /// The qualified name of the type of the body, or of its items.
    pub type_name: Option<String>,
    /// The action that it is the body of, and what that is bound to.
    pub action: Option<(String, Option<String>)>,
    /// The payload's text.
    pub payload: String,
}

/// The form of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// One object.
    Single,
    /// An envelope with the member `value`, an array.
    Collection,
    /// An envelope with the member `value`, one object.
    Value,
    /// The parameters of an action.
    Action,
    /// A reference to an entity.
    Reference,
    /// An error response.
    Error,
}

/// The folder with the data, which the environment variable `ODATYPE_DATA` names; `None`, with a word on it, if it names
/// none. In CI it must.
#[must_use]
pub fn data() -> Option<PathBuf> {
    let found = std::env::var_os("ODATYPE_DATA").map(PathBuf::from);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "ODATYPE_DATA is not set");
        println!("skipped: ODATYPE_DATA is not set");
    }
    found
}

/// The payloads of the page that odatype started from.
#[must_use]
pub fn page() -> Option<Vec<Record>> {
    read("call-answer.jsonl")
}

/// The payloads of the communications area.
#[must_use]
pub fn communications() -> Option<Vec<Record>> {
    read("graph-communications-2021-07.jsonl")
}

fn read(file: &str) -> Option<Vec<Record>> {
    let path = data()?.join("corpus").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(text.lines().filter(|line| !line.trim().is_empty()).map(record).collect())
}

fn record(line: &str) -> Record {
    let tree = tree::parse(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let text = |name: &str| tree.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
    let action = text("action").map(|action| (action, text("binding")));
    let body = match text("body_form").as_deref() {
        Some("collection") => Body::Collection,
        Some("value") => Body::Value,
        Some("action-parameters") => Body::Action,
        Some("reference") => Body::Reference,
        Some("error") => Body::Error,
        _ if action.is_some() => Body::Action,
        _ => Body::Single,
    };
    let payload = tree.get("payload").unwrap();
    // Some files hold a payload as it is, others its text.
    let payload = payload.as_str().unwrap_or(&line[payload.start..payload.end]).to_owned();
    Record { id: text("id").unwrap(), body, type_name: text("effective_type"), action, payload }
}
