//! Types with their facets, as attributes name them.
//!
//! Source: OData CSDL XML 4.01, sections 4.1 and 7.2.

use crate::{
    model::{Facets, TypeRef},
    notes::Noting as _,
    xml::context::{Attributes, Context},
};

impl Context<'_> {
    /// The type in attribute `attribute`, with facets.
    pub(super) fn type_ref(&mut self, attributes: &Attributes<'_>, attribute: &str) -> TypeRef {
        let facets = self.facets(attributes);
        if let Some(found) = attributes.find(attribute) {
            return self.named_type(&format!("attribute `{attribute}`"), &found.value, found.start, facets);
        }
        let (message, meant) = attributes.lack(attribute);
        self.no_type(attributes.element.start, message, meant)
    }

    /// The facets; those that are wrong are not applied.
    fn facets(&mut self, attributes: &Attributes<'_>) -> Facets {
        self.aside(|context| context.all_facets(attributes))
    }

    fn all_facets(&mut self, attributes: &Attributes<'_>) -> Facets {
        let number = |text: &str| text.parse::<u64>().ok();
        let number_or = |word: &'static [&'static str]| {
            // Services write `Variable` too.
            move |text: &str| {
                let text = text.to_ascii_lowercase();
                (text.parse::<i64>().is_ok() || word.contains(&&*text)).then_some(text)
            }
        };
        let max_length = match attributes.get("MaxLength") {
            // OData 3 wrote `Max`.
            Some(text) if text.trim().eq_ignore_ascii_case("max") => None,
            _ => self.parsed(attributes, "MaxLength", "expected a number or `max`; it is not applied", number),
        };
        let scale = number_or(&["floating", "variable"]);
        Facets {
            max_length,
            precision: self.parsed(attributes, "Precision", "expected a number; it is not applied", number),
            scale: self.parsed(
                attributes,
                "Scale",
                "expected a number, `floating` or `variable`; it is not applied",
                scale,
            ),
            unicode: self.boolean(attributes, "Unicode"),
            srid: self.parsed(
                attributes,
                "SRID",
                "expected a number or `variable`; it is not applied",
                number_or(&["variable"]),
            ),
        }
    }
}
