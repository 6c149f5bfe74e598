//! `odatype validate --format …`: pictures, SARIF, and commands of GitHub's workflows.

use serde_json::{Value, json};

use crate::run::{Folder, shop};

const WRONG: &str = "{\n  \"state\": \"snet\",\n  \"no,%:tse\": []\n}";

/// A schema with a rule that cannot be applied.
const ODD: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<ComplexType Name="T"><Property Name="p" Type="Edm.Guid"><Annotation Term="Org.OData.Validation.V1.Pattern" String="a"/></Property>
</ComplexType></Schema></edmx:DataServices></edmx:Edmx>"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("right.json", "{}");
    folder.write("wrong, it is.json", WRONG);
    folder.write("odd.xml", ODD);
    folder
}

#[test]
fn a_picture() {
    let run = folder().run(&shop(&["--format", "picture", "right.json", "wrong, it is.json"]));
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let lines: Vec<&str> = run.out.lines().map(str::trim_end).collect();
    let expected = "\
error[member]: /state: expected one of placed, sent
 --> wrong, it is.json:2:12
  |
1 | {
2 |   \"state\": \"snet\",
  |            ^^^^^^ found \"snet\"
3 |   \"no,%:tse\": []
  |
  = note: shop.core.state of shop.core.order/state
  = help: perhaps `sent`

error[undeclared]: /no,%:tse: expected only properties of shop.core.order
 --> wrong, it is.json:3:3
  |
2 |   \"state\": \"snet\",
3 |   \"no,%:tse\": []
  |   ^^^^^^^^^^ found `no,%:tse`
4 | }
  |
  = note: OpenType of shop.core.order, which is not open: it has what it declares, and nothing else
";
    assert_eq!(lines.join("\n"), expected);
}

#[test]
fn colors_are_for_terminals() {
    let folder = folder();
    let colored = |more: &[&str]| {
        let run = folder.run(&shop(&[more, &["--format", "picture", "wrong, it is.json"]].concat()));
        run.out.contains('\u{1b}')
    };
    assert!(colored(&["--color", "always"]));
    assert!(!colored(&["--color", "never"]));
    assert!(!colored(&[]), "nobody sees them");
}

#[test]
fn hidden_values_are_in_no_form() {
    let folder = folder();
    for format in ["text", "picture", "json", "sarif", "github"] {
        let run = folder.run(&shop(&["--hide-values", "--format", format, "wrong, it is.json"]));
        assert!(run.code == 1 && run.out.contains("a string of 4 characters") && !run.out.contains("snet"), "{run:?}");
    }
}

#[test]
fn the_limit_is_of_all_payloads() {
    for format in ["text", "picture", "github"] {
        let files = ["wrong, it is.json", "right.json", "wrong, it is.json"];
        let run = folder().run(&shop(&[&["--limit", "1", "--format", format][..], &files].concat()));
        assert_eq!(run.out.matches("/state").count(), if format == "text" { 1 } else { 2 }, "{run:?}");
        assert!(run.out.trim_end().ends_with("and 3 more; --limit 0 prints them"), "{run:?}");
        assert!(!run.out.contains("tse: expected"), "{run:?}");
    }
}

#[test]
fn commands_of_workflows() {
    let run = folder().run(&shop(&["--format", "github", "right.json", "wrong, it is.json", "gone.json"]));
    assert_eq!(run.code, 2);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "::error file=wrong%2C it is.json,line=2,col=12,endColumn=18,title=odatype%3A member::\
             /state: expected one of placed, sent, found \"snet\"; perhaps `sent`%0A\
             shop.core.state of shop.core.order/state",
            "::error file=wrong%2C it is.json,line=3,col=3,endColumn=13,title=odatype%3A undeclared::\
             /no,%25:tse: expected only properties of shop.core.order, found `no,%25:tse`%0A\
             OpenType of shop.core.order",
        ]
    );
    assert!(lines[2].starts_with("::error file=gone.json,title=odatype::gone.json: cannot be read: "), "{lines:?}");
    assert_eq!(lines.len(), 3);

    let odd = ["validate", "--schema", "odd.xml", "--type", "n.T", "--format", "github", "-"];
    let run = folder().run_with(&odd, "{\"p\": 1}");
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[0].starts_with("::warning file=odd.xml,line=3,col="), "{lines:?}");
    assert!(
        lines[0].contains(",title=odatype%3A schema::n.T/p: `Org.OData.Validation.V1.Pattern` is not"),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("::error line=1,col=7,endColumn=8,title=odatype%3A type::/p: "), "{lines:?}");
    assert_eq!(run.err, "", "they are told once");
}

/// (`tests/tests/command` holds it against what the standard asks.)
#[test]
fn sarif() {
    let log = |run: &crate::run::Run| {
        let log: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out));
        log["runs"][0].clone()
    };
    let folder = folder();
    let run = folder.run(&shop(&["--format", "sarif", "right.json", "wrong, it is.json", "gone.json"]));
    assert_eq!(run.code, 2);
    let told = log(&run);
    let [first, second] = told["results"].as_array().unwrap().as_slice() else { panic!("{told:#}") };
    assert_eq!((&first["ruleId"], &first["level"]), (&json!("member"), &json!("error")));
    let place = &first["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "wrong%2C%20it%20is.json");
    let region = json!({ "startLine": 2, "startColumn": 12, "endColumn": 18, "byteOffset": 13, "byteLength": 6 });
    assert_eq!(place["physicalLocation"]["region"], region);
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "/state");
    assert_eq!(first["properties"]["source"], "shop.core.state of shop.core.order/state");
    for result in [first, second] {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(told["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    let [how] = told["invocations"].as_array().unwrap().as_slice() else { panic!("{told:#}") };
    assert_eq!(how["executionSuccessful"], false);
    assert!(how["toolExecutionNotifications"][0]["message"]["text"].as_str().unwrap().starts_with("cannot be read"));

    let odd = ["validate", "--schema", "odd.xml", "--type", "n.T", "--format", "sarif", "-"];
    let run = folder.run_with(&odd, "{\"p\": 1}");
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let told = log(&run);
    assert_eq!((&told["results"][0]["ruleId"], &told["results"][0]["level"]), (&json!("schema"), &json!("warning")));
    assert_eq!(told["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
    let artifact = &told["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(artifact["description"]["text"], "standard input");
    assert_eq!(told["invocations"][0]["executionSuccessful"], true);
    let run = folder.run(&shop(&["--format", "sarif", "right.json"]));
    assert_eq!((run.code, log(&run)["results"].clone()), (0, json!([])));
}
