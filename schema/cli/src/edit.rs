//! Files that people wrote, with something added: comments, order and layout stay.

use std::{collections::BTreeMap, fmt::Write as _};

use odatype_json::tree::{self, Kind, Value};
use odatype_schema::{RenameTarget, model::Model, rename_target};
use odatype_table::ordered;
use serde_json::Value as Json;
use toml_edit::{DocumentMut, Item, Table, value};

/// The manifest `text` with `names` in its table `rename`.
///
/// # Errors
/// If there is no place for them.
pub(crate) fn manifest(text: &str, names: &BTreeMap<String, String>) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let table = document.entry("rename").or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or("`rename` is no table")?;
    for (key, name) in names {
        table.insert(key, value(name));
    }
    Ok(document.to_string())
}

/// The overlay `text` for `model` with `names` as annotations.
///
/// # Errors
/// If there is no place for them.
pub(crate) fn overlay(text: &str, model: &Model, names: &BTreeMap<String, String>) -> Result<String, String> {
    let mut text = text.to_owned();
    for (key, name) in names {
        let target = rename_target(model, key).ok_or_else(|| format!("`{key}` cannot be named in an overlay"))?;
        text = annotated(&text, &target, name)?;
    }
    Ok(text)
}

/// The overlay with one more annotation.
fn annotated(text: &str, target: &RenameTarget, name: &str) -> Result<String, String> {
    let root = tree::parse(text).map_err(|error| error.to_string())?;
    let member = (target.member.as_str(), Json::from(name));
    let of = |member: (&str, Json)| Json::Object(ordered([(member.0.to_owned(), member.1)]));
    let Some(path) = &target.path else {
        return match root.get(&target.namespace) {
            Some(schema) => added(text, schema, member),
            None => added(text, &root, (&target.namespace, of(member))),
        };
    };
    // Any schema's annotations may have any target.
    let schemas = || root.members().iter().filter(|schema| !schema.name.starts_with('$'));
    let known = schemas().filter_map(|schema| schema.value.get("$Annotations")).find_map(|all| all.get(path));
    if let Some(known) = known {
        return added(text, known, member);
    }
    let own = root.get(&target.namespace);
    if let Some(annotations) = own.and_then(|schema| schema.get("$Annotations")) {
        return added(text, annotations, (path, of(member)));
    }
    let annotations = of((path, of(member)));
    match own {
        Some(schema) => added(text, schema, ("$Annotations", annotations)),
        None => added(text, &root, (&target.namespace, of(("$Annotations", annotations)))),
    }
}

/// `text` with a member more at the end of `object`, laid out as the one before it.
fn added(text: &str, object: &Value<'_>, (name, value): (&str, Json)) -> Result<String, String> {
    let Kind::Object(members) = &object.kind else { return Err(format!("expected an object around `{name}`")) };
    let after = members.last().map_or(object.start + 1, |last| last.value.end);
    let before = match members.as_slice() {
        [] | [_] => object.start + 1,
        [.., one, _] => one.value.end,
    };
    // What stands before a member: a comma, and the line's indentation or a blank.
    let gap = members.last().map_or("", |last| text.get(before..last.name_start).unwrap_or(""));
    let gap: String = gap.chars().filter(|character| character.is_whitespace()).collect();
    let mut added = text.get(..after).unwrap_or(text).to_owned();
    if !members.is_empty() {
        added.push(',');
    }
    added.push_str(&gap);
    // Writing to a string does not fail.
    let _ = write!(added, "{}: ", Json::from(name));
    line(&value, &mut added);
    added.push_str(text.get(after..).unwrap_or(""));
    Ok(added)
}

/// A value on one line.
fn line(value: &Json, out: &mut String) {
    let Json::Object(members) = value else {
        out.push_str(&value.to_string());
        return;
    };
    out.push_str("{ ");
    for (place, (name, value)) in members.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(out, "{}{}: ", if place > 0 { ", " } else { "" }, Json::from(name.as_str()));
        line(value, out);
    }
    out.push_str(" }");
}

#[cfg(test)]
mod tests {
    use super::{added, manifest};
    use odatype_json::tree;

    #[test]
    fn members_are_laid_out_as_those_before() {
        for (text, expected) in [
            ("{}", r#"{"a": "x"}"#),
            ("{ }", r#"{"a": "x" }"#),
            (r#"{"b":1}"#, r#"{"b":1,"a": "x"}"#),
            ("{\n  \"b\": 1\n}\n", "{\n  \"b\": 1,\n  \"a\": \"x\"\n}\n"),
            ("{ \"c\": 2, \"b\": 1 }", "{ \"c\": 2, \"b\": 1, \"a\": \"x\" }"),
        ] {
            let root = tree::parse(text).unwrap();
            assert_eq!(added(text, &root, ("a", "x".into())).unwrap(), expected);
        }
    }

    #[test]
    fn manifests_keep_their_comments() {
        let names = [("n.a".to_owned(), "A2".to_owned())].into();
        for (text, expected) in [
            ("# c\na = 1 # d\n", "# c\na = 1 # d\n\n[rename]\n\"n.a\" = \"A2\"\n"),
            (
                "[rename]\n# why\n\"n.b\" = 'B'\n\n[roots]\nt = [\n  1, # e\n]\n",
                "[rename]\n# why\n\"n.b\" = 'B'\n\"n.a\" = \"A2\"\n\n[roots]\nt = [\n  1, # e\n]\n",
            ),
            ("rename = { \"n.b\" = 'B' }\n", "rename = { \"n.b\" = 'B' , \"n.a\" = \"A2\" }\n"),
        ] {
            assert_eq!(manifest(text, &names).unwrap(), expected);
        }
        assert!(manifest("rename = 1", &names).is_err());
    }
}
