//! Regular expressions as schemas write them, and as every engine reads them alike.
//!
//! A pattern is ECMA-262, read with the flag `u`, or without it (with what Annex B allows) where that alone makes it
//! one; either way a character is a code point. It is parsed and written again from nothing but what engines agree on:
//! classes as explicit ranges, `.` as what it leaves out, no group that is not needed, no escape that one of them does
//! not know. The result means the same in ECMA-262 (with `u`, with `v`, and without either as far as characters beyond
//! U+FFFF do not stand in classes), in the crate `regex`, and in Python, but for `\b`, which other engines than
//! ECMA-262's take for a boundary of Unicode's words unless they are told otherwise, and `$`, which in Python also
//! matches before a last line feed. Where only an engine that tracks back runs the pattern, `\b` is written as what
//! stands on its sides, which is one thing everywhere.
//!
//! Source: ECMA-262, sections 22.2.1 (patterns) and B.1.2 (regular expressions).

mod class;
mod error;
mod escape;
mod parse;
mod property;
mod relation;
mod scan;
mod set;
mod sketch;
mod tree;
mod write;

#[cfg(test)]
mod tests;

use odatype_table::Pattern;

pub(crate) use error::PatternError;
use parse::Parser;
pub(crate) use sketch::Sketch;

/// A pattern of more than this many bytes is not run.
const MAX_LENGTH: usize = 10_000;
/// What is longer when repetitions are written out, in characters, is not run: each may cost a step for each character
/// of a text.
const MAX_STEPS: u64 = 5_000;
/// How deep groups may nest for engines that have a limit.
const MAX_DEPTH: usize = 40;

/// A pattern that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rewritten {
    /// The pattern in the common form.
    pub(crate) pattern: Pattern<String>,
    /// Why no engine without backtracking runs it in a time that grows with the text alone; `None` if one does.
    pub(crate) obstacle: Option<&'static str>,
}

/// Reads `text` and writes it in the common form.
///
/// # Errors
/// If it is no regular expression; what is told is what is wrong with the flag `u`.
pub(crate) fn rewrite(text: &str) -> Result<Rewritten, PatternError> {
    let with_flag = Parser::new(text, true).pattern();
    let tree = match with_flag {
        Ok(tree) => tree,
        Err(error) => Parser::new(text, false).pattern().map_err(|_| error)?,
    };
    let obstacle = if tree.looks_around() {
        Some("it looks around")
    } else if tree.refers_back() {
        Some("it refers back")
    } else if text.len() > MAX_LENGTH {
        Some("it is too long")
    } else if tree.steps() > MAX_STEPS {
        Some("its repetitions are too long")
    } else if tree.depth() > MAX_DEPTH {
        Some("its groups nest too deep")
    } else {
        None
    };
    let is_linear = obstacle.is_none();
    Ok(Rewritten { pattern: Pattern { text: write::write(&tree, is_linear), is_linear }, obstacle })
}
