//! Which type a response is of, by its context URL.

use odatype_table::{
    Primitive,
    context::{segments, without_list},
    name::MaybeCollection,
};

use crate::table::{Kind, Schema, TypeKind};

impl Schema {
    /// The name of the type of a response whose `@odata.context` is `url`, if the URL names one: `…#ns.Type`,
    /// `…#Collection(ns.Type)`, `…#Edm.String`, a cast (`…#set/ns.Type/$entity` is `ns.Type`, `…#set/ns.Type` is
    /// `Collection(ns.Type)`), and properties from there on (`…#set('1')/ns.Type/parts`). The name is one that
    /// [`decode_payload`](Self::decode_payload) takes.
    ///
    /// A schema at run time does not know entity sets and singletons, so that `…#set/$entity` names nothing, and a cast
    /// that follows one is taken to be of a set. `odatype_schema::Model::payload_of` knows the service's container.
    ///
    /// ```
    /// # #[cfg(feature = "graph")] {
    /// use odatype::graph::SCHEMA;
    /// let name = SCHEMA.type_in_context("https://s/$metadata#Collection(microsoft.graph.call)");
    /// assert_eq!(name.as_deref(), Some("Collection(microsoft.graph.call)"));
    /// assert_eq!(SCHEMA.type_in_context("https://s/$metadata#communications/calls/$entity"), None);
    /// # }
    /// ```
    ///
    /// Source: OData JSON 4.01, section 10 (context URL) and its subsections.
    #[must_use]
    pub fn type_in_context(&'static self, url: &str) -> Option<String> {
        let (_, fragment) = url.split_once('#')?;
        let mut reached: Option<MaybeCollection<Kind>> = None;
        // Whether what was reached is one of many, as far as that can be told without a container.
        let mut is_collection = None;
        for (place, segment) in segments(fragment).enumerate() {
            let whole = MaybeCollection::parse(segment);
            let name = without_list(whole.item);
            match name {
                "$entity" => is_collection = Some(false),
                "$delta" => is_collection = Some(true),
                _ if name.starts_with('$') => return None,
                _ if name.contains('.') => {
                    if place == 0 {
                        is_collection = Some(whole.is_collection);
                    }
                    let item = self.kind_in_context(name)?;
                    reached = Some(MaybeCollection { is_collection: false, item });
                }
                _ => match reached {
                    Some(of) => {
                        let property = self.property_in_context(of.item, name)?;
                        is_collection = Some(property.is_collection);
                        reached = Some(property);
                    }
                    // The first segment is a set, unless it is a singleton; of others nobody knows.
                    None => is_collection = (place == 0).then_some(name.len() == segment.len()),
                },
            }
        }
        let item = self.tables().name_of(reached?.item);
        Some(MaybeCollection { is_collection: is_collection?, item }.to_string())
    }

    fn kind_in_context(&'static self, name: &str) -> Option<Kind> {
        if let Some(primitive) = Primitive::parse(name) {
            return Some(Kind::primitive(primitive));
        }
        let ty = self.tables().named(name)?;
        match ty.kind {
            TypeKind::Enum => Some(Kind::Enum(ty.index)),
            TypeKind::Closed => Some(Kind::Closed(ty.index)),
            TypeKind::Flags => Some(Kind::Flags(ty.index)),
            TypeKind::Complex | TypeKind::Entity => Some(Kind::Structured(ty.index)),
            TypeKind::Action | TypeKind::Function | TypeKind::Union => None,
        }
    }

    fn property_in_context(&'static self, of: Kind, name: &str) -> Option<MaybeCollection<Kind>> {
        let Kind::Structured(index) = of else { return None };
        let ty = self.tables().get(index);
        let property = ty.properties().get(ty.slot(name)?)?;
        let is_type = !matches!(property.kind, Kind::Union(_)) && !property.is_unknown;
        is_type.then_some(MaybeCollection { is_collection: property.collection, item: property.kind })
    }
}
