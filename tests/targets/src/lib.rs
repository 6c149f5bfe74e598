//! What is fuzzed: functions that take any bytes and panic where something that must hold does not.
//!
//! Each is a target of cargo-fuzz (`tests/fuzz`), is run on the seeds there by `cargo test`, and by the example
//! `mutate` on what it makes of them, on the stable toolchain.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a target says what does not hold")]

mod edits;
mod formats;
mod mutate;
mod numbers;
mod payload;
mod schema;

pub use mutate::{Seeds, seeds};

/// A target.
pub struct Target {
    /// Its name, which is that of its folder of seeds too.
    pub name: &'static str,
    /// Tries what it is given.
    ///
    /// # Panics
    /// If something that must hold does not.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 10] = [
    Target { name: "payload", run: payload::payload },
    Target { name: "profiles", run: payload::profiles },
    Target { name: "buffered", run: payload::buffered },
    Target { name: "cbor", run: formats::cbor },
    Target { name: "messagepack", run: formats::messagepack },
    Target { name: "edits", run: edits::edits },
    Target { name: "csdl", run: schema::csdl },
    Target { name: "overlay", run: schema::overlay },
    Target { name: "manifest", run: schema::manifest },
    Target { name: "diff", run: schema::diff },
];

/// The target of that name.
///
/// # Panics
/// If there is none.
#[must_use]
pub fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("no target is called `{name}`"))
}
