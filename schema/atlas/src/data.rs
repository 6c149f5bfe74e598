//! What the page shows, as one value.

mod member;
mod object;
mod operation;
mod served;
mod types;

use serde_json::{Value, json};

use crate::{
    Atlas, example,
    rust::{MODULE, Rust},
};
use types::Types;

/// All of it.
pub(crate) fn data(atlas: &Atlas<'_, '_>) -> Value {
    let rust = Rust::new(atlas.plan, atlas.modules);
    let mut types = Types::new(atlas.book, Some(&rust)).all();
    let mut data = json!({
        "title": atlas.title,
        "dialect": odatype_json_schema::DIALECT,
        "roots": atlas.roots,
        "served": served::served(atlas.book.model()),
        "builtIn": example::built_in(),
    });
    // What is elsewhere needs no word of where it is.
    if atlas.modules.is_empty() {
        data["module"] = json!(MODULE);
    }
    if let Some(before) = atlas.before {
        for (name, mut ty) in Types::new(before.book, None).all() {
            types.entry(name).or_insert_with(|| {
                ty["gone"] = json!(true);
                ty
            });
        }
        data["changes"] = before.changes.as_slice().iter().map(odatype_diff::Change::to_json).collect();
        data["summary"] = json!(before.changes.summary());
    }
    data["types"] = types.into_values().collect();
    data
}
