//! A JSON tree that can be changed, and that may say things no JSON library writes: members twice, any number.

use odatype_json::{escape_into, tree};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number's text.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object; names may repeat.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value that `text` is.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let tree = tree::parse(text).unwrap_or_else(|error| panic!("not JSON, {error}: {text}"));
        Self::from_tree(&tree)
    }

    fn from_tree(value: &tree::Value<'_>) -> Self {
        match &value.kind {
            tree::Kind::Null => Self::Null,
            tree::Kind::Bool(value) => Self::Boolean(*value),
            tree::Kind::Number(text) => Self::Number((*text).to_owned()),
            tree::Kind::String(text) => Self::Text(text.clone().into_owned()),
            tree::Kind::Array(items) => Self::Array(items.iter().map(Self::from_tree).collect()),
            tree::Kind::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|member| (member.name.clone().into_owned(), Self::from_tree(&member.value)))
                    .collect(),
            ),
        }
    }

    /// A string.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The number whose text is `text`.
    #[must_use]
    pub fn number(text: &str) -> Self {
        Self::Number(text.to_owned())
    }

    /// The value as JSON text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = Vec::new();
        self.write_into(&mut out);
        String::from_utf8(out).unwrap()
    }

    fn write_into(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
            Self::Number(text) => out.extend_from_slice(text.as_bytes()),
            Self::Text(text) => string(text, out),
            Self::Array(items) => {
                out.push(b'[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        out.push(b',');
                    }
                    item.write_into(out);
                }
                out.push(b']');
            }
            Self::Object(members) => {
                out.push(b'{');
                for (place, (name, value)) in members.iter().enumerate() {
                    if place > 0 {
                        out.push(b',');
                    }
                    string(name, out);
                    out.push(b':');
                    value.write_into(out);
                }
                out.push(b'}');
            }
        }
    }

    /// How many values there are in this one, itself included.
    #[must_use]
    pub fn count(&self) -> usize {
        let inner: usize = match self {
            Self::Array(items) => items.iter().map(Self::count).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        };
        inner + 1
    }

    /// The value at `place`, counted through the tree in order, this one being 0.
    pub fn at(&mut self, place: usize) -> Option<&mut Self> {
        if place == 0 {
            return Some(self);
        }
        let mut left = place - 1;
        let inner: Vec<&mut Self> = match self {
            Self::Array(items) => items.iter_mut().collect(),
            Self::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        };
        for value in inner {
            let count = value.count();
            if left < count {
                return value.at(left);
            }
            left -= count;
        }
        None
    }

    /// Whether some object has a member twice.
    #[must_use]
    pub fn repeats(&self) -> bool {
        match self {
            Self::Array(items) => items.iter().any(Self::repeats),
            Self::Object(members) => {
                let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                names.sort_unstable();
                names.windows(2).any(|pair| pair[0] == pair[1]) || members.iter().any(|(_, value)| value.repeats())
            }
            _ => false,
        }
    }

    /// The texts of all numbers.
    pub fn numbers<'j>(&'j self, out: &mut Vec<&'j str>) {
        match self {
            Self::Number(text) => out.push(text),
            Self::Array(items) => items.iter().for_each(|item| item.numbers(out)),
            Self::Object(members) => members.iter().for_each(|(_, value)| value.numbers(out)),
            _ => {}
        }
    }

    /// The same value with the members of all objects in the order of their names.
    #[must_use]
    pub fn sorted(&self) -> Self {
        match self {
            Self::Array(items) => Self::Array(items.iter().map(Self::sorted).collect()),
            Self::Object(members) => {
                let mut members: Vec<_> = members.iter().map(|(name, value)| (name.clone(), value.sorted())).collect();
                members.sort_by(|left, right| left.0.cmp(&right.0));
                Self::Object(members)
            }
            other => other.clone(),
        }
    }
}

fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    escape_into(text, out);
    out.push(b'"');
}

/// Whether two texts are the same JSON value; only the order of members may differ. Numbers must be the same digit for
/// digit, as what is read and written back keeps them.
#[must_use]
pub fn is_same(left: &str, right: &str) -> bool {
    left == right || Json::parse(left).sorted() == Json::parse(right).sorted()
}
