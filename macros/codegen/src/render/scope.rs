//! What the renderers of a module's items share.

use proc_macro2::TokenStream;

use super::paths::Paths;
use crate::plan::Types;

/// Paths to the runtime and to the schema, and what types inherit.
pub(super) struct Scope<'p> {
    pub(super) paths: Paths<'p>,
    /// The path to the schema's static.
    pub(super) schema: TokenStream,
    pub(super) types: &'p Types,
}
