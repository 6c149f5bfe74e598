//! A member's value, wherever it is kept.

use std::sync::Arc;

use super::{document::Document, entry::NodeKind, record::Edited};

/// A value of a record's member, for types that are read from one.
#[derive(Clone, Copy)]
pub struct Value<'a>(pub(crate) Held<'a>);

/// Where a value is kept.
#[derive(Clone, Copy)]
pub(crate) enum Held<'a> {
    /// In a document, at a node.
    Node(&'a Arc<Document>, usize),
    /// In a change.
    Changed(&'a Edited),
}

/// What a value is, seen as a primitive one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar<'a> {
    Null,
    Boolean(bool),
    /// A number's text.
    Number(&'a str),
    Text(&'a str),
    /// Any JSON text.
    Json(&'a str),
    /// An object or a list of typed values.
    Other,
}

impl<'a> Value<'a> {
    #[inline]
    pub(crate) fn scalar(self) -> Scalar<'a> {
        match self.0 {
            Held::Node(document, at) => {
                let node = document.node(at);
                match node.kind {
                    NodeKind::Null => Scalar::Null,
                    NodeKind::True => Scalar::Boolean(true),
                    NodeKind::False => Scalar::Boolean(false),
                    NodeKind::Number => Scalar::Number(document.text_of(node)),
                    NodeKind::Text => Scalar::Text(document.text_of(node)),
                    NodeKind::Raw => Scalar::Json(document.text_of(node)),
                    NodeKind::Tag => Scalar::Json(document.quoted(node)),
                    _ => Scalar::Other,
                }
            }
            Held::Changed(edited) => match edited {
                Edited::Absent | Edited::Null => Scalar::Null,
                Edited::Boolean(value) => Scalar::Boolean(*value),
                Edited::Number(text) => Scalar::Number(text),
                Edited::Text(text) => Scalar::Text(text),
                Edited::Json(text) => Scalar::Json(text),
                Edited::Object(_) | Edited::List(_) | Edited::Objects(_) => Scalar::Other,
            },
        }
    }

    /// The text, if it is one: what [`Self::scalar`] has as [`Scalar::Text`], which most values that are asked for are.
    #[inline]
    pub(crate) fn text(self) -> Option<&'a str> {
        match self.0 {
            Held::Node(document, at) => {
                let node = document.node(at);
                (node.kind == NodeKind::Text).then(|| document.text_of(node))
            }
            Held::Changed(Edited::Text(text)) => Some(text),
            Held::Changed(_) => None,
        }
    }

    /// The text of a number, if it is one.
    #[inline]
    pub(crate) fn number(self) -> Option<&'a str> {
        match self.0 {
            Held::Node(document, at) => {
                let node = document.node(at);
                (node.kind == NodeKind::Number).then(|| document.text_of(node))
            }
            Held::Changed(Edited::Number(text)) => Some(text),
            Held::Changed(_) => None,
        }
    }

    pub(crate) fn is_null(self) -> bool {
        match self.scalar() {
            Scalar::Null => true,
            Scalar::Json(text) => text == "null",
            _ => false,
        }
    }
}
