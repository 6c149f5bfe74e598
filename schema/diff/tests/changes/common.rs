//! The small schema, and what is made of it by hand.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

use std::collections::BTreeMap;

use odatype_diff::{Changes, compare};
use odatype_schema::{Fewest, Rulebook, Source, load, model::Model};
use odatype_table::{Body, StructuredKind, Table};

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

/// The table of a model. Of what functions are given nothing is a payload: to be asked about it, it is made a body
/// here, which is held to the same rules.
pub(crate) fn table(model: &Model) -> Table<String> {
    let mut table = Rulebook::new(model).unwrap().table().clone();
    for row in &mut table.rows {
        if let Body::Structured(ty) = &mut row.body
            && ty.kind == StructuredKind::Function
        {
            ty.kind = StructuredKind::Action;
        }
    }
    table
}

/// What a row of `old` is called in `new`: a function that has other parameters now may be the same.
pub(crate) fn called_now(old: &Model, new: &Model, name: &str) -> String {
    let keys = |of: &Model| -> BTreeMap<String, String> {
        let fewest = Fewest::new(of);
        let plain = of.functions.values().flatten().filter(|function| fewest.has(function));
        plain.map(|function| (function.key_given(std::iter::empty()), function.key())).collect()
    };
    let (before, after) = (keys(old), keys(new));
    let now = before.iter().find(|(_, key)| *key == name).and_then(|(plain, _)| after.get(plain));
    let is_there = |key: &str, of: &Model| of.functions.values().flatten().any(|function| function.key() == key);
    now.filter(|now| !is_there(now, old) && !is_there(name, new)).map_or_else(|| name.to_owned(), Clone::clone)
}

/// What changed between two documents.
pub(crate) fn changes(before: &str, after: &str) -> Changes {
    let (old, new) = (model(before), model(after));
    compare(&Rulebook::new(&old).unwrap(), &Rulebook::new(&new).unwrap())
}
