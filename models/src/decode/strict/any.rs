//! Values of `Edm.Untyped` and of the built-in abstract types.
//!
//! Source: CSDL JSON 4.01, section 3.5 (built-in abstract types).

use odatype_json::{Span, tree};
use odatype_table::Primitive;

use super::geo::is_geo;
use crate::{
    decode::{Decoder, Path, Step},
    finding::{Expected, Rule},
    node::NodeKind,
    table::{Property, TypeKind},
};

impl Decoder<'_> {
    /// A value of `Edm.Untyped`, of which the schema says no more: what it is, its tags say, as those of dynamic values
    /// do.
    ///
    /// Source: OData JSON 4.01, section 4.6.3 (control information `type`).
    pub(in crate::decode) fn untyped(&mut self, slot: u16, path: &Path<'_>) -> Step<()> {
        self.reader.peek();
        let start = self.reader.position();
        let (nodes, tail) = (self.nodes.len(), self.tail.len());
        self.dynamic_value(path)?;
        self.nodes.truncate(nodes);
        self.tail.truncate(tail);
        self.push(NodeKind::Raw, slot, start, self.reader.position());
        Ok(())
    }

    /// The value at `span` as one of `primitive`, which may be anything when it is read.
    pub(in crate::decode) fn check_any(
        &mut self,
        primitive: Primitive,
        property: &Property,
        span: Span,
        path: &Path<'_>,
    ) -> Step<()> {
        match primitive {
            Primitive::PrimitiveType => {
                let fits = match tree::parse(self.reader.slice(span)).map(|value| (is_geo(&value, None), value.kind)) {
                    Ok((_, tree::Kind::String(_) | tree::Kind::Number(_) | tree::Kind::Bool(_))) => true,
                    Ok((is_geo, _)) => is_geo,
                    Err(_) => false,
                };
                if !fits {
                    self.find(path, span, Rule::Type, Expected::Words(primitive.expected()));
                }
            }
            Primitive::ComplexType => self.check_abstract(TypeKind::Complex, primitive, span, path)?,
            Primitive::EntityType => self.check_abstract(TypeKind::Entity, primitive, span, path)?,
            _ => {
                if let Some(listed) = property.types {
                    self.check_listed(span, listed, path)?;
                }
            }
        }
        Ok(())
    }
}
