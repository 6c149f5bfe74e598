//! Types with their facets, as members name them.
//!
//! Source: OData CSDL JSON 4.01, sections 4 and 7.2.

use odatype_json::tree::Kind;
use odatype_table::name::MaybeCollection;

use crate::{
    json::context::{Context, Object},
    literal,
    model::{Facets, TypeName, TypeRef},
    notes::Noting as _,
};

/// Members that belong to a type reference.
pub(super) const TYPE_MEMBERS: [&str; 7] =
    ["$Type", "$Collection", "$MaxLength", "$Precision", "$Scale", "$Unicode", "$SRID"];

impl Context<'_> {
    /// The type of a property, parameter, return value or term: `$Type`, `$Collection` and facets.
    pub(super) fn type_ref(&mut self, object: Object<'_>) -> TypeRef {
        let collection = self.boolean(object, "$Collection");
        let facets = self.facets(object);
        TypeRef { collection, name: self.type_name(object, "$Type").unwrap_or(literal::unknown_type().name), facets }
    }

    /// The type name in `member`, `Edm.String` where that is absent; `None` after a fault.
    pub(super) fn type_name(&mut self, object: Object<'_>, member: &str) -> Option<TypeName> {
        let Some(value) = object.get(member) else { return literal::type_name("Edm.String").ok() };
        let text = self.text(member, value)?;
        if MaybeCollection::parse(text).is_collection {
            let help = "expected the item type, and `\"$Collection\": true`".to_owned();
            self.fault(value.start, format!("`{member}` is `{text}`"), help);
            return None;
        }
        let name = self.notes.aliases.name(text);
        match literal::type_name(&name) {
            Ok(name) => Some(name),
            Err(help) => {
                self.fault(value.start, format!("`{member}` is `{text}`"), help.to_owned());
                None
            }
        }
    }

    /// The facets; those that are wrong are not applied.
    pub(super) fn facets(&mut self, object: Object<'_>) -> Facets {
        self.aside(|context| context.all_facets(object))
    }

    fn all_facets(&mut self, object: Object<'_>) -> Facets {
        Facets {
            max_length: self.number(object, "$MaxLength"),
            precision: self.number(object, "$Precision"),
            scale: self.number_or_word(object, "$Scale", &["floating", "variable"]),
            unicode: object.get("$Unicode").map(|_| self.boolean(object, "$Unicode")),
            srid: self.number_or_word(object, "$SRID", &["variable"]),
        }
    }

    fn number_or_word(&mut self, object: Object<'_>, name: &str, words: &[&str]) -> Option<String> {
        let value = object.get(name)?;
        let expected = format!("a whole number or `{}`; it is not applied", words.join("`, `"));
        match &value.kind {
            Kind::Number(text) if text.parse::<i64>().is_ok() => Some((*text).to_owned()),
            Kind::String(text) => {
                // Services write `Variable` too.
                let text = text.to_ascii_lowercase();
                let is_known = words.contains(&&*text) || text.parse::<i64>().is_ok();
                if !is_known {
                    self.mistaken(name, value, &expected);
                }
                is_known.then_some(text)
            }
            _ => {
                self.mistaken(name, value, &expected);
                None
            }
        }
    }
}
