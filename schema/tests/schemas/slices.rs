//! What roots reach, and the slice that is checked in.
#![cfg(all(feature = "slice", feature = "xml"))]

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use crate::common::{edmx, load_one, metadata, source};
use odatype_schema::{
    model::{Model, Operation, PropertyKind, QualifiedName},
    slice, slice_files, write,
};

/// Types with what they hold: `Base` is above, `Leaf` below what is asked for.
const SCHEMA: &str = r#"
<EntityType Name="base"><Property Name="ofBase" Type="a.viaBase"/></EntityType>
<EntityType Name="mid" BaseType="a.base"><Property Name="p" Type="a.en"/><Property Name="t" Type="a.def"/>
  <NavigationProperty Name="contained" Type="Collection(a.inner)" ContainsTarget="true"/>
  <NavigationProperty Name="related" Type="a.elsewhere"/></EntityType>
<EntityType Name="leaf" BaseType="a.mid"><Property Name="l" Type="Collection(a.viaLeaf)"/></EntityType>
<EntityType Name="sibling" BaseType="a.base"><Property Name="s" Type="a.viaSibling"/></EntityType>
<EntityType Name="inner"/><EntityType Name="elsewhere"/>
<ComplexType Name="viaBase"/><ComplexType Name="viaLeaf"/><ComplexType Name="viaSibling"/>
<ComplexType Name="argument"/><ComplexType Name="result"/>
<ComplexType Name="open" OpenType="true"><Annotation Term="Org.OData.Validation.V1.OpenPropertyTypeConstraint">
  <Collection><String>a.viaLeaf</String><String>Collection(a.viaBase)</String></Collection></Annotation>
  <Property Name="u" Type="Edm.Untyped"><Annotation Term="Org.OData.Validation.V1.DerivedTypeConstraint">
  <Collection><String>a.result</String></Collection></Annotation></Property></ComplexType>
<ComplexType Name="loop"><Property Name="again" Type="a.loop"/></ComplexType>
<ComplexType Name="unit price"/><ComplexType Name="unit price (net)"/>
<Function Name="priced"><Parameter Name="unit price" Type="a.unit price"/><ReturnType Type="a.result"/></Function>
<EnumType Name="en"><Member Name="m"/></EnumType><TypeDefinition Name="def" UnderlyingType="Edm.String"/>
<Action Name="act" IsBound="true"><Parameter Name="b" Type="a.mid"/><Parameter Name="x" Type="a.argument"/><ReturnType Type="a.result"/></Action>
<Action Name="act" IsBound="true"><Parameter Name="b" Type="Collection(a.mid)"/><Parameter Name="y" Type="a.loop"/></Action>
<Action Name="unbound"/><Function Name="fun"><ReturnType Type="a.result"/></Function>
<Function Name="get" IsBound="true"><Parameter Name="b" Type="a.inner"/><ReturnType Type="a.viaLeaf"/></Function>
<Function Name="get" IsBound="true"><Parameter Name="b" Type="a.inner"/><Parameter Name="by" Type="a.argument"/>
  <ReturnType Type="a.loop"/></Function>
<Action Name="fun" IsBound="true"><Parameter Name="b" Type="Collection(a.inner)"/></Action>
<EntityContainer Name="all"><EntitySet Name="leaves" EntityType="a.leaf"/><ActionImport Name="go" Action="a.unbound"/>
  <FunctionImport Name="have" Function="a.fun" EntitySet="leaves"/></EntityContainer>"#;

fn names(model: &Model) -> String {
    let structured = model.structured.keys().map(|name| name.name().to_owned());
    let simple = model.enums.keys().chain(model.definitions.keys()).map(|name| name.name().to_owned());
    let count = |sign: char, overloads: &BTreeMap<QualifiedName, Vec<Operation>>| -> Vec<String> {
        overloads.iter().map(|(name, overloads)| format!("{}{sign}{}", name.name(), overloads.len())).collect()
    };
    let operations = count('*', &model.actions).into_iter().chain(count('=', &model.functions));
    let served = model.containers.values().flat_map(|container| &container.elements);
    let operations = operations.chain(served.map(|element| format!("/{}", element.name)));
    structured.chain(simple).chain(operations).collect::<Vec<_>>().join(" ")
}

#[test]
fn roots_reach() {
    let model = load_one(edmx(SCHEMA)).unwrap();
    for (roots, expected) in [
        (&["n.mid"][..], "base inner leaf mid viaBase viaLeaf en def"),
        (&["a.leaf"], "base inner leaf mid viaBase viaLeaf en def"),
        (&["n.sibling"], "base sibling viaBase viaSibling"),
        (&["n.base"], "base inner leaf mid sibling viaBase viaLeaf viaSibling en def"),
        (&["n.sibling", "n.base"], "base inner leaf mid sibling viaBase viaLeaf viaSibling en def"),
        (&["n.loop"], "loop"),
        (&["n.open"], "open result viaBase viaLeaf"),
        (&["n.en", "n.def"], "en def"),
        (&["n.act"], "argument loop result act*2"),
        (&["n.act(n.mid)"], "argument result act*1"),
        (&["a.act( Collection(a.mid) )"], "loop act*1"),
        (&["n.unbound()"], "unbound*1 /go"),
        (&["n.get"], "argument loop viaLeaf get=2"),
        (&["n.get(n.inner)"], "argument loop viaLeaf get=2"),
        (&["n.get(a.inner, by)"], "argument loop get=1"),
        (&["a.unit price"], "unit price"),
        (&[" n.unit price (net) "], "unit price (net)"),
        (&["n.priced( unit price )"], "result unit price priced=1"),
        (&["n.fun"], "result fun*1 fun=1 /have"),
        (&["n.fun()"], "result fun=1 /have"),
    ] {
        let cut = slice(&model, roots).unwrap();
        assert_eq!(names(&cut), expected, "{roots:?}");
    }
}

#[test]
fn what_is_outside_is_a_reference() {
    let model = load_one(edmx(SCHEMA)).unwrap();
    for (roots, is_outside) in [(&["n.mid"][..], true), (&["n.mid", "n.elsewhere"], false)] {
        let cut = slice(&model, roots).unwrap();
        let related = cut.structured.values().flat_map(|ty| &ty.properties).find(|property| property.name == "related");
        let related = related.unwrap();
        assert_eq!(related.ty.to_string(), "n.elsewhere");
        assert!(
            matches!(&related.kind, PropertyKind::Navigation(found) if found.is_outside == is_outside),
            "{roots:?}"
        );
    }
}

#[test]
fn a_slice_is_read_again() {
    let model = load_one(edmx(SCHEMA)).unwrap();
    for root in ["n.mid", "n.leaf", "n.act", "n.act(n.mid)", "n.open", "n.unbound()", "n.get(n.inner,by)", "n.fun"] {
        let cut = slice(&model, &[root]).unwrap();
        let again = odatype_schema::load(&[source("slice.csdl.json", write(&cut))], &[]);
        let again = again.unwrap_or_else(|faults| panic!("{root}: {faults}"));
        assert_eq!(names(&again), names(&cut), "{root}");
        assert_eq!(again.provenance.unwrap().roots, [root]);
    }
}

#[test]
fn unknown_roots_are_all_named() {
    let model = load_one(edmx(SCHEMA)).unwrap();
    let errors = slice(&model, &["n.mid", "n.Mid", "m.leaf", "n.none", "mid", "n.act(n.leaf)", "n.get(n.inner,b)"]);
    let lines: Vec<String> = errors.unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "root `n.Mid` is not declared; perhaps `n.mid`",
            "root `m.leaf` is not declared; perhaps `n.leaf`",
            "root `n.none` is not declared; expected a type, an action or a function of the schema",
            "root `mid` is not declared; expected `namespace.Name`; perhaps `n.mid`",
            "root `n.act(n.leaf)` is not declared; expected one of `n.act(n.mid)`, `n.act(Collection(n.mid))`",
            "root `n.get(n.inner,b)` is not declared; expected one of `n.get(n.inner)`, `n.get(n.inner,by)`",
        ]
    );
}

/// A folder of this test's own, with the files given.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    folder
}

#[test]
fn manifests() {
    let manifest = "service = \"s\"\nversion = \"1\"\ndate = \"2020-01\"\n[roots]\n";
    let folder = folder("manifests", &[("n.xml", &edmx(SCHEMA).text)]);
    for (roots, expected) in [
        ("types = ['n.sibling']", "base sibling viaBase viaSibling"),
        ("types = ['n.en']\nwhere-declared = ['n.def', 'n.gone']", "en def"),
        ("types = ['n.unit price']", "unit price"),
        ("derived = ['n.mid']", "base inner leaf mid viaBase viaLeaf en def"),
        ("bound = ['n.mid']", "argument loop result act*2"),
        ("actions = ['n.unbound', 'n.act(n.mid)']", "argument result act*1 unbound*1 /go"),
        ("functions = ['n.get(n.inner,by)']", "argument loop get=1"),
        ("bound = ['n.inner']", "argument loop viaLeaf fun*1 get=2"),
    ] {
        let file = folder.join("m.toml");
        std::fs::write(&file, format!("{manifest}{roots}")).unwrap();
        let text = slice_files(&[folder.join("n.xml")], &file).unwrap().text;
        let model = load_one(source("s.json", text.as_str())).unwrap_or_else(|faults| panic!("{roots}: {faults}"));
        assert_eq!(names(&model), expected, "{roots}");
        assert_eq!(write(&model), text, "{roots}");
        let provenance = model.provenance.unwrap();
        assert_eq!((provenance.service.as_str(), provenance.date.as_str()), ("s", "2020-01"));
        assert_eq!(provenance.sha256["n.xml"].len(), 64);
    }
}

#[test]
fn faults_of_a_manifest() {
    let manifest = "service = \"s\"\nversion = \"1\"\ndate = \"2020-01\"\n[roots]\n";
    let folder = folder("faults", &[("n.xml", &edmx(SCHEMA).text)]);
    for (text, expected) in [
        (
            format!("{manifest}types = ['n.mid', 'n.x']\nderived = ['n.en']\nnamespaces = ['x']\nbound = ['n.leaf']"),
            "m.toml:5:19: root `n.x` is not declared; expected a type, an action or a function of the schema\n\
             m.toml:6:12: structured type `n.en` is not declared\n\
             m.toml:7:15: namespace `x` declares no type\n\
             m.toml:8:10: no operation is bound to `n.leaf`",
        ),
        (
            format!("{manifest}bound = 'n.leaf'"),
            "m.toml:5:9: invalid type: string \"n.leaf\", expected a list, `[\"…\"]`",
        ),
        (format!("extra = 1\n{manifest}"), "m.toml:1:1: unknown field `extra`, expected one of "),
        ("service = ".into(), "m.toml:1:11: "),
        ("service = 's'".into(), "m.toml:1:1: missing field `version`"),
    ] {
        let file = folder.join("m.toml");
        std::fs::write(&file, &text).unwrap();
        let faults = slice_files(&[folder.join("n.xml")], &file).unwrap_err().to_string();
        let faults = faults.replace(&format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR), "");
        assert!(faults.starts_with(expected), "{text}\n found {faults}\n expected {expected}");
    }
}

fn graph(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("graph").join(name)
}

#[odatype_data::test]
fn the_checked_in_slice_is_what_the_manifest_says() {
    let data = odatype_data::folder!();
    let metadata = data.join("metadata/graph-v1.0-2026-08.xml");
    let made = slice_files(&[metadata], &graph("communications.toml")).unwrap_or_else(|faults| panic!("{faults}")).text;
    let file = graph("communications.csdl.json");
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(known == made, "{} differs from what is made; run again with ODATYPE_BLESS=1", file.display());
}

#[test]
fn the_checked_in_slice_loads_and_is_free_of_prose() {
    let file = graph("communications.csdl.json");
    let model = odatype_schema::load_files(&[&file], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(write(&model), text);
    assert!(model.provenance.is_some_and(|provenance| provenance.roots.len() > 10));
    assert!(!text.contains("Description\":\"") && !text.contains("V1.Description"));
    // No text but names, numbers and URLs has several words.
    let prose = text.split('"').skip(1).step_by(2).find(|text| text.split(' ').count() > 4);
    assert_eq!(prose, None);
}

#[odatype_data::test]
fn every_metadata_file_gives_a_slice_and_always_the_same() {
    for file in metadata() {
        let slice = || slice_files(&[&file], &graph("communications.toml")).unwrap_or_else(|faults| panic!("{faults}"));
        let first = slice();
        assert!(first == slice());
        let first = first.text;
        let model = load_one(source("slice.json", first.as_str())).unwrap_or_else(|faults| panic!("{faults}"));
        assert!(model.structured.len() > 80 && model.structured.len() < 250, "{}", model.structured.len());
        assert!(write(&model) == first);
    }
}
