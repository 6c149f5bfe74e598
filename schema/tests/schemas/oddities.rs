//! What services write that CSDL does not have is read as far as it can be understood; the rest is told as warnings
//! where no type needs it, and in overlays as errors.
#![cfg(feature = "xml")]

use crate::common::{csdl, declared, edmx, load_one, source};
use odatype_schema::{Source, load, model::Model};

fn loaded(source: Source<'_>) -> Model {
    let text = source.text.to_string();
    load_one(source).unwrap_or_else(|faults| panic!("{text}\n{faults}"))
}

fn warnings(model: &Model) -> Vec<String> {
    model.warnings.iter().map(ToString::to_string).collect()
}

/// What is read, and what is told of the rest: up to the help.
pub(crate) fn check(source: &Source<'static>, read: &str, expected: &[&str]) {
    let model = loaded(source.clone());
    assert_eq!(declared(&model), read, "{}", source.text);
    let found = warnings(&model);
    assert_eq!(found.len(), expected.len(), "{}\n{}", source.text, found.join("\n"));
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{}\nfound {found}\nexpected {expected}", source.text);
    }
    // An overlay is its author's own.
    if !expected.is_empty() && !read.contains("\"$Kind\":\"EntityContainer\"") {
        let faults = load(&[edmx("")], std::slice::from_ref(source)).unwrap_err();
        assert!(faults.as_slice().len() >= expected.len(), "{}\n{faults}", source.text);
    }
}

#[test]
fn in_xml() {
    for (content, read, expected) in [
        (
            r#"<ComplexType Name="C" abstract="true"><Property Name="p" Type="Edm.Int32" ConcurrencyMode="Fixed"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Int32","$Nullable":true}}"#,
            &[
                "x.xml:3:23: warning: n.C: unknown attribute `abstract` of element `ComplexType`; perhaps `Abstract`",
                "x.xml:3:75: warning: n.C: unknown attribute `ConcurrencyMode` of element `Property`; expected",
            ][..],
        ),
        (
            r#"<ComplexType Name="C"><Unknown a="1"><b/></Unknown>text<Property Name="p" Type="Edm.Int32" Nullable="False"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Int32"}}"#,
            &[
                "x.xml:3:1: warning: n.C: unexpected text `text` in element `ComplexType`",
                "x.xml:3:23: warning: n.C: unknown element `Unknown` in element `ComplexType`",
                "x.xml:3:92: warning: n.C: attribute `Nullable` is `False`; it is read as `false`",
            ],
        ),
        (
            r#"<ComplexType Name="C" OpenType="1" Abstract="TRUE"/>"#,
            r#""C":{"$Kind":"ComplexType","$Abstract":true,"$OpenType":true}"#,
            &["x.xml:3:36: warning: n.C: attribute `Abstract` is `TRUE`; it is read as `true`"],
        ),
        (
            r#"<ComplexType Name="C"><Property Name="p" Type="Edm.String" MaxLength="Max" Unicode="0"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Nullable":true,"$Unicode":false}}"#,
            &[],
        ),
        (
            r#"<Action Name="A" IsBound="True" IsComposable="false"><Parameter Name="b" Type="Edm.Int32"/></Action>"#,
            r#""A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"Edm.Int32","$Nullable":true}]}]"#,
            &[
                "x.xml:3:18: warning: n.A: attribute `IsBound` is `True`; it is read as `true`",
                "x.xml:3:33: warning: n.A: unknown attribute `IsComposable` of element `Action`; expected",
            ],
        ),
        (
            r#"<Function Name="a.F" Nullable="false"><ReturnType Type="Edm.Int32" Nullable="false"/></Function>"#,
            r#""a.F":[{"$Kind":"Function","$ReturnType":{"$Type":"Edm.Int32"}}]"#,
            &[
                "x.xml:3:1: warning: n.a.F: name `a.F` has a dot; expected",
                "x.xml:3:22: warning: n.a.F: unknown attribute `Nullable` of element `Function`; expected",
            ],
        ),
        (
            // Of two alike the first is taken; the binding parameter is none of the body.
            r#"<Action Name="A" IsBound="true"><Parameter Name="b" Type="Edm.Int32"/><Parameter Name="b" Type="Edm.Int64"/><Parameter Name="b" Type="Edm.Int64"/></Action>"#,
            r#""A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"Edm.Int32","$Nullable":true},{"$Name":"b","$Type":"Edm.Int64","$Nullable":true}]}]"#,
            &[
                "x.xml:3:71: warning: n.A: parameter `b` is declared twice; the first one is the binding parameter",
                "x.xml:3:109: warning: n.A: parameter `b` is declared twice; the one at x.xml:3:71 counts",
            ],
        ),
        (
            r#"<Function Name="F"><Parameter Name="p" Type="Edm.Int32"/><Parameter Name="p" Type="Edm.Int64"/><ReturnType Type="Edm.Int32"/></Function>"#,
            r#""F":[{"$Kind":"Function","$Parameter":[{"$Name":"p","$Type":"Edm.Int32","$Nullable":true}],"$ReturnType":{"$Type":"Edm.Int32","$Nullable":true}}]"#,
            &["x.xml:3:58: warning: n.F: parameter `p` is declared twice; the one at x.xml:3:20 counts"],
        ),
        (
            r#"<EntityContainer Name="C"><EntitySet Name="s" EntityType="a.E"/><EntitySet EntityType="a.E"/></EntityContainer>"#,
            r#""C":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"n.E"}}"#,
            &[
                "x.xml:3:1: warning: n.C/s: $Type `n.E` is not declared",
                "x.xml:3:65: warning: n.C: element `EntitySet` has no attribute `Name`",
            ],
        ),
        (
            r#"<ComplexType Name="C"><Annotation Term="sap.label" String="x"/><Annotation Term="sap.more"/><Annotation Term="Org.OData.Core.V1.IsURL"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","@sap.label":"x","@sap.more":true,"@Org.OData.Core.V1.IsURL":true}"#,
            &[
                "x.xml:3:23: warning: term `sap.label` is of no known vocabulary; expected a reference that includes `sap`",
            ],
        ),
        (
            r#"<Term Name="Shown" Type="Edm.Boolean"/><ComplexType Name="C"><Annotation Term="a.Shwon"/><Annotation Term="a.Shown"/><Annotation Term="Org.OData.Core.V1.Desciption" String="x"/><Annotation Term="Org.OData.Core.V1.Newer"/><Annotation Term="Org.OData.Validation.V1.Lowest" Int="1"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","@n.Shwon":true,"@n.Shown":true,"@Org.OData.Core.V1.Desciption":"x","@Org.OData.Core.V1.Newer":true,"@Org.OData.Validation.V1.Lowest":1},"Shown":{"$Kind":"Term","$Type":"Edm.Boolean","$Nullable":true}"#,
            &[
                "x.xml:3:62: warning: the vocabulary n has no term `Shwon`; perhaps `Shown`",
                "x.xml:3:118: warning: the vocabulary Org.OData.Core.V1 has no term `Desciption`; perhaps `Description`",
                "x.xml:3:222: warning: the vocabulary Org.OData.Validation.V1 has no term `Lowest`; expected a term that",
            ],
        ),
        (
            r#"<EnumType Name="N" UnderlyingType="Edm.Byte"><Member Name="m" Value="255"/><Member Name="n"/><Member Name="o" Value="-1"/></EnumType>"#,
            r#""N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Byte","m":255,"n":256,"o":-1}"#,
            &[
                "x.xml:3:76: warning: n.N: member `n` is 256, which is no `Edm.Byte`; expected 0 to 255",
                "x.xml:3:94: warning: n.N: member `o` is -1, which is no `Edm.Byte`; expected 0 to 255",
            ],
        ),
        (
            r#"<ComplexType Name="C"><Annotation String="x"/><Annotation Term="a.T" Bool="True"/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType","@n.T":true}"#,
            &[
                "x.xml:3:23: warning: n.C: element `Annotation` has no attribute `Term`",
                "x.xml:3:70: warning: n.C: `True` is no boolean; it is read as `true`",
            ],
        ),
    ] {
        check(&edmx(content), read, expected);
    }
}

#[test]
fn empty_names_in_xml() {
    for (content, read, expected) in [
        (
            r#"<ComplexType Name=""/><EnumType Name=""/><TypeDefinition Name="" UnderlyingType="Edm.Int32"/><Action Name=""/><Term Name="" Type="Edm.Int32"/>"#,
            "",
            &[
                "x.xml:3:1: warning: attribute `Name` is empty; element `ComplexType` is left out",
                "x.xml:3:23: warning: attribute `Name` is empty; element `EnumType` is left out",
                "x.xml:3:42: warning: attribute `Name` is empty; element `TypeDefinition` is left out",
                "x.xml:3:94: warning: attribute `Name` is empty; element `Action` is left out",
                "x.xml:3:111: warning: attribute `Name` is empty; element `Term` is left out",
            ][..],
        ),
        (
            r#"<EntityType Name="E"><Key><PropertyRef Name=""/></Key><Property Name="" Type="Edm.Int32"/><NavigationProperty Name="" Type="a.E"/><NavigationProperty Name="n" Type="a.E"><ReferentialConstraint Property="" ReferencedProperty="x"/><OnDelete Action=""/></NavigationProperty></EntityType>"#,
            r#""E":{"$Kind":"EntityType","n":{"$Kind":"NavigationProperty","$Type":"n.E","$Nullable":true}}"#,
            &[
                "x.xml:3:27: warning: n.E: attribute `Name` is empty; element `PropertyRef` is left out",
                "x.xml:3:55: warning: n.E: attribute `Name` is empty; element `Property` is left out",
                "x.xml:3:91: warning: n.E: attribute `Name` is empty; element `NavigationProperty` is left out",
                "x.xml:3:171: warning: n.E: attribute `Property` is empty; element `ReferentialConstraint` is left out",
                "x.xml:3:230: warning: n.E: attribute `Action` is empty; element `OnDelete` is left out",
            ],
        ),
        (
            r#"<EntityType Name="E"/><EntityContainer Name=""/><EntityContainer Name="C"><EntitySet Name="" EntityType="a.E"/><Singleton Name="" Type="a.E"/><ActionImport Name="" Action="a.A"/></EntityContainer>"#,
            r#""C":{"$Kind":"EntityContainer"},"E":{"$Kind":"EntityType"}"#,
            &[
                "x.xml:3:23: warning: attribute `Name` is empty; element `EntityContainer` is left out",
                "x.xml:3:75: warning: n.C: attribute `Name` is empty; element `EntitySet` is left out",
                "x.xml:3:112: warning: n.C: attribute `Name` is empty; element `Singleton` is left out",
                "x.xml:3:143: warning: n.C: attribute `Name` is empty; element `ActionImport` is left out",
            ],
        ),
        (
            r#"<Annotations Target=""><Annotation Term="a.T"/></Annotations><ComplexType Name="C"><Annotation Term=""/></ComplexType>"#,
            r#""C":{"$Kind":"ComplexType"}"#,
            &[
                "x.xml:3:1: warning: attribute `Target` is empty; element `Annotations` is left out",
                "x.xml:3:84: warning: n.C: attribute `Term` is empty; element `Annotation` is left out",
            ],
        ),
    ] {
        check(&edmx(content), read, expected);
    }
}

#[test]
fn types_and_operations_of_one_name() {
    let returns = r#"<ReturnType Type="Edm.Int32"/>"#;
    let bound = r#"IsBound="true"><Parameter Name="b" Type="Edm.Int32"/>"#;
    let of = |kind: &str| {
        format!("is called like a type; one definition of JSON Schema stands for both; the {kind} is at x.xml:3:1")
    };
    for (content, expected) in [
        (r#"<ComplexType Name="T"/><Action Name="T"/>"#.to_owned(), &[(24, "action", of("structured type"))][..]),
        (
            format!(r#"<EntityType Name="T"/><Function Name="T">{returns}</Function>"#),
            &[(23, "function", of("structured type"))],
        ),
        (
            format!(r#"<EnumType Name="T"/><Action Name="T" {bound}</Action><Action Name="T"/>"#),
            &[(100, "action", of("enumeration type"))],
        ),
        (
            format!(
                r#"<TypeDefinition Name="T" UnderlyingType="Edm.Int32"/><Action Name="T"/><Function Name="T">{returns}</Function>"#
            ),
            &[(54, "action", of("type definition")), (72, "function", of("type definition"))],
        ),
        // These are called otherwise.
        (format!(r#"<EntityType Name="T"/><Action Name="T" {bound}</Action>"#), &[]),
        (
            format!(
                r#"<EntityType Name="T"/><Function Name="T"><Parameter Name="p" Type="Edm.Int32"/>{returns}</Function>"#
            ),
            &[],
        ),
        (r#"<Term Name="T" Type="Edm.Int32"/><Action Name="T"/>"#.to_owned(), &[]),
    ] {
        let model = loaded(edmx(&content));
        let told = |(column, kind, rest): &(usize, &str, String)| {
            format!("x.xml:3:{column}: warning: n.T: {kind} `n.T` {rest}")
        };
        assert_eq!(warnings(&model), expected.iter().map(told).collect::<Vec<_>>(), "{content}");
        // What is written says the same.
        let again = loaded(source("x.json", odatype_schema::write(&model)));
        assert_eq!((again.warnings.len(), again.operations().count()), (expected.len(), model.operations().count()));
    }
}

#[test]
fn containers_that_extend_what_is_none() {
    for (content, expected) in [
        (
            r#"<EntityContainer Name="C" Extends="a.Nope"/>"#,
            &["x.xml:3:1: warning: n.C: the container that is extended, `n.Nope`, is not declared"][..],
        ),
        (
            r#"<EntityContainer Name="Shop" Extends="a.Stok"/><EntityContainer Name="Stock"/>"#,
            &[
                "x.xml:3:1: warning: n.Shop: the container that is extended, `n.Stok`, is not declared; perhaps `n.Stock`",
            ],
        ),
        (
            r#"<EntityContainer Name="C" Extends="x.D"/>"#,
            &[
                "x.xml:3:1: warning: n.C: the container that is extended, `x.D`, is not declared; no file declares namespace `x`",
            ],
        ),
        (
            r#"<EntityContainer Name="C" Extends="a.T"/><ComplexType Name="T"/>"#,
            &["x.xml:3:1: warning: n.C: what is extended, `n.T`, is no container but a declared structured type"],
        ),
        (
            r#"<EntityContainer Name="C" Extends="a.C"/>"#,
            &["x.xml:3:1: warning: n.C: the container extends itself: `n.C` extends `n.C`"],
        ),
        (
            r#"<EntityContainer Name="C" Extends="a.D"/><EntityContainer Name="D" Extends="a.B"/><EntityContainer Name="B" Extends="a.C"/><EntityContainer Name="E" Extends="a.D"/>"#,
            &[
                "x.xml:3:83: warning: n.B: the container extends itself: `n.B` extends `n.C` extends `n.D` extends `n.B`",
            ],
        ),
        (r#"<EntityContainer Name="C" Extends="a.D"/><EntityContainer Name="D"/>"#, &[]),
    ] {
        let found = warnings(&loaded(edmx(content)));
        assert_eq!(found.len(), expected.len(), "{content}\n{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{content}\nfound {found}\nexpected {expected}");
        }
    }
}

#[test]
fn in_json() {
    for (content, read, expected) in [
        (
            r#","C":{"$Kind":"ComplexType","$Open":true,"p":{"$Type":"Edm.Int32","$ConcurrencyMode":"x","$Nullable":"True"}}"#,
            r#""C":{"$Kind":"ComplexType","p":{"$Type":"Edm.Int32","$Nullable":true}}"#,
            &[
                "x.json:3:29: warning: n.C: unknown member `$Open`; expected one of",
                "x.json:3:67: warning: n.C: unknown member `$ConcurrencyMode`; expected one of",
                "x.json:3:102: warning: n.C: `$Nullable` is a string `True`; it is read as `true`",
            ][..],
        ),
        (
            r#","E":{"$Kind":"EntityType","$Key":["i"],"i":{"@sap.label":"x"}},"C":{"$Kind":"EntityContainer","s":{"$Kind":"EntitySet","$Type":"n.E"}},"@sap.partial":false"#,
            r#""@sap.partial":false,"C":{"$Kind":"EntityContainer","s":{"$Collection":true,"$Type":"n.E"}},"E":{"$Kind":"EntityType","$Key":["i"],"i":{"@sap.label":"x"}}"#,
            &[
                "x.json:3:46: warning: term `sap.label` is of no known vocabulary; expected",
                "x.json:3:109: warning: n.C: `$Kind` is `EntitySet`; an entity set has `\"$Collection\": true`; it is read as one",
            ],
        ),
        (
            r#","a.A":[{"$Kind":"Action","$IsComposable":false}],"$Annotations":{"n.a.A":{"@n.T":1}}"#,
            r#""a.A":[{"$Kind":"Action","@n.T":1}]"#,
            &[
                "x.json:3:9: warning: n.a.A: name `a.A` has a dot; expected",
                "x.json:3:27: warning: n.a.A: unknown member `$IsComposable`; expected one of",
            ],
        ),
        (
            r#","F":[{"$Kind":"Function","$ReturnType":{"$Type":"Edm.Int32","$Collection":1}}]"#,
            r#""F":[{"$Kind":"Function","$ReturnType":{"$Type":"Edm.Int32","$Collection":true}}]"#,
            &["x.json:3:76: warning: n.F: `$Collection` is a number `1`; it is read as `true`"],
        ),
        (
            r#","C":{"$Kind":"ComplexType","@n.T":1,"@n.T":2,"p":{"$MaxLength":"x"}}"#,
            r#""C":{"$Kind":"ComplexType","@n.T":1,"p":{}}"#,
            &[
                "x.json:3:38: warning: n.C: member `@n.T` is repeated; the first one counts",
                "x.json:3:65: warning: n.C: `$MaxLength` is a string; expected a whole number",
            ],
        ),
        (
            r#","C":{"$Kind":"ComplexType"},"$Annotations":["n.C"]"#,
            r#""C":{"$Kind":"ComplexType"}"#,
            &["x.json:3:45: warning: `$Annotations` is an array; expected an object"],
        ),
    ] {
        check(&csdl(content), read, expected);
    }
    let text = r#"{"$Version":"4.0","$Reference":{"u":5,"v":{"$Include":{}},"w":{"$Include":[{}]}},"n":{"$Alias":1}}"#;
    let found = warnings(&loaded(source("x.json", text)));
    let expected = [
        "x.json:1:37: warning: `u` is a number; expected an object",
        "x.json:1:55: warning: `$Include` is an object; expected an array",
        "x.json:1:76: warning: the object has no member `$Namespace`",
        "x.json:1:96: warning: n: `$Alias` is a number; expected a string",
    ];
    assert_eq!(found, expected);
}

#[test]
fn around_schemas() {
    for (text, expected) in [
        (
            r#"<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="C"/></Schema>"#,
            &["x.xml:1:1: warning: the root element is `Schema`; expected `edmx:Edmx`"][..],
        ),
        (
            r#"<Edmx>x<Reference><Include/><Other/></Reference><DataServices m="1">y<Schema Namespace="n"><ComplexType Name="C"/></Schema></DataServices></Edmx>"#,
            &[
                "x.xml:1:1: warning: element `Edmx` has no attribute `Version`; it is read as `4.0`",
                "x.xml:1:1: warning: unexpected text `x` in element `Edmx`",
                "x.xml:1:8: warning: element `Reference` has no attribute `Uri`",
                "x.xml:1:19: warning: element `Include` has no attribute `Namespace`",
                "x.xml:1:29: warning: unknown element `Other` in element `Reference`",
                "x.xml:1:49: warning: unexpected text `y` in element `DataServices`",
                "x.xml:1:63: warning: unknown attribute `m` of element `DataServices`",
            ],
        ),
        (r#"<Edmx Version="4.1"><DataServices/></Edmx>"#, &["x.xml:1:1: warning: version `4.1`; expected `4.0`"]),
        (
            r#"<Edmx Version="1.0" xmlns="http://docs.oasis-open.org/odata/ns/edmx"/>"#,
            &["x.xml:1:1: warning: version `1.0`; expected `4.0` or `4.01`; it is read as `4.0`"],
        ),
        // As browsers are led to it.
        (
            r#"<e:Edmx Version="4.0" xmlns:e="https://docs.oasis-open.org/odata/ns/edmx"><e:DataServices><Schema Namespace="n" xmlns="https://docs.oasis-open.org/odata/ns/edm/"><ComplexType Name="C" BaseType="n.B"/><ComplexType Name="B"/></Schema></e:DataServices></e:Edmx>"#,
            &[],
        ),
        // A reference among the schemas, whose alias is used before it.
        (
            r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n"><ComplexType Name="C"><Property Name="p" Type="q.T"/></ComplexType></Schema><Reference Uri="q.xml"><Include Namespace="a.b" Alias="q"/></Reference></DataServices></Edmx>"#,
            &[
                "x.xml:1:133: warning: element `Reference` in element `DataServices`; expected it before that; it is read all the same",
                "x.xml:1:79: warning: n.C/p: type `a.b.T` is not declared; namespace `a.b` is that of `q.xml`, which is not among the files; values of it are any JSON",
            ],
        ),
        // Types of OData 3.
        (
            r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n"><ComplexType Name="C"><Property Name="p" Type="Edm.DateTime"/><Property Name="q" Type="Collection(edm.string)"/></ComplexType></Schema></DataServices></Edmx>"#,
            &[
                "x.xml:1:79: warning: n.C/p: type `Edm.DateTime` is not declared; perhaps `Edm.DateTimeOffset`; values of it are any JSON",
                "x.xml:1:119: warning: n.C/q: type `edm.string` is not declared; perhaps `Edm.String`; values of it are any JSON",
            ],
        ),
    ] {
        let found = warnings(&loaded(source("x.xml", text)));
        assert_eq!(found.len(), expected.len(), "{text}\n{}", found.join("\n"));
        for expected in expected {
            assert!(found.iter().any(|found| found.starts_with(expected)), "{text}\n{expected}\n{}", found.join("\n"));
        }
    }
}

#[test]
fn what_matters_is_an_error() {
    for (source, expected) in [
        (edmx(r#"<ComplexType Name="C" Abstract="maybe"/>"#), "x.xml:3:23: n.C: attribute `Abstract` is `maybe`"),
        (
            source(
                "x.xml",
                r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n" xmlns="http://x.y"/></DataServices></Edmx>"#,
            ),
            "x.xml:1:35: element `Schema` is not in a namespace of OData 4; expected `http://docs.oasis-open.org/odata/ns/edm`",
        ),
        (
            source(
                "x.xml",
                r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n" xmlns="https://schemas.microsoft.com/ado/2009/11/edm/"/></DataServices></Edmx>"#,
            ),
            "x.xml:1:35: this is OData 3 metadata; odatype reads OData 4",
        ),
        // Of such a file nothing would be left.
        (
            source("x.xml", r#"<Edmx Version="4.0"><Schema Namespace="n"/></Edmx>"#),
            "x.xml:1:1: nothing that is in the file was understood",
        ),
        (
            source("x.xml", r#"<Edmx Version="4.0"><DataService><Schema Namespace="n"/></DataService></Edmx>"#),
            "x.xml:1:1: nothing that is in the file was understood; expected `Schema` in `edmx:DataServices`",
        ),
        (
            source("x.xml", r#"<Edmx Version="4.0"><DataServices><schema Namespace="n"/></DataServices></Edmx>"#),
            "x.xml:1:1: nothing that is in the file was understood",
        ),
        (
            edmx(
                r#"<Action Name="A"><Parameter Name="p" Type="Edm.Int32"/><Parameter Name="p" Type="Edm.Int64"/></Action>"#,
            ),
            "x.xml:3:56: n.A: parameter `p` is declared twice; the other, at x.xml:3:18, is `Edm.Int32`",
        ),
        (csdl(r#","C":{"$Kind":"ComplexType","p":{"$Kind":"Prop"}}"#), "x.json:3:29: n.C: `$Kind` of `p` is `Prop`"),
        (
            csdl(r#","C":{"$Kind":"ComplexType","p":{"$Collection":"x"}}"#),
            "x.json:3:48: n.C: `$Collection` is a string",
        ),
    ] {
        let faults = load_one(source.clone()).unwrap_err().to_string();
        assert!(faults.starts_with(expected), "{}\n{faults}", source.text);
    }
}

#[test]
fn what_is_no_such_thing_is_told() {
    let text = r#"<EntityType Name="E"><Key><PropertyRef Name="no"/><PropertyRef Name="c/d"/></Key><Property Name="c" Type="n.C"/>
<Property Name="e" Type="n.E"/></EntityType>
<ComplexType Name="C"/>
<Action Name="A" IsBound="true"><Parameter Name="it" Type="n.E"/></Action>
<EntityContainer Name="S"><EntitySet Name="Es" EntityType="n.E"/><EntitySet Name="Cs" EntityType="n.C"/>
<ActionImport Name="A" Action="n.A"/></EntityContainer>"#;
    assert_eq!(
        warnings(&loaded(edmx(text))),
        [
            "x.xml:3:1: warning: n.E: `no`, which is in the key, is not declared",
            "x.xml:4:1: warning: n.E/e: entity type `n.E` of what is no navigation property; objects of it are read all the same",
            "x.xml:7:1: warning: n.S/A: `n.A` is only called where it is bound to; expected an overload that is not bound",
            "x.xml:7:1: warning: n.S/Cs: `n.C` is a complex type; expected an entity type",
        ]
    );
}

#[test]
fn older_metadata_is_told() {
    for (year, version) in [("2006/04", 2), ("2008/09", 2), ("2009/11", 3)] {
        let text = format!(
            "<edmx:Edmx Version=\"1.0\" xmlns:edmx=\"http://schemas.microsoft.com/ado/2007/06/edmx\"><edmx:DataServices>\n\
             <Schema Namespace=\"n\" xmlns=\"http://schemas.microsoft.com/ado/{year}/edm\"/></edmx:DataServices></edmx:Edmx>"
        );
        let faults = load_one(source("x.xml", text)).unwrap_err().to_string();
        assert_eq!(faults, format!("x.xml:1:1: this is OData {version} metadata; odatype reads OData 4"));
    }
}

#[test]
fn an_alias_that_is_a_namespace_is_none() {
    let xml = r#"<Edmx Version="4.0"><DataServices><Schema Namespace="a" Alias="b"/><Schema Namespace="b"/></DataServices></Edmx>"#;
    let json = r#"{"$Version":"4.0","a":{"$Alias":"b"},"b":{}}"#;
    let included = r#"{"$Version":"4.0","$Reference":{"u":{"$Include":[{"$Namespace":"a","$Alias":"b"}]}},"b":{}}"#;
    for (name, text, place) in [("x.xml", xml, "1:57"), ("x.json", json, "1:19"), ("x.json", included, "1:50")] {
        let warnings = load_one(source(name, text)).unwrap().warnings;
        let expected = format!(
            "{name}:{place}: warning: alias `b` of `a` is the name of another namespace; that one is meant by it"
        );
        assert_eq!(warnings.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }
    let used = r#"{"$Version":"4.0","a":{"$Alias":"b","X":{"$Kind":"ComplexType"}},"b":{"X":{"$Kind":"ComplexType","y":{"$Type":"b.X"}}}}"#;
    let model = load_one(source("x.json", used)).unwrap();
    let b = odatype_schema::model::QualifiedName::parse("b.X").unwrap();
    assert_eq!(model.property(&b, "y").unwrap().ty.to_string(), "b.X");
    // In another document the alias is nobody's concern.
    let one =
        source("x.json", r#"{"$Version":"4.0","a":{"$Alias":"b","X":{"$Kind":"ComplexType","y":{"$Type":"b.X"}}}}"#);
    let other = source("y.json", r#"{"$Version":"4.0","b":{"X":{"$Kind":"ComplexType"}}}"#);
    let model = load(&[one, other], &[]).unwrap();
    let a = odatype_schema::model::QualifiedName::parse("a.X").unwrap();
    assert_eq!(model.property(&a, "y").unwrap().ty.to_string(), "a.X");
}
