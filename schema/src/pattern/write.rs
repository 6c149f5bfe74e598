//! From a pattern's tree to the text that every engine reads alike.

use std::fmt::Write as _;

use super::{set::Set, tree::Node};

/// `\b` where no engine has to read it: a character of a word (ECMA-262's, which are ASCII's) on one side only.
const BOUNDARY: &str = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
/// `\B`: on both sides, or on none.
const NO_BOUNDARY: &str = "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";

/// The text of `tree`. Only an engine without backtracking is given `\b`, which it needs: the others look around.
pub(super) fn write(tree: &Node, is_linear: bool) -> String {
    let mut writer = Writer { out: String::new(), captures: tree.refers_back(), is_linear };
    writer.node(tree);
    writer.out
}

struct Writer {
    out: String,
    /// Whether groups have to be counted.
    captures: bool,
    /// Whether an engine without backtracking runs it.
    is_linear: bool,
}

impl Writer {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Alternatives(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    self.out.push_str(if index > 0 { "|" } else { "" });
                    self.node(part);
                }
            }
            Node::Sequence(parts) => parts.iter().for_each(|part| self.node(part)),
            Node::Set(set) => self.set(set),
            Node::Start => self.out.push('^'),
            Node::End => self.out.push('$'),
            Node::Boundary { is_negated } => self.out.push_str(match (self.is_linear, is_negated) {
                (true, false) => "\\b",
                (true, true) => "\\B",
                (false, false) => BOUNDARY,
                (false, true) => NO_BOUNDARY,
            }),
            Node::Group { captures, inner } => self.group(if *captures && self.captures { "" } else { "?:" }, inner),
            Node::Repeat { inner, least, most, is_lazy } => self.repeat(inner, *least, *most, *is_lazy),
            Node::Look { is_behind, is_negated, inner } => {
                let kind = match (is_behind, is_negated) {
                    (false, false) => "?=",
                    (false, true) => "?!",
                    (true, false) => "?<=",
                    (true, true) => "?<!",
                };
                self.group(kind, inner);
            }
            // In a group, a digit that follows is none of the number's.
            Node::Reference(numbers) => {
                self.out.push_str("(?:");
                for number in numbers {
                    let _ = write!(self.out, "\\{number}");
                }
                self.out.push(')');
            }
        }
    }

    fn group(&mut self, kind: &str, inner: &Node) {
        self.out.push('(');
        self.out.push_str(kind);
        self.node(inner);
        self.out.push(')');
    }

    fn repeat(&mut self, inner: &Node, least: u32, most: Option<u32>, is_lazy: bool) {
        if matches!(inner, Node::Set(_) | Node::Group { .. } | Node::Reference(_)) {
            self.node(inner);
        } else {
            self.group("?:", inner);
        }
        let _ = match (least, most) {
            (0, None) => write!(self.out, "*"),
            (1, None) => write!(self.out, "+"),
            (0, Some(1)) => write!(self.out, "?"),
            (least, None) => write!(self.out, "{{{least},}}"),
            (least, Some(most)) if least == most => write!(self.out, "{{{least}}}"),
            (least, Some(most)) => write!(self.out, "{{{least},{most}}}"),
        };
        if is_lazy {
            self.out.push('?');
        }
    }

    fn set(&mut self, set: &Set) {
        let complement = set.complement();
        match set.ranges() {
            [(low, high)] if low == high => literal(*low, &mut self.out),
            [] => self.out.push_str("[^\\s\\S]"),
            _ if complement.ranges().is_empty() => self.out.push_str("[\\s\\S]"),
            ranges if ranges.len() <= complement.ranges().len() && !ranges.ends_with(&[(char::MAX, char::MAX)]) => {
                self.ranges("[", ranges);
            }
            _ => self.ranges("[^", complement.ranges()),
        }
    }

    fn ranges(&mut self, open: &str, ranges: &[(char, char)]) {
        self.out.push_str(open);
        for (low, high) in ranges {
            member(*low, &mut self.out);
            if low < high {
                if u32::from(*high) - u32::from(*low) > 1 {
                    self.out.push('-');
                }
                member(*high, &mut self.out);
            }
        }
        self.out.push(']');
    }
}

/// A character outside of a class.
fn literal(character: char, out: &mut String) {
    if "^$\\.*+?()[]{}|".contains(character) {
        out.push('\\');
    }
    plain(character, out);
}

/// A character in a class. Each is in it once, so that no two of a kind make an operator.
fn member(character: char, out: &mut String) {
    if "^\\()[]{}|/-".contains(character) {
        out.push('\\');
    }
    plain(character, out);
}

/// A character, escaped where it could not be seen.
fn plain(character: char, out: &mut String) {
    let code = u32::from(character);
    if character == ' ' || character.is_ascii_graphic() || character.is_alphanumeric() || code > 0xffff {
        out.push(character);
    } else {
        let _ = match code {
            0..=0xff => write!(out, "\\x{code:02X}"),
            _ => write!(out, "\\u{code:04X}"),
        };
    }
}
