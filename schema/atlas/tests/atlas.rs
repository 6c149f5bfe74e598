//! Atlases of small schemas: what is in the data, that pages are closed, and that pictures are right.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]
#![allow(clippy::redundant_closure_for_method_calls, reason = "a method of one lifetime is none of any")]

use odatype_atlas::Atlas;
use odatype_codegen::{Renames, plan::plan};
use odatype_schema::{Rulebook, Source, load};
use serde_json::{Value, json};

const SCHEMA: &str = r#"{
  "$Version": "4.01",
  "$Reference": { "https://x/v": { "$Include": [
    { "$Namespace": "Org.OData.Core.V1", "$Alias": "Core" },
    { "$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation" }
  ] } },
  "$EntityContainer": "mill.service",
  "mill": {
    "wheel": {
      "$Kind": "EntityType", "$Key": ["id"], "@Core.Description": "Turns.",
      "id": { "$MaxLength": 8, "@Core.Description": "Which one." },
      "speed": { "$Type": "Edm.Int32", "@Validation.Minimum": 40, "@Validation.MultipleOf": 7, "@Core.Computed": true },
      "code": { "$Type": "mill.code" },
      "cogs": { "$Type": "mill.part", "$Collection": true, "@Validation.MinItems": 2 },
      "next": { "$Kind": "NavigationProperty", "$Type": "mill.wheel", "$Nullable": true },
      "impossible": { "@Validation.Pattern": "^a$", "$MaxLength": 0 }
    },
    "part": { "$Kind": "ComplexType", "$Abstract": true, "state": { "$Type": "mill.state" } },
    "cog": { "$Kind": "ComplexType", "$BaseType": "mill.part", "type": { "$DefaultValue": "oak" } },
    "state": { "$Kind": "EnumType", "new": 0, "worn": 1, "worn@Core.Description": "To be replaced." },
    "code": { "$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "@Validation.Pattern": "^[A-F]{2}\\d+$" },
    "turn": [{ "$Kind": "Action", "$IsBound": true,
      "$Parameter": [{ "$Name": "wheel", "$Type": "mill.wheel" }, { "$Name": "times", "$Type": "Edm.Int32" }],
      "$ReturnType": { "$Type": "mill.wheel" } }],
    "worn": [{ "$Kind": "Function", "$Parameter": [{ "$Name": "since", "$Type": "Edm.Date" }],
      "$ReturnType": { "$Type": "mill.part", "$Collection": true } }],
    "service": { "$Kind": "EntityContainer", "wheels": { "$Collection": true, "$Type": "mill.wheel" } }
  }
}"#;

fn with<T>(roots: &[&str], then: impl FnOnce(&Atlas<'_, '_>) -> T) -> T {
    let model = load(&[Source { name: "mill.json".into(), text: SCHEMA.into() }], &[]).unwrap();
    let model = if roots.is_empty() { model } else { odatype_schema::slice(&model, roots).unwrap() };
    let book = Rulebook::new(&model).unwrap();
    let plan = plan(&book, &Renames::default()).unwrap();
    let roots: Vec<String> = roots.iter().map(|root| (*root).to_owned()).collect();
    then(&Atlas { title: "The <mill>", book: &book, plan: &plan, modules: &[], roots: &roots, before: None })
}

fn find<'d>(data: &'d Value, name: &str) -> &'d Value {
    data["types"].as_array().unwrap().iter().find(|ty| ty["name"] == name).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn data_says_what_the_schema_says() {
    let data = with(&[], |atlas| atlas.data());
    let names: Vec<&str> = data["types"].as_array().unwrap().iter().map(|ty| ty["name"].as_str().unwrap()).collect();
    let all =
        ["code", "cog", "part", "state", "turn(mill.wheel)", "wheel", "worn(since)"].map(|name| format!("mill.{name}"));
    assert_eq!(names, all);
    let wheel = find(&data, "mill.wheel");
    assert_eq!(wheel["key"], json!(["id"]));
    assert_eq!(wheel["says"], "Turns.");
    assert_eq!(wheel["rust"], json!({ "module": "service::mill", "name": "Wheel" }));
    let members = wheel["members"].as_array().unwrap();
    assert_eq!(
        members[0],
        json!({ "name": "id", "type": "Edm.String", "says": "Which one.", "rules": ["at most 8 characters"], "needed": true, "example": ["text"],
            "rust": { "getter": "id", "name": "ID", "gives": "Option<&str>", "holds": "String" } })
    );
    assert_eq!(members[1]["rules"], json!(["at least 40", "a multiple of 7"]));
    assert_eq!(
        (&members[1]["example"], &members[1]["notes"]),
        (&json!([42]), &json!(["read-only: the service makes it"]))
    );
    assert_eq!(members[2]["example"], json!(["AB123"]), "{}", members[2]);
    assert_eq!((&members[3]["least"], &members[3]["rust"]["gives"]), (&json!(2), &json!("&[Part]")));
    assert_eq!((&members[4]["link"], &members[4]["null"]), (&json!(true), &json!(true)));
    assert_eq!(members[5]["unexampled"], true);
    let cog = find(&data, "mill.cog");
    assert_eq!(cog["members"][0]["rust"]["getter"], "r#type");
    assert_eq!(cog["members"][0]["default"], "\"oak\"");
    assert_eq!(find(&data, "mill.part")["rust"]["variants"], json!([["Cog", "mill.cog"]]));
    assert_eq!(
        find(&data, "mill.state")["values"][1],
        json!({ "name": "worn", "value": "1", "says": "To be replaced.", "rust": "Worn" })
    );
    assert_eq!(find(&data, "mill.code")["rules"], json!(["matches the pattern ^[A-F]{2}[0-9]+$"]));
    let turn = find(&data, "mill.turn(mill.wheel)");
    assert_eq!((&turn["bound"], &turn["returns"]), (&json!("mill.wheel"), &json!({ "type": "mill.wheel" })));
    assert_eq!(turn["rust"]["required"], json!({ "name": "TurnRequired", "fields": ["times"] }));
    assert_eq!(turn["rust"]["response"], "Wheel");
    let worn = find(&data, "mill.worn(since)");
    assert_eq!((&worn["kind"], &worn["members"][0]["type"]), (&json!("function"), &json!("Edm.Date")));
    assert_eq!(worn["rust"]["required"], json!({ "name": "WornRequired", "fields": ["since"] }));
    assert_eq!(worn["rust"]["response"], "odatype::Collection<Part>");
    assert_eq!(data["served"], json!([{ "name": "wheels", "what": "entity set", "of": "mill.wheel" }]));
}

#[test]
fn a_page_is_closed_and_the_same_each_time() {
    let page = with(&[], |atlas| atlas.html());
    assert_eq!(page, with(&[], |atlas| atlas.html()));
    // Whatever is not its own is not in it: neither addresses from which something is loaded, nor places where a part
    // should be.
    for foreign in
        ["<script src", "<link rel=\"stylesheet", "@import", "<!-- title", "<!-- data", "<!-- scripts", "/* style"]
    {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("<title>The &lt;mill&gt;</title>"));
    let scripts = page.matches("<script>").count();
    assert_eq!(page.matches("'sha256-").count(), scripts);
    assert!(page.matches("Permission is hereby granted").count() >= 2, "licences go with what they are of");
}

/// The numbers of an attribute in all elements that begin so.
fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<usize> {
    let of = |line: &str| {
        let (_, rest) = line.split_once(&format!(" {attribute}=\""))?;
        rest.split('"').next()?.parse().ok()
    };
    svg.lines().filter(|line| line.starts_with(element)).filter_map(of).collect()
}

#[test]
fn pictures_have_boxes_that_do_not_overlap() {
    let svg = with(&["mill.wheel"], |atlas| atlas.svg());
    let (xs, ys) = (numbers(&svg, "<rect x=", "x"), numbers(&svg, "<rect x=", "y"));
    let (widths, heights) = (numbers(&svg, "<rect x=", "width"), numbers(&svg, "<rect x=", "height"));
    assert_eq!(xs.len(), 4, "{svg}");
    for one in 0..xs.len() {
        for other in 0..one {
            let apart = xs[one] + widths[one] <= xs[other]
                || xs[other] + widths[other] <= xs[one]
                || ys[one] + heights[one] <= ys[other]
                || ys[other] + heights[other] <= ys[one];
            assert!(apart, "{one} {other}: {svg}");
        }
    }
    assert!(svg.contains("<title>The &lt;mill&gt;</title>") && svg.contains("class=\"type entity root\""), "{svg}");
    assert_eq!(svg.matches("<path class=\"line").count(), 4, "{svg}");
}

#[test]
fn diagrams_have_classes_and_relations() {
    let text = with(&["mill.wheel"], |atlas| atlas.mermaid());
    for line in [
        "classDiagram",
        "    <<enumeration>>",
        "    speed: Int32",
        "  t0 <|-- t1",
        "  t2 --> \"*\" t0 : cogs",
        "  t2 --> t2 : next",
        "  style t2 stroke:#0969da,stroke-width:3px",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}
