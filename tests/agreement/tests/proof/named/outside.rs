//! What a slice leaves outside: known by name, and unchecked inside.

use odatype_schema::Source;

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::Trial;

const CSDL: &str = r#"{"$Version": "4.01", "ns": {
    "A": {"$Kind": "EntityType", "$Key": ["id"], "id": {},
        "many": {"$Kind": "NavigationProperty", "$Collection": true, "$Type": "ns.B"},
        "one": {"$Kind": "NavigationProperty", "$Type": "ns.B", "$Nullable": true}},
    "B": {"$Kind": "EntityType", "$Key": ["id"], "id": {}, "n": {"$Type": "Edm.Int32"}}}}"#;

#[test]
fn a_navigation_property_that_leads_out() {
    let source = Source { name: "s.json".to_owned(), text: CSDL.into() };
    let model = odatype_schema::load(&[source], &[]).unwrap();
    let trial = Trial::slice(&model, &["ns.A"]).unwrap();
    let none = (false, false);
    members(
        &trial,
        "ns.A",
        &[
            (r#""many":{"id":"1"}"#, none, Exact),
            (r#""many":"x""#, none, Exact),
            (r#""many":[{"id":"1","n":"anything"}]"#, GOOD, Exact),
            (r#""many":[]"#, GOOD, Exact),
            (r#""many":[null]"#, BAD, Exact),
            (r#""many":[5]"#, GOOD, Exact),
            (r##""many":[{"@odata.type":"#ns.B"}]"##, GOOD, Exact),
            (r#""one":{"id":5}"#, GOOD, Exact),
            (r#""one":null"#, GOOD, Exact),
        ],
    );
}
