//! What is made when it is first asked for, and kept.

use std::{any::Any, fmt, sync::OnceLock};

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// The typed value of the member at a slot.
    Slot(u16),
    /// Where the undeclared members of the object that was read are, by their names.
    Names,
}

/// A list that only grows, so that what is in it can be borrowed while more is added.
#[derive(Default)]
pub(crate) struct Cells(OnceLock<Box<Cell>>);

struct Cell {
    kept: Kept,
    value: Box<dyn Any + Send + Sync>,
    next: Cells,
}

impl Cells {
    /// What is kept as `kept`; `make` makes it the first time. `None` if that is no `T`, which generated code never causes.
    pub(crate) fn get<T: Any + Send + Sync>(&self, kept: Kept, make: impl FnOnce() -> T) -> Option<&T> {
        let mut make = Some(make);
        let mut cells = self;
        loop {
            let cell = cells.0.get_or_init(|| {
                let value = make.take().map(|make| Box::new(make()) as Box<dyn Any + Send + Sync>);
                Box::new(Cell { kept, value: value.unwrap_or_else(|| Box::new(())), next: Self::default() })
            });
            if cell.kept == kept {
                return cell.value.downcast_ref();
            }
            cells = &cell.next;
        }
    }

    /// Forgets the members' values, which have changed; what was read has not.
    #[inline]
    pub(crate) fn forget_values(&mut self) {
        if self.0.get().is_some() {
            self.forget_some();
        }
    }

    #[cold]
    fn forget_some(&mut self) {
        let mut next = self.0.take();
        while let Some(mut cell) = next {
            next = cell.next.0.take();
            if cell.kept == Kept::Names {
                self.0 = OnceLock::from(cell);
            }
        }
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cells")
    }
}
