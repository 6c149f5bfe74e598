//! Joined rules, and what is wrong with rules.

use super::Rulebook;
use crate::{Source, model::Model};

const HEAD: &str = r#"{"$Version": "4.01", "$Reference": {"https://x/v": {"$Include": [
    {"$Namespace": "Org.OData.Validation.V1", "$Alias": "V"}, {"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
"ns": "#;

/// What every case may name.
const TYPES: &str = r#"
    "Color": {"$Kind": "EnumType", "Red": 0, "Green": 1, "Blue": 2},
    "Rights": {"$Kind": "EnumType", "$IsFlags": true, "Read": 1, "Write": 2},
    "A": {"$Kind": "ComplexType"}, "B": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
    "C": {"$Kind": "ComplexType", "$BaseType": "ns.B"}, "D": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
    "Other": {"$Kind": "ComplexType"}"#;

fn json(name: &str, types: &str) -> Source<'static> {
    Source { name: name.to_owned(), text: format!("{HEAD}{{{types}}}}}").into() }
}

/// The model of `types` and an overlay; the faults as text.
fn load(types: &str, overlay: &str) -> Result<Model, String> {
    let overlays: Vec<Source<'_>> = if overlay.is_empty() { Vec::new() } else { vec![json("o.json", overlay)] };
    crate::load(&[json("s.json", &format!("{TYPES},\n{types}"))], &overlays).map_err(|faults| faults.to_string())
}

/// The line of the property `p` of `ns.T` in the table, after its name; and the warnings.
fn joined(types: &str, overlay: &str) -> (String, String) {
    let model = load(types, overlay).unwrap_or_else(|faults| panic!("{types}\n{overlay}\n{faults}"));
    let book = Rulebook::new(&model).unwrap();
    let row = book.table().rows.iter().find(|row| row.name == "ns.T").unwrap().to_text();
    let line = row.lines().find_map(|line| line.strip_prefix("p\t")).unwrap_or_default();
    let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
    assert!(book.warnings().iter().all(|warning| model.warnings.contains(warning)));
    (line.replace('\t', " "), warnings.join("\n"))
}

/// A type with one property of the definition `D1`.
fn defined(definition: &str, property: &str) -> String {
    format!(
        r#""D1": {{"$Kind": "TypeDefinition", {definition}}},
        "T": {{"$Kind": "ComplexType", "p": {{"$Type": "ns.D1"{property}}}}}"#
    )
}

fn typed(property: &str) -> String {
    format!(r#""T": {{"$Kind": "ComplexType", "p": {{{property}}}}}"#)
}

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

/// In metadata a warning, and the rule is not applied; in an overlay an error.
#[test]
fn rules_that_are_wrong() {
    for (ty, rule, line, message) in [
        (
            "",
            r#""@V.Pattern": "^(a$""#,
            "String -",
            "`^(a$` is no regular expression: a group that is not closed after 4 characters",
        ),
        (
            r#""$Type": "Edm.Guid", "#,
            r#""@V.Pattern": "^0""#,
            "Guid -",
            "values are `Edm.Guid`; patterns are for `Edm.String`",
        ),
        (r#""$Type": "ns.Color", "#, r#""@V.Pattern": "^B""#, "#6 -", "values are members of `ns.Color`"),
        ("", r#""@V.Minimum": 1"#, "String -", "values are `Edm.String`; bounds are for numbers"),
        (r#""$Type": "Edm.Boolean", "#, r#""@V.Maximum": 1"#, "Boolean -", "values are `Edm.Boolean`"),
        (
            r#""$Type": "Edm.Int32", "#,
            r#""@V.Minimum": 0.5"#,
            "Int32 -",
            "0.5 is no value of `Edm.Int32`; expected an integer",
        ),
        (
            r#""$Type": "Edm.Byte", "#,
            r#""@V.Minimum": 255, "@V.Minimum@V.Exclusive": true"#,
            "Byte -",
            "no value is above 255",
        ),
        (
            r#""$Type": "Edm.Date", "#,
            r#""@V.Minimum": "yesterday""#,
            "Date -",
            "\"yesterday\" is no value of `Edm.Date`",
        ),
        (r#""$Type": "Edm.Double", "#, r#""@V.Minimum": "NaN""#, "Double -", "\"NaN\" is no value of `Edm.Double`"),
        (r#""$Type": "Edm.Int32", "#, r#""@V.MultipleOf": 0"#, "Int32 -", "0 is no unit; expected a number above 0"),
        ("", r#""@V.MultipleOf": 2"#, "String -", "multiples are for numbers"),
        ("", r#""@V.MinItems": 2"#, "String -", "it is on a single value"),
        (r#""$Collection": true, "#, r#""@V.MaxItems": -1"#, "*String -", "-1 is no count"),
        (r#""$Type": "ns.A", "#, r#""@V.AllowedValues": [{"Value": 1}]"#, "#0 -", "values are objects of `ns.A`"),
        (
            r#""$Type": "Edm.Untyped", "#,
            r#""@V.AllowedValues": [{"Value": 1}]"#,
            "Untyped -",
            "values are `Edm.Untyped`",
        ),
        (
            r#""$Type": "ns.Color", "#,
            r#""@V.AllowedValues": [{"Value": "Pink"}]"#,
            "#6 -",
            "allowed value \"Pink\" is no value of `ns.Color`",
        ),
        (
            r#""$Type": "Edm.Int32", "#,
            r#""@V.AllowedValues": [{"Value": "x"}, {"Value": 2}]"#,
            "Int32 - values=[2]",
            "allowed value \"x\" is no value of `Edm.Int32`",
        ),
        (
            r#""$Type": "ns.B", "#,
            r#""@V.DerivedTypeConstraint": ["ns.D"]"#,
            "#1 -",
            "none of the listed types derives from `ns.B`",
        ),
        (
            r#""$Type": "Edm.String", "#,
            r#""@V.DerivedTypeConstraint": ["ns.D"]"#,
            "String -",
            "types are listed for structured and untyped values",
        ),
    ] {
        let (found, warnings) = joined(&typed(&format!("{ty}{rule}")), "");
        assert_eq!(found, line, "{rule}");
        assert!(
            warnings.starts_with("s.json:") && warnings.contains(": warning: ns.T/p: ") && warnings.contains(message),
            "{rule}\n{warnings}"
        );
        let faults = load(&typed(ty.trim_end_matches(", ")), &typed(rule)).expect_err(rule);
        assert!(
            faults.starts_with("o.json:3:") && faults.contains(": ns.T/p: ") && faults.contains(message),
            "{rule}\n{faults}"
        );
    }
}

#[test]
fn rules_that_leave_nothing_together() {
    for (property, overlay, line, message) in [
        (
            r#""$Type": "Edm.Int32", "@V.Maximum": 5"#,
            r#""@V.Minimum": 6"#,
            "Int32 - max=5",
            "no value is at least 6 and at most 5",
        ),
        (
            r#""$Type": "Edm.Decimal", "@V.Maximum": 5"#,
            r#""@V.Minimum": 5, "@V.Minimum@V.Exclusive": true"#,
            "Decimal - max=5",
            "no value is above 5 and at most 5",
        ),
        (
            r#""$Type": "Edm.Int32", "@V.Maximum": 2, "@V.Maximum@V.Exclusive": true"#,
            r#""@V.Minimum": 1, "@V.Minimum@V.Exclusive": true"#,
            "Int32 - below=2",
            "no value is above 1 and below 2",
        ),
        (
            r#""$Collection": true, "@V.MaxItems": 1"#,
            r#""@V.MinItems": 2"#,
            "*String - maxitems=1",
            "no collection has at least 2 and at most 1 items",
        ),
        (
            r#""@V.AllowedValues": [{"Value": "a"}]"#,
            r#""@V.AllowedValues": [{"Value": "b"}]"#,
            r#"String - values=["a"]"#,
            "with the values that are allowed already, none is left",
        ),
        (
            r#""$MaxLength": 2"#,
            r#""@V.AllowedValues": [{"Value": "abc"}]"#,
            "String - maxlen=2",
            "all allowed values are excluded",
        ),
        (
            r#""$Type": "Edm.Int32", "@V.AllowedValues": [{"Value": 1}]"#,
            r#""@V.Minimum": 2"#,
            "Int32 - values=[1]",
            "it excludes all allowed values",
        ),
        (
            r#""$Type": "ns.A", "@V.DerivedTypeConstraint": ["ns.B"]"#,
            r#""@V.DerivedTypeConstraint": ["ns.D"]"#,
            "#0 - derived=1",
            "with the types that are listed already, none is left",
        ),
    ] {
        let faults = load(&typed(property), &typed(overlay)).expect_err(overlay);
        assert!(faults.starts_with("o.json:3:") && faults.contains(message), "{overlay}\n{faults}");
        assert_eq!(joined(&typed(property), ""), (line.to_owned(), String::new()), "{property}");
        // The same said by the metadata alone is a warning, where one property can say both.
        let names = |text: &str| -> Vec<String> {
            text.split('"').filter(|part| part.starts_with("@V.")).map(str::to_owned).collect()
        };
        if names(property).iter().all(|name| !names(overlay).contains(name)) {
            let (found, warnings) = joined(&typed(&format!("{property}, {overlay}")), "");
            assert_eq!(warnings.lines().count(), 1, "{warnings}");
            assert!(warnings.contains(": warning: ns.T/p: "), "{warnings}");
            assert!(!found.is_empty());
        }
    }
}

#[test]
fn what_loosens_is_told_and_both_hold() {
    for (definition, property, line, message) in [
        (
            r#""$UnderlyingType": "Edm.Int32", "@V.Minimum": 10"#,
            r#", "@V.Minimum": 5"#,
            "Int32 - min=10",
            "is 5, but 10 is said already; both hold",
        ),
        (
            r#""$UnderlyingType": "Edm.String", "$MaxLength": 3"#,
            r#", "$MaxLength": 10"#,
            "String - maxlen=3",
            "`MaxLength` is 10, but 3 is said already",
        ),
        (
            r#""$UnderlyingType": "Edm.Decimal", "$Precision": 5, "$Scale": 2"#,
            r#", "$Precision": 9, "$Scale": 2"#,
            "Decimal - whole=3 fraction=2",
            "allow more than the type definition does",
        ),
    ] {
        let (found, warnings) = joined(&defined(definition, property), "");
        assert_eq!(found, line, "{property}");
        assert!(warnings.lines().count() == 1 && warnings.contains(message), "{warnings}");
    }
}

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
fn rules_that_nothing_would_check_are_told() {
    let types = r#""X": {"$Kind": "ComplexType", "q": {}}, "T": {"$Kind": "ComplexType", "$BaseType": "ns.X"}"#;
    let faults = load(types, r#""$Annotations": {"ns.T/q": {"@V.Pattern": "a"}}"#).unwrap_err();
    assert!(
        faults.contains("of an inherited property is not applied; the property is declared at s.json:"),
        "{faults}"
    );
    let again = r#""X": {"$Kind": "ComplexType", "q": {}}, "T": {"$Kind": "ComplexType", "$BaseType": "ns.X", "q": {"@V.Pattern": "a"}}"#;
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
    let model = crate::load(&[Source { name: "s.xml".into(), text: text.into() }], &[]).unwrap();
    let book = Rulebook::new(&model).unwrap();
    let expected = "complex\tns.T\t-\t-\np\t#1\tn\tvalues=[\"Red\",\"Blue\"]\nn\tInt32\tn\tbelow=7\nq\tGuid\tn\ns\tDecimal\tn\tfraction=5\ttotal=5";
    assert_eq!(book.table().rows[0].to_text(), expected);
    let warnings: Vec<String> = model.warnings.iter().map(ToString::to_string).collect();
    let expected = "s.xml:10:3: warning: ns.T/q: `Org.OData.Validation.V1.Pattern` is not applied: values are `Edm.Guid`; patterns are for `Edm.String`";
    assert_eq!(warnings, [expected]);
}

#[test]
fn rules_of_listed_type_definitions_are_warned_of() {
    let ten = r#""Ten": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32", "@V.Minimum": 10},
        "Plain": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int32"},"#;
    let property = r#""$Type": "Edm.Untyped", "@V.DerivedTypeConstraint": ["ns.Ten", "ns.Plain", "Edm.String"]"#;
    let (line, warnings) = joined(&format!("{ten} {}", typed(property)), "");
    assert_eq!(line, "Untyped - types=Int32,String");
    assert_eq!(warnings.matches("the rules of `ns.Ten` are not applied where it is listed").count(), 1, "{warnings}");
    assert!(!warnings.contains("ns.Plain"), "{warnings}");
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
