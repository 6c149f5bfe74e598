//! Pictures of 10, 60 and 300 types.

use std::collections::BTreeMap;

use odatype_schema::model::Model;
use serde_json::json;

use super::page::{Page, model, told};

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
