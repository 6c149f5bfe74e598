//! Which of the things that went and came may be one that was renamed.

use std::collections::BTreeMap;

use odatype_table::near::nearest;

/// For each of `gone` the one of `come` that it may be now, each at most once. Things are given by name with what must be the
/// same of both.
pub(crate) fn pairs<'n, S: PartialEq>(gone: &[(&'n str, S)], come: &[(&'n str, S)]) -> BTreeMap<&'n str, &'n str> {
    let mut pairs: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, shape) in gone {
        let free =
            |candidate: &&(&'n str, S)| candidate.1 == *shape && !pairs.values().any(|taken| *taken == candidate.0);
        let candidates: Vec<&'n str> = come.iter().filter(free).map(|(name, _)| *name).collect();
        let near = nearest(name, candidates.iter().copied(), 1).first().copied();
        let found = near.or_else(|| candidates.into_iter().find(|candidate| is_part(name, candidate)));
        pairs.extend(found.map(|found| (*name, found)));
    }
    pairs
}

/// Whether the simple name of one begins or ends the other's: `name` and `displayName`.
fn is_part(left: &str, right: &str) -> bool {
    let simple = |name: &str| name.rsplit('.').next().unwrap_or(name).to_lowercase();
    let (left, right) = (simple(left), simple(right));
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    short.len() >= 3 && (long.starts_with(&short) || long.ends_with(&short))
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn near_names_of_one_shape() {
        for (gone, come, expected) in [
            ("callbackUri", "callbackUrl", true),
            ("name", "displayName", true),
            ("a.thing", "b.thing", true),
            ("colour", "weight", false),
        ] {
            assert_eq!(pairs(&[(gone, 1)], &[(come, 1)]).contains_key(gone), expected, "{gone} {come}");
            assert!(pairs(&[(gone, 1)], &[(come, 2)]).is_empty());
        }
        assert_eq!(pairs(&[("name1", 0), ("name2", 0)], &[("name3", 0)]).len(), 1);
    }
}
