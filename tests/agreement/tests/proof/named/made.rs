//! What must be there in an object that is made: the profile *create*.
//!
//! Source: OData Protocol 4.01, section 11.4.2 (create an entity).

use odatype::validate::Profile;

use crate::harness::{Judges, Report, Trial, hold};

const XML: &str = r#"
    <ComplexType Name="size" OpenType="true"><Property Name="width" Type="Edm.Int32" Nullable="false"/><Property Name="unit" Type="Edm.String"/></ComplexType>
    <ComplexType Name="deep" BaseType="ns.size"><Property Name="depth" Type="Edm.Int32" Nullable="false"/></ComplexType>
    <EntityType Name="thing" Abstract="true"><Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.String" Nullable="false"><Annotation Term="Core.Computed"/></Property>
        <Property Name="name" Type="Edm.String" Nullable="false"/></EntityType>
    <EntityType Name="box" BaseType="ns.thing" HasStream="true">
        <Property Name="size" Type="ns.size" Nullable="false"/>
        <Property Name="lid" Type="ns.size"/>
        <Property Name="labels" Type="Collection(Edm.String)" Nullable="false"/>
        <Property Name="count" Type="Edm.Int32" Nullable="false" DefaultValue="1"/>
        <Property Name="state" Type="Edm.String" Nullable="false"><Annotation Term="Core.ComputedDefaultValue"/></Property>
        <Property Name="seen" Type="Edm.String" Nullable="false"><Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/></Property>
        <Property Name="born" Type="Edm.Date" Nullable="false"><Annotation Term="Core.Immutable"/></Property>
        <Property Name="shelfId" Type="Edm.String" Nullable="false"/>
        <Property Name="photo" Type="Edm.Stream" Nullable="false"/>
        <NavigationProperty Name="shelf" Type="ns.box" Nullable="false"><ReferentialConstraint Property="shelfId" ReferencedProperty="name"/></NavigationProperty>
        <NavigationProperty Name="inner" Type="Collection(ns.thing)" ContainsTarget="true"/></EntityType>
    <ComplexType Name="bag" OpenType="true">
        <Annotation Term="V.OpenPropertyTypeConstraint"><Collection><String>ns.size</String><String>ns.plain</String></Collection></Annotation></ComplexType>
    <ComplexType Name="plain" OpenType="true"><Property Name="width" Type="Edm.Int32" Nullable="false"/><Property Name="hue" Type="Edm.String" Nullable="false"/></ComplexType>
    <Action Name="pack" IsBound="true"><Parameter Name="box" Type="ns.box"/><Parameter Name="size" Type="ns.size"/></Action>"#;

/// A payload, and what it lacks: pointers with names of members.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

const BOXES: &[Case] = &[
    (r#"{"name":"a","size":{"width":1},"born":"2026-01-01"}"#, &[]),
    ("{}", &[("", "name"), ("", "size"), ("", "born")]),
    (r#"{"name":"a","size":{},"born":"2026-01-01"}"#, &[("/size", "width")]),
    (r#"{"name":"a","size":{"width":1},"born":"2026-01-01","lid":null}"#, &[]),
    (r#"{"name":"a","size":{"width":1},"born":"2026-01-01","lid":{"unit":"m"}}"#, &[("/lid", "width")]),
    (r##"{"name":"a","size":{"width":1,"@odata.type":"#ns.deep"},"born":"2026-01-01"}"##, &[("/size", "depth")]),
    (r##"{"name":"a","size":{"depth":1,"width":1,"@odata.type":"#ns.deep"},"born":"2026-01-01"}"##, &[]),
    (r#"{"born":"2026-01-01","name":"a","size":{"width":1},"inner":[{"@odata.id":"boxes(1)"}]}"#, &[]),
    (
        r##"{"born":"2026-01-01","name":"a","size":{"width":1},"inner":[{"@odata.type":"#ns.box","name":"b","born":"2026-01-01"}]}"##,
        &[("/inner/0", "size")],
    ),
    (
        r##"{"born":"2026-01-01","name":"a","size":{"width":1},"inner":[{"@odata.type":"#ns.box","@odata.id":"boxes(1)"}]}"##,
        &[],
    ),
    (r#"{"@odata.id":"boxes(1)"}"#, &[]),
    (r#"{"@odata.id":"boxes(1)","name":"a"}"#, &[("", "size"), ("", "born")]),
    (r#"{"@removed":{"reason":"changed"},"name":"a"}"#, &[]),
    (
        r##"{"born":"2026-01-01","name":"a","size":{"width":1,"x":{"@odata.type":"#ns.size"}}}"##,
        &[("/size/x", "width")],
    ),
];

#[test]
fn what_nobody_else_gives_must_be_there() {
    check("ns.box", BOXES);
    check("ns.pack(ns.box)", &[(r#"{"size":{"width":1}}"#, &[]), (r#"{"size":{}}"#, &[("/size", "width")])]);
    // Of an object that may be of several types.
    check(
        "ns.bag",
        &[
            (r##"{"any":{"@odata.type":"#ns.size","width":1}}"##, &[]),
            (r##"{"any":{"@odata.type":"#ns.plain","width":1}}"##, &[("/any", "hue")]),
            (r#"{"any":{"width":1}}"#, &[]),
            (r#"{"any":{"hue":"red"}}"#, &[("/any", "width")]),
        ],
    );
}

fn check(name: &str, cases: &[Case]) {
    let trial = Trial::of_xml(XML);
    let mut judges = Judges::new(&trial);
    let mut report = Report::default();
    for (payload, lacks) in cases {
        let outcome = hold(&trial, &mut judges, name, payload, &mut report);
        let found = trial.schema.validate(name, payload.as_bytes(), Profile::Create).unwrap();
        let told: Vec<(String, String)> =
            found.iter().map(|finding| (finding.pointer(), finding.member().unwrap_or_default())).collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(at, member)| (at.as_str(), member.as_str())).collect();
        assert_eq!(told, *lacks, "{name} {payload}: {found}");
        assert!(outcome.strict, "{name} {payload}");
        let [_, _, create] = outcome.json.unwrap();
        assert!(create.all_say(lacks.is_empty()), "{name} {payload}: {create:?}");
        report.negative += usize::from(!lacks.is_empty());
    }
    report.settle_all(name);
}
