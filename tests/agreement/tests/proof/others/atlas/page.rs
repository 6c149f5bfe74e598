//! Atlases as files, and a browser that opens them.

use std::{fs, path::PathBuf};

use odatype_atlas::{Atlas, Before};
use odatype_codegen::{Renames, plan::plan};
use odatype_schema::{Rulebook, Source, load, model::Model};
use serde_json::{Value, json};

use crate::others::tools::{browser, folder, node};

/// A schema's atlas as a file, and the schema.
pub(super) struct Page {
    pub(super) file: PathBuf,
    pub(super) model: Model,
}

impl Page {
    pub(super) fn new(name: &str, model: Model, before: Option<&Model>) -> Self {
        Self::titled(name, name, model, before)
    }

    pub(super) fn titled(name: &str, title: &str, model: Model, before: Option<&Model>) -> Self {
        let file = folder("atlas").join(format!("{name}.html"));
        let book = Rulebook::new(&model).unwrap();
        let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| errors.partial);
        let old = before.map(|model| Rulebook::new(model).unwrap());
        let changes = old.as_ref().map(|old| odatype_diff::compare(old, &book));
        let before = old.as_ref().zip(changes.as_ref()).map(|(book, changes)| Before { book, changes });
        let page = Atlas { title, book: &book, plan: &plan, modules: &[], roots: &[], before }.html();
        fs::write(&file, page).unwrap();
        Self { file, model }
    }
}

/// What a browser tells of `tasks`; nothing where there is none. Whatever is in the console is an error.
pub(super) fn told(name: &str, tasks: &Value) -> Option<Value> {
    let told = node("atlas.cjs", name, &json!({ "browser": browser()?, "tasks": tasks }))?;
    assert_eq!(told["said"], json!([]));
    Some(told)
}

pub(super) fn model(text: &str) -> Model {
    load(&[Source { name: "made.json".into(), text: text.into() }], &[]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The model of a schema of the tests.
pub(super) fn checked_in(path: &str) -> Model {
    model(&fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap())
}
