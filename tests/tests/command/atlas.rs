//! `odatype atlas` of the schema that it has with it.

use serde_json::Value;

use crate::run::Folder;

fn data(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.run(&[&["atlas", "--format", "json"], arguments].concat());
    serde_json::from_str(&run.done()).unwrap()
}

#[test]
fn types_of_the_embedded_schema_are_where_the_library_has_them() {
    let folder = Folder::new();
    let module = |data: &Value, name: &str| {
        let found = data["types"].as_array().unwrap().iter().find(|ty| ty["name"] == name);
        found.unwrap()["rust"]["module"].as_str().unwrap().to_owned()
    };
    let embedded = data(&folder, &[]);
    for (name, expected) in [
        ("microsoft.graph.call", "odatype::graph"),
        ("microsoft.graph.answer(microsoft.graph.call)", "odatype::graph::actions::call"),
        ("microsoft.graph.callRecords.session", "odatype::graph::call_records"),
        ("odatype.graph.botData", "odatype::graph::overlay"),
    ] {
        assert_eq!(module(&embedded, name), expected);
    }
    assert_eq!(embedded["module"], Value::Null);
    // This is what `odatype::graph` has where.
    let library = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../models/src/graph.rs")).unwrap();
    let exported = "pub use generated::{SCHEMA, decode, microsoft::graph::*, odatype_::graph as overlay, types};";
    assert!(library.contains(exported), "{library}");
    // What differs from it is one's own.
    folder.write(
        "more.json",
        r#"{"$Version": "4.01", "microsoft.graph": {"call": {"$Kind": "EntityType", "mood": {}}}}"#,
    );
    for arguments in [&["--overlay", "more.json"][..], &["--rename", "microsoft.graph.mute=Silence"], &["shop.json"]] {
        let own = data(&folder, arguments);
        let name = if arguments == ["shop.json"] { "shop.core.card" } else { "microsoft.graph.call" };
        assert!(module(&own, name).starts_with("service::"), "{arguments:?}");
        assert_eq!(own["module"], "service");
    }
}
