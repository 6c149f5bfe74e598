//! Wire names into Rust names: every rule is here, and each looks at one name (variants: at two), so that a Rust name
//! stays as it is when something is added to the schema.
//!
//! - A name is split at what cannot be in an identifier and at `_` into *segments*, and these into *words*: before an
//!   upper-case letter that follows a lower-case letter or a digit, and before the last upper-case letter of a run that
//!   a lower-case letter follows (`OSDevice` is `OS`, `Device`). A lone lower-case letter belongs to the acronym beside
//!   it: in front at the start of a name (`iOSDevice` is `iOS`, `Device`), behind where nothing or a digit follows, or
//!   it is a plural's `s` (`IPv4`, `MHz`, `cloudPCs`).
//! - Types, variants: upper camel case; the segments with an upper-case first letter, otherwise as they are. A name all
//!   in upper case with several segments is taken word by word (`SHIFT_UP` is `ShiftUp`). A separator between two
//!   characters without case stays (`v4_0_3` is `V4_0_3`).
//! - Overloads of a function that are bound to the same: the one with the fewest parameters has the name alone, the
//!   others have `By` and the names of their parameters after it.
//! - Modules, getters: snake case of the words. Constants, of flags and of properties: the same in upper case. The
//!   constant of a property without letter case has an underscore at its end.
//! - Names are in Unicode's normalization form C, which the compiler brings identifiers to before it compares them.
//!   What cannot be written by itself at the start of one (an accent) gets an underscore before it.
//! - An outermost module is not called like a crate that code beside it may name (`odatype`, `std`, `core`, `alloc`):
//!   it gets an underscore at its end.
//! - An underscore at the start stays (`_id`), one is put before a digit at the start (`_24`).
//! - Of enum members that differ only in underscores and letter case, the one spelled with underscores gets one at its
//!   end.
//! - Keywords are written as raw identifiers; what cannot be raw, and what a generated type already has (`new`,
//!   `clone`, `get`, `set`, …; `Unknown`, `Unrecognized`; `TYPE_NAME`, of enumerations `MEMBERS`), gets an underscore
//!   at its end. A rename that gives such a name is refused.
//!
//! Source: OData CSDL JSON 4.01, section 15.1 (simple identifier); the Rust API guidelines, C-CASE.

mod case;
mod distance;
#[cfg(test)]
mod tests;
mod token;

use proc_macro2::Ident;

use case::{camel, normal, snake};
pub(crate) use distance::distance;
use token::{escape, is_identifier, token};

macro_rules! idents {
    ($($(#[$doc:meta])* $name:ident keeps $kept:expr),+ $(,)?) => {$(
        $(#[$doc])*
        ///
        /// Always a valid identifier, written without `r#`.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name as it is, for a rename table.
            ///
            /// # Errors
            /// If it is no Rust identifier, or one that is kept.
            pub fn given(text: &str) -> Result<Self, Ungiven> {
                given(text, $kept).map(Self)
            }

            /// The name without `r#`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The token.
            #[must_use]
            pub fn token(&self) -> Ident {
                token(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )+};
}

/// Why a name that is given cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ungiven {
    /// It is no identifier.
    NoName,
    /// Generated code has it for itself.
    Kept,
    /// It is a crate's, which code beside an outermost module names.
    Crate,
}

/// `text` as a name, unless it is one of `kept`: wire names get an underscore where a given one is refused.
fn given(text: &str, kept: &[&str]) -> Result<String, Ungiven> {
    let text = normal(text.strip_prefix("r#").unwrap_or(text));
    if !is_identifier(&text) {
        return Err(Ungiven::NoName);
    }
    if kept.contains(&&*text) { Err(Ungiven::Kept) } else { Ok(escape(text.into_owned())) }
}

/// `name`, with an underscore at its end where it is one of `kept` or cannot be an identifier.
fn beside(name: String, kept: &[&str]) -> String {
    if kept.contains(&name.as_str()) { name + "_" } else { escape(name) }
}

/// What every generated type has, or every structured type for its users: a getter of that name would hide it, and what
/// was to validate an object would read a property. Constants of structured types are beside it too.
const TAKEN: &[&str] = &[
    "TYPE_NAME",
    "__any",
    "__any_mut",
    "__record",
    "advise",
    "advise_json",
    "cast",
    "check",
    "check_json",
    "clone",
    "default",
    "delta",
    "downcast_mut",
    "downcast_ref",
    "edit",
    "get",
    "get_mut",
    "new",
    "presence",
    "push",
    "set",
    "take",
    "unset",
    "validate",
    "validate_json",
    "with",
    "without",
];

/// What flags have beside their members.
const OF_FLAGS: &[&str] = &["MEMBERS", "TYPE_NAME", "contains", "set", "to_wire"];

/// What enums of members have beside these.
const OF_ENUMS: &[&str] = &["Unrecognized"];

/// Crates that code beside an outermost module may name.
const CRATES: &[&str] = &["odatype", "std", "core", "alloc"];

idents! {
    /// The name of a struct, an enum or an alias.
    TypeIdent keeps &[],
    /// The name of a module.
    ModuleIdent keeps &[],
    /// The name of a getter.
    FieldIdent keeps TAKEN,
    /// The name of an enum's variant; one that is given is a member's.
    VariantIdent keeps OF_ENUMS,
    /// The name of an associated constant; one that is given is an allowed value's.
    ConstIdent keeps TAKEN,
}

impl TypeIdent {
    /// The type named `wire`; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn new(wire: &str) -> Option<Self> {
        camel(wire).map(|name| Self(escape(name)))
    }

    /// The tagged enum of a concrete type that others derive from.
    #[must_use]
    pub fn any(&self) -> Self {
        Self(format!("Any{}", self.0.trim_start_matches('_')))
    }

    /// The overload of a function that has these parameters; without any, the name alone.
    #[must_use]
    pub fn by<'p>(self, parameters: impl Iterator<Item = &'p str>) -> Self {
        let names: String = parameters.filter_map(camel).map(|name| name.trim_start_matches('_').to_owned()).collect();
        if names.is_empty() { self } else { Self(format!("{}By{names}", self.0)) }
    }

    /// The struct of an operation's required parameters.
    #[must_use]
    pub fn required(&self) -> Self {
        Self(format!("{}Required", self.0))
    }

    /// What a property that may hold several types is called: the type's name and the property's.
    #[must_use]
    pub fn union(&self, property: &str) -> Option<Self> {
        Some(Self(format!("{}{}", self.0, camel(property)?.trim_start_matches('_'))))
    }
}

impl ModuleIdent {
    /// The module of a namespace's segment or of a type; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn new(wire: &str) -> Option<Self> {
        snake(wire).map(|name| Self(escape(name)))
    }

    /// The outermost module of a namespace's first segment; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn outermost(wire: &str) -> Option<Self> {
        let Self(name) = Self::new(wire)?;
        Some(Self(beside(name, CRATES)))
    }

    /// The name as it is, for an outermost module.
    ///
    /// # Errors
    /// If it is no Rust identifier, or a crate's name.
    pub fn given_outermost(text: &str) -> Result<Self, Ungiven> {
        given(text, CRATES).map(Self).map_err(|why| if why == Ungiven::Kept { Ungiven::Crate } else { why })
    }

    /// This name and `suffix` after an underscore.
    #[must_use]
    pub fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}_{suffix}", self.0))
    }

    /// `prefixes` and this name, joined by underscores.
    #[must_use]
    pub fn with_prefixes(&self, prefixes: &[Self]) -> Self {
        let mut parts: Vec<&str> = prefixes.iter().map(Self::as_str).collect();
        parts.push(&self.0);
        Self(parts.join("_"))
    }
}

impl FieldIdent {
    /// The getter of the property named `wire`; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn new(wire: &str) -> Option<Self> {
        snake(wire).map(|name| Self(beside(name, TAKEN)))
    }
}

impl VariantIdent {
    /// The variant of the enum member named `wire`.
    #[must_use]
    pub fn member(wire: &str) -> Option<Self> {
        camel(wire).map(|name| Self(beside(name, OF_ENUMS)))
    }

    /// The variant that bears a type's whole name.
    #[must_use]
    pub fn whole(name: &TypeIdent) -> Self {
        Self(if name.0 == "Unknown" { "Unknown_".to_owned() } else { name.0.clone() })
    }

    /// The variant of a type that a property may hold: the whole name, after `prefix` for a type of another namespace.
    #[must_use]
    pub fn alternative(name: &TypeIdent, prefix: &[TypeIdent]) -> Self {
        let parts: String = prefix.iter().chain([name]).map(TypeIdent::as_str).collect();
        Self(if parts == "Unknown" { parts + "_" } else { parts })
    }

    /// This name for the member that is spelled with underscores, where another is spelled without.
    #[must_use]
    pub fn spelled(self) -> Self {
        Self(self.0 + "_")
    }

    /// The variant of the type `derived` in the enum of `base`: `prefix` (the namespace's segments that the base's does
    /// not have) and the derived type's name without the base's at its end.
    #[must_use]
    pub fn derived(base: &TypeIdent, derived: &TypeIdent, prefix: &[TypeIdent]) -> Self {
        let short = derived.0.strip_suffix(base.0.as_str()).filter(|rest| {
            let rest = rest.trim_matches('_');
            !rest.is_empty() && rest != "Unknown"
        });
        let mut name: String = prefix.iter().map(TypeIdent::as_str).collect();
        name.push_str(short.unwrap_or(&derived.0));
        Self(if name == "Unknown" { name + "_" } else { escape(name) })
    }
}

impl ConstIdent {
    /// The constant of the flag named `wire`; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn flag(wire: &str) -> Option<Self> {
        snake(wire).map(|name| Self(beside(upper(&name), OF_FLAGS)))
    }

    /// The name as it is, for a flag.
    ///
    /// # Errors
    /// If it is no Rust identifier, or one that flags have for themselves.
    pub fn given_flag(text: &str) -> Result<Self, Ungiven> {
        given(text, OF_FLAGS).map(Self)
    }

    /// The constant of the allowed value that is named `wire`; `None` if nothing of it can be in a name.
    #[must_use]
    pub fn allowed(wire: &str) -> Option<Self> {
        snake(wire).map(|name| Self(beside(upper(&name), TAKEN)))
    }

    /// The constant of the property that has `getter`; an underscore tells them apart in scripts without letter case.
    #[must_use]
    pub fn property(getter: &FieldIdent) -> Self {
        let name = beside(upper(&getter.0), TAKEN);
        Self(if name == getter.0 { name + "_" } else { name })
    }

    /// This name for the member that is spelled with underscores, where another is spelled without.
    #[must_use]
    pub fn spelled(self) -> Self {
        Self(self.0 + "_")
    }
}

/// `name` in upper case.
fn upper(name: &str) -> String {
    normal(&name.to_uppercase()).into_owned()
}
