//! Primitive values.

use odatype_json::{Number, Span, Text};
use odatype_table::literal;

use super::{Decoder, Path, Step, narrow};
use crate::{
    finding::{Expected, Rule},
    node::{ESCAPE, NodeKind},
    table::{Kind, Property},
};

impl Decoder<'_> {
    /// A value of one of the kinds that JSON writes as a string, number or boolean.
    #[inline]
    pub(super) fn scalar(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
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
            b't' if property.kind == Kind::Scalar(odatype_table::Primitive::Boolean) => {
                self.boolean("true", NodeKind::True, property, slot, path)
            }
            b'f' if property.kind == Kind::Scalar(odatype_table::Primitive::Boolean) => {
                self.boolean("false", NodeKind::False, property, slot, path)
            }
            _ => self.misfit(slot, property.kind.expected(), path),
        }
    }

    fn boolean(
        &mut self,
        word: &'static str,
        kind: NodeKind,
        property: &Property,
        slot: u16,
        path: &Path<'_>,
    ) -> Step<()> {
        let start = self.reader.position();
        self.word(word, kind, slot)?;
        if self.strict {
            self.check_boolean(property, Span { start, end: start + word.len() }, path);
        }
        Ok(())
    }

    #[inline]
    fn text(&mut self, property: &Property, slot: u16, text: Text, path: &Path<'_>) {
        let node = self.nodes.len();
        self.plain_text(slot, text);
        // Most strings are of a kind that takes any.
        if !property.kind.takes_any_text() && !self.text_fits(property.kind, self.text_at(node)) {
            if let Kind::Closed(index) = property.kind {
                self.look_up_member(index, self.text_at(node));
            }
            self.nodes.truncate(node);
            if let Kind::Closed(index) = property.kind {
                let span = quoted(text);
                self.push(NodeKind::Raw, slot, span.start, span.end);
                return self.find(path, span, Rule::Member, Expected::Member(index));
            }
            let rule = if is_written_as_text(property.kind) { Rule::Text } else { Rule::Type };
            self.misfit_at(slot, quoted(text), rule, property.kind.expected(), path);
        } else if self.strict {
            self.check_text(property, node, quoted(text), path);
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

    /// Whether the string `text` is a value of `kind`.
    fn text_fits(&self, kind: Kind, text: &str) -> bool {
        match kind {
            Kind::Scalar(primitive) => literal::is_text(primitive, text),
            // As it is spelled: JSON Schema says the same.
            Kind::Closed(index) => self.tables.get(index).content().member(text).is_some(),
            _ => false,
        }
    }

    #[inline]
    fn number(&mut self, property: &Property, slot: u16, number: Number, path: &Path<'_>) {
        let fits = match property.kind {
            Kind::Scalar(primitive) => literal::is_number(primitive, self.reader.slice(number.span)),
            _ => false,
        };
        if fits {
            self.push(NodeKind::Number, slot, number.span.start, number.span.end);
            if self.strict {
                self.check_number(property, number.span, path);
            }
        } else {
            let is_out_of_range = matches!(property.kind, Kind::Scalar(primitive) if primitive.family().has_numbers());
            let rule = if is_out_of_range { Rule::Range } else { Rule::Type };
            self.misfit_at(slot, number.span, rule, property.kind.expected(), path);
        }
    }

    /// Makes the node at `at`, an object or list, end where the list of nodes does now.
    pub(super) fn close(&mut self, at: usize) {
        let end = narrow(self.nodes.len());
        self.nodes[at].b = end;
    }
}

/// A string with its quotes.
fn quoted(text: Text) -> Span {
    Span { start: text.span.start - 1, end: text.span.end + 1 }
}

/// Whether some string is a value of `kind`.
fn is_written_as_text(kind: Kind) -> bool {
    use odatype_table::Family;
    matches!(kind, Kind::Scalar(primitive)
        if !matches!(primitive.family(), Family::Boolean | Family::Integer))
}
