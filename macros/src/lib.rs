//! The procedural macro behind `odatype::schema!`: arguments, spans, one call; the work is in `odatype-codegen`.
//!
//! Use it through the crate `odatype`, whose documentation describes the arguments. The macro reads the files it is
//! told to, the variable `CARGO_MANIFEST_DIR`, those that its arguments name, and nothing else.

mod arguments;
mod expand;
mod files;
mod text;

use proc_macro::TokenStream;

/// `odatype::schema!`, after the runtime crate's path in brackets.
#[doc(hidden)]
#[proc_macro]
pub fn schema_impl(input: TokenStream) -> TokenStream {
    expand::expand(input.into()).into()
}
