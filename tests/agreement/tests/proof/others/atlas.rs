//! Atlases in a browser: search finds, links lead somewhere, pictures are readable at three sizes, examples are valid, a hostile
//! schema runs nothing, and nothing is said in the console.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf, process::Command};

use odatype::{Schema, validate::Profile};
use odatype_atlas::{Atlas, Before};
use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};
use odatype_json_schema::Deriver;
use odatype_schema::{Rulebook, Source, load, model::Model};
use serde_json::{Value, json};

use super::tools::{browser, folder, modules, node};
use crate::whole::schemas;

/// A schema's atlas as a file, and the schema.
struct Page {
    file: PathBuf,
    model: Model,
}

impl Page {
    fn new(name: &str, model: Model, before: Option<&Model>) -> Self {
        Self::titled(name, name, model, before)
    }

    fn titled(name: &str, title: &str, model: Model, before: Option<&Model>) -> Self {
        let file = folder("atlas").join(format!("{name}.html"));
        let book = Rulebook::new(&model).unwrap();
        let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| errors.partial);
        let old = before.map(|model| Rulebook::new(model).unwrap());
        let changes = old.as_ref().map(|old| odatype_diff::compare(old, &book));
        let before = old.as_ref().zip(changes.as_ref()).map(|(book, changes)| Before { book, changes });
        let page = Atlas { title, book: &book, plan: &plan, roots: &[], before }.html();
        fs::write(&file, page).unwrap();
        Self { file, model }
    }
}

/// What a browser tells of `tasks`; nothing where there is none. Whatever is in the console is an error.
fn told(name: &str, tasks: &Value) -> Option<Value> {
    let told = node("atlas.cjs", name, &json!({ "browser": browser()?, "tasks": tasks }))?;
    assert_eq!(told["said"], json!([]));
    Some(told)
}

fn model(text: &str) -> Model {
    load(&[Source { name: "made.json".into(), text: text.into() }], &[]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The model of a schema of the tests.
fn checked_in(path: &str) -> Model {
    model(&fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap())
}

/// A model of so many types, where each leads to others and some derive from others.
fn sized(count: u32) -> Model {
    let mut types = BTreeMap::new();
    for index in 0..count {
        let name = format!("type{index}");
        types.insert(
            name,
            match index % 10 {
                7 => json!({ "$Kind": "EnumType", "none": 0, "some": 1, "@Core.Description": "How many there are." }),
                of => {
                    let mut ty = json!({ "$Kind": if of == 0 { "EntityType" } else { "ComplexType" },
                        "name": { "@Core.Description": format!("What number {index} is called.") } });
                    for next in [2 * index + 1, 2 * index + 2, index + 7, index / 2].into_iter().filter(|next| *next < count) {
                        ty[format!("leadsTo{next}")] =
                            json!({ "$Type": format!("made.type{next}"), "$Collection": next % 2 == 0, "$Nullable": true });
                    }
                    if of == 9 {
                        ty["$BaseType"] = json!(format!("made.type{}", index - 1));
                        ty["$Kind"] = json!("ComplexType");
                        ty.as_object_mut().unwrap().retain(|name, _| name.starts_with('$') || name.ends_with(char::is_numeric));
                    }
                    ty
                }
            },
        );
    }
    let document = json!({ "$Version": "4.01",
        "$Reference": { "https://x/core": { "$Include": [{ "$Namespace": "Org.OData.Core.V1", "$Alias": "Core" }] } },
        "made": types });
    let text = document.to_string();
    // What derives from another has its own properties only.
    model(&text)
}

#[test]
fn pictures_are_readable_at_three_sizes() {
    let pages = [10, 60, 300].map(|count| (count, Page::new(&format!("sized-{count}"), sized(count), None)));
    let tasks = pages.iter().map(|(count, page)| json!({ "file": page.file, "name": "made.type0", "count": count }));
    let Some(told) = told("pictures", &json!({ "pictures": tasks.collect::<Vec<_>>() })) else { return };
    for ((count, _), told) in pages.iter().zip(told["pictures"].as_array().unwrap()) {
        for which in ["first", "all", "fitted"] {
            let picture = &told[which];
            for wrong in ["overlaps", "spills", "crossed"] {
                assert_eq!(picture[wrong], json!([]), "{count} {which} {wrong}");
            }
        }
        let number = |which: &str, of: &str| told[which][of].as_f64().unwrap();
        // At first few enough are shown, and large enough to be read.
        assert!(
            number("first", "boxes") >= f64::from(*count).min(20.0) * 0.9 && number("first", "boxes") <= 20.0,
            "{told}"
        );
        assert!(number("first", "writing") >= 11.0 && number("first", "seen") >= 3.0, "{}", told["first"]);
        assert!(number("all", "boxes") >= f64::from(*count) * 0.9, "{} of {count}", told["all"]["boxes"]);
        assert!(number("all", "writing") >= 11.0, "{}", told["all"]["writing"]);
        assert!(number("all", "lines") >= number("all", "boxes") - 1.0, "{}", told["all"]);
        assert!((number("fitted", "seen") - number("fitted", "boxes")).abs() < 0.5, "{}", told["fitted"]);
        let steps: Vec<u64> = serde_json::from_value(told["steps"].clone()).unwrap();
        assert!(steps[0] == 2 && steps[1] > 2 && steps[2] == 2 && steps[3] == steps[1], "{count}: {steps:?}");
    }
}

#[test]
fn people_find_their_way() {
    let calls = Page::new("calls", schemas::calls_model(), None);
    let searches = [
        ("participantInfo", "participantInfo complex type"),
        ("callbackuri", "callbackUri property of"),
        ("audio", "audio"),
        ("establishing", "establishing member of callState"),
        ("call state", "callState enumeration type"),
        ("mediaConfg", "mediaConfig"),
        ("posted; must be https", "callbackUri property of"),
    ];
    let texts = searches.map(|(text, _)| text);
    let hashes = [
        "#/",
        "#/search/call",
        "#/type/microsoft.graph.call",
        "#/type/microsoft.graph.answer(microsoft.graph.call)",
        "#/type/microsoft.graph.callState",
        "#/type/no.such",
        "#/picture",
        "#/picture/microsoft.graph.call",
    ];
    let walk = json!({ "file": calls.file, "searches": texts, "type": "participantInfo", "member": "identity" });
    let tasks = json!({ "walk": [walk], "links": [{ "file": calls.file, "every": 1 }], "shapes": [{ "file": calls.file, "hashes": hashes }] });
    let Some(told) = told("way", &tasks) else { return };
    let walked = &told["walk"][0];
    for (text, expected) in searches {
        let first = walked["searches"][text][0].as_str().unwrap_or_default();
        assert!(first.starts_with(expected), "{text}: {}", walked["searches"][text]);
    }
    let keys = [
        "query",
        "participantInfo",
        "participantInfo – calls",
        "#/type/microsoft.graph.participantInfo?member=identity",
        "identity",
    ];
    assert_eq!(walked["keys"], json!(keys));
    assert_eq!(told["links"][0]["dead"], json!([]));
    assert!(told["links"][0]["checked"].as_u64().unwrap() > 2_000, "{}", told["links"][0]["checked"]);
    let shapes = &told["shapes"][0];
    assert_eq!(shapes["over"], json!([]), "wider than a small screen");
    let of = |scheme: usize, what: &str| shapes["paper"][scheme][what].as_f64().unwrap();
    assert!(of(0, "paper") > 0.9 && of(1, "paper") < 0.1, "{shapes}");
    for scheme in [0, 1] {
        for what in ["text", "box", "kind"] {
            assert!(of(scheme, what) >= 4.5, "{what}: {shapes}");
        }
    }
}

/// Holds the page's examples against the schema, and its definitions against those that are derived.
fn check(page: &Page, told: &Value) {
    let book = Rulebook::new(&page.model).unwrap();
    let schema = Schema::leaked(book.table());
    let payloads: Vec<(String, String, u64)> = serde_json::from_value(told["payloads"].clone()).unwrap();
    let mut wrong = Vec::new();
    for (name, text, _) in &payloads {
        let findings = schema.validate(name, text.as_bytes(), Profile::Strict).unwrap();
        if !findings.is_valid() {
            wrong.push(format!("{name} {text}: {findings}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), payloads.len(), &wrong[..wrong.len().min(5)]);
    let missing = payloads.iter().filter(|(.., missing)| *missing > 0).count();
    // No value is all that two patterns ask for.
    assert!(missing <= 1 + payloads.len() / 50, "{missing} of {} examples leave something out", payloads.len());
    let derived = Deriver::new(book.table()).schema_document(odatype_json_schema::Profile::Strict);
    let definitions: Vec<(String, String)> = serde_json::from_value(told["definitions"].clone()).unwrap();
    let derived = derived["$defs"].as_object().unwrap();
    assert_eq!(definitions.len(), derived.len());
    for (name, text) in &definitions {
        assert_eq!(serde_json::from_str::<Value>(text).unwrap(), derived[name], "{name}");
    }
    let alone: Value = serde_json::from_str(told["alone"].as_str().unwrap()).unwrap();
    let validator = jsonschema::validator_for(&alone).unwrap();
    assert!(validator.is_valid(&serde_json::from_str(&payloads[0].1).unwrap()), "{}", payloads[0].1);
}

#[test]
fn examples_are_valid() {
    let pages = [
        Page::new("calls-examples", schemas::calls_model(), None),
        Page::new("shapes", checked_in("conformance/shapes.csdl.json"), None),
        Page::new("constraints", checked_in("golden/constraints.csdl.json"), None),
    ];
    let files: Vec<&PathBuf> = pages.iter().map(|page| &page.file).collect();
    let Some(told) = told("examples", &json!({ "examples": files })) else { return };
    for (page, told) in pages.iter().zip(told["examples"].as_array().unwrap()) {
        check(page, told);
    }
}

/// A crate with generated types and, for each of them, what its page says that one writes.
fn user(name: &str, model: &Model, texts: &[(String, String)]) -> PathBuf {
    let crate_of = folder("atlas-rust").join(name);
    fs::create_dir_all(crate_of.join("src")).unwrap();
    let models = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         odatype = {{ path = \"{}\", default-features = false }}\n",
        models.display()
    );
    fs::write(crate_of.join("Cargo.toml"), manifest).unwrap();
    let book = Rulebook::new(model).unwrap();
    let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let options = Options { runtime: odatype_codegen::runtime("::odatype").unwrap(), docs: false, files: Vec::new() };
    fs::write(crate_of.join("src/service.rs"), expand_to_string(&plan, &options, "").unwrap()).unwrap();
    let mut uses = "#![allow(unused)]\npub mod service;\n".to_owned();
    for (index, (name, text)) in texts.iter().enumerate() {
        let (names, body) = text.split_once("\n\n").unwrap();
        let names = names.replace("use service::", "use super::service::");
        let body = format!(
            "pub fn of(json: &::core::primitive::str, bytes: &[::core::primitive::u8]) -> \
             ::core::result::Result<(), ::std::boxed::Box<dyn ::core::error::Error>> {{\n{body}\n::core::result::Result::Ok(())\n}}"
        );
        writeln!(uses, "/// {name}\nmod of{index} {{\nuse super::service;\n{names}\n{body}\n}}").unwrap();
    }
    fs::write(crate_of.join("src/lib.rs"), uses).unwrap();
    crate_of
}

#[test]
fn what_one_writes_in_rust_compiles() {
    let pages = [
        Page::new("calls-rust", schemas::calls_model(), None),
        Page::new("constraints-rust", checked_in("golden/constraints.csdl.json"), None),
        Page::new("names-rust", checked_in("golden/names.csdl.json"), None),
        Page::new("primitives-rust", checked_in("golden/primitives.csdl.json"), None),
    ];
    let files: Vec<&PathBuf> = pages.iter().map(|page| &page.file).collect();
    let Some(told) = told("rust", &json!({ "rust": files })) else { return };
    for (page, (name, told)) in pages
        .iter()
        .zip(["calls", "constraints", "names", "primitives"].into_iter().zip(told["rust"].as_array().unwrap()))
    {
        let texts: Vec<(String, String)> = serde_json::from_value(told.clone()).unwrap();
        assert!(texts.len() > 2, "{texts:?}");
        let todo = texts.iter().filter(|(_, text)| text.contains("todo!()")).map(|(name, _)| name);
        assert_eq!(todo.collect::<Vec<_>>(), [""; 0]);
        let mut check = Command::new(env!("CARGO"));
        check.args(["check", "--quiet"]).current_dir(user(name, &page.model, &texts));
        let check = check.env("CARGO_TARGET_DIR", folder("atlas-rust").join("target")).output().unwrap();
        assert!(check.status.success(), "{:.6000}", String::from_utf8_lossy(&check.stderr));
    }
}

#[odatype_data::test]
fn examples_of_a_whole_service_are_valid() {
    let metadata = odatype_data::folder!().join("metadata/graph-v1.0-2026-08.xml");
    let page = Page::new("graph", odatype_schema::load_files(&[metadata], &[]).unwrap(), None);
    let Some(told) = told("graph", &json!({ "examples": [page.file], "links": [{ "file": page.file, "every": 20 }] }))
    else {
        return;
    };
    check(&page, &told["examples"][0]);
    assert_eq!(told["links"][0]["dead"], json!([]));
}

#[test]
fn a_hostile_schema_runs_nothing() {
    let evil = "</script><script>globalThis.taken = true</script><img src=x onerror='globalThis.taken = true'><!-- <b>\u{2028}${1}";
    let document = json!({ "$Version": "4.01",
        "$Reference": { "https://x/core": { "$Include": [
            { "$Namespace": "Org.OData.Core.V1", "$Alias": "Core" },
            { "$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation" }] } },
        "bad": {
            "thing": { "$Kind": "EntityType", "@Core.Description": evil, "other": { "$Type": "bad.thing", "$Nullable": true,
                "@Core.Description": evil }, "text": { "$DefaultValue": evil, "@Validation.AllowedValues": [{ "Value": evil }] } },
            "choice": { "$Kind": "EnumType", "one": 0, "one@Core.Description": evil },
        } });
    let page = Page::titled("hostile", evil, model(&document.to_string()), None);
    assert_eq!(fs::read_to_string(&page.file).unwrap().matches("<img").count(), 0);
    let hashes = ["#/search/taken", "#/type/bad.choice", "#/picture/bad.thing", "#/type/bad.thing"];
    let Some(told) = told("hostile", &json!({ "hostile": [{ "file": page.file, "hashes": hashes }] })) else { return };
    let shown = evil.replace('\u{2028}', " ");
    let expected = json!({ "ran": false, "inserted": false, "refused": true, "elements": 0, "shown": shown });
    assert_eq!(told["hostile"][0], expected);
}

#[test]
fn an_update_is_shown() {
    let schema = |types: &Value| model(&json!({ "$Version": "4.01", "shop": types }).to_string());
    let old = schema(&json!({
        "order": { "$Kind": "EntityType", "note": { "$MaxLength": 80 }, "state": { "$Type": "shop.state" } },
        "state": { "$Kind": "EnumType", "placed": 0, "sent": 1 },
        "gone": { "$Kind": "ComplexType", "old": {} },
    }));
    let new = schema(&json!({
        "order": { "$Kind": "EntityType", "note": { "$MaxLength": 40 }, "state": { "$Type": "shop.state" }, "more": {} },
        "state": { "$Kind": "EnumType", "placed": 0, "sent": 1, "lost": 2 },
        "fresh": { "$Kind": "ComplexType", "new": {} },
    }));
    let page = Page::new("update", new, Some(&old));
    let task = json!({ "file": page.file, "gone": "shop.gone", "changed": "shop.order", "breaking": "shop.order" });
    let Some(told) = told("update", &json!({ "update": [task] })) else { return };
    let update = &told["update"][0];
    assert_eq!((&update["sections"], &update["breaking"]), (&json!(4), &json!(2)), "{update}");
    assert_eq!(update["gone"], "complex typeremoved");
    let changed = update["changed"].as_str().unwrap();
    assert!(changed.contains("property constraints changed") && changed.contains("MaxLength 40"), "{changed}");
    assert!(update["marked"].as_str().unwrap().ends_with("breaking"), "{update}");
}

#[test]
fn diagrams_are_mermaids() {
    let evil = "bad\n  end \"quoted\" {x} %% <b> ~T~ `a`; click t0 call x()";
    let hostile = json!({ "$Version": "4.01", "bad": {
        "thing": { "$Kind": "EntityType", "other": { "$Type": "bad.thing", "$Nullable": true }, "$end": {}, "note": {} },
        "class": { "$Kind": "EnumType", "end": 0, "direction": 1 },
    } });
    let models = [schemas::calls_model(), checked_in("golden/names.csdl.json"), model(&hostile.to_string())];
    let texts = models.iter().map(|model| {
        let book = Rulebook::new(model).unwrap();
        let plan = plan(&book, &Renames::default()).unwrap_or_else(|errors| errors.partial);
        let roots = ["microsoft.graph.call".to_owned(), "bad.thing".to_owned()];
        Atlas { title: evil, book: &book, plan: &plan, roots: &roots, before: None }.mermaid()
    });
    let texts: Vec<String> = texts.collect();
    let Some(told) = told("mermaid", &json!({ "mermaid": texts })) else { return };
    assert_eq!(told["mermaid"], json!([null, null, null]));
}

#[test]
fn libraries_are_what_is_published() {
    let Some(modules) = modules() else { return };
    let vendor = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema/atlas/page/vendor");
    for (ours, theirs) in [
        ("dagre.min.js", "@dagrejs/dagre/dist/dagre.min.js"),
        ("dagre.LICENSE", "@dagrejs/dagre/LICENSE"),
        ("uFuzzy.iife.min.js", "@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js"),
        ("uFuzzy.LICENSE", "@leeoniya/ufuzzy/LICENSE"),
    ] {
        let text =
            |path: PathBuf| fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let published = text(modules.join(theirs));
        let lines = published.lines().filter(|line| !line.starts_with("//# sourceMappingURL="));
        assert!(lines.eq(text(vendor.join(ours)).lines()), "{ours}");
    }
}
