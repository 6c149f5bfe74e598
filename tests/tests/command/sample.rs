//! `odatype sample`: what is made up may be sent, says the JSON Schema too.

use crate::run::Folder;

#[test]
fn what_is_printed_is_valid() {
    let folder = Folder::new();
    for (schema, ty) in [
        (&["shop.json"][..], "shop.core.order"),
        (&["shop.json"], "Collection(s.order)"),
        (&["shop.json"], "s.pay"),
        (&["shop.json"], "s.state"),
        (&[], "microsoft.graph.answer"),
        (&[], "microsoft.graph.commsNotifications"),
    ] {
        let printed = folder.run(&[&["sample"], schema, &["--type", ty, "--count", "12"]].concat()).done();
        let names: Vec<String> = (0..printed.lines().count()).map(|place| format!("payload{place}.json")).collect();
        for (name, line) in names.iter().zip(printed.lines()) {
            folder.write(name, line);
        }
        assert_eq!(names.len(), 12, "{ty}");
        for engine in ["decoder", "json-schema"] {
            let mut arguments = vec!["validate", "--engine", engine, "--type", ty];
            arguments.extend(schema.iter().flat_map(|schema| ["--schema", schema]));
            arguments.extend(names.iter().map(String::as_str));
            assert_eq!(folder.run(&arguments).done(), "", "{engine} {ty}");
        }
    }
}
