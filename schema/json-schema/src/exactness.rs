//! Which rule JSON Schema says, and how well: the derivation reads it, and `docs/agreement.md` is printed from it.
//!
//! JSON Schema is never stricter than the rule. "Exact" is meant of validators that read numbers as exactly as they are
//! written; of those that read floats, a number with more digits than a float has is decided as its nearest float.

mod form;
mod rule;
mod table;

use std::fmt::Write as _;

pub use form::Form;
pub use rule::Rule;
pub use table::{Exactness, SHAPES, TABLE};

/// How well JSON Schema says `rule` of values of that form.
#[must_use]
pub fn of(rule: Rule, form: Form) -> Exactness {
    let found = TABLE.iter().find(|(of, on, ..)| (*of, *on) == (rule, form));
    found.map_or(Exactness::Annotated, |(_, _, exactness, _)| *exactness)
}

/// The table as Markdown.
#[must_use]
pub fn to_markdown() -> String {
    let mut out = String::from(concat!(
        "# What JSON Schema says of a schema's rules\n\n",
        "Printed from `schema/json-schema/src/exactness/table.rs`, which the derivation reads. JSON Schema is never stricter than the\n",
        "rule. Where it says \"exact\", decoding in the strict profile and the document of the strict profile take and refuse the\n",
        "same. A validator that reads numbers as floats decides a number with more digits than a float has as its nearest float.\n\n",
        "## Rules on values\n\n| rule | form on the wire | JSON Schema | |\n| --- | --- | --- | --- |\n",
    ));
    for (rule, form, exactness, note) in TABLE {
        // Writing to a string does not fail.
        let _ = writeln!(out, "| {rule:?} | {form:?} | {} | {note} |", exactness.words());
    }
    out.push_str("\n## Everything else\n\n| rule | JSON Schema | |\n| --- | --- | --- |\n");
    for (rule, exactness, note) in SHAPES {
        let _ = writeln!(out, "| {rule} | {} | {note} |", exactness.words());
    }
    out
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::to_markdown;

    #[test]
    fn the_document_is_what_the_table_says() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/agreement.md");
        let expected = to_markdown();
        let found = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            fs::write(&path, expected).unwrap();
            panic!("{} was stale and is written anew: look at it and commit it", path.display());
        }
    }
}
