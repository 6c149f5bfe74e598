//! Structs of structured types, and the tagged enums of those that others derive from.

use odatype_schema::model::StructuredType;

use super::{
    build::{Build, Parts},
    doc,
    ident::VariantIdent,
    item::{Constructor, Family, Item, Record},
    names::Place,
};

impl Build<'_, '_> {
    /// The struct and the enum of a type, whichever it has.
    pub(super) fn structured(
        self,
        index: u16,
        ty: &StructuredType,
        place: &Place,
        Parts { mut constants, example }: Parts,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        if !ty.is_abstract {
            items.push(Item::Record(Record {
                ident: place.ident.clone(),
                doc: doc::record(self, index, ty, place, &example),
                index: usize::from(index),
                wire: ty.name.to_string(),
                constants: std::mem::take(&mut constants),
                constructor: Constructor::Empty(doc::constructor(place.ident.as_str())),
                returns: None,
                called: None,
            }));
        }
        if let Some(ident) = &place.family {
            items.push(Item::Family(Family {
                ident: ident.clone(),
                doc: doc::family(self, index, ty, place),
                index: usize::from(index),
                wire: ty.name.to_string(),
                base: (!ty.is_abstract).then(|| VariantIdent::whole(&place.ident)),
                constants,
            }));
        }
        items
    }
}
