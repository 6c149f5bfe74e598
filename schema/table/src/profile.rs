//! What a payload is held against.

/// What is asked of a payload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// What must be readable: a declared property that is present is null or has its declared JSON shape; everything
    /// else is free.
    #[default]
    Tolerant,
    /// What one may send: closed types closed, enumeration members known, required parameters there, tags exact, and
    /// all constraints kept.
    Strict,
    /// What one may send to make something: as strict, and every property is there that is never null and that nobody
    /// else gives a value (see [`Structured::needs`](crate::Structured::needs)). Only for services that mean what they
    /// declare.
    Create,
}
