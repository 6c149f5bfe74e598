//! Overlays: what they add, replace and refuse.
#![cfg(feature = "xml")]

use crate::common::{csdl, declared, edmx, source};

const SCHEMA: &str = r#"<ComplexType Name="B"><Property Name="u" Type="Edm.Untyped"/><Property Name="p" Type="Edm.Int32"><Annotation Term="n.T" String="old"/></Property></ComplexType>
<ComplexType Name="C" BaseType="a.B"><Property Name="q" Type="Edm.String"><Annotation Term="n.T" String="of C"/></Property></ComplexType>
<EnumType Name="N"><Member Name="m"/></EnumType>
<Action Name="A" IsBound="true"><Parameter Name="b" Type="a.B"/><Parameter Name="x" Type="Edm.String"/></Action>
<EnumType Name="F" IsFlags="true" UnderlyingType="Edm.Int64"><Member Name="f" Value="1"/></EnumType>
<ComplexType Name="O" Abstract="true" OpenType="true"/><TypeDefinition Name="D" UnderlyingType="Edm.Int32"/>
<EntityType Name="E"><Key><PropertyRef Name="r"/></Key><Property Name="r" Type="Edm.String" Nullable="false"/><NavigationProperty Name="v" Type="a.E"/></EntityType>
<EntityContainer Name="K"><EntitySet Name="s" EntityType="a.E"/></EntityContainer>"#;

fn lay(overlay: &str) -> Result<String, String> {
    let model = odatype_schema::load(&[edmx(SCHEMA)], &[csdl(overlay)]);
    model.map(|model| declared(&model)).map_err(|faults| faults.to_string())
}

#[test]
fn add_and_replace() {
    let plain = lay("").unwrap();
    for (overlay, from, to) in [
        // By target: added, and replaced by term.
        (
            r#","$Annotations":{"a.B":{"@n.D":"d"}}"#,
            r#""B":{"$Kind":"ComplexType","#,
            r#""B":{"$Kind":"ComplexType","@n.D":"d","#,
        ),
        (r#","$Annotations":{"n.B/p":{"@n.T":"new"}}"#, r#""@n.T":"old""#, r#""@n.T":"new""#),
        (r#","$Annotations":{"n.N/m":{"@n.T":1}}"#, r#""m":0"#, r#""m":0,"m@n.T":1"#),
        (
            r#","$Annotations":{"n.A(n.B)/x":{"@n.T":1}}"#,
            r#""$Name":"x","$Nullable":true"#,
            r#""$Name":"x","$Nullable":true,"@n.T":1"#,
        ),
        // A type that is any JSON.
        (
            r#","O":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Untyped"}"#,
            r#""O":{"$Kind":"ComplexType","$Abstract":true,"$OpenType":true}"#,
            r#""O":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Untyped"}"#,
        ),
        // A related entity that is anything.
        (
            r#","E":{"$Kind":"EntityType","v":{"$Kind":"NavigationProperty","$Type":"Edm.Untyped"}}"#,
            r#""$Type":"n.E","$Nullable":true"#,
            r#""$Type":"Edm.Untyped","$Nullable":true"#,
        ),
        // Inline, on partial declarations.
        (r#","B":{"$Kind":"ComplexType","p":{"@n.T":"new"}}"#, r#""@n.T":"old""#, r#""@n.T":"new""#),
        (r#","N":{"$Kind":"EnumType","m@n.T":1}"#, r#""m":0"#, r#""m":0,"m@n.T":1"#),
        (r#","N":{"$Kind":"EnumType","k":7}"#, r#""m":0"#, r#""m":0,"k":7"#),
        (
            r#","B":{"$Kind":"ComplexType","$OpenType":true}"#,
            r#""B":{"$Kind":"ComplexType","#,
            r#""B":{"$Kind":"ComplexType","$OpenType":true,"#,
        ),
        // Properties, parameters, types.
        (
            r#","B":{"$Kind":"ComplexType","n":{"$Nullable":true}}"#,
            r#""@n.T":"old"}"#,
            r#""@n.T":"old"},"n":{"$Nullable":true}"#,
        ),
        (
            r#","A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"a.B"},{"$Name":"y"}]}]"#,
            r#""$Name":"x","$Nullable":true}"#,
            r#""$Name":"x","$Nullable":true},{"$Name":"y"}"#,
        ),
        // Null is where both say so; what restates the schema changes nothing.
        (
            r#","B":{"$Kind":"ComplexType","p":{"$Type":"Edm.Int32","$Nullable":false}}"#,
            r#""p":{"$Type":"Edm.Int32","$Nullable":true,"#,
            r#""p":{"$Type":"Edm.Int32","#,
        ),
        (
            r#","A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"a.B"},{"$Name":"x","$Nullable":false}]}]"#,
            r#""$Name":"x","$Nullable":true}"#,
            r#""$Name":"x"}"#,
        ),
        (
            r#","N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int32","$IsFlags":false},"F":{"$Kind":"EnumType","f@n.T":1}"#,
            r#""f":1"#,
            r#""f":1,"f@n.T":1"#,
        ),
        // What a value is, where the schema says too much of it, or too little.
        (
            r#","B":{"$Kind":"ComplexType","p":{"$Type":"Edm.Untyped"}}"#,
            r#""p":{"$Type":"Edm.Int32","$Nullable":true,"@n.T":"old"}"#,
            r#""p":{"$Type":"Edm.Untyped","$Nullable":true,"@n.T":"old"}"#,
        ),
        (
            r#","B":{"$Kind":"ComplexType","u":{"$Type":"a.N","$Collection":true,"@n.T":1}}"#,
            r#""u":{"$Type":"Edm.Untyped","$Nullable":true}"#,
            r#""u":{"$Type":"n.N","$Collection":true,"$Nullable":true,"@n.T":1}"#,
        ),
        (
            r#","A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"a.B"},{"$Name":"x","$Type":"Edm.Untyped"}]}]"#,
            r#""$Name":"x","$Nullable":true}"#,
            r#""$Name":"x","$Type":"Edm.Untyped","$Nullable":true}"#,
        ),
        (r#","L":{"$Kind":"ComplexType"}"#, r#","N":{"#, r#","L":{"$Kind":"ComplexType"},"N":{"#),
        // What a base now has, the derived type has no more; what was said of it stays.
        (
            r#","B":{"$Kind":"ComplexType","q":{"$Nullable":true}}"#,
            r#""@n.T":"old"}},"C":{"$Kind":"ComplexType","$BaseType":"n.B","q":{"$Nullable":true,"@n.T":"of C"}}"#,
            r#""@n.T":"old"},"q":{"$Nullable":true,"@n.T":"of C"}},"C":{"$Kind":"ComplexType","$BaseType":"n.B"}"#,
        ),
        (
            r#","B":{"$Kind":"ComplexType","q":{"$Nullable":true,"@n.T":"of B"}}"#,
            r#""@n.T":"old"}},"C":{"$Kind":"ComplexType","$BaseType":"n.B","q":{"$Nullable":true,"@n.T":"of C"}}"#,
            r#""@n.T":"old"},"q":{"$Nullable":true,"@n.T":"of B"}},"C":{"$Kind":"ComplexType","$BaseType":"n.B"}"#,
        ),
        // An inherited property is a target, too.
        (
            r#","$Annotations":{"n.C/p":{"@n.T":1}}"#,
            r#""$OpenType":true}"#,
            r#""$OpenType":true},"$Annotations":{"n.C/p":{"@n.T":1}}"#,
        ),
    ] {
        assert!(plain.contains(from), "{from}\nis not in\n{plain}");
        let laid = lay(overlay).unwrap_or_else(|faults| panic!("{overlay}: {faults}"));
        assert_eq!(laid, plain.replacen(from, to, 1), "{overlay}");
    }
}

#[test]
fn refused() {
    for (overlay, expected) in [
        (
            r#","$Annotations":{"a.X":{"@n.T":1},"a.B/x":{"@n.T":1}}"#,
            "x.json:3:18: n.X: target `n.X` does not exist; expected a type, `Type/property`, `Enum/member`, `action(binding type)/parameter`, …\n\
             x.json:3:35: n.B/x: target `n.B/x` does not exist; expected a type, `Type/property`, `Enum/member`, `action(binding type)/parameter`, …",
        ),
        (
            r#","$Annotations":{"a.B":{"@Validaton.Minimum":1}}"#,
            "x.json:3:25: n.B: term `Validaton.Minimum` is of no known vocabulary; expected a reference that includes `Validaton`",
        ),
        (
            r#","$Annotations":{"a.B":{"@Org.OData.Validation.V1.Minimun":1}}"#,
            "x.json:3:25: n.B: the vocabulary Org.OData.Validation.V1 has no term `Minimun`; perhaps `Minimum`",
        ),
        (
            r#","N":{"$Kind":"EnumType","far":2147483648}"#,
            "x.json:3:26: n.N: member `far` is 2147483648, which is no `Edm.Int32`; expected -2147483648 to 2147483647",
        ),
        (r#","$Annotations":{"a.A(a.C)":{"@n.T":1}}"#, "x.json:3:18: n.A(n.C): target `n.A(n.C)` does not exist"),
        (r#","N":{"$Kind":"EnumType","x@n.T":1}"#, "x.json:3:26: n.N/x: target `n.N/x` does not exist"),
        (
            r#","B":{"$Kind":"EntityType"}"#,
            "x.json:3:2: n.B: `$Kind` differs from that of the type; an overlay adds to what is at x.xml:3:1",
        ),
        (
            r#","B":{"$Kind":"EnumType"}"#,
            "x.json:3:2: n.B: enumeration type `n.B` is declared twice; the structured type of that name is at x.xml:3:1",
        ),
        (
            r#","C":{"$Kind":"ComplexType","$BaseType":"n.N"}"#,
            "x.json:3:2: n.C: `$BaseType` is `n.N`, not that of the type",
        ),
        (
            r#","B":{"$Kind":"ComplexType","$Abstract":true}"#,
            "x.json:3:2: n.B: `$Abstract` differs from that of the type",
        ),
        (
            r#","B":{"$Kind":"ComplexType","p":{"$Type":"Edm.Int64"}}"#,
            "x.json:3:29: n.B/p: property `p` is `Edm.Int64`, but the schema declares it as `Edm.Int32`; the property is at x.xml:3:62",
        ),
        (
            r#","B":{"$Kind":"ComplexType","q":{"$Type":"Edm.Int64"}}"#,
            "x.xml:4:38: n.C/q: property `q` is `Edm.String`, but `n.B` declares it as `Edm.Int64`; the inherited property is at x.json:3:29",
        ),
        (
            r#","E":{"$Kind":"EntityType","r":{"$Nullable":true}}"#,
            "x.json:3:28: n.E/r: `$Nullable` is `true`, but the schema says that values are not null; an overlay adds to what is at x.xml:9:56",
        ),
        (
            r#","D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Int64"}"#,
            "x.json:3:2: n.D: `$UnderlyingType` is `Edm.Int64`, not that of the type; an overlay adds to what is at x.xml:",
        ),
        (
            r#","F":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int32","$IsFlags":false}"#,
            "x.json:3:2: n.F: `$IsFlags` differs from that of the type; an overlay adds to what is at x.xml:7:1\n\
             x.json:3:2: n.F: `$UnderlyingType` is `Edm.Int32`, not that of the type; an overlay adds to what is at x.xml:7:1",
        ),
        (
            r#","O":{"$Kind":"ComplexType","$Abstract":false,"$OpenType":false}"#,
            "x.json:3:2: n.O: `$Abstract` differs from that of the type; an overlay adds to what is at x.xml:8:1\n\
             x.json:3:2: n.O: `$OpenType` differs from that of the type; an overlay adds to what is at x.xml:8:1",
        ),
        (
            r#","K":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"a.B"}}"#,
            "x.json:3:2: n.K: `$Type` of `s` is `\"n.B\"`, but the schema says `\"n.E\"`; an overlay adds to what is at x.xml:10:1",
        ),
        (
            r#","N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int64"}"#,
            "x.json:3:2: n.N: `$UnderlyingType` is `Edm.Int64`, not that of the type; an overlay adds to what is at x.xml",
        ),
        (r#","N":{"$Kind":"EnumType","$IsFlags":true}"#, "x.json:3:2: n.N: `$IsFlags` differs from that of the type"),
        (r#","N":{"$Kind":"EnumType","m":1}"#, "x.json:3:2: n.N: member `m` is 1, but the schema says 0"),
        (
            r#","A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"a.B"},{"$Name":"x","$Type":"Edm.Int32"}]}]"#,
            "x.json:3:83: n.A/x: parameter `x` is `Edm.Int32`, but the schema declares it as `Edm.String`",
        ),
        (r#","B":{"$Kind":"ComplexType","n":{"$Type":"a.X"}}"#, "x.json:3:29: n.B/n: type `n.X` is not declared"),
        (
            r#","B":{"$Kind":"ComplexType","u":{"$Type":"Edm.Datum"}}"#,
            "x.json:3:29: n.B/u: type `Edm.Datum` is not declared",
        ),
        (
            r#","B":{"$Kind":"ComplexType","@Org.OData.Validation.V1.OpenPropertyTypeConstraint":["a.C","a.Gone"]}"#,
            "x.json:3:29: n.B: type `n.Gone` is not declared",
        ),
        (
            r#","B":{"$Kind":"ComplexType","@Org.OData.Validation.V1.OpenPropertyTypeConstraint":["Edm.Int32","Edm.Strng"]}"#,
            "x.json:3:29: n.B: type `Edm.Strng` is not declared; perhaps `Edm.String`",
        ),
    ] {
        let found = lay(overlay).expect_err(overlay);
        assert!(found.starts_with(expected), "{overlay}\n found {found}\n expected {expected}");
    }
}

/// An overload of a function is told by the names of its parameters too: what an overlay says of one is nothing of
/// another.
#[test]
fn overloads_of_functions_are_told_apart() {
    let schema = r#"<Function Name="f" IsBound="true"><Parameter Name="b" Type="a.E"/><ReturnType Type="Edm.Int32"/></Function>
        <Function Name="f" IsBound="true"><Parameter Name="b" Type="a.E"/><Parameter Name="x" Type="Edm.String"/>
        <ReturnType Type="Edm.Int32"/></Function>"#;
    let overload = |names: &str| {
        format!(
            r#"{{"$Kind":"Function","$IsBound":true,"$Parameter":[{{"$Name":"b","$Type":"a.E"}}{names}],"@odatype.V1.RustName":"X","$ReturnType":{{"$Type":"Edm.Int32"}}}}"#
        )
    };
    let more = [overload(r#",{"$Name":"x","$Nullable":true}"#), overload(r#",{"$Name":"y"}"#)].join(",");
    let overlay = source("o.json", format!(r#"{{"$Version":"4.01","n":{{"$Alias":"a","f":[{more}]}}}}"#));
    let model = odatype_schema::load(&[edmx(&format!(r#"<EntityType Name="E"/>{schema}"#))], &[overlay]).unwrap();
    let said: Vec<(String, bool)> = model.operations().map(|one| (one.key(), !one.annotations.0.is_empty())).collect();
    let expected = [("n.f(n.E)", false), ("n.f(n.E,x)", true), ("n.f(n.E,y)", true)];
    assert_eq!(said, expected.map(|(key, is_said)| (key.to_owned(), is_said)));
}

/// A key of a rename is a target with the types of a function's parameters.
#[test]
fn overloads_of_functions_are_renamed_by_their_parameters() {
    let schema = r#"<EntityType Name="E"/><Function Name="f" IsBound="true"><Parameter Name="b" Type="a.E"/>
        <Parameter Name="x" Type="Collection(Edm.String)"/><ReturnType Type="Edm.Int32"/></Function>"#;
    let model = odatype_schema::load(&[edmx(schema)], &[]).unwrap();
    for (key, path) in [
        ("n.f", Some("n.f")),
        ("n.f(n.E,x)", Some("n.f(n.E,Collection(Edm.String))")),
        ("n.f(n.E,x).x", Some("n.f(n.E,Collection(Edm.String))/x")),
        ("n.f.x", Some("n.f/x")),
        ("n.f(n.E)", None),
        ("n.f(n.E,x).y", None),
    ] {
        let target = odatype_schema::rename_target(&model, key).and_then(|target| target.path);
        assert_eq!(target.as_deref(), path, "{key}");
    }
}

/// Services write all parameters of an action where what it is bound to tells it apart; that names another overload only
/// where none is told apart so.
#[test]
fn types_that_tell_overloads_apart_come_before_all_parameters() {
    let schema = r#"<Action Name="a" IsBound="true"><Parameter Name="b" Type="Edm.String"/></Action>
        <Action Name="a"><Parameter Name="c" Type="Edm.String"/></Action>
        <Action Name="z"><Parameter Name="c" Type="Edm.String"/></Action>"#;
    for (path, expected) in [
        ("n.a(Edm.String)", [true, false, false]),
        ("n.a()", [false, true, false]),
        ("n.a", [true, true, false]),
        ("n.z(Edm.String)", [false, false, true]),
    ] {
        let overlay = csdl(&format!(r#","$Annotations":{{"{path}":{{"@n.T":1}}}}"#));
        let model = odatype_schema::load(&[edmx(schema)], &[overlay]).unwrap_or_else(|faults| panic!("{faults}"));
        let said: Vec<bool> = model.operations().map(|one| one.annotations.get("n.T").is_some()).collect();
        assert_eq!(said, expected, "{path}");
    }
}

/// Each segment of a namespace is a module, which may be named in a manifest and an overlay.
#[test]
fn what_namespaces_are_in_is_renamed() {
    let schema = |namespace: &str| source("s.json", format!(r#"{{"$Version":"4.01","{namespace}":{{}}}}"#));
    let model = odatype_schema::load(&[schema("foo.bar.baz")], &[]).unwrap();
    for (key, is_known) in [
        ("foo", true),
        ("foo.bar", true),
        ("foo.bar.baz", true),
        ("foo.ba", false),
        ("fo", false),
        ("bar", false),
        ("foo.bar.baz.x", false),
        ("", false),
    ] {
        let target = odatype_schema::rename_target(&model, key);
        assert_eq!(
            target.map(|target| (target.namespace, target.path)),
            is_known.then(|| (key.to_owned(), None)),
            "{key}"
        );
    }
}

#[test]
fn terms_of_what_only_navigation_properties_have_are_looked_up() {
    let text = r#","E":{"$Kind":"EntityType","v":{"$Kind":"NavigationProperty","$Type":"a.E","$OnDelete":"None","$OnDelete@Org.OData.Validation.V1.Minimun":1}}"#;
    let expected =
        "x.json:3:95: n.E/v: the vocabulary Org.OData.Validation.V1 has no term `Minimun`; perhaps `Minimum`";
    assert_eq!(lay(text), Err(expected.to_owned()));
}

#[test]
fn an_alias_that_the_schema_has_stays_its_own() {
    let overlay = |alias: &str| {
        let declared = format!(r#""U":{{"$Kind":"ComplexType","p":{{"$Type":"{alias}.U"}}}}"#);
        source("o.json", format!(r#"{{"$Version":"4.01","o":{{"$Alias":"{alias}",{declared}}}}}"#))
    };
    for (alias, kept) in [("a", None), ("n", None), ("own", Some("own"))] {
        let model = odatype_schema::load(&[edmx(SCHEMA)], &[overlay(alias)]).unwrap();
        let aliases: Vec<_> = model.namespaces.values().map(|namespace| namespace.alias.as_deref()).collect();
        assert_eq!(aliases, [Some("a"), kept]);
        let written = source("whole.json", odatype_schema::write(&model));
        assert_eq!(declared(&odatype_schema::load(&[written], &[]).unwrap()), declared(&model), "{alias}");
    }
}

#[test]
fn names_that_no_identifier_is_are_targets() {
    for name in ["a@b", "a/b", "a b", "a(b)", "a,b", "a#b", "x.b", "3_2"] {
        let text = format!(
            r#"<ComplexType Name="C"><Property Name="a" Type="Edm.Int32"/><Property Name="{name}" Type="Edm.Int32"/></ComplexType>"#
        );
        let overlay = csdl(&format!(r#","$Annotations":{{"n.C/{name}":{{"@n.T":1}}}}"#));
        let model =
            odatype_schema::load(&[edmx(&text)], &[overlay]).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        let annotated = model.structured.values().flat_map(|ty| &ty.properties);
        let annotated: Vec<bool> = annotated.map(|property| property.annotations.get("n.T").is_some()).collect();
        assert_eq!(annotated, [false, true], "{name}");
        let target = odatype_schema::rename_target(&model, &format!("n.C.{name}")).and_then(|target| target.path);
        assert_eq!(target, Some(format!("n.C/{name}")));
        parameter(name);
    }
    // What is there without it is annotated.
    let schema = edmx(r#"<ComplexType Name="C"><Annotation Term="n.A"/></ComplexType>"#);
    let model = odatype_schema::load(&[schema], &[csdl(r#","$Annotations":{"n.C@n.A":{"@n.T":1}}"#)]).unwrap();
    let annotations = &model.structured.values().next().unwrap().annotations;
    assert!(annotations.0[0].annotations.get("n.T").is_some());
}

/// A parameter of this name is annotated alone, in one overload and in all of them.
fn parameter(name: &str) {
    let text = format!(
        r#"<ComplexType Name="C"/><Action Name="A" IsBound="true"><Parameter Name="b" Type="n.C"/><Parameter Name="a" Type="Edm.Int32"/>
        <Parameter Name="{name}" Type="Edm.Int32"/></Action><Action Name="A"><Parameter Name="{name}" Type="Edm.Int32"/></Action>"#
    );
    for (operation, expected) in [("n.A(n.C)", [false, false, true, false]), ("n.A", [false, false, true, true])] {
        let overlay = csdl(&format!(r#","$Annotations":{{"{operation}/{name}":{{"@n.T":1}}}}"#));
        let model =
            odatype_schema::load(&[edmx(&text)], &[overlay]).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        let parameters = model.operations().flat_map(|overload| &overload.parameters);
        let annotated: Vec<bool> = parameters.map(|parameter| parameter.annotations.get("n.T").is_some()).collect();
        assert_eq!(annotated, expected, "{name}");
        let target = odatype_schema::rename_target(&model, &format!("{operation}.{name}"));
        assert_eq!(target.and_then(|target| target.path), Some(format!("{operation}/{name}")));
    }
}

#[test]
fn references_are_annotated_otherwise() {
    let of = |annotations: &str, included: &str| {
        format!(
            r#"{{"$Version":"4.01","$Reference":{{"u":{{"$Include":[{{"$Namespace":"v"{included}}}]{annotations}}}}},"n":{{}}}}"#
        )
    };
    let schema = of(r#","@v.T":1,"@v.U":2"#, r#","@v.T":3"#);
    let overlay = of(r#","@v.T":4,"@v.W":5"#, r#","@v.T":6"#);
    let model = odatype_schema::load(&[source("x.json", schema)], &[source("y.json", overlay)]).unwrap();
    let expected = of(r#","@v.T":4,"@v.U":2,"@v.W":5"#, r#","@v.T":6"#);
    assert_eq!(odatype_schema::write_compact(&model), expected);
}

#[test]
fn what_is_any_json_and_cannot_be() {
    for (overlay, expected) in [
        (
            r#","B":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Untyped"}"#,
            "x.xml:4:1: n.C: base type `n.B` is no structured type but a declared type definition",
        ),
        (
            r#","O":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Int32"}"#,
            "x.json:3:2: n.O: type definition `n.O` is declared twice",
        ),
        (
            r#","E":{"$Kind":"EntityType","v":{"$Type":"Edm.Untyped"}}"#,
            "x.json:3:28: n.E/v: property `v` is `Edm.Untyped`, but the schema declares it as `n.E`; the property is at x.xml:9:111; expected `\"$Kind\": \"NavigationProperty\"`, as the schema has it",
        ),
    ] {
        let faults = lay(overlay).unwrap_err();
        assert!(faults.starts_with(expected), "{overlay}\n found {faults}\n expected {expected}");
    }
}

#[test]
fn rust_names_of_what_has_none_are_told() {
    const HELP: &str = "expected a type, `Type/property`, `Enum/member`, `action(binding type)/parameter`, …";
    let schema = csdl(
        r#","A":{"$Kind":"ComplexType","p":{}},"B":{"$Kind":"ComplexType","$BaseType":"n.A"},"E":{"$Kind":"EnumType","x":0},
"D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String"},"T":{"$Kind":"Term"},
"act":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"n.A"},{"$Name":"q"}],"$ReturnType":{}}],
"two":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"n.A"}]},{"$Kind":"Action","$Parameter":[{"$Name":"b"}]}],
"Con":{"$Kind":"EntityContainer","S":{"$Collection":true,"$Type":"n.A"}}"#,
    );
    for (target, help) in [
        ("n.A", ""),
        ("n.A/p", ""),
        ("n.E", ""),
        ("n.E/x", ""),
        ("n.D", ""),
        ("n.act", ""),
        ("n.act/q", ""),
        // Of all overloads, one of which has such a parameter.
        ("n.two/b", ""),
        ("n.two(n.A)/b", HELP),
        ("n.act/b", HELP),
        ("n.act(n.A)/$ReturnType", HELP),
        ("n.T", HELP),
        ("n.Con", HELP),
        ("n.Con/S", HELP),
        ("n.B/p", "perhaps `n.A/p`"),
    ] {
        let annotations = format!(r#","$Annotations":{{"{target}":{{"@odatype.V1.RustName":"Z"}}}}"#);
        let overlay = odatype_schema::Source { name: "o.json".into(), ..csdl(&annotations) };
        let model = odatype_schema::load(std::slice::from_ref(&schema), &[overlay]).unwrap();
        let mut faults = Vec::new();
        let names = odatype_schema::rust_names(&model, &mut faults);
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let plain = target.replace("(n.A)", "");
        let expected = format!("{plain}: `odatype.V1.RustName` names nothing that is generated; {help}");
        assert_eq!(names.len(), usize::from(help.is_empty()), "{target} {names:?}");
        match &faults[..] {
            [] => assert_eq!(help, "", "{target}"),
            [fault] => assert!(fault.starts_with("o.json:3:") && fault.ends_with(&expected), "{target} {fault}"),
            _ => panic!("{faults:?}"),
        }
        if help == HELP {
            assert_eq!(odatype_schema::rename_target(&model, &target.replace('/', ".")), None, "{target}");
        }
    }
}
