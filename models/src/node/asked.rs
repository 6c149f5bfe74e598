//! What of an object is kept once it was asked for.

/// One thing that is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asked {
    /// The typed value of the member at a slot.
    Slot(u16),
    /// Where the declared members of the object that was read are, by their slots.
    Places,
    /// Where its undeclared members are, by their names.
    Names,
}

impl Asked {
    /// The number under which it is kept. Slots have 16 bits.
    #[inline]
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Slot(slot) => slot.into(),
            Self::Places => 1 << 16,
            Self::Names => 2 << 16,
        }
    }
}
