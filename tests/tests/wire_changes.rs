//! Objects that were changed after they were read or made: in place, tags among them, and what all views of them tell.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Null, Structured,
    graph::{AppHostedMediaConfig, Call, MediaConfig, SCHEMA, actions},
};
use serde_json::{Value, json};

const LONG: &str = "@odata.type";
const SHORT: &str = "@type";
const CALL: &str = "#microsoft.graph.call";

/// One thing done to a tag.
#[derive(Clone, Copy, Debug)]
enum Act {
    Set(&'static str, &'static str),
    Null(&'static str),
    Without(&'static str),
}

fn after(call: Call, acts: &[Act]) -> Call {
    acts.iter().fold(call, |call, act| match act {
        Act::Set(name, tag) => call.with_dynamic(name, &json!(tag)),
        Act::Null(name) => call.with_dynamic(name, Null),
        Act::Without(name) => call.without_dynamic(name),
    })
}

/// What all ways to ask for a tag say: its name and its value, `None` if there is none.
fn told(call: &Call) -> Option<(&'static str, Value)> {
    let text = odatype::to_string(call);
    let written: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_value(call).unwrap(), written, "serde");
    assert!(text.matches("type\":").count() <= 1, "twice: {text}");
    let mut found = None;
    for name in [LONG, SHORT] {
        let dynamic = call.dynamic(name).map(|json| json.to_value().unwrap());
        assert_eq!(dynamic.as_ref(), written.get(name), "{name}");
        found = dynamic.map(|value| (name, value)).or(found);
        assert!(!call.dynamic_members().any(|(other, _)| other == name));
    }
    let tag = found.as_ref().and_then(|(_, value)| value.as_str());
    assert_eq!(call.odata_type().as_deref(), tag);
    assert!(tag.is_none() || text.starts_with(r#"{"@"#), "the tag is the first member: {text}");
    found
}

/// What is changed, how, and the tag that there is then.
type Case<'c> = (&'c Call, &'c [Act], Option<(&'static str, Value)>);

#[test]
fn a_tag_is_one_thing_under_two_names() {
    use Act::{Null, Set, Without};
    let read = |name: &str| odatype::from_str::<Call>(&format!(r#"{{"id":"1","{name}":"{CALL}","x":2}}"#)).unwrap();
    let (long, short) = (read(LONG), read(SHORT));
    let untagged: Call = odatype::from_str(r#"{"id":"1"}"#).unwrap();
    let tag = |name, tag: &str| Some((name, json!(tag)));
    let cases: [Case<'_>; 16] = [
        (&long, &[], tag(LONG, CALL)),
        (&long, &[Without(SHORT)], tag(LONG, CALL)),
        (&long, &[Without(LONG)], None),
        (&long, &[Without(LONG), Without(SHORT)], None),
        (&long, &[Without(LONG), Set(SHORT, "#a.b")], tag(SHORT, "#a.b")),
        (&long, &[Set(SHORT, "#a.b")], tag(SHORT, "#a.b")),
        (&long, &[Set(SHORT, "#a.b"), Without(LONG)], tag(SHORT, "#a.b")),
        (&long, &[Set(SHORT, "#a.b"), Without(SHORT)], None),
        (&long, &[Set(SHORT, "#a.b"), Set(LONG, "#c.d")], tag(LONG, "#c.d")),
        (&long, &[Null(SHORT)], Some((SHORT, Value::Null))),
        (&short, &[Without(LONG)], tag(SHORT, CALL)),
        (&short, &[Set(LONG, "#a.\"b")], tag(LONG, "#a.\"b")),
        (&short, &[Without(SHORT)], None),
        (&untagged, &[Without(SHORT)], None),
        (&untagged, &[Set(SHORT, CALL), Set(SHORT, "#a.b")], tag(SHORT, "#a.b")),
        (&untagged, &[Set(LONG, CALL), Null(LONG), Without(SHORT)], Some((LONG, Value::Null))),
    ];
    for (call, acts, expected) in cases {
        assert_eq!(told(&after(call.clone(), acts)), expected, "{acts:?}");
        // The same on an object that has too many changes to look through.
        let mut many = call.clone();
        for number in 0..100 {
            many = many.with_dynamic(&format!("name{number}"), &json!(number));
        }
        assert_eq!(told(&after(many, acts)), expected, "{acts:?}");
    }
}

#[test]
fn a_tag_that_the_place_needs() {
    let tagged = |media: AppHostedMediaConfig| odatype::to_string(&MediaConfig::from(media));
    let media = || AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, "b");
    let own = r##"{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"b"}"##;
    assert_eq!(tagged(media()), own);
    assert_eq!(tagged(media().without_dynamic(SHORT)), own);
    assert_eq!(tagged(media().with_dynamic(SHORT, &json!("#x.y"))), r##"{"@type":"#x.y","blob":"b"}"##);
}

#[test]
fn the_body_of_an_action_has_no_tag() {
    let json = r#"{"callbackUri":"u","@odata.type":"a","@type":"b"}"#;
    let body: actions::call::Answer = odatype::from_str(json).unwrap();
    assert_eq!((body.odata_type(), body.dynamic_members().count()), (None, 2));
    let body = body.without_dynamic(SHORT).with_dynamic(LONG, &json!("c"));
    assert_eq!(odatype::to_string(&body), r#"{"callbackUri":"u","@odata.type":"c"}"#);
}

#[test]
fn a_tag_that_is_no_string_stays_in_a_foreign_object() {
    let json = r##"{"mediaConfig":{"@odata.type":"#x.y","inner":{"\u0040odata.type":5,"a\/b":1},"a\u002fb":[{"@type":null}]}}"##;
    let call: Call = odatype::from_str(json).unwrap();
    let by_serde = serde_json::to_value(&call).unwrap();
    assert_eq!(by_serde, serde_json::from_str::<Value>(json).unwrap());
    assert_eq!(odatype::to_value(&call).unwrap(), by_serde);
}

#[test]
fn members_keep_their_place() {
    let call: Call = odatype::from_str(r#"{"a":1,"id":"i","b":2,"subject":"s","c":3}"#).unwrap();
    let call =
        call.with_dynamic("d", &json!(4)).with_dynamic("b", &json!([5])).with(Call::SUBJECT, "t").without_dynamic("a");
    let call = call.with_dynamic("e", &json!({})).without_dynamic("d").with_dynamic("c", Null);
    assert_eq!(odatype::to_string(&call), r#"{"id":"i","b":[5],"subject":"t","c":null,"e":{}}"#);
    assert!(call.dynamic_members().map(|(name, _)| name).eq(["b", "c", "e"]));
    let escaped: Call = odatype::from_str(r#"{"\u0061\"":1,"z":2}"#).unwrap();
    let escaped = escaped.with_dynamic("a\"", &json!(3));
    assert_eq!(odatype::to_string(&escaped), r#"{"a\"":3,"z":2}"#);
}

#[test]
fn a_declared_member_of_another_shape() {
    let call = Call::new().with_dynamic("subject", &json!([5])).with_dynamic("id", &json!("i"));
    assert_eq!((call.subject(), call.dynamic("subject").unwrap().text()), (None, "[5]"));
    assert_eq!((call.id(), call.dynamic("id").is_none()), (Some("i"), true));
    assert_eq!(odatype::to_string(&call), r#"{"subject":[5],"id":"i"}"#);
    assert!(call.with(Call::SUBJECT, "s").dynamic("subject").is_none());
}

#[test]
fn many_members_in_any_order() {
    let names: Vec<String> = (0..300).map(|number| format!("name{number}")).collect();
    let read = names.iter().map(|name| format!(r#""{name}":"read""#)).collect::<Vec<_>>().join(",");
    let mut call: Call = odatype::from_str(&format!("{{{read}}}")).unwrap();
    for (place, name) in names.iter().enumerate().rev() {
        assert_eq!(call.dynamic(name).unwrap().text(), r#""read""#);
        call = match place % 3 {
            0 => call.without_dynamic(name),
            1 => call.with_dynamic(name, &json!(place)),
            _ => call,
        };
        assert_eq!(call.dynamic(name).is_none(), place % 3 == 0);
    }
    call = call.with_dynamic("more", &json!(true));
    let written = odatype::to_value(&call).unwrap();
    let written = written.as_object().unwrap();
    assert_eq!((written.len(), call.dynamic_members().count()), (201, 201));
    for (place, name) in names.iter().enumerate() {
        let expected = match place % 3 {
            0 => None,
            1 => Some(json!(place)),
            _ => Some(json!("read")),
        };
        assert_eq!(
            (written.get(name), call.dynamic(name).map(|json| json.to_value().unwrap())),
            (expected.as_ref(), expected.clone())
        );
    }
    assert_eq!(odatype::from_slice::<Call>(&odatype::to_vec(&call)).unwrap(), call);
}

#[test]
fn null_items_that_were_set_are_null() {
    let call = Call::new().with(Call::TARGETS, [None::<odatype::graph::InvitationParticipantInfo>]);
    assert!(call.targets()[0].is_null());
    assert_eq!(odatype::to_string(&call), r#"{"targets":[null]}"#);
}

#[test]
fn names_that_serde_json_keeps_for_itself_are_names() {
    for name in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
        for value in [json!("7"), json!("{\"id\":\"forged\"}"), json!([1])] {
            let json = json!({name: value}).to_string();
            let call: Call = odatype::from_str(&json).unwrap();
            assert_eq!(call.dynamic(name).unwrap().to_value().unwrap(), value);
            assert_eq!(odatype::to_value(&call).unwrap()[name], value);
            assert!(format!("{call:?}").contains(name));
            let named = SCHEMA.decode("microsoft.graph.call", json.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(named.to_vec()).unwrap(), json);
        }
    }
}
