//! A schema whose texts are made to be taken for something else.

use std::fs;

use serde_json::json;

use super::page::{Page, model, told};

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
