//! Types that a schema declares in several versions, as one type.
#![cfg(all(feature = "xml", feature = "slice"))]

use std::fs;

use crate::common::{source, without_places};
use odatype_schema::{
    Draft, Rulebook, Source, Versions, draft,
    model::{Model, QualifiedName},
    slice_files, write, write_compact,
};

fn schema(namespaces: &[(&str, &str)]) -> Source<'static> {
    let schemas: Vec<String> =
        namespaces.iter().map(|(name, content)| format!("<Schema Namespace='{name}'>{content}</Schema>")).collect();
    source("x.xml", format!("<Edmx Version='4.0'><DataServices>{}</DataServices></Edmx>", schemas.join("\n")))
}

fn latest(sources: &[Source<'_>]) -> Draft {
    draft(sources, &[]).with_versions(Versions::Latest)
}

fn model(namespaces: &[(&str, &str)]) -> Model {
    latest(&[schema(namespaces)]).whole().unwrap_or_else(|faults| panic!("{faults}"))
}

/// What is declared, as CSDL JSON.
fn declared(model: &Model) -> String {
    let text = write_compact(model);
    let (_, text) = text.split_once(r#"","#).unwrap();
    text.strip_suffix('}').unwrap().to_owned()
}

fn warnings(model: &Model) -> Vec<String> {
    model.warnings.iter().map(ToString::to_string).collect()
}

const BASE: (&str, &str) =
    ("a", "<EntityType Name='A' Abstract='true'><Property Name='k' Type='Edm.Int32'/></EntityType>");

#[test]
fn a_chain_is_one_type() {
    let model = model(&[
        BASE,
        (
            "a.v1_0_0",
            "<EntityType Name='A' BaseType='a.A'><Property Name='p' Type='a.v1_0_0.B'/></EntityType><ComplexType Name='B'/>",
        ),
        ("a.v1_10_0", "<EntityType Name='A' BaseType='a.v1_2_0.A'><Property Name='r' Type='Edm.Int32'/></EntityType>"),
        (
            "a.v1_2_0",
            "<EntityType Name='A' BaseType='a.v1_0_0.A'><Property Name='q' Type='Collection(a.v1_7_7.A)'/></EntityType>",
        ),
    ]);
    assert_eq!(
        declared(&model),
        r#""a":{"A":{"$Kind":"EntityType","@odatype.V1.Versions":["v1_0_0","v1_2_0","v1_10_0"],"k":{"$Type":"Edm.Int32","$Nullable":true},"p":{"$Type":"a.B","$Nullable":true},"q":{"$Type":"a.A","$Collection":true,"$Nullable":true},"r":{"$Type":"Edm.Int32","$Nullable":true}},"B":{"$Kind":"ComplexType","@odatype.V1.Versions":["v1_0_0"]}}"#
    );
    let told = "x.xml:4:73: warning: a.A/q: entity type `a.A` of what is no navigation property; objects of it are read all the same";
    assert_eq!(warnings(&model), [told]);
    let book = Rulebook::new(&model).unwrap();
    let names: Vec<Vec<_>> = book.table().rows.iter().map(|row| row.names().collect()).collect();
    assert_eq!(names, [vec!["a.v1_0_0.A", "a.v1_2_0.A", "a.v1_10_0.A"], vec!["a.v1_0_0.B"]]);
}

#[test]
fn versions_from_different_documents_and_branches() {
    // Errata derive from each other, and the next version from one of them.
    let one = source(
        "1.xml",
        "<Schema Namespace='b.v1_0_1'><ComplexType Name='T' BaseType='b.v1_0_0.T'><Property Name='y' Type='Edm.Int32'/></ComplexType></Schema>",
    );
    let two = source(
        "2.xml",
        "<Schema Namespace='b.v1_0_0'><ComplexType Name='T'><Property Name='x' Type='Edm.Int32'/></ComplexType></Schema>",
    );
    let three = source(
        "3.xml",
        "<Schema Namespace='b.v1_1_0'><ComplexType Name='T' BaseType='b.v1_0_0.T'><Property Name='z' Type='Edm.Int32'/></ComplexType></Schema>",
    );
    let all = [one, two, three];
    let model = latest(&all).whole().unwrap();
    let ty = &model.structured[&QualifiedName::parse("b.T").unwrap()];
    assert_eq!(ty.properties.iter().map(|property| &*property.name).collect::<Vec<_>>(), ["x", "y", "z"]);
    let [one, two, three] = all;
    assert_eq!(without_places(&model), without_places(&latest(&[three, two, one]).whole().unwrap()));
}

#[test]
fn what_versions_do_not_agree_on() {
    for (versions, expected, told) in [
        // A property of another type may be of either.
        (
            [
                "<ComplexType Name='T'><Property Name='p' Type='Edm.Int32'/></ComplexType>",
                "<ComplexType Name='T'><Property Name='p' Type='Collection(Edm.Int32)'/></ComplexType>",
            ],
            r#""T":{"$Kind":"ComplexType","@odatype.V1.Versions":["v1","v2"],"p":{"$Type":"Edm.Untyped","$Nullable":true}}"#,
            vec![
                "x.xml:2:48: warning: a.v2.T/p: the property is `Collection(Edm.Int32)`, but an earlier version declares it as `Edm.Int32`",
            ],
        ),
        // Nullable, open, and what is said: the widest, the latest.
        (
            [
                "<ComplexType Name='T'><Property Name='p' Type='Edm.Int32' Nullable='true'><Annotation Term='Org.OData.X.x' Int='1'/><Annotation Term='Org.OData.X.y' Int='1'/></Property></ComplexType>",
                "<ComplexType Name='T' OpenType='true'><Property Name='p' Type='Edm.Int32' Nullable='false'><Annotation Term='Org.OData.X.x' Int='2'/></Property></ComplexType>",
            ],
            r#""T":{"$Kind":"ComplexType","$OpenType":true,"@odatype.V1.Versions":["v1","v2"],"p":{"$Type":"Edm.Int32","$Nullable":true,"@Org.OData.X.x":2,"@Org.OData.X.y":1}}"#,
            vec![],
        ),
        // Members of all versions, by the latest's values.
        (
            [
                "<EnumType Name='T'><Member Name='a'/><Member Name='b'/></EnumType>",
                "<EnumType Name='T'><Member Name='b'/><Member Name='c'/></EnumType>",
            ],
            r#""T":{"$Kind":"EnumType","@odatype.V1.Versions":["v1","v2"],"a":0,"b":0,"c":1}"#,
            vec![],
        ),
        (
            [
                "<EnumType Name='T' IsFlags='true'><Member Name='a' Value='1'/></EnumType>",
                "<EnumType Name='T' IsFlags='true'><Member Name='a' Value='2'/></EnumType>",
            ],
            r#""T":{"$Kind":"EnumType","$IsFlags":true,"@odatype.V1.Versions":["v1","v2"],"a":2}"#,
            vec!["x.xml:2:26: warning: a.v2.T: the values of `a` are other than in an earlier version"],
        ),
        (
            [
                "<TypeDefinition Name='T' UnderlyingType='Edm.Guid'/>",
                "<TypeDefinition Name='T' UnderlyingType='Edm.String'/>",
            ],
            r#""T":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String","@odatype.V1.Versions":["v1","v2"]}"#,
            vec![],
        ),
    ] {
        let model = model(&[("a.v1", versions[0]), ("a.v2", versions[1])]);
        assert_eq!(declared(&model), format!(r#""a":{{{expected}}}"#));
        let found = warnings(&model);
        assert_eq!(found.len(), told.len(), "{found:?}");
        assert!(found.iter().zip(&told).all(|(found, told)| found.starts_with(told)), "{found:#?}");
    }
}

#[test]
fn another_kind_is_another_type() {
    let model = model(&[
        ("a.v1", "<EnumType Name='T'><Member Name='m'/></EnumType>"),
        ("a.v2", "<ComplexType Name='T'><Property Name='p' Type='a.v1.T'/></ComplexType>"),
    ]);
    assert_eq!(
        declared(&model),
        r#""a":{"T":{"$Kind":"ComplexType","@odatype.V1.Versions":["v2"],"p":{"$Type":"a.v1.T","$Nullable":true}}},"a.v1":{"T":{"$Kind":"EnumType","m":0}}"#
    );
    assert_eq!(
        warnings(&model),
        ["x.xml:1:60: warning: a.v1.T: the type is no version of `a.T`, which is of another kind"]
    );
}

#[test]
fn whatever_names_a_version_names_the_type() {
    let model = model(&[
        BASE,
        ("a.v1", "<EntityType Name='A' BaseType='a.A'/><TypeDefinition Name='D' UnderlyingType='Edm.Int32'/>"),
        (
            "s",
            "<Action Name='go' IsBound='true'><Parameter Name='x' Type='a.v1.A'/><Parameter Name='y' Type='Collection(a.v1.D)'/></Action>
<Function Name='f'><ReturnType Type='a.v9.A'/></Function><Term Name='t' Type='a.v1.D'/>
<ComplexType Name='C' OpenType='true'><Annotation Term='Org.OData.Validation.V1.OpenPropertyTypeConstraint'><Collection><String>a.v1.A</String></Collection></Annotation></ComplexType>
<EntityContainer Name='c'><EntitySet Name='as' EntityType='a.v1.A'><NavigationPropertyBinding Path='a.v1.A/n' Target='as'/></EntitySet></EntityContainer>",
        ),
    ]);
    let text = declared(&model);
    assert!(!text.contains("v1.") && !text.contains("v9."), "{text}");
    assert!(text.contains(r#""$NavigationPropertyBinding":{"a.A/n":"as"}"#), "{text}");
    assert!(text.contains(r#"OpenPropertyTypeConstraint":["a.A"]"#), "{text}");
}

#[test]
fn a_slice_keeps_what_it_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let schemas = schema(&[
        BASE,
        ("a.v1", "<EntityType Name='A' BaseType='a.A'><NavigationProperty Name='to' Type='b.v1.B'/></EntityType>"),
        ("a.v2", "<EntityType Name='A' BaseType='a.v1.A'/>"),
        ("b.v1", "<EntityType Name='B'/>"),
        ("b.v2", "<EntityType Name='B' BaseType='b.v1.B'/>"),
    ]);
    fs::write(path("m.xml"), &*schemas.text).unwrap();
    let manifest = |rule: &str, root: &str| {
        let text = format!("service = 's'\nversion = '1'\ndate = '2026-01'\n{rule}\n[roots]\ntypes = ['{root}']\n");
        fs::write(path("m.toml"), text).unwrap();
        slice_files(&[path("m.xml")], &path("m.toml"))
    };
    let slice = manifest("versions = 'latest'", "a.A").unwrap();
    assert_eq!(manifest("versions = 'latest'", "a.v1.A").unwrap().text.replace("a.v1.A", "a.A"), slice.text);
    let model = odatype_schema::load(&[source("s.json", slice.text.clone())], &[]).unwrap();
    assert_eq!(write(&model), slice.text);
    let book = Rulebook::new(&model).unwrap();
    assert_eq!(book.table().rows[0].to_text(), "entity\ta.A\t-\t-\tv1,v2\nk\tInt32\tn\nto\tUntyped\tnvu");
    assert_eq!(book.table().outside, ["b.B", "b.v1.B", "b.v2.B"]);
    // Once more makes no difference.
    let again = latest(&[source("s.json", slice.text.clone())]).whole().unwrap();
    assert_eq!(write(&again), slice.text);
    let error = manifest("versions = 'newest'", "a.A").unwrap_err().to_string();
    assert!(error.ends_with("m.toml:4:12: `newest` is no rule for versions; expected `all` or `latest`"), "{error}");
}

#[test]
fn an_alias_of_a_version_stays() {
    let text = "<Schema Namespace='a.v1' Alias='one'><ComplexType Name='T'/></Schema>";
    let model = latest(&[source("x.xml", text)]).whole().unwrap();
    assert_eq!(
        declared(&model),
        r#""a":{"T":{"$Kind":"ComplexType","@odatype.V1.Versions":["v1"]}},"a.v1":{"$Alias":"one"}"#
    );
}
