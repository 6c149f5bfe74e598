//! Values of listed type definitions keep what those say.

use super::case::{BAD, Exact, GOOD, Json, Weaker, members};
use crate::harness::Trial;

/// Values, whether they are right, and how JSON Schema does, of a place that lists `Ten`, `Short`, and collections of
/// `Low`.
const VALUES: &[(&str, (bool, bool), Json)] = &[
    ("10", GOOD, Exact),
    ("9", BAD, Exact),
    (r#""abc""#, GOOD, Exact),
    (r#""abcd""#, BAD, Exact),
    (r#""xbc""#, BAD, Exact),
    ("[1,5]", GOOD, Exact),
    ("[1,6]", BAD, Exact),
    ("[]", GOOD, Exact),
    ("true", BAD, Exact),
    ("[true]", BAD, Exact),
    ("1.5", BAD, Exact),
];

#[test]
fn rules_of_listed_definitions() {
    let list = r#"["ns.Ten", "ns.Short", "Collection(ns.Low)"]"#;
    let trial = Trial::of(
        &format!(
            r#""Ten": {{"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Minimum": 10}},
            "Low": {{"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Byte", "@V.Maximum": 5}},
            "Short": {{"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "$MaxLength": 3, "@V.Pattern": "^a"}},
            "Price": {{"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Decimal", "$Precision": 5, "$Scale": 2}},
            "T": {{"$Kind": "ComplexType", "p": {{"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": {list}}},
                "many": {{"$Type": "Edm.Untyped", "$Collection": true, "@V.DerivedTypeConstraint": ["ns.Ten", "ns.Short"]}},
                "one": {{"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["ns.Price"]}},
                "open": {{"$Type": "ns.Open"}}}},
            "Open": {{"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": {list}}}"#
        ),
        "",
    );
    assert_eq!(trial.warnings, "");
    for (value, verdict, json) in VALUES {
        let (declared, dynamic) = (format!(r#""p":{value}"#), format!(r#""open":{{"x":{value}}}"#));
        members(&trial, "ns.T", &[(&declared, *verdict, *json), (&dynamic, *verdict, *json)]);
    }
    members(
        &trial,
        "ns.T",
        &[
            (r#""many":[10,"abc"]"#, GOOD, Exact),
            (r#""many":[10,"abcd"]"#, BAD, Exact),
            (r#""many":[9]"#, BAD, Exact),
            (r#""one":123.45"#, GOOD, Exact),
            (r#""one":1234.5"#, BAD, Exact),
            (r#""one":1.234"#, BAD, Weaker),
        ],
    );
}
