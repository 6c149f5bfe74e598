//! The rules that findings are about.

use std::fmt;

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// The rule that a payload breaks. Its code is stable; rules may be added.
        ///
        /// | code | what is wrong |
        /// | --- | --- |
        $(#[doc = concat!("| `", $code, "` |", $($doc,)+ " |")])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The rule's code: a word in lower case, for output that programs read.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What is wrong where it is broken, in a sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

rules! {
    /// The text is not JSON.
    Syntax = "syntax",
    /// An object has a member twice.
    Repeated = "repeated",
    /// A value is of another kind than declared, null included.
    Type = "type",
    /// Text is not the text form of the declared primitive type.
    Text = "text",
    /// An object's tag (`@odata.type`) is missing, misspelt, twice there, or of a type that may not stand there.
    Tag = "tag",
    /// Text names no member of the enumeration type.
    Member = "member",
    /// A value is none of the allowed ones.
    Allowed = "allowed",
    /// A closed type does not declare the member.
    Undeclared = "undeclared",
    /// A required member is missing.
    Required = "required",
    /// A value is out of its range.
    Range = "range",
    /// A number is no multiple of what it should be.
    Multiple = "multiple",
    /// A number has more digits than it may have, or a time too fine a fraction of a second.
    Digits = "digits",
    /// Text is too long, or has characters beyond ASCII where it may not.
    Length = "length",
    /// Text does not match a pattern of the schema.
    Pattern = "pattern",
    /// A collection has too many or too few items.
    Count = "count",
    /// A member whose value the service makes, so that what is sent is ignored (`Core.Computed`); advice.
    Computed = "computed",
    /// A member that clients only read (`Core.Permissions`); advice.
    ReadOnly = "read-only",
    /// A member that does not change once its object is there (`Core.Immutable`); advice.
    Immutable = "immutable",
    /// Control information (`@odata.…`), or an advertised operation, is not of its form.
    Control = "control",
    /// Anything else.
    Other = "other",
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The payload is not valid.
    Error,
    /// The value was not held against the rule, because no check without backtracking can: it may be right or wrong.
    NotChecked,
    /// The payload is valid, and something in it is to no effect: services ignore it. Only who asks for advice is told.
    Advice,
}

impl Level {
    /// The level in lower case, for output that programs read: `error`, `not checked`, `advice`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::NotChecked => "not checked",
            Self::Advice => "advice",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
