//! One fault is one finding, by the decoder and by our validator of documents, with the same rule at the same place.

use odatype::{Finding, Rule, json_schema::Validator, validate::Profile};

use crate::harness::Trial;

const MEMBERS: &str = r##"
    "color": {"$Kind": "EnumType", "red": 1, "green": 2}, "E": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
    "base": {"$Kind": "ComplexType", "$Abstract": true}, "B": {"$Kind": "ComplexType", "$BaseType": "ns.base"},
    "T": {"$Kind": "ComplexType", "color": {"$Type": "ns.color"}, "colors": {"$Type": "ns.color", "$Collection": true},
        "one": {"$Kind": "NavigationProperty", "$Type": "ns.E"}, "base": {"$Type": "ns.base"},
        "many": {"$Kind": "NavigationProperty", "$Type": "ns.E", "$Collection": true},
        "wide": {"$Type": "Edm.Int64", "@V.Maximum": 9}, "byte": {"$Type": "Edm.Byte", "@V.Maximum": 9, "@V.MultipleOf": 3},
        "decimal": {"$Type": "Edm.Decimal", "$Precision": 5, "$Scale": 2}, "binary": {"$Type": "Edm.Binary", "$MaxLength": 2},
        "text": {"$MaxLength": 2, "@V.Pattern": "^(?!a)", "@V.AllowedValues": [{"Value": "b"}]},
        "point": {"$Type": "Edm.GeographyPoint"}, "points": {"$Type": "Edm.GeographyPoint", "$Collection": true},
        "listed": {"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["Edm.Int32", "Edm.String"]}},
    "R": {"$Kind": "EntityType", "$BaseType": "ns.E", "es": {"$Kind": "NavigationProperty", "$Type": "ns.E", "$Collection": true},
        "e": {"$Kind": "NavigationProperty", "$Type": "ns.E"}},
    "short": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "$MaxLength": 3}, "none": {"$Kind": "EnumType"}, "digits": {"$Kind": "EnumType", "x": 1, "1": 3},
    "P": {"$Kind": "ComplexType", "any": {"$Type": "Edm.PrimitiveType"}, "none": {"$Type": "ns.none"},
        "digits": {"$Type": "ns.digits"}, "#x": {"$Type": "Edm.Int32"},
        "some": {"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["Edm.Boolean", "ns.short"]}, "single": {"$Type": "Edm.Single"}},
    "one": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "@V.AllowedValues": [{"Value": "a"}]},
    "L": {"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": ["ns.one", "Collection(ns.one)"]},
    "O": {"$Kind": "ComplexType", "$OpenType": true, "color": {"$Type": "ns.color"}}"##;

/// The type, the payload, and what is found.
const CASES: &[(&str, &str, &str, Rule)] = &[
    ("T", r#"{"color":3}"#, "/color", Rule::Type),
    ("T", r#"{"color":true}"#, "/color", Rule::Type),
    ("T", r#"{"color":null}"#, "/color", Rule::Type),
    ("T", r#"{"color":{}}"#, "/color", Rule::Type),
    ("T", r#"{"color":[]}"#, "/color", Rule::Type),
    ("T", r#"{"color":"1"}"#, "/color", Rule::Member),
    ("T", r#"{"colors":["red",3]}"#, "/colors/1", Rule::Type),
    ("color", "3", "", Rule::Type),
    ("T", r#"{"one@odata.bind":5}"#, "/one@odata.bind", Rule::Control),
    ("T", r#"{"one@odata.bind":["x"]}"#, "/one@odata.bind", Rule::Control),
    ("T", r#"{"one@odata.bind":[5]}"#, "/one@odata.bind", Rule::Control),
    ("T", r#"{"one@bind":{}}"#, "/one@bind", Rule::Control),
    ("T", r#"{"many@odata.bind":5}"#, "/many@odata.bind", Rule::Control),
    ("T", r#"{"many@odata.bind":["x",5,6]}"#, "/many@odata.bind", Rule::Control),
    ("T", r#"{"color@odata.bind":5}"#, "/color@odata.bind", Rule::Control),
    ("T", r#"{"none@odata.bind":5}"#, "/none@odata.bind", Rule::Control),
    ("O", r#"{"color@odata.bind":5}"#, "/color@odata.bind", Rule::Control),
    ("T", r#"{"@odata.count":"x"}"#, "/@odata.count", Rule::Control),
    ("T", r#"{"@odata.collectionAnnotations":[5,6]}"#, "/@odata.collectionAnnotations", Rule::Control),
    ("T", r##"{"#ns.reset":[{},5]}"##, "/#ns.reset", Rule::Control),
    ("T", r#"{"wide":"9223372036854775808"}"#, "/wide", Rule::Text),
    ("T", r#"{"wide":"99999999999999999999999999"}"#, "/wide", Rule::Text),
    ("T", r#"{"wide":"x"}"#, "/wide", Rule::Text),
    ("T", r#"{"wide":1.5}"#, "/wide", Rule::Range),
    ("T", r#"{"wide":10}"#, "/wide", Rule::Range),
    ("T", r#"{"byte":-1.5}"#, "/byte", Rule::Range),
    ("T", r#"{"byte":256}"#, "/byte", Rule::Range),
    ("T", r#"{"byte":"256"}"#, "/byte", Rule::Type),
    ("T", r#"{"decimal":"x"}"#, "/decimal", Rule::Text),
    ("T", r#"{"decimal":[]}"#, "/decimal", Rule::Type),
    ("T", r#"{"binary":"AAAA*"}"#, "/binary", Rule::Text),
    ("T", r#"{"text":55}"#, "/text", Rule::Type),
    ("T", r#"{"base":{}}"#, "/base", Rule::Tag),
    ("T", r###"{"base":{"@odata.type":"##ns.B"}}"###, "/base", Rule::Tag),
    ("T", r##"{"base":{"@odata.type":"#ns.T"}}"##, "/base", Rule::Tag),
    ("base", r##"{"@odata.type":"#ns.T"}"##, "", Rule::Tag),
    ("base", r#"{"@odata.type":5}"#, "/@odata.type", Rule::Tag),
    ("T", r#"{"point":{"type":"Polygon","coordinates":["x",{}]}}"#, "/point", Rule::Type),
    ("T", r#"{"points":[{"coordinates":[1,2]}]}"#, "/points/0", Rule::Type),
    ("P", r#"{"any":{}}"#, "/any", Rule::Type),
    ("P", r#"{"any":{"type":"Point","coordinates":["x"]}}"#, "/any", Rule::Type),
    ("P", r#"{"none":"x"}"#, "/none", Rule::Member),
    ("P", r#"{"digits":"3"}"#, "/digits", Rule::Member),
    ("P", r##"{"#x":"5"}"##, "/#x", Rule::Type),
    ("P", r##"{"#y":"5"}"##, "/#y", Rule::Control),
    ("P", r#"{"some":"long"}"#, "/some", Rule::Length),
    ("L", r#"{"x":"b"}"#, "/x", Rule::Allowed),
    ("P", r#"{"single":3.5e38}"#, "/single", Rule::Range),
    ("R", r#"{"es@delta":[{},5]}"#, "/es@delta/1", Rule::Type),
    ("R", r#"{"es@odata.delta":5}"#, "/es@odata.delta", Rule::Control),
    ("R", r#"{"e@delta":[5]}"#, "/e@delta", Rule::Control),
    ("T", r#"{"listed":1.5}"#, "/listed", Rule::Range),
];

#[test]
fn is_told_once() {
    let trial = Trial::of(MEMBERS, "");
    let validator = Validator::new(trial.schema, Profile::Strict);
    for (name, payload, pointer, rule) in CASES {
        let (name, json) = (format!("ns.{name}"), payload.as_bytes());
        let decoder = trial.schema.validate(&name, json, Profile::Strict).unwrap();
        let documents = validator.validate_as(&name, json).unwrap();
        for (engine, found) in [("decoder", decoder), ("documents", documents)] {
            let told: Vec<(String, Rule)> = found.iter().map(|it: &Finding| (it.pointer(), it.rule())).collect();
            assert_eq!(told, [((*pointer).to_owned(), *rule)], "{engine}: {name} {payload}\n{found}");
        }
    }
}
