//! Makes texts that are JSON and, unless told not to, here and there something that is not.

use std::fmt::Write as _;

use super::{number::number, random::Random};

/// How deep a made text nests.
const DEPTH: usize = 5;

/// Writes one text.
pub(super) struct Maker<'r> {
    random: &'r mut Random,
    out: String,
    /// One in so many choices is wrong; never, if 0.
    wrong: usize,
}

impl<'r> Maker<'r> {
    /// A maker of texts of which about half are JSON.
    pub(super) fn new(random: &'r mut Random) -> Self {
        Self { random, out: String::new(), wrong: 60 }
    }

    /// The same, but everything is JSON.
    pub(super) fn valid(self) -> Self {
        Self { wrong: 0, ..self }
    }

    /// A whole text.
    pub(super) fn text(mut self) -> Vec<u8> {
        self.space();
        self.value(DEPTH);
        self.space();
        self.text_so_far()
    }

    /// What was written.
    pub(super) fn text_so_far(self) -> Vec<u8> {
        self.out.into_bytes()
    }

    fn is_wrong(&mut self) -> bool {
        self.wrong > 0 && self.random.one_in(self.wrong)
    }

    fn one_of(&mut self, parts: &[&str]) {
        let part = self.random.pick(parts);
        self.out.push_str(part);
    }

    fn space(&mut self) {
        if self.is_wrong() {
            self.one_of(&["\u{b}", "\u{c}", "\u{a0}", "\u{feff}", "\0", "/**/", "\u{2028}", "\u{85}"]);
        }
        while self.random.one_in(5) {
            self.one_of(&[" ", "\n", "\r", "\t", "  ", "\r\n        "]);
        }
    }

    fn value(&mut self, depth: usize) {
        if self.is_wrong() {
            return self.one_of(&["", "nul", "True", "truefalse", "NaN", "Infinity", "'a'", "a", ",", ":", "}", "]"]);
        }
        match self.random.below(if depth == 0 { 6 } else { 10 }) {
            0 => self.one_of(&["null", "true", "false"]),
            1 | 2 => self.number(),
            3..6 => self.string(),
            6 | 7 => self.array(depth - 1),
            _ => self.object(depth - 1),
        }
    }

    fn array(&mut self, depth: usize) {
        self.out.push('[');
        self.space();
        for item in 0..self.random.below(5) {
            self.separator(item);
            self.value(depth);
            self.space();
        }
        self.close("]");
    }

    fn object(&mut self, depth: usize) {
        self.out.push('{');
        self.space();
        // Beyond a few dozen members, repeated names are found in another way.
        let members = if self.random.one_in(40) { 20 + self.random.below(40) } else { self.random.below(6) };
        for member in 0..members {
            self.separator(member);
            self.name();
            self.space();
            if self.is_wrong() {
                self.one_of(&["", "::", "=", ","]);
            } else {
                self.out.push(':');
            }
            self.space();
            self.value(if members < 20 { depth } else { 0 });
            self.space();
        }
        self.close("}");
    }

    fn separator(&mut self, item: usize) {
        if self.is_wrong() {
            self.one_of(&["", ",,", ";", ", ,", ":"]);
        } else if item > 0 {
            self.out.push(',');
        }
        self.space();
    }

    fn close(&mut self, with: &str) {
        if self.is_wrong() { self.one_of(&["", ",", "]", "}", ")"]) } else { self.out.push_str(with) }
    }

    fn name(&mut self) {
        match self.random.below(6) {
            0 => self.string(),
            1 => {
                let number = self.random.below(30);
                let _ = write!(self.out, "\"a long name {number} whose ends are alike\"");
            }
            2 => self.one_of(&[r#""\u0061""#, r#""\u0062\u0063""#, r#""\/""#, r#""@odata.type""#]),
            _ => self.one_of(&["\"a\"", "\"bc\"", "\"\"", "\"/\"", "\"callRoute\"", "\"@odata.type\""]),
        }
    }

    fn string(&mut self) {
        self.out.push('"');
        for _ in 0..self.random.below(5) {
            match self.random.below(8) {
                0 => self.one_of(&["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"]),
                1 => self.unit(),
                2 => {
                    let high = 0xD800 + self.random.below(0x400);
                    let low = 0xDC00 + self.random.below(0x400);
                    let _ = write!(self.out, "\\u{high:04x}\\u{low:04X}");
                }
                3 => {
                    let bits = u32::try_from(self.random.bits() % 0x11_0000).unwrap_or(0);
                    self.out.extend(char::from_u32(bits).filter(|c| *c >= ' ' && !matches!(c, '"' | '\\')));
                }
                _ => {
                    let length = self.random.below(20);
                    self.out.extend(std::iter::repeat_n('x', length));
                }
            }
        }
        if self.is_wrong() {
            self.one_of(&["\n", "\0", "\\", "\\x", "\\u12", "\\ud800", "\\udc00", "\\ud800\\n", "\t", "\"", "\\U0041"]);
        }
        self.out.push('"');
    }

    /// An escape of one UTF-16 unit that is no surrogate.
    fn unit(&mut self) {
        let unit = match self.random.below(3) {
            0 => self.random.below(0x80),
            1 => self.random.below(0xD800),
            _ => 0xE000 + self.random.below(0x2000),
        };
        let _ = write!(self.out, "\\u{unit:04x}");
    }

    /// A number, and what is not quite one.
    pub(super) fn number(&mut self) {
        let number = number(self.random);
        self.out.push_str(&number);
        if self.is_wrong() {
            self.one_of(&[".", "e", "E+", "-", "+", "x", "_", "e1.5", ".e1", "0x1", "f", "\u{664}"]);
        }
    }
}
