//! Typed values that are made when they are first asked for, and kept.

use std::{any::Any, fmt, sync::OnceLock};

/// A list that only grows, so that what is in it can be borrowed while more is added.
#[derive(Default)]
pub(crate) struct Cells(OnceLock<Box<Cell>>);

struct Cell {
    slot: u16,
    value: Box<dyn Any + Send + Sync>,
    next: Cells,
}

impl Cells {
    /// The value kept for `slot`; `make` makes it the first time. `None` if what is kept is no `T`, which generated code
    /// never causes.
    pub(crate) fn get<T: Any + Send + Sync>(&self, slot: u16, make: impl FnOnce() -> T) -> Option<&T> {
        let mut make = Some(make);
        let mut cells = self;
        loop {
            let cell = cells.0.get_or_init(|| {
                let value = make.take().map(|make| Box::new(make()) as Box<dyn Any + Send + Sync>);
                Box::new(Cell { slot, value: value.unwrap_or_else(|| Box::new(())), next: Cells::default() })
            });
            if cell.slot == slot {
                return cell.value.downcast_ref();
            }
            cells = &cell.next;
        }
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cells")
    }
}
