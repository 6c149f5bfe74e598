//! What payloads are by their context URLs.

use std::borrow::Cow;

use odatype_schema::{Source, load};

const SCHEMA: &str = r#"{"$Version": "4.01", "n.s": {"$Alias": "a",
    "item": {"$Kind": "EntityType", "parts": {"$Kind": "NavigationProperty", "$Type": "a.part", "$Collection": true},
        "owner": {"$Kind": "NavigationProperty", "$Type": "a.item"}, "name": {},
        "places": {"$Type": "a.place", "$Collection": true}},
    "book": {"$Kind": "EntityType", "$BaseType": "a.item", "cover": {"$Kind": "NavigationProperty", "$Type": "a.part"}},
    "part": {"$Kind": "EntityType"},
    "place": {"$Kind": "ComplexType"},
    "colour": {"$Kind": "EnumType", "red": 1},
    "look": [{"$Kind": "Function", "$ReturnType": {}}],
    "all": {"$Kind": "EntityContainer", "items": {"$Collection": true, "$Type": "a.item"}, "top": {"$Type": "a.item"},
        "look": {"$Function": "a.look"}}}}"#;

#[test]
fn contexts_name_types() {
    let model = load(&[Source { name: "n.json".into(), text: Cow::Borrowed(SCHEMA) }], &[]).unwrap();
    for (fragment, expected) in [
        ("items", Ok("Collection(n.s.item)")),
        ("items/$entity", Ok("n.s.item")),
        ("items/$delta", Ok("Collection(n.s.item)")),
        ("items(name,owner(name))/$entity", Ok("n.s.item")),
        ("items(name)", Ok("Collection(n.s.item)")),
        ("items/n.s.book", Ok("Collection(n.s.book)")),
        ("items/a.book/$entity", Ok("n.s.book")),
        ("items('1')/n.s.book/cover", Ok("n.s.part")),
        ("items('a/(b''c/d')/parts", Ok("Collection(n.s.part)")),
        ("items('1')/owner/parts/$entity", Ok("n.s.part")),
        ("items('1')/places", Ok("Collection(n.s.place)")),
        ("items('1')/name", Ok("Edm.String")),
        ("top", Ok("n.s.item")),
        ("top/parts", Ok("Collection(n.s.part)")),
        ("n.s.item", Ok("n.s.item")),
        ("Collection(a.place)", Ok("Collection(n.s.place)")),
        ("Collection(Edm.String)", Ok("Collection(Edm.String)")),
        ("n.s.colour", Ok("n.s.colour")),
        ("", Err("no entity set and no singleton is called ``")),
        ("gone/$entity", Err("no entity set and no singleton is called `gone`")),
        ("look", Err("no entity set and no singleton is called `look`")),
        ("items('1')/cover", Err("n.s.item has no property `cover`")),
        ("items('1')/name/more", Err("Edm.String has no property `more`")),
        ("Collection(n.s.gone)", Err("no type is called `n.s.gone`")),
        ("items/n.s.gone/$entity", Err("no type is called `n.s.gone`")),
        ("items/$deletedEntity", Err("`$deletedEntity` has no type")),
        ("$ref", Err("`$ref` has no type")),
        ("Collection($ref)", Err("`$ref` has no type")),
    ] {
        let found = model.payload_of(&format!("https://h/$metadata#{fragment}"));
        let found = found.map(|payload| payload.to_string()).map_err(|error| error.to_string());
        assert_eq!(found.as_deref().map_err(String::as_str), expected, "{fragment}");
    }
    assert_eq!(model.payload_of("https://h/$metadata").unwrap_err().to_string(), "it has no fragment");
}
