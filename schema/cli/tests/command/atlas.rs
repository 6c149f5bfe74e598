//! `odatype atlas`. What the page does in a browser, `tests/agreement` shows.

use serde_json::Value;

use crate::run::Folder;

fn data(folder: &Folder, arguments: &[&str]) -> Value {
    let mut all = vec!["atlas", "--format", "json"];
    all.extend(arguments);
    serde_json::from_str(&folder.run(&all).done()).unwrap()
}

fn names(data: &Value) -> Vec<&str> {
    data["types"].as_array().unwrap().iter().map(|ty| ty["name"].as_str().unwrap()).collect()
}

#[test]
fn the_outputs_name_says_what_is_written() {
    let folder = Folder::new();
    for (name, start) in [
        ("shop.html", "<!doctype html>\n"),
        ("shop.svg", "<svg "),
        ("shop.mmd", "classDiagram\n"),
        ("data.json", "{\n"),
        ("shop", "<!doctype html>\n"),
    ] {
        folder.run(&["atlas", "shop.json", "-o", name]).done();
        assert!(folder.read(name).starts_with(start), "{name}");
    }
    folder.run(&["atlas", "shop.json", "-o", "shop.html", "--format", "svg"]).done();
    assert!(folder.read("shop.html").starts_with("<svg "));
    assert!(folder.run(&["atlas", "shop.json"]).done().contains("<title>shop.json</title>"));
    assert!(
        folder.run(&["atlas", "shop.json", "--title", "The <shop>"]).done().contains("<title>The &lt;shop&gt;</title>")
    );
    let refused = folder.run(&["atlas", "shop.json", "-o", "a.pdf"]).refused();
    let expected = "expected `.html`, `.htm`, `.svg`, `.mmd`, `.mermaid`, `.json`, or --format";
    assert_eq!(refused, [format!("--output: `.pdf` does not say what to write; {expected}")]);
    folder.run(&["atlas", "shop.json", "-o", "a.pdf", "--format", "json"]).done();
    let refused = folder.run(&["atlas", "shop.json", "-o", "shop.json"]).refused();
    assert!(refused[0].contains("it is an input too"), "{refused:?}");
}

#[test]
fn of_roots_manifests_overlays_and_the_embedded_schema() {
    let folder = Folder::new();
    assert!(names(&data(&folder, &["shop.json"])).contains(&"shop.core.unrelated"));
    let sliced = data(&folder, &["shop.json", "--root", "shop.core.pay"]);
    assert!(!names(&sliced).contains(&"shop.core.unrelated") && names(&sliced).contains(&"shop.core.cash"));
    assert_eq!(sliced["roots"][0], "shop.core.pay");
    folder
        .write("m.toml", "service = \"s\"\nversion = \"1\"\ndate = \"2026\"\n[roots]\ntypes = [\"shop.core.card\"]\n");
    let sliced = data(&folder, &["shop.json", "--manifest", "m.toml"]);
    assert_eq!(names(&sliced), ["shop.core.card", "shop.core.payment"]);
    assert_eq!(sliced["roots"][0], "shop.core.card");
    folder.write("more.json", r#"{"$Version": "4.01", "shop.core": {"card": {"$Kind": "ComplexType", "bank": {}}}}"#);
    assert!(data(&folder, &["shop.json", "--overlay", "more.json"]).to_string().contains("\"BANK\""));
    assert!(names(&data(&folder, &[])).contains(&"microsoft.graph.call"));
    let refused = folder.run(&["atlas", "shop.json", "--root", "shop.core.ordre"]).refused();
    assert!(refused[0].starts_with("--root: ") && refused[0].contains("shop.core.order"), "{refused:?}");
}

#[test]
fn an_update_is_in_it() {
    let folder = Folder::new();
    folder.edit("shop.json", "next.json", &[("\"notes\"", "\"remarks\""), ("\"cash\"", "\"coins\"")]);
    let data = data(&folder, &["next.json", "--diff", "shop.json"]);
    let changes = data["changes"].as_array().unwrap();
    assert!(changes.iter().any(|change| change["target"] == "shop.core.order/notes"), "{changes:#?}");
    let gone: Vec<&Value> = data["types"].as_array().unwrap().iter().filter(|ty| ty["gone"] == true).collect();
    assert_eq!(gone.iter().map(|ty| &ty["name"]).collect::<Vec<_>>(), ["shop.core.cash"]);
    let roots = ["next.json", "--diff", "shop.json", "--root", "shop.core.coins"];
    assert!(
        names(&self::data(&folder, &roots)).contains(&"shop.core.coins"),
        "a root that is new was not there before"
    );
}

#[test]
fn names_that_collide_are_shown_without() {
    let folder = Folder::new();
    folder.edit("shop.json", "twice.json", &[("\"cash\"", "\"Card\"")]);
    let run = folder.run(&["atlas", "twice.json", "--format", "json"]);
    assert!(run.code == 0 && run.err.starts_with("twice.json:") && run.err.contains("warning"), "{run:#?}");
    let data: Value = serde_json::from_str(&run.out).unwrap();
    let unnamed = data["types"].as_array().unwrap().iter().filter(|ty| ty["rust"].is_null());
    assert_eq!(unnamed.map(|ty| ty["name"].as_str().unwrap()).collect::<Vec<_>>(), ["shop.core.card"]);
    let renamed = ["atlas", "twice.json", "--format", "json", "--rename", "shop.core.Card=Coins"];
    assert!(folder.run(&renamed).done().contains("\"Coins\""));
    assert!(folder.run(&["atlas", "shop.json", "--rename", "shop.core.none=A"]).refused()[0].starts_with("--rename: "));
}
