//! Where an object's declared members are, by their slots.

use super::{document::Document, entry::NodeKind};

/// How many slots there are room for without a list of their own.
const NEAR_SLOTS: usize = 64;

/// Where the declared members of one object are, as distances from it; 0 for what is absent.
pub(crate) enum Places {
    /// Of few properties, and of few nodes.
    Near([u8; NEAR_SLOTS]),
    /// Of any.
    Far(Box<[u32]>),
}

impl Places {
    /// The places of the members of the object at `at`.
    pub(crate) fn of(document: &Document, at: usize) -> Self {
        let mut near = [0; NEAR_SLOTS];
        for (slot, distance) in distances(document, at) {
            let (Some(place), Ok(distance)) = (near.get_mut(slot), u8::try_from(distance)) else {
                return Self::Far(far(document, at));
            };
            *place = distance;
        }
        Self::Near(near)
    }

    /// How far behind the object the member at `slot` is.
    #[inline]
    pub(crate) fn get(&self, slot: u16) -> Option<usize> {
        let distance = match self {
            Self::Near(places) => usize::from(places.get(usize::from(slot)).copied()?),
            Self::Far(places) => places.get(usize::from(slot)).copied()? as usize,
        };
        (distance > 0).then_some(distance)
    }
}

fn far(document: &Document, at: usize) -> Box<[u32]> {
    let mut far = vec![0; document.ty(document.node(at)).properties().len()];
    for (slot, distance) in distances(document, at) {
        if let (Some(place), Ok(distance)) = (far.get_mut(slot), u32::try_from(distance)) {
            *place = distance;
        }
    }
    far.into_boxed_slice()
}

/// For each declared member its slot, and how far behind the object it is.
fn distances(document: &Document, at: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    document.members(at).filter_map(move |(head, _)| {
        let node = document.node(head);
        let is_declared = !matches!(node.kind, NodeKind::Name | NodeKind::Tag);
        is_declared.then_some((usize::from(node.slot), head - at))
    })
}
