//! The expansions of small schemas are what is checked in, and compile without a warning.
//!
//! After a change of the generator: `ODATYPE_BLESS=1 cargo test -p odatype-tests --test golden`, and look at the
//! differences.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
#![deny(warnings, missing_docs, nonstandard_style, rustdoc::all, unused)]

use std::{fs, path::Path};

use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};

/// Each is compiled as it is checked in.
macro_rules! golden {
    ($($name:ident => $file:literal),+ $(,)?) => {
        $(
            #[doc = concat!("As checked in: ", $file, ".")]
            #[path = $file]
            #[allow(unused, reason = "only that it compiles matters here")]
            pub mod $name;
        )+

        #[test]
        fn expansions_are_as_checked_in() {
            let stale: Vec<&str> = [$(stringify!($name)),+].into_iter().filter(|name| !is_current(name)).collect();
            assert!(stale.is_empty(), "not as checked in: {stale:?}; to accept what is made now: \
                ODATYPE_BLESS=1 cargo test -p odatype-tests --test golden");
        }
    };
}

golden! {
    calls => "../golden/calls.rs",
    constraints => "../golden/constraints.rs",
    names => "../golden/names.rs",
    primitives => "../golden/primitives.rs",
}

/// Whether the file for `name` is what is made now; it is, once it was blessed.
fn is_current(name: &str) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let schema = folder.join(format!("{name}.csdl.json"));
    let model = odatype_schema::load_files(&[schema], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let plan = plan(&model, &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let options =
        Options { runtime: "::odatype".parse().unwrap_or_default(), source: String::new(), files: Vec::new() };
    let header = format!("The expansion of `{name}.csdl.json`, see `tests/tests/golden.rs`.");
    let made = expand_to_string(&plan, &options, &header).unwrap();
    let file = folder.join(format!("{name}.rs"));
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    fs::read_to_string(&file).is_ok_and(|checked_in| checked_in.replace("\r\n", "\n") == made)
}
