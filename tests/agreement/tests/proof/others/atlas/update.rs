//! An update of a schema.

use serde_json::{Value, json};

use super::page::{Page, model, told};

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
