//! Tags: their spelling, and what stands under them.
//!
//! Source: OData JSON 4.01, section 4.6.3.

use super::case::{BAD, Exact, GOOD, Weaker, members};
use crate::harness::Trial;

#[test]
fn spellings() {
    let trial = Trial::of(
        r#""$Alias": "A", "base": {"$Kind": "ComplexType", "$Abstract": true},
        "wheel": {"$Kind": "ComplexType", "$BaseType": "ns.base", "size": {"$Type": "Edm.Byte", "$Nullable": true}},
        "spare": {"$Kind": "ComplexType", "$BaseType": "ns.wheel"},
        "T": {"$Kind": "ComplexType", "p": {"$Type": "ns.base", "$Nullable": true}, "w": {"$Type": "ns.wheel", "$Nullable": true},
            "only": {"$Type": "ns.base", "$Nullable": true, "@V.DerivedTypeConstraint": ["ns.spare"]}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r##""p":{"@odata.type":"#ns.wheel"}"##, GOOD, Exact),
            (r##""p":{"@type":"#ns.wheel"}"##, GOOD, Exact),
            (r##""p":{"@odata.type":"#A.wheel"}"##, GOOD, Exact),
            (r#""p":{"@odata.type":"https://host/v1/$metadata#ns.wheel"}"#, GOOD, Exact),
            (r#""p":{"@odata.type":"hello world#ns.wheel"}"#, BAD, Exact),
            (r#""p":{"@odata.type":"ns.wheel"}"#, BAD, Exact),
            (r##""p":{"@odata.type":"#ns.Wheel"}"##, BAD, Exact),
            (r##""p":{"@odata.type":"#ns.nope"}"##, BAD, Exact),
            (r##""p":{"@odata.type":"#ns.base"}"##, BAD, Exact),
            (r##""p":{"@odata.type":"#ns.T"}"##, BAD, Exact),
            (r#""p":{"@odata.type":5}"#, (false, false), Exact),
            (r#""p":{}"#, BAD, Exact),
            (r##""p":{"@odata.type":"#ns.wheel","@type":"#ns.wheel"}"##, (false, false), Exact),
            (r##""w":{"@odata.type":"#ns.spare","size":256}"##, (false, false), Exact),
            (r##""w":{"size":255,"@odata.type":"#ns.spare"}"##, GOOD, Exact),
            (r#""w":{"size":1}"#, GOOD, Exact),
            (r##""only":{"@odata.type":"#ns.spare"}"##, GOOD, Exact),
            (r##""only":{"@odata.type":"#ns.wheel"}"##, BAD, Exact),
        ],
    );
}

#[test]
fn dynamic_values() {
    let trial = Trial::of(
        r#""wheel": {"$Kind": "ComplexType", "size": {"$Type": "Edm.Byte", "$Nullable": true}},
        "bag": {"$Kind": "ComplexType", "$OpenType": true},
        "texts": {"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": ["Edm.String"]},
        "none": {"$Kind": "ComplexType", "$BaseType": "ns.texts", "@V.OpenPropertyTypeConstraint": []},
        "T": {"$Kind": "ComplexType", "bag": {"$Type": "ns.bag", "$Nullable": true},
            "texts": {"$Type": "ns.texts", "$Nullable": true}, "none": {"$Type": "ns.none", "$Nullable": true}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""bag":{"x":{"size":256}}"#, GOOD, Exact),
            (r##""bag":{"x":{"@odata.type":"#ns.wheel","size":255}}"##, GOOD, Exact),
            (r##""bag":{"x":{"@odata.type":"#ns.wheel","size":256}}"##, BAD, Exact),
            (r##""bag":{"x":{"@odata.type":"#ns.wheel","more":1}}"##, BAD, Exact),
            (r##""bag":{"x":{"@odata.type":"#ns.nope"}}"##, BAD, Exact),
            (r##""bag":{"x":[{"@odata.type":"#ns.wheel","size":256}]}"##, BAD, Exact),
            (r##""bag":{"x":{"@odata.type":"#ns.wheel","@type":"#ns.wheel"}}"##, BAD, Exact),
            (r#""texts":{"x":"y"}"#, GOOD, Exact),
            (r#""texts":{"x":5}"#, BAD, Exact),
            (r#""none":{"x":"y"}"#, BAD, Exact),
            (r#""none":{}"#, GOOD, Exact),
            (r##""none":{"@odata.type":"#ns.none"}"##, GOOD, Exact),
        ],
    );
}

/// A foreign object is kept as it is, whatever is in it.
#[test]
fn foreign_objects_with_both_tags_inside() {
    let trial = Trial::of(
        r#""base": {"$Kind": "ComplexType", "$Abstract": true}, "bag": {"$Kind": "ComplexType", "$OpenType": true},
        "T": {"$Kind": "ComplexType", "p": {"$Type": "ns.base", "$Nullable": true}, "bag": {"$Type": "ns.bag", "$Nullable": true}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r##""p":{"@odata.type":"#other.type","x":{"@type":"#a.b","@odata.type":"#a.b"}}"##, BAD, Exact),
            (r##""p":{"x":{"@type":"#a.b","@odata.type":"#a.b"}}"##, BAD, Exact),
            (r##""bag":{"x":{"@type":"#ns.bag","@odata.type":"#ns.bag"}}"##, BAD, Exact),
            (r#""bag":{"x":{"y":{"z":[]}}}"#, GOOD, Exact),
        ],
    );
}

/// What an untyped property holds says by its tags what it is; what is of a type that the schema does not have is any
/// JSON.
#[test]
fn untyped_values() {
    let trial = Trial::of(
        r#""wheel": {"$Kind": "ComplexType", "size": {"$Type": "Edm.Byte"}},
        "T": {"$Kind": "ComplexType", "free": {"$Type": "Edm.Untyped", "$Nullable": true}, "strict": {"$Type": "Edm.Untyped"},
            "many": {"$Type": "Edm.Untyped", "$Collection": true}, "gone": {"$Type": "elsewhere.thing", "$Nullable": true},
            "some": {"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["Edm.Untyped", "ns.wheel"]}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""free":{"any":[1,{}]}"#, GOOD, Exact),
            (r#""free":null"#, GOOD, Exact),
            (r##""free":{"@odata.type":"#ns.wheel","size":1}"##, GOOD, Exact),
            (r##""free":{"@odata.type":"#ns.wheel","size":300}"##, BAD, Exact),
            (r##""free":[{"size":"a","@type":"#ns.wheel"}]"##, BAD, Exact),
            (r##""free":{"@odata.type":"#ns.nothing"}"##, BAD, Exact),
            (r#""strict":null"#, BAD, Exact),
            (r#""strict":"x""#, GOOD, Exact),
            (r##""strict":{"@odata.type":"#ns.wheel","other":300}"##, BAD, Exact),
            (r##""many":[5,{"@odata.type":"#ns.wheel","size":1}]"##, GOOD, Exact),
            (r##""many":[{"@odata.type":"#ns.wheel","size":1.5}]"##, BAD, Exact),
            (r#""many":[null]"#, BAD, Exact),
            (r##""gone":{"@odata.type":"#ns.wheel","size":300}"##, GOOD, Exact),
            (r##""gone":{"@odata.type":"#ns.nothing"}"##, GOOD, Exact),
            (r##""some":{"@odata.type":"#ns.wheel","size":300}"##, BAD, Exact),
            (r##""some":{"@odata.type":"#ns.wheel","size":3}"##, GOOD, Exact),
        ],
    );
}

/// A type definition, an enumeration or a built-in type is no type of objects, wherever the object stands. Of a scalar,
/// which JSON Schema does not look at, it is the type.
#[test]
fn tags_of_what_is_no_structured_type() {
    let trial = Trial::of(
        r#""wheel": {"$Kind": "ComplexType", "size": {"$Type": "Edm.Byte", "$Nullable": true}},
        "base": {"$Kind": "ComplexType", "$Abstract": true}, "color": {"$Kind": "EnumType", "red": 0},
        "percent": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Byte"},
        "bag": {"$Kind": "ComplexType", "$OpenType": true},
        "T": {"$Kind": "ComplexType", "$OpenType": true, "wheel": {"$Type": "ns.wheel"}, "base": {"$Type": "ns.base"},
            "bag": {"$Type": "ns.bag"}, "any": {"$Type": "Edm.Untyped"}, "many": {"$Type": "Edm.Untyped", "$Collection": true},
            "complex": {"$Type": "Edm.ComplexType"}}"#,
        "",
    );
    for tag in ["#ns.percent", "#ns.color", "#Edm.Byte", "#Byte", "#ns.act", "https://x/$metadata#ns.percent"] {
        let object = format!(r#"{{"@odata.type":"{tag}","size":1}}"#);
        for member in ["wheel", "base", "bag", "any", "complex", "dynamic"] {
            members(&trial, "ns.T", &[(&format!(r#""{member}":{object}"#), BAD, Exact)]);
        }
        members(&trial, "ns.T", &[(&format!(r#""many":[{object}]"#), BAD, Exact)]);
        members(&trial, "ns.T", &[(&format!(r#""@odata.type":"{tag}""#), BAD, Exact)]);
    }
    members(
        &trial,
        "ns.T",
        &[
            (r##""x@odata.type":"#ns.percent","x":5"##, GOOD, Exact),
            (r##""x@odata.type":"#ns.percent","x":256"##, BAD, Weaker),
            (r##""x@odata.type":"#Collection(ns.percent)","x":[5]"##, GOOD, Exact),
            (r##""x@odata.type":"#Collection(ns.percent)","x":["5"]"##, BAD, Weaker),
            (r##""x@odata.type":"#ns.nothing","x":256"##, BAD, Weaker),
        ],
    );
}
