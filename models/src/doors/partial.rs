//! Values of which a part does not fit.

use serde::{Deserialize, Deserializer};

use super::{Decode, serde_bridge};
use crate::{error::Error, finding::Findings};

/// A value in which everything that fits is typed, and what does not: a date without an offset, `"0"` for a number.
///
/// What does not fit, a member or one item of a collection, costs only itself: it is kept as JSON text, its getter gives
/// `None`, [`dynamic`](crate::Structured::dynamic) gives the text, and writing gives it back. Where a web framework takes
/// what `serde` can read, it takes this.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Partial, Structured, graph::Call};
/// let json = br#"{"subject":"Lunch","callChainId":5}"#;
/// assert!(odatype::from_slice::<Call>(json).is_err());
/// let Partial { value: call, findings, .. } = odatype::from_slice_partial::<Call>(json)?;
/// assert_eq!((call.subject(), call.call_chain_id()), (Some("Lunch"), None));
/// assert_eq!(call.dynamic("callChainId").unwrap().text(), "5");
/// assert_eq!(findings[0].pointer(), "/callChainId");
/// assert_eq!(odatype::to_vec(&call), json);
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Partial<T> {
    /// The value.
    pub value: T,
    /// What does not fit, if anything.
    pub findings: Findings,
}

/// Decodes JSON text, keeping what does not fit as JSON text: see [`Partial`].
///
/// # Errors
/// If `json` is not JSON, or if a member comes twice in one object.
pub fn from_slice_partial<T: Decode>(json: &[u8]) -> Result<Partial<T>, Error> {
    T::decode_partial(json)
}

impl<T> Partial<T> {
    pub(super) fn new((value, findings): (T, Findings)) -> Self {
        Self { value, findings }
    }

    /// The same with another value.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Partial<U> {
        Partial { value: make(self.value), findings: self.findings }
    }
}

impl<'de, T: Decode> Deserialize<'de> for Partial<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_bridge::decode_with(deserializer, T::decode_partial)
    }
}
