//! The guide's chapters: their blocks of Rust are this package's documentation tests, since it has all that they use.

/// The chapters, by their files' names.
macro_rules! chapters {
    ($($name:ident)*) => {
        $(
            #[cfg(doctest)]
            #[doc = include_str!(concat!("../../docs/guide/", stringify!($name), ".md"))]
            pub mod $name {}
        )*

        /// Their names.
        pub const CHAPTERS: &[&str] = &[$(stringify!($name)),*];
    };
}

chapters! { odata your_own_service calls null_and_absent unknown a_bad_field testing updates from_json }
