//! Every primitive type, collection and constraint of CSDL, one value at a time: decoding and validating agree on each, and
//! strictly too. A part of the table by default, all of it where `ODATYPE_CASES` is set.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::Schema;
use odatype_tests::{
    mutate::{NUMBERS, TEXTS},
    tally::{Tally, cases, model, stride},
};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod shapes {
    odatype::schema! {
        path = "conformance/shapes.csdl.json",
    }
}

static SCHEMA: &Schema = &shapes::SCHEMA;

/// How many payloads are tried where the environment does not say.
const CASES: usize = 1500;

/// Texts beside those that every generator uses.
#[rustfmt::skip]
const MORE_TEXTS: &[&str] = &[
    "red", "RED", "good", "Good", "ugly", "bad, good", "bad,good", "none", "read,write", "read, write", "read ,write", "both",
    "read,,write", ",", " read", "3", "A", "A+", "B-", "BB", "ab", "abc", "abcd", "äöü", "äöüß", "😀😀😀", "😀😀😀😀", "a-12", "a-1",
    "2.0", "2", "1", "+2", "02", "100", "100.5", "100.6", "99.999", "-3", "-3.0", "3", "00000000000000000000000000005",
    "-9223372036854775809", "+9223372036854775807", "1.", ".5", "1e", "1e+5", "1E-5", "1e12345", "1e99999", "-0", "+0", "--1",
    " 1", "1 ", "0x10", "infinity", "nan", "+INF", "9999-12-31", "99999-12-31", "100000-01-01", "-99999-01-01", "1900-02-29",
    "2000-02-29", "2100-02-29", "12000-02-29", "12100-02-29", "-0004-02-29", "-0001-02-29", "0000-02-29", "2026-00-10",
    "2026-04-31", "2026-04-30", "2026-1-1", "02026-01-01", "+2026-01-01", "2026-11-22Z", "23:59:59.123456789012",
    "23:59:59.1234567890123", "24:00", "00:00", "00:00:60", "12:34:56.", "12:34:5", "2026-11-22T17:51Z",
    "2026-11-22T17:51:00", "2026-11-22 17:51:00Z", "2026-11-22T17:51:00+23:59", "2026-11-22T17:51:00+24:00",
    "2026-11-22T17:51:00+0100", "2026-11-22T17:51:00.Z", "2026-11-22T17:51:00-00:00", "0001-01-01T00:00:00Z",
    "-99999-12-31T23:59:59.999999999999-23:59", "99999-12-31T23:59:59+23:59", "P", "PT0S", "P0D", "P1DT", "PT1H1M1S", "PT1M1H",
    "P1W", "P1M", "PT1.5H", "PT1.5S", "PT.5S", "PT1.S", "+P1D", "--P1D", "p1d", "PT999999999H", "PT9999999999S", "P999999999D",
    "PT1.123456789012S", "PT1.1234567890123S", "AAAAAAAA-bbbb-CCCC-dddd-EEEEEEEEEEEE", "{11111111-2222-3333-4444-555555555555}",
    "11111111-2222-3333-4444-55555555555", "g1111111-2222-3333-4444-555555555555", "T", "T0", "T0=", "T0==", "T0R=", "T0Rh",
    "T0R", "T0RhdA", "T0RhdA==", "-_-_", "+/+/", "T0Rh\n", "T0 h", "T0=h", "====", "AAAAAA", "AAAAAAA",
    "\u{feff}", "2026-11-22\n", "5\n", "\n5", "٣", "2026-11-２２",
];

/// Numbers beside those that every generator uses.
#[rustfmt::skip]
const MORE_NUMBERS: &[&str] = &[
    "2", "2.0", "1.9999", "2.0001", "99", "100", "100.0", "100.4", "100.5", "100.50", "100.6", "3", "-3", "-3.0", "3.1", "4", "10e-1",
    "1e0", "1E2", "127.0", "128.0", "12.7e1", "2147483647.0", "2147483648.0", "9223372036854775807.0", "9.223372036854775807e18",
    "-9223372036854775808", "-9223372036854775809", "9007199254740993", "9007199254740993.0", "3.4028234663852886e38",
    "3.4028235e38", "-3.4028234663852886e38", "3.5e38", "1.7976931348623157e308", "1e400", "-1e400", "1e-400", "0.0", "-0.0", "0e0",
    "0e400", "1e99999", "123456789012345678901234567890.5", "1.0000000000000000001", "127.00000000000000000001",
];

/// Other JSON values, among them what is not quite a geography.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "null", "true", "false", "[]", "{}", "[null]", "[[]]", "[{}]", "[1,null]", r#"["a",null]"#, r#"[1,"a"]"#, r#"{"type":"Point"}"#,
    r#"{"type":"Point","coordinates":[1,2]}"#, r#"{"type":1}"#, r#"{"type":null}"#, r#"{"coordinates":[]}"#,
    r#"{"type":"Point","type":"Point"}"#, r#"{"type":"a","x":{"b":1,"b":2}}"#, r#"{"a":1,"a":1}"#, r#"{"a":1,"\u0061":1}"#,
    r#"{"@odata.type":"x"}"#, r#"{"@odata.type":1}"#, r#"{"@odata.type":"x","@type":"x"}"#, r#"[{"type":"Point"}]"#,
    r#"{"at":{"x":1,"y":2},"radius":1.5}"#, r##"{"@odata.type":"#test.shapes.circle","radius":1}"##,
    r##"{"@odata.type":"#test.shapes.circle","radius":"1"}"##, r##"{"radius":"1","@odata.type":"#test.shapes.circle"}"##,
    r##"{"@type":"#S.circle","radius":1}"##, r##"{"@type":"#s.CIRCLE","radius":[]}"##, r##"{"@odata.type":"#test.shapes.square"}"##,
    r##"{"@odata.type":"#test.shapes.square","extra":[{}]}"##, r##"{"@odata.type":"#test.shapes.dog","id":"1"}"##,
    r##"[{"@odata.type":"#test.shapes.dog","id":"1"}]"##, r##"[{"@odata.type":"#test.shapes.dog","id":1}]"##,
    r##"[{"@odata.type":"#test.shapes.puppy","weeks":8}, {"@odata.type":"#test.shapes.square"}]"##,
    r##"[{"size":1,"shape":{"radius":2},"@odata.type":"#test.shapes.dog"}]"##,
    r##"{"size":"1","shape":{"radius":2},"@odata.type":"#test.shapes.dog"}"##,
    r##"{"size":"1","shape":{"side":"2"},"@odata.type":"#test.shapes.cat"}"##,
    r##"{"size":"1","shape":{"@odata.type":null},"@odata.type":"#test.shapes.bird"}"##,
    r##"{"size":"1","shape":{"@odata.type":null},"@odata.type":"#test.shapes.cat"}"##,
    r##"{"shape":{"a":1,"a":1},"@odata.type":"#test.shapes.cat"}"##, r##"{"x":{"a":1,"a":1},"@odata.type":"#test.shapes.bird"}"##,
    r#"{"x":1,"y":2}"#, r#"{"x":1}"#, r#"{"x":1,"y":null}"#, r#"{"x":1,"z":2}"#, r#"{"x":"1"}"#, r#"[{"x":1}]"#,
    r##"{"@odata.type":"#test.shapes.pet","age":"x"}"##, r#"{"@odata.type":"","age":"x"}"#, r##"{"@odata.type":"#Edm.String"}"##,
    r##"{"@odata.type":"#test.shapes.\u0064og","barks":1}"##, r##"{"@odata.typ\u0065":"#test.shapes.dog","barks":1}"##,
    r##"{"barks":true,"@odata.typ\u0065":"#test.shapes.dog"}"##, r##"{"ba\u0072ks":1,"@odata.type":"#test.shapes.dog"}"##,
    r##"{"barks":true,"ba\u0072ks":true,"@odata.type":"#test.shapes.dog"}"##,
];

fn values() -> Vec<String> {
    let texts = TEXTS.iter().chain(MORE_TEXTS).map(|text| serde_json::to_string(text).unwrap());
    let numbers = NUMBERS.iter().chain(MORE_NUMBERS).map(|text| (*text).to_owned());
    texts.chain(numbers).chain(OTHERS.iter().map(|text| (*text).to_owned())).collect()
}

/// Every value in every property of every type, single and as an item.
#[test]
fn every_value_everywhere() {
    let model = model(SCHEMA);
    let values = values();
    let mut tally = Tally::default();
    let stride = stride();
    for ty in model.structured.values() {
        for (place, property) in ty.properties.iter().enumerate() {
            let array = property.ty.collection || property.name == "untyped";
            for value in values.iter().skip(place % stride).step_by(stride) {
                let name = ty.name.as_str();
                tally.check(SCHEMA, name, format!(r#"{{"{}":{value}}}"#, property.name).as_bytes());
                if array {
                    tally.check(SCHEMA, name, format!(r#"{{"{}":[{value}]}}"#, property.name).as_bytes());
                }
            }
        }
    }
    tally.settle();
    tally.is_mixed();
}

/// Every value as the whole payload, as a dynamic property, and as an action's parameters.
#[test]
fn every_value_as_dynamic_and_whole() {
    let values = values();
    let mut tally = Tally::default();
    let names: Vec<&str> = SCHEMA.types().map(|ty| ty.name()).collect();
    let stride = stride();
    for (place, name) in names.into_iter().enumerate() {
        for value in values.iter().skip(place % stride).step_by(stride) {
            tally.check(SCHEMA, name, value.as_bytes());
            tally.check(SCHEMA, name, format!(r#"{{"dynamic":{value}}}"#).as_bytes());
            tally.check(SCHEMA, name, format!(r#"{{"dynamic":[{value}]}}"#).as_bytes());
            tally.check(SCHEMA, name, format!(r#"{{"dynamic":{value},"@odata.type":"test.shapes.cat"}}"#).as_bytes());
            tally.check(SCHEMA, name, format!(r#"{{"x@vendor.y":{value}}}"#).as_bytes());
        }
        for parameter in ["food", "grams", "times", "note", "shape", "everything", "pet"] {
            for value in values.iter().skip((place + parameter.len()) % stride).step_by(stride) {
                let text = format!(r#"{{"food":"","times":[],"shape":{{}},"everything":true,"{parameter}":{value}}}"#);
                tally.check(SCHEMA, name, text.as_bytes());
                tally.check(SCHEMA, name, format!(r#"{{"{parameter}":{value}}}"#).as_bytes());
            }
        }
    }
    tally.settle();
}

#[test]
fn invented_payloads_of_all_types() {
    let mut tally = Tally::default();
    tally.invented(SCHEMA, cases(CASES));
    tally.settle();
    tally.is_mixed();
}
