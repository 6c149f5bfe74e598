//! The bodies of actions.
//!
//! Source: OData CSDL JSON 4.01, section 12; OData JSON 4.01, section 18 (action invocation).

use odatype_schema::Action;

use super::{
    build::Build,
    doc,
    error::Errors,
    field::fields,
    item::{Constructor, Item, Record},
    names::Place,
};

impl Build<'_, '_> {
    /// The body of one overload.
    pub(super) fn action(
        self,
        index: u16,
        name: &str,
        action: Action<'_>,
        place: &Place,
        errors: &mut Errors<'_>,
    ) -> Item {
        let fields = fields(self.book, index);
        let accessors = self.accessors(&fields, &place.module, name, errors);
        let required: Vec<usize> = accessors
            .iter()
            .enumerate()
            .filter(|(_, accessor)| fields.get(accessor.slot).is_some_and(|field| field.member.is_required))
            .map(|(place, _)| place)
            .collect();
        let doc = doc::constructor(place.ident.as_str());
        let constructor =
            if required.is_empty() { Constructor::Empty(doc) } else { Constructor::Required(doc, required) };
        Item::Record(Record {
            ident: place.ident.clone(),
            doc: doc::action(name, action),
            index: usize::from(index),
            accessors,
            constructor,
        })
    }
}
