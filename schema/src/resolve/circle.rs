//! Chains of names that lead back to where they began.

use std::collections::HashSet;

use crate::{model::QualifiedName, steps::step};

/// How many names of a circle a message has.
const NAMED: usize = 8;

/// Names each of which leads to the next, and the last to the first: that is the first of them in order.
#[derive(Debug)]
pub(super) struct Circle<'m>(Vec<&'m QualifiedName>);

impl<'m> Circle<'m> {
    /// All circles that there are from `names`, where each name leads to the one that `next` gives. Each circle is
    /// found once, and every name is walked through once.
    pub(super) fn all(
        names: impl Iterator<Item = &'m QualifiedName>,
        next: impl Fn(&QualifiedName) -> Option<&'m QualifiedName>,
    ) -> Vec<Self> {
        let mut walked: HashSet<&QualifiedName> = HashSet::new();
        let mut found = Vec::new();
        for name in names {
            let mut path = Vec::new();
            let mut at = Some(name);
            while let Some(name) = at.filter(|name| walked.insert(name)) {
                step();
                path.push(name);
                at = next(name);
            }
            // A name of this same walk closes a circle, and is on the path.
            if let Some(start) = at.and_then(|closing| path.iter().position(|name| *name == closing)) {
                let mut circle = path.split_off(start);
                let first = (0..circle.len()).min_by_key(|place| circle.get(*place)).unwrap_or_default();
                circle.rotate_left(first);
                found.push(Self(circle));
            }
        }
        found
    }

    /// The name that it is told at.
    pub(super) fn first(&self) -> Option<&'m QualifiedName> {
        self.0.first().copied()
    }

    /// The way around, with `word` between the names.
    pub(super) fn told(&self, word: &str) -> String {
        let names = || self.0.iter().map(|name| name.as_str());
        let mut chain: Vec<&str> = names().take(NAMED + 1).collect();
        if self.0.len() > NAMED + 1 {
            chain.push("…");
        }
        chain.extend(names().next());
        format!("`{}`", chain.join(&format!("` {word} `")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_once_from_its_first() {
        let name = |name: &str| QualifiedName::new("n", name);
        let long: Vec<QualifiedName> = (0..12).map(|number| name(&format!("l{number:02}"))).collect();
        let short: Vec<QualifiedName> = ["a", "c", "b", "d", "e"].into_iter().map(name).collect();
        let next = |name: &QualifiedName| {
            let place = |names: &[QualifiedName]| names.iter().position(|one| one == name);
            match place(&short) {
                // `d` leads into the circle, and `e` to itself.
                Some(0 | 3) => short.get(1),
                Some(1) => short.get(2),
                Some(2) => short.first(),
                Some(_) => short.get(4),
                None => long.get((place(&long)? + 1) % long.len()),
            }
        };
        let mut all: Vec<&QualifiedName> = short.iter().chain(&long).rev().collect();
        all.push(&short[0]);
        let told: Vec<String> = Circle::all(all.into_iter(), next).iter().map(|circle| circle.told("of")).collect();
        let expected = [
            "`n.l00` of `n.l01` of `n.l02` of `n.l03` of `n.l04` of `n.l05` of `n.l06` of `n.l07` of `n.l08` of `…` of `n.l00`",
            "`n.e` of `n.e`",
            "`n.a` of `n.c` of `n.b` of `n.a`",
        ];
        assert_eq!(told, expected);
    }
}
