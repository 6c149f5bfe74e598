//! Constraints, enumerations, action bodies and envelopes in the strict profile.

use odatype::{Schema, json_schema::Validator};
use odatype_schema::{Rulebook, Source};

use super::{STRICT, TOLERANT, check, findings};

#[test]
fn constraints() {
    let cases: &[(&str, &str, &str)] = &[
        ("count", "1 9 1.0 null", "0 10 11"),
        ("big", r#"5 "5" "+05" "9223372036854775807" null"#, r#"4 "4" "-5" "9223372036854775808""#),
        ("ratio", r#"1 0.5 "-INF""#, r#"1.5 "INF" "NaN""#),
        ("bytes", r#""" "AAAA" "AAAAAA" "AAAAAA==" "AAA=""#, r#""AAAAAAA" "AAAAAAA=" "AAAAAAAA""#),
        ("link", r#""https://x" null"#, r#""http://x" "x\u0020https://""#),
        ("size", r#""S" "L" null"#, r#""M" "s" """#),
        ("colours", r#"["red"] ["red","blue"]"#, r#"[] ["red","red","red"] ["Red"] [null]"#),
        ("codes", r#"[] ["abc"] [null]"#, r#"["abcd"]"#),
    ];
    for (property, valid, invalid) in cases {
        for value in valid.split_whitespace() {
            check("test.shop.item", STRICT, &[(&format!("{{\"{property}\":{value}}}"), &[])]);
        }
        for value in invalid.split(' ') {
            let text = format!("{{\"{property}\":{value}}}");
            let findings = findings("test.shop.item", STRICT, &text);
            assert!(
                findings.iter().all(|finding| finding.pointer().starts_with(&format!("/{property}"))),
                "{text}: {findings}"
            );
            assert!(!findings.is_empty(), "{text}");
        }
    }
}

#[test]
fn enumerations() {
    for (value, strict_ok) in [
        (r#"{"colour":"red"}"#, true),
        (r#"{"colour":"Red"}"#, false),
        (r#"{"colour":""}"#, false),
        (r#"{"access":"read"}"#, true),
        (r#"{"access":"write,read"}"#, true),
        (r#"{"access":"write,  read"}"#, true),
        (r#"{"access":"write ,read"}"#, false),
        (r#"{"access":"write,,read"}"#, false),
        (r#"{"access":"Read"}"#, false),
        (r#"{"code":"abc"}"#, true),
        (r#"{"code":"äöü"}"#, true),
        (r#"{"code":"abcd"}"#, false),
    ] {
        check("test.shop.shapes", TOLERANT, &[(value, &[])]);
        let findings = findings("test.shop.shapes", STRICT, value);
        assert_eq!(findings.is_empty(), strict_ok, "{value}: {findings:?}");
    }
}

#[test]
fn action_bodies() {
    let target = "test.shop.order(test.shop.item)";
    check(
        target,
        TOLERANT,
        &[
            ("{}", &[]),
            (r#"{"self":1,"target":null,"x":1}"#, &[]),
            (r#"{"target":1,"urgent":0}"#, &["/target", "/urgent"]),
        ],
    );
    check(
        target,
        STRICT,
        &[
            ("{}", &[""]),
            (r#"{"target":"t"}"#, &[]),
            (r#"{"target":"t","self":{}}"#, &["/self"]),
            (r#"{"target":null,"config":null,"urgent":null}"#, &["/target", "/urgent"]),
            (r#"{"target":"0123456789","@odata.context":1}"#, &["/target", "/@odata.context"]),
            (r#"{"target":"t","config":{}}"#, &["/config"]),
        ],
    );
    check("test.shop.order(Collection(test.shop.item))", STRICT, &[("{}", &[]), (r#"{"target":"t"}"#, &["/target"])]);
    check("test.shop.close", STRICT, &[(r#"{"reason":"red"}"#, &[]), ("{}", &[""])]);
}

#[test]
fn envelopes() {
    let target = "Collection(test.shop.fileConfig)";
    check(
        target,
        TOLERANT,
        &[
            ("{}", &[""]),
            (r#"{"value":null}"#, &["/value"]),
            (r#"{"value":[{"path":"a"},null],"@odata.nextLink":"x","@odata.count":"12","more":1}"#, &[]),
            (r#"{"value":[{"path":1},2],"@nextLink":1}"#, &["/value/0/path", "/value/1"]),
            (r#"{"value":{}}"#, &["/value"]),
        ],
    );
    check(
        target,
        STRICT,
        &[
            (r#"{"value":[{"path":"a"}],"@odata.context":"x"}"#, &[]),
            ("{}", &[""]),
            (r#"{"value":[null],"x":1}"#, &["/value/0", "/x"]),
            (r#"{"value":[],"@nextLink":1}"#, &["/@nextLink"]),
        ],
    );
}

/// Bounds of numbers that are written as text are spelled out as patterns; here against the numbers themselves.
#[test]
fn bounds_of_whole_numbers_as_text() {
    for (low, high) in [(-120, 250), (0, 0), (-7, -3), (99, 101), (-1, 10), (200, 999), (-1000, -100)] {
        let text = format!(
            r#"{{"$Version":"4.01","$Reference":{{"v":{{"$Include":[{{"$Namespace":"Org.OData.Validation.V1","$Alias":"Validation"}}]}}}},
            "n.s":{{"t":{{"$Kind":"ComplexType","x":{{"$Type":"Edm.Int64","@Validation.Minimum":{low},"@Validation.Maximum":{high}}}}}}}}}"#
        );
        let model = odatype_schema::load(&[Source { name: "s.json".into(), text: text.into() }], &[]).unwrap();
        let book = Rulebook::new(&model).unwrap();
        let validator = Validator::new(Schema::leaked(book.table()), STRICT);
        for number in -1100..1100 {
            let findings = validator.validate_as("n.s.t", format!("{{\"x\":\"{number}\"}}").as_bytes()).unwrap();
            assert_eq!(findings.is_empty(), (low..=high).contains(&number), "{number} in {low}..={high}");
        }
    }
}
