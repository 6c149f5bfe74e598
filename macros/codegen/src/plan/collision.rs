//! Names that collide, as data: for whoever tells them apart.

/// Two things that would have one Rust name, or one that has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Collision {
    /// What was named first; nothing where no name can be made of a wire name.
    pub first: Option<Colliding>,
    /// What was named after it.
    pub second: Colliding,
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
