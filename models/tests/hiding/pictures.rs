//! What reports and assertions print, as pictures and as plain text, against `tests/pictures`; `ODATYPE_BLESS=1` writes
//! those anew.

#![cfg(all(feature = "graph", feature = "report", feature = "validate"))]
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use odatype::{
    Report, Structured,
    graph::{
        AttendanceInterval, Call, CommsNotifications,
        actions::call::{Answer, Mute},
    },
    hide_values,
    validate::{Profile, Validate},
};

/// Holds what was drawn against the file `name`.
fn expect(name: &str, drawn: &str, wrong: &mut Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name).with_extension("txt");
    let drawn = tidy(drawn);
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != drawn {
        wrong.push(format!("{name} is drawn as\n{drawn}"));
    }
}

/// An editor may take blanks at the ends of lines away.
fn tidy(drawn: &str) -> String {
    drawn.lines().fold(String::new(), |tidy, line| tidy + line.trim_end() + "\n")
}

fn report<T: Validate>(json: &[u8]) -> Report {
    T::check_json(json, Profile::Strict).unwrap_err()
}

/// What a failing assertion prints.
fn printed(assertion: impl FnOnce()) -> String {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let caught = catch_unwind(AssertUnwindSafe(assertion)).unwrap_err();
    std::panic::set_hook(hook);
    *caught.downcast::<String>().unwrap()
}

const ANSWER: &str = "{\n  \"callbackUri\": \"http://bot.example\",\n  \"mediaConfgi\": null,\n  \"acceptedModalities\": [\n    \"audio\",\n    \"smell\"\n  ],\n  \"participantCapacity\": 1.5\n}\n";

#[test]
fn are_as_they_were() {
    let _alone = super::alone();
    let mut wrong = Vec::new();
    let long = format!(
        r#"{{"subject":"{}","callChainId":5,"myParticipantId":"{}","targets":[{{"id":7}}]}}"#,
        "é".repeat(400),
        "x".repeat(5000)
    );
    let many = format!(r#"{{"targets":[{}]}}"#, vec!["1"; 1003].join(",\n"));
    let mut not_utf8 = br#"{"subject": "a"#.to_vec();
    not_utf8.extend([0xFF, b'"', b'}']);
    for (name, drawn) in [
        ("answer", report::<Answer>(ANSWER.as_bytes()).with_name("answer.json")),
        ("bom", report::<Call>("\u{feff}{}".as_bytes())),
        ("calendar", report::<AttendanceInterval>(br#"{"joinDateTime":"2026-02-30T08:00:00Z"}"#)),
        ("crlf", report::<Call>(b"{\r\n\t\"callChainId\":\t5,\r\n\t\"state\": \"incomming\"\r\n}\r\n")),
        ("directions", report::<Call>("{\"a\u{202e}b\": 1, \"subject\": 2, \"c\\u0007\u{7f}\": 3}".as_bytes())),
        ("empty", report::<Call>(b"")),
        ("long", report::<Call>(long.as_bytes())),
        (
            "nested",
            report::<CommsNotifications>(
                br##"{"value":[{"resourceData":{"@odata.type":"#microsoft.graph.cal","id":"1"}}]}"##,
            ),
        ),
        ("not_utf8", report::<Call>(&not_utf8)),
        ("null", report::<Mute>(br#"{"clientContext": null, "clientContext": "c"}"#)),
        ("trailing_comma", report::<Call>(b"{\n  \"id\": \"1\",\n}")),
        ("truncated", report::<Call>(b"{\n  \"id\": \"1\",\n  \"subject\": \"Lun")),
        ("whole", report::<Call>(b"[]")),
        ("wide", report::<Call>("{\"件名\": \"会議\", \"subject\": [\"会議🎉e\u{301}\"]}".as_bytes())),
    ] {
        expect(name, &format!("{drawn:?}\n{drawn}\n"), &mut wrong);
    }
    let drawn = format!("{:?}", report::<Call>(many.as_bytes()));
    assert!(drawn.ends_with("\nand 3 more"), "{}", drawn.len());
    assert_eq!(drawn.matches("error[type]").count(), 1000);
    let few = report::<Call>(many.as_bytes()).picture().with_most(2).to_string();
    expect("many", &few, &mut wrong);
    expect("coloured", &report::<Mute>(br#"{"x": 1}"#).picture().with_colors(true).to_string(), &mut wrong);

    let read = r#"{"state": "established", "targets": [], "rank": 1e2}"#;
    let call: Call = odatype::from_str(read).unwrap();
    for (name, drawn) in [
        ("assert_valid", printed(|| odatype::assert_valid!(Answer, ANSWER))),
        (
            "assert_valid_value",
            printed(|| {
                odatype::assert_valid!(Call, serde_json::json!({"subject": "s", "callChainId": 5}), "call {}", 7);
            }),
        ),
        ("assert_round_trip", printed(|| odatype::assert_round_trip!(Call, "{\"id\": 5}"))),
        (
            "assert_json_eq",
            printed(|| {
                let call = call.clone().with(Call::SUBJECT, "s").without(Call::TARGETS);
                odatype::assert_json_eq!(read, call.with(Call::ID, "i").with_dynamic("rank", 7));
            }),
        ),
        ("assert_json_eq_not_json", printed(|| odatype::assert_json_eq!(b"{}", "{\"a\": tru}"))),
    ] {
        expect(name, &drawn, &mut wrong);
    }
    odatype::assert_valid!(
        Answer,
        Answer::new(odatype::graph::actions::call::AnswerRequired {
            callback_uri: "https://bot.example",
            media_config: odatype::graph::ServiceHostedMediaConfig::new(),
        })
    );
    odatype::assert_round_trip!(Call, read);
    odatype::assert_json_eq!(call, &String::from(r#"{"rank": 100, "targets": [], "state": "established"}"#), "same");

    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let drawn =
        printed(|| odatype::assert_valid!(Answer, r#"{"callbackUri": "https://bot.example", "mediaConfgi": null}"#));
    if !readme.replace("\r\n", "\n").contains(&format!("```text\n{}\n```", tidy(&drawn).trim_end())) {
        wrong.push(format!("the README does not have\n{drawn}"));
    }

    hide_values(true);
    let drawn = report::<Answer>(ANSWER.as_bytes());
    expect("hidden", &format!("{drawn:?}\n{drawn}\n"), &mut wrong);
    let drawn = report::<Call>(b"{\"subject\": \"+49 170\", phone: +49 170, \"id\": \"+49 170");
    expect("hidden_no_json", &format!("{drawn:?}\n{drawn}\n"), &mut wrong);
    let drawn = printed(|| odatype::assert_json_eq!(r#"{"a": "+49 170", "b": 1}"#, r#"{"a": "+49 171", "b": 1}"#));
    expect("hidden_json", &drawn, &mut wrong);
    hide_values(false);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
