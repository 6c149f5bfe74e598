//! An unchanged object's nodes as a serializer's events: the same as those of the text that the encoder would write.

use std::borrow::Cow;

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
            NodeKind::Tag => serializer.serialize_str(&unescaped(document, node)),
            // These head members or hide them.
            NodeKind::Name | NodeKind::Skip => Err(S::Error::custom("a member's head is no value")),
        }
    }
}

fn object<S: Serializer>(document: &Document, at: usize, node: Node, serializer: S) -> Result<S::Ok, S::Error> {
    let properties = document.ty(node).properties();
    let mut map = serializer.serialize_map(Some(document.members(at).count()))?;
    let late_tag = node.flags & LATE_TAG != 0;
    if late_tag && let Some((head, tag)) = document.tag_at(at) {
        map.serialize_entry(tag.tag_name().as_str(), &Nodes(document, head))?;
    }
    for (head, value) in document.members(at) {
        let member = document.node(head);
        let owned;
        let name = match member.kind {
            NodeKind::Tag if late_tag => continue,
            NodeKind::Tag => member.tag_name().as_str(),
            NodeKind::Name => {
                owned = unescaped(document, member);
                &owned
            }
            _ => match properties.get(usize::from(member.slot)) {
                Some(property) => property.name,
                None => continue,
            },
        };
        map.serialize_entry(name, &Nodes(document, value))?;
    }
    map.end()
}

/// The text of a name or tag.
#[inline]
fn unescaped(document: &Document, node: Node) -> Cow<'_, str> {
    let text = document.text_of(node);
    if node.flags & ESCAPE == 0 { Cow::Borrowed(text) } else { odatype_json::unescape(text) }
}
