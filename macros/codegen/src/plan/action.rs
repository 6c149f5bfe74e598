//! The bodies of actions.
//!
//! Source: OData CSDL JSON 4.01, section 12; OData JSON 4.01, section 18 (action invocation).

use odatype_schema::{Action, model::ReturnType};
use odatype_table::{Primitive, Shape};

use super::{
    allowed,
    build::Build,
    doc,
    error::Errors,
    field::fields,
    item::{Accessor, Constructor, Item, Record, Required, Returns},
    names::{ModulePath, Place},
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
        let constants = allowed::constants(self.book.model(), name, &fields, &accessors, errors);
        let is_required = |accessor: &Accessor| fields.get(accessor.slot).is_some_and(|field| field.member.is_required);
        let places = accessors.iter().enumerate().filter(|(_, accessor)| is_required(accessor)).map(|(place, _)| place);
        let doc = doc::constructor(place.ident.as_str());
        let constructor = match &place.required {
            None => Constructor::Empty(doc),
            Some(ident) => Constructor::Required(
                doc,
                Required { ident: ident.clone(), doc: doc::required(&place.ident, name), fields: places.collect() },
            ),
        };
        Item::Record(Record {
            ident: place.ident.clone(),
            doc: doc::action(self, index, name, action, &place.module),
            index: usize::from(index),
            wire: name.to_owned(),
            accessors,
            constants,
            constructor,
            returns: action.operation.returns.as_ref().and_then(|returns| self.returns(returns, &place.module)),
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
