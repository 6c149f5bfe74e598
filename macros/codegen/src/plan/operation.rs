//! The bodies of actions, and what functions are given.
//!
//! Source: OData CSDL JSON 4.01, section 12; OData JSON 4.01, section 18 (action invocation); OData URL Conventions
//! 4.01, section 4.5 (addressing operations).

use odatype_schema::{Overload, model::ReturnType};
use odatype_table::{Member, Primitive, Shape};

use super::{
    build::{Build, Parts},
    doc,
    field::fields,
    item::{Called, Constructor, Item, Record, Required, RequiredField, Returns},
    names::Place,
};

impl Build<'_, '_> {
    /// What one overload is given.
    pub(super) fn operation(
        self,
        index: u16,
        name: &str,
        overload: Overload<'_>,
        place: &Place,
        Parts { constants, example }: Parts,
    ) -> Item {
        let required = fields(self.book, index).filter_map(|field| {
            let Member { is_required, place: of, .. } = field.member;
            let may_be_null = of.is_nullable && !of.ty.is_collection;
            is_required.then_some(RequiredField { slot: field.slot, may_be_null })
        });
        let doc = doc::constructor(place.ident.as_str());
        let constructor = match &place.required {
            None => Constructor::Empty(doc),
            Some(ident) => Constructor::Required(
                doc,
                Required {
                    ident: ident.clone(),
                    doc: doc::required(&place.ident, name, overload),
                    fields: required.collect(),
                },
            ),
        };
        Item::Record(Record {
            ident: place.ident.clone(),
            doc: doc::operation(self, name, overload, &place.module, &example),
            index: usize::from(index),
            wire: name.to_owned(),
            constants,
            constructor,
            returns: overload.operation.returns.as_ref().and_then(|returns| self.returns(returns)),
            called: Some(Called {
                is_function: overload.is_function(),
                segment: self.imports.called(overload.operation).to_owned(),
            }),
        })
    }

    /// What comes back; nothing of a stream, which is no JSON.
    fn returns(self, returns: &ReturnType) -> Option<Returns> {
        let shape = self.book.shape(&returns.ty.name);
        let value = match shape {
            Shape::Primitive(Primitive::Stream) => return None,
            shape => self.value(shape),
        };
        Some(Returns { value, collection: returns.ty.collection })
    }
}
