//! What is asked of objects as a whole: which of it a type has, and which of it somebody asks for.

use std::ops::{BitAnd, BitOr};

use odatype_table::{Access, Member, Profile, Structured};

/// Some of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asks(u8);

impl Asks {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);
    /// Whether required parameters are there.
    pub(crate) const REQUIRED: Self = Self(1);
    /// Whether properties are there that who makes an object must give.
    pub(crate) const NEEDED: Self = Self(2);
    /// Whether properties are there that the service makes.
    pub(crate) const COMPUTED: Self = Self(4);
    /// Whether properties are there that are only read.
    pub(crate) const READ_ONLY: Self = Self(8);
    /// Whether properties are there that do not change.
    pub(crate) const IMMUTABLE: Self = Self(16);
    /// What refuses nothing.
    pub(crate) const ADVICE: Self = Self(4 | 8 | 16);

    /// What `profile` asks.
    pub(crate) fn of(profile: Profile) -> Self {
        match profile {
            Profile::Tolerant => Self::NONE,
            Profile::Create => Self::REQUIRED | Self::NEEDED,
            _ => Self::REQUIRED,
        }
    }

    /// The same, and what there is to advise. What does not change may be given to an object that is made.
    #[cfg(feature = "validate")]
    pub(crate) fn with_advice(profile: Profile) -> Self {
        let advice = if profile == Profile::Create { Self::COMPUTED | Self::READ_ONLY } else { Self::ADVICE };
        Self::of(profile) | advice
    }

    /// What `member` is asked for, which is of the type `ty` itself.
    pub(super) fn about<S>(ty: &Structured<S>, member: &Member<S>) -> Self {
        let if_so = |ask: Self, is_so: bool| if is_so { ask } else { Self::NONE };
        if_so(Self::REQUIRED, member.is_required)
            | if_so(Self::NEEDED, ty.needs(member))
            | match member.access {
                Access::Free => Self::NONE,
                Access::Immutable => Self::IMMUTABLE,
                Access::Computed => Self::COMPUTED,
                Access::ReadOnly => Self::READ_ONLY,
            }
    }

    /// Whether any of `other` is among these.
    #[inline]
    pub(crate) fn any_of(self, other: Self) -> bool {
        self & other != Self::NONE
    }
}

impl BitOr for Asks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Asks {
    type Output = Self;

    #[inline]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
