//! Maps and sets of what an iterator gives.

/// A map or a set of `items`; of items that are one key's the last is kept.
///
/// `collect` sorts the items first. That is compiled anew for each type of items and of iterators, and takes the
/// compiler as long as all else that one asks of a map: this is for where maps are small, or made once.
pub fn ordered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::ordered;

    #[test]
    fn is_what_is_collected() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd')];
        assert_eq!(ordered::<BTreeMap<_, _>, _>(items), items.into_iter().collect());
        assert_eq!(ordered::<BTreeSet<_>, _>(items), items.into_iter().collect());
    }
}
