//! What the builders of items share.

use odatype_schema::Rulebook;

use super::{item::Constant, names::Names, uses::Uses};

/// What the builders of items read.
#[derive(Clone, Copy)]
pub(super) struct Build<'b, 'm> {
    pub(super) book: &'b Rulebook<'m>,
    pub(super) names: &'b Names,
    pub(super) uses: &'b Uses,
}

/// What was made of a row before its items.
#[derive(Default)]
pub(super) struct Parts {
    /// The constants of its allowed values.
    pub(super) constants: Vec<Constant>,
    /// The paragraph of its example.
    pub(super) example: String,
}
