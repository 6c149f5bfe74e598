//! What the tests of this folder share.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::path::PathBuf;

use odatype_schema::{Faults, Source, load, model::Model, write_compact};

/// Every metadata file of the data folder.
pub(crate) fn metadata() -> Vec<PathBuf> {
    let data = odatype_data::folder!();
    let folder = std::fs::read_dir(data.join("metadata")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// A source named `name`.
pub(crate) fn source(name: &str, text: impl Into<String>) -> Source<'static> {
    Source { name: name.into(), text: text.into().into() }
}

/// A `$metadata` document whose only schema, of namespace `n`, has `content`.
pub(crate) fn edmx(content: &str) -> Source<'static> {
    let text = format!(
        r#"<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="n" Alias="a" xmlns="http://docs.oasis-open.org/odata/ns/edm">
{content}
</Schema></edmx:DataServices></edmx:Edmx>"#
    );
    source("x.xml", text)
}

/// A CSDL JSON document whose only schema, of namespace `n`, has `content`.
pub(crate) fn csdl(content: &str) -> Source<'static> {
    source("x.json", format!("{{\"$Version\":\"4.01\",\n\"n\":{{\"$Alias\":\"a\"\n{content}}}}}"))
}

/// Loads one source.
pub(crate) fn load_one(source: Source<'_>) -> Result<Model, Faults> {
    load(&[source], &[])
}

/// What the schema of namespace `n` declares, as CSDL JSON without its alias.
pub(crate) fn declared(model: &Model) -> String {
    let text = write_compact(model);
    let (_, text) = text.split_once(r#""n":{"$Alias":"a""#).unwrap();
    text.strip_suffix("}}").unwrap().trim_start_matches(',').to_owned()
}

/// Everything in a model but the places.
pub(crate) fn without_places(model: &Model) -> String {
    let text = format!("{model:#?}");
    let lines = text.lines().filter(|line| {
        let line = line.trim_start();
        !(line.starts_with("file: ") || line.starts_with("line: ") || line.starts_with("column: "))
    });
    lines.collect::<Vec<_>>().join("\n")
}
