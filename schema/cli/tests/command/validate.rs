//! `odatype validate`.

use serde_json::{Value, json};

use crate::run::{Folder, Run, SERVICE, WRONG, shop};

#[test]
fn findings_have_places_and_suggestions() {
    let folder = Folder::new();
    folder.write("right.json", r##"{"state": "sent", "payment": {"@odata.type": "#shop.core.card", "number": "1"}}"##);
    folder.write("wrong.json", WRONG);
    assert_eq!(folder.run(&shop(&["right.json"])).done(), "");
    let lines = folder.run(&shop(&["right.json", "wrong.json", "right.json"])).found();
    assert_eq!(lines.len(), 2, "{lines:#?}");
    for (line, start, end) in [
        (&lines[0], "wrong.json:2:12: /state: expected ", ", found \"snet\"; perhaps `sent`"),
        (&lines[1], "wrong.json:3:3: /notse: expected ", ", found `notse`; perhaps `notes`"),
    ] {
        assert!(line.starts_with(start) && line.ends_with(end), "{line}");
    }
    // What is wrong only for one who sends is right for one who reads.
    assert_eq!(folder.run(&shop(&["--profile", "tolerant", "wrong.json"])).done(), "");
}

#[test]
fn standard_input() {
    let folder = Folder::new();
    assert_eq!(folder.run_with(&shop(&["-"]), "{}").done(), "");
    let lines = folder.run_with(&shop(&["-"]), "[]").found();
    assert!(lines.len() == 1 && lines[0].starts_with("-:1:1: expected "), "{lines:?}");
    let lines = folder.run_with(&shop(&["-", "shop.json", "-"]), "{}").refused();
    assert_eq!(lines, ["`-`, standard input, can be read once only, but it was given more than once"]);
}

#[test]
fn what_is_not_json_is_a_finding() {
    let folder = Folder::new();
    for (bytes, expected) in [
        (&b""[..], "1:1: expected JSON, found none here: the text ends before the value does"),
        (b"{\"a\": 1,\n}", "2:1: expected a member name in double quotes, found `}`"),
        (b"{\"a\": \"\xFF\"}", "1:8: expected JSON, found none here: the text is not UTF-8"),
        (b"\xC3\xA9", "1:1: expected a JSON value, found `\u{e9}`"),
        (b"{} {}", "1:4: expected nothing after the value, found `{`"),
    ] {
        folder.write("bad.json", bytes);
        let lines = folder.run(&shop(&["bad.json"])).found();
        assert_eq!(lines, [format!("bad.json:{expected}")]);
    }
    // A payload cannot end a line or steer the terminal.
    let lines = folder.run_with(&shop(&["-"]), "{\"\\n\\u001b[31m\": 1}").found();
    assert!(lines.len() == 1 && lines[0].starts_with(r"-:1:2: /\u000a\u001b[31m: "), "{lines:?}");
}

#[test]
fn each_of_json_lines_is_a_payload() {
    let folder = Folder::new();
    folder.write("many.jsonl", "\n{\"notes\": []}\r\n\n{\"state\": \"snet\"}\n{\"notse\": []\n");
    let lines = folder.run(&shop(&["many.jsonl"])).found();
    let [state, broken] = lines.as_slice() else { panic!("{lines:#?}") };
    assert!(state.starts_with("many.jsonl:4:11: /state: expected ") && state.ends_with("perhaps `sent`"), "{state}");
    assert_eq!(broken, "many.jsonl:5:13: expected JSON, found none here: the text ends before the value does");
    let picture = folder.run(&shop(&["--format", "picture", "many.jsonl"])).found().join("\n");
    assert!(picture.contains(" --> many.jsonl:4:11\n  |\n4 | {\"state\": \"snet\"}\n"), "{picture}");
    let run = folder.run(&shop(&["--format", "json", "many.jsonl"]));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let files = report["files"].as_array().unwrap();
    let told: Vec<[&Value; 3]> = files.iter().map(|file| ["file", "line", "valid"].map(|name| &file[name])).collect();
    let name = json!("many.jsonl");
    let [valid, invalid] = [true, false].map(Value::from);
    let [first, second, third] = [2, 4, 5].map(Value::from);
    assert_eq!(told, [[&name, &first, &valid], [&name, &second, &invalid], [&name, &third, &invalid]]);
    let text = std::fs::read_to_string(folder.path().join("many.jsonl")).unwrap();
    let finding = &files[1]["findings"][0];
    assert_eq!((&finding["line"], &finding["offset"]), (&json!(4), &json!(text.find("\"snet").unwrap())));
    let region = |run: Run| {
        let log: Value = serde_json::from_str(&run.out).unwrap();
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].clone()
    };
    let region = region(folder.run(&shop(&["--format", "sarif", "many.jsonl"])));
    assert_eq!((&region["startLine"], &region["byteOffset"]), (&finding["line"], &finding["offset"]));
    let commands = folder.run(&shop(&["--format", "github", "many.jsonl"])).found();
    assert!(commands[0].starts_with("::error file=many.jsonl,line=4,col=11,"), "{commands:#?}");
    // What is made up is taken as it is printed.
    let made = folder.run(&["sample", "shop.json", "--type", "s.order", "--count", "5"]).done();
    assert_eq!(made.lines().count(), 5);
    assert_eq!(folder.run_with(&shop(&["-"]), &made).done(), "");
}

#[test]
fn a_response_with_many_is_told_apart_from_one() {
    let folder = Folder::new();
    let help = "help: -: it is held against shop.core.order; perhaps it is a response with many: --type \"Collection(shop.core.order)\"\n";
    for (page, expected) in
        [(r#"{"value": [{"state": "sent"}]}"#, help), (r#"{"value": 5}"#, ""), (r#"{"values": []}"#, "")]
    {
        let run = folder.run_with(&shop(&["-", "--profile", "strict"]), page);
        assert_eq!((run.code, run.err.as_str()), (1, expected), "{page}");
        assert!(run.out.starts_with("-:1:2: /value"), "{}", run.out);
    }
    let of_many = ["validate", "--schema", "shop.json", "--type", "Collection(s.order)", "-"];
    assert_eq!(folder.run_with(&of_many, r#"{"value": [{"state": "sent"}]}"#).done(), "");
}

#[test]
fn one_json_object() {
    let folder = Folder::new();
    folder.write("right.json", "{}");
    folder.write("wrong.json", WRONG);
    let read = |run: &Run| serde_json::from_str::<Value>(&run.out).unwrap();
    let run = folder.run(&shop(&["--format", "json", "right.json", "wrong.json"]));
    let report = read(&run);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert_eq!(report["valid"], false);
    assert_eq!(report["type"], "shop.core.order");
    assert_eq!((&report["profile"], &report["engine"]), (&json!("strict"), &json!("decoder")));
    assert_eq!(report["files"][0], json!({ "file": "right.json", "valid": true, "findings": [], "dropped": 0 }));
    let wrong = &report["files"][1];
    assert_eq!((&wrong["valid"], &wrong["dropped"]), (&json!(false), &json!(0)));
    let expected = json!({
        "line": 2, "column": 12, "offset": 13, "length": 6, "pointer": "/state", "rule": "member", "level": "error",
        "type": "shop.core.order", "source": "shop.core.state of shop.core.order/state", "expected": "one of placed, sent", "found": "\"snet\"", "suggestion": "sent",
    });
    assert_eq!(wrong["findings"][0], expected);
    assert_eq!(wrong["findings"][1]["pointer"], "/notse");

    let run = folder.run(&shop(&["--format", "json", "right.json"]));
    assert_eq!((run.code, read(&run)["valid"].as_bool()), (0, Some(true)));
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let folder = Folder::new();
    folder.write("wrong.json", WRONG);
    let run = folder.run(&shop(&["gone.json", "wrong.json", "."]));
    assert_eq!((run.code, run.out.lines().count()), (2, 2), "{run:#?}");
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("error: gone.json: cannot be read: "), "{lines:?}");
    assert!(lines[1].starts_with("error: .: cannot be read: "), "{lines:?}");

    let run = folder.run(&shop(&["gone.json", "--format", "json"]));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["valid"]), (2, &json!(false)));
    assert!(report["files"][0]["error"].as_str().unwrap().starts_with("cannot be read: "));
}

#[test]
fn overlays_add_constraints() {
    let folder = Folder::new();
    folder.write(
        "https.json",
        r#"{"$Version": "4.01",
            "$Reference": {"https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Validation.V1.json":
              {"$Include": [{"$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation"}]}},
            "shop.core": {"$Annotations": {"shop.core.card/number": {"@Validation.Pattern": "^[0-9]+$"}}}}"#,
    );
    let card = ["validate", "--schema", "shop.json", "--type", "shop.core.card", "-"];
    assert_eq!(folder.run_with(&card, r#"{"number": "x"}"#).done(), "");
    let lines = folder.run_with(&[&card[..], &["--overlay", "https.json"]].concat(), r#"{"number": "x"}"#).found();
    assert!(lines.len() == 1 && lines[0].starts_with("-:1:12: /number: expected "), "{lines:?}");

    folder.write(
        "stale.json",
        r#"{"$Version": "4.01", "shop.core": {"$Annotations": {"shop.core.gone": {"@shop.core.b": 1}}}}"#,
    );
    let lines = folder.run(&[&card[..], &["--overlay", "stale.json"]].concat()).refused();
    assert!(lines.len() == 1 && lines[0].starts_with("stale.json:1:"), "{lines:?}");
}

#[test]
fn actions_and_their_overloads() {
    let folder = Folder::new();
    let validate =
        |ty: &str, body: &str| folder.run_with(&["validate", "--schema", "shop.json", "--type", ty, "-"], body);
    assert_eq!(validate("s.pay", r##"{"payment": {"@odata.type": "#shop.core.cash"}}"##).done(), "");
    let lines = validate("shop.core.pay", "{}").found();
    assert_eq!(lines, ["-:1:1: expected the member `payment`, found none"]);
    assert_eq!(validate("s.cancel(s.order)", "{}").done(), "");
    validate("s.cancel(Collection(s.order))", "{}").found();
    let lines = validate("s.cancel", "{}").refused();
    assert!(lines[0].contains("`shop.core.cancel(Collection(shop.core.order))`"), "{lines:?}");
}

#[test]
fn the_embedded_schema_when_none_is_given() {
    let folder = Folder::new();
    let answer = json!({
        "callbackUri": "https://bot.example/calls",
        "mediaConfig": { "@odata.type": "#microsoft.graph.serviceHostedMediaConfig" },
        "acceptedModalities": ["audio"],
    });
    let arguments = ["validate", "--type", "microsoft.graph.answer", "-"];
    assert_eq!(folder.run_with(&arguments, &answer.to_string()).done(), "");
    let plain = answer.to_string().replace("https:", "http:");
    let lines = folder.run_with(&arguments, &plain).found();
    assert!(lines.len() == 1 && lines[0].contains(": /callbackUri: expected "), "{lines:?}");
    // Some overlays have faults, all of which are named.
    let lines = folder.run(&[&arguments[..], &["--overlay", "a.json", "--overlay", "b.json"]].concat()).refused();
    assert_eq!(lines.len(), 2, "{lines:?}");
}

/// Whoever reads what the page shows reads it all.
#[odatype_data::test]
fn payloads_of_the_page() {
    let data = odatype_data::folder!();
    let folder = Folder::new();
    let corpus = std::fs::read_to_string(data.join("corpus/call-answer.jsonl")).unwrap();
    for line in corpus.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let name = record["action"].as_str().or(record["effective_type"].as_str()).unwrap();
        let arguments = ["validate", "--profile", "tolerant", "--type", name, "-"];
        assert_eq!(folder.run_with(&arguments, &record["payload"].to_string()).done(), "", "{}", record["id"]);
    }
}

/// An overlay that gives the notes of an order a pattern.
fn pattern(of: &str) -> String {
    format!(
        r#"{{"$Version": "4.01",
            "$Reference": {{"https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Validation.V1.json":
              {{"$Include": [{{"$Namespace": "Org.OData.Validation.V1", "$Alias": "Validation"}}]}}}},
            "shop.core": {{"$Annotations": {{"shop.core.card/number": {{"@Validation.Pattern": "{of}"}}}}}}}}"#
    )
}

#[test]
fn what_is_not_checked_is_told_and_is_no_error() {
    let folder = Folder::new();
    folder.write("look.json", pattern("^(?=1)"));
    folder.write("a.json", r#"{"number": "2"}"#);
    let card = ["validate", "--schema", "shop.json", "--overlay", "look.json", "--type", "shop.core.card", "a.json"];
    let run = folder.run(&card);
    assert!(run.code == 0 && run.out.starts_with("a.json:1:12: /number: not checked: "), "{run:#?}");
    // The schema says so itself.
    assert!(run.err.starts_with("look.json:") && run.err.contains(": warning: "), "{run:#?}");
    let run = folder.run(&[&card[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["valid"]), (0, &json!(true)));
    let finding = &report["files"][0]["findings"][0];
    assert_eq!((&finding["level"], &finding["rule"]), (&json!("not checked"), &json!("pattern")));
}

/// How many findings of a file are not kept.
fn dropped(folder: &Folder, file: &str) -> usize {
    let report: Value = serde_json::from_str(&folder.run(&shop(&["--format", "json", file])).out).unwrap();
    assert_eq!(report["files"][0]["valid"], false);
    report["files"][0]["dropped"].as_u64().unwrap().try_into().unwrap()
}

#[test]
fn text_stops_and_counts_the_rest() {
    let folder = Folder::new();
    let many = |count: usize| {
        // Findings take about as much room as the payload, which is why it is not a short one.
        let value = " ".repeat(100);
        let members: Vec<String> = (0..count).map(|index| format!("\n\"m{index}\": \"{value}\"")).collect();
        format!("{{{}}}", members.join(","))
    };
    folder.write("a.json", many(1500));
    folder.write("b.json", many(3));
    let run = folder.run(&shop(&["a.json", "b.json"])).found();
    assert_eq!(run.len(), 1001);
    assert!(run[999].starts_with("a.json:1001:1: /m999: "), "{}", run[999]);
    assert_eq!(run[1000], "and 503 more; --limit 0 prints them");
    let lines = folder.run(&shop(&["--limit", "1", "b.json", "a.json"])).found();
    assert!(lines.len() == 2 && lines[0].starts_with("b.json:2:1: /m0: "), "{lines:?}");
    assert_eq!(lines[1], "and 1502 more; --limit 0 prints them");
    let lines = folder.run(&shop(&["--limit", "0", "a.json", "b.json"])).found();
    assert_eq!(lines.len(), 1503);
    assert!(lines[1502].starts_with("b.json:4:1: /m2: "), "{}", lines[1502]);

    let short = |count: usize| format!("[{}]", vec!["1"; count].join(","));
    folder.write("short.json", format!("{{\"notes\": {}}}", short(2000)));
    let lines = folder.run(&shop(&["--limit", "0", "short.json"])).found();
    let last = format!("and {} more, too many to be kept", 2000 - (lines.len() - 1));
    assert_eq!(lines.last(), Some(&last));
    let lines = folder.run(&shop(&["short.json", "--limit", "10"])).found();
    let last = format!("and 1990 more; --limit 0 prints {} of them", 2000 - 10 - dropped(&folder, "short.json"));
    assert_eq!(lines.last(), Some(&last));
}

#[test]
fn values_can_be_hidden() {
    let folder = Folder::new();
    folder.write("a.json", r#"{"state": "secret", "payment": {"amount": "secret"}}"#);
    assert!(folder.run(&shop(&["a.json"])).found().iter().any(|line| line.contains("secret")));
    let run = folder.run(&shop(&["--hide-values", "a.json"]));
    assert!(run.code == 1 && run.out.contains("found a string of 6 characters"), "{run:#?}");
    for format in ["text", "json"] {
        let run = folder.run(&shop(&["--hide-values", "--format", format, "a.json"]));
        assert!(!run.out.contains("secret"), "{run:#?}");
    }
}

#[test]
fn what_has_no_payload() {
    let folder = Folder::new();
    folder.write(
        "more.json",
        r#"{"$Version": "4.01", "shop.core": {
            "money": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Decimal"},
            "count": [{"$Kind": "Function", "$ReturnType": {"$Type": "Edm.Int32"}}]}}"#,
    );
    for (ty, expected) in [
        ("s.count", "--type: `s.count` is a function, which has no body; expected a type or action"),
        (
            "Collection(shop.core.money)",
            "--type: `Collection(shop.core.money)` is a type definition, which is no payload by itself; expected a type \
             or action, or `Edm.Decimal`",
        ),
        ("shop.core.odrer", "--type: unknown type or action `shop.core.odrer`; perhaps `shop.core.order`"),
    ] {
        let arguments = ["validate", "--schema", "shop.json", "--overlay", "more.json", "--type", ty, "-"];
        assert_eq!(folder.run(&arguments).refused(), [expected]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_regular_file_is_not_read() {
    let folder = Folder::new();
    assert!(std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    for file in ["pipe", "/dev/zero"] {
        let expected = format!("{file}: cannot be read: it is no regular file");
        assert_eq!(folder.run(&shop(&[file])).refused(), [expected.as_str()]);
        assert_eq!(folder.run(&["validate", "--schema", file, "--type", "a.b", "-"]).refused(), [expected.as_str()]);
        assert_eq!(folder.run(&["expand", "shop.json", "--overlay", file]).refused(), [expected.as_str()]);
        assert_eq!(folder.run(&["slice", "shop.json", "--manifest", file]).refused(), [expected.as_str()]);
    }
}

#[test]
fn advice_and_what_is_made() {
    let folder = Folder::new();
    folder.write(
        "made.json",
        r#"{"$Version": "4.01", "$Reference": {"x": {"$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}]}},
            "n": {"thing": {"$Kind": "EntityType", "$Key": ["id"], "id": {"@Core.Computed": true}, "name": {}}}}"#,
    );
    let with =
        |more: &[&'static str]| [&["validate", "--schema", "made.json", "--type", "n.thing"], more, &["-"]].concat();
    assert_eq!(folder.run_with(&with(&[]), r#"{"id": "1"}"#).done(), "");
    // Advice makes nothing invalid.
    let advised = folder.run_with(&with(&["--advice"]), r#"{"id": "1"}"#).done();
    assert_eq!(advised, "-:1:8: /id: better no value, since the service makes it, found \"1\"\n");
    let noticed = folder.run_with(&with(&["--advice", "--format", "github"]), r#"{"id": "1"}"#).done();
    assert!(noticed.starts_with("::notice line=1,col=8,endColumn=11,title=odatype%3A computed::"), "{noticed}");
    let said: Value =
        serde_json::from_str(&folder.run_with(&with(&["--advice", "--format", "json"]), r#"{"id": "1"}"#).done())
            .unwrap();
    let finding = &said["files"][0]["findings"][0];
    assert_eq!((&finding["level"], &finding["rule"]), (&json!("advice"), &json!("computed")));
    assert_eq!(said["valid"], true);
    let lines = folder.run_with(&with(&["--profile", "create"]), r#"{"id": "1"}"#).found();
    assert_eq!(lines, ["-:1:1: expected the member `name`, found none"]);
    let refused = folder.run_with(&with(&["--advice", "--engine", "json-schema"]), "{}").refused();
    assert!(refused[0].starts_with("`--advice` is the decoder's to give"), "{refused:?}");
}

/// Who has the other engine not is told how to get it. (`tests/tests/command` has it.)
#[cfg(not(feature = "json-schema-engine"))]
#[test]
fn an_engine_that_was_not_built() {
    let lines = Folder::new().run_with(&shop(&["--engine", "json-schema", "-"]), "{}").refused();
    assert!(lines[0].contains("`cargo install odatype-cli --features json-schema-engine`"), "{lines:?}");
}

#[test]
fn a_schema_where_payloads_stand_is_told_what_to_be() {
    let folder = Folder::new();
    folder.write("one.xml", "\u{feff}\n<Schema xmlns=\"http://docs.oasis-open.org/odata/ns/edm\" Namespace=\"n\"/>");
    folder.write("order.json", "{}");
    std::fs::create_dir(folder.path().join("service")).unwrap();
    folder.write("service/shop.json", SERVICE);
    for schema in ["shop.json", "one.xml", "service"] {
        for before in [&[][..], &["--schema", "shop.json"]] {
            let after = ["--type", "shop.core.order", schema, "order.json"];
            let lines = folder.run(&[&["validate"], before, &after].concat()).refused();
            let expected =
                format!("{schema}: expected a payload, found a schema, which is given as `--schema {schema}`");
            assert_eq!(lines, [expected]);
        }
    }
    // What only looks like one is a payload.
    folder.write("page.html", "<html><body>503</body></html>");
    folder.write("odd.json", r#"{"n": {"$Version": "4.01"}}"#);
    let run = |file| folder.run(&["validate", "--schema", "shop.json", "--type", "shop.core.unrelated", file]);
    assert!(run("page.html").found()[0].starts_with("page.html:1:1: "));
    assert_eq!(run("odd.json").done(), "");
}
