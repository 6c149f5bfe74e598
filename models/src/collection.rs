//! The envelope of a collection in a response.

use std::collections::HashSet;

use odatype_json::{Problem, Reader, unescape};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Decode, Encode, Error, Finding, Json, Structured};

/// A collection of entities or complex values as a service sends it: `{"@odata.nextLink": "…", "value": […]}`.
///
/// Everything else that the envelope has is kept and written back in its place.
///
/// Source: OData JSON 4.01, sections 4.5 (control information) and 13 (collection of entities).
#[derive(Clone, Debug)]
pub struct Collection<T> {
    /// The items.
    pub value: Vec<T>,
    /// The other members as JSON text, and where among them `value` stood.
    members: Vec<(Box<str>, Box<str>)>,
    value_at: usize,
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Self { value: Vec::new(), members: Vec::new(), value_at: 0 }
    }
}

impl<T: PartialEq> PartialEq for Collection<T> {
    /// The same items in the same order, and otherwise the same members.
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
            && self.members.len() == other.members.len()
            && self.members.iter().all(|(name, text)| other.member(name).is_some_and(|other| other == Json::new(text)))
    }
}

impl<T> From<Vec<T>> for Collection<T> {
    fn from(value: Vec<T>) -> Self {
        Self { value, ..Self::default() }
    }
}

impl<T> Collection<T> {
    /// `@odata.nextLink`: where the next page is; `None` on the last.
    #[must_use]
    pub fn next_link(&self) -> Option<String> {
        self.text("nextLink")
    }

    /// `@odata.deltaLink`: where what changed from now on can be asked for.
    #[must_use]
    pub fn delta_link(&self) -> Option<String> {
        self.text("deltaLink")
    }

    /// `@odata.count`: how many items there are on all pages together. Read from a number or a string.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.control("count").and_then(|json| json.text().trim_matches('"').parse().ok())
    }

    /// `@odata.context`: what describes the response.
    #[must_use]
    pub fn context(&self) -> Option<String> {
        self.text("context")
    }

    /// The member `name` as it stands, other than `value`.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Json<'_>> {
        self.members.iter().find(|(known, _)| **known == *name).map(|(_, text)| Json::new(text))
    }

    fn text(&self, name: &str) -> Option<String> {
        self.control(name)?.as_str().map(std::borrow::Cow::into_owned)
    }

    /// Control information, whose name may lack `odata.` since OData 4.01.
    fn control(&self, name: &str) -> Option<Json<'_>> {
        self.member(&format!("@odata.{name}")).or_else(|| self.member(&format!("@{name}")))
    }
}

impl<T: Structured> Decode for Collection<T> {
    fn decode(json: &[u8]) -> Result<Self, Error> {
        let text = crate::decode::utf8(json)?;
        let mut findings = Vec::new();
        let (members, value) = envelope(text, &mut findings).map_err(|error| Error::syntax(error, text))?;
        let mut collection = Self { value: Vec::new(), value_at: members.len(), members: Vec::new() };
        for (place, (name, member)) in members.into_iter().enumerate() {
            if value == Some(place) {
                collection.value_at = place;
                match crate::decode::records(T::TYPE.schema, T::TYPE.index, member.as_bytes()) {
                    Ok(records) => collection.value = records.into_iter().map(T::from_record).collect(),
                    Err(error) => findings.extend(error.findings().iter().cloned()),
                }
            } else {
                collection.members.push((name.into(), member.into()));
            }
        }
        if findings.is_empty() { Ok(collection) } else { Err(Error::from_findings(findings, 0)) }
    }
}

type Members<'t> = Vec<(std::borrow::Cow<'t, str>, &'t str)>;

/// The envelope's members, and the place of `value` among them.
fn envelope<'t>(
    text: &'t str,
    findings: &mut Vec<Finding>,
) -> Result<(Members<'t>, Option<usize>), odatype_json::SyntaxError> {
    let mut finding = |pointer: String, expected: &str, found: String| {
        findings.push(Finding { pointer, type_name: "Collection", expected: expected.to_owned(), found });
    };
    let mut reader = Reader::new(text);
    let mut members: Members<'t> = Vec::new();
    let mut names = HashSet::new();
    let mut value = None;
    if reader.peek() != b'{' {
        reader.skip(&mut |_| {})?;
        reader.end()?;
        finding(String::new(), "an object with the member `value`", text.trim().chars().take(60).collect());
        return Ok((members, value));
    }
    reader.enter()?;
    while let Some(name) = reader.next_name(members.is_empty())? {
        let name = unescape(reader.slice(name.span));
        if !names.insert(name.clone()) {
            finding(pointer(&name), "members of one object to differ", format!("`{name}` again"));
        }
        let starts = reader.peek();
        let mut repeated = None;
        let span = reader.skip(&mut |name| repeated = repeated.or(Some(name)))?;
        if name == "value" {
            value = Some(members.len());
        }
        if name == "value" && starts == b'n' {
            finding("/value".to_owned(), "an array", reader.slice(span).chars().take(60).collect());
        } else if name != "value" {
            // The first tells enough, and a member may have very many.
            if let Some(inner) = repeated {
                let inner = unescape(reader.slice(inner.span));
                finding(pointer(&name), "members of one object to differ", format!("`{inner}` again"));
            }
        }
        members.push((name, reader.slice(span)));
    }
    reader.peek();
    if reader.position() < text.len() {
        return Err(reader.error(Problem::TrailingText));
    }
    if value.is_none() {
        finding(String::new(), "the member `value`", "none".to_owned());
    }
    Ok((members, value))
}

/// The JSON pointer to the member `name` of the whole. Source: RFC 6901, section 3.
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

impl<T: Structured> Encode for Collection<T> {
    fn encode(&self) -> Vec<u8> {
        let mut out = vec![b'{'];
        for place in 0..=self.members.len() {
            if place == self.value_at.min(self.members.len()) {
                crate::encode::list_member("value", &self.value, &mut out);
            }
            if let Some((name, text)) = self.members.get(place) {
                crate::encode::text_member(name, text, &mut out);
            }
        }
        out.push(b'}');
        out
    }
}

impl<'de, T: Structured> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::serde_bridge::deserialize(deserializer)
    }
}

impl<T: Structured> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::serde_bridge::serialize(self, serializer)
    }
}
