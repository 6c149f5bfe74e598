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
    /// What the line is.
    pub(super) form: Form,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// The payload itself.
    Bare,
    /// `{"type", "payload"}`.
    Envelope,
    /// That, if the payload is the last of its members; if it is not, what was taken for it is no JSON.
    Likely,
}

/// Looks into `text` as far as is needed: up to the first tag or context that `resolve` makes a type of. A payload
/// whose tag comes after its context needs no look at it: decoding understands it. Where `is_hasty`, an envelope is not
/// looked through to its end.
pub(super) fn look<T>(
    text: &str,
    is_hasty: bool,
    mut resolve: impl FnMut(Said, &str) -> Result<T, String>,
) -> Result<Line<T>, SyntaxError> {
    let mut reader = Reader::new(text);
    let mut ty = None;
    let (mut name, mut payload): (Option<Text>, Option<Span>) = (None, None);
    let whole = Span { start: 0, end: text.len() };
    if reader.peek() != b'{' {
        return Ok(Line { payload: whole, ty, form: Form::Bare });
    }
    reader.enter()?;
    let mut is_first = true;
    while reader.next_member(is_first)? {
        is_first = false;
        let member = reader.name()?;
        let raw = reader.slice(member.span);
        let said = said(&unescape(raw));
        let is_text = reader.peek() == b'"';
        if !is_text || !matches!(said, Some(Member::Says(_) | Member::Type)) {
            if let (true, None, Some(name), Some(Member::Payload)) = (is_hasty, &ty, name, said)
                && let Some(payload) = last_member(text, reader.position())
                && let Ok(found) = resolve(Said::Name, &unescape(reader.slice(name.span)))
            {
                return Ok(Line { payload, ty: Some(Ok(found)), form: Form::Likely });
            }
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
            Ok(found) => return Ok(Line { payload: whole, ty: Some(Ok(found)), form: Form::Bare }),
            Err(reason) => ty = ty.or(Some(Err(reason))),
        }
    }
    reader.end()?;
    match (ty, name, payload) {
        (None, Some(name), Some(payload)) => {
            let ty = Some(resolve(Said::Name, &unescape(reader.slice(name.span))));
            Ok(Line { payload, ty, form: Form::Envelope })
        }
        (ty, ..) => Ok(Line { payload: whole, ty, form: Form::Bare }),
    }
}

/// The value at `start`, if it is the last in its object, which is all of `text`.
fn last_member(text: &str, start: usize) -> Option<Span> {
    let end = text.trim_ascii_end().strip_suffix('}')?.len();
    (start < end).then_some(Span { start, end })
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
    fn an_envelope_is_not_looked_through_and_yet_not_misread() {
        for (text, payload, is_right) in [
            (r#"{"type": "a", "payload": {"b": [1]} } "#, r#"{"b": [1]} "#, true),
            (r#"{"type": "a", "payload": 5}"#, "5", true),
            (r#"{"type": "a", "payload": {}, "id": {}}"#, r#"{}, "id": {}"#, false),
            (r#"{"type": "a", "payload": {"b": {}}"#, r#"{"b": {}"#, false),
            (r#"{"type": "a", "payload": {}}}"#, "{}}", false),
        ] {
            let line = look(text, true, |said, name| Ok(format!("{said:?} {name}"))).unwrap();
            let found = &text[line.payload.start..line.payload.end];
            assert_eq!((found, line.form, line.ty), (payload, Form::Likely, Some(Ok("Name a".into()))), "{text}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(found).is_ok(), is_right, "{text}");
        }
    }

    #[test]
    fn what_lines_say() {
        let tag = |text: &str| Some(Ok(format!("Tag {text}")));
        for (text, payload, ty) in [
            (r##"{"@odata.type": "#a.b", oops"##, r##"{"@odata.type": "#a.b", oops"##, tag("#a.b")),
            (
                r##"{"x": {"@type": "no"}, "@type": "#a.b"}"##,
                r##"{"x": {"@type": "no"}, "@type": "#a.b"}"##,
                tag("#a.b"),
            ),
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
            let line = look(text, false, resolve).unwrap();
            let found = &text[line.payload.start..line.payload.end];
            assert_eq!((found, &line.ty), (payload, &ty), "{text}");
            let hasty = look(text, true, resolve).unwrap();
            assert!(hasty.form == Form::Likely || hasty == line, "{text}");
        }
        for text in ["{", r#"{"a": }"#, "{} {}", r#"{"type": "a", "payload": {}}}"#] {
            assert!(look(text, false, |_, _| Ok(())).is_err(), "{text}");
        }
    }
}
