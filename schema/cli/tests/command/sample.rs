//! `odatype sample`.

use std::collections::BTreeSet;

use crate::{ENGINES, run::Folder};

/// What is made up may be sent, says each engine that the command has.
#[test]
fn what_is_printed_is_valid() {
    let folder = Folder::new();
    for (schema, ty) in [
        (&["shop.json"][..], "shop.core.order"),
        (&["shop.json"], "Collection(s.order)"),
        (&["shop.json"], "s.pay"),
        (&["shop.json"], "s.state"),
        (&[], "microsoft.graph.answer"),
        (&[], "microsoft.graph.commsNotifications"),
    ] {
        let of_type = ["--type", ty];
        let arguments: Vec<&str> =
            ["sample"].iter().chain(schema).chain(&of_type).chain(&["--count", "12"]).copied().collect();
        let printed = folder.run(&arguments).done();
        let lines: BTreeSet<&str> = printed.lines().collect();
        assert!(printed.lines().count() == 12 && lines.len() > 1, "{ty}: {printed}");
        let names: Vec<String> = (0..lines.len()).map(|place| format!("payload{place}.json")).collect();
        for (name, line) in names.iter().zip(&lines) {
            folder.write(name, line);
        }
        for engine in ENGINES {
            let mut arguments = vec!["validate", "--engine", engine, "--type", ty];
            arguments.extend(schema.iter().flat_map(|schema| ["--schema", schema]));
            arguments.extend(names.iter().map(String::as_str));
            assert_eq!(folder.run(&arguments).done(), "", "{engine} {ty}");
        }
    }
}

#[test]
fn a_seed_prints_the_same() {
    let folder = Folder::new();
    let printed =
        |seed: &str| folder.run(&["sample", "shop.json", "--type", "s.order", "--count", "5", "--seed", seed]).done();
    assert_eq!(printed("7"), printed("7"));
    assert_ne!(printed("7"), printed("8"));
    assert!(printed("7").starts_with(&folder.run(&["sample", "shop.json", "--type", "s.order", "--seed", "7"]).done()));
}

#[test]
fn what_cannot_be_made_is_told() {
    let folder = Folder::new();
    folder.write(
        "overlay.json",
        r#"{"$Version": "4.01", "$Reference": {"https://x/v": {"$Include": [{"$Namespace": "Org.OData.Validation.V1"}]}},
            "o": {"$Annotations": {"shop.core.card/number": {"@Org.OData.Validation.V1.Pattern": "^(?=4)[0-9]+$"}}}}"#,
    );
    let arguments = |ty| ["sample", "shop.json", "--overlay", "overlay.json", "--count", "40", "--type", ty];
    let run = folder.run(&arguments("s.card"));
    // That the pattern is not checked is a warning of the schema.
    assert_eq!(
        run.err.lines().nth(1),
        Some(
            "left out: shop.core.card/number: no value can be made up: its pattern is one \
             that is not checked"
        )
    );
    assert!(run.code == 0 && run.out.contains("amount") && !run.out.contains("number"), "{run:#?}");

    folder.write(
        "action.json",
        r#"{"$Version": "4.01", "$Reference": {"https://x/v": {"$Include": [{"$Namespace": "Org.OData.Validation.V1"}]}},
            "n": {"go": [{"$Kind": "Action", "$Parameter": [{"$Name": "to", "@Org.OData.Validation.V1.Pattern": "^(?=4)"}]}]}}"#,
    );
    let refused = folder.run(&["sample", "action.json", "--type", "n.go"]).refused();
    assert_eq!(refused[1..], ["--type: n.go/to: no value can be made up: its pattern is one that is not checked"]);
    assert_eq!(
        folder.run(&["sample", "shop.json", "--type", "s.stat"]).refused(),
        ["--type: unknown type or action `s.stat`; perhaps `shop.core.state`"]
    );
}

#[test]
fn names_may_have_spaces() {
    let folder = Folder::new();
    folder.write(
        "spaced.json",
        r#"{"$Version": "4.01", "n": {"unit price": {"$Kind": "ComplexType", "net": {"$Type": "Edm.Int32"}}, "T": {"$Kind": "ComplexType"}}}"#,
    );
    for ty in ["n.unit price", " n.unit price ", "Collection(n.unit price)"] {
        let printed = folder.run(&["sample", "spaced.json", "--type", ty]).done();
        assert!(printed.contains("\"net\""), "{ty}: {printed}");
    }
    let expanded = folder.run(&["expand", "spaced.json", "--root", "n.unit price", "-o", "-"]).done();
    assert!(expanded.contains("struct UnitPrice") && !expanded.contains("struct T "), "{expanded}");
}

/// Services declare such names; tags have them, by the alias too, and one that nobody declares is told.
#[test]
fn names_with_dots_are_names() {
    let folder = Folder::new();
    let (ty, derived) = ("shop.core.order.line", "shop.core.order.line.gift");
    let declared = r#""state": { "$Kind": "EnumType","#;
    let more = r#""order.line": { "$Kind": "EntityType" },
    "order.line.gift": { "$Kind": "EntityType", "$BaseType": "s.order.line", "for": {} },
    "state": { "$Kind": "EnumType","#;
    folder.edit("shop.json", "dots.json", &[(declared, more)]);
    let run = folder.run(&["sample", "dots.json", "--type", derived]);
    assert!(
        run.code == 0 && run.err.contains("warning: shop.core.order.line: name `order.line` has a dot"),
        "{run:#?}"
    );
    folder.write("sample.json", run.out);
    folder.write("alias.json", r##"{"@odata.type":"#s.order.line.gift","for":"you"}"##);
    folder.write("wrong.json", r##"{"@odata.type":"#s.order.line.gift","for":1}"##);
    folder.write("unknown.json", r##"{"@odata.type":"#s.order.line.lost"}"##);
    for engine in ENGINES {
        let valid = |ty, file| {
            let run = folder.run(&[
                "validate",
                "--schema",
                "dots.json",
                "--engine",
                engine,
                "--profile",
                "strict",
                "--type",
                ty,
                file,
            ]);
            (run.code, run.out)
        };
        assert_eq!(valid(derived, "sample.json"), (0, String::new()), "{engine}");
        assert_eq!(valid("s.order.line", "alias.json"), (0, String::new()), "{engine}");
        let (code, out) = valid(ty, "wrong.json");
        assert!(code == 1 && out.contains("/for: expected a string"), "{engine} {out}");
        let (code, out) = valid(ty, "unknown.json");
        assert!(code == 1 && out.contains("found \"#s.order.line.lost\""), "{engine} {out}");
    }
}
