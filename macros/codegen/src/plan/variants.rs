//! That no enum has two variants of one name. All enums of a chain of types have as many variants as the square of its length, so that
//! they are not compared one by one: what a type may be called in any enum at all is few, and only where two types may have
//! one name are the enums looked at that have both.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use odatype_schema::{Origin, Visit, model::StructuredType};

use super::{
    build::Build,
    error::{Errors, Named},
    ident::{TypeIdent, VariantIdent, distance},
    item::Types,
};
use crate::steps::step;

/// Faults for the variants of one enum that have one name.
pub(super) fn check(build: Build<'_, '_>, types: &Types, errors: &mut Errors<'_>) {
    suspects(build).into_iter().for_each(|index| compare(build, types, index, errors));
}

/// Compares the variants of the enum of the row at `index`.
fn compare(build: Build<'_, '_>, types: &Types, index: u16, errors: &mut Errors<'_>) {
    let place = build.names.checked_place(index);
    let Some((place, (_, Origin::Structured(ty)))) = place.zip(build.book.row(index)) else { return };
    let scope = match &place.family {
        Some(ident) => format!("enum `{}` of `{}`", ident.as_str(), ty.name),
        None => format!("the enum of `{}`", ty.name),
    };
    let mut taken: BTreeMap<VariantIdent, Named> = BTreeMap::new();
    for (ident, index, of) in types.named_variants(usize::from(index)) {
        step();
        let location = build.book.row(index).map(|(_, origin)| origin.location().clone()).unwrap_or_default();
        let own = of.path.ident.as_str().to_owned();
        let named = Named { wire: of.wire.to_string(), role: "", ident: own, location };
        match taken.get(&ident) {
            Some(first) => errors.collision(ident.as_str(), &scope, first, &named),
            None => drop(taken.insert(ident, named)),
        }
    }
}

/// The rows of the bases in whose enums two variants may have one name: what two types derive from that may.
fn suspects(build: Build<'_, '_>) -> BTreeSet<u16> {
    let base = |index| build.book.row(index).and_then(|(row, _)| row.structured()?.base);
    let (possible, last) = Walk::of(build);
    let mut suspects = BTreeSet::new();
    // In the order of the walk all that derives from one type stands together: what two that may have one name derive from is what
    // such two that follow each other do.
    for pair in possible.values().flat_map(|group| group.windows(2)) {
        let [one, other] = pair else { continue };
        let holds = |index: &u16| last.get(usize::from(*index)).is_some_and(|last| *last >= other.order);
        let bases = std::iter::successors(Some(one.index), |index| base(*index)).inspect(|_| step());
        for index in bases.skip_while(|index| !holds(index)) {
            if !suspects.insert(index) {
                break;
            }
        }
    }
    suspects
}

/// A type in the order of the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Visited {
    order: usize,
    index: u16,
}

/// What types may be called in the enums of what they derive from: by the furthest of these, and by name.
type Possible = BTreeMap<(u16, VariantIdent), Vec<Visited>>;

/// A walk over all types, and what is known of those that the one that was entered last derives from.
#[derive(Default)]
struct Walk<'b> {
    bases: Vec<u16>,
    idents: HashMap<&'b str, (&'b TypeIdent, usize)>,
    /// How many have a namespace that begins with these segments.
    spaces: HashMap<&'b str, usize>,
}

impl<'b> Walk<'b> {
    /// What all types may be called, and of each row the number of the last type that is entered before it is left.
    fn of(build: Build<'b, '_>) -> (Possible, Vec<usize>) {
        let (mut walk, mut possible, mut order) = (Self::default(), Possible::new(), 0);
        let mut last = vec![0; build.book.table().rows.len()];
        for visit in build.book.visits() {
            match visit {
                Visit::Enter(index) => {
                    order += 1;
                    let visited = Visited { order, index };
                    let root = walk.bases.first().copied().unwrap_or(index);
                    for name in walk.names(build, index) {
                        let group = possible.entry((root, name)).or_default();
                        if group.last() != Some(&visited) {
                            group.push(visited);
                        }
                    }
                    walk.enter(build, index);
                }
                Visit::Leave(index) => {
                    walk.leave(build, index);
                    if let Some(last) = last.get_mut(usize::from(index)) {
                        *last = order;
                    }
                }
            }
        }
        (possible, last)
    }

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

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use odatype_schema::{Rulebook, Source, load};

    use super::{Build, Errors, compare, suspects};
    use crate::plan::{Renames, names::Names, uses::Uses};

    const NAMESPACES: [&str; 6] = ["n", "n.A", "n.A.B", "n.B", "m", "A"];
    const NAMES: [&str; 10] = ["A", "AB", "B", "BA", "BAB", "Unknown", "AUnknown", "Self", "SelfA", "nA"];

    /// Types that derive from each other, or from nothing, whose names are much alike.
    fn schema(seed: u64) -> String {
        let mut state = seed;
        let mut pick = |count: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % count
        };
        let mut types: Vec<(usize, usize)> = Vec::new();
        let mut namespaces = [const { String::new() }; NAMESPACES.len()];
        for _ in 0..9 {
            let ty = (pick(NAMESPACES.len()), pick(NAMES.len()));
            let (base, is_abstract) = (pick(types.len() + 1), pick(4) == 0);
            if types.contains(&ty) {
                continue;
            }
            let base = match types.get(base) {
                Some((namespace, name)) => format!(",\"$BaseType\":\"{}.{}\"", NAMESPACES[*namespace], NAMES[*name]),
                None => String::new(),
            };
            let name = NAMES[ty.1];
            let _ =
                write!(namespaces[ty.0], ",\"{name}\":{{\"$Kind\":\"ComplexType\",\"$Abstract\":{is_abstract}{base}}}");
            types.push(ty);
        }
        let schemas = namespaces.iter().zip(NAMESPACES).filter(|(types, _)| !types.is_empty());
        let schemas = schemas.map(|(types, namespace)| format!(",\"{namespace}\":{{{}}}", &types[1..]));
        format!("{{\"$Version\":\"4.01\"{}}}", schemas.collect::<String>())
    }

    #[test]
    fn no_enum_of_two_variants_with_one_name_is_missed() {
        let (mut wrong, mut spared) = (0, 0);
        for seed in 0..3_000 {
            let text = schema(seed);
            let model = load(&[Source { name: "s.json".into(), text: text.as_str().into() }], &[]).unwrap();
            let book = Rulebook::new(&model).unwrap();
            let renames = Renames::default();
            let names = Names::new(&book, &mut Errors::new(&model, &renames));
            let build = Build { book: &book, names: &names, uses: &Uses::new(&book) };
            let types = build.types(vec![Vec::new(); book.table().rows.len()]);
            let suspects = suspects(build);
            for (index, row, _) in book.rows() {
                let mut errors = Errors::new(&model, &renames);
                compare(build, &types, index, &mut errors);
                let collides = errors.finish(crate::Plan::default()).is_err();
                assert!(!collides || suspects.contains(&index), "{}: {text}", row.name);
                wrong += usize::from(collides);
                spared += usize::from(!suspects.contains(&index) && book.derived(index).len() > 1);
            }
        }
        assert!(wrong > 500 && spared > 500, "{wrong} {spared}");
    }
}
