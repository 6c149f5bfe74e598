//! Names that CSDL JSON would read as something else.
#![cfg(feature = "xml")]

use odatype_schema::{Source, load, unwritable};

#[test]
fn what_json_would_read_as_something_else() {
    let text = r#"<Schema Namespace="n"><ComplexType Name="$C"><Property Name="a@b" Type="Edm.Int32"/><Property Name="c$" Type="Edm.Int32"/>
</ComplexType><EnumType Name="N"><Member Name="$m"/></EnumType></Schema>"#;
    let model = load(&[Source { name: "x.xml".into(), text: text.into() }], &[]).unwrap();
    let found: Vec<String> = unwritable(&model).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "x.xml:1:23: n.$C: CSDL JSON cannot hold the name `$C`; use the schema in CSDL XML",
            "x.xml:1:46: n.$C: CSDL JSON cannot hold the name `a@b`; use the schema in CSDL XML",
            "x.xml:2:15: n.N: CSDL JSON cannot hold the name `$m`; use the schema in CSDL XML",
        ]
    );
}

#[test]
fn namespaces_that_json_would_read_as_something_else() {
    for (namespace, expected) in [
        ("$a", &["x.xml:2:24: $a: CSDL JSON cannot hold the name `$a`; use the schema in CSDL XML"][..]),
        ("a@b", &["x.xml:2:25: a@b: CSDL JSON cannot hold the name `a@b`; use the schema in CSDL XML"]),
        ("a.$b", &[]),
    ] {
        let text = format!(
            r#"<Edmx Version="4.0"><DataServices><Schema Namespace="n"><ComplexType Name="A"/></Schema>
<Schema Namespace="{namespace}"><Action Name="a"/><ComplexType Name="C"/><EntityType Name="B"/></Schema></DataServices></Edmx>"#
        );
        let model = load(&[Source { name: "x.xml".into(), text: text.into() }], &[]).unwrap();
        let found: Vec<String> = unwritable(&model).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }
}
