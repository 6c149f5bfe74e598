//! Microsoft Graph communications: calls, participants, operations, notifications, online meetings, presence and call
//! records, generated from the checked-in schema: `generated.rs` is what `odatype expand` writes, so that nobody who
//! builds this crate has to build the generator; a test of the command holds it up to date.
//!
//! The types of the namespace `microsoft.graph` are here, those of `microsoft.graph.callRecords` in [`call_records`],
//! the bodies of actions in [`actions`], the calls of functions in [`functions`], and those that our overlay adds in
//! [`overlay`].
//!
//! They change with the service. Which change of the schema means which version of this crate, and how two snapshots
//! live side by side, is in `docs/versions.md` of the project.

#[rustfmt::skip]
mod generated;

pub use generated::{SCHEMA, decode, microsoft::graph::*, odatype_::graph as overlay, types};
