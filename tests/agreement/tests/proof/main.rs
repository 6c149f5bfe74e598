//! The proof that decoding, validation by the decoder and the derived JSON Schema agree.
//!
//! A schema goes the way that every schema goes: CSDL and overlay → model → rulebook → table. A payload is then decoded
//! and validated in both profiles, and held against the derived documents by two validators of JSON Schema that are not
//! ours. What is right is known from how a payload was made, never from code of ours: [`oracle`].
//!
//! - [`pairs`]: each pair of rules on each kind of place, at, just inside and just outside of every boundary.
//! - [`named`]: payloads with the verdict that OData asks for, by section of the specification.
//! - [`others`]: validators of other languages, an editor, and a browser.
//! - [`whole`]: whole payloads, made up and with mistakes in them; schemas that are made up.
//!
//! `ODATYPE_CASES` says how many cases are tried, `ODATYPE_SEED` which; `ODATYPE_DATA` where more payloads are.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod harness;
mod named;
mod oracle;
mod others;
mod pairs;
mod whole;
