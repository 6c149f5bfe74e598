//! The small schema, and what is made of it by hand.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

use odatype_diff::{Changes, compare};
use odatype_schema::{Rulebook, Source, load, model::Model};

pub(crate) const BEFORE: &str = include_str!("../before.xml");
const KINDS: &str = include_str!("../kinds.txt");

/// A block of `kinds.txt`.
pub(crate) struct Block {
    /// Its text.
    pub(crate) text: &'static str,
    /// The schema after its edits.
    pub(crate) after: String,
}

/// The texts that lines of `block` have after `mark`.
pub(crate) fn marked(block: &'static str, mark: &str) -> Vec<&'static str> {
    block.lines().filter_map(|line| line.strip_prefix(mark)).collect()
}

/// All blocks.
pub(crate) fn blocks() -> impl Iterator<Item = Block> {
    KINDS.split("\n\n").filter(|block| block.contains("\n= ")).map(|text| {
        let mut after = BEFORE.to_owned();
        for (from, to) in marked(text, "- ").into_iter().zip(marked(text, "+ ")) {
            let (from, to) = (from.replace("\\n", "\n"), to.replace("\\n", "\n"));
            assert!(after.contains(&from), "{from}");
            after = after.replacen(&from, &to, 1);
        }
        Block { text, after }
    })
}

/// The model of a document.
pub(crate) fn model(text: &str) -> Model {
    let source = Source { name: "x.xml".into(), text: text.to_owned().into() };
    load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"))
}

/// What changed between two documents.
pub(crate) fn changes(before: &str, after: &str) -> Changes {
    let (old, new) = (model(before), model(after));
    compare(&Rulebook::new(&old).unwrap(), &Rulebook::new(&new).unwrap())
}
