//! Drafts, checked as far as is asked of them.

use super::{SliceError, names, slice};
use crate::{draft::Draft, fault::Faults, model::Model};

impl Draft {
    /// What `roots` reach, cut out and then checked: see [`slice()`]. Of what they do not reach nothing is asked.
    ///
    /// # Errors
    /// Everything that is wrong in the documents by themselves and in overlays; or else every root that names nothing;
    /// or else everything that is wrong with what they reach, rules aside.
    pub fn slice<R: AsRef<str>>(self, roots: &[R]) -> Result<Model, SliceError> {
        self.cut(|model| slice(model, roots).map_err(SliceError::Roots))
    }

    /// The whole, checked as far as `roots` reach: what is broken beyond is left out, and its name is known. A root is
    /// as [`slice()`] has it, or a collection of it; one that names nothing reaches nothing.
    ///
    /// # Errors
    /// Everything that is wrong in the documents by themselves, in overlays, and with what the roots reach, rules
    /// aside.
    pub fn focus<R: AsRef<str>>(self, roots: &[R]) -> Result<Model, Faults> {
        self.around(|model| names(model, roots))
    }
}
