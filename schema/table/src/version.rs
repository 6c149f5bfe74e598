//! Versions in names of types: `ns.v1_2_0.Type`.
//!
//! Some services (Redfish) declare a type anew in each version of its schema, in a namespace that ends in that version,
//! each time derived from the one before. A payload's tag names the version that its service knows, which may be older
//! or newer than any that is declared here. Where versions are one type, that type is named without any of them, and
//! its row lists those that are known.

use std::borrow::Cow;

/// Stands among a type's versions for the name without any.
pub const UNVERSIONED: &str = "-";

/// A name whose namespace ends in a version: `v` and numbers between underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versioned<'t> {
    /// The namespace without the version.
    pub namespace: &'t str,
    /// The version: `v1_2_0`.
    pub version: &'t str,
    /// The simple name.
    pub name: &'t str,
}

impl<'t> Versioned<'t> {
    /// Takes `name` apart; `None` if its namespace does not end in a version.
    #[must_use]
    pub fn parse(name: &'t str) -> Option<Self> {
        let (namespace, name) = name.rsplit_once('.')?;
        let (namespace, version) = namespace.rsplit_once('.')?;
        (is_version(version) && !namespace.is_empty()).then_some(Self { namespace, version, name })
    }

    /// The name without the version.
    #[must_use]
    pub fn plain(self) -> String {
        format!("{}.{}", self.namespace, self.name)
    }
}

/// Whether the segment of a namespace is a version.
#[must_use]
pub fn is_version(segment: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    segment.strip_prefix('v').is_some_and(|numbers| numbers.split('_').all(is_number))
}

/// The name that the type `name` has in `version`.
#[must_use]
pub fn name_in<'t>(name: &'t str, version: &str) -> Cow<'t, str> {
    match name.rsplit_once('.') {
        Some((namespace, simple)) if version != UNVERSIONED => Cow::Owned(format!("{namespace}.{version}.{simple}")),
        _ => Cow::Borrowed(name),
    }
}

/// Whether `text` is a name of the type `name` in one of its `versions`; in none of them, where it has none.
#[must_use]
pub fn is_name<'v>(text: &str, name: &str, versions: impl IntoIterator<Item = &'v str>) -> bool {
    let mut versions = versions.into_iter().peekable();
    if versions.peek().is_none() {
        return text == name;
    }
    let version = match Versioned::parse(text) {
        Some(found) if name.rsplit_once('.') == Some((found.namespace, found.name)) => found.version,
        _ if text == name => UNVERSIONED,
        _ => return false,
    };
    versions.any(|known| known == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_versions() {
        for (text, plain) in [
            ("ns.v1_2_0.T", Some("ns.T")),
            ("a.b.v1.T", Some("a.b.T")),
            ("ns.T", None),
            ("v1.T", None),
            ("ns.v.T", None),
            ("ns.v1_.T", None),
            ("ns.V1.T", None),
            ("ns.v1a.T", None),
            ("ns.x1_0_0.T", None),
            ("", None),
        ] {
            assert_eq!(Versioned::parse(text).map(Versioned::plain).as_deref(), plain, "{text}");
            if let (Some(plain), Some(parts)) = (plain, Versioned::parse(text)) {
                assert_eq!(name_in(plain, parts.version), text);
            }
        }
        assert_eq!(name_in("ns.T", UNVERSIONED), "ns.T");
    }

    #[test]
    fn names_of_one_type() {
        let versions = ["v1_0_0", "v1_1_0"];
        for (text, is_one) in [("ns.v1_0_0.T", true), ("ns.v1_2_0.T", false), ("ns.T", false), ("ns.v1_0_0.U", false)] {
            assert_eq!(is_name(text, "ns.T", versions), is_one, "{text}");
        }
        assert!(is_name("ns.T", "ns.T", []) && is_name("ns.T", "ns.T", [UNVERSIONED, "v1"]));
        assert!(!is_name("ns.v1.T", "ns.T", []));
    }
}
