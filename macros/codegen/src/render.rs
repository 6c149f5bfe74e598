//! Writes a plan as tokens; decides nothing.
//!
//! What is emitted thousands of times (accessors) is built token by token, everything else is quoted.

mod accessor;
mod constructor;
mod enums;
mod family;
mod module;
mod paths;
mod record;
mod scope;
mod spelled;
mod tokens;

use std::path::PathBuf;

use odatype_table::FORMAT;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

#[cfg(feature = "format")]
pub(crate) use self::module::items as module_items;
pub use self::spelled::{Spelled, spelled, spelled_response};
use self::tokens::Doc;
use crate::plan::Plan;

/// How a plan is written.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path of the runtime crate, such as `::odatype`.
    pub runtime: TokenStream,
    /// Whether descriptions go with the schema, for JSON Schema made at run time.
    pub docs: bool,
    /// Files that the expansion depends on, with absolute paths: when one changes, the compiler expands again.
    pub files: Vec<PathBuf>,
}

/// Reads the path of a runtime crate, such as `::odatype` or `crate::types`.
///
/// # Errors
/// If it is none: what was expected.
pub fn runtime(text: &str) -> Result<TokenStream, String> {
    let is_name = |name: &str| {
        name.chars().all(|character| character == '_' || character.is_alphanumeric())
            && !name.starts_with(|character: char| character.is_numeric())
            && !matches!(name, "" | "_")
    };
    let is_path = text.strip_prefix("::").unwrap_or(text).split("::").all(is_name);
    text.parse().ok().filter(|_| is_path).ok_or_else(|| "expected a Rust path, as in `::odatype` or `crate`".to_owned())
}

/// The items of `plan`.
#[must_use]
pub fn render(plan: &Plan, options: &Options) -> TokenStream {
    let head = head(plan, options);
    let modules: TokenStream =
        plan.modules.iter().map(|module| module::render(module, &plan.types, &options.runtime)).collect();
    quote!(#head #modules)
}

/// What stands before the modules: the schema, and how to decode by a type's name.
pub(crate) fn head(plan: &Plan, options: &Options) -> TokenStream {
    let runtime = &options.runtime;
    let doc = Doc(&plan.doc);
    let table = plan.table.iter().map(|row| Literal::string(row));
    let aliases = plan.aliases.iter().map(|(alias, namespace)| quote!((#alias, #namespace)));
    let outside = &plan.outside;
    let has_docs = options.docs && plan.docs.iter().any(|row| !row.is_empty());
    let docs = plan.docs.iter().filter(|_| has_docs).map(|row| Literal::string(row));
    let format = Literal::u32_unsuffixed(FORMAT);
    let dependencies = dependencies(&options.files);
    quote! {
        #doc
        pub static SCHEMA: #runtime::Schema = #runtime::Schema::new(
            #format,
            &[#(#table),*],
            &[#(#aliases),*],
            #outside,
            &[#(#docs),*],
        );

        /// Decodes `json` as the type that `type_name` names, or as what its tag says where that derives from it.
        ///
        /// An action's body is named as the action, with what it is bound to in parentheses where there are several.
        /// What functions are given is no payload.
        ///
        /// # Errors
        /// If the schema has no such type, or if the value is not of it.
        pub fn decode(
            type_name: &::core::primitive::str,
            json: &[::core::primitive::u8],
        ) -> ::core::result::Result<::std::boxed::Box<dyn #runtime::Object>, #runtime::Error> {
            SCHEMA.decode(type_name, json)
        }

        /// The structured types and the actions' bodies of the schema.
        pub fn types() -> impl ::core::iter::Iterator<Item = #runtime::TypeInfo<'static>> {
            SCHEMA.types()
        }

        #dependencies
    }
}

/// What makes the compiler expand again when one of `files` changes.
#[must_use]
pub fn dependencies(files: &[PathBuf]) -> TokenStream {
    let files = files.iter().map(|file| file.to_string_lossy().into_owned());
    quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#files);)*)
}

#[cfg(test)]
mod tests {
    use super::runtime;

    #[test]
    fn runtimes() {
        for text in ["::odatype", "crate", "crate::types", "_a1"] {
            assert_eq!(runtime(text).unwrap().to_string().replace(' ', ""), text);
        }
        for text in ["", "::", "a::", "a b", "1a", "a:b", "_", "::::a"] {
            assert!(runtime(text).is_err(), "{text}");
        }
    }
}
