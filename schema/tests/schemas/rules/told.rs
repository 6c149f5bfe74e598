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

#[test]
fn rules_whose_target_can_have_none_are_told() {
    const SCHEMA: &str = r#""T": {"$Kind": "EntityType", "p": {}, "n": {"$Kind": "NavigationProperty", "$Type": "ns.A", "$OnDelete": "None"}},
        "I": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String"},
        "K": {"$Kind": "Term"},
        "act": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "b", "$Type": "ns.T"}, {"$Name": "q"}],
            "$ReturnType": {"$Collection": true, "$Type": "ns.A"}}],
        "calc": [{"$Kind": "Function", "$Parameter": [{"$Name": "q"}], "$ReturnType": {}}],
        "Con": {"$Kind": "EntityContainer", "Ts": {"$Collection": true, "$Type": "ns.T"}, "One": {"$Type": "ns.T"},
            "Calc": {"$Function": "ns.calc"}}"#;
    const DERIVED: &str = r#""@V.DerivedTypeConstraint": ["ns.A"]"#;
    const OPEN: &str = r#""@V.OpenPropertyTypeConstraint": ["Edm.String"]"#;
    let places = "expected a type definition, `Type/property` or `action(binding type)/parameter`";
    for (target, rule, what) in [
        ("ns.T", r#""@V.Pattern": "a""#, "an entity type"),
        ("ns.T", r#""@V.Pattern#q": "a""#, "an entity type"),
        ("ns.A", r#""@V.AllowedValues": [{"Value": 1}]"#, "a complex type"),
        ("ns.Color", r#""@V.AllowedValues": [{"Value": 1}]"#, "an enumeration type"),
        ("ns.Color/Red", r#""@V.Minimum": 1"#, "a member"),
        ("ns.act", r#""@V.MaxItems": 1"#, "an action"),
        ("ns.act(ns.T)/b", r#""@V.Pattern": "a""#, "the binding parameter"),
        ("ns.act(ns.T)/$ReturnType", r#""@V.Pattern": "a""#, "what is returned"),
        ("ns.calc(Edm.String)", r#""@V.MultipleOf": 2"#, "a function"),
        ("ns.calc(Edm.String)/$ReturnType", r#""@V.MaxItems": 2"#, "what is returned"),
        ("ns.Con", r#""@V.Pattern": "a""#, "an entity container"),
        ("ns.Con/Ts", r#""@V.Pattern": "a""#, "an entity set"),
        ("ns.Con/One", r#""@V.MinItems": 1"#, "a singleton"),
        ("ns.Con/Calc", DERIVED, "a function import"),
        ("ns.K", DERIVED, "a term"),
        ("ns.T/p", OPEN, "a property"),
        ("ns.I", OPEN, "a type definition"),
        ("ns.act(ns.T)/q", OPEN, "a parameter"),
        ("ns.T/p", r#""@Core.Description": "d", "@Core.Description@V.Pattern": "a""#, "an annotation"),
        // What the vocabulary allows.
        ("ns.T/n", DERIVED, ""),
        ("ns.act(ns.T)/b", DERIVED, ""),
        ("ns.act(ns.T)/$ReturnType", DERIVED, ""),
        ("ns.act(ns.T)/$ReturnType", r#""@V.MaxItems": 2"#, ""),
        ("ns.Con/Ts", DERIVED, ""),
        ("ns.Con/Ts", r#""@V.MinItems": 1"#, ""),
        ("ns.Con/One", DERIVED, ""),
        ("ns.K", r#""@V.Pattern": "a""#, ""),
        ("ns.T/p", r#""@V.Pattern": "a""#, ""),
        ("ns.act(ns.T)/q", r#""@V.Pattern": "a""#, ""),
        ("ns.T", r#""@V.ItemsOf": [], "@V.Constraint": {}, "@V.ApplicableTerms": []"#, ""),
        ("ns.T/p", r#""@V.AllowedTerms": []"#, ""),
    ] {
        let annotations = format!(r#""$Annotations": {{"{target}": {{{rule}}}}}"#);
        let faults = load(SCHEMA, &annotations).err().unwrap_or_default();
        let model = load(&format!("{SCHEMA}, {annotations}"), "").unwrap();
        let told = format!(" is not applied: its target is {what}; ");
        let help = if rule == OPEN { "expected an entity type or a complex type" } else { places };
        let is_told = |found: &str, file: &str| {
            let named =
                found.starts_with(file) && found.contains("`Org.OData.Validation.V1.") && found.lines().count() == 1;
            named && found.contains(&told) && found.ends_with(help)
        };
        let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
        if what.is_empty() {
            assert_eq!((faults.as_str(), warnings.join("\n").as_str()), ("", ""), "{target} {rule}");
        } else {
            assert!(is_told(&faults, "o.json:3:"), "{target} {rule}\n{faults}");
            let warning = warnings.join("\n");
            assert!(is_told(&warning, "s.json:") && warning.contains(": warning: ns."), "{target} {rule}\n{warning}");
        }
    }
    let (_, warnings) = joined(&format!(r#"{}, "@V.Pattern": "a""#, typed("")), "");
    let expected = "warning: ns: `Org.OData.Validation.V1.Pattern` is not applied: its target is a namespace; ";
    assert!(warnings.contains(expected), "{warnings}");
}
