//! Primitive values.

use odatype_json::{Number, Text};

use super::{Decoder, Path, Step, narrow};
use crate::{
    edm::{self, shape},
    node::{ESCAPE, NodeKind},
    table::{Kind, Property},
};

impl Decoder<'_> {
    /// A value of one of the kinds that JSON writes as a string, number or boolean.
    #[inline]
    pub(super) fn scalar(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        let start = self.reader.position();
        match self.reader.peek() {
            b'"' => {
                let text = self.reader.string()?;
                self.text(property, slot, text, path);
                Ok(())
            }
            b'-' | b'0'..=b'9' => {
                let number = self.reader.number()?;
                self.number(property, slot, number, path);
                Ok(())
            }
            b't' if property.kind == Kind::Boolean => {
                self.word("true", NodeKind::True, slot)?;
                self.check_value(property, start, path);
                Ok(())
            }
            b'f' if property.kind == Kind::Boolean => {
                self.word("false", NodeKind::False, slot)?;
                self.check_value(property, start, path);
                Ok(())
            }
            _ => self.misfit(slot, property.kind.expected(), path),
        }
    }

    #[inline]
    fn text(&mut self, property: &Property, slot: u16, text: Text, path: &Path<'_>) {
        let (start, end) = (text.span.start, text.span.end);
        let node = self.nodes.len();
        self.plain_text(slot, text);
        // Most strings are of a kind that takes any.
        if !matches!(property.kind, Kind::Text | Kind::Enum(_) | Kind::Flags(_)) {
            let value = self.text_at(node);
            if !text_fits(property.kind, value) {
                self.nodes.truncate(node);
                self.misfit_at(slot, (start - 1, end + 1), property.kind.expected(), path);
                return;
            }
        }
        if self.strict {
            self.check_text(property, node, path);
        }
    }

    /// The text of the string node at `node`.
    pub(super) fn text_at(&self, node: usize) -> &str {
        let node = self.nodes[node];
        let text = self.reader.text();
        let (start, end) = (node.a as usize, node.b as usize);
        match start.checked_sub(text.len()) {
            Some(start) if node.flags == ESCAPE => self.tail.get(start..end - text.len()).unwrap_or(""),
            _ => text.get(start..end).unwrap_or(""),
        }
    }

    #[inline]
    fn number(&mut self, property: &Property, slot: u16, number: Number, path: &Path<'_>) {
        let text = self.reader.slice(number.span);
        if number_fits(property.kind, text, number.integer) {
            self.push(NodeKind::Number, slot, number.span.start, number.span.end);
            if self.strict {
                self.check_number(property, text, path);
            }
        } else {
            self.misfit_at(slot, (number.span.start, number.span.end), property.kind.expected(), path);
        }
    }

    fn check_value(&mut self, property: &Property, start: usize, path: &Path<'_>) {
        if self.strict {
            let text = self.reader.text().get(start..self.reader.position()).unwrap_or("").trim();
            self.check_allowed(property, text, path);
        }
    }

    /// Makes the node at `at`, an object or list, end where the list of nodes does now.
    pub(super) fn close(&mut self, at: usize) {
        let end = narrow(self.nodes.len());
        self.nodes[at].b = end;
    }
}

/// Whether the string `text` is a value of `kind`.
fn text_fits(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Text | Kind::Enum(_) | Kind::Flags(_) => true,
        Kind::Binary => shape::is_binary(text),
        Kind::Int64 => shape::is_int64(text),
        Kind::Decimal => shape::is_decimal(text),
        Kind::Single | Kind::Double => shape::is_float(text),
        Kind::Date => shape::is_date(text),
        Kind::DateTimeOffset => shape::is_date_time_offset(text),
        Kind::TimeOfDay => shape::is_time_of_day(text),
        Kind::Duration => shape::is_duration(text),
        Kind::Guid => shape::is_guid(text),
        _ => false,
    }
}

/// Whether the number `text` is a value of `kind`. A number with a fraction of zero is an integer, as in JSON Schema.
fn number_fits(kind: Kind, text: &str, integer: bool) -> bool {
    let (least, greatest) = match kind {
        Kind::Byte => (0, i64::from(u8::MAX)),
        Kind::SByte => (i64::from(i8::MIN), i64::from(i8::MAX)),
        Kind::Int16 => (i64::from(i16::MIN), i64::from(i16::MAX)),
        Kind::Int32 => (i64::from(i32::MIN), i64::from(i32::MAX)),
        Kind::Int64 => (i64::MIN, i64::MAX),
        Kind::Double | Kind::Decimal => return true,
        Kind::Single => return text.parse::<f64>().is_ok_and(|value| value.abs() <= f64::from(f32::MAX)),
        _ => return false,
    };
    if integer {
        return text.parse::<i64>().is_ok_and(|value| (least..=greatest).contains(&value));
    }
    edm::whole(text).is_some_and(|value| (least..=greatest).contains(&value))
}
