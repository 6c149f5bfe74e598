//! What findings ask of the schema's types, which they have by index.

use odatype_table::Constraints;

/// What findings need to know of a schema's types, which they have by index.
pub(crate) trait Names: std::fmt::Debug + Send + Sync {
    /// The qualified name of a type.
    fn type_name(&self, index: u16) -> &'static str;

    /// The tag that new objects of a type are written with.
    fn tag(&self, index: u16) -> &str;

    /// Whether only types derived from it have instances, or it is what an untyped place may hold.
    fn needs_tag(&self, index: u16) -> bool;

    /// What the schema says of the property `member` of the type whose qualified name is `type_name`.
    fn declaration(&self, type_name: &str, member: &str) -> Option<Declaration>;

    /// The names of all properties of a type.
    #[cfg(feature = "validate")]
    fn properties(&self, index: u16) -> Vec<&'static str>;

    /// The members of an enumeration type.
    fn members(&self, index: u16) -> &[(&'static str, i64)];

    /// The tags of the types that may stand where a type is declared.
    #[cfg(feature = "validate")]
    fn tags(&self, index: u16) -> Vec<&str>;

    /// The tags of all types.
    #[cfg(feature = "validate")]
    fn all_tags(&self) -> Vec<&str>;
}

/// What a schema says of a property.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declaration {
    /// The qualified name of the type that declares it, which may be a base of the one that was asked.
    pub(crate) declared_by: &'static str,
    /// The qualified name of its type, or of its items' type.
    pub(crate) value: &'static str,
    pub(crate) is_nullable: bool,
    /// What else it asks of values.
    pub(crate) asked: Option<&'static Constraints<&'static str>>,
}
