//! What is only taken if it is right, while it is made and while it shrinks.

use std::{fmt, sync::Arc};

use proptest::strategy::ValueTree;

/// What a text is, if it is right.
pub(super) type Read<V> = Arc<dyn Fn(&str) -> Option<V> + Send + Sync>;

/// A tree of texts of which those are values that are right.
pub(super) struct Kept<T, V> {
    tree: T,
    read: Read<V>,
    good: V,
}

impl<T: ValueTree<Value = String>, V: Clone + fmt::Debug> Kept<T, V> {
    /// Nothing, if the text that `tree` is now is not right.
    pub(super) fn new(tree: T, read: Read<V>) -> Option<Self> {
        let good = read(&tree.current())?;
        Some(Self { tree, read, good })
    }

    /// Takes what the tree has become, or goes back to what was right.
    fn settle(&mut self) {
        loop {
            if let Some(good) = (self.read)(&self.tree.current()) {
                self.good = good;
                return;
            }
            if !self.tree.complicate() {
                return;
            }
        }
    }
}

impl<T: ValueTree<Value = String>, V: Clone + fmt::Debug> ValueTree for Kept<T, V> {
    type Value = V;

    fn current(&self) -> V {
        self.good.clone()
    }

    fn simplify(&mut self) -> bool {
        let is_done = self.tree.simplify();
        if is_done {
            self.settle();
        }
        is_done
    }

    fn complicate(&mut self) -> bool {
        let is_done = self.tree.complicate();
        if is_done {
            self.settle();
        }
        is_done
    }
}
