//! What findings say, and where they are.

use odatype::Rule;

use super::{SCHEMA, STRICT, TOLERANT, by_documents, findings};

/// Target, strict or not, text, and the findings as they are shown.
const SAID: &[(&str, bool, &str, &[&str])] = &[
    (
        "test.shop.item",
        false,
        "{\"id\": 1,\n \"colours\": \"red\"}",
        &["1:8: /id: expected a string or null, found 1", "2:13: /colours: expected an array or null, found \"red\""],
    ),
    (
        "test.shop.shapes",
        false,
        r#"{"moment":"yesterday"}"#,
        &["1:11: /moment: expected text of `Edm.DateTimeOffset`, such as `2026-01-31T23:59:59Z`, found \"yesterday\""],
    ),
    (
        "test.shop.shapes",
        false,
        r#"{"byte":256,"int64":{}}"#,
        &[
            "1:9: /byte: expected an integer from 0 to 255, found 256",
            "1:21: /int64: expected an integer or a string (`Edm.Int64`), found {}",
        ],
    ),
    (
        "test.shop.item",
        true,
        r#"{"colours":["gren"]}"#,
        &["1:13: /colours/0: expected a member of `test.shop.colour`: `red`, `green`, `blue`, found \"gren\"; \
         perhaps `green`"],
    ),
    (
        "test.shop.shapes",
        true,
        r#"{"access":"read,writ"}"#,
        &["1:11: /access: expected members of `test.shop.access` with commas between: `read`, `write`, \
         found \"read,writ\""],
    ),
    (
        "test.shop.item",
        true,
        r#"{"Id":"a","colors":[]}"#,
        &[
            "1:2: /Id: expected only properties of test.shop.item, found `Id`; perhaps `id`",
            "1:11: /colors: expected only properties of test.shop.item, found `colors`; perhaps `colours`",
        ],
    ),
    (
        "test.shop.item",
        true,
        r##"{"narrow":{"@odata.type":"#test.shop.fileconfig"}}"##,
        &["1:26: /narrow: expected a tag that may stand here: `#test.shop.fileConfig`, `#test.shop.deepFileConfig`, \
         found \"#test.shop.fileconfig\"; perhaps `#test.shop.fileConfig`"],
    ),
    (
        "test.shop.item",
        true,
        r#"{"narrow":{}}"#,
        &["1:11: /narrow: expected a tag `@odata.type`: `#test.shop.fileConfig`, `#test.shop.deepFileConfig`, \
         found no tag"],
    ),
    ("test.shop.close", true, "{}", &["1:1: expected the member `reason`, found none"]),
    (
        "test.shop.item",
        false,
        r#"{"id":"a","x":[{"y":1,"\u0079":2}],"id":1}"#,
        &[
            "1:24: /x/0/y: expected members of one object to differ, found `y` again",
            "1:37: /id: expected members of one object to differ, found `id` again",
        ],
    ),
    (
        "test.shop.item",
        false,
        r#"{"config":{"@type":"a","@odata.type":"b"}}"#,
        &["1:25: /config/@odata.type: expected one tag, in one spelling, found `@odata.type` again"],
    ),
    ("test.shop.item", false, "{\"id\":}", &["1:7: expected a JSON value, found `}`"]),
    ("test.shop.item", false, "{\"id\":1e999}", &["1:7: expected JSON, found none here: number out of range"]),
    ("test.shop.item", false, "", &["1:1: expected JSON, found none here: the text ends before the value does"]),
    (
        "test.shop.item",
        true,
        r#"{"size":"M","link":"ftp"}"#,
        &[
            "1:9: /size: expected one of `S`, `L`, found \"M\"",
            "1:20: /link: expected text that matches `^https://`, found \"ftp\"",
        ],
    ),
];

#[test]
fn are_said_in_words() {
    for (target, strict, text, expected) in SAID {
        let findings = findings(target, if *strict { STRICT } else { TOLERANT }, text);
        let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(said, *expected, "{text}");
    }
}

#[test]
fn have_places_and_rules() {
    let text = "{\n  \"colours\": [\"réd\", 1],\r\n  \"é\": 2\n}";
    let findings = findings("test.shop.item", STRICT, text);
    let places: Vec<_> = findings.iter().map(|finding| (finding.line(), finding.column(), finding.rule())).collect();
    assert_eq!(places, [(2, 15, Rule::Member), (2, 22, Rule::Type), (3, 3, Rule::Undeclared)], "{findings:#?}");
    for finding in &findings {
        assert_eq!(odatype_json::line_column(text, finding.offset()), finding.line_column());
    }
}

#[test]
fn hold_for_many_members() {
    let members: Vec<String> = (0..20_000).map(|number| format!("\"m{number}\":1")).collect();
    let text = format!("{{{}}}", members.join(","));
    let findings = by_documents("test.shop.item", STRICT, text.as_bytes());
    assert_eq!(findings.len() + findings.dropped(), 20_000);
    assert_eq!(findings.dropped(), SCHEMA.validate("test.shop.item", text.as_bytes(), STRICT).unwrap().dropped());
    assert_eq!(findings[7].pointer(), "/m7");
}

#[test]
fn deep_nesting_is_no_json() {
    let text = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let findings = findings("test.shop.item", TOLERANT, &text);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule(), Rule::Syntax);
}

#[test]
fn other_encodings_are_no_json() {
    let findings = by_documents("test.shop.item", TOLERANT, b"{\n\"id\": \"\xFF\"}");
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["2:8: expected JSON, found none here: the text is not UTF-8"]);
}

/// The qualified names of the types whose members they are, as the decoder has them.
#[test]
fn know_whose_members_they_are() {
    for text in [
        r#"{"id":1,"file":{"path":1},"parts":[{"id":1,"file":{"path":1,"x":1}}]}"#,
        r##"{"config":{"@odata.type":"#test.shop.deepFileConfig","path":1,"depth":"a"}}"##,
        r#"{"new":{"b":1,"c":[0,{"d":{"e":1},"d":{"e":1,"e":2}}],"b":1}}"#,
    ] {
        for target in ["test.shop.item", "Collection(test.shop.item)"] {
            let text = if target.starts_with('C') { format!(r#"{{"value":[{text}],"x":1}}"#) } else { text.to_owned() };
            let names = |findings: &odatype::Findings| -> Vec<(String, &'static str)> {
                findings.iter().map(|finding| (finding.pointer(), finding.type_name())).collect()
            };
            let decoded = SCHEMA.validate(target, text.as_bytes(), STRICT).unwrap();
            assert_eq!(names(&findings(target, STRICT, &text)), names(&decoded), "{text}");
        }
    }
}

#[test]
fn tell_no_values_where_they_are_hidden() {
    // In a process of its own, since the switch is the whole program's.
    const NAME: &str = "findings::tell_no_values_where_they_are_hidden";
    if std::env::var_os("ODATYPE_HIDE").is_none() {
        let test = std::process::Command::new(std::env::current_exe().unwrap())
            .args([NAME, "--exact"])
            .env("ODATYPE_HIDE", "1")
            .status();
        assert!(test.unwrap().success());
        return;
    }
    odatype::hide_values(true);
    let text =
        r#"{"link":"secret","count":4711,"size":"secret","colours":["secret"],"narrow":{"@odata.type":"secret"}}"#;
    let told = by_documents("test.shop.item", STRICT, text.as_bytes()).to_string();
    assert_eq!(told.lines().count(), 5, "{told}");
    assert!(!told.contains("secret") && !told.contains("4711"), "{told}");
}
