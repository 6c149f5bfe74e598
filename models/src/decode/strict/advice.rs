//! Advice: what services do not refuse, and do not take either.
//!
//! Source: OData vocabulary Org.OData.Core.V1; OData Protocol 4.01, sections 11.4.2 and 11.4.3 (create and update an
//! entity).

use odatype_json::Span;

use crate::{
    decode::{Decoder, Path, narrow},
    finding::{Expected, Found, Level, Rule},
    table::{Asks, Property},
};

impl Decoder<'_> {
    /// What there is to advise of the value of `property`, which starts here.
    pub(in crate::decode) fn advise(&mut self, property: &Property, path: &Path<'_>) {
        self.reader.peek();
        self.advise_at(property, self.reader.position(), path);
    }

    /// The same of a value that starts at `start`.
    pub(in crate::decode) fn advise_at(&mut self, property: &Property, start: usize, path: &Path<'_>) {
        let asked = property.asks & self.asks;
        let (rule, words) = if asked.any_of(Asks::COMPUTED) {
            (Rule::Computed, "no value, since the service makes it")
        } else if asked.any_of(Asks::READ_ONLY) {
            (Rule::ReadOnly, "no value, since clients only read it")
        } else if asked.any_of(Asks::IMMUTABLE) {
            (Rule::Immutable, "no value but when the object is made, since it does not change")
        } else {
            return;
        };
        let mut ahead = self.reader;
        ahead.rewind(start);
        // A fault of the text is told when it is read.
        let Span { start, end } = ahead.skip(&mut |_| {}).unwrap_or(Span { start, end: start });
        let found = Found::Value(narrow(start), narrow(end));
        self.note_as(Level::Advice, path, start, rule, Expected::Words(words), found);
    }
}
