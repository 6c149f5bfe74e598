//! Chains of versions, each into one type.
//!
//! Some services (Redfish) declare a type anew in each version of its schema: `ns.v1_1_0.Type` derives from the type of
//! that name in the version before. Flattened, that is quadratic, and a value that has no tag would have the properties
//! of the first version only. [`collapse`] makes one type of all versions: it has the name without the version and all
//! their properties, and knows its versions (`odatype.V1.Versions`), so that tags that name them, or later ones, are
//! read, and the latest is written.
//!
//! The stages: `chain` (which types are one) → `rename` (whatever names them) → `merge` (their declarations).

mod chain;
mod merge;
mod rename;

use std::{collections::BTreeSet, str::FromStr};

use crate::{
    fault::Fault,
    model::{Model, Namespace, QualifiedName},
    resolve,
};
use chain::Chains;

/// What becomes of types that a schema declares in several versions, in namespaces that end in `v1_2_0` or the like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Versions {
    /// Each is a type of its own, as the schema has it.
    #[default]
    All,
    /// All versions of a type are one type.
    Latest,
}

impl Versions {
    /// The rule's words, as manifests, options and arguments have them.
    pub const WORDS: [(&str, Self); 2] = [("all", Self::All), ("latest", Self::Latest)];
}

impl FromStr for Versions {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::WORDS.into_iter().find(|(word, _)| *word == text);
        found.map(|(_, versions)| versions).ok_or_else(|| {
            let words = Self::WORDS.map(|(word, _)| format!("`{word}`"));
            format!("`{text}` is no rule for versions; expected {}", words.join(" or "))
        })
    }
}

/// Makes one type of each chain of versions in `model`.
pub(crate) fn collapse(model: &mut Model, faults: &mut Vec<Fault>) {
    let chains = chain::chains(model, faults);
    if chains.is_empty() {
        return;
    }
    rename::rename(model, &chains);
    merge::merge(model, &chains, faults);
    namespaces(model, &chains);
    resolve::settle(model, faults);
}

/// Declares the namespaces of the types that were made, and drops those of versions that declare nothing any more. One
/// with an alias stays: tags may have it.
fn namespaces(model: &mut Model, chains: &Chains) {
    for (name, _) in chains.each() {
        if !model.namespaces.contains_key(name.namespace()) {
            model.namespaces.insert(name.namespace().to_owned(), Namespace::default());
        }
    }
    let of: BTreeSet<&str> = chains.members().map(|(name, _)| name.namespace()).collect();
    let types = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
    let others = model.actions.keys().chain(model.functions.keys()).chain(model.terms.keys());
    let names = types.chain(others).chain(model.containers.keys());
    let used: BTreeSet<&str> = names.map(QualifiedName::namespace).collect();
    model.namespaces.retain(|name, namespace| {
        namespace.alias.is_some() || !of.contains(name.as_str()) || used.contains(name.as_str())
    });
}
