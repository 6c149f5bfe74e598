//! What stands in for what a schema does not say, or not so that it can be read: names without a namespace, no type, no
//! value.
#![cfg(feature = "xml")]

use crate::{
    common::{csdl, edmx, load_one},
    oddities::check,
};

#[test]
fn names_without_a_namespace() {
    check(
        &edmx(
            r#"<EnumType Name="N"><Member Name="m"/></EnumType><EntityType Name="E" BaseType="B"><Property Name="p" Type="Collection(N)"/></EntityType><EntityType Name="B"><Property Name="q" Type="Nn"/></EntityType><EntityContainer Name="C"><EntitySet Name="s" EntityType="E"/><Singleton Name="o" Type="B"/></EntityContainer>"#,
        ),
        r#""B":{"$Kind":"EntityType","q":{"$Type":"n.Nn","$Nullable":true}},"C":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"n.E"},"o":{"$Type":"n.B"}},"E":{"$Kind":"EntityType","$BaseType":"n.B","p":{"$Type":"n.N","$Collection":true,"$Nullable":true}},"N":{"$Kind":"EnumType","m":0}"#,
        &[
            "x.xml:3:70: warning: n.E: attribute `BaseType` is `B`; expected a qualified name, `namespace.Name`; it is read as `n.B`",
            "x.xml:3:102: warning: n.E: attribute `Type` is `N`; expected a qualified name, `namespace.Name`; it is read as `n.N`",
            "x.xml:3:158: warning: n.B/q: type `n.Nn` is not declared; perhaps `n.N`; values of it are any JSON",
            "x.xml:3:177: warning: n.B: attribute `Type` is `Nn`; expected a qualified name, `namespace.Name`; it is read as `n.Nn`",
            "x.xml:3:247: warning: n.C: attribute `EntityType` is `E`; expected",
            "x.xml:3:283: warning: n.C: attribute `Type` is `B`; expected",
        ],
    );
    check(
        &csdl(
            r#","B":{"$Kind":"EntityType"},"E":{"$Kind":"EntityType","$BaseType":"B","p":{"$Kind":"NavigationProperty","$Type":"E"}},"C":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"E"}}"#,
        ),
        r#""B":{"$Kind":"EntityType"},"C":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"n.E"}},"E":{"$Kind":"EntityType","$BaseType":"n.B","p":{"$Kind":"NavigationProperty","$Type":"n.E"}}"#,
        &[
            "x.json:3:67: warning: n.E: `$BaseType` is `B`; expected a qualified name, `namespace.Name`; it is read as `n.B`",
            "x.json:3:113: warning: n.E: `$Type` is `E`; expected",
            "x.json:3:182: warning: n.C: `$Type` is `E`; expected",
        ],
    );
    let faults = load_one(edmx(r#"<ComplexType Name="C" BaseType="Gone"/>"#)).unwrap_err().to_string();
    assert_eq!(faults, "x.xml:3:1: n.C: base type `n.Gone` is not declared");
}

#[test]
fn types_that_are_none() {
    for (content, read, expected) in [
        (
            r#"<ComplexType Name="C"><Property Name="p" MaxLength="3"/><Property Name="q" Type=""/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Untyped","$Nullable":true},"q":{"$Type":"Edm.Untyped","$Nullable":true}}"#,
            &[
                "x.xml:3:23: warning: n.C: element `Property` has no attribute `Type`; values of it are any JSON",
                "x.xml:3:76: warning: n.C: attribute `Type` is ``; expected a qualified name, `namespace.Name`; values of it are any JSON",
            ][..],
        ),
        (
            r#"<EntityType Name="E"><NavigationProperty Name="p"/></EntityType><TypeDefinition Name="D"/>"#,
            r#""D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Untyped"},"E":{"$Kind":"EntityType","p":{"$Kind":"NavigationProperty","$Type":"Edm.Untyped","$Nullable":true}}"#,
            &[
                "x.xml:3:22: warning: n.E: element `NavigationProperty` has no attribute `Type`; values of it are any JSON",
                "x.xml:3:65: warning: n.D: element `TypeDefinition` has no attribute `UnderlyingType`; values of it are any JSON",
            ],
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="Collection(Collection(Edm.String))"/><Property Name="q" Type="Collection(.x)"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Untyped","$Nullable":true},"q":{"$Type":"Edm.Untyped","$Nullable":true}}"#,
            &[
                "x.xml:3:42: warning: n.C: attribute `Type` is `Collection(Collection(Edm.String))`; a collection of collections is not possible; values of it are any JSON",
                "x.xml:3:104: warning: n.C: attribute `Type` is `Collection(.x)`; expected a qualified name, `namespace.Name`; values of it are any JSON",
            ],
        ),
    ] {
        check(&edmx(content), read, expected);
    }
    for (content, read, expected) in [
        (
            r#","C":{"$Kind":"ComplexType","p":{"$Type":5},"q":{"$Type":""}}"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Untyped"},"q":{"$Type":"Edm.Untyped"}}"#,
            &[
                "x.json:3:42: warning: n.C: `$Type` is a number; expected a string; values of it are any JSON",
                "x.json:3:58: warning: n.C: `$Type` is ``; expected a qualified name, `namespace.Name`; values of it are any JSON",
            ][..],
        ),
        (
            r#","D":{"$Kind":"TypeDefinition"},"E":{"$Kind":"EntityType","p":{"$Kind":"NavigationProperty"}}"#,
            r#""D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Untyped"},"E":{"$Kind":"EntityType","p":{"$Kind":"NavigationProperty","$Type":"Edm.Untyped"}}"#,
            &[
                "x.json:3:6: warning: n.D: the object has no member `$UnderlyingType`; values of it are any JSON",
                "x.json:3:63: warning: n.E: the object has no member `$Type`; values of it are any JSON",
            ],
        ),
        (
            r#","C":{"$Kind":"ComplexType","p":{"$Collection":true,"$Type":"Collection(Edm.Int32)"},"q":{"$Type":"Collection(Edm.Int32)"}}"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Untyped"},"q":{"$Type":"Edm.Int32","$Collection":true}}"#,
            &[
                "x.json:3:61: warning: n.C: `$Type` is `Collection(Collection(Edm.Int32))`; a collection of collections is not possible; values of it are any JSON",
                "x.json:3:99: warning: n.C: `$Type` is `Collection(Edm.Int32)`; expected `Edm.Int32`, and `\"$Collection\": true`; it is read as that",
            ],
        ),
    ] {
        check(&csdl(content), read, expected);
    }
    // In an overlay it can be mended, so that nothing becomes of it.
    let overlay = edmx(r#"<ComplexType Name="C"><Property Name="p"/></ComplexType>"#);
    let faults = odatype_schema::load(&[edmx("")], &[overlay]).unwrap_err().to_string();
    assert_eq!(faults, "x.xml:3:23: n.C: element `Property` has no attribute `Type`");
}

#[test]
fn parameters_without_names() {
    for (content, read, expected) in [
        (
            r#"<Action Name="A"><Parameter Name="p" Type="Edm.Int32"/><Parameter Term="Id" Type="Edm.Int32"/><Parameter Name="" Type="Edm.Int32"/></Action>"#,
            r#""A":[{"$Kind":"Action","$Parameter":[{"$Name":"p","$Type":"Edm.Int32","$Nullable":true}]}]"#,
            &[
                "x.xml:3:56: warning: n.A: element `Parameter` has no attribute `Name`; the parameter is left out",
                "x.xml:3:67: warning: n.A: unknown attribute `Term` of element `Parameter`",
                "x.xml:3:95: warning: n.A: attribute `Name` is empty; the parameter is left out",
            ][..],
        ),
        (
            r#"<Action Name="A" IsBound="true"><Parameter Type="Edm.Int32"/></Action><Action Name="B"/>"#,
            r#""B":[{"$Kind":"Action"}]"#,
            &["x.xml:3:33: warning: n.A: element `Parameter` has no attribute `Name`; the operation is left out"],
        ),
        (
            r#"<Function Name="F"><Parameter Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>"#,
            "",
            &["x.xml:3:20: warning: n.F: element `Parameter` has no attribute `Name`; the operation is left out"],
        ),
    ] {
        check(&edmx(content), read, expected);
    }
    for (content, read, expected) in [
        (
            r#","A":[{"$Kind":"Action","$Parameter":[{"$Type":"Edm.Int32"},{"$Name":5},{"$Name":"p"}]}]"#,
            r#""A":[{"$Kind":"Action","$Parameter":[{"$Name":"p"}]}]"#,
            &[
                "x.json:3:39: warning: n.A: the object has no member `$Name`; the parameter is left out",
                "x.json:3:61: warning: n.A: `$Name` is a number; the parameter is left out",
            ][..],
        ),
        (
            r#","A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Type":"Edm.Int32"}]},{"$Kind":"Action"}]"#,
            r#""A":[{"$Kind":"Action"}]"#,
            &["x.json:3:55: warning: n.A: the object has no member `$Name`; the operation is left out"],
        ),
    ] {
        check(&csdl(content), read, expected);
    }
}

#[test]
fn values_of_enumerations() {
    for (content, read, expected) in [
        (
            r#"<EnumType Name="N" UnderlyingType="Edm.String"><Member Name="a"/><Member Name="b" Value="99999999999999999999"/><Member Name="c"/></EnumType>"#,
            r#""N":{"$Kind":"EnumType","a":0,"b":1,"c":2}"#,
            &[
                "x.xml:3:20: warning: n.N: attribute `UnderlyingType` is `Edm.String`; expected an integer type; it is read as `Edm.Int32`",
                "x.xml:3:83: warning: n.N: attribute `Value` is `99999999999999999999`; expected a 64-bit integer; it is read as `1`",
            ][..],
        ),
        (
            // Values that other members say, even behind it, are theirs.
            r#"<EnumType Name="N" UnderlyingType="n.M"><Member Name="a" Value="0x2"/><Member Name="b" Value=""/><Member Name="c" Value="0"/><Member Name="d" Value="1"/><Member Name="e" Value="3000000000"/></EnumType>"#,
            r#""N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int64","a":2,"b":3,"c":0,"d":1,"e":3000000000}"#,
            &[
                "x.xml:3:20: warning: n.N: attribute `UnderlyingType` is `n.M`; expected an integer type; it is read as `Edm.Int64`",
                "x.xml:3:58: warning: n.N: attribute `Value` is `0x2`; expected a 64-bit integer; it is read as `2`",
                "x.xml:3:88: warning: n.N: attribute `Value` is ``; expected a 64-bit integer; it is read as `3`",
            ],
        ),
    ] {
        check(&edmx(content), read, expected);
    }
    check(
        &csdl(r#","N":{"$Kind":"EnumType","$UnderlyingType":5,"a":"0x2","b":null,"c":1,"d":3000000000}"#),
        r#""N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int64","a":0,"b":2,"c":1,"d":3000000000}"#,
        &[
            "x.json:3:44: warning: n.N: `$UnderlyingType` is no integer type; it is read as `Edm.Int64`",
            "x.json:3:50: warning: n.N: the value of member `a` is not one; expected a 64-bit integer; it is read as `0`",
            "x.json:3:60: warning: n.N: the value of member `b` is not one; expected a 64-bit integer; it is read as `2`",
        ],
    );
    let last = edmx(
        r#"<EnumType Name="N"><Member Name="a" Value="9223372036854775807"/><Member Name="b" Value="x"/></EnumType>"#,
    );
    let faults = load_one(last).unwrap_err().to_string();
    assert_eq!(faults, "x.xml:3:66: n.N: the value after the largest one does not exist");
}
