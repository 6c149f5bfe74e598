//! A crate of a user's own, outside this workspace: one dependency, under another name, with warnings denied.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{fs, path::Path};

use odatype_tests::users::cargo;

const SCHEMA: &str = r#"{
  "$Version": "4.01",
  "my.shop": {
    "$Alias": "S",
    "item": {"$Kind": "EntityType", "$Key": ["id"], "id": {}, "request-id": {"$Nullable": true}, "type": {"$Type": "S.kind"}},
    "book": {"$Kind": "EntityType", "$BaseType": "S.item", "pages": {"$Type": "Edm.Int32", "$Nullable": true}, "sequel": {"$Type": "S.book", "$Nullable": true}},
    "kind": {"$Kind": "EnumType", "self": 0, "2nd": 1},
    "rights": {"$Kind": "EnumType", "$IsFlags": true, "read": 1, "write": 2},
    "order": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "item", "$Type": "S.item"}, {"$Name": "count", "$Type": "Edm.Int32"}]}]
  }
}"#;

const LIB: &str = r#"//! A user's crate.
#![deny(warnings, missing_docs)]

/// The shop's types.
pub mod shop {
    od::schema! {
        path = "schema/shop.csdl.json",
    }
}

pub use shop::my::shop::{AnyItem, Book, Item, actions};

/// Reads and orders.
pub fn order(json: &[u8]) -> Result<Vec<u8>, od::Error> {
    let book: Book = od::from_slice(json)?;
    let item = AnyItem::from(book);
    let _ = item.id();
    let _ = shop::decode("my.shop.item", json)?;
    Ok(od::to_vec(&actions::item::Order::new(actions::item::OrderRequired { count: 1 })))
}
"#;

/// Checks the crate with these features of `odatype`; its manifest names nothing else.
fn check(folder: &Path, features: &str) {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         od = {{ package = \"odatype\", path = '{}', {features} }}\n",
        models.display()
    );
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::create_dir_all(folder.join("schema")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("schema/shop.csdl.json"), SCHEMA).unwrap();
    fs::write(folder.join("src/lib.rs"), LIB).unwrap();
    let shared = Path::new(env!("CARGO_TARGET_TMPDIR")).join("user");
    let output = cargo(folder, &shared, &["check"]).output;
    assert!(output.status.success(), "{features}:\n{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn one_renamed_dependency_is_enough() {
    let folder = tempfile::tempdir().unwrap();
    check(folder.path(), "default-features = false, features = [\"macros\"]");
    check(folder.path(), "default-features = false, features = [\"macros\", \"validate\"]");
    check(folder.path(), "default-features = false, features = [\"macros\", \"json-schema\"]");
}
