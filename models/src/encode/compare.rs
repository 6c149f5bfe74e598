//! When two records are equal.

use std::sync::Arc;

use super::whole::to_text;
use crate::{edm, node::Record};

impl Eq for Record {}

impl PartialEq for Record {
    /// The same type and, as JSON values, the same members; the tag, where one was read, is a member.
    fn eq(&self, other: &Self) -> bool {
        if self.ty().name != other.ty().name {
            return false;
        }
        let same_source = match (self.source(), other.source()) {
            (Some((left, at)), Some((right, other_at))) => Arc::ptr_eq(left, right) && at == other_at,
            (None, None) => true,
            _ => false,
        };
        if same_source && self.changes().is_empty() && other.changes().is_empty() {
            return true;
        }
        edm::same(&to_text(self, Some(self.type_id())), &to_text(other, Some(other.type_id())))
    }
}
