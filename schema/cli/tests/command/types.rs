//! `odatype types`.

use crate::run::Folder;

/// What a schema may declare beside what the shop of the other tests does.
const MORE: &str = r#""many": { "$Kind": "EnumType", "m0": 0, "m1": 1, "m2": 2, "m3": 3, "m4": 4, "m5": 5, "m6": 6, "m7": 7,
      "m8": 8, "m9": 9, "m10": 10, "m11": 11, "m12": 12, "m13": 13 },
    "ways": { "$Kind": "EnumType", "$IsFlags": true, "air": 1, "sea": 2 },
    "none": { "$Kind": "EnumType" },
    "bag": { "$Kind": "ComplexType", "@Org.OData.Core.V1.AdditionalProperties": true },
    "bagOfPaper": { "$Kind": "ComplexType", "$BaseType": "s.bag" },
    "digits": { "$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String" },
    "note": { "$Kind": "Term", "$Collection": true },
    "ping": [{ "$Kind": "Action" }],
    "worth": [
      { "$Kind": "Function", "$IsBound": true, "$IsComposable": true,
        "$Parameter": [{ "$Name": "order", "$Type": "s.order" }, { "$Name": "on", "$Type": "Edm.Date" }],
        "$ReturnType": { "$Type": "s.payment", "$Collection": true } },
      { "$Kind": "Function", "$ReturnType": { "$Type": "Edm.Int32" } }
    ],
    "Shop": { "$Kind": "EntityContainer",
      "orders": { "$Collection": true, "$Type": "s.order" }, "best": { "$Type": "s.order" },
      "ping": { "$Action": "s.ping" }, "total": { "$Function": "s.worth" } },
    "state""#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.edit("shop.json", "whole.json", &[("\"state\": { \"$Kind\"", &format!("{MORE}: {{ \"$Kind\""))]);
    folder
}

#[test]
fn all_that_a_schema_declares_is_listed() {
    let expected = "\
shop.core.bag: complex type, open
  shop.core.bagOfPaper: complex type, open by its base
shop.core.order: entity type
shop.core.payment: complex type, abstract
  shop.core.card: complex type
  shop.core.cash: complex type
shop.core.unrelated: complex type, open
shop.core.many: enumeration type, members m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11 and 2 more
shop.core.none: enumeration type without members
shop.core.state: enumeration type, members placed, sent
shop.core.ways: enumeration type, flags air, sea
shop.core.digits: type definition of Edm.String
shop.core.note: term of Collection(Edm.String)
shop.core.cancel: action bound to shop.core.order
shop.core.cancel: action bound to Collection(shop.core.order), takes why
shop.core.pay: action bound to shop.core.order, takes payment
shop.core.ping: action, unbound
shop.core.worth: function bound to shop.core.order, composable, takes on, returns Collection(shop.core.payment)
shop.core.worth: function, unbound, returns Edm.Int32
shop.core.Shop/best: singleton of shop.core.order
shop.core.Shop/orders: entity set of shop.core.order
shop.core.Shop/ping: import of the action shop.core.ping
shop.core.Shop/total: import of the function shop.core.worth
";
    assert_eq!(folder().run(&["types", "whole.json"]).done(), expected);
}

#[test]
fn what_is_named_is_listed_with_what_it_belongs_to() {
    let folder = folder();
    for (pattern, expected) in [
        ("C*d", &["shop.core.payment: complex type, abstract", "  shop.core.card: complex type"][..]),
        ("shop.core.STATE", &["shop.core.state: enumeration type, members placed, sent"]),
        ("digits", &["shop.core.digits: type definition of Edm.String"]),
        ("best", &["shop.core.Shop/best: singleton of shop.core.order"]),
        ("*.ping", &["shop.core.ping: action, unbound", "shop.core.Shop/ping: import of the action shop.core.ping"]),
        (
            "order",
            &[
                "shop.core.order: entity type",
                "shop.core.cancel: action bound to shop.core.order",
                "shop.core.cancel: action bound to Collection(shop.core.order), takes why",
                "shop.core.pay: action bound to shop.core.order, takes payment",
                "shop.core.worth: function bound to shop.core.order, composable, takes on, returns \
                 Collection(shop.core.payment)",
                "shop.core.Shop/best: singleton of shop.core.order",
                "shop.core.Shop/orders: entity set of shop.core.order",
            ],
        ),
    ] {
        let text = folder.run(&["types", "whole.json", "--name", pattern]).done();
        assert_eq!(text.lines().collect::<Vec<_>>(), expected, "{pattern}");
    }
}

#[test]
fn what_nothing_is_named_is_an_error_with_what_was_perhaps_meant() {
    let folder = folder();
    for (name, near) in [
        ("odrer", "; perhaps `shop.core.order`"),
        ("*wroth", "; perhaps `shop.core.worth`"),
        ("shop.cor.stat", "; perhaps `shop.core.state`"),
        ("totla", "; perhaps `total`"),
        ("wa*y", "; perhaps `shop.core.ways`, `shop.core.pay`"),
        ("nothing.like.it", ""),
    ] {
        let lines = folder.run(&["types", "whole.json", "--name", name]).refused();
        assert_eq!(lines, [format!("--name: nothing has the name `{name}`{near}")], "{name}");
    }
    let lines = folder.run(&["types", "--name", "mediaConfg"]).refused();
    assert_eq!(
        lines,
        ["--name: embedded schema: nothing has the name `mediaConfg`; perhaps `microsoft.graph.mediaConfig`"]
    );
    // Nothing was asked for that is not there.
    folder.write("empty.json", r#"{"$Version": "4.01", "n": {}}"#);
    assert_eq!(folder.run(&["types", "empty.json"]).done(), "");
}

#[test]
fn a_long_chain_is_listed_in_a_width() {
    let folder = Folder::new();
    let link = |at: usize| match at {
        0 => r#""T0": { "$Kind": "ComplexType" }"#.to_owned(),
        _ => format!(r#""T{at}": {{ "$Kind": "ComplexType", "$BaseType": "n.T{}" }}"#, at - 1),
    };
    let types: Vec<String> = (0..60).map(link).collect();
    folder.write("chain.json", format!(r#"{{ "$Version": "4.01", "n": {{ {} }} }}"#, types.join(", ")));
    let listed = folder.run(&["types", "chain.json"]).done();
    let lines: Vec<&str> = listed.lines().collect();
    let indent = "  ".repeat(40);
    assert_eq!(lines.len(), 60);
    assert_eq!(
        [lines[40], lines[59]],
        [format!("{indent}n.T40: complex type"), format!("{indent}(59) n.T59: complex type"),]
    );
}
