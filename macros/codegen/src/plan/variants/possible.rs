//! What types may be called in the enums of what they derive from, whichever that is.

use std::collections::{BTreeMap, HashMap};

use odatype_schema::{Origin, Visit, model::StructuredType};

use crate::{
    plan::{
        build::Build,
        ident::{TypeIdent, VariantIdent, distance},
    },
    steps::step,
};

/// A type in the order of the walk, in which all that derives from one type stands together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Visited {
    order: usize,
    pub(super) index: u16,
}

/// Which types may have one name.
#[derive(Default)]
pub(super) struct Possible {
    /// By the furthest base, and by name.
    names: BTreeMap<(u16, VariantIdent), Vec<Visited>>,
    /// When each row is entered, and the last that is entered before it is left.
    spans: Vec<(usize, usize)>,
    /// Those that may have a name that another may have, in the order of the walk.
    doubtful: Vec<Visited>,
}

impl Possible {
    /// All that types may be called.
    pub(super) fn of(build: Build<'_, '_>) -> Self {
        let (mut possible, mut walk, mut order) = (Self::default(), Walk::default(), 0);
        possible.spans.resize(build.book.table().rows.len(), (order, order));
        for visit in build.book.visits() {
            match visit {
                Visit::Enter(index) => {
                    order += 1;
                    let visited = Visited { order, index };
                    let root = walk.bases.first().copied().unwrap_or(index);
                    for name in walk.names(build, index) {
                        let group = possible.names.entry((root, name)).or_default();
                        if group.last() != Some(&visited) {
                            group.push(visited);
                        }
                    }
                    walk.enter(build, index);
                    possible.spans.get_mut(usize::from(index)).into_iter().for_each(|span| span.0 = order);
                }
                Visit::Leave(index) => {
                    walk.leave(build, index);
                    possible.spans.get_mut(usize::from(index)).into_iter().for_each(|span| span.1 = order);
                }
            }
        }
        let groups = possible.names.values().filter(|group| group.len() > 1);
        possible.doubtful = groups.flatten().copied().collect();
        possible.doubtful.sort_unstable_by_key(|visited| visited.order);
        possible.doubtful.dedup();
        possible
    }

    /// Those that follow each other among those that may have one name: what any two of these derive from, two of those
    /// do.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (Visited, Visited)> {
        let pairs = self.names.values().flat_map(|group| group.windows(2));
        pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
    }

    /// Whether `visited`, which comes later than the row at `index`, is of what derives from that.
    pub(super) fn holds(&self, index: u16, visited: Visited) -> bool {
        self.spans.get(usize::from(index)).is_some_and(|(_, last)| *last >= visited.order)
    }

    /// The rows that may have a name that another may have, of the one at `index` and what derives from it.
    pub(super) fn below(&self, index: u16) -> Vec<u16> {
        let (first, last) = self.spans.get(usize::from(index)).copied().unwrap_or_default();
        let from = self.doubtful.partition_point(|visited| visited.order < first);
        let rest = self.doubtful.get(from..).unwrap_or_default();
        rest.iter().take_while(|visited| visited.order <= last).map(|visited| visited.index).collect()
    }
}

/// What is known of those that the type that was entered last derives from.
#[derive(Default)]
struct Walk<'b> {
    bases: Vec<u16>,
    idents: HashMap<&'b str, (&'b TypeIdent, usize)>,
    /// How many have a namespace that begins with these segments.
    spaces: HashMap<&'b str, usize>,
}

impl<'b> Walk<'b> {
    /// What the type at `index` may be called in the enums of its bases, and is called in its own.
    fn names(&self, build: Build<'b, '_>, index: u16) -> Vec<VariantIdent> {
        let Some((ty, ident)) = named(build, index).filter(|(ty, _)| !ty.is_abstract) else { return Vec::new() };
        let mut names = vec![VariantIdent::whole(ident)];
        // With itself as its base it has its whole name.
        let ends = ident.as_str().char_indices().skip(1).filter_map(|(at, _)| ident.as_str().get(at..));
        let taken_off = ends.filter_map(|end| self.idents.get(end)).map(|(ident, _)| *ident);
        let idents: Vec<&TypeIdent> = std::iter::once(ident).chain(taken_off).collect();
        for space in self.shared(ty.name.namespace()) {
            let prefix = distance(space, ty.name.namespace(), TypeIdent::new);
            names.extend(idents.iter().inspect(|_| step()).map(|base| VariantIdent::derived(base, ident, &prefix)));
        }
        names
    }

    /// What `namespace` shares with that of some base.
    fn shared<'n>(&self, namespace: &'n str) -> impl Iterator<Item = &'n str> {
        let count = |space: Option<&str>| space.and_then(|space| self.spaces.get(space)).copied().unwrap_or_default();
        let mut longer = spaces(namespace).skip(1);
        spaces(namespace).filter(move |space| count(Some(space)) > count(longer.next()))
    }

    fn enter(&mut self, build: Build<'b, '_>, index: u16) {
        self.bases.push(index);
        let Some((ty, ident)) = named(build, index) else { return };
        self.idents.entry(ident.as_str()).or_insert((ident, 0)).1 += 1;
        for space in spaces(ty.name.namespace()) {
            *self.spaces.entry(space).or_default() += 1;
        }
    }

    fn leave(&mut self, build: Build<'b, '_>, index: u16) {
        self.bases.pop();
        let Some((ty, ident)) = named(build, index) else { return };
        if let Some((_, count)) = self.idents.get_mut(ident.as_str()) {
            *count -= 1;
            if *count == 0 {
                self.idents.remove(ident.as_str());
            }
        }
        for space in spaces(ty.name.namespace()) {
            self.spaces.entry(space).and_modify(|count| *count -= 1);
        }
    }
}

/// The type at `index` and its name, if it has one.
fn named<'b>(build: Build<'b, '_>, index: u16) -> Option<(&'b StructuredType, &'b TypeIdent)> {
    let (_, Origin::Structured(ty)) = build.book.row(index)? else { return None };
    Some((ty, &build.names.place(index)?.ident))
}

/// What a namespace begins with: nothing, its first segment, its first two and so on.
fn spaces(namespace: &str) -> impl Iterator<Item = &str> {
    let ends = namespace.match_indices('.').map(|(at, _)| at).chain([namespace.len()]);
    std::iter::once("").chain(ends.filter_map(|end| namespace.get(..end)))
}
