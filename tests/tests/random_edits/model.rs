//! The model: a JSON value, and what it says a typed value must give; and the bytes that decide what happens.

use serde_json::{Map, Value, json};

/// What decides what happens; once it is at its end, always the first thing that can.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Tape<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// Whether payloads may have what does not have its declared shape.
    pub(crate) misfits: bool,
    /// Whether tags may be changed.
    pub(crate) tags: bool,
    /// Whether a type that derives may be read with a tag that is not its own: in its base's place it says something
    /// else.
    pub(crate) odd: bool,
    /// Whether what is made must be the same when it is written and read again.
    pub(crate) rereads: bool,
}

impl<'a> Tape<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), misfits: false, tags: true, odd: true, rereads: false }
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % count
    }

    /// Whether what does not fit comes next.
    pub(crate) fn misfit(&mut self) -> bool {
        self.misfits && self.once_in(8)
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    pub(crate) fn once_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }
}

/// The names that a tag may have.
pub(crate) const TAGS: [&str; 2] = ["@odata.type", "@type"];

/// A member of what makes an object one that is kept as text, whatever its other members are.
pub(crate) const RAW: &str = "!raw";

pub(crate) fn get<'m>(model: &'m Value, name: &str) -> Option<&'m Value> {
    model.as_object()?.get(name)
}

/// The members of an object; of one in the place of what is none.
pub(crate) fn members(model: &mut Value) -> &mut Map<String, Value> {
    if !model.is_object() {
        *model = json!({});
    }
    model.as_object_mut().unwrap()
}

pub(crate) fn put(model: &mut Value, name: &str, value: Value) {
    members(model).insert(name.to_owned(), value);
}

/// Taking away what is not there changes nothing, not even a null.
pub(crate) fn remove(model: &mut Value, name: &str) {
    if let Some(members) = model.as_object_mut() {
        members.remove(name);
    }
}

/// Whether a value is an object that is read as one.
pub(crate) fn is_object(value: &Value) -> bool {
    value.is_object() && get(value, RAW).is_none()
}

/// An object where its type does not say what it is: with a tag.
pub(crate) fn tagged(mut object: Value, tag: &str) -> Value {
    if TAGS.iter().all(|name| get(&object, name).is_none()) {
        put(&mut object, TAGS[0], json!(tag));
    }
    object
}

/// What is neither a primitive value of a property here nor an object.
pub(crate) fn misfit(tape: &mut Tape<'_>) -> Value {
    tape.pick(&[json!({ "!raw": 1 }), json!({ "!raw": [{}], "text": "a", "@odata.type": "#edits.node" })])
}

/// Anything.
pub(crate) fn anything(tape: &mut Tape<'_>) -> Value {
    tape.pick(&[
        json!(7),
        json!("a\"\u{e9}\n"),
        json!(null),
        json!([]),
        json!([1, null, "x"]),
        json!({ "a": { "b": [1.5] } }),
        json!(false),
        json!(-0.25),
        json!({}),
    ])
}

/// The text of a value: with white space now and then, and some tags last.
pub(crate) fn text(value: &Value, tape: &mut Tape<'_>) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| text(item, tape)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let late = tape.once_in(4);
            let is_late = |name: &str| late && TAGS.contains(&name);
            let (last, first): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| is_late(name.as_str()));
            let space = if tape.once_in(4) { " " } else { "" };
            let mut member = |(name, value): (&String, &Value)| format!("{}:{space}{}", json!(name), text(value, tape));
            let all: Vec<_> = first.into_iter().chain(last).map(&mut member).collect();
            format!("{{{}}}", all.join(","))
        }
        _ => value.to_string(),
    }
}
