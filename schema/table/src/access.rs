//! Who writes a property, and the terms that say it, each named once.

/// The service makes the value.
pub const COMPUTED: &str = "Org.OData.Core.V1.Computed";
/// A value that does not change once it is there.
pub const IMMUTABLE: &str = "Org.OData.Core.V1.Immutable";
/// What a caller is allowed to do.
pub const PERMISSIONS: &str = "Org.OData.Core.V1.Permissions";

/// What a client may do with a property's value when it writes.
///
/// Nothing is refused by it: services ignore what they do not take.
///
/// Source: OData vocabulary Org.OData.Core.V1; OData Protocol 4.01, sections 11.4.2 and 11.4.3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Access {
    /// Give it whenever it writes.
    #[default]
    Free,
    /// Give it when the object is made, and not afterwards: `Core.Immutable`.
    Immutable,
    /// Nothing: the service makes it (`Core.Computed`).
    Computed,
    /// Nothing: it is there to be read (`Core.Permissions` without `Write`).
    ReadOnly,
}

impl Access {
    /// Whether a client never gives the value.
    #[must_use]
    pub fn is_read_only(self) -> bool {
        matches!(self, Self::Computed | Self::ReadOnly)
    }
}
