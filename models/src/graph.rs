//! Microsoft Graph communications: calls, participants, operations, notifications, online meetings, presence and call
//! records, generated from the checked-in schema.
//!
//! The types of the namespace `microsoft.graph` are here, those of `microsoft.graph.callRecords` in [`call_records`], the
//! bodies of actions in [`actions`], and those that our overlay adds in [`overlay`].

mod generated {
    crate::schema! {
        path = "schema/communications.csdl.json",
        overlay = "schema/communications.overlay.json",
    }
}

pub use generated::{SCHEMA, decode, microsoft::graph::*, odatype::graph as overlay, types};
