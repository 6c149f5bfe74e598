//! The rivals: the same types by serde's derive, in three styles, and validators generated from the same JSON Schema.

/// Modules that the build script writes.
macro_rules! generated {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[allow(
            dead_code,
            missing_docs,
            non_camel_case_types,
            non_snake_case,
            clippy::all,
            clippy::pedantic,
            reason = "generated"
        )]
        pub mod $name {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
        }
    )+};
}

generated! {
    /// The plain derive: no polymorphism, what is not declared is dropped. Structs are boxed where a type contains
    /// itself.
    plain,
    /// The plain derive with every nested struct boxed.
    boxed,
    /// The boxed one without what our overlay adds to a call: it drops a third of the policy-recording notification.
    bare,
    /// The usual way to lose nothing: an enum with `tag` for each type that others derive from, and a map with
    /// `flatten`.
    lossless,
    /// As the boxed one, derived by miniserde. A member of an enumeration that it does not know is an error to it.
    by_miniserde,
    /// The same by facet.
    by_facet,
}

/// Validators that jsonschema's macro generates.
#[allow(clippy::all, clippy::pedantic, reason = "generated")]
pub mod validators {
    include!(concat!(env!("OUT_DIR"), "/validators.rs"));
}

/// A page of items for serde.
#[derive(serde::Deserialize, serde::Serialize)]
pub struct Page<T> {
    /// The items.
    pub value: Vec<T>,
}

/// The same for other frameworks.
#[derive(miniserde::Deserialize, facet::Facet)]
pub struct OtherPage<T> {
    /// The items.
    pub value: Vec<T>,
}
