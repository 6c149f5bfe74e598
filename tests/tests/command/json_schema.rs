//! `odatype json-schema`: its documents in the hands of a validator.

use serde_json::{Value, json};

use crate::run::Folder;

#[test]
fn says_what_the_profile_says() {
    let folder = Folder::new();
    let wrong = json!({ "state": "lost", "payment": { "amount": 1 }, "new": 1 });
    for (profile, accepts) in [(&[][..], false), (&["--profile", "strict"], false), (&["--profile", "tolerant"], true)]
    {
        let mut arguments = vec!["json-schema", "shop.json", "--type", "shop.core.order"];
        arguments.extend(profile);
        let validator =
            jsonschema::validator_for(&serde_json::from_str(&folder.run(&arguments).done()).unwrap()).unwrap();
        assert_eq!(validator.is_valid(&wrong), accepts, "{profile:?}");
        assert!(validator.is_valid(&json!({ "state": "sent" })));
        assert!(!validator.is_valid(&json!({ "state": {} })));
    }
}

#[test]
fn of_everything_in_a_folder() {
    let folder = Folder::new();
    folder.run(&["json-schema", "shop.json", "--all", "-o", "all/"]).done();
    // Each document with the others beside it.
    let mut registry = jsonschema::Registry::new();
    for entry in std::fs::read_dir(folder.path().join("all")).unwrap() {
        let path = entry.unwrap().path();
        let document: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let uri = format!("https://x.example/{}", path.file_name().unwrap().to_str().unwrap());
        registry = registry.add(uri, jsonschema::Resource::from_contents(document)).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let root = json!({ "$ref": "https://x.example/shop.core.order.json" });
    let validator = jsonschema::options().with_registry(&registry).build(&root).unwrap();
    assert!(validator.is_valid(&json!({ "state": "sent" })));
    assert!(!validator.is_valid(&json!({ "state": "lost" })));
}
