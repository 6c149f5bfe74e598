//! Who derives from whom, by rows.

use odatype_table::Row;

/// A step of a walk that comes to every type after its base, and that a chain of ten thousand does not make deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// The row; until it is left, those that derive from it come.
    Enter(u16),
    /// All that derive from the row were there.
    Leave(u16),
}

/// The rows that derive directly from each row.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    derived: Vec<Vec<u16>>,
    roots: Vec<u16>,
}

impl Tree {
    /// Who derives from whom among `rows`.
    pub(super) fn new(rows: &[Row<String>]) -> Self {
        let mut tree = Self { derived: vec![Vec::new(); rows.len()], roots: Vec::new() };
        for (row, index) in rows.iter().zip(0..) {
            let Some(ty) = row.structured() else { continue };
            match ty.base.and_then(|base| tree.derived.get_mut(usize::from(base))) {
                Some(derived) => derived.push(index),
                None => tree.roots.push(index),
            }
        }
        tree
    }

    /// Every structured type, and what each operation is given, in the order of rows where inheritance leaves it open.
    pub(super) fn visits(&self) -> impl Iterator<Item = Visit> {
        let mut open: Vec<Visit> = self.roots.iter().rev().copied().map(Visit::Enter).collect();
        std::iter::from_fn(move || {
            let visit = open.pop()?;
            if let Visit::Enter(index) = visit {
                open.push(Visit::Leave(index));
                open.extend(self.derived(index).iter().rev().copied().map(Visit::Enter));
            }
            Some(visit)
        })
    }

    /// What derives directly from the row at `index`.
    pub(super) fn derived(&self, index: u16) -> &[u16] {
        self.derived.get(usize::from(index)).map_or(&[], Vec::as_slice)
    }
}
