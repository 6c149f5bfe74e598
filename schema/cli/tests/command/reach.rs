//! A schema of which parts are missing is used as far as one asks for what is there.

use crate::run::Folder;

const SCHEMA: &str = r#"{"$Version": "4.01", "n": {
"fine": {"$Kind": "ComplexType", "ok": {"$Type": "Edm.Boolean"}},
"raw": {"$Kind": "ComplexType", "x": {"$Type": "missing.T", "$Nullable": true}},
"broken": {"$Kind": "ComplexType", "$BaseType": "missing.B"}}}"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("parts.json", SCHEMA);
    folder
}

const BROKEN: &str =
    "parts.json:4:1: n.broken: base type `missing.B` is not declared; no file declares namespace `missing`";
const RAW: &str = "parts.json:3:33: warning: n.raw/x: type `missing.T` is not declared; no file declares namespace `missing`; \
                   values of it are any JSON\n";

#[test]
fn types_and_roots_are_asked_for() {
    let folder = folder();
    let validate = |ty: &str| {
        folder.run_with(&["validate", "--schema", "parts.json", "--type", ty, "-"], r#"{"x": [1, {"a": null}]}"#)
    };
    // What is broken and not asked for is told too.
    let beyond = format!("{}\n", BROKEN.replace("n.broken", "warning: n.broken"));
    let raw = format!("{RAW}{beyond}");
    let run = validate("n.raw");
    assert_eq!((run.code, &*run.out, &*run.err), (0, "", &*raw));
    let run = validate("n.fine");
    assert_eq!((run.code, run.out.lines().count(), &*run.err), (1, 1, &*beyond));
    assert_eq!(validate("n.broken").refused(), [BROKEN]);
    let schema = |ty: &str| folder.run(&["json-schema", "parts.json", "--type", ty]);
    let run = schema("n.fine");
    assert!(run.code == 0 && run.err == beyond && run.out.contains("n.fine"), "{}", run.err);
    assert_eq!(schema("n.broken").refused(), [BROKEN]);
    let expand = |root: &str| folder.run(&["expand", "parts.json", "--root", root]);
    let run = expand("n.fine");
    assert!(run.code == 0 && run.err == beyond && run.out.contains("pub struct Fine"), "{}", run.err);
    let run = expand("n.raw");
    assert_eq!((run.code, &*run.err), (0, &*raw));
    assert!(run.out.contains("pub fn x(&self)"), "{}", run.out);
    assert_eq!(expand("n.broken").refused(), [BROKEN]);
    assert_eq!(folder.run(&["expand", "parts.json"]).refused(), [BROKEN]);
}

#[test]
fn a_folder_is_all_its_documents() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("service")).unwrap();
    folder.write("service/parts.json", SCHEMA);
    folder.write(
        "service/rest.json",
        r#"{"$Version": "4.01", "missing": {"B": {"$Kind": "ComplexType"}, "T": {"$Kind": "EnumType", "a": 1}}}"#,
    );
    let text = folder.run(&["expand", "service"]).done();
    for name in ["pub struct Broken", "pub enum T"] {
        assert!(text.contains(name), "{text}");
    }
    folder.run_with(&["validate", "--schema", "service", "--type", "n.raw", "-"], r#"{"x": "a"}"#).done();
}
