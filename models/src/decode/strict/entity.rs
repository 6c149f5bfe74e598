//! Objects that stand for an entity without being one.
//!
//! Source: OData JSON 4.01, sections 14 (entity references) and 15 (delta payloads).

use std::borrow::Cow;

use odatype_json::{Span, unescape};
use odatype_table::{control, name};

use super::undeclared::is_operation;
use crate::decode::{Decoder, Path};

/// The names and the values of an object's members, as far as their names are none of its type's properties.
pub(super) type Members<'t> = Vec<(Span, Cow<'t, str>, Span)>;

impl<'t> Decoder<'t> {
    /// Whether the object of these `members` has an identity, and besides it only annotations.
    pub(super) fn is_reference(&self, members: &Members<'t>) -> bool {
        let is_text = |name: &str| self.text_of(members, name).is_some_and(|text| text.starts_with('"'));
        ["@odata.id", "@id"].into_iter().any(is_text) && members.iter().all(|(_, name, _)| name::is_annotation(name))
    }

    /// Whether the object of these `members` is one of those that only delta payloads have.
    pub(super) fn is_of_delta(&self, members: &Members<'t>) -> bool {
        ["@removed", "@odata.removed"].into_iter().any(|name| self.text_of(members, name).is_some())
            || ["@odata.context", "@context"].into_iter().any(|name| {
                let context = self.text_of(members, name).and_then(|text| text.strip_suffix('"')).map(unescape);
                context.is_some_and(|context| control::DELTA_CONTEXTS.iter().any(|part| context.ends_with(part)))
            })
    }

    /// What such an object, which has no type, says of itself.
    pub(super) fn check_stated(&mut self, members: &Members<'t>, object: &Path<'_>) {
        for (at, name, value) in members {
            let path = object.member(*at, object.type_name());
            if name::is_annotation(name) {
                self.check_form_of(name, *value, &path);
            } else if is_operation(name) {
                self.check_operation(*value, &path);
            }
        }
    }

    fn text_of(&self, members: &Members<'t>, name: &str) -> Option<&'t str> {
        members.iter().find(|(_, of, _)| of == name).map(|(_, _, value)| self.reader.slice(*value))
    }
}
