//! What was renamed or moved, as people read it, and as JSON has it.

use crate::common::{BEFORE, changes};
use serde_json::Value;

#[test]
fn what_a_thing_may_be_now_is_told() {
    for (from, to, old, new) in [
        (r#"ComplexType Name="lone""#, r#"ComplexType Name="loner""#, "n.lone", "n.loner"),
        (r#"Name="note""#, r#"Name="notes""#, "n.lone/note", "n.lone/notes"),
        (r#"Member Name="off""#, r#"Member Name="dark""#, "n.state/off", "n.state/dark"),
        (r#"Action Name="hush""#, r#"Action Name="hushed""#, "n.hush", "n.hushed"),
        (r#"Name="third""#, r#"Name="thirds""#, "n.act(n.thing)/third", "n.act(n.thing)/thirds"),
        (r#"Function Name="tell""#, r#"Function Name="tells""#, "n.tell(word)", "n.tells(word)"),
    ] {
        assert!(BEFORE.contains(from), "{from}");
        let changes = changes(BEFORE, &BEFORE.replacen(from, to, 1));
        let told = (format!("perhaps it is `{new}` now"), format!("perhaps it was `{old}`"));
        holds(&changes, (old, &told.0, new), (new, &told.1, old));
    }
}

#[test]
fn where_a_property_is_now_is_told() {
    let leaf = r#"BaseType="n.base"><Property Name="own" Type="Edm.String"/>"#;
    let base = r#"Abstract="true">"#;
    let up = BEFORE.replacen(leaf, r#"BaseType="n.base">"#, 1).replacen(
        base,
        r#"Abstract="true"><Property Name="own" Type="Edm.String"/>"#,
        1,
    );
    holds(
        &changes(BEFORE, &up),
        ("n.leaf/own", "it is `n.base/own` now", "n.base/own"),
        ("n.base/own", "perhaps it was `n.leaf/own`", "n.leaf/own"),
    );
    holds(
        &changes(&up, BEFORE),
        ("n.base/own", "perhaps it is `n.leaf/own` now", "n.leaf/own"),
        ("n.leaf/own", "it was `n.base/own`", "n.base/own"),
    );
}

/// A target, what is said of it in the end, and which other one belongs to it.
type Said<'s> = (&'s str, &'s str, &'s str);

fn holds(changes: &odatype_diff::Changes, removed: Said<'_>, added: Said<'_>) {
    let (text, markdown) = (changes.to_text(), changes.to_markdown());
    let json: Value = serde_json::from_str(&changes.to_json()).unwrap();
    for ((target, words, see), kind) in [(removed, "removed"), (added, "added")] {
        let line = text.lines().find(|line| line.starts_with(&format!("{target}: ")) && line.contains(kind)).unwrap();
        assert!(line.ends_with(&format!("; {words}")), "{text}");
        let (first, rest) = words.split_at(1);
        let sentence = format!(". {}{rest}.", first.to_uppercase());
        let items = markdown.lines().filter(|line| line.contains(&format!(" {kind} (")) && line.ends_with(&sentence));
        assert_eq!(items.count(), 1, "{markdown}");
        let change = json["changes"].as_array().unwrap().iter().find(|change| change["target"] == target).unwrap();
        assert_eq!(change["see"], see, "{json}");
    }
}
