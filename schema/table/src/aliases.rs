//! Aliases, found by what they stand for.

use crate::version::is_version;

/// Aliases in the order of the namespaces for which they stand, so that those of one namespace are found without a look
/// at all.
#[derive(Clone, Debug, Default)]
pub struct Aliases<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Aliases<'t> {
    /// Those of a table, each with its namespace behind it.
    #[must_use]
    pub fn new<S: AsRef<str>>(aliases: &'t [(S, S)]) -> Self {
        let mut sorted: Vec<_> = aliases.iter().map(|(alias, of)| (of.as_ref(), alias.as_ref())).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    /// Those of `namespace`; with `any_version` those of its versions too. Of each, whether it is one of a version.
    pub fn of(&self, namespace: &str, any_version: bool) -> impl Iterator<Item = (&'t str, bool)> {
        let of_itself = self.from(namespace).take_while(move |(of, _)| *of == namespace);
        let before = format!("{namespace}.");
        let versions = if any_version { self.from(&before) } else { [].iter() };
        let of_versions = versions
            .map_while(move |(of, alias)| Some((of.strip_prefix(&before)?, *alias)))
            .filter(|(version, _)| is_version(version));
        of_itself.map(|(_, alias)| (*alias, false)).chain(of_versions.map(|(_, alias)| (alias, true)))
    }

    fn from(&self, namespace: &str) -> std::slice::Iter<'_, (&'t str, &'t str)> {
        let start = self.0.partition_point(|(of, _)| *of < namespace);
        self.0.get(start..).unwrap_or(&[]).iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Aliases;

    #[test]
    fn of_namespaces_and_their_versions() {
        let aliases = [("z", "ns"), ("a", "ns"), ("one", "ns.v1_0_0"), ("no", "ns.part"), ("x", "nsx"), ("m", "ms")];
        let aliases = Aliases::new(&aliases);
        let of = |namespace, any_version| aliases.of(namespace, any_version).collect::<Vec<_>>();
        assert_eq!(of("ns", false), [("a", false), ("z", false)]);
        assert_eq!(of("ns", true), [("a", false), ("z", false), ("one", true)]);
        assert_eq!(of("ns.v1_0_0", true), [("one", false)]);
        assert_eq!(of("n", true), []);
        assert_eq!(of("zz", true), []);
    }
}
