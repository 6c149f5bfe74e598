//! Null, and how many items there are.

use odatype_json::Span;

use crate::{
    decode::{Decoder, Path, decoder::number},
    finding::{Expected, Found, Mark, Rule, Unit},
    table::{Kind, Property},
};

/// How long the word `null` is.
const NULL: usize = 4;

impl Decoder<'_> {
    /// The null that was just read, in the place of a property.
    #[cold]
    pub(in crate::decode) fn check_null(&mut self, property: &Property, path: &Path<'_>) {
        if property.collection {
            self.find(path, self.just_read(NULL), Rule::Type, Expected::Words("an array"));
        } else if !property.nullable {
            self.find(path, self.just_read(NULL), Rule::Type, Expected::Words(property.kind.expected()));
        }
    }

    /// The null that was just read, as an item.
    #[cold]
    pub(in crate::decode) fn check_null_item(&mut self, property: &Property, path: &Path<'_>) {
        if !property.nullable || matches!(property.kind, Kind::Union(_)) {
            self.find(path, self.just_read(NULL), Rule::Type, Expected::Words("an item that is not null"));
        }
    }

    /// The array that began at `start`, where one of several types may stand: it is wrong as a whole, whatever was
    /// found in it since `mark`, if none of them is a collection.
    pub(in crate::decode) fn check_many(&mut self, property: &Property, start: usize, mark: Mark, path: &Path<'_>) {
        if let Kind::Union(index) = property.kind
            && !self.tables.get(index).content().alternatives.iter().any(|(many, _)| *many)
        {
            self.findings.forget_since(mark);
            let span = Span { start, end: self.reader.position() };
            self.find(path, span, Rule::Type, Expected::Words("an object"));
        }
    }

    /// How many items the array has that began at `start`.
    pub(in crate::decode) fn check_count(&mut self, property: &Property, count: usize, start: usize, path: &Path<'_>) {
        let Some(rules) = property.rules else { return };
        let count = number(count);
        if let Some(least) = rules.asked.min_items.filter(|least| count < *least) {
            self.note(path, start, Rule::Count, Expected::AtLeast(least, Unit::Items), Found::Count(count));
        }
        if let Some(most) = rules.asked.max_items.filter(|most| count > *most) {
            self.note(path, start, Rule::Count, Expected::AtMost(most, Unit::Items), Found::Count(count));
        }
    }

    /// The last `length` bytes that were read.
    fn just_read(&self, length: usize) -> Span {
        let end = self.reader.position();
        Span { start: end - length, end }
    }
}
