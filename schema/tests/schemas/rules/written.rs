//! Who writes a property, and who fills it.

use super::*;

#[test]
fn who_writes_is_what_the_nearest_says() {
    for (said, flags) in [
        ("", "-"),
        (r#""@Core.Computed": true"#, "c"),
        (r#""@Core.Computed": null"#, "c"),
        (r#""@Core.Computed": false"#, "-"),
        (r#""@Core.Immutable": true"#, "i"),
        (r#""@Core.Immutable": true, "@Core.Computed": true"#, "c"),
        (r#""@Core.Permissions": "Read""#, "s"),
        (r#""@Core.Permissions": "None""#, "s"),
        (r#""@Core.Permissions": "Read,Filter", "@Core.Immutable": true"#, "s"),
        (r#""@Core.Permissions": "Write""#, "-"),
        (r#""@Core.Permissions": "Read,Write""#, "-"),
        (r#""@Core.Permissions": "ReadWrite""#, "-"),
        (r#""$DefaultValue": "x""#, "f"),
        (r#""$DefaultValue": null, "$Nullable": true"#, "n"),
        (r#""@Core.ComputedDefaultValue": true, "@Core.Immutable": true"#, "if"),
    ] {
        assert_eq!(joined(&typed(said), ""), (format!("String {flags}"), String::new()), "{said}");
    }
    // An overlay says more.
    assert_eq!(joined(&typed(""), &typed(r#""@Core.Computed": true"#)).0, "String c");
}

#[test]
fn what_is_declared_again_keeps_what_it_does_not_say() {
    let types = |again: &str| {
        format!(
            r#""U": {{"$Kind": "ComplexType", "p": {{"@Core.Computed": true, "$DefaultValue": "x"}}}},
            "T": {{"$Kind": "ComplexType", "$BaseType": "ns.U", "p": {{"$MaxLength": 3{again}}}}}"#
        )
    };
    assert_eq!(joined(&types(""), "").0, "String cf maxlen=3");
    assert_eq!(joined(&types(r#", "@Core.Computed": false, "@Core.Immutable": true"#), "").0, "String if maxlen=3");
}

#[test]
fn what_is_tied_to_another_entity_is_filled() {
    let types = r#""E": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
        "T": {"$Kind": "EntityType", "$BaseType": "ns.E", "p": {},
            "e": {"$Kind": "NavigationProperty", "$Type": "ns.E", "$ReferentialConstraint": {"p": "id", "id": "id"}}}"#;
    assert_eq!(joined(types, "").0, "String f");
    let model = load(types, "").unwrap();
    let row = Rulebook::new(&model).unwrap().table().rows.iter().find(|row| row.name == "ns.E").unwrap().to_text();
    assert!(row.ends_with("\nid\tString\tf"), "{row}");
}
