//! Structs of structured types, and the tagged enums of those that others derive from.

use std::collections::BTreeMap;

use odatype_schema::model::{Location, QualifiedName, StructuredType};

use super::{
    allowed,
    build::Build,
    doc,
    error::{Errors, Named},
    field::fields,
    ident::{TypeIdent, VariantIdent},
    item::{Constructor, Family, FamilyVariant, Item, Record},
    names::{Place, distance},
};
use crate::steps::step;

impl Build<'_, '_> {
    /// The struct and the enum of a type, whichever it has.
    pub(super) fn structured(
        self,
        index: u16,
        ty: &StructuredType,
        place: &Place,
        errors: &mut Errors<'_>,
    ) -> Vec<Item> {
        let fields = fields(self.book, index);
        let accessors = self.accessors(&fields, &place.module, ty.name.as_str(), errors);
        let mut constants = allowed::constants(self.book.model(), ty.name.as_str(), &fields, &accessors, errors);
        let mut items = Vec::new();
        if !ty.is_abstract {
            items.push(Item::Record(Record {
                ident: place.ident.clone(),
                doc: doc::record(self, index, ty, place),
                index: usize::from(index),
                wire: ty.name.to_string(),
                accessors: accessors.clone(),
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
                variants: self.variants(index, ty, place, errors),
                accessors,
                constants,
            }));
        }
        items
    }

    /// A variant for each concrete type of a family, the base first.
    fn variants(self, index: u16, ty: &StructuredType, place: &Place, errors: &mut Errors<'_>) -> Vec<FamilyVariant> {
        let mut variants = Variants::new(&ty.name, place.family.as_ref());
        if !ty.is_abstract {
            variants.push(VariantIdent::whole(&place.ident), &ty.name, &ty.location, index, self, place, errors);
        }
        for name in self.book.descendants(&ty.name) {
            step();
            let Some(derived) = self.book.model().structured.get(name).filter(|derived| !derived.is_abstract) else {
                continue;
            };
            let Some(index) = self.book.row_of(name) else { continue };
            let Some(derived_place) = self.names.place(index) else { continue };
            let prefix = distance(ty.name.namespace(), name.namespace(), TypeIdent::new);
            let ident = VariantIdent::derived(&place.ident, &derived_place.ident, &prefix);
            variants.push(ident, name, &derived.location, index, self, place, errors);
        }
        variants.done
    }
}

/// The variants of one enum, each name once.
pub(super) struct Variants {
    scope: String,
    taken: BTreeMap<VariantIdent, Named>,
    done: Vec<FamilyVariant>,
}

impl Variants {
    /// None yet, in the enum `ident` of the type `name`.
    pub(super) fn new(name: &impl std::fmt::Display, ident: Option<&TypeIdent>) -> Self {
        let scope = match ident {
            Some(ident) => format!("enum `{}` of `{name}`", ident.as_str()),
            None => format!("the enum of `{name}`"),
        };
        Self { scope, taken: BTreeMap::new(), done: Vec::new() }
    }

    /// Adds a variant, unless its name is taken.
    #[expect(clippy::too_many_arguments, reason = "what a variant is, and where")]
    pub(super) fn push(
        &mut self,
        ident: VariantIdent,
        name: &QualifiedName,
        location: &Location,
        index: u16,
        build: Build<'_, '_>,
        place: &Place,
        errors: &mut Errors<'_>,
    ) {
        let own = build.names.place(index).map_or("", |place| place.ident.as_str());
        let named = Named { wire: name.to_string(), role: "", ident: own.to_owned(), location: location.clone() };
        if let Some(first) = self.taken.get(&ident) {
            errors.collision(ident.as_str(), &self.scope, first, &named);
            return;
        }
        let Some(ty) = build.names.own_type(&place.module, index) else { return };
        self.taken.insert(ident.clone(), named);
        self.done.push(FamilyVariant { ident, doc: doc::variant(name), ty, index: usize::from(index) });
    }
}
