//! Types with their facets, as members name them.
//!
//! Source: OData CSDL JSON 4.01, sections 4 and 7.2.

use std::borrow::Cow;

use odatype_json::tree::Kind;
use odatype_table::name::MaybeCollection;

use crate::{
    json::context::{Context, Object},
    literal,
    model::{Facets, Primitive, TypeName, TypeRef},
    notes::Noting as _,
};

/// Members that belong to a type reference.
pub(super) const TYPE_MEMBERS: [&str; 7] =
    ["$Type", "$Collection", "$MaxLength", "$Precision", "$Scale", "$Unicode", "$SRID"];

impl Context<'_> {
    /// The type of a property, parameter, return value or term: `$Type`, which is `Edm.String` where it is absent,
    /// `$Collection` and facets.
    pub(super) fn type_ref(&mut self, object: Object<'_>) -> TypeRef {
        let collection = self.boolean(object, "$Collection");
        if object.get("$Type").is_some() {
            return self.type_in(object, "$Type", collection);
        }
        let name = TypeName::Primitive(Primitive::String);
        TypeRef { collection, name, facets: self.facets(object) }
    }

    /// The same where `$Type`, or what is instead of it, has to be there.
    pub(super) fn required_type(&mut self, object: Object<'_>, member: &str) -> TypeRef {
        let collection = member == "$Type" && self.boolean(object, "$Collection");
        if object.get(member).is_none() {
            let (message, meant) = object.lack(member);
            return self.no_type(object.start, message, meant);
        }
        self.type_in(object, member, collection)
    }

    /// The type in `member`, or a collection of it.
    fn type_in(&mut self, object: Object<'_>, member: &str, is_collection: bool) -> TypeRef {
        let facets = self.facets(object);
        let Some(value) = object.get(member) else { return literal::unknown_type() };
        let Some(text) = value.as_str() else {
            let message = format!("`{member}` is {}", value.kind_name());
            return self.no_type(value.start, message, Some("expected a string".to_owned()));
        };
        let what = format!("`{member}`");
        let MaybeCollection { is_collection: is_written, item } = MaybeCollection::parse(text);
        if is_written && !is_collection && !MaybeCollection::parse(item).is_collection {
            let help = format!("expected `{item}`, and `\"$Collection\": true`; it is read as that");
            self.odd(value.start, format!("{what} is `{text}`"), help);
        }
        let text = if is_collection { Cow::Owned(format!("Collection({text})")) } else { Cow::Borrowed(text) };
        self.named_type(&what, &text, value.start, facets)
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
