//! Reading through serde's own buffers and through deserializers that are not `serde_json`'s: nothing that a payload
//! says is taken for what `serde_json` says to itself, and nothing else changes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::fmt;

use odatype::{
    ServiceError, Structured,
    graph::{Call, OnlineMeeting, Participant, call_records::CallRecord},
};
use odatype_tests::{corpus, json::is_same};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, IntoDeserializer, MapAccess, Visitor, value::MapDeserializer},
    forward_to_deserialize_any,
};
use serde_json::{Map, Value, json};

const RAW: &str = "$serde_json::private::RawValue";
const NUMBER: &str = "$serde_json::private::Number";

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    One(T),
}

#[derive(Debug, Deserialize)]
struct Flat<T> {
    #[serde(flatten)]
    all: T,
}

#[derive(Debug, Deserialize)]
struct Nested<T> {
    #[allow(dead_code, reason = "what is around it does not matter")]
    name: String,
    parts: Vec<T>,
}

/// `json` through every way in that there is.
fn every_way(json: &Value) -> Vec<(&'static str, Result<Call, String>)> {
    fn said<T, E: fmt::Display>(read: Result<T, E>, call: impl FnOnce(T) -> Call) -> Result<Call, String> {
        read.map(call).map_err(|error| error.to_string())
    }
    let text = json.to_string();
    let mut cbor = Vec::new();
    ciborium::into_writer(json, &mut cbor).unwrap();
    let nested = json!({"name": "n", "parts": [json]});
    let mut nested_cbor = Vec::new();
    ciborium::into_writer(&nested, &mut nested_cbor).unwrap();
    let part = |mut nested: Nested<Call>| nested.parts.remove(0);
    let untagged = |Untagged::One(call)| call;
    let buffered_parts = |Untagged::One(mut nested): Untagged<Nested<Call>>| nested.parts.remove(0);
    let object = json.as_object().unwrap();
    vec![
        ("text", said(serde_json::from_str(&text), |call| call)),
        ("value", said(serde_json::from_value(json.clone()), |call| call)),
        ("value by reference", said(Call::deserialize(json), |call| call)),
        ("map", said(Call::deserialize(object.clone()), |call| call)),
        ("map by reference", said(Call::deserialize(object), |call| call)),
        ("untagged", said(serde_json::from_str(&text), untagged)),
        ("untagged value", said(serde_json::from_value(json.clone()), untagged)),
        ("flatten", said(serde_json::from_str(&text), |flat: Flat<Call>| flat.all)),
        ("nested", said(serde_json::from_str(&nested.to_string()), part)),
        ("nested untagged", said(serde_json::from_str(&nested.to_string()), buffered_parts)),
        ("cbor", said(ciborium::from_reader(cbor.as_slice()), |call| call)),
        ("cbor untagged", said(ciborium::from_reader(cbor.as_slice()), untagged)),
        ("cbor flatten", said(ciborium::from_reader(cbor.as_slice()), |flat: Flat<Call>| flat.all)),
        ("cbor nested", said(ciborium::from_reader(nested_cbor.as_slice()), part)),
        ("cbor nested untagged", said(ciborium::from_reader(nested_cbor.as_slice()), buffered_parts)),
    ]
}

#[test]
fn a_forged_text_stays_a_member() {
    let forged = r#"{"id":"forged","state":"established"}"#;
    for json in [
        json!({RAW: forged}),
        json!({RAW: forged, "subject": "s"}),
        json!({"subject": "s", RAW: forged}),
        json!({RAW: "not JSON"}),
        json!({RAW: {"id": "forged"}}),
        json!({NUMBER: forged}),
        json!({NUMBER: "1,\"id\":\"forged\""}),
        json!({NUMBER: "1.50", "subject": "s"}),
        json!({"subject": "s", NUMBER: "1.50"}),
        json!({"custom": {RAW: forged}, "list": [{RAW: "[1]"}, {NUMBER: "1}"}, {NUMBER: "+1"}, {NUMBER: 5}]}),
    ] {
        for (way, read) in every_way(&json) {
            let call = read.unwrap_or_else(|error| panic!("{way}: {error}: {json}"));
            assert_eq!((call.id(), call.state()), (None, None), "{way}: {json}");
            assert_eq!(odatype::to_value(&call).unwrap(), json, "{way}");
            for name in json.as_object().unwrap().keys() {
                assert!(call.dynamic(name).is_some() || name == "subject", "{way}: {name}");
            }
        }
    }
}

#[test]
fn a_number_may_be_forged_into_a_number_only() {
    let json = json!({"custom": {NUMBER: "-1.50e3"}, "subject": "s"});
    for (way, read) in every_way(&json) {
        let text = read.unwrap().dynamic("custom").unwrap().text().to_owned();
        assert!(["-1.50e3".to_owned(), json["custom"].to_string()].contains(&text), "{way}: {text}");
    }
    // In a place for an object a number is none.
    for (way, read) in every_way(&json!({NUMBER: "1"})) {
        match read {
            Ok(call) => assert!(call.dynamic(NUMBER).is_some(), "{way}"),
            Err(error) => {
                let is_said =
                    error.contains("expected an object, found 1") || error.contains("did not match any variant");
                assert!(is_said, "{way}: {error}");
            }
        }
    }
}

/// A deserializer that answers every question in the same way, as a careless one may.
struct Careless<'de>(Vec<(&'de str, &'de str)>);

/// A string of it.
struct CarelessText<'de>(&'de str);

impl<'de> Deserializer<'de> for Careless<'de> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_map(CarelessMap(self.0.into_iter(), None))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> Deserializer<'de> for CarelessText<'de> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_borrowed_str(self.0)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct CarelessMap<'de>(std::vec::IntoIter<(&'de str, &'de str)>, Option<&'de str>);

impl<'de> MapAccess<'de> for CarelessMap<'de> {
    type Error = serde::de::value::Error;

    fn next_key_seed<K: serde::de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        let Some((name, value)) = self.0.next() else { return Ok(None) };
        self.1 = Some(value);
        seed.deserialize(CarelessText(name)).map(Some)
    }

    fn next_value_seed<V: serde::de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        seed.deserialize(CarelessText(self.1.take().unwrap()))
    }
}

#[test]
fn deserializers_that_give_an_object_for_a_newtype() {
    let forged = r#"{"id":"forged"}"#;
    for members in
        [vec![(RAW, forged)], vec![(RAW, forged), ("subject", "s")], vec![("id", "i"), (RAW, forged)], vec![]]
    {
        let careless = Call::deserialize(Careless(members.clone())).unwrap();
        let owned = members.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let by_map: Call = Call::deserialize(MapDeserializer::<_, serde::de::value::Error>::new(owned)).unwrap();
        let borrowed = members.iter().copied().map(|(name, value)| (Borrowed(name), Borrowed(value)));
        let by_borrowed: Call =
            Call::deserialize(MapDeserializer::<_, serde::de::value::Error>::new(borrowed)).unwrap();
        let expected: Map<String, Value> =
            members.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        for call in [careless, by_map, by_borrowed] {
            assert_ne!(call.id(), Some("forged"));
            assert_eq!(odatype::to_value(&call).unwrap(), Value::Object(expected.clone()));
        }
    }
}

/// A string that is given as borrowed.
struct Borrowed<'de>(&'de str);

impl<'de> IntoDeserializer<'de, serde::de::value::Error> for Borrowed<'de> {
    type Deserializer = serde::de::value::BorrowedStrDeserializer<'de, serde::de::value::Error>;

    fn into_deserializer(self) -> Self::Deserializer {
        serde::de::value::BorrowedStrDeserializer::new(self.0)
    }
}

#[test]
fn the_text_itself_comes_where_serde_json_gives_it() {
    // Nothing else would keep the zero and all the digits.
    let json = r#"{"custom":{"n":1.50,"big":123456789012345678901234567890}}"#;
    for call in [serde_json::from_str::<Call>(json).unwrap(), serde_json::from_reader(json.as_bytes()).unwrap()] {
        assert_eq!(odatype::to_string(&call), json);
    }
    let nested: Nested<Call> = serde_json::from_str(&format!(r#"{{"name":"n","parts":[{json}]}}"#)).unwrap();
    assert_eq!(odatype::to_string(&nested.parts[0]), json);
    let kept: Box<serde_json::value::RawValue> = serde_json::from_str(json).unwrap();
    assert_eq!(odatype::to_string(&Call::deserialize(&*kept).unwrap()), json);
}

/// A type that takes any object: what it does not declare is kept.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Anything {
    #[serde(flatten)]
    members: ServiceError,
}

#[odatype_data::test]
fn corpora_through_serdes_buffers() {
    let (page, communications) = (corpus::page(), corpus::communications());
    let (mut equal, mut rounded, mut typed) = (0, 0, 0);
    for corpus::Record { id, payload, type_name, .. } in page.iter().chain(&communications) {
        let Ok(direct) = odatype::from_str::<ServiceError>(payload) else { continue };
        // What serde's buffer holds is what a `Value` holds: numbers with a fraction, or beyond 64 bits, as floats.
        let held: Value = serde_json::from_str(payload).unwrap();
        let Untagged::One(untagged) = serde_json::from_str::<Untagged<ServiceError>>(payload).unwrap();
        let flat: Anything = serde_json::from_str(payload).unwrap();
        let Untagged::One(from_value) = serde_json::from_value::<Untagged<ServiceError>>(held.clone()).unwrap();
        for (way, read) in [("untagged", &untagged), ("flatten", &flat.members), ("value", &from_value)] {
            assert_eq!(odatype::to_value(read).unwrap(), held, "{id}: {way}");
            if is_same(payload, &held.to_string()) {
                assert_eq!(*read, direct, "{id}: {way}");
            }
        }
        let read_typed = match type_name.as_deref() {
            Some("microsoft.graph.call") => same_through_a_buffer::<Call>(payload),
            Some("microsoft.graph.onlineMeeting") => same_through_a_buffer::<OnlineMeeting>(payload),
            Some("microsoft.graph.participant") => same_through_a_buffer::<Participant>(payload),
            Some("microsoft.graph.callRecords.callRecord") => same_through_a_buffer::<CallRecord>(payload),
            _ => false,
        };
        typed += usize::from(read_typed);
        if is_same(payload, &held.to_string()) { equal += 1 } else { rounded += 1 }
    }
    println!("{equal} equal, {rounded} with numbers that serde's buffer rounds, {typed} typed");
    assert!(equal > 200 && rounded < 10 && typed > 20, "{equal} {rounded} {typed}");
}

/// Whether `payload` is a `T`; if so, it is the same one through serde's buffer.
fn same_through_a_buffer<T: Structured + DeserializeOwned>(payload: &str) -> bool {
    let held: Value = serde_json::from_str(payload).unwrap();
    let Ok(direct) = odatype::from_str::<T>(&held.to_string()) else { return false };
    let Untagged::One(untagged) = serde_json::from_str::<Untagged<T>>(payload).unwrap();
    let flat: Flat<T> = serde_json::from_str(payload).unwrap();
    assert_eq!(untagged, direct);
    assert_eq!(flat.all, direct);
    true
}

/// A formatter of a user's own, which sees each value.
struct Spaced;

impl serde_json::ser::Formatter for Spaced {
    fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W) -> std::io::Result<()> {
        writer.write_all(b": ")
    }
}

#[test]
fn what_was_read_is_written_as_it_is_unless_somebody_formats_it() {
    let text = r#"{"subject":"ab","somethingNew":1.50e3,"source":{"id":null}}"#;
    let call: Call = odatype::from_str(text).unwrap();
    // However it is spelled, and whether all of it was read: what this library writes.
    let spaced: Call = odatype::from_str(&text.replace("ab", r"a\u0062").replace(':', " : ")).unwrap();
    for call in [&call, &spaced, &call.clone().with(Call::SUBJECT, "other")] {
        assert_eq!(serde_json::to_string(&[call]).unwrap(), format!("[{}]", odatype::to_string(call)));
        assert!(odatype::to_string(call).contains("1.50e3"));
    }
    let source = call.source().unwrap();
    assert_eq!(serde_json::to_string(source).unwrap(), odatype::to_string(source));
    let mut spaced = Vec::new();
    call.serialize(&mut serde_json::Serializer::with_formatter(&mut spaced, Spaced)).unwrap();
    assert_eq!(
        String::from_utf8(spaced).unwrap(),
        r#"{"subject": "ab","somethingNew": 1500.0,"source": {"id": null}}"#
    );
    let pretty = serde_json::to_string_pretty(&call).unwrap();
    assert!(pretty.starts_with("{\n  \"subject\": \"ab\",\n"), "{pretty}");
    for written in [serde_json::to_value(&call).unwrap(), serde_json::from_str(&pretty).unwrap()] {
        assert_eq!(written, serde_json::from_str::<Value>(text).unwrap());
    }
}
