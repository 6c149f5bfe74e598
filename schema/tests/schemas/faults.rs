//! What is wrong in a schema is said with place, name and expectation, all at once.
#![cfg(feature = "xml")]

use crate::common::{csdl, edmx, load_one, source};

/// The faults of one file, one a line; or if there are none its warnings.
fn faults(source: odatype_schema::Source<'_>) -> String {
    let text = source.text.to_string();
    match load_one(source) {
        Ok(model) if model.warnings.is_empty() => panic!("no fault in {text}"),
        Ok(model) => model.warnings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        Err(faults) => faults.to_string(),
    }
}

#[test]
fn of_xml() {
    for (content, expected) in [
        (
            r#"<Entity Name="E"/>"#,
            "x.xml:3:1: warning: unknown element `Entity` in element `Schema`; expected one of `ComplexType`, `EntityType`, `TypeDefinition`, `EnumType`, `Action`, `Function`, `Term`, `Annotations`, `EntityContainer`, `Annotation`",
        ),
        (
            r#"<ComplexType Name="C" Open="true"/>"#,
            "x.xml:3:23: warning: n.C: unknown attribute `Open` of element `ComplexType`; expected one of `Name`, `BaseType`, `Abstract`, `OpenType`",
        ),
        (r"<ComplexType/>", "x.xml:3:1: element `ComplexType` has no attribute `Name`"),
        (
            r#"<ComplexType Name="x.C"/>"#,
            "x.xml:3:1: warning: n.x.C: name `x.C` has a dot; expected a simple identifier",
        ),
        (
            r#"<ComplexType Name="C" Abstract="yes"/>"#,
            "x.xml:3:23: n.C: attribute `Abstract` is `yes`; expected `true` or `false`",
        ),
        (
            r#"<ComplexType Name="C">text</ComplexType>"#,
            "x.xml:3:1: warning: n.C: unexpected text `text` in element `ComplexType`",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C: element `Property` has no attribute `Type`; values of it are any JSON",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Tpye="Edm.String"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C: element `Property` has no attribute `Type`; `Tpye`, which is there, is not known: perhaps `Type`; values of it are any JSON",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="Edm.Text"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C/p: type `Edm.Text` is not declared; values of it are any JSON",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="string"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C/p: type `n.string` is not declared; values of it are any JSON\nx.xml:3:42: warning: n.C: attribute `Type` is `string`; expected a qualified name, `namespace.Name`; it is read as `n.string`",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="Edm.String" MaxLength="-1"/></ComplexType>"#,
            "x.xml:3:60: warning: n.C: attribute `MaxLength` is `-1`; expected a number or `max`; it is not applied",
        ),
        (
            r#"<EnumType Name="N"><Member Name="m" Value="x"/></EnumType>"#,
            "x.xml:3:37: warning: n.N: attribute `Value` is `x`; expected a 64-bit integer; it is read as `0`",
        ),
        (
            r#"<EnumType Name="N" UnderlyingType="Edm.String"/>"#,
            "x.xml:3:20: warning: n.N: attribute `UnderlyingType` is `Edm.String`; expected an integer type; it is read as `Edm.Int32`",
        ),
        (
            r#"<Action Name="A" IsBound="true"/>"#,
            "x.xml:3:1: n.A: a bound operation has no parameter; expected the binding parameter",
        ),
        (r#"<Function Name="F"/>"#, "x.xml:3:1: warning: n.F: a function has no element `ReturnType`"),
        (
            r#"<Annotation Term="a.T"><Int>1</Int><Int>2</Int></Annotation>"#,
            "x.xml:3:36: warning: a second expression; expected one value",
        ),
        (r#"<Annotation Term="a.T"><Sum/></Annotation>"#, "x.xml:3:24: warning: unknown expression `Sum`"),
        (
            r#"<Annotation Term="a.T"><Eq><Int>1</Int></Eq></Annotation>"#,
            "x.xml:3:24: warning: element `Eq` has 1 expressions; expected 2",
        ),
        (
            r#"<Annotation Term="a.T" Bool="maybe"/>"#,
            "x.xml:3:24: warning: `maybe` is no boolean; expected `true` or `false`",
        ),
        (r"<ComplexType", "x.xml:3:1: not well-formed XML: attribute key must be"),
        ("&x;", "x.xml:3:1: entity `x` is not one of XML's own; others are refused"),
    ] {
        let found = faults(edmx(content));
        assert!(found.starts_with(expected), "{content}\n found {found}\n expected {expected}");
    }
}

#[test]
fn of_json() {
    for (content, expected) in [
        (r#","E":{"$Kind":"Entity"}"#, "x.json:3:2: n.E: `$Kind` is `Entity`; expected `EntityType`, "),
        (r#","E":{}"#, "x.json:3:6: n.E: the object has no member `$Kind`"),
        (r#","E":1"#, "x.json:3:6: n.E: `E` is a number; expected an object"),
        (
            r#","C":{"$Kind":"ComplexType","$Open":true}"#,
            "x.json:3:29: warning: n.C: unknown member `$Open`; expected one of `$Kind`, `$BaseType`, `$Abstract`, `$OpenType`",
        ),
        (r#","C":{"$Kind":"ComplexType","p":{},"p":{}}"#, "x.json:3:36: n.C: member `p` is repeated"),
        (
            r#","C":{"$Kind":"ComplexType","p":{"$Type":"Collection(Edm.String)"}}"#,
            "x.json:3:42: warning: n.C: `$Type` is `Collection(Edm.String)`; expected `Edm.String`, and `\"$Collection\": true`; it is read as that",
        ),
        (
            r#","C":{"$Kind":"ComplexType","p":{"$Nullable":[]}}"#,
            "x.json:3:46: n.C: `$Nullable` is an array; expected `true` or `false`",
        ),
        (
            r#","C":{"$Kind":"ComplexType","p":{"$MaxLength":"x"}}"#,
            "x.json:3:47: warning: n.C: `$MaxLength` is a string; expected a whole number; it is not applied",
        ),
        (
            r#","E":{"$Kind":"EntityType","p":{"$Kind":"NavigationProperty"}}"#,
            "x.json:3:32: warning: n.E: the object has no member `$Type`; values of it are any JSON",
        ),
        (
            r#","N":{"$Kind":"EnumType","m":"x"}"#,
            "x.json:3:30: warning: n.N: the value of member `m` is not one; expected a 64-bit integer; it is read as `0`",
        ),
        (
            r#","A":[{"$Kind":"Operation"}]"#,
            "x.json:3:7: n.A: `$Kind` of an overload is `Operation`; expected `Action` or `Function`",
        ),
        (r#","$Annotations":{"n.C":{"x":1}}"#, "x.json:3:25: warning: n.C: `x` is no annotation; expected `@Term`"),
        (r#","@a.T@a.U":1"#, "x.json:3:2: warning: n: `@a.T@a.U` annotates no annotation"),
        (r#","$Extra":1"#, "x.json:3:2: warning: n: unknown member `$Extra`; expected one of `$Alias`, `$Annotations`"),
        (",", "x.json:3:2: not JSON: "),
    ] {
        let found = faults(csdl(content));
        assert!(found.starts_with(expected), "{content}\n found {found}\n expected {expected}");
    }
}

#[test]
fn of_documents() {
    for (name, text, expected) in [
        ("a.xml", "<x/>", "a.xml:1:1: the root element is `x`; expected `edmx:Edmx`"),
        ("a.xml", "<!DOCTYPE x><Edmx/>", "a.xml:1:1: a document type is not allowed in a schema"),
        ("a.xml", "", "a.xml:1:1: the file has no element; expected `edmx:Edmx`"),
        ("a.json", "[]", "a.json:1:1: `the document` is an array; expected an object"),
        ("a.json", "{}", "a.json:1:1: the object has no member `$Version`"),
        (
            "a.json",
            r#"{"error":{"code":"401","message":"no"}}"#,
            "a.json:1:1: this is an error that a service answered; expected its metadata, CSDL JSON",
        ),
        (
            "a.json",
            r#"{"@odata.context":"$metadata","value":[{"name":"Orders","url":"Orders"}]}"#,
            "a.json:1:1: this is a payload or a service document; expected the service's metadata, which is at `$metadata`",
        ),
        (
            "a.json",
            r#"{"$Version":"4.0","T":{"$Kind":"ComplexType","id":{}}}"#,
            "a.json:1:19: T: `$Kind` is `ComplexType` where a namespace stands; expected it in the object of its namespace",
        ),
        ("a.json", r#"{"$Version":4}"#, "a.json:1:13: `$Version` is a number; expected a string"),
        (
            "a.json",
            r#"{"$Version":"2.0"}"#,
            "a.json:1:1: warning: version `2.0`; expected `4.0` or `4.01`; it is read as `4.01`",
        ),
        (
            "a.json",
            r#"{"$Version":"4.0","x":{"$Alias":"q"},"y":{"$Alias":"q"}}"#,
            "a.json:1:38: warning: alias `q` stands for `x` and for `y`; expected one namespace for an alias; neither is meant by it",
        ),
    ] {
        assert_eq!(faults(source(name, text)), expected, "{text}");
    }
}

#[test]
fn of_the_whole_model() {
    for (content, expected) in [
        (
            r#"<ComplexType Name="C"/><EnumType Name="C"/>"#,
            "x.xml:3:24: n.C: enumeration type `n.C` is declared twice; the structured type of that name is at x.xml:3:1",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="Edm.Int32"/><Property Name="p" Type="Edm.Int32"/></ComplexType>"#,
            "x.xml:3:60: n.C: property `p` is declared twice",
        ),
        (
            r#"<Action Name="A"/><Action Name="A"/>"#,
            "x.xml:3:19: n.A: two overloads cannot be told apart; the other is at x.xml:3:1",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="a.c"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C/p: type `n.c` is not declared; perhaps `n.C`; values of it are any JSON",
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="m.C"/></ComplexType>"#,
            "x.xml:3:23: warning: n.C/p: type `m.C` is not declared; no file declares namespace `m`; perhaps `n.C`; values of it are any JSON",
        ),
        (
            r#"<TypeDefinition Name="D" UnderlyingType="Collection(Edm.Int32)"/>"#,
            "x.xml:3:1: n.D: attribute `UnderlyingType` is `Collection(Edm.Int32)`; expected a primitive type",
        ),
        (
            r#"<ComplexType Name="C"><NavigationProperty Name="p" Type="Edm.Int32"/></ComplexType>"#,
            "x.xml:3:23: n.C/p: a navigation property cannot lead to `Edm.Int32`; expected an entity type",
        ),
        (r#"<ComplexType Name="C" BaseType="a.D"/>"#, "x.xml:3:1: n.C: base type `n.D` is not declared"),
        (
            r#"<ComplexType Name="C" BaseType="a.E"/><EntityType Name="E"/>"#,
            "x.xml:3:1: n.C: base type `n.E` is an entity type, this is a complex type",
        ),
        (
            r#"<ComplexType Name="C" BaseType="a.E"/><EnumType Name="E"/>"#,
            "x.xml:3:1: n.C: base type `n.E` is no structured type but a declared enumeration type",
        ),
        (
            r#"<ComplexType Name="C" BaseType="a.B"/><ComplexType Name="B" BaseType="a.A"/><ComplexType Name="A" BaseType="a.C"/>"#,
            "x.xml:3:77: n.A: the type derives from itself: `n.A` from `n.C` from `n.B` from `n.A`",
        ),
        (
            r#"<ComplexType Name="B"><Property Name="p" Type="Edm.Int32"/></ComplexType><ComplexType Name="C" BaseType="a.B"><Property Name="p" Type="Edm.Int64"/></ComplexType>"#,
            "x.xml:3:111: n.C/p: property `p` is `Edm.Int64`, but `n.B` declares it as `Edm.Int32`; the inherited property is at x.xml:3:23",
        ),
        (
            r#"<TypeDefinition Name="D" UnderlyingType="a.D"/>"#,
            "x.xml:3:1: n.D: underlying type `n.D` is not primitive",
        ),
        (
            r#"<Action Name="A"><Parameter Name="p" Type="a.X"/><ReturnType Type="a.Y"/></Action>"#,
            "x.xml:3:18: warning: n.A/p: type `n.X` is not declared; values of it are any JSON\nx.xml:3:50: warning: n.A/$ReturnType: type `n.Y` is not declared; values of it are any JSON",
        ),
        (
            r#"<EntityContainer Name="C"><EntitySet Name="s" EntityType="a.E"/></EntityContainer>"#,
            "x.xml:3:1: warning: n.C/s: $Type `n.E` is not declared",
        ),
    ] {
        assert_eq!(faults(edmx(content)), expected, "{content}");
    }
}

#[test]
fn of_all_files_at_once() {
    let sources = [
        edmx(r#"<ComplexType Name="C" Abstract="x" BaseType="a.X"/>"#),
        csdl(r#","D":{"$Kind":"ComplexType","$BaseType":"n.Y"}"#),
    ];
    let faults = odatype_schema::load(&sources, &[]).unwrap_err();
    let text = faults.to_string();
    assert_eq!(faults.as_slice().len(), 3, "{text}");
    // A file that could not be read may declare what is missing elsewhere.
    let broken = [sources[1].clone(), source("y.json", "{")];
    let text = odatype_schema::load(&broken, &[]).unwrap_err().to_string();
    assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn no_prefix_and_no_gap_makes_a_panic() {
    let xml = edmx(
        r#"<EntityType Name="E" BaseType="a.E"><Key><PropertyRef Name="i"/></Key><NavigationProperty Name="n" Type="Collection(a.E)"/>
        <Property Name="p" Type="Edm.Decimal" Scale="1" DefaultValue="é"/></EntityType><Annotations Target="a.E/p@v.T">
        <Annotation Term="v.T#Q"><If><Path>x</Path><Record/><Collection/></If></Annotation></Annotations>"#,
    );
    let json = csdl(
        r#","E":{"$Kind":"EntityType","$Key":[{"a":"b"}],"p":{"$Type":"a.E","@v.T#Q@v.U":[1e5,"é"]},"@v.T":{"$Path":"x"}},
        "A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"n.E"}]}],"N":{"$Kind":"EnumType","m":1,"m@v.T":2},
        "$Annotations":{"a.A(a.E)/b@":{"@v.T":null}}"#,
    );
    for whole in [xml, json] {
        for (offset, character) in whole.text.char_indices() {
            let gap = format!("{}{}", &whole.text[..offset], &whole.text[offset + character.len_utf8()..]);
            for text in [whole.text[..offset].to_owned(), gap] {
                // Whatever comes of it: a model or faults.
                let _ = load_one(source(&whole.name, text.as_str()));
                let _ = odatype_schema::load(std::slice::from_ref(&whole), &[source(&whole.name, text)]);
            }
        }
    }
}

#[test]
fn files_that_cannot_be_read() {
    let faults = odatype_schema::load_files(&["missing-1.xml", "missing-2.json"], &[]).unwrap_err();
    assert_eq!(faults.as_slice().len(), 2);
    assert!(faults.to_string().starts_with("missing-1.xml: cannot be read: "), "{faults}");
}
