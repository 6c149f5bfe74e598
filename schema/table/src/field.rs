//! The words of the text form, for writing and reading alike.
//!
//! A row is lines, a line is fields between tabs. No name or value in it has a control character.
//!
//! ```text
//! <kind> <qualified name> <base index or -> <flags> [<versions>]
//! <name> <type> <flags> [<constraint>…]
//! ```
//!
//! - kind: one of [`kind`]. Flags of a type: `a` abstract, `o` open, in this order, `x` of an enumeration
//!   that is exhaustive; `-` for none.
//! - Versions that are one type stand between commas.
//! - After a structured type's or an operation's first line: one line for each of its own properties or parameters.
//!   Type: a built-in type without `Edm.`, or `#<index>` of a row, after `*` if it is a collection. Flags, in this
//!   order: `n` nullable, `r` required, `v` navigation property, `d` narrowed by a type that derives, `u` of an unknown
//!   type, `i` immutable, `c` computed, `s` for the service to write, `f` filled where it is left out; `-` for none.
//! - Constraints, each a field `<key>=<value>` with a key of [`key`]. [`key::VALUES`] is a JSON array, [`key::DERIVED`]
//!   indices and [`key::TYPES`] types between commas; what can be there several times is several fields. After
//!   [`key::OF`] with the place of one of those types, from 0, come constraints of that type.
//! - What dynamic properties may be is a line whose name is empty, with the types between commas and their constraints.
//! - An enumeration type has a line for each member: `<name> <value>`.
//! - A union has one line, the alternatives between commas.

/// Kinds of rows: complex and entity types, bodies of actions, what functions are given, enumeration types, those whose
/// members combine, unions.
pub(crate) mod kind {
    pub(crate) const COMPLEX: &str = "complex";
    pub(crate) const ENTITY: &str = "entity";
    pub(crate) const ACTION: &str = "action";
    pub(crate) const FUNCTION: &str = "function";
    pub(crate) const ENUM: &str = "enum";
    pub(crate) const FLAGS: &str = "flags";
    pub(crate) const UNION: &str = "union";
}

/// No base, no flags.
pub(crate) const NONE: &str = "-";

/// Flags of types.
pub(crate) const ABSTRACT: char = 'a';
/// See [`ABSTRACT`].
pub(crate) const OPEN: char = 'o';
/// See [`ABSTRACT`].
pub(crate) const EXHAUSTIVE: char = 'x';

/// Flags of members.
pub(crate) const NULLABLE: char = 'n';
/// See [`NULLABLE`].
pub(crate) const REQUIRED: char = 'r';
/// See [`NULLABLE`].
pub(crate) const NAVIGATION: char = 'v';
/// See [`NULLABLE`].
pub(crate) const NARROWED: char = 'd';
/// See [`NULLABLE`].
pub(crate) const UNKNOWN: char = 'u';
/// See [`NULLABLE`].
pub(crate) const IMMUTABLE: char = 'i';
/// See [`NULLABLE`].
pub(crate) const COMPUTED: char = 'c';
/// See [`NULLABLE`].
pub(crate) const READ_ONLY: char = 's';
/// See [`NULLABLE`].
pub(crate) const DEFAULT: char = 'f';

/// Before the type of a collection.
pub(crate) const COLLECTION: char = '*';
/// Before a row's index.
pub(crate) const INDEX: char = '#';

/// Keys of constraints.
pub(crate) mod key {
    /// A pattern that an engine without backtracking runs.
    pub(crate) const PATTERN: &str = "pattern";
    /// A pattern that none does.
    pub(crate) const BACKTRACKING: &str = "backtracking";
    pub(crate) const MINIMUM: &str = "min";
    pub(crate) const ABOVE: &str = "above";
    pub(crate) const MAXIMUM: &str = "max";
    pub(crate) const BELOW: &str = "below";
    pub(crate) const MULTIPLE: &str = "multiple";
    pub(crate) const MIN_ITEMS: &str = "minitems";
    pub(crate) const MAX_ITEMS: &str = "maxitems";
    pub(crate) const MAX_LENGTH: &str = "maxlen";
    pub(crate) const ASCII: &str = "ascii";
    pub(crate) const WHOLE: &str = "whole";
    pub(crate) const FRACTION: &str = "fraction";
    pub(crate) const TOTAL: &str = "total";
    pub(crate) const SIGNIFICANT: &str = "significant";
    pub(crate) const VALUES: &str = "values";
    pub(crate) const DERIVED: &str = "derived";
    pub(crate) const TYPES: &str = "types";
    /// Whose constraints follow.
    pub(crate) const OF: &str = "of";
}
