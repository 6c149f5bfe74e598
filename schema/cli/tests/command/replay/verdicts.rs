//! Verdicts that change, and why.

use serde_json::json;

use super::{LIBRARY, MEMBERS, changes, order, replay, report, schemas};
use crate::run::SERVICE;

#[test]
fn verdicts_change_both_ways_and_it_is_told_why() {
    let folder = schemas(SERVICE, MEMBERS);
    let lines = ["placed", "sent", "paid", "sent", "gone"].map(order).concat();
    let found = replay(&folder, &[], &lines).found();
    let expected = [
        "3 verdicts changed in 5 payloads: 2 valid → invalid, 1 invalid → valid",
        "       2 now: member shop.core.order/state: /state: expected one of placed, paid, found \"sent\"; first in -:2; \
         by member-removed shop.core.state/sent",
        "       1 no more: member shop.core.order/state: /state: expected one of placed, sent, found \"paid\"; first in -:3; \
         by member-added shop.core.state/paid",
        "-:2: shop.core.order: valid → invalid",
        "  now: /state: expected one of placed, paid, found \"sent\"",
        "-:3: shop.core.order: invalid → valid",
        "  no more: /state: expected one of placed, sent, found \"paid\"",
        "-:4: shop.core.order: valid → invalid",
        "  now: /state: expected one of placed, paid, found \"sent\"",
    ];
    assert_eq!(found, expected, "{found:#?}");
    // Whoever only receives reads what the schema does not know.
    let run = replay(&folder, &["--profile", "tolerant"], &lines).done();
    assert_eq!(run, "no verdict changed in 5 payloads\n");
}

#[test]
fn the_change_that_is_why_is_told_or_of_which_it_is_one() {
    const RULES: &str = r#""$Nullable": true, "$MaxLength": 9"#;
    let old = SERVICE.replace("\"number\": {", &format!("\"note\": {{ {RULES} }}, \"number\": {{"));
    let card = |members: &str| format!("{{\"@odata.type\": \"#s.card\", {members}}}\n");
    for (edits, line, expected) in [
        // Of several changes of a place, those that can make the difference.
        (
            &[(RULES, r#""$Nullable": true, "$MaxLength": 2"#)][..],
            card(r#""note": "abc""#),
            "by property-constraints-changed",
        ),
        (&[(RULES, r#""$MaxLength": 9"#)], card(r#""note": null"#), "by property-nullable-changed"),
        (
            &[(RULES, r#""$MaxLength": 2"#)],
            card(r#""note": null"#),
            "by one of property-constraints-changed shop.core.card/note, property-nullable-changed",
        ),
        (&[(RULES, r#""$MaxLength": 12"#)], card(r#""note": null"#), "by property-nullable-changed"),
        // What the place's type says, where the place says nothing.
        (
            &[("\"$OpenType\": true", "\"$OpenType\": false")],
            "{\"@odata.type\": \"#s.unrelated\", \"x\": 1}\n".to_owned(),
            "by type-open-changed",
        ),
        (
            &[("\"placed\": 0, \"sent\": 1", "\"packed\": 0, \"paid\": 2, \"new\": 3")],
            order("sent"),
            "by one of member-removed shop.core.state/placed, member-removed",
        ),
    ] {
        let folder = schemas(&old, edits);
        let first = |old: &str, new: &str| {
            let run = folder.run_with(&["replay", "--old", old, "--new", new, "-"], &line).found();
            run[1].rsplit_once("; ").unwrap().1.to_owned()
        };
        let (there, back) = (first("old.json", "new.json"), first("new.json", "old.json"));
        assert!(there.starts_with(expected), "{there}");
        // And back, where what was removed is added.
        let changed = if expected.contains("removed") { there.replace("removed", "added") } else { there };
        assert_eq!(back, changed);
    }
}

#[test]
fn a_type_that_one_schema_does_not_have() {
    let folder =
        schemas(LIBRARY, &[("\"part\": {\"$Kind\"", "\"part\": {\"$Kind\": \"EntityType\"}, \"film\": {\"$Kind\"")]);
    let lines = "{\"@odata.type\": \"#l.film\"}\n{\"@odata.type\": \"#lib.core.film\", \"x\": 1}\n{\"@odata.type\": \"#lib.core.film\"}\n";
    let there = report(&folder, &[], lines);
    let change = |line, old: &str, new: &str| (line, "lib.core.film".to_owned(), old.to_owned(), new.to_owned());
    let expected =
        [change(1, "unknown type", "valid"), change(2, "unknown type", "invalid"), change(3, "unknown type", "valid")];
    assert_eq!(changes(&there), expected);
    let groups = json!([{
        "only": "old", "rule": "unknown-type", "target": "lib.core.film", "payloads": 3, "findings": 3,
        "first": { "file": "-", "line": 1, "finding": null },
        "changes": [{ "change": "type-added", "target": "lib.core.film" }],
    }]);
    assert_eq!(there["groups"], groups);
    let back = folder.run_with(&["replay", "--old", "new.json", "--new", "old.json", "-"], lines).found();
    let first = "3 verdicts changed in 3 payloads: 2 valid → unknown type, 1 invalid → unknown type";
    assert_eq!(back[0], first);
    assert!(back[1].contains("now: unknown-type lib.core.film: the new schema does not have it"), "{back:#?}");
    // A set that is gone leaves the type that it was of.
    folder.edit("old.json", "new.json", &[("\"items\": {\"$C", "\"things\": {\"$C")]);
    let text = replay(&folder, &[], "{\"@context\": \"#items/$entity\"}\n{\"@context\": \"#things/$entity\"}").done();
    assert_eq!(text, "no verdict changed in 2 payloads\n");
}

#[test]
fn the_same_verdict_for_other_reasons_is_told_and_changes_nothing() {
    let folder = schemas(SERVICE, &[("\"notes\": {", "\"remarks\": {")]);
    let lines = "{\"@odata.type\": \"#s.order\", \"notes\": [], \"remarks\": []}\n";
    let text = replay(&folder, &[], lines);
    assert_eq!((text.code, text.err.as_str()), (0, ""), "{text:#?}");
    let lines: Vec<&str> = text.out.lines().collect();
    assert_eq!(lines[..2], ["no verdict changed in 1 payload", "1 payload with the same verdict and other findings"]);
    let starts =
        ["       1 no more: undeclared shop.core.order/remarks: ", "       1 now: undeclared shop.core.order/notes: "];
    assert!(lines[2].starts_with(starts[0]) && lines[3].starts_with(starts[1]), "{lines:#?}");
    assert_eq!(lines[4], "-:1: shop.core.order: invalid → invalid");
}

#[test]
fn overlays_are_laid_over_either_or_both() {
    let folder = schemas(SERVICE, &[]);
    folder.write(
        "digits.json",
        r#"{"$Version": "4.01",
            "$Reference": {"https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Validation.V1.json":
              {"$Include": [{"$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation"}]}},
            "shop.core": {"$Annotations": {"shop.core.card/number": {"@Validation.Pattern": "^[0-9]+$"}}}}"#,
    );
    let line =
        "{\"@odata.type\": \"#s.card\", \"number\": \"x\"}\n{\"@odata.type\": \"#shop.core.card\", \"number\": \"1\"}";
    let verdicts = |overlays: &[&str]| {
        let report = report(&folder, overlays, line);
        changes(&report).into_iter().map(|change| (change.0, change.2, change.3)).collect::<Vec<_>>()
    };
    let change = |old: &str, new: &str| vec![(1, old.to_owned(), new.to_owned())];
    assert_eq!(verdicts(&["--new-overlay", "digits.json"]), change("valid", "invalid"));
    assert_eq!(verdicts(&["--old-overlay", "digits.json"]), change("invalid", "valid"));
    assert_eq!(verdicts(&["--overlay", "digits.json"]), []);
    assert_eq!(verdicts(&[]), []);
}
