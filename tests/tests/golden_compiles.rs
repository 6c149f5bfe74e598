//! The golden expansions compile without a warning, documentation included.

#![deny(warnings, missing_docs, nonstandard_style, rustdoc::all, unused)]

/// Each is compiled as it is checked in.
macro_rules! golden {
    ($($name:ident => $file:literal),+ $(,)?) => {
        $(
            #[doc = concat!("As checked in: ", $file, ".")]
            #[path = $file]
            #[allow(dead_code, unused_imports, reason = "only that it compiles matters here")]
            pub mod $name;
        )+

        #[test]
        fn all_are_compiled() {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
            let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
            let there = files.filter(|file| file.path().extension().is_some_and(|extension| extension == "rs")).count();
            assert_eq!([$(stringify!($name)),+].len(), there, "an expansion is not listed here");
        }
    };
}

golden! {
    calls => "../golden/calls.rs",
    constraints => "../golden/constraints.rs",
    functions => "../golden/functions.rs",
    names => "../golden/names.rs",
    primitives => "../golden/primitives.rs",
}
