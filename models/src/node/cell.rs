//! What few records have: what was changed, which is first; and what is made when it is first asked for, and kept.

use std::{any::Any, fmt, sync::OnceLock};

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// What was set. It is first, where most look for it in vain.
    Changes,
    /// The typed value of the member at a slot.
    Slot(u16),
    /// Where the declared members of the object that was read are, by their slots.
    Places,
    /// Where its undeclared members are, by their names.
    Names,
}

impl Kept {
    /// Whether a change leaves it as it is: what was set itself, and where in what was read everything is.
    fn lasts(self) -> bool {
        !matches!(self, Self::Slot(_))
    }
}

/// A list that only grows, so that what is in it can be borrowed while more is added.
#[derive(Default)]
pub(crate) struct Cells(OnceLock<Box<Cell>>);

/// What is kept is in the cell itself, so that there is one allocation for each.
struct Cell<T: ?Sized = dyn Any + Send + Sync> {
    kept: Kept,
    next: Cells,
    value: T,
}

impl Cells {
    /// What is kept as `kept`; `make` makes it the first time. `None` if that is no `T`, which generated code never
    /// causes.
    ///
    /// `make` must not ask the same cells for anything: its own cell is being made, and others wait for it.
    pub(crate) fn get<T: Any + Send + Sync>(&self, kept: Kept, make: impl Fn() -> T) -> Option<&T> {
        let mut cells = self;
        loop {
            // Another thread may be faster, with this or with something else.
            let cell = cells.0.get_or_init(|| Box::new(Cell { kept, next: Self::default(), value: make() }));
            if cell.kept == kept {
                return cell.value.downcast_ref();
            }
            cells = &cell.next;
        }
    }

    /// What was set, if anything was.
    #[inline]
    pub(crate) fn changes<T: Any>(&self) -> Option<&T> {
        self.0.get().filter(|first| first.kept == Kept::Changes)?.value.downcast_ref()
    }

    /// The same, to change it.
    #[inline]
    pub(crate) fn changes_mut<T: Any>(&mut self) -> Option<&mut T> {
        self.0.get_mut().filter(|first| first.kept == Kept::Changes)?.value.downcast_mut()
    }

    /// Keeps what was set, where nothing was.
    pub(crate) fn put_changes<T: Any + Send + Sync>(&mut self, value: T) {
        let cell: Box<Cell> = Box::new(Cell { kept: Kept::Changes, next: std::mem::take(self), value });
        self.0 = OnceLock::from(cell);
    }

    /// Forgets the members' values, which have changed; all else has not.
    #[inline]
    pub(crate) fn forget_values(&mut self) {
        let mut cells = Some(self);
        while let Some(here) = cells {
            cells = match here.0.get() {
                None => None,
                Some(cell) if cell.kept.lasts() => here.next_mut(),
                Some(_) => Some(here.drop_first()),
            };
        }
    }

    /// What comes after the first.
    fn next_mut(&mut self) -> Option<&mut Self> {
        self.0.get_mut().map(|cell| &mut cell.next)
    }

    #[cold]
    fn drop_first(&mut self) -> &mut Self {
        if let Some(mut first) = self.0.take() {
            *self = std::mem::take(&mut first.next);
        }
        self
    }
}

/// One after the other: there may be as many as the object's type has properties.
impl Drop for Cells {
    #[inline]
    fn drop(&mut self) {
        if let Some(first) = self.0.get_mut() {
            let mut next = first.next.0.take();
            while let Some(mut cell) = next {
                next = cell.next.0.take();
            }
        }
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cells")
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, Kept};

    #[test]
    fn each_is_made_once_and_kept_by_all_threads() {
        let cells = Cells::default();
        let sums: Vec<usize> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| {
                    scope.spawn(|| {
                        let value = |slot| *cells.get(Kept::Slot(slot), || usize::from(slot)).unwrap();
                        (0..200).map(value).sum()
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(sums, [199 * 100; 4]);
        let first: *const usize = cells.get(Kept::Slot(7), || 0).unwrap();
        assert!(std::ptr::eq(first, cells.get(Kept::Slot(7), || 1).unwrap()));
        assert_eq!(cells.get::<u8>(Kept::Slot(7), || 0), None);
    }

    #[test]
    fn many_are_dropped_without_a_frame_for_each() {
        let mut first = Cells::default();
        for slot in 0..=u16::MAX {
            let cell: Box<super::Cell> = Box::new(super::Cell { kept: Kept::Slot(slot), next: first, value: slot });
            first = Cells(std::sync::OnceLock::from(cell));
        }
        std::thread::Builder::new().stack_size(1 << 16).spawn(move || drop(first)).unwrap().join().unwrap();
    }

    #[test]
    fn where_members_are_outlasts_changes() {
        let mut cells = Cells::default();
        for kept in [Kept::Places, Kept::Slot(1), Kept::Names, Kept::Slot(2)] {
            cells.get(kept, || 1);
        }
        cells.forget_values();
        assert_eq!(cells.get(Kept::Names, || 2), Some(&1));
        assert_eq!(cells.get(Kept::Places, || 2), Some(&1));
        assert_eq!(cells.get(Kept::Slot(2), || 2), Some(&2));
    }
}
