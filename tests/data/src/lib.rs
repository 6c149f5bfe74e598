//! Tests that need real metadata and payloads, which are not part of this repository: the environment variable
//! `ODATYPE_DATA` names the folder that has them.
//!
//! Whether a test is ignored is written in its attributes, and so decided when it is compiled. This is done by a macro
//! and not by build scripts, since published packages have such tests too, and who uses those would run their scripts.

use proc_macro::TokenStream;

/// The variable.
const VARIABLE: &str = "ODATYPE_DATA";

/// A test that needs the data: [`test`](core::prelude::v1::test), and `ignore` with the reason where there is none.
/// Where the variable `CI` is set the test is run all the same, and fails. It is compiled again when either changes.
#[proc_macro_attribute]
pub fn test(_: TokenStream, function: TokenStream) -> TokenStream {
    let is_set = |variable: &str| std::env::var_os(variable).is_some();
    let ignored = if is_set(VARIABLE) || is_set("CI") {
        String::new()
    } else {
        format!("#[ignore = \"{VARIABLE} is not set: it names the folder with real metadata and payloads\"]")
    };
    let watched = [VARIABLE, "CI"]
        .map(|variable| format!("const _: ::core::option::Option<&str> = ::core::option_env!({variable:?});"))
        .concat();
    let before = format!("{watched} #[::core::prelude::v1::test] {ignored}");
    // What is written here is code.
    let before: TokenStream = before.parse().unwrap_or_default();
    before.into_iter().chain(function).collect()
}

/// The absolute path of the folder with the data, a [`PathBuf`](std::path::PathBuf); in a test that the attribute
/// [`macro@test`] is on. `folder!()` fails where none is named.
#[proc_macro]
pub fn folder(_: TokenStream) -> TokenStream {
    let path = format!(
        "match ::std::env::var_os({VARIABLE:?}) {{
            Some(folder) => ::std::path::absolute(folder).unwrap(),
            None => panic!(\"{VARIABLE} is not set\"),
        }}"
    );
    path.parse().unwrap_or_default()
}
