//! Values of `Edm.Untyped` and of the built-in abstract types.
//!
//! Source: CSDL JSON 4.01, section 3.5 (built-in abstract types).

use odatype_json::{Span, tree};
use odatype_table::Primitive;

use super::geo::is_geo;
use crate::{
    decode::{Decoder, Path, Step},
    finding::{Expected, Rule},
    table::{Property, TypeKind},
};

impl Decoder<'_> {
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
