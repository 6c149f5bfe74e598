//! What no given document declares concerns only those who reach it.
#![cfg(feature = "xml")]

use crate::common::{edmx, source};
use odatype_schema::{
    Rulebook, SliceError, Source, documents, draft, draft_files, load, load_files, model::Model, write,
};
use odatype_table::{Body, Primitive, Shape};

const TYPES: &str = r#"<ComplexType Name="fine"><Property Name="p" Type="Edm.Boolean"/></ComplexType>
<ComplexType Name="raw"><Property Name="x" Type="missing.T" MaxLength="3"/><NavigationProperty Name="n" Type="Collection(missing.E)"/><NavigationProperty Name="c" Type="missing.E" ContainsTarget="true"/></ComplexType>
<ComplexType Name="broken" BaseType="missing.B"/><ComplexType Name="below" BaseType="a.broken"/>
<ComplexType Name="holder"><Property Name="b" Type="a.below"/><Property Name="f" Type="a.fine"/></ComplexType>
<Action Name="act"><Parameter Name="p" Type="missing.P"/><ReturnType Type="missing.R"/></Action>
<Action Name="bad"><Parameter Name="p" Type="a.broken"/></Action>
<Function Name="fun"><ReturnType Type="missing.F"/></Function>"#;

const OF_BASE: &str =
    "x.xml:5:1: n.broken: base type `missing.B` is not declared; no file declares namespace `missing`";

fn lines(faults: impl IntoIterator<Item = impl ToString>) -> Vec<String> {
    faults.into_iter().map(|fault| fault.to_string()).collect()
}

/// The messages of warnings, without what follows the first one's end.
fn warned(model: &Model) -> Vec<String> {
    model
        .warnings
        .iter()
        .map(|warning| format!("{}: {}", warning.name.as_deref().unwrap_or(""), warning.message))
        .collect()
}

#[test]
fn the_whole_reaches_everything() {
    let faults = load(&[edmx(TYPES)], &[]).unwrap_err();
    assert_eq!(lines(&faults), [OF_BASE]);
}

#[test]
fn roots_reach_what_they_reach() {
    for (root, expected) in [
        ("n.fine", Ok(&[][..])),
        // Whoever declares what `n` leads to, a slice cuts it off.
        ("n.raw", Ok(&["n.raw/x: type `missing.T` is not declared", "n.raw/c: type `missing.E` is not declared"])),
        (
            "n.act",
            Ok(&["n.act/p: type `missing.P` is not declared", "n.act/$ReturnType: type `missing.R` is not declared"]),
        ),
        ("n.broken", Err(OF_BASE)),
        ("n.below", Err(OF_BASE)),
        ("n.holder", Err(OF_BASE)),
        ("n.bad", Err(OF_BASE)),
    ] {
        let sliced = draft(&[edmx(TYPES)], &[]).slice(&[root]).map_err(|error| error.to_string());
        let focused = draft(&[edmx(TYPES)], &[]).focus(&[root]).map_err(|error| error.to_string());
        match expected {
            Ok(expected) => {
                let slice = sliced.unwrap_or_else(|error| panic!("{root}: {error}"));
                // What is broken and not reached is told all the same.
                let of_base = "n.broken: base type `missing.B` is not declared";
                let (beyond, own): (Vec<_>, Vec<_>) = warned(&slice).into_iter().partition(|said| said == of_base);
                assert_eq!((beyond.len(), own), (1, expected.iter().map(ToString::to_string).collect()), "{root}");
                // A slice is read again with the same warnings.
                let again = load(&[source("again.json", write(&slice))], &[]).unwrap();
                assert_eq!(warned(&again).len(), expected.len(), "{root}");
                let focus = focused.unwrap_or_else(|error| panic!("{root}: {error}"));
                assert!(focus.structured.len() > slice.structured.len());
                assert!(warned(&focus).iter().any(|said| said == of_base) && warned(&focus).len() > expected.len());
                assert!(Rulebook::new(&focus).is_ok(), "{root}");
                let outside: Vec<&str> =
                    focus.outside.iter().map(odatype_schema::model::QualifiedName::as_str).collect();
                assert_eq!(outside, ["n.below", "n.broken"], "what is broken is known by its name only");
            }
            Err(expected) => {
                assert_eq!(sliced.unwrap_err(), expected, "{root}");
                assert_eq!(focused.unwrap_err(), expected, "{root}");
            }
        }
    }
    let error = draft(&[edmx(TYPES)], &[]).slice(&["n.non"]).unwrap_err();
    assert!(matches!(&error, SliceError::Roots(unknown) if unknown.len() == 1), "{error}");
}

#[test]
fn what_is_broken_and_not_reached_is_told_with_what_was_perhaps_meant() {
    let types = r#"<ComplexType Name="fine"/><ComplexType Name="slip" BaseType="a.fien"/>
<ComplexType Name="turn" BaseType="a.turn"/>"#;
    let expected = [
        "x.xml:3:27: warning: n.slip: base type `n.fien` is not declared; perhaps `n.fine`",
        "x.xml:4:1: warning: n.turn: the type derives from itself: `n.turn` from `n.turn`",
    ];
    let told = |model: Model| lines(&model.warnings);
    assert_eq!(told(draft(&[edmx(types)], &[]).slice(&["n.fine"]).unwrap()), expected);
    assert_eq!(told(draft(&[edmx(types)], &[]).focus(&["n.fine"]).unwrap()), expected);
    // An overlay's author can mend it.
    let slip = r#"{"$Version":"4.01","n":{"slip":{"$Kind":"ComplexType","$BaseType":"n.fien"}}}"#;
    let overlay = [source("o.json", slip.to_owned())];
    let faults = draft(&[edmx(r#"<ComplexType Name="fine"/>"#)], &overlay).focus(&["n.fine"]).unwrap_err();
    assert_eq!(lines(&faults), ["o.json:1:25: n.slip: base type `n.fien` is not declared; perhaps `n.fine`"]);
}

#[test]
fn what_is_not_declared_is_any_json() {
    let model = draft(&[edmx(TYPES)], &[]).focus(&["n.raw"]).unwrap();
    let book = Rulebook::new(&model).unwrap();
    let row = book.table().rows.iter().find(|row| row.name == "n.raw").unwrap();
    let Body::Structured(ty) = &row.body else { panic!("{row:?}") };
    for member in &ty.own {
        assert_eq!(member.place.ty.shape, Shape::Primitive(Primitive::Untyped), "{}", member.name);
        assert_eq!(member.place.ty.is_collection, member.name == "n");
        assert_eq!(member.place.constraints, odatype_table::Constraints::default());
    }
}

#[test]
fn of_an_overlay_it_is_an_error() {
    let overlay = |text: &str| source("o.json", format!("{{\"$Version\":\"4.01\",\"n\":{{{text}}}}}"));
    let schema = edmx(r#"<ComplexType Name="fine"><Property Name="p" Type="Edm.Boolean"/></ComplexType>"#);
    let faults = load(&[schema], &[overlay(r#""fine":{"$Kind":"ComplexType","q":{"$Type":"n.non"}}"#)]).unwrap_err();
    assert_eq!(faults.as_slice().len(), 1);
    assert!(faults.to_string() == "o.json:1:55: n.fine/q: type `n.non` is not declared", "{faults}");
}

/// A document that includes `included` from a URI, and declares `declared`.
fn document(name: &str, (uri, included): (&str, &str), declared: &str) -> Source<'static> {
    source(
        name,
        format!(
            r#"<Edmx Version="4.0"><Reference Uri="{uri}"><Include Namespace="{included}"/></Reference>
<DataServices><Schema Namespace="{declared}"><ComplexType Name="T" BaseType="{included}.T"/></Schema></DataServices></Edmx>"#
        ),
    )
}

#[test]
fn the_reference_that_would_bring_a_base_type_is_named() {
    let uri = "http://example.com/v1/base_v1.xml";
    let alone = [document("a.xml", (uri, "base.v1"), "a")];
    assert_eq!(
        lines(load(&alone, &[]).unwrap_err()),
        ["a.xml:2:37: a.T: base type `base.v1.T` is not declared; namespace `base.v1` is that of \
          `http://example.com/v1/base_v1.xml`, which is not among the files"]
    );
    // Two documents that include a namespace from two places.
    let two =
        [document("a.xml", (uri, "base.v1"), "a"), document("b.xml", ("http://example.com/more.xml", "base.v1"), "b")];
    let faults = load(&two, &[]).unwrap_err().to_string();
    let both = "`http://example.com/more.xml` or `http://example.com/v1/base_v1.xml`, which is not among the files";
    assert_eq!(faults.matches(both).count(), 2, "{faults}");
    // Its last segment is the name of a file that is given, in whatever folder.
    let given = source(
        "x/base_v1.xml",
        r#"<Edmx Version="4.0"><DataServices><Schema Namespace="base"/></DataServices></Edmx>"#,
    );
    let faults = load(&[alone[0].clone(), given], &[]).unwrap_err().to_string();
    assert!(faults.ends_with("`base_v1.xml` is among the files and does not declare namespace `base.v1`"), "{faults}");
    // By the namespace it is found under any name.
    let other = source(
        "other.xml",
        r#"<Edmx Version="4.0"><DataServices><Schema Namespace="base.v1"><ComplexType Name="T"/></Schema></DataServices></Edmx>"#,
    );
    let model = load(&[alone[0].clone(), other], &[]).unwrap();
    assert_eq!(model.structured.len(), 2);
    assert!(write(&model).contains(uri));
}

#[test]
fn a_folder_is_its_documents_in_order_of_name() {
    let folder = std::env::temp_dir().join(format!("odatype-folder-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("deeper")).unwrap();
    let json = |namespace: &str, body: &str| format!("{{\"$Version\":\"4.01\",\"{namespace}\":{{{body}}}}}");
    std::fs::write(folder.join("b.json"), json("b", r#""T":{"$Kind":"ComplexType","$BaseType":"a.T"}"#)).unwrap();
    std::fs::write(folder.join("a.CSDL"), json("a", r#""T":{"$Kind":"ComplexType"}"#)).unwrap();
    std::fs::write(folder.join("c.xml"), r#"<Schema Namespace="c"/>"#).unwrap();
    std::fs::write(folder.join("notes.txt"), "not a document").unwrap();
    std::fs::write(folder.join("deeper/d.json"), "{").unwrap();
    let names: Vec<String> =
        documents(&folder).unwrap().iter().map(|path| path.file_name().unwrap().to_string_lossy().into()).collect();
    assert_eq!(names, ["a.CSDL", "b.json", "c.xml"]);
    // What is given twice is read once.
    let model = load_files(&[folder.clone(), folder.join("b.json")], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(model.namespaces.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
    let faults = draft_files(&[folder.join("deeper"), folder.join("none")], &[]).whole().unwrap_err();
    assert_eq!(faults.as_slice().len(), 2, "{faults}");
    std::fs::remove_file(folder.join("deeper/d.json")).unwrap();
    let faults = load_files(&[folder.join("deeper")], &[]).unwrap_err().to_string();
    assert!(
        faults.ends_with("the folder has no document; expected files that end in `.xml`, `.json` or `.csdl`"),
        "{faults}"
    );
    std::fs::remove_dir_all(folder).unwrap();
}
