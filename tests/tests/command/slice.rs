//! `odatype slice`: what it makes of a whole service is CSDL JSON, says the standard's own schema.

use std::path::Path;

use crate::run::Folder;

fn checked_in(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/graph").join(name).display().to_string()
}

#[odatype_data::test]
fn whole_services_are_sliced_the_same_each_time() {
    let data = odatype_data::folder!();
    let folder = Folder::new();
    let manifest = checked_in("communications.toml");
    let csdl = std::fs::read_to_string(data.join("spec/csdl.schema.json")).unwrap();
    // Counted repetitions of Unicode classes are too large for the engine; how long names are is not looked at here.
    let csdl = csdl.replace("{0,127}", "*");
    let csdl = jsonschema::validator_for(&serde_json::from_str(&csdl).unwrap()).unwrap();
    for (name, expected) in [
        ("graph-v1.0-2026-08.xml", Some("communications.csdl.json")),
        ("graph-v1.0-2025-06.xml", None),
        ("graph-beta-2021-06.xml", None),
    ] {
        let metadata = data.join("metadata").join(name).display().to_string();
        let made = folder.run(&["slice", &metadata, "--manifest", &manifest]).done();
        folder.run(&["slice", &metadata, "--manifest", &manifest, "-o", "again.json"]).done();
        assert!(folder.read("again.json") == made, "{name} differs from run to run");
        if let Some(expected) = expected {
            let expected = std::fs::read_to_string(checked_in(expected)).unwrap();
            assert!(made == expected, "{name} does not give what is checked in");
        }
        let slice = serde_json::from_str(&made).unwrap();
        let errors: Vec<String> =
            csdl.iter_errors(&slice).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name} is no CSDL JSON: {errors:#?}");
    }
}
