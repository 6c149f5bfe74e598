//! Rules of a definition, a property and an overlay that hold together.

use super::*;

#[test]
fn definition_property_and_overlay_all_hold() {
    let int = r#""$UnderlyingType": "Edm.Int32""#;
    let text = r#""$UnderlyingType": "Edm.String""#;
    for (definition, property, overlay, expected) in [
        (format!(r#"{int}, "@V.Minimum": 10"#), r#", "@V.Maximum": 20"#, "", "Int32 - min=10 max=20"),
        (format!(r#"{int}, "@V.Minimum": 10"#), r#", "@V.Minimum": 12"#, r#""@V.Minimum": 15"#, "Int32 - min=15"),
        (
            format!(r#"{int}, "@V.Minimum": 10"#),
            r#", "@V.Minimum": 10, "@V.Minimum@V.Exclusive": true"#,
            "",
            "Int32 - above=10",
        ),
        (
            format!(r#"{text}, "$MaxLength": 9, "@V.Pattern": "^a""#),
            r#", "$MaxLength": 7, "@V.Pattern": "^ab""#,
            r#""$MaxLength": 5, "$Type": "ns.D1", "@V.Pattern": "c$""#,
            "String - pattern=^a pattern=^ab pattern=c\\$ maxlen=5",
        ),
        (
            format!(r#"{int}, "@V.AllowedValues": [{{"Value": 1}}, {{"Value": 2}}, {{"Value": "3"}}]"#),
            r#", "@V.AllowedValues": [{"Value": "3.0"}, {"Value": 2}, {"Value": 4}]"#,
            "",
            "Int32 - values=[2,3]",
        ),
        (
            format!(r#"{int}, "@V.MultipleOf": 2"#),
            r#", "@V.MultipleOf": 3"#,
            r#""@V.MultipleOf": 2.0"#,
            "Int32 - multiple=2 multiple=3",
        ),
        (
            r#""$UnderlyingType": "Edm.Decimal", "$Precision": 5, "$Scale": 2"#.to_owned(),
            r#", "$Precision": 4, "$Scale": "variable""#,
            "",
            "Decimal - whole=3 fraction=2 total=4",
        ),
        (
            r#""$UnderlyingType": "Edm.DateTimeOffset", "$Precision": 3"#.to_owned(),
            "",
            r#""@V.Minimum": "2026-01-01T00:00:00Z""#,
            "DateTimeOffset - min=2026-01-01T00:00:00Z fraction=3",
        ),
        (format!(r#"{text}, "$Unicode": false"#), "", "", "String - ascii="),
    ] {
        let overlay = if overlay.is_empty() {
            String::new()
        } else {
            format!(r#""T": {{"$Kind": "ComplexType", "p": {{{overlay}}}}}"#)
        };
        let (line, warnings) = joined(&defined(&definition, property), &overlay);
        assert_eq!(
            (line.as_str(), warnings.as_str()),
            (expected.replace("\\$", "$").as_str(), ""),
            "{definition}{property}{overlay}"
        );
    }
}

#[test]
fn collections_and_types() {
    for (property, expected) in [
        (
            r#""$Collection": true, "@V.MinItems": 1, "@V.MaxItems": 3.0, "@V.Pattern": "a""#,
            "*String - pattern=a minitems=1 maxitems=3",
        ),
        (r#""$Type": "ns.A", "@V.DerivedTypeConstraint": ["ns.B", "ns.Other", "ns.B"]"#, "#0 - derived=1"),
        (
            r#""$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["Edm.String", "Collection(ns.A)"]"#,
            "Untyped - types=String,*#0",
        ),
        (r#""$Type": "Edm.Untyped", "$Collection": true, "@V.DerivedTypeConstraint": ["ns.A"]"#, "*Untyped - types=#0"),
        (r#""$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["ns.A", "ns.Other"]"#, "#8 -"),
        (
            r#""$Type": "ns.Color", "@V.AllowedValues": [{"Value": "ns.Color/Red"}, {"Value": "Blue"}, {"Value": 1}, {"Value": "0"}]"#,
            r#"#6 - values=["Red","Blue","Green"]"#,
        ),
        (
            r#""$Type": "ns.Rights", "@V.AllowedValues": [{"Value": "Write,Read"}, {"Value": 2}]"#,
            r#"#7 - values=["Read,Write","Write"]"#,
        ),
        (r#""@V.AllowedValues": []"#, "String - values=[]"),
        (r#""$Type": "Edm.Boolean", "@V.AllowedValues": [{"Value": true}]"#, "Boolean - values=[true]"),
        (
            r#""$Type": "Edm.Double", "@V.AllowedValues": [{"Value": "INF"}, {"Value": "1.5"}]"#,
            r#"Double - values=["INF",1.5]"#,
        ),
        (r#""$Type": "Edm.Int64", "@V.Maximum": 9007199254740993"#, "Int64 - max=9007199254740993"),
        (
            r#""$Type": "Edm.Decimal", "@V.Maximum": "123456789012345678901234567890.1""#,
            "Decimal - max=123456789012345678901234567890.1",
        ),
        (r#""$Type": "Edm.Decimal", "$Precision": 5"#, "Decimal - whole=5 significant=5"),
        (r#""$Type": "Edm.Decimal", "$Precision": 5, "$Scale": "Variable""#, "Decimal - fraction=5 total=5"),
        (r#""$Type": "Edm.DateTimeOffset""#, "DateTimeOffset -"),
        (r#""@V.Pattern": "^\\d.$""#, r"String - pattern=^[0-9][^\x0A\x0D\u2028\u2029]$"),
    ] {
        let (line, warnings) = joined(&typed(property), "");
        assert_eq!((line.as_str(), warnings.as_str()), (expected, ""), "{property}");
    }
}

#[test]
fn what_is_declared_again_is_joined_with_what_is_inherited() {
    let again = |base: &str, own: &str| {
        format!(
            r#""X": {{"$Kind": "ComplexType", "p": {{{base}}}}}, "M": {{"$Kind": "ComplexType", "$BaseType": "ns.X"}},
            "T": {{"$Kind": "ComplexType", "$BaseType": "ns.M", "p": {{{own}}}}}"#
        )
    };
    let long = r#""$MaxLength": 9, "$Nullable": true"#;
    for (base, own, expected, told) in [
        (long, r#""$MaxLength": 5, "$Nullable": true"#, "String n maxlen=5", ""),
        (long, r#""@V.Pattern": "^a$", "$Nullable": true"#, "String n pattern=^a$ maxlen=9", ""),
        (long, r#""$MaxLength": 9"#, "String - maxlen=9", ""),
        (long, r#""$MaxLength": 12"#, "String - maxlen=9", "ns.T/p: `MaxLength` is 12, but 9 is said already"),
        (long, r#""$Nullable": true"#, "", ""),
        (
            r#""$Type": "Edm.Int32", "@V.Minimum": 3"#,
            r#""$Type": "Edm.Int32", "@V.Maximum": 4"#,
            "Int32 - min=3 max=4",
            "",
        ),
    ] {
        let (line, warnings) = joined(&again(base, own), "");
        assert_eq!(line, expected, "{base} {own}");
        assert!(warnings.contains(told) && warnings.lines().count() == usize::from(!told.is_empty()), "{warnings}");
    }
    // The property keeps its place, and its owner.
    let model = load(&again(long, r#""@V.Pattern": "^a$""#), "").unwrap();
    let book = Rulebook::new(&model).unwrap();
    let row = |name: &str| book.row_of(&odatype_schema::model::QualifiedName::parse(name).unwrap()).unwrap();
    let [slot] = book.slots(row("ns.T"))[..] else { panic!("one property") };
    assert_eq!((slot.owner, slot.member.place.constraints.patterns.len()), (row("ns.X"), 1));
    let [slot] = book.slots(row("ns.M"))[..] else { panic!("one property") };
    assert!(slot.member.is_narrowed && slot.member.place.constraints.patterns.is_empty());
}

#[test]
fn what_annotations_say_of_an_inherited_property_is_joined_with_it() {
    let types = r#""X": {"$Kind": "ComplexType", "p": {"$MaxLength": 9}}, "M": {"$Kind": "ComplexType", "$BaseType": "ns.X"},
        "T": {"$Kind": "ComplexType", "$BaseType": "ns.M"}, "#;
    let annotated = |target: &str, rules: &str| format!(r#""$Annotations": {{"{target}": {{{rules}}}}}"#);
    let pattern = r#""@V.Pattern": "^a$", "@Core.Description": "of a T""#;
    let expected = "String - pattern=^a$ maxlen=9";
    for (metadata, overlay) in
        [(annotated("ns.T/p", pattern), String::new()), (annotated("ns.X", ""), annotated("ns.T/p", pattern))]
    {
        let types = format!("{types} {metadata}");
        let (line, warnings) = joined(&types, &overlay);
        assert_eq!((line.as_str(), warnings.as_str()), (expected, ""), "{metadata} {overlay}");
        // A text of the model says the same.
        let text = odatype_schema::write(&load(&types, &overlay).unwrap());
        let again = odatype_schema::load(&[Source { name: "again.json".into(), text: text.into() }], &[]).unwrap();
        let book = Rulebook::new(&again).unwrap();
        let row = book.table().rows.iter().find(|row| row.name == "ns.T").unwrap().to_text();
        assert_eq!(row.lines().last().unwrap().replace('\t', " "), format!("p {expected}"));
        let name = odatype_schema::model::QualifiedName::parse("ns.T").unwrap();
        assert_eq!(again.structured[&name].properties[0].annotations.description(), Some("of a T"));
    }
    // Facets are those that are inherited, the nearest too.
    let nearer = types.replace(r#""$BaseType": "ns.X"}"#, r#""$BaseType": "ns.X", "p": {"$MaxLength": 4}}"#);
    let (line, warnings) = joined(&format!("{nearer} {}", annotated("ns.T/p", r#""@V.Pattern": "^a""#)), "");
    assert_eq!((line.as_str(), warnings.as_str()), ("String - pattern=^a maxlen=4", ""));
    // What M says holds of a T too; both say it where it is inherited.
    let overlay = annotated("ns.T/p", r#""@V.Pattern": "^a$"}, "ns.M/p": {"@V.Pattern": "b""#);
    assert_eq!(
        joined(&format!("{types} {}", annotated("ns.X", "")), &overlay).0,
        "String - pattern=b pattern=^a$ maxlen=9"
    );
    // A rule that is wrong has a place.
    let faults =
        load(&format!("{types} {}", annotated("ns.X", "")), &annotated("ns.T/p", r#""@V.Minimum": 3"#)).unwrap_err();
    assert!(
        faults.starts_with("o.json:") && faults.contains("ns.T/p: `Org.OData.Validation.V1.Minimum` is not applied"),
        "{faults}"
    );
}

#[test]
fn what_listed_type_definitions_say_holds_of_their_values() {
    let definitions = r#""Ten": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Minimum": 10},
        "Low": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Maximum": 20},
        "Plain": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int64"},
        "Short": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "$MaxLength": 3},"#;
    let list = |names: &str| format!(r#""$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": [{names}]"#);
    for (names, overlay, expected) in [
        (r#""ns.Ten", "ns.Plain", "ns.Short""#, "", "Untyped - types=Int32,Int64,String of=0 min=10 of=2 maxlen=3"),
        (r#""Collection(ns.Ten)", "Edm.Boolean""#, "", "Untyped - types=*Int32,Boolean of=0 min=10"),
        (r#""ns.Ten", "Edm.Int32""#, "", "Untyped - types=Int32,Int32 of=0 min=10"),
        (r#""ns.Plain", "Edm.Int64""#, "", "Untyped - types=Int64"),
        (r#""ns.Ten", "ns.Short""#, r#""ns.Low""#, "Untyped - types=Int32 of=0 min=10 max=20"),
        (r#""Edm.Int32", "Edm.String""#, r#""ns.Low", "Edm.String""#, "Untyped - types=Int32,String of=0 max=20"),
    ] {
        let overlay = if overlay.is_empty() { String::new() } else { typed(&list(overlay)) };
        let (line, warnings) = joined(&format!("{definitions} {}", typed(&list(names))), &overlay);
        assert_eq!((line.as_str(), warnings.as_str()), (expected, ""), "{names} {overlay}");
    }
    let rule = r#""@V.OpenPropertyTypeConstraint": ["ns.Ten", "Edm.Boolean"]"#;
    let types = format!(r#"{definitions} "T": {{"$Kind": "ComplexType", "$OpenType": true, {rule}}}"#);
    let model = load(&types, "").unwrap();
    let text = Rulebook::new(&model).unwrap().table().rows.iter().find(|row| row.name == "ns.T").unwrap().to_text();
    assert_eq!(text.lines().last(), Some("\tInt32,Boolean\tof=0\tmin=10"));
    assert_eq!(odatype_table::Row::read(&text).unwrap().to_text(), text);
}
