//! The names of properties, as the compiler checks them.

mod name;

use std::marker::PhantomData;

/// The name of a property: that of the structured type `T`, whose value is a `K` or, of a collection, a `[K]`.
///
/// Each generated type has one for each of its properties, inherited ones too, and the methods of
/// [`Structured`](crate::Structured) take it:
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Null, Presence, Structured, graph::Call};
/// let mut call = Call::new().with(Call::SUBJECT, "Lunch");
/// assert_eq!((call.subject(), Call::SUBJECT.name()), (Some("Lunch"), "subject"));
/// call.set(Call::SUBJECT, Null);
/// assert_eq!(call.presence(Call::SUBJECT), Presence::Null);
/// # }
/// ```
///
/// Source: CSDL JSON 4.01, sections 7 (structural property) and 8 (navigation property).
pub struct Property<T, K: ?Sized> {
    slot: u16,
    of: PhantomData<Of<T, K>>,
}

/// Whatever the two are, a property of them can be shared and sent.
type Of<T, K> = (fn(T), fn(&K));

impl<T, K: ?Sized> Property<T, K> {
    /// The property at `slot`.
    pub(crate) const fn at(slot: u16) -> Self {
        Self { slot, of: PhantomData }
    }

    pub(super) fn slot(self) -> u16 {
        self.slot
    }
}

impl<T, K: ?Sized> Clone for Property<T, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, K: ?Sized> Copy for Property<T, K> {}
