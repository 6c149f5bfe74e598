//! Values of every primitive type: read, set, and at the edges of what they hold.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Json, Null, Presence, Structured,
    edm::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay, chrono::TimeDelta},
    validate::Validate,
};
use odatype_tests::json::is_same;
use serde_json::json;

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod shapes {
    odatype::schema! {
        path = "conformance/shapes.csdl.json",
    }
}
use shapes::test::shapes::{Grade, Many, Modes, One};

fn one(member: &str, value: &str) -> One {
    odatype::from_str(&format!(r#"{{"{member}":{value}}}"#)).unwrap()
}

#[test]
fn numbers() {
    assert_eq!(one("byte", "255").byte(), Some(255));
    assert_eq!(one("sByte", "-128").s_byte(), Some(-128));
    assert_eq!(one("int16", "1.0").int16(), Some(1));
    assert_eq!(one("int32", "-2147483648").int32(), Some(i32::MIN));
    for text in ["9223372036854775807", r#""9223372036854775807""#, r#""+9223372036854775807""#] {
        assert_eq!(one("int64", text).int64(), Some(i64::MAX), "{text}");
    }
    assert_eq!(one("int64", r#""-9223372036854775808""#).int64(), Some(i64::MIN));
    for text in ["123456789012345678901234567890.10", r#""123456789012345678901234567890.10""#] {
        assert_eq!(
            one("decimal", text).decimal(),
            "123456789012345678901234567890.10".parse::<Decimal>().ok(),
            "{text}"
        );
    }
    assert_eq!(one("double", "1e308").double(), Some(1e308));
    assert_eq!(one("single", "0.1").single(), Some(0.1_f32));
    for (text, expected) in [(r#""INF""#, f64::INFINITY), (r#""-INF""#, f64::NEG_INFINITY)] {
        assert_eq!(one("double", text).double(), Some(expected));
        assert_eq!(odatype::to_string(&One::new().with(One::DOUBLE, expected)), format!(r#"{{"double":{text}}}"#));
    }
    assert!(one("double", r#""NaN""#).double().unwrap().is_nan());
    assert_eq!(odatype::to_string(&One::new().with(One::SINGLE, f32::NAN)), r#"{"single":"NaN"}"#);
    assert_eq!(odatype::to_string(&One::new().with(One::INT64, i64::MIN)), r#"{"int64":-9223372036854775808}"#);
}

#[test]
fn dates_and_times() {
    let ymd = |year, month, day| Date::from_ymd_opt(year, month, day);
    assert_eq!(one("date", r#""0001-01-01""#).date(), ymd(1, 1, 1));
    assert_eq!(one("date", r#""99999-12-31""#).date(), ymd(99_999, 12, 31));
    assert_eq!(one("date", r#""-0044-03-15""#).date(), ymd(-44, 3, 15));
    let moment = |text: &str| DateTimeOffset::parse_from_rfc3339(text).ok();
    for (text, expected) in [
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("2026-11-22t17:51z", "2026-11-22T17:51:00Z"),
        ("2026-11-22T17:51:00.123456789012-05:30", "2026-11-22T17:51:00.123456789-05:30"),
    ] {
        let read = one("dateTimeOffset", &format!("{text:?}"));
        assert_eq!(read.date_time_offset(), moment(expected), "{text}");
        assert!(odatype::to_string(&read).contains(text));
    }
    assert_eq!(one("timeOfDay", r#""23:59""#).time_of_day(), TimeOfDay::from_hms_opt(23, 59, 0));
    for (text, seconds) in [("PT22S", 22), ("-P1DT1S", -86_401), ("PT1H1M1S", 3661), ("P0D", 0)] {
        assert_eq!(one("duration", &format!("{text:?}")).duration(), Some(Duration::seconds(seconds)), "{text}");
    }
}

#[test]
fn what_is_set_is_read_again() {
    let guid: Guid = "ABCDEF00-2222-3333-4444-555555555555".parse().unwrap();
    let built = One::new()
        .with(One::BINARY, vec![251, 255])
        .with(One::BOOLEAN, true)
        .with(One::DATE, Date::from_ymd_opt(12_345, 6, 30).unwrap())
        .with(One::DATE_TIME_OFFSET, DateTimeOffset::parse_from_rfc3339("2026-11-22T17:51:00.5-05:30").unwrap())
        .with(One::DECIMAL, "1.20".parse::<Decimal>().unwrap())
        .with(One::DURATION, TimeDelta::milliseconds(-90_061_500))
        .with(One::GUID, guid)
        .with(One::STRING, "\u{1f600}\"\\\n")
        .with(One::TIME_OF_DAY, TimeOfDay::from_hms_nano_opt(1, 2, 3, 4).unwrap())
        .with(One::UNTYPED, json!({"a": [1, null]}))
        .with(One::GEOGRAPHY_POINT, json!({"type": "Point", "coordinates": [1.5, 2]}))
        .with(One::GRADE, Grade::Ugly)
        .with(One::MODES, Modes::READ | Modes::WRITE);
    let text = odatype::to_string(&built);
    let read: One = odatype::from_str(&text).unwrap();
    assert_eq!(read, built);
    assert_eq!(read.binary().as_deref(), Some(&[251, 255][..]));
    assert_eq!(read.date(), built.date());
    assert_eq!(read.date_time_offset(), built.date_time_offset());
    assert_eq!(read.duration(), Some(TimeDelta::milliseconds(-90_061_500)));
    assert_eq!(read.guid(), Some(guid));
    assert_eq!(read.string(), Some("\u{1f600}\"\\\n"));
    assert_eq!(read.time_of_day(), built.time_of_day());
    assert_eq!(read.untyped().unwrap().to_value().unwrap(), json!({"a": [1, null]}));
    assert_eq!(read.geography_point().unwrap().to_value().unwrap()["coordinates"], json!([1.5, 2]));
    assert_eq!(read.grade(), Some(Grade::Ugly));
    assert_eq!(read.modes(), Some(Modes::BOTH));
    assert!(text.contains(r#""binary":"-_8""#), "{text}");
}

#[test]
fn binary_in_both_alphabets() {
    for text in [r#""-_8""#, r#""+/8=""#, r#""-_8=""#] {
        assert_eq!(one("binary", text).binary(), Some(vec![251, 255]), "{text}");
    }
}

#[test]
fn unknown_members_of_enumerations() {
    let read = one("grade", r#""superb""#);
    assert_eq!(read.grade().unwrap().as_str(), "superb");
    assert!(matches!(read.grade(), Some(Grade::Unrecognized(_))));
    assert_eq!(odatype::to_string(&read), r#"{"grade":"superb"}"#);
    // Another letter case is the member, but the text stays.
    let read = one("grade", r#""UGLY""#);
    assert_eq!(read.grade(), Some(Grade::Ugly));
    assert_eq!(odatype::to_string(&read), r#"{"grade":"UGLY"}"#);
    let read = one("modes", r#""write, smell""#);
    let modes = read.modes().unwrap();
    assert!(modes.contains(&Modes::WRITE) && !modes.contains(&Modes::READ));
    assert_eq!(modes.set().unrecognized().collect::<Vec<_>>(), ["smell"]);
}

#[test]
fn null_and_absent() {
    let read: One = odatype::from_str(r#"{"string":null,"int32":1}"#).unwrap();
    assert_eq!((read.string(), read.int32(), read.boolean()), (None, Some(1), None));
    let presences = [read.presence(One::STRING), read.presence(One::INT32), read.presence(One::BOOLEAN)];
    assert_eq!(presences, [Presence::Null, Presence::Present, Presence::Absent]);
    assert_eq!(odatype::to_string(&read), r#"{"string":null,"int32":1}"#);
    let patch = One::new().with(One::STRING, Null).with(One::INT32, 2).with_dynamic("guid", Null);
    assert_eq!(odatype::to_string(&patch), r#"{"string":null,"int32":2,"guid":null}"#);
    assert_eq!(odatype::to_string(&patch.without_dynamic("string")), r#"{"int32":2,"guid":null}"#);
    assert_eq!(odatype::to_string(&read.with(One::STRING, "x").without_dynamic("int32")), r#"{"string":"x"}"#);
}

#[test]
fn collections() {
    let json = r#"{"string":["a","b"],"nullableGuid":[null,"ABCDEF00-2222-3333-4444-555555555555"],"int64":[1,"2"],
        "untyped":[1,{"x":[]},"t"],"modes":["read","read,write"],"grade":[]}"#;
    let many: Many = odatype::from_str(json).unwrap();
    assert!(many.string().iter().eq(["a", "b"]));
    assert_eq!(many.nullable_guid().nullable().map(|guid| guid.is_some()).collect::<Vec<_>>(), [false, true]);
    assert!(many.int64().iter().eq([1, 2]));
    assert_eq!(many.untyped().iter().map(Json::text).collect::<Vec<_>>(), ["1", r#"{"x":[]}"#, r#""t""#]);
    assert_eq!(many.modes().get(1), Some(Modes::BOTH));
    assert!(many.grade().is_empty());
    assert!(is_same(json, &odatype::to_string(&many)));
    let built = Many::new().with(Many::STRING, ["a", "b"]).with(Many::DOUBLE, [0.5, f64::INFINITY]);
    assert_eq!(odatype::to_string(&built), r#"{"string":["a","b"],"double":[0.5,"INF"]}"#);
}

#[test]
fn options_are_absent_or_what_they_hold() {
    let one = One::new().with(One::STRING, Some("a")).with(One::INT32, 5).with(One::INT32, None::<i32>);
    assert_eq!(odatype::to_string(&one), r#"{"string":"a"}"#);
}

/// Values that are made up are right, as they are and written and read again, and of the type itself.
fn made_up<T: Structured + Validate + Clone + PartialEq>(is_one: impl Fn(&T) -> bool) {
    use proptest::prelude::*;
    proptest!(ProptestConfig::with_cases(40), |(value in odatype::sample::strategy::<T>())| {
        prop_assert!(value.validate().is_empty() && is_one(&value), "{value:?}: {}", value.validate());
        prop_assert_eq!(odatype::from_str::<T>(&odatype::to_string(&value)).unwrap(), value);
    });
}

#[test]
fn made_up_values_of_structs_and_of_enums() {
    use odatype::graph::{AnyIdentitySet, CommsNotificationResourceData, IdentitySet, actions::call::Answer};
    made_up::<IdentitySet>(|set| set.type_name() == "microsoft.graph.identitySet");
    made_up::<AnyIdentitySet>(|set| !matches!(set, AnyIdentitySet::Unknown(_)));
    made_up::<CommsNotificationResourceData>(|data| !matches!(data, CommsNotificationResourceData::Unknown(_)));
    made_up::<Answer>(|answer| answer.callback_uri().is_some());
}
