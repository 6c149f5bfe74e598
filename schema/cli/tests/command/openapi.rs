//! `odatype openapi`.

use serde_json::{Value, json};

use crate::run::Folder;

#[test]
fn of_a_file_and_of_the_embedded_schema() {
    let folder = Folder::new();
    let shop: Value = serde_json::from_str(&folder.run(&["openapi", "shop.json"]).done()).unwrap();
    assert_eq!(shop["info"]["title"], "shop.core");
    assert_eq!(shop["info"]["version"], "1.0");
    let pay = &shop["paths"]["/{resource}/shop.core.order/shop.core.pay"]["post"];
    assert_eq!(pay["operationId"], "shop.core.pay--shop.core.order");
    assert_eq!(shop["components"]["schemas"]["shop.core.payment"]["discriminator"]["propertyName"], "@odata.type");

    let named = [
        "openapi",
        "--title",
        "Calls",
        "--server",
        "https://calls.example/v1",
        "--profile",
        "tolerant",
        "-o",
        "calls.json",
    ];
    folder.run(&named).done();
    let calls: Value = serde_json::from_str(&folder.read("calls.json")).unwrap();
    assert_eq!(calls["info"]["title"], "Calls");
    assert_eq!(calls["info"]["version"], "v1.0");
    assert_eq!(calls["servers"], json!([{ "url": "https://calls.example/v1" }]));
    let answer = &calls["paths"]["/{resource}/microsoft.graph.call/microsoft.graph.answer"]["post"];
    assert_eq!(answer["requestBody"]["required"], true);
}

#[test]
fn what_it_is_not_for() {
    let folder = Folder::new();
    let refused = folder.run(&["openapi", "shop.json", "--profile", "create"]).refused();
    assert!(refused[0].starts_with("--profile: `create` is for what is made"), "{refused:?}");
    let refused = folder.run(&["openapi", "shop.json", "-o", "shop.json"]).refused();
    assert!(refused[0].contains("shop.json"), "{refused:?}");
}
