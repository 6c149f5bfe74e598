//! The enums of untyped properties for which the schema lists structured types.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::BTreeMap;

use odatype_schema::{Origin, Union as Alternatives};
use odatype_table::Shape;

use super::{
    build::Build,
    doc,
    error::{Errors, Named},
    ident::{TypeIdent, VariantIdent, distance},
    item::{FamilyVariant, Item, Union},
    names::Place,
};

impl Build<'_, '_> {
    /// The enum of one property.
    pub(super) fn union(
        self,
        index: u16,
        wire: &str,
        union: &Alternatives,
        place: &Place,
        errors: &mut Errors<'_>,
    ) -> Item {
        let mut variants: Vec<FamilyVariant> = Vec::new();
        let mut taken: BTreeMap<VariantIdent, Named> = BTreeMap::new();
        // A type may stand there once and as a collection: that is one variant.
        for alternative in &union.alternatives {
            let Shape::Declared(row) = alternative.shape else { continue };
            if variants.iter().any(|variant| variant.index == usize::from(row)) {
                continue;
            }
            let Some((_, Origin::Structured(ty))) = self.book.row(row) else { continue };
            let (Some(own), Some(path)) = (self.names.place(row), self.names.slot_type(row)) else {
                continue;
            };
            let namespace = wire.split('/').next().and_then(|owner| owner.rsplit_once('.')).map_or("", |(ns, _)| ns);
            let prefix = distance(namespace, ty.name.namespace(), TypeIdent::new);
            let ident = VariantIdent::alternative(&own.ident, &prefix);
            let named = Named {
                wire: ty.name.to_string(),
                role: "",
                ident: own.ident.as_str().to_owned(),
                location: union.location.clone(),
            };
            if let Some(first) = taken.get(&ident) {
                errors.collision(ident.as_str(), &format!("the enum of `{wire}`"), first, &named);
                continue;
            }
            taken.insert(ident.clone(), named);
            variants.push(FamilyVariant { ident, doc: doc::variant(&ty.name), ty: path, index: usize::from(row) });
        }
        Item::Union(Union {
            ident: place.ident.clone(),
            doc: doc::union(self, wire, union, &place.module),
            index: usize::from(index),
            wire: wire.to_owned(),
            variants,
        })
    }
}
