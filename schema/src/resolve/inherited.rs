//! What types declare although they inherit it.

use std::collections::{HashMap, hash_map::Entry};

use crate::{
    model::{Model, Property, StructuredType},
    steps::step,
};

/// A property that an ancestor of its type declares too.
#[derive(Debug)]
pub(crate) struct Redeclared<'m> {
    pub(crate) ty: &'m StructuredType,
    /// Its place among the type's own.
    pub(super) place: usize,
    /// Of several ancestors that declare it the furthest: its declaration stays.
    pub(crate) owner: &'m StructuredType,
    /// The place of that declaration among the owner's own.
    pub(super) kept: usize,
}

impl<'m> Redeclared<'m> {
    pub(crate) fn property(&self) -> Option<&'m Property> {
        self.ty.properties.get(self.place)
    }

    pub(super) fn other(&self) -> Option<&'m Property> {
        self.owner.properties.get(self.kept)
    }
}

/// All of them, by type and place.
pub(crate) fn redeclared(model: &Model) -> Vec<Redeclared<'_>> {
    let mut found = Vec::new();
    each_type(model, |ty, above| {
        for (place, property) in ty.properties.iter().enumerate() {
            step();
            if let Some((owner, kept)) = above.get(&*property.name) {
                found.push(Redeclared { ty, place, owner, kept: *kept });
            }
        }
    });
    found.sort_by(|left, right| (&left.ty.name, left.place).cmp(&(&right.ty.name, right.place)));
    found
}

/// Which of `paths` are `ns.Type/property` with a property that the type inherits, each with it.
pub(crate) fn inherited<'m, 'p>(
    model: &'m Model,
    paths: impl IntoIterator<Item = &'p str>,
) -> HashMap<&'p str, &'m Property> {
    let mut by_type: HashMap<&str, Vec<(&'p str, &str)>> = HashMap::new();
    for path in paths {
        if let Some((ty, property)) = path.split_once('/') {
            by_type.entry(ty).or_default().push((path, property));
        }
    }
    let mut found = HashMap::new();
    if by_type.is_empty() {
        return found;
    }
    each_type(model, |ty, above| {
        for (path, property) in by_type.get(ty.name.as_str()).into_iter().flatten() {
            step();
            let owner = above.get(property).and_then(|(owner, place)| owner.properties.get(*place));
            found.extend(owner.map(|property| (*path, property)));
        }
    });
    found
}

/// The properties that are declared above a type, by name: whose each is, and its place there. Of several of one name
/// it is the furthest ancestor's.
type Above<'m> = HashMap<&'m str, (&'m StructuredType, usize)>;

/// Calls `visit` with every type and what it inherits. Each property is looked at once, however deep its type derives;
/// types that derive from themselves are not looked at.
fn each_type<'m>(model: &'m Model, mut visit: impl FnMut(&'m StructuredType, &Above<'m>)) {
    let children = model.children();
    let mut above = Above::new();
    let is_first = |ty: &&StructuredType| ty.base.as_ref().is_none_or(|base| !model.structured.contains_key(base));
    let mut open: Vec<Step<'_>> = model.structured.values().filter(is_first).map(Step::Into).collect();
    while let Some(next) = open.pop() {
        step();
        match next {
            Step::Into(ty) => {
                visit(ty, &above);
                open.push(Step::OutOf(enter(ty, &mut above)));
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
}

enum Step<'m> {
    Into(&'m StructuredType),
    /// What the type declares first is no longer above what follows.
    OutOf(Vec<&'m str>),
}

/// Puts the properties of `ty` above those of what derives from it; the names of those that are new there.
fn enter<'m>(ty: &'m StructuredType, above: &mut Above<'m>) -> Vec<&'m str> {
    let mut own = Vec::new();
    for (place, property) in ty.properties.iter().enumerate() {
        step();
        if let Entry::Vacant(entry) = above.entry(&property.name) {
            entry.insert((ty, place));
            own.push(&*property.name);
        }
    }
    own
}
