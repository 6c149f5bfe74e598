//! How one gets to values of a type: the shortest way from what containers serve.

use std::collections::{HashMap, VecDeque};

use odatype_schema::model::{Imports, Model, Property, PropertyKind, QualifiedName, Serves, TypeName, TypeRef};
use odatype_table::name::MaybeCollection;

use crate::address::Address;

/// A type's place: one entity, or many.
type Place<'m> = MaybeCollection<&'m QualifiedName>;

/// The shortest way to each place that there is one to, and the imports of operations.
pub(crate) struct Reach<'m> {
    ways: HashMap<(bool, &'m QualifiedName), Address>,
    pub(crate) imports: Imports<'m>,
}

impl<'m> Reach<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        let children = model.children();
        let mut reach = Self { ways: HashMap::new(), imports: model.imports() };
        // With the way to what is there before it is cast: from there one casts again.
        let here = |(place, address): (Place<'m>, Address)| (place, address.clone(), address);
        let mut open: VecDeque<(Place<'m>, Address, Address)> = starts(model).map(here).collect();
        while let Some((place, address, uncast)) = open.pop_front() {
            let MaybeCollection { is_collection, item } = place;
            if reach.ways.contains_key(&(is_collection, item)) {
                continue;
            }
            if is_collection {
                open.push_back(here((Place { is_collection: false, item }, address.keyed(model, item))));
            } else {
                open.extend(related(model, item).map(|(name, place)| here((place, address.then(name)))));
            }
            for derived in children.get(item).into_iter().flatten() {
                let cast = uncast.then(derived.as_str());
                open.push_back((Place { is_collection, item: derived }, cast, uncast.clone()));
            }
            reach.ways.insert((is_collection, item), address);
        }
        reach
    }

    /// The way to one or many of a type. Where the schema does not tell one, a parameter stands for it; what is there
    /// is cast, unless it is a value of a built-in type.
    pub(crate) fn way(&self, to: &'m TypeRef) -> Address {
        let known = match &to.name {
            TypeName::Named(name) => self.ways.get(&(to.collection, name)).cloned(),
            TypeName::Primitive(_) => None,
        };
        known.unwrap_or_else(|| {
            let (parameter, many) = if to.collection { ("collection", "many") } else { ("resource", "one") };
            let description = format!("the path of {many} of {}, which the metadata does not tell", to.name);
            let somewhere = Address::somewhere(parameter, description);
            match &to.name {
                TypeName::Named(name) => somewhere.then(name.as_str()),
                TypeName::Primitive(_) => somewhere,
            }
        })
    }
}

/// Entity sets and singletons.
fn starts(model: &Model) -> impl Iterator<Item = (Place<'_>, Address)> {
    let elements = model.containers.values().flat_map(|container| &container.elements);
    elements.filter_map(|element| {
        let (is_collection, ty) = match element.serves()? {
            Serves::EntitySet(ty) => (true, ty),
            Serves::Singleton(ty) => (false, ty),
            Serves::ActionImport(_) | Serves::FunctionImport(_) => return None,
        };
        let (item, _) = model.structured.get_key_value(&ty)?;
        Some((Place { is_collection, item }, Address::default().then(&element.name)))
    })
}

/// Where the navigation properties of `ty` lead: first what lives inside it.
fn related<'m>(model: &'m Model, ty: &QualifiedName) -> impl Iterator<Item = (&'m str, Place<'m>)> + use<'m> {
    let mut all: Vec<(bool, &Property)> = Vec::new();
    for property in model.properties_of(ty) {
        if let PropertyKind::Navigation(navigation) = &property.kind {
            all.push((!navigation.contains_target, property));
        }
    }
    all.sort_by_key(|(is_elsewhere, _)| *is_elsewhere);
    all.into_iter().filter_map(|(_, property)| {
        let TypeName::Named(name) = &property.ty.name else { return None };
        let (item, _) = model.structured.get_key_value(name)?;
        Some((property.name.as_str(), Place { is_collection: property.ty.collection, item }))
    })
}
