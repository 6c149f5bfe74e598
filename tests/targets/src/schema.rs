//! Schemas: each ends in an error that says something, or in Rust that parses.

use std::fs;

use odatype_codegen::{Options, Request, expand_to_string};
use odatype_schema::{Rulebook, Source, draft, load, slice_files};

/// A small schema with a little of everything.
const SHOP: &str = include_str!("../../fuzz/corpus/csdl/shop.json");

/// A manifest for it.
const METADATA: &str = "shop.json";

fn source(name: &str, bytes: &[u8]) -> Option<Source<'static>> {
    let text = String::from_utf8(bytes.to_vec()).ok()?;
    Some(Source { name: name.to_owned(), text: text.into() })
}

fn expanded(sources: &[Source<'_>], overlays: &[Source<'_>]) {
    match Request::default().plan(draft(sources, overlays)) {
        Err(refused) => assert!(!refused.problems.is_empty()),
        Ok(planned) => {
            let options = Options { runtime: "::odatype".parse().unwrap(), docs: true, files: Vec::new() };
            let text = expand_to_string(&planned.plan, &options, "fuzz").unwrap_or_else(|error| panic!("{error}"));
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        }
    }
}

/// CSDL, XML or JSON as its first character says.
pub(crate) fn csdl(bytes: &[u8]) {
    let is_xml = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
    if let Some(source) = source(if is_xml { "fuzz.xml" } else { "fuzz.json" }, bytes) {
        expanded(&[source], &[]);
    }
}

/// An overlay over a schema that is right.
pub(crate) fn overlay(bytes: &[u8]) {
    if let Some(overlay) = source("overlay.json", bytes) {
        expanded(&[Source { name: METADATA.to_owned(), text: SHOP.into() }], &[overlay]);
    }
}

/// A manifest, by which a schema that is right is cut.
pub(crate) fn manifest(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let (metadata, manifest) = (folder.path().join(METADATA), folder.path().join("cut.toml"));
    fs::write(&metadata, SHOP).unwrap();
    fs::write(&manifest, bytes).unwrap();
    match slice_files(&[metadata], &manifest) {
        Err(faults) => assert!(!faults.to_string().is_empty()),
        Ok(slice) => {
            let source = Source { name: "slice.json".to_owned(), text: slice.text.into() };
            assert!(load(&[source], &[]).is_ok());
        }
    }
}

/// A schema and itself have no changes; a schema and what became of it by edits, of which each is a place, a length and
/// what is put there, have some or none.
pub(crate) fn diff(bytes: &[u8]) {
    let mut text = SHOP.as_bytes().to_vec();
    for edit in bytes.chunks(4) {
        let [high, low, length, put] = *edit else { break };
        let at = (usize::from(high) << 8 | usize::from(low)) % text.len().max(1);
        let end = (at + usize::from(length) % 16).min(text.len());
        text.splice(at..end, (put > 0).then_some(put));
    }
    let old = load(&[Source { name: METADATA.to_owned(), text: SHOP.into() }], &[]).unwrap();
    let old = Rulebook::new(&old).unwrap();
    assert!(odatype_diff::compare(&old, &old).as_slice().is_empty());
    let Some(new) = source("new.json", &text).and_then(|source| load(&[source], &[]).ok()) else { return };
    let Ok(new) = Rulebook::new(&new) else { return };
    let (there, back) = (odatype_diff::compare(&old, &new), odatype_diff::compare(&new, &old));
    assert_eq!(there.as_slice().is_empty(), back.as_slice().is_empty());
}
