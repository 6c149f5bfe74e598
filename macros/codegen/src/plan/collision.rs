//! Names that collide, as data: for whoever tells them apart.

use odatype_table::name::without_overload;

/// Two things that would have one Rust name, or one that has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Collision {
    /// What was named first; nothing where no name can be made of a wire name.
    pub first: Option<Colliding>,
    /// What was named after it.
    pub second: Colliding,
}

/// Whether the name that `key` gives is also one of what `other` is the key of: a name for all overloads of an
/// operation does not tell two of them apart.
pub(super) fn covers(key: &str, other: &str) -> bool {
    other.len() > key.len() && without_overload(other) == key
}

/// One of the things that collide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colliding {
    /// Its key in a rename table.
    pub key: String,
    /// Its Rust name: not always the one that collides, such as a setter's.
    pub ident: String,
    /// Whether another name for it tells the two apart.
    pub can_be_renamed: bool,
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_key_without_what_tells_overloads_apart_is_of_all_of_them() {
        for (key, other, is_covered) in [
            ("n.a", "n.a(Edm.String)", true),
            ("n.f", "n.f(x,y)", true),
            ("n.a", "n.a", false),
            ("n.a(Edm.String)", "n.a", false),
            ("n.a(Edm.String)", "n.a(Edm.Guid)", false),
            ("n.a", "n.ab(Edm.String)", false),
            ("n.T.a", "n.T.a_b", false),
        ] {
            assert_eq!(covers(key, other), is_covered, "{key} {other}");
        }
    }
}
