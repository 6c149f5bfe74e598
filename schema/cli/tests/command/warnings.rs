//! What is odd about a schema, told by every subcommand.

use crate::run::{Folder, Run};

/// A service with `count` patterns that are no regular expressions.
fn service(count: usize) -> String {
    let properties: Vec<String> =
        (0..count).map(|index| format!("\n\"p{index}\": {{\"@Org.OData.Validation.V1.Pattern\": \"(\"}}")).collect();
    format!(r#"{{"$Version": "4.01", "n": {{"a": {{"$Kind": "ComplexType",{}}}}}}}"#, properties.join(","))
}

const MANIFEST: &str =
    "service = \"https://shop.example\"\nversion = \"v1\"\ndate = \"2026-01\"\n[roots]\ntypes = [\"n.a\"]\n";

fn folder(count: usize) -> Folder {
    let folder = Folder::new();
    folder.write("odd.json", service(count));
    folder.write("cut.toml", MANIFEST);
    folder.write("empty.json", "{}");
    folder
}

const SUBCOMMANDS: [&[&str]; 4] = [
    &["slice", "odd.json", "--manifest", "cut.toml"],
    &["expand", "odd.json"],
    &["json-schema", "odd.json", "--type", "n.a"],
    &["validate", "--schema", "odd.json", "--type", "n.a", "empty.json"],
];

#[test]
fn every_subcommand_tells_them() {
    let folder = folder(2);
    for arguments in SUBCOMMANDS {
        let Run { code, err, .. } = folder.run(arguments);
        let lines: Vec<&str> = err.lines().collect();
        assert!(code == 0 && lines.len() == 2, "{arguments:?}: {err}");
        for (line, start) in lines.iter().zip(["odd.json:2:", "odd.json:3:"]) {
            assert!(line.starts_with(start) && line.contains(": warning: n.a/p"), "{arguments:?}: {line}");
        }
    }
}

#[test]
fn denied_they_are_errors() {
    let folder = folder(30);
    for arguments in SUBCOMMANDS {
        let lines = folder.run(&[arguments, &["--deny-warnings"]].concat()).refused();
        assert_eq!(lines.len(), 30, "{arguments:?}: {lines:?}");
        assert!(lines[0].starts_with("odd.json:2:") && !lines[0].contains("warning"), "{arguments:?}: {lines:?}");
    }
    folder.run(&["expand", "shop.json", "--deny-warnings"]).done();
}

#[test]
fn of_many_the_first() {
    let folder = folder(25);
    let lines = |more: &[&str]| {
        let run = folder.run(&[SUBCOMMANDS[3], more].concat());
        assert_eq!(run.code, 0, "{run:#?}");
        run.err.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let some = lines(&[]);
    assert_eq!((some.len(), some[20].as_str()), (21, "and 5 more warnings; --all-warnings prints them"));
    let all = lines(&["--all-warnings"]);
    assert_eq!((all.len(), &all[..20]), (25, &some[..20]));
}
