//! Annotations that an overlay gets, all of them in one pass.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};

use odatype_json::tree::{self, Kind, Value};
use odatype_schema::{RenameTarget, model::Model, rename_target};
use serde_json::{Map, Value as Json};

/// Where an overlay has its annotations of targets.
const ANNOTATIONS: &str = "$Annotations";

/// The overlay `text` for `model` with `names` as annotations.
///
/// # Errors
/// If there is no place for them.
pub(crate) fn overlay(text: &str, model: &Model, names: &BTreeMap<String, String>) -> Result<String, String> {
    let root = tree::parse(text).map_err(|error| error.to_string())?;
    let known = Known::new(&root);
    let mut added = Added::default();
    for (key, name) in names {
        let target = rename_target(model, key).ok_or_else(|| format!("`{key}` cannot be named in an overlay"))?;
        known.annotate(&target, name, &mut added);
    }
    added.written(text)
}

/// What an overlay has.
struct Known<'t> {
    root: &'t Value<'t>,
    /// Each schema, and its annotations of targets.
    schemas: HashMap<&'t str, (&'t Value<'t>, Option<&'t Value<'t>>)>,
    /// What is annotated: any schema's annotations may have any target.
    targets: HashMap<&'t str, &'t Value<'t>>,
}

impl<'t> Known<'t> {
    fn new(root: &'t Value<'t>) -> Self {
        let (mut schemas, mut targets) = (HashMap::new(), HashMap::new());
        for schema in root.members().iter().filter(|schema| !schema.name.starts_with('$')) {
            let annotations = schema.value.get(ANNOTATIONS);
            schemas.entry(&*schema.name).or_insert((&schema.value, annotations));
            for target in annotations.map_or(&[][..], Value::members) {
                targets.entry(&*target.name).or_insert(&target.value);
            }
        }
        Self { root, schemas, targets }
    }

    /// Gives `target` its name.
    fn annotate(&self, target: &RenameTarget, name: &str, added: &mut Added<'t>) {
        let member = (target.member.as_str(), name);
        let namespace = target.namespace.as_str();
        let schema = self.schemas.get(namespace).copied();
        let Some(path) = target.path.as_deref() else {
            return match schema {
                Some((schema, _)) => added.put(schema, &[], member),
                None => added.put(self.root, &[namespace], member),
            };
        };
        match (self.targets.get(path), schema) {
            (Some(known), _) => added.put(known, &[], member),
            (None, Some((_, Some(annotations)))) => added.put(annotations, &[path], member),
            (None, Some((schema, None))) => added.put(schema, &[ANNOTATIONS, path], member),
            (None, None) => added.put(self.root, &[namespace, ANNOTATIONS, path], member),
        }
    }
}

/// What objects of a text get, by where these begin.
#[derive(Default)]
struct Added<'t>(BTreeMap<usize, (&'t Value<'t>, Map<String, Json>)>);

impl<'t> Added<'t> {
    /// Lets what is at `path` in `object`, an object in it, have a member more.
    fn put(&mut self, object: &'t Value<'t>, path: &[&str], (name, value): (&str, &str)) {
        let mut members = &mut self.0.entry(object.start).or_insert_with(|| (object, Map::new())).1;
        for part in path {
            let inner = members.entry(*part).or_insert_with(|| Json::Object(Map::new()));
            let Json::Object(inner) = inner else { return };
            members = inner;
        }
        members.insert(name.to_owned(), value.into());
    }

    /// `text` with all of it.
    fn written(self, text: &str) -> Result<String, String> {
        let mut pieces = Vec::new();
        for (object, members) in self.0.into_values() {
            pieces.push(piece(text, object, members)?);
        }
        pieces.sort();
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for (place, piece) in pieces {
            out.push_str(text.get(from..place).unwrap_or(""));
            out.push_str(&piece);
            from = place;
        }
        out.push_str(text.get(from..).unwrap_or(""));
        Ok(out)
    }
}

/// Where `object` gets `more` members, at its end, and their text, laid out as the one before them.
fn piece(text: &str, object: &Value<'_>, more: Map<String, Json>) -> Result<(usize, String), String> {
    let Kind::Object(members) = &object.kind else {
        return Err(format!("expected an object around `{}`", more.keys().next().map_or("", String::as_str)));
    };
    let after = members.last().map_or(object.start + 1, |last| last.value.end);
    let before = match members.as_slice() {
        [] | [_] => object.start + 1,
        [.., one, _] => one.value.end,
    };
    // What stands before a member: a comma, and the line's indentation or a blank.
    let gap = members.last().map_or("", |last| text.get(before..last.name_start).unwrap_or(""));
    let gap: String = gap.chars().filter(|character| character.is_whitespace()).collect();
    let mut piece = String::new();
    for (place, (name, value)) in more.into_iter().enumerate() {
        if place > 0 || !members.is_empty() {
            piece.push(',');
        }
        piece.push_str(&gap);
        // Writing to a string does not fail.
        let _ = write!(piece, "{}: ", Json::from(name));
        line(&value, &mut piece);
    }
    Ok((after, piece))
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
    use super::{Added, Known};
    use odatype_json::tree;
    use odatype_schema::RenameTarget;

    #[test]
    fn members_are_laid_out_as_those_before() {
        for (text, expected) in [
            ("{}", r#"{"a": "x","b": "y"}"#),
            ("{ }", r#"{"a": "x","b": "y" }"#),
            (r#"{"c":1}"#, r#"{"c":1,"a": "x","b": "y"}"#),
            ("{\n  \"c\": 1\n}\n", "{\n  \"c\": 1,\n  \"a\": \"x\",\n  \"b\": \"y\"\n}\n"),
            ("{ \"d\": 2, \"c\": 1 }", "{ \"d\": 2, \"c\": 1, \"a\": \"x\", \"b\": \"y\" }"),
        ] {
            let root = tree::parse(text).unwrap();
            let mut added = Added::default();
            added.put(&root, &[], ("a", "x"));
            added.put(&root, &[], ("b", "y"));
            assert_eq!(added.written(text).unwrap(), expected);
        }
    }

    #[test]
    fn each_target_has_one_place() {
        let target = |namespace: &str, path: Option<&str>, member: &str| RenameTarget {
            namespace: namespace.to_owned(),
            path: path.map(str::to_owned),
            member: member.to_owned(),
        };
        let targets = [
            target("n", Some("n.T"), "@r"),
            target("n", Some("n.T/p"), "@r"),
            target("n", Some("n.T/p"), "@r#Union"),
            target("n", None, "@r"),
            target("m", Some("m.T"), "@r"),
            target("m", Some("m.U"), "@r"),
            target("l", None, "@r"),
        ];
        for (text, expected) in [
            (
                r#"{ "n": {} }"#,
                concat!(
                    r#"{ "n": {"$Annotations": { "n.T": { "@r": "x" }, "n.T/p": { "@r": "x", "@r#Union": "x" } },"@r": "x"}, "#,
                    r#""l": { "@r": "x" }, "m": { "$Annotations": { "m.T": { "@r": "x" }, "m.U": { "@r": "x" } } } }"#
                ),
            ),
            (
                r#"{ "n": { "$Annotations": { "m.U": { "@a": 1 } } }, "m": { "$Annotations": {}, "n.T": 1 }, "l": { "a": 1 } }"#,
                concat!(
                    r#"{ "n": { "$Annotations": { "m.U": { "@a": 1, "@r": "x" }, "n.T": { "@r": "x" }, "#,
                    r#""n.T/p": { "@r": "x", "@r#Union": "x" } }, "@r": "x" }, "#,
                    r#""m": { "$Annotations": {"m.T": { "@r": "x" }}, "n.T": 1 }, "l": { "a": 1, "@r": "x" } }"#
                ),
            ),
        ] {
            let root = tree::parse(text).unwrap();
            let (known, mut added) = (Known::new(&root), Added::default());
            for target in &targets {
                known.annotate(target, "x", &mut added);
            }
            assert_eq!(added.written(text).unwrap(), expected);
        }
        let root = tree::parse(r#"{"n": 1}"#).unwrap();
        let (known, mut added) = (Known::new(&root), Added::default());
        known.annotate(&targets[3], "x", &mut added);
        assert_eq!(added.written("").unwrap_err(), "expected an object around `@r`");
    }
}
