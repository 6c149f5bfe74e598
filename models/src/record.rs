//! Records: objects that were decoded, built, or decoded and then changed.

mod cell;
mod change;
mod get;
pub(crate) mod value;

use std::sync::Arc;

pub(crate) use change::Key;
pub use value::Value;

use crate::{
    Schema, TypeId,
    document::{Document, Node, NodeKind},
    property::Edited,
    table::{Type, TypeKind},
};
use cell::Cells;

/// What every generated type holds: one object and its type. Users meet it only as what [`crate::Structured`] converts
/// to and from.
pub struct Record {
    pub(crate) ty: TypeId,
    /// The object that was decoded, if one was: a document and a node in it.
    source: Option<(Arc<Document>, u32)>,
    /// What was set since, in order; it goes before what was decoded.
    changes: Vec<(Key, Edited)>,
    /// Typed values of members that were asked for.
    cells: Cells,
}

/// Whether an object has a member, and whether that is null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has no such member.
    Absent,
    /// It has the member, and it is null.
    Null,
    /// It has the member with a value.
    Present,
}

impl Record {
    /// For generated code: a record of the type at `index` of `schema`, without members.
    #[doc(hidden)]
    #[must_use]
    pub fn empty(schema: &'static Schema, index: u16) -> Self {
        Self::new(TypeId { schema, index })
    }

    pub(crate) fn new(ty: TypeId) -> Self {
        Self { ty, source: None, changes: Vec::new(), cells: Cells::default() }
    }

    pub(crate) fn of_document(ty: TypeId, document: Arc<Document>, node: usize) -> Self {
        let node = u32::try_from(node).unwrap_or(0);
        Self { source: Some((document, node)), ..Self::new(ty) }
    }

    /// The record of the object or null at `node`, which stands in a place for `declared`.
    pub(crate) fn nested(declared: TypeId, document: &Arc<Document>, node: usize) -> Self {
        let index = match document.node(node) {
            Node { kind: NodeKind::Object | NodeKind::Foreign, a, .. } => u16::try_from(a).unwrap_or(declared.index),
            _ => declared.index,
        };
        Self::of_document(TypeId { index, ..declared }, Arc::clone(document), node)
    }

    pub(crate) fn ty(&self) -> &'static Type {
        self.ty.get()
    }

    pub(crate) fn source(&self) -> Option<(&Arc<Document>, usize)> {
        self.source.as_ref().map(|(document, node)| (document, *node as usize))
    }

    pub(crate) fn changes(&self) -> &[(Key, Edited)] {
        &self.changes
    }

    /// The index of the type that the object is known to have; `None` if it is foreign, or no object at all.
    pub(crate) fn known(&self) -> Option<u16> {
        match self.source().map(|(document, node)| document.node(node).kind) {
            None | Some(NodeKind::Object) => Some(self.ty.index),
            Some(_) => None,
        }
    }

    /// For generated code: the index of the type whose variant the object belongs to, in the tagged enum of the type or
    /// union at `of`; `None` for the unknown variant.
    #[doc(hidden)]
    #[must_use]
    pub fn variant(&self, of: u16) -> Option<u16> {
        let tables = self.ty.schema.tables();
        let (own, of) = (self.known()?, tables.get(of));
        if of.kind != TypeKind::Union {
            return Some(own);
        }
        // The nearest ancestor wins where a type and its base are both listed.
        let is_listed = |ancestor: &u16| of.alternatives.iter().any(|(_, listed)| listed == ancestor);
        tables.get(own).lineage.iter().copied().find(is_listed)
    }

    /// The tag as it was read, escapes resolved.
    pub(crate) fn tag(&self) -> Option<std::borrow::Cow<'_, str>> {
        let (document, at) = self.source()?;
        Some(odatype_json::unescape(document.text_of(document.tag(at)?)))
    }

    /// The items of a record whose node is a list, which [`crate::Collection`] reads.
    pub(crate) fn items(&self) -> Vec<Self> {
        let Some((document, at)) = self.source() else { return Vec::new() };
        document.items(at).map(|item| Self::nested(self.ty, document, item)).collect()
    }
}

/// For generated code: `Debug::fmt`.
///
/// # Errors
/// What the formatter says.
pub fn debug(record: &Record, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    std::fmt::Debug::fmt(record, formatter)
}

impl Clone for Record {
    fn clone(&self) -> Self {
        Self { ty: self.ty, source: self.source.clone(), changes: self.changes.clone(), cells: Cells::default() }
    }
}

impl PartialEq for Record {
    /// The same type and, as JSON values, the same members; the tag, where one was read, is a member.
    fn eq(&self, other: &Self) -> bool {
        if self.ty().name != other.ty().name {
            return false;
        }
        let same_source = match (&self.source, &other.source) {
            (Some((left, at)), Some((right, other_at))) => Arc::ptr_eq(left, right) && at == other_at,
            (None, None) => true,
            _ => false,
        };
        if same_source && self.changes.is_empty() && other.changes.is_empty() {
            return true;
        }
        crate::json::same(&crate::encode::text(self), &crate::encode::text(other))
    }
}

impl std::fmt::Debug for Record {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.ty().name;
        let short = name.rsplit_once('.').map_or(name, |(_, short)| short);
        let mut output = formatter.debug_struct(short);
        match crate::encode::value(self) {
            Ok(serde_json::Value::Object(members)) => {
                for (name, value) in &members {
                    output.field(name, value);
                }
                output.finish()
            }
            _ => output.finish_non_exhaustive(),
        }
    }
}
