//! Where the member is that will be asked for next.

use std::sync::atomic::{AtomicU16, Ordering::Relaxed};

/// How far from its object's node the member is that comes after the one which was asked for last: who asks for all often does so
/// in the order in which they were written. And whether many were looked through already.
///
/// It is a guess, which threads that read one object may spoil for each other.
pub(super) struct Next(AtomicU16);

/// Whether many were looked through.
const FAR: u16 = 1 << 15;

impl Next {
    /// The first member of an object, which is behind its tag, if that is `tagged`.
    #[inline]
    pub(super) fn first(tagged: bool) -> Self {
        Self(AtomicU16::new(1 + u16::from(tagged)))
    }

    #[inline]
    pub(super) fn distance(&self) -> usize {
        usize::from(self.0.load(Relaxed) & !FAR)
    }

    #[inline]
    pub(super) fn set(&self, distance: usize) {
        if let Ok(distance) = u16::try_from(distance)
            && distance < FAR
        {
            self.0.store(self.0.load(Relaxed) & FAR | distance, Relaxed);
        }
    }

    /// Whether many were looked through.
    #[inline]
    pub(super) fn is_far(&self) -> bool {
        self.0.load(Relaxed) & FAR != 0
    }

    pub(super) fn set_far(&self) {
        self.0.store(self.0.load(Relaxed) | FAR, Relaxed);
    }
}
