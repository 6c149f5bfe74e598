//! What types declare although they inherit it.

use std::collections::{HashMap, hash_map::Entry};

use crate::{
    model::{Model, Property, PropertyKind, StructuredType},
    steps::step,
};

/// A property that an ancestor of its type declares too.
#[derive(Debug)]
pub(super) struct Redeclared<'m> {
    pub(super) ty: &'m StructuredType,
    /// Its place among the type's own.
    pub(super) place: usize,
    /// Of several ancestors that declare it the furthest: its declaration stays.
    pub(super) owner: &'m StructuredType,
    /// The place of that declaration among the owner's own.
    pub(super) kept: usize,
}

impl<'m> Redeclared<'m> {
    pub(super) fn property(&self) -> Option<&'m Property> {
        self.ty.properties.get(self.place)
    }

    pub(super) fn other(&self) -> Option<&'m Property> {
        self.owner.properties.get(self.kept)
    }
}

/// All of them, by type and place. Each property is looked at once, however deep its type derives; types that derive from
/// themselves are not looked at.
pub(super) fn redeclared(model: &Model) -> Vec<Redeclared<'_>> {
    let children = model.children();
    let mut found = Vec::new();
    let mut above: HashMap<&str, (&StructuredType, usize)> = HashMap::new();
    let is_first = |ty: &&StructuredType| ty.base.as_ref().is_none_or(|base| !model.structured.contains_key(base));
    let mut open: Vec<Step<'_>> = model.structured.values().filter(is_first).map(Step::Into).collect();
    while let Some(next) = open.pop() {
        step();
        match next {
            Step::Into(ty) => {
                let own = enter(ty, &mut above, &mut found);
                open.push(Step::OutOf(own));
                let below = children.get(&ty.name).into_iter().flatten();
                open.extend(below.filter_map(|name| model.structured.get(*name)).map(Step::Into));
            }
            Step::OutOf(own) => {
                for name in own {
                    above.remove(name);
                }
            }
        }
    }
    found.sort_by(|left, right| (&left.ty.name, left.place).cmp(&(&right.ty.name, right.place)));
    found
}

enum Step<'m> {
    Into(&'m StructuredType),
    /// What the type declares first is no longer above what follows.
    OutOf(Vec<&'m str>),
}

/// Puts the properties of `ty` above those of what derives from it; the names of those that are new there.
fn enter<'m>(
    ty: &'m StructuredType,
    above: &mut HashMap<&'m str, (&'m StructuredType, usize)>,
    found: &mut Vec<Redeclared<'m>>,
) -> Vec<&'m str> {
    let mut own = Vec::new();
    for (place, property) in ty.properties.iter().enumerate() {
        step();
        match above.entry(&property.name) {
            Entry::Vacant(entry) => {
                entry.insert((ty, place));
                own.push(&*property.name);
            }
            Entry::Occupied(entry) => {
                let (owner, kept) = *entry.get();
                if owner.name != ty.name {
                    found.push(Redeclared { ty, place, owner, kept });
                }
            }
        }
    }
    own
}

/// Whether two properties hold the same, facets aside.
pub(super) fn is_same(left: &Property, right: &Property) -> bool {
    let is_navigation = |property: &Property| matches!(property.kind, PropertyKind::Navigation(_));
    left.ty.name == right.ty.name
        && left.ty.collection == right.ty.collection
        && is_navigation(left) == is_navigation(right)
}
