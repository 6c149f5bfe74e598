//! An update of a schema.

use serde_json::{Value, json};

use super::page::{Page, model, told};

#[test]
fn an_update_is_shown() {
    let schema = |types: &Value| model(&json!({ "$Version": "4.01", "shop": types }).to_string());
    let pay = |names: [&str; 2]| {
        let parameters = names.map(|name| json!({ "$Name": name }));
        json!([{ "$Kind": "Action", "$Parameter": parameters }])
    };
    let old = schema(&json!({
        "order": { "$Kind": "EntityType", "note": { "$MaxLength": 80 }, "state": { "$Type": "shop.state" } },
        "state": { "$Kind": "EnumType", "placed": 0, "sent": 1 },
        "gone": { "$Kind": "ComplexType", "old": {} },
        "pay": pay(["by", "how"]),
    }));
    let new = schema(&json!({
        "order": { "$Kind": "EntityType", "note": { "$MaxLength": 40 }, "state": { "$Type": "shop.state" }, "more": {} },
        "state": { "$Kind": "EnumType", "placed": 0, "sent": 1, "lost": 2 },
        "fresh": { "$Kind": "ComplexType", "new": {} },
        "pay": pay(["how", "by"]),
    }));
    let page = Page::new("update", new, Some(&old));
    let task = json!({ "file": page.file, "gone": "shop.gone", "changed": "shop.order", "breaking": "shop.order" });
    let Some(told) = told("update", &json!({ "update": [task] })) else { return };
    let update = &told["update"][0];
    assert_eq!((&update["sections"], &update["breaking"]), (&json!(5), &json!(2)), "{update}");
    let mark = |name: &str, sign: &str| match sign {
        "" => json!([name, "none", "line-through"]),
        sign => json!([name, format!("\" {sign}\""), "none"]),
    };
    let signs = [("order", "!"), ("fresh", "+"), ("gone", ""), ("state", "+"), ("pay", "~")];
    assert_eq!(update["marks"], json!(signs.map(|(name, sign)| mark(name, sign))));
    assert_eq!(update["legend"], json!(["+", "!", "~", ""].map(|sign| mark("type", sign))), "each mark is explained");
    assert_eq!(update["boxes"], 3);
    assert_eq!(update["gone"], "complex typeremoved");
    let changed = update["changed"].as_str().unwrap();
    assert!(changed.contains("property constraints changed") && changed.contains("MaxLength 40"), "{changed}");
    assert!(update["marked"].as_str().unwrap().ends_with("breaking"), "{update}");
}
