//! An atlas of 4,000 types: how long it takes to make, how large it is, and how long a browser takes until it answers.

use std::{env, error::Error, fs, path::Path, process::Command, time::Instant};

use odatype_atlas::Atlas;
use odatype_codegen::{Renames, plan::plan};
use odatype_schema::{Rulebook, Source, load, model::Model};
use serde_json::{Map, Value, json};

use crate::row::Row;

/// How many types there are, and how many properties each has.
const TYPES: usize = 4_000;
const PROPERTIES: usize = 12;
/// How often each page is opened; the median counts.
const OPENED: usize = 5;
/// Seconds within which a page is to answer.
const AIM: f64 = 2.0;

/// Pages of the atlas, by the names of their rows.
const PAGES: [(&str, &str, &str); 4] = [
    ("atlas.open", "#/", "an atlas of 4,000 types until it answers"),
    ("atlas.search", "#/search/name%2042", "the same with a search"),
    ("atlas.type", "#/type/large.type2000", "the same with a type"),
    ("atlas.picture", "#/picture/large.type0?size=80", "the same with a picture of 80 types"),
];

/// All rows whose name begins with one of `only`, or all.
pub(crate) fn rows(only: &[String]) -> Result<Vec<Row>, Box<dyn Error>> {
    let model = model()?;
    let start = Instant::now();
    let book = Rulebook::new(&model).map_err(|faults| faults.to_string())?;
    let plan = plan(&book, &Renames::default()).map_err(|errors| errors.to_string())?;
    let page = Atlas { title: "large", book: &book, plan: &plan, modules: &[], roots: &[], before: None }.html();
    let made = start.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a page is no petabyte")]
    let megabytes = page.len() as f64 / 1e6;
    let file = env::temp_dir().join(format!("odatype-atlas-{}.html", std::process::id()));
    fs::write(&file, page)?;
    let mut rows = vec![
        Row::info("atlas.make", "an atlas of 4,000 types from its model, s", made),
        Row::info("atlas.size", "the same, MB", megabytes),
    ];
    let wanted = |id: &str| only.is_empty() || only.iter().any(|only| id.starts_with(&**only));
    for (id, hash, what) in PAGES.into_iter().filter(|(id, ..)| wanted(id)) {
        let mut times = (0..OPENED).map(|_| opened(&file, hash)).collect::<Result<Vec<f64>, _>>()?;
        times.sort_by(f64::total_cmp);
        let note = format!("{:.2} s to {:.2} s", times[0], times[OPENED - 1]);
        rows.push(Row::info(id, format!("{what}, s"), times[OPENED / 2]).limits(2.0 * AIM, AIM).note(note));
    }
    fs::remove_file(file)?;
    rows.retain(|row| wanted(&row.id));
    Ok(rows)
}

/// Seconds from when a browser begins to open the page until the page says that it answers.
fn opened(file: &Path, hash: &str) -> Result<f64, Box<dyn Error>> {
    let mut browser = Command::new("chromium");
    browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom"]);
    browser.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
    browser.arg(format!("file://{}{hash}", file.display()));
    let output = browser.output().map_err(|error| format!("chromium cannot be run: {error}"))?;
    let page = String::from_utf8(output.stdout)?;
    let said = page.split_once("data-ready=\"").and_then(|(_, rest)| rest.split('"').next());
    let milliseconds: f64 = said.ok_or("the page does not say that it is ready")?.parse()?;
    Ok(milliseconds / 1e3)
}

/// Types that lead to others, a tenth of them enumerations, and some that derive from others.
fn model() -> Result<Model, Box<dyn Error>> {
    let types: Map<String, Value> = (0..TYPES).map(|index| (format!("type{index}"), one(index))).collect();
    let document = json!({ "$Version": "4.01",
        "$Reference": { "https://x/core": { "$Include": [{ "$Namespace": "Org.OData.Core.V1", "$Alias": "Core" }] } },
        "large": types });
    let source = Source { name: "large.json".to_owned(), text: document.to_string().into() };
    Ok(load(&[source], &[]).map_err(|faults| faults.to_string())?)
}

fn one(index: usize) -> Value {
    if index % 10 == 7 {
        let member = |number: usize| (format!("member{number}"), json!(number));
        let mut members: Map<String, Value> = (0..PROPERTIES).map(member).collect();
        members.insert("$Kind".to_owned(), json!("EnumType"));
        return members.into();
    }
    let mut ty = json!({ "$Kind": "ComplexType", "@Core.Description": format!("What type number {index} is about, in a sentence.") });
    if index % 10 == 9 {
        ty["$BaseType"] = json!(format!("large.type{}", index - 1));
    }
    for number in 0..PROPERTIES {
        let name = format!("name{index}of{number}");
        ty[name] = match number {
            0 => json!({ "$Type": format!("large.type{}", (2 * index + 1) % TYPES), "$Nullable": true }),
            1 => json!({ "$Type": format!("large.type{}", (2 * index + 2) % TYPES), "$Collection": true }),
            2 => json!({ "$Type": "Edm.DateTimeOffset", "$Nullable": true }),
            3 => json!({ "$Type": "Edm.Int32" }),
            _ => {
                json!({ "$MaxLength": 80, "@Core.Description": format!("What property number {number} says of type number {index}.") })
            }
        };
    }
    ty
}
