//! What is perhaps meant by names that nothing has.

use odatype_schema::{Guesses, Source, load};

const SCHEMA: &str = r#"{"$Version": "4.01", "shop.core": {
    "item": {"$Kind": "EntityType", "title": {}},
    "book": {"$Kind": "EntityType", "$BaseType": "shop.core.item", "pages": {"$Type": "Edm.Int32"}},
    "colour": {"$Kind": "EnumType", "red": 0},
    "order": [{"$Kind": "Action", "$IsBound": true, "$Parameter": [{"$Name": "of", "$Type": "shop.core.item"}, {"$Name": "count"}]}],
    "worth": [{"$Kind": "Function", "$ReturnType": {}}],
    "all": {"$Kind": "EntityContainer", "shelves": {"$Collection": true, "$Type": "shop.core.item"}}
}}"#;

#[test]
fn what_was_meant() {
    let source = Source { name: "s.json".into(), text: SCHEMA.into() };
    let model = load(&[source], &[]).unwrap();
    let guesses = Guesses::new(&model);
    for (asked, found, expected) in [
        ("shop.core.itme", guesses.of_type("shop.core.itme"), "shop.core.item"),
        ("book", guesses.of_root("book"), "shop.core.book"),
        ("odrer", guesses.of_root("shop.core.odrer"), "shop.core.order"),
        ("overload", guesses.of_root("shop.core.order(shop.core.itme)"), "shop.core.order(shop.core.item)"),
        ("shop.cor", guesses.of_namespace("shop.cor"), "shop.core"),
        ("inherited", guesses.of_key("shop.core.book.titel"), "shop.core.item.title"),
        ("inherited, right", guesses.of_key("shop.core.book.title"), "shop.core.item.title"),
        ("as targets are written", guesses.of_key("shop.core.item/title"), "shop.core.item.title"),
        ("so, and misspelt", guesses.of_key("shop.core.book/pags"), "shop.core.book.pages"),
        ("both wrong", guesses.of_key("shop.core.bok.page"), "shop.core.book.pages"),
        ("member", guesses.of_key("shop.core.colour.rde"), "shop.core.colour.red"),
        ("parameter", guesses.of_key("shop.core.order.cuont"), "shop.core.order.count"),
        ("type", guesses.of_key("shop.core.books"), "shop.core.book"),
        ("namespace", guesses.of_key("shop.cores"), "shop.core"),
        ("function", guesses.of_declared("wroth"), "shop.core.worth"),
        ("served", guesses.of_declared("shelfes"), "shelves"),
        ("declared", guesses.of_declared("bok"), "shop.core.book"),
    ] {
        assert_eq!(found, Some(format!("perhaps `{expected}`")), "{asked}");
    }
    for _ in 0..100 {
        guesses.of_type("x");
    }
    assert_eq!(guesses.of_type("shop.core.itme"), None, "enough was guessed");
}

#[test]
fn what_targets_of_an_overlay_mean() {
    for (target, expected) in [
        ("shop.core.book/titel", Some("shop.core.book/title")),
        ("shop.core.bok/pages", Some("shop.core.book/pages")),
        ("shop.core.book/x", None),
    ] {
        let text = format!(r#"{{"$Version": "4.01", "o": {{"$Annotations": {{"{target}": {{"@o.A": 1}}}}}}}}"#);
        let [schema, overlay] = [("s.json", SCHEMA.to_owned()), ("o.json", text)]
            .map(|(name, text)| Source { name: name.into(), text: text.into() });
        let faults = load(&[schema], &[overlay]).unwrap_err().to_string();
        let found = faults.split_once("perhaps `").map(|(_, meant)| meant.trim_end_matches('`'));
        assert_eq!(found, expected, "{faults}");
    }
}
