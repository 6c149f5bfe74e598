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
    /// What one may send to make something: as strict, and every property is there that is never null and has no
    /// default, and whose value the service does not make. Many services declare more than they mean: only for those
    /// that mean it
    Create,
}

impl Profile {
    /// Its name on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Tolerant => "tolerant",
            Self::Create => "create",
        }
    }
}

impl From<Profile> for odatype_table::Profile {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Strict => Self::Strict,
            Profile::Tolerant => Self::Tolerant,
            Profile::Create => Self::Create,
        }
    }
}
