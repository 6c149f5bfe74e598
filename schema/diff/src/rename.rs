//! Which of the things that went and came may be one that was renamed.

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::near::nearest;

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

    /// Pairs what is left of `gone` and `come`, each thing at most once: what has the same shape and a similar name. Things are
    /// given by name with what must be the same of both.
    pub(crate) fn by_name<S: Ord>(mut self, gone: &[(&'n str, S)], come: &[(&'n str, S)]) -> Self {
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
            let found: BTreeSet<&'n str> =
                found.flatten().copied().filter(|candidate| !self.from.contains_key(candidate)).collect();
            let near = nearest(name, found.iter().copied(), 1).first().copied();
            if let Some(found) = near.or_else(|| found.into_iter().find(|candidate| is_part(name, candidate))) {
                self.pair(name, found);
            }
        }
        self
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

/// The last part of a name, in lower case; what an action is bound to is none.
fn simple(name: &str) -> String {
    let name = name.split('(').next().unwrap_or(name);
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
        let renamed = pairs(&[("name1", 0), ("name2", 0)], &[("name3", 0)]);
        assert_eq!(
            (renamed.to("name1"), renamed.to("name2"), renamed.from("name3")),
            (Some("name3"), None, Some("name1"))
        );
    }
}
