//! What the builders of items share.

use odatype_schema::Rulebook;

use super::{names::Names, uses::Uses};

/// What the builders of items read.
#[derive(Clone, Copy)]
pub(super) struct Build<'b, 'm> {
    pub(super) book: &'b Rulebook<'m>,
    pub(super) names: &'b Names,
    pub(super) uses: &'b Uses,
}
