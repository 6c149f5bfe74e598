//! JSON with the order of members that we choose, and how it is laid out.

use serde_json::Value;

use super::annotations::annotation_members;
use crate::model::Annotations;

/// What fits in one line is kept in one.
const WIDTH: usize = 110;

/// A JSON value.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Scalar(Value),
    Array(Vec<Node>),
    Object(Object),
}

/// A JSON object in writing order.
#[derive(Clone, Debug, Default)]
pub(super) struct Object(Vec<(String, Node)>);

impl Object {
    pub(super) fn put(&mut self, name: impl Into<String>, value: impl Into<Node>) {
        self.0.push((name.into(), value.into()));
    }

    /// Adds `object` unless it is empty.
    pub(super) fn put_object(&mut self, name: &str, object: Object) {
        if !object.0.is_empty() {
            self.put(name, object);
        }
    }

    /// Adds `true`, or nothing for false.
    pub(super) fn flag(&mut self, name: &str, is_set: bool) {
        if is_set {
            self.put(name, Value::Bool(true));
        }
    }

    /// Adds a text, or nothing.
    pub(super) fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.put(name, text);
        }
    }

    /// Adds annotations, of the member `prefix` where that is not empty.
    pub(super) fn annotate(&mut self, prefix: &str, annotations: &Annotations) {
        annotation_members(annotations, prefix, &mut |name, value| self.put(name, value.clone()));
    }
}

impl From<Object> for Node {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Scalar(text.into())
    }
}

impl From<Value> for Node {
    /// Members sorted by name, whatever order the map keeps.
    fn from(value: Value) -> Self {
        match value {
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let mut members: Vec<_> = members.into_iter().map(|(name, value)| (name, Self::from(value))).collect();
                members.sort_by(|(left, _), (right, _)| left.cmp(right));
                Self::Object(Object(members))
            }
            scalar => Self::Scalar(scalar),
        }
    }
}

impl Node {
    /// Appends it without any space.
    pub(super) fn compact(&self, out: &mut String) {
        self.line(out, "", ":", ",");
    }

    /// Appends it in lines.
    pub(super) fn pretty(&self, out: &mut String) {
        self.lines(out, 0);
    }

    fn line(&self, out: &mut String, pad: &str, colon: &str, comma: &str) {
        match self {
            Self::Scalar(value) => out.push_str(&value.to_string()),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { comma } else { "" });
                    item.line(out, pad, colon, comma);
                }
                out.push(']');
            }
            Self::Object(Object(members)) if members.is_empty() => out.push_str("{}"),
            Self::Object(Object(members)) => {
                out.push('{');
                out.push_str(pad);
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { comma } else { "" });
                    quote(out, name);
                    out.push_str(colon);
                    value.line(out, pad, colon, comma);
                }
                out.push_str(pad);
                out.push('}');
            }
        }
    }

    fn lines(&self, out: &mut String, indent: usize) {
        if self.is_flat() {
            let start = out.len();
            self.line(out, " ", ": ", ", ");
            let line = out.rfind('\n').map_or(0, |newline| newline + 1);
            if matches!(self, Self::Scalar(_)) || out.len() - line <= WIDTH {
                return;
            }
            out.truncate(start);
        }
        let (open, close) = if matches!(self, Self::Array(_)) { ("[", "]") } else { ("{", "}") };
        out.push_str(open);
        let inner = indent + 2;
        let next = |out: &mut String, index: usize| {
            out.push_str(if index > 0 { ",\n" } else { "\n" });
            out.extend(std::iter::repeat_n(' ', inner));
        };
        match self {
            Self::Scalar(_) => {}
            Self::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    next(out, index);
                    item.lines(out, inner);
                }
            }
            Self::Object(Object(members)) => {
                for (index, (name, value)) in members.iter().enumerate() {
                    next(out, index);
                    quote(out, name);
                    out.push_str(": ");
                    value.lines(out, inner);
                }
            }
        }
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
        out.push_str(close);
    }

    /// Whether nothing in it holds anything.
    fn is_flat(&self) -> bool {
        match self {
            Self::Scalar(_) => true,
            Self::Array(items) => items.iter().all(|item| matches!(item, Self::Scalar(_))),
            Self::Object(Object(members)) => members.iter().all(|(_, value)| matches!(value, Self::Scalar(_))),
        }
    }
}

fn quote(out: &mut String, text: &str) {
    out.push_str(&Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn layouts() {
        let node = Node::from(json!({ "b": { "x": 1, "y": ["\"", null] }, "a": [], "c": {} }));
        let (mut compact, mut pretty) = (String::new(), String::new());
        node.compact(&mut compact);
        node.pretty(&mut pretty);
        assert_eq!(compact, r#"{"a":[],"b":{"x":1,"y":["\"",null]},"c":{}}"#);
        assert_eq!(
            pretty,
            "{\n  \"a\": [],\n  \"b\": {\n    \"x\": 1,\n    \"y\": [\"\\\"\", null]\n  },\n  \"c\": {}\n}"
        );
        let mut long = String::new();
        Node::from(json!(["x".repeat(60), "y".repeat(60)])).pretty(&mut long);
        assert_eq!(long.lines().count(), 4);
    }
}
