//! In which order a service writes the members of an object: as it did the last time.
//!
//! A member whose name was guessed need not be looked up, and not even be scanned: it is enough to compare it.

use std::{
    cell::Cell,
    sync::atomic::{AtomicU16, Ordering::Relaxed},
};

use odatype_table::name::TAGS;

use super::index::{MASKS, ROOM, words};

/// The name of a tag as most have it.
const TAG: &str = TAGS[0];

/// What came after which property of a type. The tag, where it is not the first member, has the slot after the last
/// one.
#[derive(Debug, Default)]
pub(crate) struct Order {
    /// What came first, and then for each slot what came after it.
    after: Box<[AtomicU16]>,
    starts: Box<[Start]>,
}

/// What a member starts with: its name in quotes and a colon, of up to three times [`ROOM`] bytes.
#[derive(Clone, Copy, Debug)]
struct Start {
    first: [u64; 2],
    /// Its last bytes, where the first are not all of it.
    last: [u64; 2],
    /// Those after the first, where the last are not all the rest.
    second: [u64; 2],
    /// 0 if it is longer, or written with escapes.
    length: usize,
}

thread_local! {
    /// How many payloads the thread has read.
    static READ: Cell<u32> = const { Cell::new(0) };
}

/// Whether of the payload that is read now is noted what came: of a thread's first ones, and then of one in sixteen.
/// Where objects of a type are not all alike, each is noted anew, and threads would wait for each other's notes.
pub(crate) fn is_noted() -> bool {
    READ.with(|read| {
        let count = read.get();
        read.set(count.wrapping_add(1));
        count < 64 || count % 16 == 0
    })
}

/// A place in the order: before the first member, or after one.
#[derive(Clone, Copy)]
pub(crate) struct Turn(usize);

impl Turn {
    pub(crate) const FIRST: Self = Self(0);

    #[inline]
    pub(crate) fn after(slot: usize) -> Self {
        Self(slot + 1)
    }
}

impl Order {
    /// Of properties with these names, by their slots. Until they were seen, it is the order in which they are
    /// declared.
    pub(super) fn new<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Self {
        let after = (0..=u16::MAX).take(names.len() + 2).map(AtomicU16::new).collect();
        Self { after, starts: names.chain([TAG]).map(Start::of).collect() }
    }

    /// The slot of the member that starts `rest`, if that is the one which came here last, and how long its name is.
    #[inline]
    pub(crate) fn guess(&self, turn: Turn, rest: &[u8]) -> Option<(usize, usize)> {
        let slot = usize::from(self.after.get(turn.0)?.load(Relaxed));
        let start = self.starts.get(slot)?;
        start.is_of(rest).then(|| (slot, start.length - 3))
    }

    /// Notes that the member at `slot` came here. Threads that read do not disturb each other where that is known.
    #[inline]
    pub(crate) fn note(&self, turn: Turn, slot: u16) {
        if let Some(known) = self.after.get(turn.0)
            && known.load(Relaxed) != slot
        {
            known.store(slot, Relaxed);
        }
    }
}

impl Start {
    fn of(name: &str) -> Self {
        let bytes = format!("\"{name}\":").into_bytes();
        let is_plain = name.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
        let length = if is_plain && bytes.len() <= 3 * ROOM { bytes.len() } else { 0 };
        let part = |from: usize| {
            let mut part = [0; ROOM];
            part.iter_mut().zip(bytes.get(from..).unwrap_or(&[])).for_each(|(to, from)| *to = *from);
            words(part)
        };
        Self { first: part(0), last: part(bytes.len().saturating_sub(ROOM)), second: part(ROOM), length }
    }

    /// Whether `rest` starts so; `false` too close to the text's end.
    #[inline]
    fn is_of(&self, rest: &[u8]) -> bool {
        let Some(first) = rest.first_chunk() else { return false };
        if self.length > ROOM {
            let Some((_, after)) = rest.split_at_checked(self.length - ROOM) else { return false };
            let is_both =
                words(*first) == self.first && after.first_chunk().map(|last| words(*last)) == Some(self.last);
            return is_both && (self.length <= 2 * ROOM || self.is_second(rest));
        }
        let ([one, two], mask) = (words(*first), MASKS[self.length]);
        self.length > 0 && [one & mask[0], two & mask[1]] == self.first
    }

    #[inline(never)]
    fn is_second(&self, rest: &[u8]) -> bool {
        rest.as_chunks().0.get(1).map(|second| words(*second)) == Some(self.second)
    }
}
