//! The envelope of a collection in a response.

mod wire;

use std::fmt;

use odatype_table::control;

use crate::{
    decode::ValueAt,
    edm, encode,
    node::{Edited, step},
    value::Json,
};

/// A collection of entities or complex values as a service sends it: `{"@odata.nextLink": "…", "value": […]}`.
///
/// Everything else that the envelope has is kept and written back in its place.
///
/// Source: OData JSON 4.01, sections 4.5 (control information) and 13 (collection of entities).
#[derive(Clone)]
pub struct Collection<T> {
    /// The items.
    pub value: Vec<T>,
    /// The other members as JSON text, and where among them `value` stood.
    members: Vec<Member>,
    value_at: ValueAt,
}

/// A name and JSON text.
type Member = (Box<str>, Box<str>);

impl<T> Default for Collection<T> {
    #[inline]
    fn default() -> Self {
        Self { value: Vec::new(), members: Vec::new(), value_at: ValueAt::Place(0) }
    }
}

#[expect(clippy::missing_fields_in_debug, reason = "where `value` stood is nothing to see")]
impl<T: fmt::Debug> fmt::Debug for Collection<T> {
    /// The members, each under its name, and the items.
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_struct("Collection");
        for (name, text) in &self.members {
            output.field(name, &Json::new(text));
        }
        output.field("value", &self.value).finish()
    }
}

impl<T: PartialEq> PartialEq for Collection<T> {
    /// The same items in the same order, and otherwise the same members.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
            && self.instead().map(Json::new) == other.instead().map(Json::new)
            && self.members.len() == other.members.len()
            && by_name(&self.members)
                .into_iter()
                .zip(by_name(&other.members))
                .all(|(left, right)| left.0 == right.0 && Json::new(&left.1) == Json::new(&right.1))
    }
}

#[inline]
fn by_name(members: &[Member]) -> Vec<&Member> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by(|left, right| {
        step();
        left.0.cmp(&right.0)
    });
    members
}

impl<T> From<Vec<T>> for Collection<T> {
    #[inline]
    fn from(value: Vec<T>) -> Self {
        Self { value, ..Self::default() }
    }
}

impl<T> Collection<T> {
    /// `@odata.nextLink`: where the next page is; `None` on the last.
    #[must_use]
    #[inline]
    pub fn next_link(&self) -> Option<String> {
        self.text("nextLink")
    }

    /// `@odata.deltaLink`: where what changed from now on can be asked for.
    #[must_use]
    #[inline]
    pub fn delta_link(&self) -> Option<String> {
        self.text("deltaLink")
    }

    /// `@odata.count`: how many items there are on all pages together. Read by value, from a number (`5`, `5.0`) or a
    /// string (`"5"`).
    #[must_use]
    #[inline]
    pub fn count(&self) -> Option<i64> {
        let json = self.control("count")?;
        match json.as_str() {
            Some(text) => edm::integer(&text),
            None => edm::integer(json.text()),
        }
    }

    /// `@odata.context`: what describes the response.
    #[must_use]
    #[inline]
    pub fn context(&self) -> Option<String> {
        self.text("context")
    }

    /// The member `name` as it stands, other than `value`.
    #[must_use]
    #[inline]
    pub fn member(&self, name: &str) -> Option<Json<'_>> {
        self.members.iter().find(|(known, _)| **known == *name).map(|(_, text)| Json::new(text))
    }

    /// Sets `@odata.nextLink`, or takes it away. Control information that is there keeps its name and its place; what
    /// is new comes last.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::{Collection, Structured, graph::Call};
    /// let mut calls = Collection::from(vec![Call::new().with(Call::ID, "1")]);
    /// calls.set_next_link(Some("https://s/calls?$skip=1")).value.push(Call::new().with(Call::ID, "2"));
    /// assert_eq!(
    ///     odatype::to_string(&calls),
    ///     r#"{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"https://s/calls?$skip=1"}"#
    /// );
    /// # }
    /// ```
    #[inline]
    pub fn set_next_link(&mut self, link: Option<&str>) -> &mut Self {
        self.set_control("nextLink", link.map(Edited::text))
    }

    /// Sets `@odata.deltaLink`, or takes it away; as [`set_next_link`](Self::set_next_link).
    #[inline]
    pub fn set_delta_link(&mut self, link: Option<&str>) -> &mut Self {
        self.set_control("deltaLink", link.map(Edited::text))
    }

    /// Sets `@odata.count`, or takes it away; as [`set_next_link`](Self::set_next_link).
    #[inline]
    pub fn set_count(&mut self, count: Option<i64>) -> &mut Self {
        self.set_control("count", count.map(|count| Edited::Number(count.to_string().into())))
    }

    /// Sets `@odata.context`, or takes it away; as [`set_next_link`](Self::set_next_link).
    #[inline]
    pub fn set_context(&mut self, context: Option<&str>) -> &mut Self {
        self.set_control("context", context.map(Edited::text))
    }

    #[inline]
    fn set_control(&mut self, name: &str, value: Option<Edited>) -> &mut Self {
        let names = control::names(name);
        let place = self.members.iter().position(|(known, _)| names.iter().any(|name| **known == **name));
        let [name, _] = names;
        match (place, value.map(|value| encode::value_text(&value).into_boxed_str())) {
            (Some(place), Some(value)) => self.members[place].1 = value,
            (None, Some(value)) => self.members.push((name.into(), value)),
            (Some(place), None) => {
                self.members.remove(place);
                if let ValueAt::Place(value_at) = &mut self.value_at {
                    *value_at -= usize::from(place < *value_at);
                }
            }
            (None, None) => {}
        }
        self
    }

    /// The link `name`, if there is one; what is there instead, if that is no link. Null is none.
    pub(super) fn link(&self, name: &str) -> Result<Option<String>, Json<'_>> {
        match self.control(name) {
            Some(link) if !link.is_null() => link.as_str().map(|link| Some(link.into_owned())).ok_or(link),
            _ => Ok(None),
        }
    }

    #[inline]
    fn text(&self, name: &str) -> Option<String> {
        self.control(name)?.as_str().map(std::borrow::Cow::into_owned)
    }

    #[inline]
    fn control(&self, name: &str) -> Option<Json<'_>> {
        control::names(name).iter().find_map(|name| self.member(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Collection;
    use crate::{ServiceErrorDetail, from_str};

    #[test]
    fn counts_by_value() {
        for (count, expected) in [
            ("5", Some(5)),
            ("5.0", Some(5)),
            ("1e3", Some(1000)),
            (r#""5""#, Some(5)),
            (r#""9223372036854775807""#, Some(i64::MAX)),
            ("1.5", None),
            (r#""many""#, None),
            ("[5]", None),
            ("null", None),
        ] {
            for name in ["@odata.count", "@count"] {
                let json = format!(r#"{{"{name}":{count},"value":[]}}"#);
                let collection: Collection<ServiceErrorDetail> = from_str(&json).unwrap();
                assert_eq!(collection.count(), expected, "{json}");
            }
        }
    }

    #[test]
    fn equal_whatever_the_order() {
        let read = |members: &str| {
            from_str::<Collection<ServiceErrorDetail>>(&format!(r#"{{"value":[{{"code":"c"}}],{members}}}"#)).unwrap()
        };
        let one = read(r#""a":1.0,"b":{"x":1,"y":2}"#);
        assert_eq!(one, read(r#""b":{"y":2,"x":1},"a":1"#));
        for other in [r#""a":1"#, r#""a":1,"c":{"x":1,"y":2}"#, r#""a":2,"b":{"x":1,"y":2}"#] {
            assert_ne!(one, read(other), "{other}");
        }
    }
}
