//! What the renderers of a module's items share.

use proc_macro2::TokenStream;

use super::paths::Paths;

/// Paths to the runtime and to the schema.
pub(super) struct Scope<'p> {
    pub(super) paths: Paths<'p>,
    /// The path to the schema's static.
    pub(super) schema: TokenStream,
}
