//! Properties that a type inherits and declares again, narrowed: what is said holds for objects of that type.

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::Trial;

#[test]
fn narrowed_where_it_is_declared_again() {
    let trial = Trial::of(
        r#""Ten": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Minimum": 10},
        "A": {"$Kind": "ComplexType"}, "B": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
        "Base": {"$Kind": "ComplexType", "text": {"$MaxLength": 4, "$Nullable": true},
            "ten": {"$Type": "ns.Ten"}, "one": {"$Type": "ns.A", "$Nullable": true},
            "many": {"$Type": "Edm.String", "$Collection": true, "@V.MaxItems": 3}},
        "Tight": {"$Kind": "ComplexType", "$BaseType": "ns.Base", "text": {"@V.Pattern": "^a"},
            "ten": {"$Type": "ns.Ten", "@V.Maximum": 12},
            "one": {"$Type": "ns.A", "$Nullable": true, "@V.DerivedTypeConstraint": ["ns.B"]},
            "many": {"$Type": "Edm.String", "$Collection": true, "@V.MinItems": 1}},
        "Tighter": {"$Kind": "ComplexType", "$BaseType": "ns.Tight", "text": {"$MaxLength": 2}, "own": {"$Type": "Edm.Int32"}},
        "T": {"$Kind": "ComplexType", "p": {"$Type": "ns.Base"}}"#,
        "",
    );
    assert_eq!(trial.warnings, "");
    for (member, of_base, of_tight, of_tighter) in [
        (r#""text":"abcd""#, true, true, false),
        (r#""text":"ab""#, true, true, true),
        (r#""text":"b""#, true, false, false),
        (r#""text":null"#, true, false, false),
        (r#""text":"abcde""#, false, false, false),
        (r#""ten":10"#, true, true, true),
        (r#""ten":9"#, false, false, false),
        (r#""ten":13"#, true, false, false),
        (r#""one":{}"#, true, false, false),
        (r##""one":{"@odata.type":"#ns.B"}"##, true, true, true),
        (r#""many":[]"#, true, false, false),
        (r#""many":["x"]"#, true, true, true),
        (r#""many":["x","x","x","x"]"#, false, false, false),
    ] {
        for (tag, is_right) in [("Base", of_base), ("Tight", of_tight), ("Tighter", of_tighter)] {
            let verdict = if is_right { GOOD } else { BAD };
            let tag = format!(r##""@odata.type":"#ns.{tag}""##);
            let (first, last) = (format!(r#""p":{{{tag},{member}}}"#), format!(r#""p":{{{member},{tag}}}"#));
            members(&trial, "ns.T", &[(&first, verdict, Exact), (&last, verdict, Exact)]);
        }
        let untagged = format!(r#""p":{{{member}}}"#);
        members(&trial, "ns.T", &[(&untagged, if of_base { GOOD } else { BAD }, Exact)]);
    }
}
