//! Which of the things that went and came may be one that was renamed.

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::{name::MaybeCollection, near::nearest, ordered};

/// The name of a thing that has parts, what must be the same of what it was renamed to, and its parts' names.
pub(crate) type Parts<'n, S> = (&'n str, (S, Vec<String>));

/// What was renamed, both ways.
#[derive(Default)]
pub(crate) struct Renamed<'n> {
    to: BTreeMap<&'n str, &'n str>,
    from: BTreeMap<&'n str, &'n str>,
}

impl<'n> Renamed<'n> {
    /// What `gone` may be now.
    pub(crate) fn to(&self, gone: &str) -> Option<&'n str> {
        self.to.get(gone).copied()
    }

    /// What `come` may have been.
    pub(crate) fn from(&self, come: &str) -> Option<&'n str> {
        self.from.get(come).copied()
    }

    /// Pairs the two.
    pub(crate) fn pair(&mut self, gone: &'n str, come: &'n str) {
        self.to.insert(gone, come);
        self.from.insert(come, gone);
    }

    /// Pairs what is left of `gone` and `come`, each thing at most once: what has the same shape and a similar name.
    /// Things are given by name with what must be the same of both.
    pub(crate) fn by_name<S: Ord>(self, gone: &[(&'n str, S)], come: &[(&'n str, S)]) -> Self {
        self.by_name_if(gone, come, |_, _| true)
    }

    /// Pairs what is left of things with parts: what has the same shape, a similar name, and most of its parts in
    /// common.
    pub(crate) fn by_parts<S: Ord + Clone>(self, gone: &[Parts<'n, S>], come: &[Parts<'n, S>]) -> Self {
        let shapes = |things: &[Parts<'n, S>]| -> Vec<(&'n str, S)> {
            things.iter().map(|(name, (shape, _))| (*name, shape.clone())).collect()
        };
        let parts = |things: &[Parts<'n, S>]| -> BTreeMap<&'n str, BTreeSet<String>> {
            ordered(things.iter().map(|(name, (_, parts))| (*name, ordered(parts.iter().cloned()))))
        };
        let (had, has) = (parts(gone), parts(come));
        let are_alike = |gone: &str, come: &str| match (had.get(gone), has.get(come)) {
            (Some(had), Some(has)) => had.intersection(has).count() * 2 > had.len().max(has.len()),
            _ => false,
        };
        self.by_name_if(&shapes(gone), &shapes(come), are_alike)
    }

    /// Pairs what is left by name, as far as they are alike besides.
    fn by_name_if<S: Ord>(
        mut self,
        gone: &[(&'n str, S)],
        come: &[(&'n str, S)],
        are_alike: impl Fn(&str, &str) -> bool,
    ) -> Self {
        // Similar names begin or end alike; so not each is held against each.
        let mut alike: BTreeMap<(&S, bool, String), Vec<&'n str>> = BTreeMap::new();
        for (name, shape) in come.iter().filter(|(name, _)| !self.from.contains_key(name)) {
            for (is_start, end) in ends(name) {
                alike.entry((shape, is_start, end)).or_default().push(name);
            }
        }
        for (name, shape) in gone {
            if self.to.contains_key(name) {
                continue;
            }
            let found = ends(name).into_iter().filter_map(|(is_start, end)| alike.get(&(shape, is_start, end)));
            let (stem, bound) = parted(name);
            // Where both the name and what the operation is bound to are others, it is hardly the same.
            let is_one = |candidate: &&str| {
                let is_like = parted(candidate).1 == bound || simple(candidate) == simple(name);
                is_like && !self.from.contains_key(candidate) && are_alike(name, candidate)
            };
            let found: BTreeSet<&'n str> = ordered(found.flatten().copied().filter(is_one));
            let near = nearest(stem, found.iter().map(|candidate| parted(candidate).0), 1).first().copied();
            let near = found.iter().copied().find(|candidate| Some(parted(candidate).0) == near);
            if let Some(found) = near.or_else(|| found.into_iter().find(|candidate| is_part(name, candidate))) {
                self.pair(name, found);
            }
        }
        self
    }

    /// Pairs what is left where one thing stands for another of its shape, between the same two.
    pub(crate) fn by_place<S: Ord + Clone>(
        self,
        (gone, before): (&[(&'n str, S)], &[&'n str]),
        (come, after): (&[(&'n str, S)], &[&'n str]),
    ) -> Self {
        if gone.is_empty() || come.is_empty() {
            return self;
        }
        let has_neighbour = |(_, beside): &Placed<'n, S>| *beside != (None, None);
        self.by_shape(&placed(gone, before), &placed(come, after), has_neighbour)
    }

    /// Pairs what is left where one thing went and one came of a shape that tells something.
    pub(crate) fn by_shape<S: Ord>(
        mut self,
        gone: &[(&'n str, S)],
        come: &[(&'n str, S)],
        tells: impl Fn(&S) -> bool,
    ) -> Self {
        let mut alike: BTreeMap<&S, (Vec<&'n str>, Vec<&'n str>)> = BTreeMap::new();
        for (name, shape) in gone.iter().filter(|(name, shape)| tells(shape) && !self.to.contains_key(name)) {
            alike.entry(shape).or_default().0.push(name);
        }
        for (name, shape) in come.iter().filter(|(name, shape)| tells(shape) && !self.from.contains_key(name)) {
            alike.entry(shape).or_default().1.push(name);
        }
        for (gone, come) in alike.into_values() {
            if let ([gone], [come]) = (gone.as_slice(), come.as_slice()) {
                self.pair(gone, come);
            }
        }
        self
    }
}

/// Things, each with what must be the same of both, and with what stands before and after it in `all`, which has them
/// in their order.
fn placed<'n, S: Clone>(things: &[(&'n str, S)], all: &[&'n str]) -> Vec<(&'n str, Placed<'n, S>)> {
    let places: BTreeMap<&str, usize> = ordered(all.iter().copied().zip(0..));
    let beside = |name: &str| {
        let place = *places.get(name)?;
        Some((place.checked_sub(1).and_then(|before| all.get(before)).copied(), all.get(place + 1).copied()))
    };
    things.iter().map(|(name, shape)| (*name, (shape.clone(), beside(name).unwrap_or_default()))).collect()
}

/// A shape, and the names before and after.
type Placed<'n, S> = (S, (Option<&'n str>, Option<&'n str>));

/// Whether the type of a structural property or of a parameter tells which it is: one of the schema's own, of which few
/// are.
pub(crate) fn tells(ty: &str) -> bool {
    !MaybeCollection::parse(ty).item.starts_with("Edm.")
}

/// The name of an operation, and what tells its overloads apart, such as what it is bound to.
fn parted(name: &str) -> (&str, &str) {
    name.split_at(name.find('(').unwrap_or(name.len()))
}

/// The last part of a name, in lower case; what tells overloads apart is none.
fn simple(name: &str) -> String {
    let (name, _) = parted(name);
    name.rsplit('.').next().unwrap_or(name).to_lowercase()
}

/// How a name begins and ends.
fn ends(name: &str) -> [(bool, String); 2] {
    let simple = simple(name);
    let start = simple.chars().take(3).collect();
    let end = simple.chars().rev().take(3).collect();
    [(true, start), (false, end)]
}

/// Whether the simple name of one begins or ends the other's: `name` and `displayName`.
fn is_part(left: &str, right: &str) -> bool {
    let (left, right) = (simple(left), simple(right));
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    short.len() >= 3 && (long.starts_with(&short) || long.ends_with(&short))
}

#[cfg(test)]
mod tests {
    use super::Renamed;

    fn pairs<'n>(gone: &[(&'n str, u8)], come: &[(&'n str, u8)]) -> Renamed<'n> {
        Renamed::default().by_name(gone, come)
    }

    #[test]
    fn near_names_of_one_shape_and_shapes_that_tell() {
        for (gone, come, expected) in [
            ("callbackUri", "callbackUrl", true),
            ("name", "displayName", true),
            ("a.thing", "b.thing", true),
            ("n.act(n.one)", "n.act(n.two)", true),
            ("n.getOne(n.thing)", "n.getSecond(n.thing)", false),
            ("colour", "weight", false),
        ] {
            assert_eq!(pairs(&[(gone, 1)], &[(come, 1)]).to(gone).is_some(), expected, "{gone} {come}");
            assert_eq!(pairs(&[(gone, 1)], &[(come, 2)]).to(gone), None);
        }
        let by_shape = |gone: &[(&'static str, u8)], come: &[(&'static str, u8)]| {
            Renamed::default().by_shape(gone, come, |shape| *shape > 0).to("lone")
        };
        assert_eq!(by_shape(&[("lone", 1)], &[("single", 1), ("other", 2)]), Some("single"));
        assert_eq!(by_shape(&[("lone", 1)], &[("single", 1), ("other", 1)]), None);
        assert_eq!(by_shape(&[("lone", 0)], &[("single", 0)]), None);
        let by_place = |after: &[&'static str]| {
            let renamed =
                Renamed::default().by_place((&[("topic", 0)], &["a", "topic", "b"]), (&[("title", 0)], after));
            renamed.to("topic")
        };
        assert_eq!(by_place(&["a", "title", "b"]), Some("title"));
        assert_eq!([by_place(&["a", "b", "title"]), by_place(&["title"])], [None, None]);
        let overloads = pairs(&[("n.act(n.b)", 0), ("n.act(n.c)", 0)], &[("n.acts(n.a)", 0), ("n.acts(n.c)", 0)]);
        assert_eq!([overloads.to("n.act(n.b)"), overloads.to("n.act(n.c)")], [None, Some("n.acts(n.c)")]);
        let by_parts = |gone: (&'static str, &[&str]), come: (&'static str, &[&str])| {
            let of = |(name, parts): (&'static str, &[&str])| {
                [(name, (0, parts.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>()))]
            };
            Renamed::default().by_parts(&of(gone), &of(come)).to(gone.0).is_some()
        };
        for (gone, come, expected) in [
            (("n.call", &["a", "b"][..]), ("n.calls", &["a", "b", "c"][..]), true),
            (("n.call", &["a", "b"]), ("n.calls", &["a", "c"]), false),
            (("n.call", &["a", "b"]), ("n.tone", &["a", "b", "c"]), false),
            (("n.call", &[]), ("n.calls", &["a"]), false),
        ] {
            assert_eq!(by_parts(gone, come), expected, "{gone:?} {come:?}");
        }
        let renamed = pairs(&[("name1", 0), ("name2", 0)], &[("name3", 0)]);
        assert_eq!(
            (renamed.to("name1"), renamed.to("name2"), renamed.from("name3")),
            (Some("name3"), None, Some("name1"))
        );
    }
}
