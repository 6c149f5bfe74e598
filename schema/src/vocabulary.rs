//! The terms of vocabularies that mean something here, each named once.
//!
//! Source: OData vocabularies Org.OData.Core.V1, Org.OData.Validation.V1 and Org.OData.Capabilities.V1.

/// Whatever the vocabularies that everybody knows have in common; their types need not be at hand.
pub(crate) const WELL_KNOWN: &str = "Org.OData.";

pub use odatype_table::validation;

/// Org.OData.Core.V1.
pub mod core {
    pub use odatype_table::access::{COMPUTED, IMMUTABLE, PERMISSIONS};

    /// The namespace.
    pub const NAMESPACE: &str = "Org.OData.Core.V1";
    /// Instances have properties beside the declared ones, or have none, whatever `OpenType` says.
    pub const ADDITIONAL_PROPERTIES: &str = "Org.OData.Core.V1.AdditionalProperties";
    /// What something is, in a sentence.
    pub const DESCRIPTION: &str = "Org.OData.Core.V1.Description";
    /// What something is, at length.
    pub const LONG_DESCRIPTION: &str = "Org.OData.Core.V1.LongDescription";
    /// A parameter that may be left out.
    pub const OPTIONAL_PARAMETER: &str = "Org.OData.Core.V1.OptionalParameter";
    /// A value that something may have.
    pub const EXAMPLE: &str = "Org.OData.Core.V1.Example";
    /// Names of operations.
    pub const EXPLICIT_OPERATION_BINDINGS: &str = "Org.OData.Core.V1.ExplicitOperationBindings";
    /// Media types that a stream or binary value may have.
    pub const ACCEPTABLE_MEDIA_TYPES: &str = "Org.OData.Core.V1.AcceptableMediaTypes";
    /// The service makes the value where none is given.
    pub const COMPUTED_DEFAULT_VALUE: &str = "Org.OData.Core.V1.ComputedDefaultValue";
    /// Text of some language.
    pub const IS_LANGUAGE_DEPENDENT: &str = "Org.OData.Core.V1.IsLanguageDependent";
    /// Text that names a media type.
    pub const IS_MEDIA_TYPE: &str = "Org.OData.Core.V1.IsMediaType";
    /// Text that is a URL.
    pub const IS_URL: &str = "Org.OData.Core.V1.IsURL";
    /// The media type of a stream or binary value.
    pub const MEDIA_TYPE: &str = "Org.OData.Core.V1.MediaType";
    /// When something was added or is to go.
    pub const REVISIONS: &str = "Org.OData.Core.V1.Revisions";
    /// The name of an allowed value.
    pub const SYMBOLIC_NAME: &str = "Org.OData.Core.V1.SymbolicName";

    /// Names of terms that mean nothing here.
    const OTHERS: [&str; 27] = [
        "AlternateKeys",
        "AnyStructure",
        "AppliesViaContainer",
        "AutoExpand",
        "AutoExpandReferences",
        "ContentDisposition",
        "ContentID",
        "ConventionalIDs",
        "DataModificationException",
        "DefaultNamespace",
        "DereferenceableIDs",
        "GeometryFeature",
        "IsDelta",
        "Links",
        "MayImplement",
        "Messages",
        "ODataVersions",
        "OperationAvailable",
        "OptimisticConcurrency",
        "Ordered",
        "PositionalInsert",
        "RequiresExplicitBinding",
        "RequiresType",
        "ResourceException",
        "ResourcePath",
        "SchemaVersion",
        "ValueException",
    ];

    /// The names, without the namespace, of the terms that the vocabulary has.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        let terms = [
            ADDITIONAL_PROPERTIES,
            DESCRIPTION,
            LONG_DESCRIPTION,
            OPTIONAL_PARAMETER,
            EXAMPLE,
            EXPLICIT_OPERATION_BINDINGS,
            ACCEPTABLE_MEDIA_TYPES,
            COMPUTED,
            COMPUTED_DEFAULT_VALUE,
            IMMUTABLE,
            IS_LANGUAGE_DEPENDENT,
            IS_MEDIA_TYPE,
            IS_URL,
            MEDIA_TYPE,
            PERMISSIONS,
            REVISIONS,
            SYMBOLIC_NAME,
        ];
        terms.into_iter().filter_map(super::simple).chain(OTHERS)
    }
}

/// Org.OData.Capabilities.V1: what a service does not do.
///
/// The values are objects.
pub mod capabilities {
    /// Reading; `Readable` is whether one may, and `ReadByKeyRestrictions` has the same of reading one of many.
    pub const READ_RESTRICTIONS: &str = "Org.OData.Capabilities.V1.ReadRestrictions";
    /// Making; `Insertable` is whether one may.
    pub const INSERT_RESTRICTIONS: &str = "Org.OData.Capabilities.V1.InsertRestrictions";
    /// Changing; `Updatable` is whether one may.
    pub const UPDATE_RESTRICTIONS: &str = "Org.OData.Capabilities.V1.UpdateRestrictions";
    /// Deleting; `Deletable` is whether one may.
    pub const DELETE_RESTRICTIONS: &str = "Org.OData.Capabilities.V1.DeleteRestrictions";
}

/// Our own terms: where a slice came from, and what CSDL JSON has no place for.
pub mod own {
    /// The namespace of our own terms.
    pub const NAMESPACE: &str = "odatype.V1";

    /// The term whose value says where a slice came from.
    pub const PROVENANCE: &str = "odatype.V1.Provenance";

    /// The term whose value, on a type that is several versions of one, lists them in ascending order, `-` for the name
    /// without a version.
    pub const VERSIONS: &str = "odatype.V1.Versions";

    /// The term whose value is a thing's name in Rust.
    pub const RUST_NAME: &str = "odatype.V1.RustName";

    /// The term whose value, on the first namespace, lists the names of the structured types that a slice left out.
    pub const OUTSIDE: &str = "odatype.V1.Outside";
    /// The term whose value, on a rule, lists the rules of the same term that hold beside it: in CSDL JSON all of them
    /// would be one member. Each is an object with its `Value` and, as in any object, its annotations.
    pub const ALSO: &str = "odatype.V1.Also";
    /// The term whose value holds operations that share their name with a type, or functions that share it with
    /// actions.
    ///
    /// In CSDL XML services do so; in CSDL JSON both would be one member. The value, on the namespace, is an object
    /// with the overloads by name, each as CSDL JSON writes it.
    pub const OVERLOADS: &str = "odatype.V1.Overloads";

    /// The names, without the namespace, of all our terms.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let terms = [PROVENANCE, VERSIONS, OUTSIDE, ALSO, OVERLOADS, RUST_NAME];
        terms.into_iter().filter_map(super::simple)
    }
}

/// The name of a term without its namespace.
fn simple(term: &'static str) -> Option<&'static str> {
    term.rsplit_once('.').map(|(_, name)| name)
}

/// Terms whose values list names of types.
pub(crate) const TYPE_LISTS: [&str; 2] =
    [validation::DERIVED_TYPE_CONSTRAINT, validation::OPEN_PROPERTY_TYPE_CONSTRAINT];

/// Whether the text values of `term` are qualified names, in which an alias may stand.
pub(crate) fn names_things(term: &str) -> bool {
    TYPE_LISTS.contains(&term) || term == core::EXPLICIT_OPERATION_BINDINGS
}
