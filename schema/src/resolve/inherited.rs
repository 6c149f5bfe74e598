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
    /// Its declarations above, the furthest first, which is the one that stays.
    above: Declared<'m>,
}

/// Who declares a property, and its place among the declaring type's own.
type Declared<'m> = Vec<(&'m StructuredType, usize)>;

impl<'m> Redeclared<'m> {
    pub(crate) fn property(&self) -> Option<&'m Property> {
        self.ty.properties.get(self.place)
    }

    /// All ancestors that declare it, the furthest first, each with what it declares.
    pub(crate) fn above(&self) -> impl Iterator<Item = (&'m StructuredType, &'m Property)> {
        self.above.iter().filter_map(|(owner, place)| Some((*owner, owner.properties.get(*place)?)))
    }

    /// The declaration that stays: whose it is, and its place there.
    pub(super) fn kept(&self) -> Option<(&'m StructuredType, usize)> {
        self.above.first().copied()
    }
}

/// All of them, by type and place.
pub(crate) fn redeclared(model: &Model) -> Vec<Redeclared<'_>> {
    let mut found = Vec::new();
    each_type(model, |ty, above| {
        for (place, property) in ty.properties.iter().enumerate() {
            step();
            if let Some(declared) = above.get(&*property.name) {
                found.push(Redeclared { ty, place, above: declared.clone() });
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
            let first = above.get(property).and_then(|declared| declared.first());
            let property = first.and_then(|(owner, place)| owner.properties.get(*place));
            found.extend(property.map(|property| (*path, property)));
        }
    });
    found
}

/// The properties that are declared above a type, by name.
type Above<'m> = HashMap<&'m str, Declared<'m>>;

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
                    if let Entry::Occupied(mut declared) = above.entry(name) {
                        declared.get_mut().pop();
                        if declared.get().is_empty() {
                            declared.remove();
                        }
                    }
                }
            }
        }
    }
}

enum Step<'m> {
    Into(&'m StructuredType),
    /// What the type declares is no longer above what follows.
    OutOf(Vec<&'m str>),
}

/// Puts the properties of `ty` above those of what derives from it; their names.
fn enter<'m>(ty: &'m StructuredType, above: &mut Above<'m>) -> Vec<&'m str> {
    let mut own = Vec::new();
    for (place, property) in ty.properties.iter().enumerate() {
        step();
        let declared = above.entry(&property.name).or_default();
        // Of two of one name in one type the first counts.
        if declared.last().is_none_or(|(last, _)| !std::ptr::eq(*last, ty)) {
            declared.push((ty, place));
            own.push(&*property.name);
        }
    }
    own
}
