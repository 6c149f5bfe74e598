//! Search, links, keys, small screens, light and dark.

use serde_json::json;

use super::page::{Page, told};
use crate::whole::schemas;

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

#[test]
fn people_choose_light_or_dark() {
    let calls = Page::new("calls-schemes", schemas::calls_model(), None);
    let task = json!({ "file": calls.file, "hash": "#/picture/microsoft.graph.call" });
    let Some(told) = told("schemes", &json!({ "schemes": [task] })) else { return };
    let seen = |of: &str, chosen: &str, color_scheme: &str| json!([of, of, chosen, color_scheme]);
    for (store, is_kept) in told["schemes"][0].as_array().unwrap().iter().zip([true, false]) {
        assert_eq!(store["start"], seen("light", "system", "light dark"), "{is_kept}");
        assert_eq!(store["chosen"], seen("dark", "dark", "dark"), "{is_kept}");
        let again = if is_kept { seen("dark", "dark", "dark") } else { seen("light", "system", "light dark") };
        assert_eq!(store["again"], again);
        assert_eq!(store["system"], seen("dark", "system", "light dark"), "{is_kept}");
        assert_eq!(store["against"], seen("light", "light", "light"), "{is_kept}");
    }
}
