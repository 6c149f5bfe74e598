//! Where an entity is: the path of a set, and a key.

use std::fmt;

use odatype_table::Primitive;

use super::{Enumeration, url};
use crate::{
    edm::{self, Date, Decimal, Duration, Guid, TimeOfDay, chrono},
    finding::{Hidden, values_are_hidden},
};

/// The URL of an entity, as [`bind`](crate::Structured::bind) and a batch's requests take it: a path to a set, and a
/// key, which is quoted and encoded as OData asks.
///
/// ```
/// use odatype::{EntityRef, Key};
/// assert_eq!(EntityRef::new("communications/calls").key("a/b").as_str(), "communications/calls('a%2Fb')");
/// assert_eq!(EntityRef::new("users").keys([("email", "o'neil@s")]).as_str(), "users(email='o''neil@s')");
/// let part = EntityRef::new("shelves").keys([("hall", Key::from("B")), ("number", Key::from(7))]).navigation("items").key(1);
/// assert_eq!(part.as_str(), "shelves(hall='B',number=7)/items(1)");
/// ```
///
/// Source: OData URL Conventions 4.01, sections 4.3 (addressing entities: key predicate, alternate keys); OData ABNF,
/// `keyPredicate`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef(String);

impl EntityRef {
    /// The path of a set, of a singleton, or of an entity, relative to the service's root or absolute, as it is to be
    /// written: `users`, `/users`, `https://s/v1.0/users`.
    #[inline]
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The entity of that key in the set: `users('1')`.
    #[must_use]
    #[inline]
    pub fn key(self, key: impl Into<Key>) -> Self {
        self.longer(&format!("({})", key.into().0))
    }

    /// The entity of that key, by the names of its parts: a key of several properties, or an alternate key.
    #[must_use]
    #[inline]
    pub fn keys<'n, K: Into<Key>>(self, parts: impl IntoIterator<Item = (&'n str, K)>) -> Self {
        self.longer(&url::named(parts.into_iter().map(|(name, key)| (name, key.into().0))))
    }

    /// What the navigation property `name`, or a cast, leads to from here: `users('1')/calls`.
    #[must_use]
    #[inline]
    pub fn navigation(self, name: &str) -> Self {
        let path = self.0.split_once('?').map_or(&*self.0, |(path, _)| path);
        // A service's root may end with a slash, and may be nothing.
        let is_parted = path.is_empty() || path.ends_with('/');
        self.longer(&format!("{}{name}", if is_parted { "" } else { "/" }))
    }

    /// The same with more of a path: behind that which there is, before what a function has put into the query.
    #[must_use]
    #[inline]
    pub(super) fn longer(mut self, path: &str) -> Self {
        let end = self.0.find('?').unwrap_or(self.0.len());
        self.0.insert_str(end, path);
        self
    }

    /// The same with more of a query.
    #[must_use]
    #[inline]
    pub(super) fn with_query(mut self, name: &str, value: &str) -> Self {
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        self.0.push_str(value);
        self
    }

    /// The URL.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityRef {
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&Self> for EntityRef {
    #[inline]
    fn from(reference: &Self) -> Self {
        reference.clone()
    }
}

impl From<EntityRef> for String {
    #[inline]
    fn from(reference: EntityRef) -> Self {
        reference.0
    }
}

/// A value of a key, as it is written in a URL: `'it''s'`, `7`, `2026-11-22`, `duration'PT1H'`, `ns.colour'red'`.
///
/// It comes from whatever a key property may be: text, integers, `bool`, GUIDs, dates and times, decimals, and members
/// of generated enumerations.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    #[inline]
    fn encoded(text: &str) -> Self {
        Self(url::encoded(text))
    }

    #[inline]
    fn quoted(prefix: &str, text: &str) -> Self {
        Self(url::quoted(prefix, text))
    }
}

impl fmt::Debug for EntityRef {
    /// The URL, unless values are hidden.
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_tuple("EntityRef");
        if values_are_hidden() { output.field(&Hidden) } else { output.field(&self.0) }.finish()
    }
}

impl fmt::Debug for Key {
    /// The key as it is written, unless values are hidden.
    #[inline]
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_tuple("Key");
        if values_are_hidden() { output.field(&Hidden) } else { output.field(&self.0) }.finish()
    }
}

macro_rules! keys {
    ($($ty:ty => |$value:ident| $key:expr;)+) => {$(
        impl From<$ty> for Key {
            #[inline]
            fn from($value: $ty) -> Self {
                $key
            }
        }
    )+};
}
keys! {
    &str => |text| Self::quoted("", text);
    String => |text| Self::quoted("", &text);
    &String => |text| Self::quoted("", text);
    bool => |value| Self(value.to_string());
    u8 => |number| Self(number.to_string());
    i8 => |number| Self(number.to_string());
    i16 => |number| Self(number.to_string());
    i32 => |number| Self(number.to_string());
    u32 => |number| Self(number.to_string());
    i64 => |number| Self(number.to_string());
    Guid => |guid| Self(guid.to_string());
    Date => |date| Self(edm::date_text(date));
    TimeOfDay => |time| Self(edm::time_text(time));
    Duration => |length| Self::quoted(Primitive::Duration.before_quotes().unwrap_or_default(), &edm::duration_text(length));
    Decimal => |number| Self::encoded(number.as_str());
    &Decimal => |number| Self::encoded(number.as_str());
}

/// Of any time zone.
impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for Key {
    #[inline]
    fn from(moment: chrono::DateTime<Z>) -> Self {
        Self::encoded(&edm::date_time_offset_text(moment.fixed_offset()))
    }
}

/// With its type's name: `ns.colour'red'`.
impl<E: Enumeration> From<E> for Key {
    #[inline]
    fn from(member: E) -> Self {
        Self::quoted(E::TYPE_NAME, member.wire())
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::edm::{Duration, chrono::DateTime};

    #[test]
    fn values() {
        for (key, expected) in [
            (Key::from("a"), "'a'"),
            (Key::from(""), "''"),
            (Key::from("it's ''"), "'it''s%20'''''"),
            (Key::from("a/b?c#d&e=f+g%h,(i);"), "'a%2Fb%3Fc%23d%26e%3Df%2Bg%25h%2C%28i%29%3B'"),
            (Key::from("é@s:1"), "'%C3%A9@s:1'"),
            (Key::from(-7), "-7"),
            (Key::from(i64::MAX), "9223372036854775807"),
            (Key::from(true), "true"),
            (Key::from(Duration::hours(1)), "duration'PT1H'"),
            (Key::from("1.50".parse::<crate::edm::Decimal>().unwrap()), "1.50"),
            (
                Key::from(DateTime::parse_from_rfc3339("2026-11-22T17:51:00+05:30").unwrap()),
                "2026-11-22T17:51:00%2B05:30",
            ),
            (
                Key::from("11111111-2222-3333-4444-555555555555".parse::<crate::edm::Guid>().unwrap()),
                "11111111-2222-3333-4444-555555555555",
            ),
        ] {
            assert_eq!(key.0, expected);
        }
    }
}
