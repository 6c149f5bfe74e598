//! A document, part by part.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype_json_schema::Profile;
use odatype_openapi::{Info, document};
use odatype_schema::{Rulebook, Source, load};
use serde_json::{Value, json};

fn shop(profile: Profile) -> Value {
    let source = Source { name: "shop.xml".to_owned(), text: include_str!("shop.xml").into() };
    let model = load(&[source], &[]).unwrap();
    assert!(model.warnings.is_empty(), "{:?}", model.warnings);
    let rulebook = Rulebook::new(&model).unwrap();
    let info =
        Info { title: "Shop".to_owned(), version: "2".to_owned(), server: Some("https://shop.example/".to_owned()) };
    document(&rulebook, profile, &info)
}

#[test]
fn actions_are_where_they_can_be_called() {
    let document = shop(Profile::Strict);
    let paths = document["paths"].as_object().unwrap().iter();
    let paths: Vec<&str> = paths.filter(|(path, _)| !is_of_function(path)).map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/best",
            "/best/shop.read",
            "/makers",
            "/makers(country='{maker-country}',number={maker-number})",
            "/makers(country='{maker-country}',number={maker-number})/branches({branch-since})/shop.move",
            "/open",
            "/shop.shut",
            "/wares",
            "/wares('{ware-id}')",
            "/wares/shop.sort",
            "/{resource}/shop.island/shop.sail",
        ]
    );
    let moved = &document["paths"][paths[4]];
    let parameters: Vec<(&Value, &Value)> = moved["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| (&parameter["name"], &parameter["schema"]))
        .collect();
    let [int64, date] = ["Edm.Int64", "Edm.Date"].map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }));
    assert_eq!(
        parameters,
        [
            (&json!("maker-country"), &json!({ "type": "string" })),
            (&json!("maker-number"), &int64),
            (&json!("branch-since"), &date)
        ]
    );
    assert_eq!(moved["post"]["operationId"], "shop.move--shop.branch");
    assert_eq!(moved["post"]["description"], "Moves a branch.");
}

/// Whether a function is called at `path`.
fn is_of_function(path: &str) -> bool {
    let segment = path.rsplit('/').next().unwrap_or_default();
    segment.contains('(') && (segment.starts_with("shop.") || segment.starts_with("search("))
}

#[test]
fn functions_are_given_what_they_take_in_the_url() {
    let document = shop(Profile::Strict);
    let paths = document["paths"].as_object().unwrap().iter();
    let paths: Vec<&str> = paths.filter(|(path, _)| is_of_function(path)).map(|(path, _)| path.as_str()).collect();
    let branch = "/makers(country='{maker-country}',number={maker-number})/branches({branch-since})";
    let near = format!("{branch}/shop.near(where={{where}},mood=shop.mood'{{mood}}')");
    assert_eq!(
        paths,
        [
            "/best/shop.titles(id='{id}')",
            "/best/shop.titles(id='{id}',from={from})",
            "/best/shop.titles(id='{id}',from={from},to={to})",
            near.as_str(),
            "/search(length=duration'{length}')",
            "/search(name='{name}')",
            "/shop.now()",
            "/wares('{ware-id}')/shop.fits(into=@into,or=@or,moods=@moods)",
            "/wares/shop.cheapest()",
            "/wares/shop.cheapest(above={above})",
            "/{resource}/shop.island/shop.tide(at={at})",
        ]
    );
    let get = &document["paths"][&near]["get"];
    assert_eq!(get["operationId"], "shop.near--shop.branch---where---mood");
    assert_eq!(get["description"], "Branches nearby.");
    assert!(get.get("requestBody").is_none());
    let component = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let parameters = &document["paths"][&near]["parameters"].as_array().unwrap()[3..];
    assert_eq!(
        parameters,
        [
            json!({ "name": "where", "in": "path", "required": true, "schema": { "type": "string" },
                "description": "`where`, which is of type Edm.GeographyPoint" }),
            json!({ "name": "mood", "in": "path", "required": true, "schema": component("shop.mood"),
                "description": "How one is." }),
        ]
    );
    // What has no literal is JSON in the query.
    let aliases = &document["paths"]["/wares('{ware-id}')/shop.fits(into=@into,or=@or,moods=@moods)"]["parameters"];
    let aliases: Vec<Value> = aliases.as_array().unwrap()[1..]
        .iter()
        .map(|alias| {
            json!([alias["name"], alias["in"], alias["required"], alias["content"]["application/json"]["schema"]])
        })
        .collect();
    let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
    assert_eq!(
        aliases,
        [
            json!(["@into", "query", true, component("shop.size")]),
            json!(["@or", "query", false, or_null(component("shop.box"))]),
            json!(["@moods", "query", true, { "type": "array", "items": or_null(component("shop.mood")) }]),
        ]
    );
    // Two overloads that nobody knows the way to: one moment or day.
    let at = &document["paths"]["/{resource}/shop.island/shop.tide(at={at})"]["parameters"][1]["schema"];
    assert_eq!(*at, json!({ "anyOf": [component("Edm.Date"), component("Edm.DateTimeOffset")] }));
}

#[test]
fn functions_give_what_they_return() {
    let document = shop(Profile::Strict);
    let responses = |path: &str| document["paths"][path]["get"]["responses"].clone();
    let component = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    for (path, expected, may_be_null) in [
        ("/wares/shop.cheapest()", component("shop.ware"), true),
        ("/wares/shop.cheapest(above={above})", component("shop.ware"), false),
        ("/search(name='{name}')", component("shop.maker"), true),
        ("/best/shop.titles(id='{id}')", component("Collection--Edm.String"), false),
    ] {
        let responses = responses(path);
        assert_eq!(responses["200"]["content"]["application/json"]["schema"], expected, "{path}");
        assert_eq!(responses.get("204").is_some(), may_be_null, "{path}");
        assert_eq!(responses["default"]["content"]["application/json"]["schema"], component("odata-error"), "{path}");
    }
    let now = responses("/shop.now()")["200"]["content"]["application/json"]["schema"].clone();
    assert_eq!(now["properties"]["value"], component("Edm.DateTimeOffset"));
    assert_eq!(now["required"], json!(["value"]));
    let stream = &responses("/search(length=duration'{length}')")["200"]["content"];
    assert_eq!(*stream, json!({ "application/octet-stream": {} }));
}

#[test]
fn requests_and_responses_have_bodies() {
    let document = shop(Profile::Strict);
    let schema = |pointer: &str| document.pointer(pointer).cloned().unwrap_or_else(|| panic!("nothing at {pointer}"));
    let component = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let content = "content/application~1json/schema";
    for (pointer, expected) in [
        ("/paths/~1wares/get/responses/200/", component("Collection--shop.ware")),
        ("/paths/~1wares/post/requestBody/", component("shop.ware")),
        ("/paths/~1wares/post/responses/default/", component("odata-error")),
        ("/paths/~1best/patch/requestBody/", component("shop.book")),
        ("/paths/~1open/post/responses/200/", component("Collection--shop.ware")),
        ("/paths/~1wares~1shop.sort/post/responses/200/", component("Collection--Edm.Int32")),
    ] {
        assert_eq!(schema(&format!("{pointer}{content}")), expected, "{pointer}");
    }
    // A value that is no object is in one.
    let mood = schema(&format!("/paths/~1best~1shop.read/post/responses/200/{content}"));
    assert_eq!(mood["properties"]["value"], component("shop.mood"));
    assert!(document["paths"]["/best/shop.read"]["post"].get("requestBody").is_none());
    assert_eq!(document["paths"]["/best/shop.read"]["post"]["responses"]["204"]["description"], "It gives null.");
    // Two overloads that nobody knows the way to.
    let sail = &document["paths"]["/{resource}/shop.island/shop.sail"]["post"];
    assert_eq!(
        sail["requestBody"]["content"]["application/json"]["schema"],
        json!({ "anyOf": [component("shop.sail--shop.island"), component("shop.sail--Collection--shop.island")] })
    );
    assert_eq!(sail["responses"]["200"]["content"], json!({ "application/octet-stream": {} }));
    assert_eq!(document["servers"], json!([{ "url": "https://shop.example/" }]));
}

#[test]
fn tags_are_discriminators() {
    for profile in [Profile::Tolerant, Profile::Strict] {
        let document = shop(profile);
        let schemas = &document["components"]["schemas"];
        let properties = |name: &str| format!("#/components/schemas/{name}-properties");
        assert_eq!(
            schemas["shop.ware"]["discriminator"],
            json!({
                "propertyName": "@odata.type",
                "mapping": { "#shop.ware": properties("shop.ware"), "#shop.book": properties("shop.book") },
                "x-defaultMapping": properties("shop.ware"),
            })
        );
        // Of an abstract type there is none without.
        assert_eq!(
            schemas["shop.size"]["discriminator"],
            json!({
                "propertyName": "@odata.type",
                "mapping": { "#shop.ball": properties("shop.ball"), "#shop.box": properties("shop.box") },
            })
        );
        for name in schemas.as_object().unwrap().keys() {
            assert!(name.chars().all(|one| one.is_ascii_alphanumeric() || "._-".contains(one)), "{name}");
        }
        assert!(!document.to_string().contains("$defs"), "every reference leads to a component");
    }
}

/// The paths of a schema that is CSDL JSON.
fn paths(schema: &str) -> Vec<String> {
    let source = Source { name: "s.json".to_owned(), text: schema.into() };
    let model = load(&[source], &[]).unwrap();
    let info = Info { title: "S".to_owned(), version: "1".to_owned(), server: None };
    let document = document(&Rulebook::new(&model).unwrap(), Profile::Strict, &info);
    document["paths"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn keys_are_quoted_as_urls_have_them() {
    let found = paths(
        r#"{"$Version": "4.01", "ns": {
            "name": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String"},
            "mood": {"$Kind": "EnumType", "good": 0},
            "A": {"$Kind": "EntityType", "$Key": ["id"], "id": {"$Type": "ns.name"}},
            "B": {"$Kind": "EntityType", "$Key": ["id"], "id": {"$Type": "ns.mood"}},
            "C": {"$Kind": "EntityType", "$Key": ["id"], "id": {"$Type": "Edm.Duration"}},
            "D": {"$Kind": "EntityType", "$Key": ["id"], "id": {"$Type": "Edm.Guid"}},
            "all": {"$Kind": "EntityContainer", "a": {"$Collection": true, "$Type": "ns.A"},
                "b": {"$Collection": true, "$Type": "ns.B"}, "c": {"$Collection": true, "$Type": "ns.C"},
                "d": {"$Collection": true, "$Type": "ns.D"}}}, "$EntityContainer": "ns.all"}"#,
    );
    for one in ["/a('{A-id}')", "/b(ns.mood'{B-id}')", "/c(duration'{C-id}')", "/d({D-id})"] {
        assert!(found.iter().any(|path| path == one), "{one}: {found:?}");
    }
}

#[test]
fn what_a_service_does_not_do_is_no_operation() {
    let source = Source {
        name: "s.json".to_owned(),
        text: r#"{"$Version": "4.01",
            "$Reference": {"x": {"$Include": [{"$Namespace": "Org.OData.Capabilities.V1", "$Alias": "C"}]}},
            "ns": {
            "A": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
            "all": {"$Kind": "EntityContainer",
                "read": {"$Collection": true, "$Type": "ns.A", "@C.InsertRestrictions": {"Insertable": false},
                    "@C.UpdateRestrictions": {"Updatable": false}, "@C.DeleteRestrictions": {"Deletable": false}},
                "made": {"$Collection": true, "$Type": "ns.A", "@C.ReadRestrictions": {"Readable": false},
                    "@C.UpdateRestrictions": {"Updatable": false}, "@C.DeleteRestrictions": {"Deletable": false}},
                "known": {"$Collection": true, "$Type": "ns.A",
                    "@C.ReadRestrictions": {"Readable": false, "ReadByKeyRestrictions": {"Readable": true}}},
                "one": {"$Type": "ns.A", "@C.DeleteRestrictions": {"Deletable": false},
                    "@C.UpdateRestrictions": {"Updatable": {"$Path": "id"}}}},
            "$Annotations": {"ns.all/one": {"@C.ReadRestrictions": {"Readable": false}}}},
            "$EntityContainer": "ns.all"}"#
            .into(),
    };
    let model = load(&[source], &[]).unwrap();
    let info = Info { title: "S".to_owned(), version: "1".to_owned(), server: None };
    let document = document(&Rulebook::new(&model).unwrap(), Profile::Strict, &info);
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let methods = item.as_object().unwrap().keys().filter(|member| *member != "parameters");
        operations.extend(methods.map(|method| format!("{method} {path}")));
    }
    operations.sort();
    assert_eq!(
        operations,
        [
            "delete /known('{A-id}')",
            "get /known('{A-id}')",
            "get /read",
            "get /read('{A-id}')",
            "patch /known('{A-id}')",
            "patch /one",
            "post /known",
            "post /made",
        ]
    );
}

#[test]
fn names_are_segments_of_urls() {
    let found = paths(
        r#"{"$Version": "4.01", "ns": {
            "A": {"$Kind": "EntityType", "$Key": ["i{d"], "i{d": {"$Type": "Edm.Int32"},
                "b?": {"$Kind": "NavigationProperty", "$Type": "ns.B", "$ContainsTarget": true}},
            "B": {"$Kind": "ComplexType"},
            "go": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "b", "$Type": "ns.B"}]}],
            "all": {"$Kind": "EntityContainer", "{a}/é": {"$Collection": true, "$Type": "ns.A"}}}}"#,
    );
    assert_eq!(
        found,
        ["/%7Ba%7D%2F%C3%A9", "/%7Ba%7D%2F%C3%A9({A-i-u7b-d})", "/%7Ba%7D%2F%C3%A9({A-i-u7b-d})/b%3F/ns.go"]
    );
}

#[test]
fn names_of_what_functions_are_given_are_told_apart() {
    let found = paths(
        r#"{"$Version": "4.01", "ns": {
            "A": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
            "f": [{"$Kind": "Function", "$IsBound": true, "$ReturnType": {}, "$Parameter": [{"$Name": "a", "$Type": "ns.A"},
                {"$Name": "é"}, {"$Name": "ü", "$Type": "ns.A"}]}],
            "g": [{"$Kind": "Function", "$IsBound": true, "$ReturnType": {}, "$Parameter": [
                {"$Name": "x", "$Type": "Edm.ComplexType"}, {"$Name": "resource", "$Type": "Edm.Int32"}]}],
            "all": {"$Kind": "EntityContainer", "a": {"$Collection": true, "$Type": "ns.A"}}}, "$EntityContainer": "ns.all"}"#,
    );
    for one in ["/a('{A-id}')/ns.f(%C3%A9='{-ue9-}',%C3%BC=@%C3%BC)", "/{resource}/ns.g(resource={resource-2})"] {
        assert!(found.iter().any(|path| path == one), "{one}: {found:?}");
    }
}

#[test]
fn what_is_bound_to_values_of_built_in_types_is_no_operation_of_the_service() {
    let found = paths(
        r#"{"$Version": "4.01", "ns": {
            "one": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "it", "$Type": "Edm.Date"}]}],
            "many": [{"$Kind": "Action", "$IsBound": true,
                "$Parameter": [{"$Name": "all", "$Type": "Edm.String", "$Collection": true}]}],
            "none": [{"$Kind": "Action"}]}}"#,
    );
    assert_eq!(found, ["/ns.none", "/{collection}/ns.many", "/{resource}/ns.one"]);
}

#[test]
fn one_cast_leads_to_any_derived_type() {
    let found = paths(
        r#"{"$Version": "4.01", "ns": {
            "A": {"$Kind": "EntityType", "$Key": ["id"], "id": {}},
            "B": {"$Kind": "EntityType", "$BaseType": "ns.A"}, "C": {"$Kind": "EntityType", "$BaseType": "ns.B"},
            "go": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "c", "$Type": "ns.C"}]}],
            "all": {"$Kind": "EntityContainer", "a": {"$Collection": true, "$Type": "ns.A"}}}, "$EntityContainer": "ns.all"}"#,
    );
    assert!(found.contains(&"/a('{A-id}')/ns.C/ns.go".to_owned()), "{found:?}");
}
