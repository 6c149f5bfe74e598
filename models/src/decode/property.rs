//! The value of a property: one, or an array.

use odatype_json::Span;
use odatype_table::Primitive;

use super::{Decoder, Path, Step, narrow};
use crate::{
    finding::{Expected, Rule},
    node::NodeKind,
    table::{Kind, Property},
};

impl Decoder<'_> {
    /// The value of `property`.
    pub(super) fn property(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        match self.reader.peek() {
            b'n' => {
                self.word("null", NodeKind::Null, slot)?;
                if self.strict {
                    self.check_null(property, path);
                }
                Ok(())
            }
            b'[' if property.collection || matches!(property.kind, Kind::Union(_)) => self.list(property, slot, path),
            _ if property.collection => self.misfit(slot, "an array", path),
            _ => self.item(property, slot, path),
        }
    }

    fn list(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        let (at, start, found) = (self.nodes.len(), self.reader.position(), self.findings.mark());
        self.push(NodeKind::List, slot, 0, 0);
        self.last_deep = at;
        self.reader.enter()?;
        // Whatever stands in an object's place tells which type is declared there.
        let declared = match property.kind {
            Kind::Structured(index) | Kind::Union(index) => index,
            _ => 0,
        };
        let mut count = 0;
        while self.reader.next_item(count == 0)? {
            let path = path.index(count);
            if self.reader.peek() == b'n' {
                self.word("null", NodeKind::Null, declared)?;
                if self.strict {
                    self.check_null_item(property, &path);
                }
            } else {
                self.item(property, declared, &path)?;
            }
            count += 1;
        }
        self.nodes[at].a = narrow(count);
        self.close(at);
        if self.strict {
            self.check_many(property, start, found, path);
            self.check_count(property, count, start, path);
        }
        Ok(())
    }

    /// One value of the property's kind, not null.
    fn item(&mut self, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        match property.kind {
            Kind::Structured(index) | Kind::Union(index) => {
                let declared = self.tables.get(index);
                if self.reader.peek() == b'{' {
                    self.object(declared, slot, Some(property), path)
                } else if matches!(property.kind, Kind::Union(_)) {
                    self.other_of_union(slot, path)
                } else {
                    self.misfit(slot, "an object", path)
                }
            }
            Kind::Json(primitive) => self.any(primitive, property, slot, path),
            Kind::Geo(primitive) => self.geo(primitive, slot, path),
            Kind::Scalar(_) | Kind::Enum(_) | Kind::Closed(_) | Kind::Flags(_) => self.scalar(property, slot, path),
        }
    }

    /// Something in a union's place that is no object.
    fn other_of_union(&mut self, slot: u16, path: &Path<'_>) -> Step<()> {
        let span = self.raw(slot, path)?;
        if self.strict {
            self.find(path, span, Rule::Type, Expected::Words("an object of one of the declared types"));
        }
        Ok(())
    }

    /// Any value at all.
    fn any(&mut self, primitive: Primitive, property: &Property, slot: u16, path: &Path<'_>) -> Step<()> {
        if self.strict && primitive == Primitive::Untyped && property.types.is_none() && !property.is_unknown {
            return self.untyped(slot, path);
        }
        let span = self.raw(slot, path)?;
        if self.strict {
            self.check_any(primitive, property, span, path)?;
        }
        Ok(())
    }

    /// A geography or geometry.
    fn geo(&mut self, primitive: Primitive, slot: u16, path: &Path<'_>) -> Step<()> {
        let span = self.raw(slot, path)?;
        if !is_geo(self.reader.slice(span)) {
            self.find(path, span, Rule::Type, Expected::Words(primitive.expected()));
        } else if self.strict {
            self.check_geo(primitive, span, path);
        }
        Ok(())
    }

    /// Keeps the value that starts here as text.
    fn raw(&mut self, slot: u16, path: &Path<'_>) -> Step<Span> {
        let span = self.skip(path)?;
        self.push(NodeKind::Raw, slot, span.start, span.end);
        Ok(span)
    }
}

/// Whether `text`, valid JSON, is an object with a string member `type`.
///
/// Source: RFC 7946, section 3.
fn is_geo(text: &str) -> bool {
    odatype_json::tree::parse(text).is_ok_and(|value| value.get("type").is_some_and(|kind| kind.as_str().is_some()))
}
