//! Metadata as services write it, against CSDL, unedited: it compiles, and what it describes is read and written.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Structured,
    validate::{Profile, Validate},
};

mod odd {
    odatype::schema! {
        path = ["odd/depot.xml", "odd/bare.csdl"],
        overlay = "odd/depot.overlay.json",
    }
}
use odd::{
    depot::{Copying, Crate, Firm, Kind, Loose, actions::crate_::CrateDoCopy},
    odatype_::bare::Odatype,
};

#[test]
fn odd_names_keep_their_spelling() {
    let text = r#"{"Id":1,"Crate":"c","Net Weight":1.5,"4_1":"a","No-Ware":"b","重量":3,"self":1,"Self":2,"Any":[[1,2]],"Many":[1,{"x":null}],"Lost":{"a":[1]},"Losses":[{"b":2}]}"#;
    let read: Crate = odatype::from_str(text).unwrap();
    assert_eq!((read.crate_(), read._4_1(), read.no_ware()), (Some("c"), Some("a"), Some("b")));
    assert_eq!((read.重量(), read.self_(), read.itself()), (Some(3), Some(1), Some(2)));
    assert_eq!(read.any().unwrap().to_value().unwrap(), serde_json::json!([[1, 2]]));
    assert_eq!(odatype::to_string(&read), text);
    let made = Crate::new()
        .with(Crate::ID, 1)
        .with(Crate::NET_WEIGHT, odatype::edm::Decimal::from(2))
        .with(Crate::ITSELF, 5)
        .with(Crate::X_Y, "z");
    assert_eq!(odatype::to_string(&made), r#"{"Id":1,"Net Weight":2,"Self":5,"x@y":"z"}"#);
    let copy = CrateDoCopy::new().with(CrateDoCopy::C, Copying::new().with(Copying::SRC, "s"));
    assert_eq!(odatype::to_string(&copy), r#"{"c":{"Src$":"s"}}"#);
    assert_eq!(odatype::to_string(&Odatype::new().with(Odatype::ODATYPE, 1)), r#"{"odatype":1}"#);
    assert_eq!((Kind::_7.as_str(), Kind::Self_.as_str()), ("7", "self"));
}

#[test]
fn additional_properties_are_obeyed() {
    let text = br#"{"more":1}"#;
    assert!(Loose::validate_json(text, Profile::Strict).is_empty());
    assert!(!Firm::validate_json(text, Profile::Strict).is_empty());
}
