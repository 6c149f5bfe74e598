//! Payloads and values that are made up, with the feature `proptest`: whatever a schema lets one send.
//!
//! What is made keeps the strict profile, and so the JSON Schema too. A test shrinks what fails: members and items are
//! left out one by one, then values become plainer.
//!
//! ```
//! # #[cfg(feature = "graph")] {
//! use odatype::{graph::{Call, SCHEMA, actions::call::Answer}, sample, validate::Validate};
//! use proptest::{prelude::*, test_runner::TestRunner};
//!
//! // Values of a generated type: in a test, `proptest! { #[test] fn holds(answer in sample::strategy::<Answer>()) { … } }`.
//! let mut runner = TestRunner::default();
//! runner.run(&sample::strategy::<Answer>(), |answer| {
//!     prop_assert!(answer.callback_uri().is_some_and(|uri| uri.to_lowercase().starts_with("https://")));
//!     prop_assert!(answer.validate().is_empty());
//!     Ok(())
//! })?;
//! // Payloads of a type that is named at run time, the same ones for each seed.
//! let calls: Vec<String> = SCHEMA.payloads("Collection(microsoft.graph.call)")?.seeded(7).take(3).collect::<Result<_, _>>()?;
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - Objects have some of their properties, the fewer the deeper they are, so that types that contain themselves come
//!   to an end; where types derive from a declared one, an object may be of those, with its tag. Open types have
//!   dynamic members.
//! - Values are mostly small, at times at the ends of what is allowed, and numbers and not their texts where both may
//!   stand. A nullable property is null at times.
//! - A place of which no value is found is left out where it may be: a pattern that no engine without backtracking can
//!   run, patterns that no text was found for, bounds that exclude everything. Where it may not be, an action's
//!   parameter, it is an error with the place.
//!
//! What is made for a seed may be something else in another version of this crate.

mod chance;
mod choice;
mod geo;
mod grid;
mod kept;
mod leaf;
mod maker;
mod number;
mod objects;
mod pattern;
mod payloads;
mod refused;
mod text;
mod time;
mod tree;
mod untyped;
mod values;

#[cfg(test)]
mod tests;

pub use payloads::Payloads;
pub use refused::LeftOut;
pub use values::strategy;
