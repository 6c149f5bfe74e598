//! Enumerations of which the schema's user says that they are exhaustive: one fact for reading, JSON Schema and Rust
//! code.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Rule, Structured, from_str,
    json_schema::{self, Validator},
    validate::{Profile, Validate},
};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod closed {
    odatype::schema! {
        path = "tests/random_edits/edits.csdl.json",
        roots = ["edits.node"],
        exhaustive = true,
    }
}
use closed::edits::{Level, Modes, Node};

/// Members whose names are those of types that traits ask of an enumeration.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod odd {
    odatype::schema! {
        path = "golden/names.csdl.json",
        exhaustive = true,
    }
}

#[test]
fn all_members_are_variants() {
    // No arm for others, and none is asked for.
    let text = |level: Level| match level {
        Level::Low => "l",
        Level::High => "h",
    };
    assert_eq!([Level::Low, Level::High].map(text), ["l", "h"]);
    assert_eq!("high".parse(), Ok(Level::High));
    assert_eq!(Level::try_from("HIGH"), Ok(Level::High));
    assert_eq!("odd".parse::<Level>().unwrap_err().to_string(), "expected a member of edits.level: `low`, `high`");
    assert!(Level::Low == *"low" && Level::Low != *"odd" && Level::Low < Level::High);
    assert_eq!((Level::Low.to_string(), format!("{:?}", Level::Low)), ("low".into(), "Low".into()));
    assert_eq!(serde_json::from_str::<Level>(r#""low""#).unwrap(), Level::Low);
    assert!(serde_json::from_str::<Level>(r#""odd""#).unwrap_err().to_string().starts_with("expected a member"));
}

#[test]
fn a_member_may_be_an_error() {
    use odd::odd::names::Vec;
    assert_eq!(("err".parse(), Vec::try_from("error")), (Ok(Vec::Err), Ok(Vec::Error)));
}

#[test]
fn what_names_no_member_is_refused() {
    for json in [r#"{"level":"odd"}"#, r#"{"levels":["low","odd"]}"#, r#"{"level":"High"}"#, r#"{"level":"7"}"#] {
        let error = from_str::<Node>(json).unwrap_err();
        for profile in [Profile::Tolerant, Profile::Strict] {
            let findings = Node::validate_json(json.as_bytes(), profile);
            assert_eq!((findings.len(), findings[0].rule()), (1, Rule::Member), "{json}: {findings}");
        }
        assert!(error.to_string().contains("level"), "{error}");
    }
    let findings = Node::validate_json(br#"{"level":"hihg"}"#, Profile::Tolerant);
    assert_eq!(findings[0].suggestion().as_deref(), Some("high"));
    // Nothing is lost where it costs only itself.
    let json = r#"{"level":"odd","levels":["low","odd",null],"text":"t"}"#;
    let partial = odatype::from_slice_partial::<Node>(json.as_bytes()).unwrap();
    assert_eq!((partial.findings.len(), partial.value.level(), partial.value.text()), (2, None, Some("t")));
    assert_eq!(partial.value.levels().nullable().collect::<Vec<_>>(), [Some(Level::Low), None, None]);
    assert_eq!(odatype::to_string(&partial.value), json);
    let node: Node = from_str(r#"{"level":"low","levels":["high",null],"modes":"read,odd"}"#).unwrap();
    assert_eq!((node.level(), node.levels().first()), (Some(Level::Low), Some(Level::High)));
    // Members of flags combine; they are as they always are.
    assert!(node.modes().unwrap().contains(&Modes::READ));
    let node = node.with(Node::LEVEL, Level::High).with_dynamic("level", "odd");
    assert_eq!((node.level(), odatype::to_value(&node).unwrap()["level"].as_str()), (None, Some("odd")));
}

#[test]
fn json_schema_says_the_same() {
    for profile in [Profile::Tolerant, Profile::Strict] {
        let document = json_schema::document::<Node>(profile).to_string();
        assert!(document.contains(r#""enum":["low","high"]"#), "{document}");
        let validator = Validator::new(&closed::SCHEMA, profile);
        for (value, is_member) in [("low", true), ("odd", false), ("High", false), ("7", false)] {
            let json = format!(r#"{{"level":"{value}"}}"#);
            let told = [validator.validate::<Node>(json.as_bytes()), Node::validate_json(json.as_bytes(), profile)];
            for findings in told {
                let rules: Vec<Rule> = findings.iter().map(odatype::Finding::rule).collect();
                assert_eq!(rules, if is_member { vec![] } else { vec![Rule::Member] }, "{json}: {findings}");
            }
        }
    }
}
