//! Reads a text with our reader and with `serde_json`, which share no code, and compares.
//!
//! What both refuse: text that is not UTF-8, half of a surrogate pair, a number beyond the range of a 64-bit float, and
//! more than [`MAX_DEPTH`](odatype_json::MAX_DEPTH) levels. What differs: a member that comes twice is kept twice, and
//! told, where a `serde_json::Value` keeps the last.

use std::str;

use odatype_json::{Problem, Reader, SyntaxError, escape_into, tree};
use serde_json::{Map, Number, Value};

/// Whether both accept `text`.
///
/// # Errors
/// What they do not agree on.
pub(super) fn agree(text: &[u8]) -> Result<bool, String> {
    let theirs = serde_json::from_slice::<Value>(text);
    // Whoever has bytes checks first that they are UTF-8; the reader takes a `str`.
    let Ok(text) = str::from_utf8(text) else {
        return if theirs.is_err() { Ok(false) } else { Err("only serde_json accepts what is not UTF-8".to_owned()) };
    };
    let (skipped, tree) = (skip(text), tree::parse(text));
    match (&tree, &skipped) {
        (Err(left), Err(right)) if left == right => {}
        (Ok(tree), Ok(repeated)) if count_repeated(tree) == *repeated => {}
        _ => return Err(format!("as a tree {tree:?}, passed over {skipped:?} repeated names")),
    }
    match (tree, theirs) {
        (Ok(tree), Ok(theirs)) => same_value(text, &tree, &theirs).map(|()| true),
        (Err(error), Err(_)) => is_placed(text, error).map(|()| false),
        (Ok(_), Err(error)) => Err(format!("only serde_json refuses it: {error}")),
        (Err(error), Ok(_)) => Err(format!("only we refuse it: {error}")),
    }
}

/// How many names come again in their object.
fn skip(text: &str) -> Result<usize, SyntaxError> {
    let mut reader = Reader::new(text);
    let mut repeated = 0;
    reader.skip(&mut |_| repeated += 1)?;
    reader.end()?;
    Ok(repeated)
}

fn count_repeated(value: &tree::Value<'_>) -> usize {
    let mut names: Vec<&str> = value.members().iter().map(|member| &*member.name).collect();
    names.sort_unstable();
    names.dedup();
    let inner = value.items().iter().chain(value.members().iter().map(|member| &member.value));
    value.members().len() - names.len() + inner.map(count_repeated).sum::<usize>()
}

/// The same value as theirs, and again when each value's part of the text is read alone, and when it is written.
fn same_value(text: &str, tree: &tree::Value<'_>, theirs: &Value) -> Result<(), String> {
    let ours = value(tree)?;
    if !is_same(&ours, theirs) {
        return Err(format!("we read {ours}, serde_json {theirs}"));
    }
    if text.get(tree.start..tree.end).map(str::trim) != Some(text.trim_matches([' ', '\t', '\r', '\n'])) {
        return Err(format!("the value is said to be at {}..{}", tree.start, tree.end));
    }
    are_placed(text, tree)?;
    let mut written = Vec::new();
    write(tree, &mut written);
    match serde_json::from_slice::<Value>(&written) {
        Ok(again) if is_same(&again, theirs) => Ok(()),
        again => Err(format!("written as {}, which is {again:?}", String::from_utf8_lossy(&written))),
    }
}

/// What our tree means to `serde_json`: of members that come twice, the last; integers that 64 bits hold are integers
/// (but for `-0`), every other number is the nearest float.
fn value(tree: &tree::Value<'_>) -> Result<Value, String> {
    Ok(match &tree.kind {
        tree::Kind::Null => Value::Null,
        tree::Kind::Bool(value) => Value::Bool(*value),
        tree::Kind::Number(text) => Value::Number(number(text)?),
        tree::Kind::String(text) => Value::String(text.clone().into_owned()),
        tree::Kind::Array(items) => items.iter().map(value).collect::<Result<Vec<_>, _>>()?.into(),
        tree::Kind::Object(members) => {
            let member = |member: &tree::Member<'_>| Ok((member.name.clone().into_owned(), value(&member.value)?));
            Value::Object(members.iter().map(member).collect::<Result<Map<_, _>, String>>()?)
        }
    })
}

fn number(text: &str) -> Result<Number, String> {
    let read = Reader::new(text).number().map_err(|error| format!("{text} alone is refused: {error}"))?;
    let integer = read.integer && text != "-0";
    if read.span.end != text.len() || read.integer != text.bytes().all(|byte| matches!(byte, b'-' | b'0'..=b'9')) {
        return Err(format!("{text} alone is read as {read:?}"));
    }
    let exact = text.parse::<u64>().map(Number::from).or_else(|_| text.parse::<i64>().map(Number::from));
    if let (true, Ok(number)) = (integer, exact) {
        return Ok(number);
    }
    let float = text.parse::<f64>().map_err(|error| format!("{text} is no float: {error}"))?;
    Number::from_f64(float).ok_or_else(|| format!("{text} is no finite float"))
}

/// Equal, and floats to the bit, so that `0.0` is not `-0.0`.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let bits = |number: &Number| number.as_f64().map(f64::to_bits);
            left == right && bits(left) == bits(right)
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            let same = |((name, left), (other, right)): (_, (&String, &Value))| name == other && is_same(left, right);
            left.len() == right.len() && left.iter().zip(right).all(same)
        }
        _ => left == right,
    }
}

/// Each value stands where the tree says it does.
fn are_placed(text: &str, tree: &tree::Value<'_>) -> Result<(), String> {
    let own = text.get(tree.start..tree.end).unwrap_or_default();
    let (first, last) = (own.bytes().next().unwrap_or_default(), own.bytes().last().unwrap_or_default());
    let stands = match &tree.kind {
        tree::Kind::Null => own == "null",
        tree::Kind::Bool(value) => own == value.to_string(),
        tree::Kind::Number(text) => own == *text,
        tree::Kind::String(_) => (first, last) == (b'"', b'"'),
        tree::Kind::Array(_) => (first, last) == (b'[', b']'),
        tree::Kind::Object(_) => (first, last) == (b'{', b'}'),
    };
    let quoted = |member: &tree::Member<'_>| text.as_bytes().get(member.name_start) == Some(&b'"');
    if !stands || !tree.members().iter().all(quoted) {
        return Err(format!("{:?} is said to be at {}..{}", tree.kind, tree.start, tree.end));
    }
    tree.items()
        .iter()
        .chain(tree.members().iter().map(|member| &member.value))
        .try_for_each(|one| are_placed(text, one))
}

fn write(tree: &tree::Value<'_>, out: &mut Vec<u8>) {
    let string = |text: &str, out: &mut Vec<u8>| {
        out.push(b'"');
        escape_into(text, out);
        out.push(b'"');
    };
    match &tree.kind {
        tree::Kind::Null => out.extend_from_slice(b"null"),
        tree::Kind::Bool(value) => out.extend_from_slice(value.to_string().as_bytes()),
        tree::Kind::Number(text) => out.extend_from_slice(text.as_bytes()),
        tree::Kind::String(text) => string(text, out),
        tree::Kind::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                out.extend((place > 0).then_some(b','));
                write(item, out);
            }
            out.push(b']');
        }
        tree::Kind::Object(members) => {
            out.push(b'{');
            for (place, member) in members.iter().enumerate() {
                out.extend((place > 0).then_some(b','));
                string(&member.name, out);
                out.push(b':');
                write(&member.value, out);
            }
            out.push(b'}');
        }
    }
}

/// What comes before the place of an error is a text that only ends too early, or is whole.
fn is_placed(text: &str, error: SyntaxError) -> Result<(), String> {
    let before = text.get(..error.offset).ok_or_else(|| format!("{error}, which is not a place in the text"))?;
    match tree::parse(before) {
        Ok(_) | Err(SyntaxError { problem: Problem::UnexpectedEnd, .. }) => Ok(()),
        Err(earlier) => Err(format!("{error}, but without what is there: {earlier}")),
    }
}
