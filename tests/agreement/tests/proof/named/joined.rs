//! Rules that are joined, and rules on what cannot carry them.

use super::case::{BAD, Exact, GOOD, Weaker, members};
use crate::harness::Trial;

const TYPES: &str = r#"
    "Ten": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Minimum": 10},
    "Short": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "$MaxLength": 3, "@V.Pattern": "^a"},
    "Color": {"$Kind": "EnumType", "Red": 0, "Blue": 1},
    "A": {"$Kind": "ComplexType", "x": {"$Nullable": true}}, "Unrelated": {"$Kind": "ComplexType"},
    "B": {"$Kind": "ComplexType", "$BaseType": "ns.A"},"#;

#[test]
fn definition_and_property_and_overlay() {
    let trial = Trial::of(
        &format!(
            r#"{TYPES} "T": {{"$Kind": "ComplexType", "ten": {{"$Type": "ns.Ten", "@V.Minimum": 5}},
            "twelve": {{"$Type": "ns.Ten", "@V.Minimum": 11}},
            "short": {{"$Type": "ns.Short", "$MaxLength": 10, "@V.Pattern": "^ab"}},
            "many": {{"$Type": "ns.Ten", "$Collection": true, "@V.MaxItems": 2}}}}"#
        ),
        r#""T": {"$Kind": "ComplexType", "twelve": {"$Type": "ns.Ten", "@V.Minimum": 12},
            "short": {"$Type": "ns.Short", "@V.Pattern": "[^x]$"},
            "many": {"$Type": "ns.Ten", "$Collection": true, "@V.MaxItems": 1}}"#,
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""ten":7"#, BAD, Exact),
            (r#""ten":10"#, GOOD, Exact),
            (r#""twelve":11"#, BAD, Exact),
            (r#""twelve":12"#, GOOD, Exact),
            (r#""short":"abcde""#, BAD, Exact),
            (r#""short":"abc""#, GOOD, Exact),
            (r#""short":"ac""#, BAD, Exact),
            (r#""short":"abx""#, BAD, Exact),
            (r#""many":[10]"#, GOOD, Exact),
            (r#""many":[9]"#, BAD, Exact),
            (r#""many":[10,11]"#, BAD, Exact),
        ],
    );
}

#[test]
fn rules_that_the_type_cannot_carry() {
    let trial = Trial::of(
        &format!(
            r#"{TYPES} "T": {{"$Kind": "ComplexType",
            "guid": {{"$Type": "Edm.Guid", "@V.Pattern": "^0"}}, "date": {{"$Type": "Edm.Date", "@V.Pattern": "^19"}},
            "color": {{"$Type": "ns.Color", "@V.Pattern": "^B"}}, "number": {{"$Type": "Edm.Int32", "$MaxLength": 1}},
            "text": {{"@V.Minimum": "m"}}, "unrelated": {{"$Type": "ns.A", "@V.DerivedTypeConstraint": ["ns.Unrelated"]}},
            "some": {{"$Type": "ns.A", "@V.DerivedTypeConstraint": ["ns.Unrelated", "ns.B"]}},
            "nothing": {{"$Type": "Edm.Int32", "@V.Minimum": 5, "@V.Maximum": 4}}}}"#
        ),
        "",
    );
    for told in ["Pattern", "MaxLength", "Minimum", "DerivedTypeConstraint", "Maximum"] {
        assert!(trial.warnings.contains(told), "{told} is not among: {}", trial.warnings);
    }
    members(
        &trial,
        "ns.T",
        &[
            (r#""guid":"11111111-1111-4111-8111-111111111111""#, GOOD, Exact),
            (r#""date":"2026-01-01""#, GOOD, Exact),
            (r#""color":"Red""#, GOOD, Exact),
            (r#""number":1234"#, GOOD, Exact),
            (r#""text":"a""#, GOOD, Exact),
            (r#""unrelated":{}"#, GOOD, Exact),
            (r##""unrelated":{"@odata.type":"#ns.B"}"##, GOOD, Exact),
            (r##""unrelated":{"@odata.type":"#ns.Unrelated"}"##, BAD, Exact),
            (r##""some":{"@odata.type":"#ns.B"}"##, GOOD, Exact),
            (r#""some":{}"#, BAD, Exact),
            (r#""nothing":5"#, GOOD, Exact),
            (r#""nothing":4"#, BAD, Exact),
        ],
    );
}

#[test]
fn an_overlay_with_a_wrong_rule_is_refused() {
    let schema =
        format!(r#"{TYPES} "T": {{"$Kind": "ComplexType", "p": {{"$Nullable": true}}, "q": {{"$Type": "Edm.Guid"}}}}"#);
    for (overlay, told) in [
        (r#""T": {"$Kind": "ComplexType", "p": {"@V.Pattern": "("}}"#, "Pattern"),
        (r#""T": {"$Kind": "ComplexType", "q": {"$Type": "Edm.Guid", "@V.Pattern": "a"}}"#, "Pattern"),
    ] {
        let faults = Trial::try_of(&schema, overlay).err().unwrap_or_default();
        assert!(faults.contains("overlay.json") && faults.contains(told), "{overlay}: {faults}");
    }
}

#[test]
fn bounds_that_floats_cannot_tell() {
    let trial = Trial::of(
        r#""T": {"$Kind": "ComplexType",
            "big": {"$Type": "Edm.Int64", "@V.Maximum": 9007199254740992},
            "huge": {"$Type": "Edm.Int64", "@V.Maximum": 9000000000000000000, "@V.Minimum": "-9000000000000000000"},
            "dec": {"$Type": "Edm.Decimal", "@V.Maximum": 9007199254740992},
            "text": {"$Type": "Edm.Decimal", "@V.Minimum": 0.5},
            "listed": {"$Type": "Edm.Decimal", "@V.AllowedValues": [{"Value": 1.5}, {"Value": "2"}]}}"#,
        "",
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""big":9007199254740992"#, GOOD, Exact),
            (r#""big":9007199254740993"#, BAD, Exact),
            (r#""big":"9007199254740993""#, BAD, Exact),
            (r#""big":"9007199254740992""#, GOOD, Exact),
            (r#""huge":9000000000000000000"#, GOOD, Exact),
            (r#""huge":9000000000000000001"#, BAD, Exact),
            (r#""huge":"9000000000000000001""#, BAD, Exact),
            (r#""huge":"-9000000000000000001""#, BAD, Exact),
            (r#""huge":-9000000000000000000"#, GOOD, Exact),
            (r#""dec":9007199254740993"#, BAD, Exact),
            (r#""dec":"9007199254740993""#, BAD, Weaker),
            (r#""dec":"9007199254740992""#, GOOD, Exact),
            (r#""dec":"9007199254740992.0000000000000000000000000001""#, BAD, Weaker),
            (r#""text":"0.4""#, BAD, Weaker),
            (r#""text":"0.5""#, GOOD, Exact),
            (r#""text":"5e-1""#, GOOD, Exact),
            (r#""text":"4e-1""#, BAD, Weaker),
            (r#""listed":"1.50""#, GOOD, Exact),
            (r#""listed":2.0"#, GOOD, Exact),
            (r#""listed":"3""#, BAD, Weaker),
            (r#""listed":3"#, BAD, Exact),
        ],
    );
}

#[test]
fn facets() {
    let trial = Trial::of_xml(
        r#"<TypeDefinition Name="money" UnderlyingType="Edm.Decimal" Precision="5" Scale="2"/>
        <ComplexType Name="T"><Property Name="price" Type="ns.money"/>
        <Property Name="at" Type="Edm.DateTimeOffset" Precision="3"/><Property Name="plain" Type="Edm.DateTimeOffset"/>
        <Property Name="variable" Type="Edm.Decimal" Precision="4" Scale="VARIABLE"/>
        <Property Name="absent" Type="Edm.Decimal"/><Property Name="clock" Type="Edm.TimeOfDay" Precision="1"/>
        <Property Name="broken" Type="Edm.Decimal" Precision="2" Scale="3"/>
        <Property Name="day" Type="Edm.Date"><Annotation Term="V.Minimum" Date="2020-01-01"/></Property>
        <Property Name="half" Type="Edm.Decimal"><Annotation Term="V.MultipleOf" Decimal="0.5"/></Property></ComplexType>"#,
    );
    members(
        &trial,
        "ns.T",
        &[
            (r#""price":123.45"#, GOOD, Exact),
            (r#""price":123.450"#, GOOD, Exact),
            (r#""price":123.456"#, BAD, Weaker),
            (r#""price":1234.5"#, BAD, Exact),
            (r#""price":"1234.5""#, BAD, Exact),
            (r#""price":"123.456""#, BAD, Exact),
            (r#""at":"2026-01-01T00:00:00.123Z""#, GOOD, Exact),
            (r#""at":"2026-01-01T00:00:00.1230Z""#, GOOD, Exact),
            (r#""at":"2026-01-01T00:00:00.1234Z""#, BAD, Exact),
            (r#""plain":"2026-01-01T00:00:00.123456789012Z""#, GOOD, Exact),
            (r#""variable":1.234"#, GOOD, Exact),
            (r#""variable":1.2345"#, BAD, Weaker),
            (r#""absent":1.23456789"#, GOOD, Exact),
            (r#""clock":"10:00:00.1""#, GOOD, Exact),
            (r#""clock":"10:00:00.12""#, BAD, Exact),
            (r#""broken":123.4567"#, GOOD, Exact),
            (r#""day":"2019-12-31""#, BAD, Weaker),
            (r#""day":"2020-01-01""#, GOOD, Exact),
            (r#""half":1.5"#, GOOD, Exact),
            (r#""half":1.25"#, BAD, Exact),
            (r#""half":"1.25""#, BAD, Weaker),
        ],
    );
}
