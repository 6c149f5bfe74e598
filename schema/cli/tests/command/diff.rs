//! `odatype diff`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

use crate::run::Folder;

/// A folder with the service as `shop.json` and, with `edits` made, as `new.json`.
fn edited(edits: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.edit("shop.json", "new.json", edits);
    folder
}

#[test]
fn says_what_changed_in_three_forms() {
    let folder = edited(&[("\"placed\": 0, ", "\"placed\": 0, \"paid\": 2, "), ("\"number\": {}", "\"digits\": {}")]);
    let text = folder.run(&["diff", "shop.json", "new.json"]).found();
    assert_eq!(text.len(), 4, "{text:#?}");
    assert!(
        text[1]
            .starts_with("shop.core.card/number: property-removed (Edm.String): breaking for code, send: its getter")
    );
    assert_eq!(text[3], "3 changes: 1 breaking (1 for code, 1 for send, 0 for receive), 2 additive, 0 without effect");

    let json = folder.run(&["diff", "shop.json", "new.json", "--format", "json"]).found().join("\n");
    let json: Value = serde_json::from_str(&json).unwrap();
    let members: Vec<&String> = json["changes"][0].as_object().unwrap().keys().collect();
    let mut expected = ["change", "target", "old", "new", "see", "code", "send", "receive", "because"];
    expected.sort_unstable();
    assert_eq!(members, expected);
    assert_eq!(json["changes"][2]["target"], "shop.core.state/paid");
    assert_eq!(json["changes"][2]["new"], 2);

    let markdown = folder.run(&["diff", "shop.json", "new.json", "--format", "markdown"]).found();
    let titles: Vec<&String> = markdown.iter().filter(|line| line.starts_with('#')).collect();
    assert_eq!(titles, ["## Schema update", "### Breaking", "### Additive"]);
    assert!(markdown.contains(&"- `shop.core.card`".to_owned()), "{markdown:#?}");
}

#[test]
fn the_exit_status_says_whether_something_breaks() {
    let removed = edited(&[("\"sent\": 1", "\"gone\": 5")]);
    let opened = edited(&[(
        "\"$BaseType\": \"s.payment\", \"number\"",
        "\"$OpenType\": true, \"$BaseType\": \"s.payment\", \"number\"",
    )]);
    for (folder, arguments, code) in [
        (&removed, &["diff", "shop.json", "new.json"][..], 1),
        (&removed, &["diff", "shop.json", "new.json", "--fail-on", "receive"], 0),
        (&removed, &["diff", "shop.json", "new.json", "--fail-on", "receive,code"], 1),
        (&opened, &["diff", "shop.json", "new.json"], 0),
        (&opened, &["diff", "new.json", "shop.json", "--fail-on", "send"], 1),
        (&opened, &["diff", "new.json", "shop.json", "--fail-on", "code"], 0),
        (&opened, &["diff", "--old", "shop.json", "--new", "new.json"], 0),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code, code, "{arguments:?}: {run:#?}");
    }
    let lines = removed.run(&["diff", "none.json", "gone.json"]).refused();
    assert!(
        lines.len() == 2 && lines[0].starts_with("none.json: ") && lines[1].starts_with("gone.json: "),
        "{lines:#?}"
    );
}

#[test]
fn names_that_collide_are_told() {
    let folder = edited(&[("\"number\": {}", "\"number\": {}, \"Number\": {}")]);
    let text = folder.run(&["diff", "shop.json", "new.json"]).found().join("\n");
    assert!(text.contains("shop.core.card/Number: name-collision ("), "{text}");
    let renamed = folder.run(&["diff", "shop.json", "new.json", "--rename", "shop.core.card.Number=other"]).done();
    assert!(!renamed.contains("name-collision"), "{renamed}");
}

#[test]
fn members_whose_rust_name_changes_are_told() {
    let folder = edited(&[("\"sent\": 1", "\"sent\": 1, \"on_hold\": 3")]);
    folder.write("both.json", folder.read("new.json").replace("\"sent\": 1", "\"sent\": 1, \"onHold\": 4"));
    let lines = folder.run(&["diff", "new.json", "both.json", "--fail-on", "code"]).found();
    let told = "shop.core.state/on_hold: name-changed (OnHold → OnHold_): breaking for code: ";
    assert!(lines.iter().any(|line| line.starts_with(told)), "{lines:#?}");
    let back = folder.run(&["diff", "both.json", "new.json"]).found().join("\n");
    assert!(back.contains("shop.core.state/on_hold: name-changed (OnHold_ → OnHold)"), "{back}");
    let rename = ["--rename", "shop.core.state.on_hold=Held"];
    let renamed = folder.run(&[&["diff", "new.json", "both.json", "--fail-on", "code"][..], &rename].concat()).done();
    assert!(!renamed.contains("name-changed"), "{renamed}");
}

#[test]
fn names_that_the_schema_gives_are_told_unless_an_argument_overrules_them() {
    let folder = edited(&[
        ("\"number\": {}", "\"number\": { \"@odatype.V1.RustName\": \"digits\" }"),
        ("\"sent\": 1", "\"sent\": 1, \"sent@odatype.V1.RustName\": \"Posted\""),
        ("{ \"$Name\": \"why\" }", "{ \"$Name\": \"why\", \"@odatype.V1.RustName\": \"reason\" }"),
    ]);
    let lines = |more: &[&str]| -> Vec<String> {
        let run = folder.run(&[&["diff", "shop.json", "new.json", "--fail-on", "code"], more].concat());
        run.out.lines().map(|line| line.split("): ").next().unwrap().to_owned()).collect()
    };
    let expected = [
        "shop.core.cancel(Collection(shop.core.order))/why: name-changed (reason",
        "shop.core.card/number: name-changed (digits",
        "shop.core.state/sent: name-changed (Posted",
    ];
    assert_eq!(lines(&[])[..3], expected);
    assert_eq!(
        lines(&["--rename", "shop.core.card.number=n", "--rename", "shop.core.cancel.why=x"])[..1],
        expected[2..]
    );
    let back = folder.run(&["diff", "new.json", "shop.json", "--fail-on", "code"]).found();
    assert!(back[1].starts_with("shop.core.card/number: name-changed (digits): breaking for code: "), "{back:#?}");
}

#[test]
fn slices_have_an_outside() {
    let folder = edited(&[
        ("\"number\": {}", "\"number\": {}, \"more\": { \"$Type\": \"s.unrelated\" }"),
        ("\"cash\": {", "\"fresh\": { \"$Kind\": \"ComplexType\" }, \"cash\": {"),
    ]);
    let manifest = "service = \"s\"\nversion = \"1\"\ndate = \"2026\"\n[roots]\ntypes = [\"shop.core.card\"]\n";
    folder.write("cut.toml", manifest);
    let kinds = |old: &str, new: &str| -> Vec<String> {
        let run = folder.run(&["diff", old, new, "--manifest", "cut.toml"]);
        run.out.lines().map(|line| line.split(" (").next().unwrap().to_owned()).collect()
    };
    let added = ["shop.core: outside-added", "shop.core.card/more: property-added", "shop.core.unrelated: type-added"];
    assert_eq!(kinds("shop.json", "new.json")[..3], added);
    let removed =
        ["shop.core: outside-removed", "shop.core.card/more: property-removed", "shop.core.unrelated: type-removed"];
    assert_eq!(kinds("new.json", "shop.json")[..3], removed);
}

/// What a document declares, found without our reader: `ns.Type/member` of properties and enumeration members, and
/// types.
#[derive(Default)]
struct Scanned {
    types: BTreeSet<String>,
    properties: BTreeSet<String>,
    members: BTreeSet<String>,
}

fn scan(path: &Path) -> Scanned {
    let text = fs::read_to_string(path).unwrap();
    let (mut found, mut namespace, mut owner) = (Scanned::default(), String::new(), String::new());
    for tag in text.split('<').skip(1) {
        let name = || tag.split_once(" Name=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("").to_owned();
        match tag.split([' ', '>', '/']).next().unwrap_or("") {
            "Schema" => {
                let (_, rest) = tag.split_once("Namespace=\"").unwrap();
                rest.split('"').next().unwrap().clone_into(&mut namespace);
            }
            "EntityType" | "ComplexType" | "EnumType" | "TypeDefinition" => {
                owner = format!("{namespace}.{}", name());
                found.types.insert(owner.clone());
            }
            "Property" | "NavigationProperty" => drop(found.properties.insert(format!("{owner}/{}", name()))),
            "Member" => drop(found.members.insert(format!("{owner}/{}", name()))),
            _ => {}
        }
    }
    found
}

/// The targets of each kind of change.
pub(crate) fn by_kind(json: &str) -> BTreeMap<String, BTreeSet<String>> {
    let json: Value = serde_json::from_str(json).unwrap();
    let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for change in json["changes"].as_array().unwrap() {
        let text = |member: &str| change[member].as_str().unwrap().to_owned();
        kinds.entry(text("change")).or_default().insert(text("target"));
    }
    kinds
}

#[odatype_data::test]
fn fourteen_months_of_a_whole_service() {
    let data = odatype_data::folder!();
    let folder = Folder::new();
    let [old, new] = ["graph-v1.0-2025-06.xml", "graph-v1.0-2026-08.xml"].map(|name| data.join("metadata").join(name));
    let (before, after) = (scan(&old), scan(&new));
    let files = [old.display().to_string(), new.display().to_string()];
    let json = folder.run(&["diff", &files[0], &files[1], "--format", "json", "--all-warnings"]);
    let kinds = by_kind(&json.out);
    // Members of types that come or go are not told one by one.
    let is_of_both = |target: &&String| {
        let owner = target.split('/').next().unwrap();
        before.types.contains(owner) && after.types.contains(owner)
    };
    for (kind, left, right) in [
        ("type-added", &after.types, &before.types),
        ("type-removed", &before.types, &after.types),
        ("property-added", &after.properties, &before.properties),
        ("property-removed", &before.properties, &after.properties),
        ("member-added", &after.members, &before.members),
        ("member-removed", &before.members, &after.members),
    ] {
        let is_type = kind.starts_with("type");
        let expected: BTreeSet<String> =
            left.difference(right).filter(|target| is_type || is_of_both(target)).cloned().collect();
        assert_eq!(kinds.get(kind).cloned().unwrap_or_default(), expected, "{kind}");
    }
    assert_eq!(folder.run(&["diff", &files[0], &files[1], "--format", "json", "--all-warnings"]).out, json.out);
}
