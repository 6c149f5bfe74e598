//! The bodies of actions, and what functions are given.
//!
//! Source: OData CSDL JSON 4.01, section 12; OData JSON 4.01, section 18 (action invocation); OData URL Conventions 4.01, section 4.5
//! (addressing operations).

use odatype_schema::{Overload, model::ReturnType};
use odatype_table::{Member, Primitive, Shape};

use super::{
    allowed,
    build::Build,
    doc,
    error::Errors,
    field::fields,
    item::{Called, Constructor, Item, Record, Required, RequiredField, Returns},
    names::{ModulePath, Place},
};

impl Build<'_, '_> {
    /// What one overload is given.
    pub(super) fn operation(
        self,
        index: u16,
        name: &str,
        overload: Overload<'_>,
        place: &Place,
        errors: &mut Errors<'_>,
    ) -> Item {
        let fields = fields(self.book, index);
        let accessors = self.accessors(&fields, &place.module, name, errors);
        let constants = allowed::constants(self.book.model(), name, &fields, &accessors, errors);
        let required = accessors.iter().enumerate().filter_map(|(place, accessor)| {
            let Member { is_required, place: of, .. } = fields.get(accessor.slot)?.member;
            let may_be_null = of.is_nullable && !of.ty.is_collection;
            is_required.then_some(RequiredField { place, may_be_null })
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
            doc: doc::operation(self, index, name, overload, &place.module),
            index: usize::from(index),
            wire: name.to_owned(),
            accessors,
            constants,
            constructor,
            returns: overload.operation.returns.as_ref().and_then(|returns| self.returns(returns, &place.module)),
            called: Some(Called {
                is_function: overload.is_function(),
                segment: self.book.model().called(overload.operation).to_owned(),
            }),
        })
    }

    /// What comes back, seen from a module; nothing of a stream, which is no JSON.
    fn returns(self, returns: &ReturnType, module: &ModulePath) -> Option<Returns> {
        let shape = self.book.shape(&returns.ty.name);
        let value = match shape {
            Shape::Primitive(Primitive::Stream) => return None,
            shape => self.value(shape, module),
        };
        Some(Returns { value, collection: returns.ty.collection })
    }
}
