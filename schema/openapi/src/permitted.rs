//! What one may do with what an element of a container serves.
//!
//! Source: OData vocabulary Org.OData.Capabilities.V1.

use odatype_schema::{
    model::Annotations,
    vocabulary::capabilities::{DELETE_RESTRICTIONS, INSERT_RESTRICTIONS, READ_RESTRICTIONS, UPDATE_RESTRICTIONS},
};
use serde_json::Value;

/// What one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Reading a singleton, or many at once.
    Read,
    /// Reading one of many.
    ReadByKey,
    Create,
    Update,
    Delete,
}

/// Whether one may. What is not told is permitted, and so is what depends on an entity.
pub(crate) fn is_permitted(annotations: &Annotations, deed: Deed) -> bool {
    let said = |term: &str, path: &[&str]| {
        path.iter().try_fold(annotations.get(term)?, |value, name| value.get(name)).and_then(Value::as_bool)
    };
    let said = match deed {
        Deed::Read => said(READ_RESTRICTIONS, &["Readable"]),
        // What is said of one counts more than what is said of all.
        Deed::ReadByKey => said(READ_RESTRICTIONS, &["ReadByKeyRestrictions", "Readable"])
            .or_else(|| said(READ_RESTRICTIONS, &["Readable"])),
        Deed::Create => said(INSERT_RESTRICTIONS, &["Insertable"]),
        Deed::Update => said(UPDATE_RESTRICTIONS, &["Updatable"]),
        Deed::Delete => said(DELETE_RESTRICTIONS, &["Deletable"]),
    };
    said != Some(false)
}
