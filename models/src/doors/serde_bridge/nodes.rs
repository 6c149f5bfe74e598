//! An unchanged object's nodes as a serializer's events: the same as those of the text that the encoder would write.

use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap, SerializeSeq},
};

use super::replay::{number, replay};
use crate::node::{Document, ESCAPE, LATE_TAG, Node, NodeKind};

/// The value at a node.
pub(super) struct Nodes<'d>(pub(super) &'d Document, pub(super) usize);

impl Serialize for Nodes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(document, at) = *self;
        let node = document.node(at);
        match node.kind {
            NodeKind::False | NodeKind::True => serializer.serialize_bool(node.kind == NodeKind::True),
            NodeKind::Number => number(document.text_of(node), serializer),
            NodeKind::Text => serializer.serialize_str(document.text_of(node)),
            NodeKind::Raw => replay(document.text_of(node), serializer),
            NodeKind::List => {
                let mut seq = serializer.serialize_seq(Some(node.count()))?;
                for item in document.items(at) {
                    seq.serialize_element(&Nodes(document, item))?;
                }
                seq.end()
            }
            NodeKind::Object | NodeKind::Foreign => object(document, at, node, serializer),
            NodeKind::Null => serializer.serialize_unit(),
            // These head members or hide them.
            NodeKind::Name | NodeKind::Tag | NodeKind::Skip => Err(S::Error::custom("a member's head is no value")),
        }
    }
}

fn object<S: Serializer>(document: &Document, at: usize, node: Node, serializer: S) -> Result<S::Ok, S::Error> {
    let ty = document.ty(node);
    let mut map = serializer.serialize_map(Some(document.members(at).count()))?;
    let late_tag = node.flags & LATE_TAG != 0;
    if late_tag && let Some(node) = document.tag(at) {
        tag(document, node, &mut map)?;
    }
    for (head, value) in document.members(at) {
        let member = document.node(head);
        match member.kind {
            NodeKind::Tag if late_tag => {}
            NodeKind::Tag => tag(document, member, &mut map)?,
            NodeKind::Name if member.flags & ESCAPE == 0 => {
                map.serialize_entry(document.text_of(member), &Nodes(document, value))?;
            }
            NodeKind::Name => {
                map.serialize_entry(&odatype_json::unescape(document.text_of(member)), &Nodes(document, value))?;
            }
            _ => {
                if let Some(property) = ty.properties().get(usize::from(member.slot)) {
                    map.serialize_entry(property.name, &Nodes(document, value))?;
                }
            }
        }
    }
    map.end()
}

fn tag<M: SerializeMap>(document: &Document, node: Node, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry(node.tag_name().as_str(), &odatype_json::unescape(document.text_of(node)))
}
