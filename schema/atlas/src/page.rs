//! The page: one file with everything in it.

use std::{fmt::Write as _, io::Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::ZlibEncoder};
use odatype_json_schema::Deriver;
use odatype_table::Profile;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{Atlas, data, escape::text};

/// Where its parts come.
const TEMPLATE: &str = include_str!("../page/index.html");
/// What boxes and lines look like, here and in pictures for documents.
const PICTURE: &str = include_str!("../page/picture.css");
const STYLE: &str = include_str!("../page/style.css");
/// Libraries, each with its name and its licence, which must go with every copy.
const LIBRARIES: [(&str, &str, &str); 2] = [
    ("dagre", include_str!("../page/vendor/dagre.LICENSE"), include_str!("../page/vendor/dagre.min.js")),
    ("uFuzzy", include_str!("../page/vendor/uFuzzy.LICENSE"), include_str!("../page/vendor/uFuzzy.iife.min.js")),
];
/// Scripts of the page's own, each after those that it uses.
const SCRIPTS: [&str; 15] = [
    include_str!("../page/scheme.js"),
    include_str!("../page/dom.js"),
    include_str!("../page/schema.js"),
    include_str!("../page/links.js"),
    include_str!("../page/search.js"),
    include_str!("../page/example.js"),
    include_str!("../page/rust.js"),
    include_str!("../page/definitions.js"),
    include_str!("../page/type.js"),
    include_str!("../page/reach.js"),
    include_str!("../page/draw.js"),
    include_str!("../page/view.js"),
    include_str!("../page/picture.js"),
    include_str!("../page/home.js"),
    include_str!("../page/main.js"),
];

/// The page.
pub(crate) fn html(atlas: &Atlas<'_, '_>) -> String {
    let libraries = LIBRARIES.map(|(name, licence, script)| format!("/* {name}\n\n{licence}*/\n{script}"));
    let scripts: Vec<&str> = libraries.iter().map(String::as_str).chain(SCRIPTS).collect();
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let parts = [
        ("<!-- hashes -->", hashes.join(" ")),
        ("<!-- title -->", text(atlas.title)),
        ("/* style */", format!("{PICTURE}{STYLE}")),
        ("<!-- data -->", block("application/json", "data", &json(&data::data(atlas)))),
        ("<!-- definitions -->", block("text/plain", "definitions", &definitions(atlas))),
        ("<!-- scripts -->", format!("<script>{}</script>", scripts.join("</script>\n<script>"))),
    ];
    let mut page = String::new();
    let mut rest = TEMPLATE;
    // The parts stand in the template in this order, and what is in one of them is not looked at.
    for (mark, part) in &parts {
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        page.push_str(before);
        page.push_str(part);
        rest = after;
    }
    page + rest
}

/// What the page's policy calls a script: no other is run.
fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Data in the page.
fn block(kind: &str, id: &str, text: &str) -> String {
    format!("<script type=\"{kind}\" id=\"{id}\">{text}</script>")
}

/// The definitions of the JSON Schema, compressed: those of four thousand types are eleven megabytes, and one so.
fn definitions(atlas: &Atlas<'_, '_>) -> String {
    let document = Deriver::new(atlas.book.table()).schema_document(Profile::Strict);
    let definitions = document.get("$defs").and_then(Value::as_object).into_iter().flatten();
    // Each as its text, in which numbers are what they are.
    let texts = definitions.map(|(name, definition)| (name.clone(), format!("{definition:#}").into()));
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _: std::io::Result<()> = encoder.write_all(Value::Object(texts.collect()).to_string().as_bytes());
    STANDARD.encode(encoder.finish().unwrap_or_default())
}

/// JSON that ends no script, whatever its texts are.
fn json(value: &Value) -> String {
    let mut out = String::new();
    for character in value.to_string().chars() {
        match character {
            // These stand in texts only, where they may be written so.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out
}
