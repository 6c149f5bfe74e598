//! Where an object's declared members are, by their slots.

use odatype_kept::Room;

use super::document::Document;

/// How many slots there are room for without a list of their own: with a byte that says so, as many as are kept without
/// an allocation.
const NEAR_SLOTS: usize = size_of::<Room>() - 1;
const _: () = assert!(size_of::<Places>() <= size_of::<Room>());

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
        for (slot, member) in document.declared(at) {
            let (Some(place), Ok(distance)) = (near.get_mut(usize::from(slot)), u8::try_from(member - at)) else {
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
    for (slot, member) in document.declared(at) {
        if let (Some(place), Ok(distance)) = (far.get_mut(usize::from(slot)), u32::try_from(member - at)) {
            *place = distance;
        }
    }
    far.into_boxed_slice()
}
