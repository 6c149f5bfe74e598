//! Values of any types, each made when it is first asked for, kept, and borrowed, behind one word.
//!
//! An object that was decoded makes what it is asked for: other objects, collections, notes of where its members are.
//! All of that is borrowed from it, by several threads at once, and most objects are never asked. So [`Kept`] is one
//! word, null until something is kept, and what is kept has one allocation each.

use std::{any::Any, fmt};

use once_cell::race::OnceBox;
use smallbox::{SmallBox, smallbox};

/// The room for a value beside its number; a larger one has an allocation of its own.
pub type Room = [u64; 6];

/// A map from numbers to values that only grows, so that what is in it can be borrowed while more is added.
#[derive(Default)]
pub struct Kept(OnceBox<Cell>);

/// One value, and those that were kept after it.
struct Cell {
    number: u32,
    /// By the bits of their numbers, another one at each step, so that none is further away than a number has bits:
    /// they are found soon, and dropped without a frame for each, however many there are.
    later: [Kept; 2],
    value: SmallBox<dyn Any + Send + Sync, Room>,
}

impl Kept {
    /// The value of `number`, which `make` makes the first time; `None` if that is no `T`.
    ///
    /// Of several threads that ask for the first time at once each may make a value, and all get the same one.
    #[inline]
    pub fn get<T: Any + Send + Sync>(&self, number: u32, make: impl FnOnce() -> T) -> Option<&T> {
        let cell = match self.find(number) {
            Ok(cell) => cell,
            Err(place) => {
                self.put(place, Box::new(Cell { number, later: Default::default(), value: smallbox!(make()) }))?
            }
        };
        cell.value.downcast_ref()
    }

    /// Whether a value of `number` is kept.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.find(number).is_ok()
    }

    /// What is kept as `number`, or the place where it would be.
    #[inline]
    fn find(&self, number: u32) -> Result<&Cell, &Self> {
        let (mut here, mut bits) = (self, number);
        while let Some(cell) = here.0.get() {
            if cell.number == number {
                return Ok(cell);
            }
            (here, bits) = cell.after(bits);
        }
        Err(here)
    }

    /// Puts a value into `place`, which was free, and gives what is kept of its number then: another thread may have
    /// been faster, with the same or with something else.
    fn put<'k>(&'k self, mut place: &'k Self, mut new: Box<Cell>) -> Option<&'k Cell> {
        while let Err(back) = place.0.set(new) {
            new = back;
            match self.find(new.number) {
                Ok(cell) => return Some(cell),
                Err(free) => place = free,
            }
        }
        place.0.get()
    }
}

impl Cell {
    /// Where a value is whose number has these bits left, and which of them are left there.
    #[inline]
    fn after(&self, bits: u32) -> (&Kept, u32) {
        let [even, odd] = &self.later;
        (if bits & 1 == 0 { even } else { odd }, bits >> 1)
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kept").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicUsize, Ordering::Relaxed},
        thread,
    };

    use super::{Kept, Room};

    /// Fewer where each step is interpreted.
    const MANY: u32 = if cfg!(miri) { 300 } else { 100_000 };

    #[test]
    fn all_threads_get_the_same_value() {
        let kept = Kept::default();
        let ask = || (0..200).map(|number| std::ptr::from_ref(kept.get(number, || number).unwrap()).addr()).collect();
        let answers: Vec<Vec<usize>> = thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!(kept.get(7, || 0), Some(&7_u32));
        assert!(kept.has(7) && !kept.has(200));
    }

    #[test]
    fn a_value_is_what_it_was_made_as() {
        let kept = Kept::default();
        assert_eq!(kept.get(3, || "text".to_owned()).unwrap(), "text");
        assert_eq!(kept.get::<u8>(3, || 0), None);
        assert_eq!(kept.get(u32::MAX, || [1_u8; 1000]), Some(&[1; 1000]));
    }

    #[test]
    fn many_are_near_and_all_are_dropped_once() {
        static DROPPED: AtomicUsize = AtomicUsize::new(0);
        struct Counted([u8; 50]);
        impl Drop for Counted {
            fn drop(&mut self) {
                DROPPED.fetch_add(self.0[0].into(), Relaxed);
            }
        }
        assert!(size_of::<Counted>() > size_of::<Room>());

        let kept = Kept::default();
        for number in (0..MANY).rev() {
            kept.get(number, || number);
            kept.get(number | 1 << 31, || Counted([1; 50]));
        }
        assert!((0..MANY).all(|number| kept.get(number, || 0) == Some(&number)));
        thread::Builder::new().stack_size(1 << 16).spawn(move || drop(kept)).unwrap().join().unwrap();
        assert_eq!(DROPPED.load(Relaxed), MANY as usize);
    }
}
