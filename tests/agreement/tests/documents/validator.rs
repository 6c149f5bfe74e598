//! The validator: what it tells, and that neither depth nor alternatives cost it anything.

use crate::common::table;
use odatype_json_schema::{
    Deriver, Profile, Target,
    validator::{DocumentValidator, SchemaValidator},
};
use odatype_table::Table;
use serde_json::{Value, json};

const ROWS: &[&str] = &[
    "complex\tns.left\t-\to\na\tInt32\tn\n\t#0,#1",
    "complex\tns.right\t-\to\nb\tInt32\tn\n\t#0,#1",
    "complex\tns.node\t-\t-\nnext\t#2\tn\nname\tString\tn\tbacktracking=^(?!a)\tpattern=^.b\nwhere\t#3\tn",
    "complex\tns.geo\t-\to\nx\tInt32\tn\n\tGeographyPoint,#3",
];

fn problems(table: &'static Table<&'static str>, target: &str, payload: &Value) -> Vec<String> {
    let target = Target::parse(table, target).unwrap();
    let mut of_schema = Vec::new();
    let validator = SchemaValidator::new(Deriver::new(table), Profile::Strict);
    validator.validate(target, payload, &mut |problem| {
        of_schema.push(format!("{} {}{} {:?}", problem.pointer, problem.definition, problem.keyword, problem.what));
    });
    of_schema.sort();
    let document = DocumentValidator::new(Deriver::new(table).document(target, Profile::Strict)).unwrap();
    let mut of_document = Vec::new();
    document.validate(payload, &mut |problem| {
        of_document.push(format!("{} {}{} {:?}", problem.pointer, problem.definition, problem.keyword, problem.what));
    });
    of_document.sort();
    assert_eq!(of_schema, of_document);
    of_schema
}

#[test]
fn what_is_told() {
    let payload = json!({ "next": { "next": { "nam/e": 1, "name": 5 }, "name": "xa" } });
    assert_eq!(
        problems(table(ROWS), "ns.node", &payload),
        [
            "/next/name  NotChecked(\"^(?!a)\")",
            "/next/name ns.node:properties/properties/name/else/pattern Pattern(\"^.b\")",
            "/next/next ns.node:properties/additionalProperties Undeclared([\"nam/e\"])",
            "/next/next/name ns.node:properties/properties/name/else/type Type",
        ]
    );
}

/// What the table says is not run is not tried, whether the engine could run it or not; so says the decoder. A document
/// by itself says it too.
#[test]
fn patterns_that_are_too_much_are_not_tried() {
    let row = "complex\tns.text\t-\t-\nhuge\tString\tn\tbacktracking=^a{1,60000}$\nlong\tString\tn\tbacktracking=^b\nmany\tUntyped\tn\ttypes=Int32,String\tof=1\tbacktracking=^c";
    let table: &'static Table<&'static str> = table(Box::leak(Box::new([row])));
    let found = problems(table, "ns.text", &json!({ "huge": "b", "long": "a", "many": "d" }));
    let expected = ["/huge  NotChecked(\"^a{1,60000}$\")", "/long  NotChecked(\"^b\")", "/many  NotChecked(\"^c\")"];
    assert_eq!(found, expected);
}

#[test]
fn of_alternatives_the_nearest_is_told() {
    let payload = json!({ "where": { "y": { "type": "Point", "coordinates": [1] } } });
    assert_eq!(
        problems(table(ROWS), "ns.node", &payload),
        ["/where/y/coordinates Edm.GeographyPoint/allOf/0/then/properties/coordinates/minItems MinItems(2)"]
    );
    assert_eq!(problems(table(ROWS), "ns.geo", &json!({ "y": { "type": "Point", "coordinates": [1, 2] } })), [""; 0]);
}

/// As deep as the reader reads.
const DEPTH: usize = odatype_json::MAX_DEPTH - 2;

#[test]
fn depth_costs_nothing_but_itself() {
    let nest = |member: &str, leaf: Value| {
        let mut value = leaf;
        for _ in 0..DEPTH {
            value = json!({ member: value });
        }
        value
    };
    let found = problems(table(ROWS), "ns.left", &nest("d", json!(5)));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(problems(table(ROWS), "ns.left", &nest("d", json!({ "c": { "a": 1 } }))), [""; 0]);
    assert_eq!(problems(table(ROWS), "ns.node", &nest("next", json!({ "x": 5 }))).len(), 1);
    assert_eq!(problems(table(ROWS), "ns.geo", &nest("y", json!({ "x": "5" }))).len(), 1);
}

#[test]
fn what_is_said() {
    const SHOP: &[&str] = &[
        "entity\tns.item\t-\ta\nid\tString\tn\ncolors\t*#2\tn\nprice\tDecimal\tn\tfraction=2\twhole=3\tmax=100\nwhen\tDate\tn\nowner\t#0\tnv\nbig\tInt64\tn\tmax=5",
        "entity\tns.pen\t0\t-\nname\tString\tn\tmaxlen=3\tpattern=^a",
        "enum\tns.color\t-\t-\nred\t1\nblue\t2",
        "action\tns.buy\t-\t-\nitem\t#0\tr",
    ];
    let table = table(SHOP);
    let validator = SchemaValidator::new(Deriver::new(table), Profile::Strict);
    let said = |target: &str, payload: Value| {
        let mut said = Vec::new();
        validator.validate(Target::parse(table, target).unwrap(), &payload, &mut |problem| {
            for one in problem.said() {
                let written =
                    one.member.clone().or_else(|| payload.pointer(problem.pointer)?.as_str().map(str::to_owned));
                let near = written.and_then(|written| one.suggestion(&written));
                said.push(format!("{} {:?}: {}, {near:?}", problem.pointer, one.about, one.expected));
            }
        });
        said.sort();
        said
    };
    for (target, payload, expected) in [
        ("ns.item", json!({}), " Tag: a tag `@odata.type`: `#ns.pen`, None"),
        (
            "ns.item",
            json!({ "@odata.type": "#ns.Pen" }),
            "/@odata.type Tag: a tag that may stand here: `#ns.pen`, Some(\"#ns.pen\")",
        ),
        ("ns.pen", json!({ "Name": 1 }), " Undeclared: only declared members of `ns.pen`, Some(\"name\")"),
        ("ns.pen", json!({ "name": "abcd" }), "/name Length: at most 3 characters, None"),
        ("ns.pen", json!({ "name": "b" }), "/name Pattern: text that matches `^a`, None"),
        ("ns.pen", json!({ "name": 1 }), "/name Type: a string or null, None"),
        (
            "ns.pen",
            json!({ "colors": ["rad"] }),
            "/colors/0 Member: a member of `ns.color`: `red`, `blue`, Some(\"red\")",
        ),
        (
            "ns.pen",
            json!({ "colors": ["1"] }),
            "/colors/0 Member: a number that no member has, or the member that has it, None",
        ),
        ("ns.pen", json!({ "price": 1000 }), "/price Range: at most 100, None"),
        (
            "ns.pen",
            json!({ "price": "1.234" }),
            "/price Digits: at most 3 digits before the point and at most 2 digits after the point, None",
        ),
        ("ns.pen", json!({ "when": "x" }), "/when Text: text of `Edm.Date`, such as `2026-01-31`, None"),
        ("ns.pen", json!({ "big": "6" }), "/big Range: at most 5, None"),
        ("ns.pen", json!({ "@odata.etag": 5 }), "/@odata.etag Control: a string, None"),
        ("ns.pen", json!({ "name@odata.bind": "x" }), " Control: a bind of a navigation property, None"),
        ("ns.buy", json!({}), " Required: the member `item`, None"),
    ] {
        let found = said(target, payload.clone());
        assert!(found.iter().any(|one| one == expected), "{payload}: {found:#?}, not {expected}");
    }
}
