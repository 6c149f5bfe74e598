//! The bodies of actions.
//!
//! Source: OData CSDL JSON 4.01, section 12; OData JSON 4.01, section 18 (action invocation).

use super::{
    Build, doc,
    error::Errors,
    item::{Constructor, Item, Record},
    layout::ActionRow,
    names::Place,
};

impl Build<'_, '_> {
    /// The body of one overload.
    pub(super) fn action(self, index: usize, action: &ActionRow<'_>, place: &Place, errors: &mut Errors<'_>) -> Item {
        let row = &self.layout.rows[index];
        let accessors = self.accessors(&row.slots, &place.module, &row.name, errors);
        let required: Vec<usize> = accessors
            .iter()
            .enumerate()
            .filter(|(_, accessor)| row.slots[accessor.slot].required)
            .map(|(place, _)| place)
            .collect();
        let doc = doc::constructor(place.ident.as_str());
        let constructor =
            if required.is_empty() { Constructor::Empty(doc) } else { Constructor::Required(doc, required) };
        Item::Record(Record {
            ident: place.ident.clone(),
            doc: doc::action(&row.name, action),
            index,
            accessors,
            constructor,
        })
    }
}
