//! What is told about rules that nothing checks.

use super::*;

#[test]
fn patterns_that_are_not_run_are_told() {
    let (line, warnings) = joined(&typed(r#""@V.Pattern": "^(?=a)b""#), "");
    assert_eq!(line, "String - backtracking=^(?=a)b");
    assert!(warnings.contains("warning: ns.T/p: the pattern `^(?=a)b` is not checked: it looks around"), "{warnings}");
    // In an overlay, too.
    let (line, warnings) = joined(&typed(""), &typed(r#""@V.Pattern": "(a)\\1""#));
    assert_eq!(line, r"String - backtracking=(a)(?:\1)");
    assert!(warnings.starts_with("o.json:3:") && warnings.contains("it refers back"), "{warnings}");
}

#[test]
fn facets_on_types_that_have_none_are_told() {
    for (property, message) in [
        (r#""$Type": "Edm.Int32", "$MaxLength": 3"#, "`MaxLength` is not applied: values are `Edm.Int32`"),
        (r#""$Type": "Edm.Guid", "$Precision": 3"#, "`Precision` is not applied: values are `Edm.Guid`"),
        (
            r#""$Type": "Edm.Decimal", "$Precision": 1, "$Scale": 2"#,
            "not applied: `Scale` is 2, more than `Precision`, 1",
        ),
        (r#""$Type": "Edm.TimeOfDay", "$Scale": 2"#, "`Scale` is not applied: values are `Edm.TimeOfDay`"),
        (r#""$Type": "Edm.Binary", "$Unicode": false"#, "`Unicode` is not applied"),
    ] {
        let (line, warnings) = joined(&typed(property), "");
        assert!(line.ends_with(" -"), "{line}");
        assert!(warnings.contains("s.json:") && warnings.contains(message), "{warnings}");
    }
}

#[test]
fn a_type_definition_that_nothing_uses_is_judged_too() {
    let types = r#""D1": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Guid", "@V.Pattern": "a"}, "T": {"$Kind": "ComplexType"}"#;
    let (_, warnings) = joined(types, "");
    assert!(warnings.contains("warning: ns.D1: ") && warnings.contains("values are `Edm.Guid`"), "{warnings}");
    // Once, though several places use it.
    let used = defined(r#""$UnderlyingType": "Edm.Guid", "@V.Pattern": "a""#, r#"}, "q": {"$Type": "ns.D1""#);
    assert_eq!(joined(&used, "").1.lines().count(), 1);
}

#[test]
fn dynamic_properties() {
    for (own, expected) in [
        (r#""@V.OpenPropertyTypeConstraint": ["Edm.String", "Collection(ns.A)"]"#, Some("\tString,*#0")),
        (r#""@V.OpenPropertyTypeConstraint": []"#, Some("\t")),
        (r#""x": {}"#, None),
        (r#""@V.OpenPropertyTypeConstraint": ["ns.Gone"]"#, None),
    ] {
        let types = format!(r#""T": {{"$Kind": "ComplexType", "$OpenType": true, {own}}}"#);
        let model = load(&types, "").unwrap();
        let book = Rulebook::new(&model).unwrap();
        let text = book.table().rows.iter().find(|row| row.name == "ns.T").unwrap().to_text();
        assert_eq!(text.lines().find(|line| line.starts_with('\t')), expected, "{own}");
        assert_eq!(model.warnings.len(), usize::from(own.contains("Gone")));
    }
}

#[test]
fn dynamic_properties_that_a_closed_type_does_not_have() {
    let rule = r#""@V.OpenPropertyTypeConstraint": ["Edm.String"]"#;
    for (types, is_told) in [
        (r#""T": {"$Kind": "ComplexType""#.to_owned(), true),
        (r#""T": {"$Kind": "ComplexType", "p": {"$Type": "Edm.Untyped", "$Collection": true}"#.to_owned(), true),
        (r#""T": {"$Kind": "ComplexType", "p": {"$Type": "Edm.Untyped"}"#.to_owned(), false),
        (
            r#""U": {"$Kind": "ComplexType", "$OpenType": true}, "T": {"$Kind": "ComplexType", "$BaseType": "ns.U""#
                .to_owned(),
            false,
        ),
        (
            r#""U": {"$Kind": "ComplexType", "$OpenType": true, "$BaseType": "ns.T"}, "T": {"$Kind": "ComplexType""#
                .to_owned(),
            false,
        ),
    ] {
        let expected = "ns.T: `Org.OData.Validation.V1.OpenPropertyTypeConstraint` is not applied: the type is closed; \
                        dynamic properties are those of a type with `OpenType`";
        let model = load(&format!("{types}, {rule}}}"), "").unwrap();
        let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(warnings.iter().any(|warning| warning.ends_with(expected)), is_told, "{types}\n{warnings:?}");
        let overlay = format!(r#""T": {{"$Kind": "ComplexType", {rule}}}"#);
        let faults = load(&format!("{types}}}"), &overlay).err();
        assert_eq!(faults.is_some_and(|faults| faults.contains(expected)), is_told, "{types}");
    }
}

#[test]
fn rules_that_nothing_would_check_are_told() {
    for (types, expected) in [
        (
            r#""T": {"$Kind": "ComplexType"}, "$Annotations": {"ns.T/q": {"@V.Pattern": "a", "@Core.Description": "d"}}"#,
            "ns.T/q: `Org.OData.Validation.V1.Pattern` is not applied: its target is no declared place of values; expected ",
        ),
        (
            r#""T": {"$Kind": "ComplexType", "p": {"@V.Pattern": "a"}}, "$Annotations": {"ns.T/p": {"@V.Pattern": "b"}}"#,
            "ns.T/p: `Org.OData.Validation.V1.Pattern` is not applied: the one at s.json:",
        ),
    ] {
        let (_, warnings) = joined(types, "");
        assert!(warnings.contains(&format!("warning: {expected}")) && warnings.lines().count() == 1, "{warnings}");
    }
    let (line, warnings) = joined(
        r#""T": {"$Kind": "ComplexType", "p": {"@V.Pattern": "a"}}, "$Annotations": {"ns.T/p": {"@V.Pattern": "a"}}"#,
        "",
    );
    assert_eq!((line.as_str(), warnings.as_str()), ("String - pattern=a", ""));
    // An untyped one may be a union, which is one type wherever the property is inherited.
    let again = r#""X": {"$Kind": "ComplexType", "q": {"$Type": "Edm.Untyped"}},
        "T": {"$Kind": "ComplexType", "$BaseType": "ns.X", "q": {"$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["ns.A"]}}"#;
    let (_, warnings) = joined(again, "");
    assert!(warnings.contains("warning: ns.T/q: ") && warnings.contains("is not applied"), "{warnings}");
}

/// From XML, with places in XML.
#[cfg(feature = "xml")]
#[test]
fn rules_in_xml() {
    let text = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="ns" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="Color"><Member Name="Red"/><Member Name="Blue"/></EnumType>
<ComplexType Name="T"><Property Name="p" Type="ns.Color"><Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection>
<Record><PropertyValue Property="Value" EnumMember="ns.Color/Red"/></Record><Record><PropertyValue Property="Value" String="ns.Color/Blue"/></Record>
</Collection></Annotation></Property>
<Property Name="n" Type="Edm.Int32">
  <Annotation Term="Org.OData.Validation.V1.Maximum" String="7"><Annotation Term="Org.OData.Validation.V1.Exclusive"/></Annotation></Property>
<Property Name="q" Type="Edm.Guid">
  <Annotation Term="Org.OData.Validation.V1.Pattern" String="a"/></Property>
<Property Name="s" Type="Edm.Decimal" Precision="5" Scale="Variable"/></ComplexType>
</Schema></edmx:DataServices></edmx:Edmx>"#;
    let model = odatype_schema::load(&[Source { name: "s.xml".into(), text: text.into() }], &[]).unwrap();
    let book = Rulebook::new(&model).unwrap();
    let expected = "complex\tns.T\t-\t-\np\t#1\tn\tvalues=[\"Red\",\"Blue\"]\nn\tInt32\tn\tbelow=7\nq\tGuid\tn\ns\tDecimal\tn\tfraction=5\ttotal=5";
    assert_eq!(book.table().rows[0].to_text(), expected);
    let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
    let expected = "s.xml:10:3: warning: ns.T/q: `Org.OData.Validation.V1.Pattern` is not applied: values are `Edm.Guid`; patterns are for `Edm.String`";
    assert_eq!(warnings, [expected]);
}

#[test]
fn an_empty_name_is_a_fault() {
    for types in [
        r#""T": {"$Kind": "ComplexType", "": {}}"#,
        r#""T": {"$Kind": "ComplexType", "p": {"$Type": "ns.E"}}, "E": {"$Kind": "EnumType", "": 0}"#,
    ] {
        let faults = match load(types, "") {
            Ok(model) => Rulebook::new(&model).err().map(|faults| faults.to_string()),
            Err(faults) => Some(faults),
        };
        assert!(faults.is_some_and(|faults| faults.contains("empty")), "{types}");
    }
}
