//! Aliases: short names for namespaces, each valid in its own document only.
//!
//! Names are expanded while a document is read, so that nothing after the front ends knows that aliases exist, but for
//! names that users write (roots).
//!
//! Source: OData CSDL JSON 4.01, sections 4.2 (included schema), 5.1 (alias) and 15.2 (qualified name).

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

#[cfg(feature = "write")]
use crate::model::Model;
use crate::vocabulary::names_things;

/// The aliases of one document, or of a whole model.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    by_alias: BTreeMap<String, String>,
    /// What would stand for several namespaces, and so stands for none.
    ambiguous: BTreeSet<String>,
    /// Namespaces that are declared or included: their own names are no aliases, whatever else is called so.
    namespaces: BTreeSet<String>,
    /// Declared names that have dots, so that what stands before the last dot is not the namespace.
    dotted: BTreeSet<String>,
}

impl Aliases {
    /// The aliases by which a model's namespaces call themselves, each by one that none else has.
    #[cfg(feature = "write")]
    pub(crate) fn of(model: &Model) -> Self {
        let mut aliases = Self::default();
        model.namespaces.keys().for_each(|name| aliases.namespace(name));
        for (name, namespace) in &model.namespaces {
            // What is odd about one was told when it was read.
            namespace.alias.iter().for_each(|alias| drop(aliases.add(alias, name)));
        }
        let types = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
        let others = model.terms.keys().chain(model.containers.keys());
        let operations = model.actions.keys().chain(model.functions.keys());
        types.chain(others).chain(operations).for_each(|name| aliases.declared(name.name()));
        aliases
    }

    /// Notes a namespace that is declared or included.
    pub(crate) fn namespace(&mut self, name: &str) {
        if !self.namespaces.contains(name) {
            self.namespaces.insert(name.to_owned());
        }
    }

    /// Notes the name, without its namespace, of what is declared; what another document declares is named in whole.
    pub(crate) fn declared(&mut self, name: &str) {
        if name.contains('.') {
            self.dotted.insert(name.to_owned());
        }
    }

    /// Makes `alias` stand for `namespace`; what is odd about it, and what it stands for then, if it cannot.
    pub(crate) fn add(&mut self, alias: &str, namespace: &str) -> Result<(), (String, &'static str)> {
        if alias == namespace {
            return Ok(());
        }
        if alias == "Edm" {
            return Err((format!("alias `Edm` cannot stand for `{namespace}`"), "the built-in types are meant by it"));
        }
        if self.namespaces.contains(alias) {
            let message = format!("alias `{alias}` of `{namespace}` is the name of another namespace");
            return Err((message, "that one is meant by it"));
        }
        let odd = |others: &str| {
            let message = format!("alias `{alias}` stands for `{others}` and for `{namespace}`");
            Err((message, "expected one namespace for an alias; neither is meant by it"))
        };
        match self.by_alias.get(alias) {
            Some(other) if other == namespace => Ok(()),
            Some(other) => {
                let odd = odd(other);
                self.by_alias.remove(alias);
                self.ambiguous.insert(alias.to_owned());
                odd
            }
            None if self.ambiguous.contains(alias) => odd("several others"),
            None => {
                self.by_alias.insert(alias.to_owned(), namespace.to_owned());
                Ok(())
            }
        }
    }

    /// A qualified name with its alias expanded.
    pub(crate) fn name<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Some((prefix, name)) = text.rsplit_once('.') else { return Cow::Borrowed(text) };
        match self.by_alias.get(prefix).filter(|_| !self.namespaces.contains(prefix)) {
            Some(namespace) => Cow::Owned(format!("{namespace}.{name}")),
            None => self.dotted_name(text).map_or(Cow::Borrowed(text), Cow::Owned),
        }
    }

    /// A name with dots after an alias, which has none.
    fn dotted_name(&self, text: &str) -> Option<String> {
        if self.dotted.is_empty() {
            return None;
        }
        let (alias, name) = text.split_once('.').filter(|(_, name)| self.dotted.contains(*name))?;
        let namespace = self.by_alias.get(alias).filter(|_| !self.namespaces.contains(alias))?;
        Some(format!("{namespace}.{name}"))
    }

    /// A path, target or type with the aliases of all qualified names in it expanded. Space around what it starts
    /// with, and around the parameters of overloads, is left out; after the first slash it is part of a name, as
    /// services have them (`Unit Price`).
    pub(crate) fn path(&self, text: &str) -> String {
        let mut expanded = String::with_capacity(text.len() + 16);
        // Collections among the parameters have parentheses of their own, and names after the slash may have any.
        let (mut is_head, mut depth) = (true, 0_usize);
        for part in text.trim().split_inclusive(['/', '@', '(', ')', ',', '#']) {
            let (name, mark) = part.split_at(part.find(['/', '@', '(', ')', ',', '#']).unwrap_or(part.len()));
            expanded.push_str(&self.name(if is_head { name.trim() } else { name }));
            expanded.push_str(mark);
            match mark {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                "/" if depth == 0 => is_head = false,
                _ => {}
            }
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
        if !names_things(term) {
            return;
        }
        match value {
            serde_json::Value::String(text) => *text = self.path(text),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| self.named_value(term, item)),
            // No name: what reads the term tells of it.
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
            (
                "graph.a(Collection(graph.b), graph.c, Edm.String)/p",
                "microsoft.graph.a(Collection(microsoft.graph.b),microsoft.graph.c,Edm.String)/p",
            ),
            ("graph.call/a ( b , c ) d", "microsoft.graph.call/a ( b , c ) d"),
            ("graph.a( graph.b , Edm.String )/a b", "microsoft.graph.a(microsoft.graph.b,Edm.String)/a b"),
            (
                " graph.call/Unit Price@Core.Description ",
                "microsoft.graph.call/Unit Price@Org.OData.Core.V1.Description",
            ),
            ("sets/graph.call/graph.other.x", "sets/microsoft.graph.call/graph.other.x"),
            ("id", "id"),
            ("", ""),
        ] {
            assert_eq!(aliases().path(text), expected);
        }
        assert_eq!(aliases().type_url("https://x/y#graph.call"), "https://x/y#microsoft.graph.call");
    }

    #[test]
    fn a_namespace_keeps_its_name() {
        let mut aliases = aliases();
        aliases.namespace("graph");
        assert_eq!(aliases.name("graph.call"), "graph.call");
    }

    #[test]
    fn names_may_have_dots() {
        let mut aliases = aliases();
        assert_eq!(aliases.name("graph.call.answer"), "graph.call.answer");
        aliases.declared("call.answer");
        assert_eq!(aliases.path("graph.call.answer(graph.call)"), "microsoft.graph.call.answer(microsoft.graph.call)");
    }

    #[test]
    fn clashes() {
        assert_eq!(aliases().add("graph", "microsoft.graph"), Ok(()));
        assert!(aliases().add("graph", "other").unwrap_err().0.contains("`microsoft.graph` and for `other`"));
        assert!(aliases().add("Edm", "other").is_err());
        let mut aliases = aliases();
        aliases.namespace("other");
        assert!(aliases.add("other", "microsoft.graph").unwrap_err().0.contains("is the name of another namespace"));
        assert_eq!(aliases.add("other", "other"), Ok(()));
    }

    #[test]
    fn what_stands_for_several_stands_for_none() {
        let mut aliases = aliases();
        assert!(aliases.add("graph", "other").is_err());
        assert!(aliases.add("graph", "microsoft.graph").unwrap_err().0.contains("`several others`"));
        assert_eq!(aliases.name("graph.call"), "graph.call");
    }
}
