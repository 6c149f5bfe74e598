//! `--profile`.

use clap::ValueEnum;

/// What a payload is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// What one may send: closed types closed, members of enumerations known, an action's required parameters there,
    /// tags exact, and every constraint of the schema and its overlays kept
    Strict,
    /// What must be readable, which is what decoding accepts: what is declared and present has its JSON shape or is
    /// null; everything else is free
    Tolerant,
}

impl Profile {
    /// Its name on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Tolerant => "tolerant",
        }
    }
}

impl From<Profile> for odatype_table::Profile {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Strict => Self::Strict,
            Profile::Tolerant => Self::Tolerant,
        }
    }
}
