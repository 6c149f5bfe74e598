//! Changes in place, against a model: an object's members as `serde_json` has them.

use odatype::{Null, Structured, from_slice, from_str, graph::Call, to_string};
use serde_json::{Map, Value, json};

/// Names of members that are changed: declared ones, others, and some that are neither.
const NAMES: [&str; 10] =
    ["subject", "state", "source", "targets", "callOptions", "x", "x@odata.type", "", "é\u{202e}", "@odata.etag"];

/// The first line is a call, each byte after it a change.
pub(crate) fn edits(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let (start, changes) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let Ok(mut call) = from_slice::<Call>(start) else { return };
    let Ok(Value::Object(mut model)) = odatype::to_value(&call) else { return };
    let mut kept = Vec::new();
    for pair in changes.chunks(2) {
        let (name, value) = (NAMES[usize::from(pair[0]) % NAMES.len()], usize::from(pair.get(1).copied().unwrap_or(0)));
        change(&mut call, &mut model, name, value);
        if value % 7 == 0 {
            kept.push((call.clone(), Value::Object(model.clone())));
        }
    }
    kept.push((call, Value::Object(model)));
    for (call, model) in kept {
        let text = to_string(&call);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), model, "{text}");
        if let Ok(again) = from_str::<Call>(&text) {
            assert!(again == call, "{text}");
        }
    }
}

fn change(call: &mut Call, model: &mut Map<String, Value>, name: &str, value: usize) {
    let values =
        [json!(null), json!("text"), json!(5), json!([1, {"a": null}]), json!({"b": "\u{1F600}", "": []}), json!(-1.5)];
    match (name, value % 9) {
        (_, 0) => {
            call.unset_dynamic(name);
            model.remove(name);
        }
        ("subject", 1) => {
            call.set(Call::SUBJECT, "Lunch");
            model.insert(name.to_owned(), json!("Lunch"));
        }
        ("subject", 2) => {
            call.set(Call::SUBJECT, Null);
            model.insert(name.to_owned(), Value::Null);
        }
        ("subject", 3) => {
            call.unset(Call::SUBJECT);
            model.remove(name);
        }
        (_, place) => {
            let value = &values[place % values.len()];
            call.try_set_dynamic(name, value).unwrap();
            model.insert(name.to_owned(), value.clone());
        }
    }
}
