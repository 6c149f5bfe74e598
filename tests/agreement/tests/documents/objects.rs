//! Objects: tags, references, control information, dynamic members.

use crate::common::{check, judge, table};
use odatype_json_schema::Profile;

const ROWS: &[&str] = &[
    "entity\tns.thing\t-\ta\nid\tString\t-",
    "entity\tns.car\t0\t-\nmade\tDate\tn\nowner\t#0\tnv\nparts\t*#0\t-v\nwheel\t#2\tn\nbag\t#3\tn\ncut\t*Untyped\tvu",
    "complex\tns.wheel\t-\t-\nsize\tByte\tn",
    "complex\tns.bag\t-\to",
    "complex\tns.left\t-\to\na\tInt32\tn\n\t#4,#5",
    "complex\tns.right\t-\to\nb\tInt32\tn\n\t#4,#5",
    "complex\tns.mixed\t-\to\n\tString,*Int32,#2",
    "complex\tns.none\t-\to\n\t",
    "action\tns.reset(ns.car)\t-\t-\nurl\tString\tr\nmore\tInt32\tn",
    "action\tns.reset(Collection(ns.car))\t-\t-",
    "complex\tns.holder\t-\t-\nany\tUntyped\tn\nlisted\tUntyped\tn\ttypes=String,*#2\nwhat\t#11\tn\nonly\t#0\tn\tderived=1\npart\tComplexType\tn\nentity\tEntityType\tn\nprimitive\tPrimitiveType\tn",
    "union\tns.holder/what\t-\t-\n#1,*#2",
    "complex\tns.sub-wheel\t2\t-\nwidth\tInt32\tn",
];

#[test]
fn tags() {
    check(
        table(ROWS),
        "ns.thing",
        &[
            (r##"{"@odata.type":"#ns.car","id":"1"}"##, true, true),
            (r##"{"@type":"#ns.car","id":"1"}"##, true, true),
            (r##"{"@odata.type":"#A.car","id":"1"}"##, true, true),
            (r#"{"@odata.type":"ns.car","id":"1"}"#, true, false),
            (r#"{"@odata.type":"https://host/$metadata#ns.car","id":"1"}"#, true, true),
            (r##"{"@odata.type":"#NS.Car","id":"1"}"##, true, false),
            (r##"{"@odata.type":"#NS.Car","id":1}"##, false, false),
            (r#"{"@odata.type":"hello world#ns.car","id":"1"}"#, true, false),
            (r##"{"@odata.type":"#ns.thing","id":"1"}"##, true, false),
            (r##"{"@odata.type":"#ns.wheel"}"##, true, false),
            (r##"{"@odata.type":"#ns.outside"}"##, true, false),
            (r#"{"@odata.type":5}"#, false, false),
            (r##"{"@odata.type":"#ns.car","@type":"#ns.car"}"##, false, false),
            (r#"{"id":"1"}"#, true, false),
            ("[]", false, false),
        ],
    );
}

#[test]
fn references_and_operations() {
    check(
        table(ROWS),
        "ns.car",
        &[
            (r#"{"id":"1","owner":{"@odata.id":"things(2)"}}"#, true, true),
            (r#"{"id":"1","owner":{"@id":"things(2)","@odata.context":"x"}}"#, true, true),
            (r#"{"owner":{"@id":"things(2)","id":"1"}}"#, true, false),
            (r#"{"owner":{"@id":5}}"#, true, false),
            (r#"{"owner":{"@id":"x","@odata.etag":5}}"#, true, false),
            (r#"{"parts":[{"@removed":5}]}"#, true, false),
            (r#"{"owner":null}"#, true, true),
            (r#"{"parts":[{"@id":"things(2)"},{"@removed":{"reason":"deleted"},"id":"x"}]}"#, true, true),
            (r#"{"parts":[{"@odata.removed":{"reason":"changed"}}]}"#, true, true),
            (r#"{"@removed":{"reason":"deleted"},"other":1}"#, true, true),
            (r#"{"wheel":{"@removed":{},"other":1}}"#, true, false),
            (r#"{"@removed":5}"#, true, false),
            (r#"{"parts@delta":{}}"#, true, false),
            (r#"{"parts":[null]}"#, true, false),
            (r#"{"parts@delta":[{"@removed":{"reason":"deleted"},"id":"x"}]}"#, true, true),
            (r##"{"#ns.reset":{"target":"cars(1)/ns.reset"},"#ns.f(a,b)":[{}]}"##, true, true),
            (r##"{"#ns.reset":5}"##, true, false),
            (r#"{"cut":[null]}"#, true, false),
            (r#"{"cut":{"id":"1"}}"#, false, false),
            (r#"{"cut":"x"}"#, false, false),
            (r#"{"more":1}"#, true, false),
            (r#"{"id":null}"#, true, false),
            (r#"{"parts":null}"#, true, false),
        ],
    );
}

#[test]
fn control_information() {
    check(
        table(ROWS),
        "ns.car",
        &[
            (r#"{"@odata.etag":5}"#, true, false),
            (r#"{"@etag":"W/5","@odata.id":null,"@odata.count":"5","parts@odata.count":5}"#, true, true),
            (r#"{"parts@count":true}"#, true, false),
            (r#"{"owner@odata.navigationLink":5}"#, true, false),
            (r#"{"owner@odata.bind":5}"#, true, false),
            (r#"{"owner@odata.bind":"things(2)","parts@bind":["things(2)"]}"#, true, true),
            (r#"{"owner@odata.bind":["things(2)"]}"#, true, false),
            (r#"{"owner@bind":null}"#, true, true),
            (r#"{"parts@bind":null}"#, true, false),
            (r#"{"parts@bind":"things(2)"}"#, true, false),
            (r#"{"@odata.count":-1}"#, true, false),
            (r#"{"@odata.count":"-1"}"#, true, false),
            (r#"{"made@odata.bind":"x"}"#, true, false),
            (r#"{"other@odata.bind":"x"}"#, true, false),
            (r##"{"made@odata.type":"#Date"}"##, true, true),
            (r#"{"made@odata.type":5}"#, true, false),
            (r#"{"@ns.term":{"any":1},"made@ns.term":1}"#, true, true),
        ],
    );
    check(table(ROWS), "ns.left", &[(r#"{"a@odata.bind":"x"}"#, true, false), (r#"{"c@odata.bind":"x"}"#, true, true)]);
}

#[test]
fn dynamic_members() {
    check(
        table(ROWS),
        "ns.bag",
        &[
            (r##"{"x":{"@odata.type":"#ns.wheel","size":256}}"##, true, false),
            (r##"{"x":{"@odata.type":"#ns.wheel","size":255}}"##, true, true),
            (r##"{"x":[1,{"@odata.type":"#ns.wheel","size":256}]}"##, true, false),
            (r##"{"x":{"@odata.type":"#ns.nope"}}"##, true, false),
            (r##"{"x":{"@odata.type":"#ns.outside","y":1}}"##, true, true),
            (r##"{"x":{"@odata.type":"#ns.thing"}}"##, true, false),
            (r##"{"x":{"@odata.type":"#ns.wheel","@type":"#ns.wheel"}}"##, true, false),
            (r##"{"x":{"y":{"@odata.type":"#ns.nope","@type":"a"}}}"##, true, true),
            (r##"{"x":{"@odata.type":"#ns.outside","@type":"a"}}"##, true, true),
            (r#"{"x":5,"y":"z","z":null,"w":[[{}]]}"#, true, true),
        ],
    );
    check(
        table(ROWS),
        "ns.mixed",
        &[
            (r#"{"x":"a","y":[1,2],"z":{"size":1}}"#, true, true),
            (r#"{"x":5}"#, true, false),
            (r#"{"x":["a"]}"#, true, false),
            (r#"{"x":{"size":-1}}"#, true, false),
            (r#"{"x":null}"#, true, false),
        ],
    );
    check(table(ROWS), "ns.none", &[(r#"{"x":1}"#, true, false), (r#"{"@x.y":1}"#, true, true)]);
}

#[test]
fn listed_types() {
    check(
        table(ROWS),
        "ns.holder",
        &[
            (r##"{"any":{"@odata.type":"#ns.nope","@type":"a"}}"##, true, false),
            (r##"{"any":[{"@odata.type":"#ns.wheel","size":256}]}"##, true, false),
            (r#"{"listed":"x"}"#, true, true),
            (r#"{"listed":5}"#, true, false),
            (r#"{"listed":[{"size":1}]}"#, true, true),
            (r#"{"listed":[{"size":256}]}"#, true, false),
            (r##"{"what":{"@odata.type":"#ns.car","id":"1"}}"##, true, true),
            (r##"{"what":{"@odata.type":"#ns.car","id":1}}"##, false, false),
            (r##"{"what":[{"@odata.type":"#ns.wheel","size":1}]}"##, true, true),
            (r##"{"what":{"@odata.type":"#ns.wheel"}}"##, true, false),
            (r#"{"what":{}}"#, true, false),
            (r##"{"only":{"@odata.type":"#ns.car"}}"##, true, true),
            (r#"{"part":5}"#, true, false),
            (r#"{"part":{}}"#, true, false),
            (r#"{"entity":{"@id":"x"}}"#, true, true),
            (r#"{"what":{"@id":"x"}}"#, true, true),
            (r##"{"part":{"@odata.type":"#ns.wheel","size":1}}"##, true, true),
            (r##"{"part":{"@odata.type":"#ns.wheel","size":"1"}}"##, true, false),
            (r##"{"part":{"@odata.type":"#ns.car"}}"##, true, false),
            (r##"{"entity":{"@odata.type":"#ns.car"}}"##, true, true),
            (r##"{"entity":{"@odata.type":"#ns.outside"}}"##, true, true),
            (r#"{"primitive":{}}"#, true, false),
            (r#"{"primitive":[1]}"#, true, false),
            (r#"{"primitive":{"type":"Point","coordinates":[1,2]}}"#, true, true),
        ],
    );
}

#[test]
fn bodies_and_envelopes() {
    let table = table(ROWS);
    check(
        table,
        "A.reset(ns.car)",
        &[
            (r#"{"url":"x"}"#, true, true),
            ("{}", true, false),
            (r#"{"url":5}"#, false, false),
            (r#"{"url":"x","other":1}"#, true, false),
            (r##"{"url":"x","#ns.f":{}}"##, true, false),
            (r#"{"url":"x","url@odata.bind":"y"}"#, true, false),
        ],
    );
    check(table, "ns.reset(Collection(A.car))", &[("{}", true, true)]);
    check(
        table,
        "Collection(ns.thing)",
        &[
            (r##"{"value":[{"@odata.type":"#ns.car"}],"@odata.count":1}"##, true, true),
            (r#"{"value":[{"@context":"x#things/$link","source":"a","relationship":"b","target":"c"}]}"#, true, true),
            (r#"{"value":[{"@context":"x#things/$other","source":"a"}]}"#, true, false),
            (r#"{"value":[{"@removed":{"reason":"deleted"},"@id":"x"}],"@odata.deltaLink":"y"}"#, true, true),
            (r#"{"value":[],"@odata.nextLink":5}"#, true, false),
            (r#"{"value":[],"other":5}"#, true, false),
            ("{}", false, false),
        ],
    );
}

/// Two open types that list each other: time must be linear in the depth for every validator.
#[test]
fn alternatives_are_linear() {
    let deep =
        |leaf: &str| serde_json::from_str(&format!("{}{leaf}{}", r#"{"d":"#.repeat(20), "}".repeat(20))).unwrap();
    let judge = judge(table(ROWS), "ns.left", Profile::Strict);
    assert!(!judge.is_valid(&deep("5")));
    assert!(judge.is_valid(&deep(r#"{"a":1}"#)));
}

#[test]
fn what_targets_are_called() {
    let table = table(ROWS);
    for (text, expected) in [
        ("ns.Car", "unknown type or action `ns.Car`; perhaps `ns.car`"),
        ("Collection(ns.weel)", "unknown type `ns.weel`; perhaps `ns.wheel`"),
        (
            "ns.reset",
            "action `ns.reset` has 2 overloads, expected one of `ns.reset(ns.car)`, `ns.reset(Collection(ns.car))`",
        ),
        (
            "ns.reset(ns.bag)",
            "action `ns.reset` is not bound to `ns.bag`, expected one of `ns.reset(ns.car)`, `ns.reset(Collection(ns.car))`",
        ),
    ] {
        assert_eq!(odatype_json_schema::Target::parse(table, text).unwrap_err().to_string(), expected);
    }
}
