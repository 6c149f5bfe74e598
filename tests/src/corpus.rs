//! The payloads that the conformance tests read; they are not part of this repository.

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

/// The payloads of the page that odatype started from. For tests that need the data.
#[must_use]
pub fn page() -> Vec<Record> {
    read("call-answer.jsonl")
}

/// The payloads of the communications area. For tests that need the data.
#[must_use]
pub fn communications() -> Vec<Record> {
    read("graph-communications-2021-07.jsonl")
}

fn read(file: &str) -> Vec<Record> {
    let path = odatype_data::folder!().join("corpus").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(record).collect()
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
