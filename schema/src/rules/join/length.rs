//! `MaxLength` and `Unicode`.
//!
//! Source: OData CSDL JSON 4.01, sections 7.2.1 and 7.2.4.

use odatype_table::{Primitive, literal};

use super::{Join, number::unquoted};
use crate::{
    model::{Facets, Location},
    rules::subject::Kind,
};

impl Join<'_, '_> {
    pub(super) fn max_length(&mut self, facets: &Facets, location: &Location) {
        let Some(length) = facets.max_length else { return };
        match self.subject.kind {
            Kind::Primitive(Primitive::String | Primitive::Binary) => {}
            // Its content has a length, and is not in the payload.
            Kind::Primitive(Primitive::Stream) => return,
            _ => return self.facet_misplaced(location, "MaxLength"),
        }
        if let Some(old) = self.joined.max_length.filter(|old| length > *old) {
            return self.loosens(location, "MaxLength", &length.to_string(), &old.to_string());
        }
        let is_binary = matches!(self.subject.kind, Kind::Primitive(Primitive::Binary));
        let fits = |scalar: &String| {
            let text = unquoted(scalar);
            let found = if is_binary { literal::binary_length(&text) } else { text.chars().count() };
            u64::try_from(found).is_ok_and(|found| found <= length)
        };
        let allowed = self.joined.allowed.as_ref().filter(|allowed| !allowed.is_empty());
        if allowed.is_some_and(|allowed| !allowed.iter().any(fits)) {
            let message = "`MaxLength` is not applied: all allowed values are longer";
            return self.warn(location, message, "");
        }
        self.joined.max_length = Some(length);
    }

    pub(super) fn unicode(&mut self, facets: &Facets, location: &Location) {
        if facets.unicode == Some(false) {
            match self.subject.kind {
                Kind::Primitive(Primitive::String) => self.joined.is_ascii = true,
                _ => self.facet_misplaced(location, "Unicode"),
            }
        } else if facets.unicode == Some(true) && self.joined.is_ascii {
            self.loosens(location, "Unicode", "true", "false");
        }
    }
}
