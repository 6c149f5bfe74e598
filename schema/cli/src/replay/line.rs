//! What a line says of its payload: which it is, and of which type.

use odatype_json::{Reader, Span, SyntaxError, Text, unescape};
use odatype_table::name::{CONTEXTS, TAGS};

/// What names a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A tag: `"@odata.type": "#ns.Type"`.
    Tag,
    /// A context URL.
    Context,
    /// A name: `{"type": "ns.Type", "payload": …}`.
    Name,
}

/// What was found in a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<T> {
    /// Where the payload is in it.
    pub(super) payload: Span,
    /// Its type; or why what the line says of it is none, if it says something.
    pub(super) ty: Option<Result<T, String>>,
    /// Whether it is `{"type", "payload"}`.
    pub(super) is_envelope: bool,
}

/// Looks into `text` as far as is needed: up to the first tag or context that `resolve` makes a type of. A payload whose tag
/// comes after its context needs no look at it: decoding understands it.
pub(super) fn look<T>(
    text: &str,
    mut resolve: impl FnMut(Said, &str) -> Result<T, String>,
) -> Result<Line<T>, SyntaxError> {
    let mut reader = Reader::new(text);
    let mut ty = None;
    let (mut name, mut payload): (Option<Text>, Option<Span>) = (None, None);
    let whole = Span { start: 0, end: text.len() };
    if reader.peek() != b'{' {
        return Ok(Line { payload: whole, ty, is_envelope: false });
    }
    reader.enter()?;
    let mut is_first = true;
    while reader.next_member(is_first)? {
        is_first = false;
        let member = reader.name()?;
        let raw = reader.slice(member.span);
        let said = said(&unescape(raw));
        if !matches!(said, Some(Member::Says(_) | Member::Type)) || reader.peek() != b'"' {
            let value = reader.skip(&mut |_| ())?;
            if said == Some(Member::Payload) {
                payload = Some(value);
            }
            continue;
        }
        let value = reader.string()?;
        let Some(Member::Says(said)) = said else {
            name = Some(value);
            continue;
        };
        match resolve(said, &unescape(reader.slice(value.span))) {
            Ok(found) => return Ok(Line { payload: whole, ty: Some(Ok(found)), is_envelope: false }),
            Err(reason) => ty = ty.or(Some(Err(reason))),
        }
    }
    reader.end()?;
    match (ty, name, payload) {
        (None, Some(name), Some(payload)) => {
            let ty = Some(resolve(Said::Name, &unescape(reader.slice(name.span))));
            Ok(Line { payload, ty, is_envelope: true })
        }
        (ty, ..) => Ok(Line { payload: whole, ty, is_envelope: false }),
    }
}

/// A member that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    Says(Said),
    Type,
    Payload,
}

fn said(name: &str) -> Option<Member> {
    match name {
        "type" => Some(Member::Type),
        "payload" => Some(Member::Payload),
        _ if !name.starts_with('@') => None,
        _ if TAGS.contains(&name) => Some(Member::Says(Said::Tag)),
        _ if CONTEXTS.contains(&name) => Some(Member::Says(Said::Context)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lines_say() {
        let tag = |text: &str| Some(Ok(format!("Tag {text}")));
        for (text, payload, ty) in [
            (r##"{"@odata.type": "#a.b", oops"##, r##"{"@odata.type": "#a.b", oops"##, tag("#a.b")),
            (r##"{"x": {"@type": "no"}, "@type": "#a.b"}"##, r##"{"x": {"@type": "no"}, "@type": "#a.b"}"##, tag("#a.b")),
            (r#"{"\u0040type": "\u0061.b"}"#, r#"{"\u0040type": "\u0061.b"}"#, tag("a.b")),
            (
                r##"{"@context": "u#a", "@odata.type": "#a.b"}"##,
                r##"{"@context": "u#a", "@odata.type": "#a.b"}"##,
                Some(Ok("Context u#a".into())),
            ),
            (
                r##"{"@context": "bad", "@odata.type": "#a.b"}"##,
                r##"{"@context": "bad", "@odata.type": "#a.b"}"##,
                tag("#a.b"),
            ),
            (r#"{"@odata.type": "bad"}"#, r#"{"@odata.type": "bad"}"#, Some(Err("no bad".into()))),
            (r#"{"@odata.type": 1}"#, r#"{"@odata.type": 1}"#, None),
            (r#" {"type": "a.b", "payload": {"c": 1} }"#, r#"{"c": 1}"#, Some(Ok("Name a.b".into()))),
            (r#"{"payload": [1], "id": 5, "type": "a.b"}"#, "[1]", Some(Ok("Name a.b".into()))),
            (r#"{"type": "bad", "payload": {}}"#, "{}", Some(Err("no bad".into()))),
            (r#"{"type": 1, "payload": {}}"#, r#"{"type": 1, "payload": {}}"#, None),
            (r#"{"type": "a.b"}"#, r#"{"type": "a.b"}"#, None),
            ("[1]", "[1]", None),
            ("{}", "{}", None),
        ] {
            let resolve = |said: Said, name: &str| {
                if name == "bad" { Err("no bad".to_owned()) } else { Ok(format!("{said:?} {name}")) }
            };
            let line = look(text, resolve).unwrap();
            let found = &text[line.payload.start..line.payload.end];
            assert_eq!((found, line.ty), (payload, ty), "{text}");
        }
        for text in ["{", r#"{"a": }"#, "{} {}", r#"{"type": "a", "payload": {}}}"#] {
            assert!(look(text, |_, _| Ok(())).is_err(), "{text}");
        }
    }
}
