//! Which types are versions of one.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, HashMap},
};

use odatype_table::version::{UNVERSIONED, Versioned};

use crate::{
    fault::Fault,
    model::{Location, Model, QualifiedName, StructuredKind},
};

/// All chains: the names of a type in its versions, in ascending order, by its name without one.
#[derive(Debug, Default)]
pub(super) struct Chains {
    by_name: BTreeMap<QualifiedName, Vec<Member>>,
    names: HashMap<QualifiedName, QualifiedName>,
}

/// A type in one version.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) name: QualifiedName,
    /// The version; [`UNVERSIONED`] for the name without one.
    pub(super) version: String,
    kind: Kind,
}

/// What can be one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Structured(StructuredKind),
    Enumeration,
    Definition,
}

/// The chains of `model`. What has the name of a chain but is of another kind than its latest version stays what it is.
pub(super) fn chains(model: &Model, faults: &mut Vec<Fault>) -> Chains {
    let mut by_name: BTreeMap<QualifiedName, Vec<Member>> = BTreeMap::new();
    for (name, kind) in types(model) {
        if let Some(parts) = Versioned::parse(name.as_str()) {
            let member = Member { name: name.clone(), version: parts.version.to_owned(), kind };
            by_name.entry(QualifiedName::new(parts.namespace, parts.name)).or_default().push(member);
        }
    }
    for (name, kind) in types(model) {
        if let Some(members) = by_name.get_mut(name) {
            members.push(Member { name: name.clone(), version: UNVERSIONED.to_owned(), kind });
        }
    }
    for (plain, members) in &mut by_name {
        members.sort_by(|left, right| order(&left.version, &right.version));
        // What has the name already keeps it.
        let first = members.first().filter(|member| member.version == UNVERSIONED);
        let Some(kind) = first.or(members.last()).map(|member| member.kind) else { continue };
        for other in members.iter().filter(|member| member.kind != kind) {
            let message = format!("the type is no version of `{plain}`, which is of another kind");
            let place = model.declaration(&other.name).map_or_else(Location::default, |(_, place)| place.clone());
            faults.push(Fault::new(&place, message).warning().of(&other.name));
        }
        members.retain(|member| member.kind == kind);
    }
    by_name.retain(|_, members| members.iter().any(|member| member.version != UNVERSIONED));
    let names = by_name.iter().flat_map(|(plain, members)| members.iter().map(move |member| (&member.name, plain)));
    let names = names.map(|(name, plain)| (name.clone(), plain.clone())).collect();
    Chains { by_name, names }
}

fn types(model: &Model) -> impl Iterator<Item = (&QualifiedName, Kind)> {
    let structured = model.structured.values().map(|ty| (&ty.name, Kind::Structured(ty.kind)));
    let enums = model.enums.keys().map(|name| (name, Kind::Enumeration));
    structured.chain(enums).chain(model.definitions.keys().map(|name| (name, Kind::Definition)))
}

/// The order of versions: by their numbers, what has none first.
fn order(left: &str, right: &str) -> Ordering {
    let numbers = |version: &str| -> Vec<String> {
        let parts =
            version.trim_start_matches(['v', '-']).split('_').map(|part| part.trim_start_matches('0').to_owned());
        parts.filter(|_| version != UNVERSIONED).collect()
    };
    let (left, right) = (numbers(left), numbers(right));
    let by_value = |left: &String, right: &String| left.len().cmp(&right.len()).then_with(|| left.cmp(right));
    let different = left.iter().zip(&right).map(|(left, right)| by_value(left, right)).find(|order| order.is_ne());
    different.unwrap_or_else(|| left.len().cmp(&right.len()))
}

impl Chains {
    pub(super) fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Each chain by its name.
    pub(super) fn each(&self) -> impl Iterator<Item = (&QualifiedName, &[Member])> {
        self.by_name.iter().map(|(name, members)| (name, members.as_slice()))
    }

    /// The name of each member, with that of its chain.
    pub(super) fn members(&self) -> impl Iterator<Item = (&QualifiedName, &QualifiedName)> {
        self.names.iter()
    }

    /// The name of the chain that `name` is a version of, known or not.
    pub(super) fn chain_of(&self, model: &Declared, name: &QualifiedName) -> Option<QualifiedName> {
        if let Some(plain) = self.names.get(name) {
            return Some(plain.clone());
        }
        let parts = Versioned::parse(name.as_str())?;
        let plain = QualifiedName::new(parts.namespace, parts.name);
        (self.by_name.contains_key(&plain) && !model.is_declared(name)).then_some(plain)
    }
}

/// The names of types that are no members of a chain although they are called so.
#[derive(Debug)]
pub(super) struct Declared(std::collections::HashSet<QualifiedName>);

impl Declared {
    pub(super) fn of(model: &Model) -> Self {
        Self(
            types(model)
                .map(|(name, _)| name.clone())
                .filter(|name| Versioned::parse(name.as_str()).is_some())
                .collect(),
        )
    }

    fn is_declared(&self, name: &QualifiedName) -> bool {
        self.0.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_their_numbers() {
        let ascending = ["-", "v0_9", "v1", "v1_0_0", "v1_0_1", "v1_2_0", "v1_10_0", "v2", "v10_0_0"];
        for pair in ascending.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(order(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
        assert_eq!(order("v01", "v1"), Ordering::Equal);
    }
}
