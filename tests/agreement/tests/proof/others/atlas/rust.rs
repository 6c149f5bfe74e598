//! What pages say that one writes in Rust.

use std::{fmt::Write as _, fs, path::PathBuf, process::Command};

use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};
use odatype_schema::{Rulebook, model::Model};
use serde_json::json;

use super::page::{Page, checked_in, told};
use crate::{others::tools::folder, whole::schemas};

/// A crate with generated types and, for each of them, what its page says that one writes.
fn user(name: &str, model: &Model, texts: &[(String, String)]) -> PathBuf {
    let crate_of = folder("atlas-rust").join(name);
    fs::create_dir_all(crate_of.join("src")).unwrap();
    let models = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         odatype = {{ path = \"{}\", default-features = false }}\n",
        models.display()
    );
    fs::write(crate_of.join("Cargo.toml"), manifest).unwrap();
    let book = Rulebook::new(model).unwrap();
    let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let options = Options { runtime: odatype_codegen::runtime("::odatype").unwrap(), docs: false, files: Vec::new() };
    fs::write(crate_of.join("src/service.rs"), expand_to_string(&plan, &options, "").unwrap()).unwrap();
    let mut uses = "#![allow(unused)]\npub mod service;\n".to_owned();
    for (index, (name, text)) in texts.iter().enumerate() {
        let (names, body) = text.split_once("\n\n").unwrap();
        let names = names.replace("use service::", "use super::service::");
        let body = format!(
            "pub fn of(json: &::core::primitive::str, bytes: &[::core::primitive::u8]) -> \
             ::core::result::Result<(), ::std::boxed::Box<dyn ::core::error::Error>> {{\n{body}\n::core::result::Result::Ok(())\n}}"
        );
        writeln!(uses, "/// {name}\nmod of{index} {{\nuse super::service;\n{names}\n{body}\n}}").unwrap();
    }
    fs::write(crate_of.join("src/lib.rs"), uses).unwrap();
    crate_of
}

#[test]
fn what_one_writes_in_rust_compiles() {
    let pages = [
        Page::new("calls-rust", schemas::calls_model(), None),
        Page::new("constraints-rust", checked_in("golden/constraints.csdl.json"), None),
        Page::new("names-rust", checked_in("golden/names.csdl.json"), None),
        Page::new("primitives-rust", checked_in("golden/primitives.csdl.json"), None),
    ];
    let files: Vec<&PathBuf> = pages.iter().map(|page| &page.file).collect();
    let Some(told) = told("rust", &json!({ "rust": files })) else { return };
    for (page, (name, told)) in pages
        .iter()
        .zip(["calls", "constraints", "names", "primitives"].into_iter().zip(told["rust"].as_array().unwrap()))
    {
        let texts: Vec<(String, String)> = serde_json::from_value(told.clone()).unwrap();
        assert!(texts.len() > 2, "{texts:?}");
        let todo = texts.iter().filter(|(_, text)| text.contains("todo!()")).map(|(name, _)| name);
        assert_eq!(todo.collect::<Vec<_>>(), [""; 0]);
        let mut check = Command::new(env!("CARGO"));
        check.args(["check", "--quiet"]).current_dir(user(name, &page.model, &texts));
        let check = check.env("CARGO_TARGET_DIR", folder("atlas-rust").join("target")).output().unwrap();
        assert!(check.status.success(), "{:.6000}", String::from_utf8_lossy(&check.stderr));
    }
}
