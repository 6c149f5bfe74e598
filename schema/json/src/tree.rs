//! A tree of a JSON text with the place of everything in it: for schemas, overlays and payloads that a person wrote.

use std::borrow::Cow;

use crate::{error::Problem, error::SyntaxError, reader::Reader, reader::Span, unescape::unescape};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Value<'a> {
    /// The value itself.
    pub kind: Kind<'a>,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset just after its last byte.
    pub end: usize,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it stands.
    Number(&'a str),
    /// A string, escapes resolved.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object, with repeated members if it has any, in order.
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// Its name, escapes resolved.
    pub name: Cow<'a, str>,
    /// Offset of the name's opening quote.
    pub name_start: usize,
    /// Offset of its closing quote.
    pub name_end: usize,
    /// Its value.
    pub value: Value<'a>,
}

impl<'a> Value<'a> {
    /// The value of the member `name`, the first if it is repeated; `None` if this is no object or has no such member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.members().iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// The members of an object; none for anything else.
    #[must_use]
    pub fn members(&self) -> &[Member<'a>] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of an array; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Value<'a>] {
        match &self.kind {
            Kind::Array(items) => items,
            _ => &[],
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// What kind of value it is, for messages: `an object`, `a string`, ….
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }
}

/// Reads the whole of `text` as one value.
///
/// # Errors
/// The first place where `text` is not JSON.
pub fn parse(text: &str) -> Result<Value<'_>, SyntaxError> {
    let mut reader = Reader::new(text);
    let value = value(&mut reader)?;
    reader.end()?;
    Ok(value)
}

fn value<'a>(reader: &mut Reader<'a>) -> Result<Value<'a>, SyntaxError> {
    let first = reader.peek();
    let start = reader.position();
    let kind = match first {
        b'"' => {
            let text = reader.string()?;
            Kind::String(unescape(reader.slice(text.span)))
        }
        b'{' => Kind::Object(members(reader)?),
        b'[' => {
            reader.enter()?;
            let mut items = Vec::new();
            while reader.next_item(items.is_empty())? {
                items.push(value(reader)?);
            }
            Kind::Array(items)
        }
        b't' => reader.word("true").map(|()| Kind::Bool(true))?,
        b'f' => reader.word("false").map(|()| Kind::Bool(false))?,
        b'n' => reader.word("null").map(|()| Kind::Null)?,
        b'-' | b'0'..=b'9' => Kind::Number({
            let number = reader.number()?;
            reader.slice(number.span)
        }),
        _ => return Err(reader.error(Problem::ExpectedValue)),
    };
    Ok(Value { kind, start, end: reader.position() })
}

fn members<'a>(reader: &mut Reader<'a>) -> Result<Vec<Member<'a>>, SyntaxError> {
    reader.enter()?;
    let mut members: Vec<Member<'a>> = Vec::new();
    while reader.next_member(members.is_empty())? {
        let text = reader.name()?;
        let Span { start, end } = text.span;
        let name = unescape(reader.slice(text.span));
        members.push(Member { name, name_start: start - 1, name_end: end, value: value(reader)? });
    }
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::{Kind, parse};

    #[test]
    fn keeps_places_and_repeated_members() {
        let tree = parse(r#" {"a": [1, "x\n"], "a": true} "#).unwrap();
        assert_eq!((tree.start, tree.end), (1, 29));
        assert_eq!(tree.members().len(), 2);
        let items = tree.get("a").unwrap().items();
        assert_eq!(items[0].kind, Kind::Number("1"));
        assert_eq!((items[1].as_str(), items[1].start, items[1].end), (Some("x\n"), 11, 16));
        assert_eq!((tree.members()[1].name_start, tree.members()[1].name_end), (19, 21));
    }

    #[test]
    fn refuses_what_is_not_json() {
        assert_eq!(parse("{\"a\":}").unwrap_err().offset, 5);
    }
}
