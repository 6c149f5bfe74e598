//! Rules that cannot hold, and rules that leave nothing or loosen.

use super::*;

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
