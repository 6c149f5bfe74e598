//! What the builder writes, and what it says when it cannot.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use odatype_build::{Builder, Error};
use tempfile::TempDir;

const SCHEMA: &str = r#"{
  "$Version": "4.01",
  "shop": {
    "item": {"$Kind": "ComplexType", "name": {}, "price": {"$Type": "Edm.Decimal", "$Nullable": true}},
    "order": {"$Kind": "ComplexType", "items": {"$Type": "shop.item", "$Collection": true}},
    "note": {"$Kind": "ComplexType", "size": {"$Type": "Edm.Int32", "@Org.OData.Validation.V1.Pattern": "x"}}
  }
}"#;

/// A folder with a schema.
fn shop() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let schema = folder.path().join("shop.csdl.json");
    fs::write(&schema, SCHEMA).unwrap();
    (folder, schema)
}

/// What `builder` makes in `folder`.
fn made(builder: Builder, folder: &Path) -> Result<String, Error> {
    builder.out_dir(folder).write("shop.rs").map(|()| fs::read_to_string(folder.join("shop.rs")).unwrap())
}

#[test]
fn the_types_with_their_origin() {
    let (folder, schema) = shop();
    let text = made(Builder::new().schema(schema).root("shop.item").rename("shop.item.name", "title"), folder.path());
    let text = text.unwrap();
    assert!(text.starts_with("// `odatype-build` of shop.csdl.json\n// roots: shop.item\n// @generated"), "{text}");
    assert!(text.contains("pub struct Item") && text.contains("pub fn title("), "{text}");
    assert!(!text.contains("pub struct Order"), "{text}");
}

#[test]
fn everything_that_is_wrong_and_the_old_file() {
    let (folder, schema) = shop();
    let out = folder.path().join("shop.rs");
    let builder = || Builder::new().schema(&schema);
    let before = made(builder(), folder.path()).unwrap();
    let broken = folder.path().join("broken.csdl.json");
    fs::write(
        &broken,
        "{\"$Version\": \"4.01\", \"m\": {\n  \"t\": {\"$Kind\": \"ComplexType\", \"$BaseType\": \"m.no\"},\n  \
                        \"u\": {\"$Kind\": \"ComplexType\", \"$BaseType\": \"m.non\"}}}",
    )
    .unwrap();
    let place = |line: u32, column: u32| format!("{}:{line}:{column}: m.", broken.display());
    for (builder, starts) in [
        (builder().schema(&broken), vec![place(2, 3), place(3, 3)]),
        (builder().root("shop.itme").root("x"), vec!["root `shop.itme`".into(), "root `x`".into()]),
        (builder().rename("shop.no", "a"), vec!["rename: `shop.no`".into()]),
        (
            builder().rename("shop.item", "a").rename("shop.item", "b"),
            vec!["rename: `shop.item` is renamed twice".into()],
        ),
        (builder().runtime("a b"), vec!["runtime: `a b` is no path; expected a Rust path".into()]),
        (builder().overlay("gone.json"), vec!["gone.json: cannot be read: ".into()]),
        (builder().deny_warnings(), vec![format!("{}:6:", schema.display())]),
        (Builder::new(), vec!["there is no schema".into()]),
    ] {
        let error = made(builder, folder.path()).unwrap_err();
        let reasons: Vec<&str> = error.reasons().collect();
        let fits = reasons.len() == starts.len()
            && starts.iter().all(|start: &String| reasons.iter().any(|of| of.starts_with(start)));
        assert!(fits, "{starts:?}: {error:?}");
        assert_eq!(fs::read_to_string(&out).unwrap(), before);
    }
}

#[cfg(feature = "manifest")]
#[test]
fn cut_by_a_manifest() {
    let (folder, schema) = shop();
    let manifest = folder.path().join("small.toml");
    fs::write(&manifest, "service = \"s\"\nversion = \"1\"\ndate = \"2026-01\"\n[roots]\ntypes = [\"shop.order\"]\n")
        .unwrap();
    let text = made(Builder::new().schema(&schema).manifest(&manifest), folder.path()).unwrap();
    assert!(text.contains("pub struct Item") && !text.contains("pub struct Note"), "{text}");
    let slice = fs::read_to_string(folder.path().join("small.csdl.json")).unwrap();
    assert!(slice.contains("\"order\"") && !slice.contains("\"note\": {"), "{slice}");
    fs::write(&manifest, "service = 1").unwrap();
    let error = made(Builder::new().schema(&schema).manifest(&manifest), folder.path()).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}:1:11: ", manifest.display())), "{error}");
    assert_eq!(fs::read_to_string(folder.path().join("shop.rs")).unwrap(), text);
}

#[cfg(feature = "manifest")]
#[odatype_data::test]
fn a_services_metadata_gives_what_its_checked_in_slice_gives() {
    let data = odatype_data::folder!();
    let graph = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/graph");
    let (slice, overlay) = (graph.join("communications.csdl.json"), graph.join("communications.overlay.json"));
    let folder = tempfile::tempdir().unwrap();
    let metadata = data.join("metadata/graph-v1.0-2026-08.xml");
    let cut = Builder::new().schema(metadata).manifest(graph.join("communications.toml")).overlay(&overlay);
    let cut = made(cut, folder.path()).unwrap();
    assert_eq!(fs::read(folder.path().join("communications.csdl.json")).unwrap(), fs::read(&slice).unwrap());
    assert_eq!(made(Builder::new().schema(slice).overlay(overlay), folder.path()).unwrap(), cut);
}

#[test]
fn no_input_is_written_over() {
    let (folder, schema) = shop();
    let error = Builder::new().schema(folder.path()).out_dir(folder.path()).write("shop.csdl.json").unwrap_err();
    let path = schema.display();
    let expected =
        format!("{path}: cannot be written: it is an input too, `{path}`; expected another file to write to");
    assert_eq!(error.to_string(), expected);
    assert_eq!(fs::read_to_string(&schema).unwrap(), SCHEMA);
}
