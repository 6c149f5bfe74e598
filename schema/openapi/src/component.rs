//! Names of components.
//!
//! Definitions are called by what they are of (`ns.T:properties`, `Collection(ns.T)`, `ns.action(ns.T)`). Names of
//! components have letters of ASCII, digits, dots, underscores and hyphens, and OData's names have no hyphens, so that
//! these stand for the rest: one for `:`, two for `(` (and nothing for `)`), three for `,`, four for `|`, one and a dot
//! for `/`; and a character that is no letter of ASCII is its number between hyphens, `-ue9-`.
//!
//! Source: OpenAPI 3.1.1, section 4.8.7 (components object).

use std::{collections::BTreeSet, fmt::Write as _};

use odatype_json_schema::{each_reference, key};
use serde_json::Value;

/// Where the schemas of components stand.
const SCHEMAS: &str = "#/components/schemas/";

/// The component of the definition `key`.
#[must_use]
pub fn name(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 8);
    for character in key.chars() {
        match character {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '_' => out.push(character),
            ':' => out.push('-'),
            '(' => out.push_str("--"),
            ')' => {}
            ',' => out.push_str("---"),
            '|' => out.push_str("----"),
            '/' => out.push_str("-."),
            // Writing to a string does not fail.
            other => drop(write!(out, "-u{:x}-", u32::from(other))),
        }
    }
    out
}

/// A reference to the component `name`.
pub(crate) fn reference(name: &str) -> String {
    format!("{SCHEMAS}{name}")
}

/// Lets references to definitions lead to components.
pub(crate) fn point(document: &mut Value) {
    each_reference(document, &mut |to| {
        if let Some(key) = key(to) {
            *to = reference(&name(&key));
        }
    });
}

/// Leaves out the components of built-in types to which nothing leads.
pub(crate) fn drop_unused(document: &mut Value) {
    loop {
        let mut used = BTreeSet::new();
        each_reference(document, &mut |to| {
            used.insert(to.clone());
        });
        let Some(schemas) = document["components"]["schemas"].as_object_mut() else { return };
        let before = schemas.len();
        schemas.retain(|name, _| !name.starts_with("Edm.") || used.contains(&reference(name)));
        // What only the dropped ones referred to is of no use either.
        if schemas.len() == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_are_those_that_components_may_have() {
        for (key, expected) in [
            ("ns.T", "ns.T"),
            ("ns.T:properties", "ns.T-properties"),
            ("ns.T(ns.A,ns.B):tags", "ns.T--ns.A---ns.B-tags"),
            ("ns.act(Collection(ns.T))", "ns.act--Collection--ns.T"),
            ("ns.A|ns.B:untagged", "ns.A----ns.B-untagged"),
            ("ns.T/any", "ns.T-.any"),
            ("ns.é", "ns.-ue9-"),
        ] {
            assert_eq!(name(key), expected);
        }
    }
}
