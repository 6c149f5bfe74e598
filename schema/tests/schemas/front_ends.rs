//! CSDL XML and CSDL JSON say the same: every construct in XML, the JSON it is written as, and the JSON read back.
#![cfg(feature = "xml")]

use crate::common::{csdl, declared, edmx, load_one, without_places};
use odatype_schema::model::Model;

/// Construct, XML, JSON.
const CASES: &[(&str, &str, &str)] = &[
    (
        "entity type",
        r#"<EntityType Name="E" Abstract="true" OpenType="true" HasStream="true"><Key><PropertyRef Name="id"/>
           <PropertyRef Name="c/d" Alias="d"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/></EntityType>"#,
        r#""E":{"$Kind":"EntityType","$Abstract":true,"$OpenType":true,"$HasStream":true,"$Key":["id",{"d":"c/d"}],"id":{"$Type":"Edm.Guid"}}"#,
    ),
    (
        "derived complex type",
        r#"<ComplexType Name="B"/><ComplexType Name="C" BaseType="a.B" OpenType="1"/>"#,
        r#""B":{"$Kind":"ComplexType"},"C":{"$Kind":"ComplexType","$BaseType":"n.B","$OpenType":true}"#,
    ),
    (
        "facets and defaults",
        r#"<ComplexType Name="C"><Property Name="s" Type="Edm.String" MaxLength="10" Unicode="false" DefaultValue="x"/>
           <Property Name="m" Type="Edm.String" MaxLength="max"/>
           <Property Name="d" Type="Edm.Decimal" Precision="5" Scale="Variable" DefaultValue="1.5"/>
           <Property Name="e" Type="Edm.Decimal" Scale="2" Nullable="false"/>
           <Property Name="p" Type="Collection(Edm.GeographyPoint)" SRID="4326"/>
           <Property Name="b" Type="Edm.Boolean" DefaultValue="true"/></ComplexType>"#,
        concat!(
            r#""C":{"$Kind":"ComplexType","s":{"$Nullable":true,"$MaxLength":10,"$Unicode":false,"$DefaultValue":"x"},"#,
            r#""m":{"$Nullable":true},"#,
            r#""d":{"$Type":"Edm.Decimal","$Nullable":true,"$Precision":5,"$Scale":"variable","$DefaultValue":1.5},"#,
            r#""e":{"$Type":"Edm.Decimal","$Scale":2},"#,
            r#""p":{"$Type":"Edm.GeographyPoint","$Collection":true,"$Nullable":true,"$SRID":"4326"},"#,
            r#""b":{"$Type":"Edm.Boolean","$Nullable":true,"$DefaultValue":true}}"#
        ),
    ),
    (
        "navigation",
        r#"<EntityType Name="E"><NavigationProperty Name="one" Type="a.E" Nullable="false" Partner="many"><OnDelete Action="Cascade"><Annotation Term="v.T" Int="1"/></OnDelete>
           <ReferentialConstraint Property="p" ReferencedProperty="q"><Annotation Term="v.T" Int="2"/></ReferentialConstraint></NavigationProperty>
           <NavigationProperty Name="many" Type="Collection(n.E)" ContainsTarget="true"/></EntityType>"#,
        concat!(
            r#""E":{"$Kind":"EntityType","one":{"$Kind":"NavigationProperty","$Type":"n.E","$Partner":"many","#,
            r#""$ReferentialConstraint":{"p":"q","p@v.T":2},"$OnDelete":"Cascade","$OnDelete@v.T":1},"#,
            r#""many":{"$Kind":"NavigationProperty","$Type":"n.E","$Collection":true,"$ContainsTarget":true}}"#
        ),
    ),
    (
        "enumeration type, values counted up",
        r#"<EnumType Name="N" UnderlyingType="Edm.Int64" IsFlags="true"><Member Name="x"/><Member Name="y"/><Member Name="z" Value="-4"/>
           <Member Name="w"><Annotation Term="v.T" Int="1"/></Member></EnumType>"#,
        r#""N":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int64","$IsFlags":true,"x":0,"y":1,"z":-4,"w":-3,"w@v.T":1}"#,
    ),
    (
        "type definition and term",
        r#"<TypeDefinition Name="D" UnderlyingType="Edm.String" MaxLength="5"/>
           <Term Name="T" Type="Org.OData.Core.V1.Tag" BaseTerm="a.U" Nullable="false" DefaultValue="true" AppliesTo="Property Term"/>
           <Term Name="U" Type="Org.OData.Core.V1.Tag"/>"#,
        concat!(
            r#""D":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String","$MaxLength":5},"#,
            r#""T":{"$Kind":"Term","$Type":"Org.OData.Core.V1.Tag","$BaseTerm":"n.U","$AppliesTo":["Property","Term"],"$DefaultValue":"true"},"#,
            r#""U":{"$Kind":"Term","$Type":"Org.OData.Core.V1.Tag","$Nullable":true}"#
        ),
    ),
    (
        "overloads, actions and functions of one name, one with the name of a type",
        r#"<EntityType Name="E"/><Action Name="A" IsBound="true" EntitySetPath="b/c"><Parameter Name="b" Type="a.E" Nullable="false"/>
           <Parameter Name="p" Type="Collection(Edm.Int32)" Nullable="false"/><ReturnType Type="a.E" Nullable="false"/></Action>
           <Action Name="A" IsBound="true"><Parameter Name="b" Type="Collection(a.E)"/></Action><Action Name="A"/>
           <Function Name="A" IsComposable="true"><ReturnType Type="Edm.String"/></Function>
           <Function Name="E"><ReturnType Type="Edm.String" MaxLength="3"/></Function>"#,
        concat!(
            r#""@odatype.V1.Overloads":{"A":[{"$Kind":"Function","$IsComposable":true,"$ReturnType":{"$Nullable":true}}],"#,
            r#""E":[{"$Kind":"Function","$ReturnType":{"$Nullable":true,"$MaxLength":3}}]},"#,
            r#""A":[{"$Kind":"Action","$IsBound":true,"$EntitySetPath":"b/c","$Parameter":[{"$Name":"b","$Type":"n.E"},"#,
            r#"{"$Name":"p","$Type":"Edm.Int32","$Collection":true}],"$ReturnType":{"$Type":"n.E"}},"#,
            r#"{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"n.E","$Collection":true,"$Nullable":true}]},"#,
            r#"{"$Kind":"Action"}],"E":{"$Kind":"EntityType"}"#
        ),
    ),
    (
        "annotations by target",
        r#"<ComplexType Name="C"><Property Name="p" Type="Edm.String"/></ComplexType><EnumType Name="N"><Member Name="m"/></EnumType>
           <Action Name="A" IsBound="true"><Parameter Name="b" Type="a.C"/><Parameter Name="q" Type="Edm.String"/>
           <ReturnType Type="Edm.String"/></Action>
           <Annotations Target="a.C" Qualifier="Q"><Annotation Term="v.T" String="1"/></Annotations>
           <Annotations Target="a.C/p"><Annotation Term="v.T" String="2"/></Annotations>
           <Annotations Target="n.N/m"><Annotation Term="v.T" String="3"/></Annotations>
           <Annotations Target="a.A(a.C, Edm.String)/q"><Annotation Term="v.T" String="4"/></Annotations>
           <Annotations Target="a.A(a.C)"><Annotation Term="v.T" String="5"/></Annotations>
           <Annotations Target="a.A/$ReturnType"><Annotation Term="v.T" String="6"/></Annotations>
           <Annotations Target="a.C/p@v.T"><Annotation Term="v.U" String="7"/></Annotations>
           <Annotations Target="other.Thing/x"><Annotation Term="v.T"/></Annotations>"#,
        concat!(
            r#""A":[{"$Kind":"Action","$IsBound":true,"$Parameter":[{"$Name":"b","$Type":"n.C","$Nullable":true},"#,
            r#"{"$Name":"q","$Nullable":true,"@v.T":"4"}],"$ReturnType":{"$Nullable":true,"@v.T":"6"},"@v.T":"5"}],"#,
            r#""C":{"$Kind":"ComplexType","@v.T#Q":"1","p":{"$Nullable":true,"@v.T":"2","@v.T@v.U":"7"}},"#,
            r#""N":{"$Kind":"EnumType","m":0,"m@v.T":"3"},"#,
            r#""$Annotations":{"other.Thing/x":{"@v.T":true}}"#
        ),
    ),
    (
        "constant expressions",
        r#"<Annotation Term="a.T" Bool="true"/><Annotation Term="a.T" Qualifier="a" Decimal="1.50"/><Annotation Term="a.T" Qualifier="b" Date="2020-01-01"/>
           <Annotation Term="a.T" Qualifier="c"><EnumMember>x.E/A x.E/B</EnumMember></Annotation><Annotation Term="a.T" Qualifier="d" EnumMember="x.E/A"/>
           <Annotation Term="a.T" Qualifier="e"><String> s &amp; &#65;</String></Annotation><Annotation Term="a.T" Qualifier="f"><Null/></Annotation>
           <Annotation Term="a.T" Qualifier="g" PropertyPath="a.C/p"/><Annotation Term="a.T" Qualifier="h" Path="@a.T"/>
           <Annotation Term="a.T" Qualifier="i" UrlRef="http://x"/><Annotation Term="a.T" Qualifier="j" Float="INF"/>"#,
        concat!(
            r#""@n.T":true,"@n.T#a":1.5,"@n.T#b":"2020-01-01","@n.T#c":"A,B","@n.T#d":"A","@n.T#e":" s & A","@n.T#f":null,"#,
            r#""@n.T#g":"n.C/p","@n.T#h":{"$Path":"@n.T"},"@n.T#i":{"$UrlRef":"http://x"},"@n.T#j":"INF""#
        ),
    ),
    (
        "dynamic expressions",
        r#"<Annotation Term="v.T"><Record Type="a.R"><PropertyValue Property="p" Int="1"/><PropertyValue Property="q"><Collection><String>s</String>
           <PropertyPath>x/y</PropertyPath></Collection><Annotation Term="v.U"/></PropertyValue><Annotation Term="v.V" Int="2"/></Record>
           <Annotation Term="v.N" Int="3"/></Annotation>
           <Annotation Term="v.T" Qualifier="b"><If><Eq><Path>x</Path><Null/></Eq><Int>1</Int><Not><Bool>true</Bool></Not></If></Annotation>
           <Annotation Term="v.T" Qualifier="c"><Apply Function="odata.concat"><String>x</String><Path>y</Path></Apply></Annotation>
           <Annotation Term="v.T" Qualifier="d"><Cast Type="Collection(Edm.Decimal)" Scale="1"><Path>x</Path></Cast></Annotation>
           <Annotation Term="v.T" Qualifier="e"><LabeledElement Name="l" Path="x"/></Annotation>
           <Annotation Term="v.T" Qualifier="f"><LabeledElementReference>a.l</LabeledElementReference></Annotation>
           <Annotation Term="v.T" Qualifier="g"><UrlRef><Path>u</Path></UrlRef></Annotation>
           <Annotation Term="v.T" Qualifier="h"><Null><Annotation Term="v.U"/></Null></Annotation>"#,
        concat!(
            r##""@v.T":{"@type":"#n.R","@v.V":2,"p":1,"q":["s","x/y"],"q@v.U":true},"@v.T@v.N":3,"##,
            r#""@v.T#b":{"$If":[{"$Eq":[{"$Path":"x"},null]},1,{"$Not":true}]},"#,
            r#""@v.T#c":{"$Apply":["x",{"$Path":"y"}],"$Function":"odata.concat"},"#,
            r#""@v.T#d":{"$Cast":{"$Path":"x"},"$Collection":true,"$Scale":1,"$Type":"Edm.Decimal"},"#,
            r#""@v.T#e":{"$LabeledElement":{"$Path":"x"},"$Name":"l"},"@v.T#f":{"$LabeledElementReference":"n.l"},"#,
            r#""@v.T#g":{"$UrlRef":{"$Path":"u"}},"@v.T#h":{"$Null":null,"@v.U":true}"#
        ),
    ),
    (
        "constraints name types through aliases",
        r#"<ComplexType Name="C" OpenType="true"><Annotation Term="Org.OData.Validation.V1.OpenPropertyTypeConstraint">
           <Collection><String>a.C</String><String>Collection(a.C)</String></Collection></Annotation></ComplexType>"#,
        r#""C":{"$Kind":"ComplexType","$OpenType":true,"@Org.OData.Validation.V1.OpenPropertyTypeConstraint":["n.C","Collection(n.C)"]}"#,
    ),
    (
        "container",
        r#"<EntityType Name="E"/><Action Name="A"/><Function Name="F"><ReturnType Type="Edm.String"/></Function>
           <EntityContainer Name="C" Extends="other.C"><EntitySet Name="es" EntityType="a.E" IncludeInServiceDocument="false">
           <NavigationPropertyBinding Path="a.E/p" Target="es"/><Annotation Term="v.T"/></EntitySet><Singleton Name="s" Type="n.E" Nullable="true"/>
           <ActionImport Name="ai" Action="a.A" EntitySet="es"/><FunctionImport Name="fi" Function="a.F" IncludeInServiceDocument="true"/></EntityContainer>"#,
        concat!(
            r#""A":[{"$Kind":"Action"}],"C":{"$Kind":"EntityContainer","$Extends":"other.C","#,
            r#""es":{"$Collection":true,"$IncludeInServiceDocument":false,"$NavigationPropertyBinding":{"n.E/p":"es"},"$Type":"n.E","@v.T":true},"#,
            r#""s":{"$Nullable":true,"$Type":"n.E"},"ai":{"$Action":"n.A","$EntitySet":"es"},"#,
            r#""fi":{"$Function":"n.F","$IncludeInServiceDocument":true}},"E":{"$Kind":"EntityType"},"#,
            r#""F":[{"$Kind":"Function","$ReturnType":{"$Nullable":true}}]"#
        ),
    ),
];

#[test]
fn xml_becomes_json_and_comes_back() {
    for (name, xml, json) in CASES {
        let model = load_one(edmx(xml)).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        assert_eq!(declared(&model), *json, "{name}");
        let again = load_one(csdl(&format!(",{json}"))).unwrap_or_else(|faults| panic!("{name}: {faults}"));
        assert_eq!(again.warnings.len(), model.warnings.len(), "{name}");
        // Warnings name places.
        let plain = |model: Model| without_places(&Model { warnings: Vec::new(), ..model });
        assert_eq!(plain(again), plain(model), "{name}");
    }
}

#[test]
fn aliases_hold_in_their_document_only() {
    let include = |namespace: &str| {
        format!(
            r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:Reference Uri="u">
            <edmx:Include Namespace="{namespace}" Alias="other"/><edmx:IncludeAnnotations TermNamespace="v"/></edmx:Reference>
            <edmx:DataServices/></edmx:Edmx>"#
        )
    };
    let first = edmx(r#"<ComplexType Name="C"/>"#);
    let second = crate::common::source(
        "y.xml",
        include("n").replace(
            "<edmx:DataServices/>",
            r#"<edmx:DataServices><Schema Namespace="m" xmlns="http://docs.oasis-open.org/odata/ns/edm">
               <ComplexType Name="D" BaseType="other.C"/></Schema></edmx:DataServices>"#,
        ),
    );
    let model =
        odatype_schema::load(&[first, second, crate::common::source("z.xml", include("elsewhere"))], &[]).unwrap();
    let derived = model.structured.values().find(|ty| ty.name.as_str() == "m.D").unwrap();
    assert_eq!(derived.base.as_ref().map(ToString::to_string).as_deref(), Some("n.C"));
    assert_eq!(model.version, "4.01");
}

#[test]
fn an_alias_of_several_namespaces_stands_for_none_in_the_whole() {
    let schema = |file: &str, namespace: &str, alias: &str| {
        let property = format!(r#""p":{{"$Type":"{alias}.C"}}"#);
        let declared = format!(r#""C":{{"$Kind":"ComplexType",{property}}}"#);
        let text = format!(r#"{{"$Version":"4.01","{namespace}":{{"$Alias":"{alias}",{declared}}}}}"#);
        crate::common::source(file, text)
    };
    let documents = [
        schema("a.json", "a", "Self"),
        schema("b.json", "b", "Self"),
        schema("c.json", "c", "own"),
        schema("d.json", "d", "b"),
    ];
    let model = odatype_schema::load(&documents, &[]).unwrap();
    let aliases: Vec<_> = model.namespaces.values().map(|namespace| namespace.alias.as_deref()).collect();
    assert_eq!(aliases, [None, None, Some("own"), None]);
    // It is written as one document, which is read again as the same.
    let again = load_one(crate::common::source("whole.json", odatype_schema::write(&model))).unwrap();
    assert_eq!(without_places(&again), without_places(&model));
    for (name, ty) in &again.structured {
        assert_eq!(ty.properties[0].ty.to_string(), name.as_str(), "each document's alias is its own");
    }
}

#[test]
fn what_references_say_is_written_and_read() {
    let text = r#"<Edmx Version="4.01"><Reference Uri="u"><Include Namespace="v" Alias="x"><Annotation Term="x.T" Int="1"/></Include>
        <IncludeAnnotations TermNamespace="t" Qualifier="q" TargetNamespace="n"/><Annotation Term="x.T" Int="2"/></Reference>
        <Reference Uri="w"><IncludeAnnotations TermNamespace="t"/></Reference><DataServices><Schema Namespace="n"/></DataServices></Edmx>"#;
    let model = load_one(crate::common::source("x.xml", text)).unwrap();
    let json = odatype_schema::write_compact(&model);
    assert_eq!(
        json,
        concat!(
            r#"{"$Version":"4.01","$Reference":{"u":{"$Include":[{"$Namespace":"v","@v.T":1}],"#,
            r#""$IncludeAnnotations":[{"$TermNamespace":"t","$Qualifier":"q","$TargetNamespace":"n"}],"@v.T":2},"#,
            r#""w":{"$IncludeAnnotations":[{"$TermNamespace":"t"}]}},"n":{}}"#
        )
    );
    let again = load_one(crate::common::source("x.json", json)).unwrap();
    assert_eq!(without_places(&again), without_places(&model));
}

#[test]
fn a_byte_order_mark_and_foreign_markup_are_passed_over() {
    let text = format!(
        "\u{feff}{}",
        edmx(r#"<x:Extra xmlns:x="urn:x"/><ComplexType Name="C" x:y="1" xmlns:x="urn:x"/>"#).text
    );
    let model = load_one(crate::common::source("bom.csdl", text)).unwrap();
    assert_eq!(declared(&model), r#""C":{"$Kind":"ComplexType"}"#);
}
