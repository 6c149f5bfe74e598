//! Payloads as the values that schemas are held against, and where each of their values is.

use std::collections::HashMap;

use odatype_json::tree::{Kind, Value as Tree};
use serde_json::{Map, Number, Value};

use super::keyword::address;
use crate::pointer::escape;

/// The plain value of a tree. Of a repeated member, the first is taken. The reader bounds the depth, so recursion is
/// safe.
#[must_use]
pub fn value(tree: &Tree<'_>) -> Value {
    match &tree.kind {
        Kind::Null => Value::Null,
        Kind::Bool(value) => Value::Bool(*value),
        Kind::Number(text) => number(text),
        Kind::String(text) => Value::String(text.to_string()),
        Kind::Array(items) => Value::Array(items.iter().map(value).collect()),
        Kind::Object(members) => {
            let mut object = Map::new();
            for member in members {
                object.entry(member.name.to_string()).or_insert_with(|| value(&member.value));
            }
            Value::Object(object)
        }
    }
}

/// The lowest whole number of 64 bits.
const LOWEST: f64 = -9_223_372_036_854_775_808.0;

/// Whole numbers stay exact as far as 64 bits go; the rest is the nearest 64-bit float.
fn number(text: &str) -> Value {
    if let Ok(whole) = text.parse::<i64>() {
        return Value::from(whole);
    }
    if let Ok(whole) = text.parse::<u64>() {
        return Value::from(whole);
    }
    // The reader has refused what is no number and what is out of range.
    let Ok(value) = text.parse::<f64>() else { return Value::Null };
    // The nearest float of a whole number just below 64 bits would be the lowest number of 64 bits.
    let is_whole = !text.contains(['.', 'e', 'E']);
    let value = if is_whole && value == LOWEST { value.next_down() } else { value };
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

/// Every value of a payload by its address, and where it is.
pub(super) struct Places<'p> {
    values: HashMap<usize, Place<'p>>,
}

struct Place<'p> {
    value: &'p Value,
    /// The address of what it is in, and its name or index there.
    within: Option<(usize, Step<'p>)>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Name(&'p str),
    Index(usize),
}

impl<'p> Places<'p> {
    pub(super) fn new(payload: &'p Value) -> Self {
        let mut values = HashMap::new();
        let mut open = vec![(payload, None)];
        while let Some((value, within)) = open.pop() {
            let at = address(value);
            values.insert(at, Place { value, within });
            match value {
                Value::Array(items) => {
                    open.extend(items.iter().enumerate().map(|(index, item)| (item, Some((at, Step::Index(index))))));
                }
                Value::Object(members) => {
                    open.extend(members.iter().map(|(name, value)| (value, Some((at, Step::Name(name))))));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
            }
        }
        Self { values }
    }

    pub(super) fn value(&self, address: usize) -> Option<&'p Value> {
        self.values.get(&address).map(|place| place.value)
    }

    /// The JSON pointer of the value at `address`.
    pub(super) fn pointer(&self, mut address: usize) -> String {
        let mut steps = Vec::new();
        while let Some((within, step)) = self.values.get(&address).and_then(|place| place.within) {
            steps.push(step);
            address = within;
        }
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            pointer.push('/');
            match step {
                Step::Name(name) => pointer.push_str(&escape(name)),
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}
