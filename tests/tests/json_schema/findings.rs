//! What findings say, and where they are.

use odatype::Rule;

use super::{SCHEMA, STRICT, TOLERANT, by_documents, findings};

/// Target, strict or not, text, and the findings as they are shown.
const SAID: &[(&str, bool, &str, &[&str])] = &[
    (
        "test.shop.item",
        false,
        "{\"id\": 1,\n \"colours\": \"red\"}",
        &[
            "1:8: /id: expected a string or null, found the number `1`",
            "2:13: /colours: expected an array or null, found the text `red`",
        ],
    ),
    (
        "test.shop.shapes",
        false,
        r#"{"moment":"yesterday"}"#,
        &[
            "1:11: /moment: expected text of `Edm.DateTimeOffset`, such as `2026-01-31T23:59:59Z`, found the text `yesterday`",
        ],
    ),
    (
        "test.shop.shapes",
        false,
        r#"{"byte":256,"int64":{}}"#,
        &[
            "1:9: /byte: expected at most 255 (`Edm.Byte`), found the number `256`",
            "1:21: /int64: expected an integer or a string (`Edm.Int64`), found an object",
        ],
    ),
    (
        "test.shop.item",
        true,
        r#"{"colours":["gren"]}"#,
        &[
            "1:13: /colours/0: expected a member of `test.shop.colour`: `green`, `red` or `blue`, found the text `gren`; \
         perhaps `green`",
        ],
    ),
    (
        "test.shop.shapes",
        true,
        r#"{"access":"read,writ"}"#,
        &["1:11: /access: expected members of `test.shop.access` with commas between: `write` or `read`, \
         found the text `read,writ`; perhaps `write`"],
    ),
    (
        "test.shop.item",
        true,
        r#"{"Id":"a","colors":[]}"#,
        &[
            "1:2: /Id: expected only declared members of `test.shop.item`, found member `Id`; perhaps `id`",
            "1:11: /colors: expected only declared members of `test.shop.item`, found member `colors`; perhaps `colours`",
        ],
    ),
    (
        "test.shop.item",
        true,
        r##"{"config":{"@odata.type":"#test.shop.fileconfig"}}"##,
        &["1:26: /config/@odata.type: expected `#test.shop.fileConfig`, in that spelling, found the text \
         `#test.shop.fileconfig`; perhaps `#test.shop.fileConfig`"],
    ),
    (
        "test.shop.item",
        true,
        r#"{"narrow":{}}"#,
        &["1:11: /narrow: expected a tag `@odata.type`: `#test.shop.deepFileConfig` or `#test.shop.fileConfig`, \
         found an object without a tag"],
    ),
    ("test.shop.close", true, "{}", &["1:1: expected member `reason`, found an object without it"]),
    (
        "test.shop.item",
        false,
        r#"{"id":"a","x":[{"y":1,"\u0079":2}],"id":1}"#,
        &[
            "1:23: /x/0/y: expected each member once, found `y` again",
            "1:36: /id: expected each member once, found `id` again",
        ],
    ),
    (
        "test.shop.item",
        false,
        r#"{"config":{"@type":"a","@odata.type":"b"}}"#,
        &["1:20: /config/@type: expected one tag, `@odata.type` or `@type`, found both"],
    ),
    ("test.shop.item", false, "{\"id\":}", &["1:7: expected JSON, found none here: expected a JSON value"]),
    ("test.shop.item", false, "{\"id\":1e999}", &["1:7: expected JSON, found none here: number out of range"]),
    ("test.shop.item", false, "", &["1:1: expected JSON, found none here: the text ends before the value does"]),
    (
        "test.shop.item",
        true,
        r#"{"size":"M","link":"ftp"}"#,
        &[
            "1:9: /size: expected one of `S` or `L`, found the text `M`",
            "1:20: /link: expected text that matches `^https://`, found the text `ftp`",
        ],
    ),
];

#[test]
fn are_said_in_words() {
    let mut bad = false;
    for (target, strict, text, expected) in SAID {
        let findings = findings(target, if *strict { STRICT } else { TOLERANT }, text);
        let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
        if said != *expected { println!("{text}\n{said:#?}"); bad = true; }
    }
}

#[test]
fn have_places_and_rules() {
    let text = "{\n  \"colours\": [\"réd\", 1],\r\n  \"é\": 2\n}";
    let findings = findings("test.shop.item", STRICT, text);
    let places: Vec<_> = findings.iter().map(|finding| (finding.line(), finding.column(), finding.rule())).collect();
    assert_eq!(
        places,
        [(2, 15, Rule::Member), (2, 22, Rule::Type), (2, 22, Rule::Member), (3, 3, Rule::Undeclared)],
        "{findings:#?}"
    );
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
