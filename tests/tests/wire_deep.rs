//! Objects that were built deeper than is read, and dynamic values: neither ends the process, and what nobody can read
//! is refused by whatever can refuse it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod service {
    odatype::schema! { path = "deep/box.csdl.json" }
}

use odatype::{Structured, to_string, to_vec, try_to_string, try_to_vec, validate::Validate};
use serde_json::Value;
use service::deep::{Box, Paper, Wrap};

/// More than any stack has room for, a frame each.
const LEVELS: usize = 100_000;

/// So many boxes in each other, from the innermost to the outermost.
fn set(levels: usize) -> Box {
    (1..levels).fold(Box::new(), |inner, _| Box::new().with(Box::INNER, inner))
}

/// The same, from the outermost to the innermost.
fn edited(levels: usize) -> Box {
    let mut outermost = Box::new();
    let mut last = &mut outermost;
    for _ in 1..levels {
        last = last.edit(Box::INNER);
    }
    outermost
}

/// In collections, and as enums.
fn mixed(levels: usize) -> Box {
    (1..levels).fold(Box::new(), |inner, level| {
        if level % 2 == 0 {
            Box::new().with(Box::SEVERAL, [inner])
        } else {
            Box::new().with(Box::EITHER, Wrap::from(Paper::new().with(Paper::CONTENT, inner)))
        }
    })
}

#[test]
fn deep_trees_are_written_compared_printed_cloned_and_dropped() {
    for build in [set, edited, mixed] {
        let mut deep = build(LEVELS);
        let json = to_string(&deep);
        assert_eq!(json.matches('{').count(), json.matches('}').count());
        assert!(json.matches('{').count() >= LEVELS);
        let copy = deep.clone();
        assert!(copy == deep && deep != build(LEVELS - 1));
        assert!(!format!("{deep:?}").is_empty());
        // One is changed, and not the other.
        deep.set(Box::LABEL, "changed");
        assert!(copy != deep);
        assert_eq!(to_string(&copy), json);
        drop(deep);
        drop(copy);
    }
    assert_eq!(to_string(&set(LEVELS)), to_string(&edited(LEVELS)));
}

#[test]
fn a_change_in_a_copy_is_the_copys_alone() {
    let first = edited(5);
    let mut second = first.clone();
    second.edit(Box::INNER).edit(Box::INNER).set(Box::LABEL, "x").push(Box::SEVERAL, Box::new());
    let mut third = second.clone();
    third.edit(Box::INNER).edit(Box::INNER).edit(Box::SEVERAL).clear();
    assert_eq!(to_string(&first), r#"{"inner":{"inner":{"inner":{"inner":{}}}}}"#);
    assert_eq!(to_string(&second), r#"{"inner":{"inner":{"inner":{"inner":{}},"label":"x","several":[{}]}}}"#);
    assert_eq!(to_string(&third), r#"{"inner":{"inner":{"inner":{"inner":{}},"label":"x","several":[]}}}"#);
    let taken = third.take(Box::INNER).unwrap();
    assert_eq!(taken.inner().and_then(|inner| inner.label()), Some("x"));
    assert_eq!(second.inner(), Some(&second.clone().take(Box::INNER).unwrap()));
}

#[test]
fn what_is_too_deep_is_refused_by_whatever_can() {
    let deepest = set(127);
    let json = try_to_vec(&deepest).unwrap();
    assert_eq!(odatype::from_slice::<Box>(&json).unwrap(), deepest);
    assert_eq!(json, to_vec(&deepest));
    for deeper in [set(128), set(LEVELS), mixed(LEVELS)] {
        let expected = "nested more than 127 deep";
        let mut out = Vec::new();
        for error in [
            try_to_vec(&deeper).unwrap_err().to_string(),
            odatype::to_writer(&mut out, &deeper).unwrap_err().to_string(),
            odatype::to_value(&deeper).unwrap_err().to_string(),
            serde_json::to_string(&deeper).unwrap_err().to_string(),
            odatype::from_slice::<Box>(&to_vec(&deeper)).unwrap_err().to_string(),
            deeper.validate().to_string(),
        ] {
            assert!(error.contains(expected), "{error}");
        }
        assert!(out.is_empty());
    }
}

/// An array in an array, and so on.
fn arrays(levels: usize) -> Value {
    (0..levels).fold(Value::Null, |inner, _| Value::Array(vec![inner]))
}

#[test]
fn dynamic_values_that_are_set_can_be_read() {
    let mut object = Box::new();
    for name in ["dynamic", "anything", "label"] {
        object.try_set_dynamic(name, &arrays(126)).unwrap();
        let json = try_to_vec(&object).unwrap();
        if name != "label" {
            assert_eq!(odatype::from_slice::<Box>(&json).unwrap(), object);
        }
        for levels in [127, 1000] {
            let before = object.clone();
            let error = object.try_set_dynamic(name, &arrays(levels)).unwrap_err().to_string();
            assert!(error.contains("nested more than 127 deep"), "{error}");
            assert!(object == before);
        }
    }
    // In another object, the same value may be too deep.
    assert!(try_to_vec(&Box::new().with(Box::INNER, object)).is_err());
    assert!(try_to_vec(&Box::new().with_dynamic("a", &arrays(127))).is_err());
}

/// An object does not know how deep it lies in others: what is set in it is refused by whatever can refuse text, and
/// only where it cannot be read.
#[test]
fn dynamic_values_of_objects_that_lie_deep() {
    for level in [1, 2, 3, 60, 125, 126] {
        for (levels, is_read) in [(127 - level, true), (128 - level, false)] {
            let mut root = Box::new();
            let mut last = &mut root;
            for _ in 1..level {
                last = last.edit(Box::INNER);
            }
            let value = arrays(levels);
            // Alone it is as deep as can be, or less deep.
            assert_eq!(last.try_set_dynamic("dynamic", &value).is_ok(), levels <= 126, "{level} {levels}");
            last.set_dynamic("dynamic", &value);
            // The same by setting the objects in each other, from within.
            let innermost = Box::new().with_dynamic("dynamic", &value);
            let set = (1..level).fold(innermost, |inner, _| Box::new().with(Box::INNER, inner));
            assert_eq!(root, set);
            for built in [root, set] {
                let json = to_string(&built);
                assert_eq!(odatype::from_slice::<Box>(json.as_bytes()).is_ok(), is_read, "{level} {levels}");
                assert_eq!(try_to_vec(&built).is_ok(), is_read, "{level} {levels}");
                assert_eq!(try_to_string(&built).ok(), is_read.then_some(json), "{level} {levels}");
            }
        }
    }
}

/// The names of an object's members, in order.
fn names(json: &str) -> Vec<String> {
    let tree = odatype_json::tree::parse(json).unwrap();
    match tree.kind {
        odatype_json::tree::Kind::Object(members) => members.iter().map(|member| member.name.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// Whatever spelling a tag's name had, and whatever stood in it.
#[test]
fn a_serializer_is_given_what_is_written() {
    let tags = [r#""@odata.type""#, r#""@odata\u002etype""#, r#""@type""#, r#""@t\u0079pe""#];
    let values = [r##""#no.such""##, "5", "null", r##""#deep.paper""##, r##""#deep\u002epaper""##, "{}"];
    let places = [
        r#"{@,"a":1}"#,
        r#"{"\u0061":1,@}"#,
        r#"{"either":{@,"\u0061":1}}"#,
        r#"{"either":{"cont\u0065nt":5,@}}"#,
        r#"{"inner":{"l\u0061bel":"x",@}}"#,
        r#"{"anything":{@,"\u0061":1}}"#,
    ];
    for place in places {
        for text in tags.iter().flat_map(|tag| values.map(|value| place.replace('@', &format!("{tag}:{value}")))) {
            let read = odatype::from_slice_partial::<Box>(text.as_bytes()).unwrap().value;
            for value in [read.clone(), read.with_dynamic("z", 1)] {
                let (own, serdes) = (to_string(&value), serde_json::to_string(&value).unwrap());
                assert_eq!(names(&own), names(&serdes), "{text}");
                let tree = |text: &str| serde_json::from_str::<Value>(text).unwrap();
                assert_eq!(tree(&own), tree(&serdes), "{text}");
            }
        }
    }
}
