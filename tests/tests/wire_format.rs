//! `IEEE754Compatible=true`: wide numbers as strings, at every depth and in envelopes; read back as the same values.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{Collection, Decode, Encode, Format, Structured, from_str, validate::Validate};

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod model {
    odatype::schema! {
        path = "conformance/wide.csdl.json",
    }
}
use model::wide::{Entry, Ledger, Paid};

/// What is read from `json` is written as `expected` in that form, and as before in any other; what is written reads
/// again.
#[track_caller]
fn written<T: Decode + Encode + Validate>(json: &str, expected: &str) {
    let value: T = from_str(json).unwrap();
    let text = Format::new().ieee754_compatible(true).to_string(&value).unwrap();
    assert_eq!(text, expected);
    assert_eq!(Format::new().to_string(&value).unwrap(), json);
    let again: T = from_str(&text).unwrap();
    assert_eq!(Format::new().ieee754_compatible(true).to_string(&again).unwrap(), text);
    let findings = again.validate();
    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn at_every_depth() {
    written::<Ledger>(
        r##"{"id":9007199254740993,"rate":1.5,"total":12.50,"numbers":[1,null,"2",-3],"first":{"@odata.type":"#wide.paid","line":1,"amount":0.10},"entries":[{"@odata.type":"#wide.paid","amount":1e3}]}"##,
        r##"{"id":"9007199254740993","rate":1.5,"total":"12.50","numbers":["1",null,"2","-3"],"first":{"@odata.type":"#wide.paid","line":1,"amount":"0.10"},"entries":[{"@odata.type":"#wide.paid","amount":"1e3"}]}"##,
    );
    // An integer that has a fraction has none as a string.
    written::<Ledger>(r#"{"id":5.0,"numbers":[1e3]}"#, r#"{"id":"5","numbers":["1000"]}"#);
    written::<Ledger>(r#"{"id":1,"total":null}"#, r#"{"id":"1","total":null}"#);
}

#[test]
fn what_stands_beside_dynamic_properties_counts() {
    written::<Ledger>(
        r##"{"id":1,"a@odata.type":"#Int64","a":5,"b":1.25,"b@type":"#Edm.Decimal","c":7,"d@odata.type":"#Int64","d":null,"entries@odata.count":3}"##,
        r##"{"id":"1","a@odata.type":"#Int64","a":"5","b":"1.25","b@type":"#Edm.Decimal","c":7,"d@odata.type":"#Int64","d":null,"entries@odata.count":"3"}"##,
    );
}

#[test]
fn in_nested_deltas() {
    written::<Ledger>(
        r##"{"id":1,"entries@delta":[{"@odata.type":"#wide.paid","line":3,"amount":0.10},{"@removed":{"reason":"deleted"},"@odata.type":"#wide.paid","amount":4}],"total":5}"##,
        r##"{"id":"1","entries@delta":[{"@odata.type":"#wide.paid","line":3,"amount":"0.10"},{"@removed":{"reason":"deleted"},"@odata.type":"#wide.paid","amount":"4"}],"total":"5"}"##,
    );
    written::<Ledger>(r#"{"id":1,"entries@delta":[]}"#, r#"{"id":"1","entries@delta":[]}"#);
    // What cannot be read stays as it is.
    let json = r##"{"id":1,"entries@delta":[{"@odata.type":"#wide.paid","line":{}},{"@odata.type":"#wide.paid","amount":2}],"numbers@delta":[3]}"##;
    let ledger: Ledger = from_str(json).unwrap();
    let text = Format::new().ieee754_compatible(true).to_string(&ledger).unwrap();
    assert_eq!(text, json.replace(r#""id":1"#, r#""id":"1""#));
}

#[test]
fn collections_and_their_counts() {
    written::<Collection<Ledger>>(
        r#"{"@odata.count":2,"value":[{"id":1},{"id":2,"total":3}],"@odata.nextLink":"n","x@vendor.y":4}"#,
        r#"{"@odata.count":"2","value":[{"id":"1"},{"id":"2","total":"3"}],"@odata.nextLink":"n","x@vendor.y":4}"#,
    );
}

#[test]
fn what_was_built_and_changed() {
    let mut ledger: Ledger =
        from_str(r##"{"total":1.50,"first":{"amount":2,"line":1,"@odata.type":"#wide.paid"}}"##).unwrap();
    ledger
        .set(Ledger::ID, i64::MAX)
        .push(Ledger::NUMBERS, 7_i64)
        .push(Ledger::ENTRIES, Paid::new().with(Paid::AMOUNT, 3));
    let Some(Entry::Paid(paid)) = ledger.get_mut(Ledger::FIRST) else { panic!("{ledger:?}") };
    paid.set(Paid::AMOUNT, 4);
    assert_eq!(
        Format::new().ieee754_compatible(true).to_string(&ledger).unwrap(),
        r##"{"total":"1.50","first":{"@odata.type":"#wide.paid","amount":"4","line":1},"id":"9223372036854775807","numbers":["7"],"entries":[{"@odata.type":"#wide.paid","amount":"3"}]}"##
    );
}
