//! Values in enums that are untagged; and what else meets the traits of other crates.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Strict, Structured,
    edm::{Date, DateTimeOffset, Decimal, Guid, TimeOfDay},
    from_value,
    graph::{Call, ChatInfo, ParticipantInfo},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Deserialize, Serialize, PartialEq)]
#[serde(untagged)]
enum Tolerant {
    Chat(ChatInfo),
    Who(ParticipantInfo),
}

#[derive(Debug, Deserialize, Serialize, PartialEq)]
#[serde(untagged)]
enum Told {
    Chat(Strict<ChatInfo>),
    Who(Strict<ParticipantInfo>),
    Call(Call),
}

#[test]
fn strictly_read_variants_are_told_apart() {
    let who = r#"{"region":"amer"}"#;
    // As is said where one looks: the first takes any object.
    assert!(matches!(serde_json::from_str(who).unwrap(), Tolerant::Chat(_)));
    let chat = r#"{"threadId":"19:1"}"#;
    for (json, expected) in [
        (who, Told::Who(Strict(ParticipantInfo::new().with(ParticipantInfo::REGION, "amer")))),
        (chat, Told::Chat(Strict(ChatInfo::new().with(ChatInfo::THREAD_ID, "19:1")))),
        (r#"{"subject":"s","more":1}"#, Told::Call(Call::new().with(Call::SUBJECT, "s").with_dynamic("more", 1))),
    ] {
        let told: Told = serde_json::from_str(json).unwrap();
        assert_eq!(told, expected);
        assert_eq!(serde_json::to_string(&told).unwrap(), json);
    }
    let error = serde_json::from_str::<Strict<ParticipantInfo>>(r#"{"nmae":1}"#).unwrap_err().to_string();
    assert!(error.contains("nmae"), "{error}");
}

#[test]
fn values_by_value_and_by_reference() {
    let json = json!({ "subject": "s" });
    let by_reference: Call = from_value(&json).unwrap();
    assert_eq!(by_reference, from_value::<Call>(json).unwrap());
}

#[test]
fn parse_errors_are_errors() {
    fn read(text: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        text.parse::<Date>()?;
        Ok(())
    }
    fn others(text: &str) -> [Option<Box<dyn std::error::Error>>; 4] {
        [
            text.parse::<DateTimeOffset>().err().map(Into::into),
            text.parse::<TimeOfDay>().err().map(Into::into),
            text.parse::<Decimal>().err().map(Into::into),
            text.parse::<Guid>().err().map(Into::into),
        ]
    }
    assert!(read("2024-02-29").is_ok() && read("2024-02-30").is_err());
    assert!(others("x").iter().all(Option::is_some));
}
