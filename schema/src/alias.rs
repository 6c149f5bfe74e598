//! Aliases: short names for namespaces, each valid in its own document only.
//!
//! Names are expanded while a document is read, so that nothing after the front ends knows that aliases exist.
//!
//! Source: OData CSDL JSON 4.01, sections 4.2 (included schema), 5.1 (alias) and 15.2 (qualified name).

use std::{borrow::Cow, collections::BTreeMap};

/// Terms whose text values are qualified names, in which an alias may stand.
const NAMING_TERMS: [&str; 3] = [
    "Org.OData.Validation.V1.DerivedTypeConstraint",
    "Org.OData.Validation.V1.OpenPropertyTypeConstraint",
    "Org.OData.Core.V1.ExplicitOperationBindings",
];

/// The aliases of one document.
#[derive(Debug, Default)]
pub(crate) struct Aliases(BTreeMap<String, String>);

impl Aliases {
    /// Makes `alias` stand for `namespace`; the fault's message if it stands for another one already.
    pub(crate) fn add(&mut self, alias: &str, namespace: &str) -> Result<(), String> {
        if alias == "Edm" && namespace != "Edm" {
            return Err(format!("alias `Edm` cannot stand for `{namespace}`"));
        }
        match self.0.insert(alias.to_owned(), namespace.to_owned()) {
            Some(other) if other != namespace => {
                Err(format!("alias `{alias}` stands for `{other}` and for `{namespace}`"))
            }
            _ => Ok(()),
        }
    }

    /// A qualified name with its alias expanded.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match text.rsplit_once('.').map(|(prefix, name)| (self.0.get(prefix), name)) {
            Some((Some(namespace), name)) => Cow::Owned(format!("{namespace}.{name}")),
            _ => Cow::Borrowed(text),
        }
    }

    /// A path, target or type with the aliases of all qualified names in it expanded, spaces left out.
    pub(crate) fn path(&self, text: &str) -> String {
        let mut expanded = String::with_capacity(text.len() + 16);
        for part in text.split_inclusive(['/', '@', '(', ')', ',', '#', ' ']) {
            let end = part.find(['/', '@', '(', ')', ',', '#', ' ']).unwrap_or(part.len());
            expanded.push_str(&self.name(&part[..end]));
            expanded.push_str(part[end..].trim());
        }
        expanded
    }

    /// A type in a record's `@type`: a URL whose fragment is the name.
    pub(crate) fn type_url(&self, text: &str) -> String {
        match text.rsplit_once('#') {
            Some((url, name)) => format!("{url}#{}", self.path(name)),
            None => text.to_owned(),
        }
    }

    /// Expands the aliases in the value of `term` if its texts are qualified names.
    pub(crate) fn named_value(&self, term: &str, value: &mut serde_json::Value) {
        if !NAMING_TERMS.contains(&term) {
            return;
        }
        match value {
            serde_json::Value::String(text) => *text = self.path(text),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| self.named_value(term, item)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aliases() -> Aliases {
        let mut aliases = Aliases::default();
        aliases.add("graph", "microsoft.graph").unwrap();
        aliases.add("Core", "Org.OData.Core.V1").unwrap();
        aliases
    }

    #[test]
    fn paths() {
        for (text, expected) in [
            ("graph.call", "microsoft.graph.call"),
            ("microsoft.graph.call", "microsoft.graph.call"),
            ("graph.call/id", "microsoft.graph.call/id"),
            ("Collection(graph.call)", "Collection(microsoft.graph.call)"),
            ("graph.a(graph.b, Edm.String)/p", "microsoft.graph.a(microsoft.graph.b,Edm.String)/p"),
            ("graph.call@Core.Description", "microsoft.graph.call@Org.OData.Core.V1.Description"),
            ("sets/graph.call/graph.other.x", "sets/microsoft.graph.call/graph.other.x"),
            ("id", "id"),
            ("", ""),
        ] {
            assert_eq!(aliases().path(text), expected);
        }
        assert_eq!(aliases().type_url("https://x/y#graph.call"), "https://x/y#microsoft.graph.call");
    }

    #[test]
    fn clashes() {
        assert_eq!(aliases().add("graph", "microsoft.graph"), Ok(()));
        assert!(aliases().add("graph", "other").unwrap_err().contains("`microsoft.graph` and for `other`"));
        assert!(aliases().add("Edm", "other").is_err());
    }
}
