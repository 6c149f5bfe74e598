//! The schema of Microsoft Graph communications that is checked in, embedded: with the feature `graph`.
//!
//! The first file is a slice of Graph's metadata and says of itself where it came from; the second is our overlay. Both
//! are CSDL JSON.

use std::borrow::Cow;

use crate::{draft, fault::Faults, model::Model, source::Source};

/// The slice of Graph's metadata: CSDL JSON as `odatype slice` wrote it.
pub const COMMUNICATIONS: &str = include_str!("../graph/communications.csdl.json");

/// What the metadata does not say: the overlay that belongs to [`COMMUNICATIONS`].
pub const COMMUNICATIONS_OVERLAY: &str = include_str!("../graph/communications.overlay.json");

/// [`COMMUNICATIONS`] with its overlay, resolved.
///
/// # Errors
/// None with the files as they are published: tests hold that they load.
pub fn communications() -> Result<Model, Faults> {
    communications_with(&[])
}

/// [`communications`], with further overlays laid over it, in order.
///
/// # Errors
/// What is wrong in `overlays`: see [`load`](crate::load).
pub fn communications_with(overlays: &[Source<'_>]) -> Result<Model, Faults> {
    let source = |name: &str, text| Source { name: format!("embedded {name}"), text: Cow::Borrowed(text) };
    let mut all = vec![source("communications.overlay.json", COMMUNICATIONS_OVERLAY)];
    all.extend(overlays.iter().cloned());
    draft::load(&[source("communications.csdl.json", COMMUNICATIONS)], &all)
}
