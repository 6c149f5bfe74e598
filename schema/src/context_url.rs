//! What a payload is by its context URL: the fragment names a type, or a way from an entity set or a singleton on.
//!
//! Source: OData JSON 4.01, section 10 (context URL) and its subsections.

use std::fmt;

use odatype_table::{
    Primitive,
    context::{segments, without_list},
    name::MaybeCollection,
};

use crate::model::{ContainerElement, Model, Serves, TypeName};

/// A context URL that does not say of which type a payload is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownContext {
    message: String,
    is_for_want_of_sets: bool,
}

impl UnknownContext {
    /// Whether the context is that of an entity set or a singleton, and the schema has none of either, as slices have
    /// none.
    #[must_use]
    pub fn is_for_want_of_sets(&self) -> bool {
        self.is_for_want_of_sets
    }
}

impl fmt::Display for UnknownContext {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for UnknownContext {}

type Result<T> = std::result::Result<T, UnknownContext>;

impl Model {
    /// The type of a payload whose context URL is `url`: `…#set/$entity`, `…#set` and `…#set/$delta` for many, a
    /// singleton, a path of navigation properties and casts from there on (`…#users('1')/calendar/events`),
    /// `…#ns.Type`, `…#Collection(ns.Type)`. Keys and lists of what is selected are passed over.
    ///
    /// # Errors
    /// If the URL has no fragment, names what is not declared, or is that of something that has no type: of references,
    /// of deleted entities, of links.
    pub fn payload_of(&self, url: &str) -> Result<MaybeCollection<TypeName>> {
        let Some((_, fragment)) = url.split_once('#') else { return fail("it has no fragment") };
        let mut segments = segments(fragment);
        let mut reached = self.start(segments.next().unwrap_or_default())?;
        for segment in segments {
            reached = self.step(reached, segment)?;
        }
        Ok(reached)
    }

    /// What the first segment names.
    fn start(&self, segment: &str) -> Result<MaybeCollection<TypeName>> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(segment);
        let name = without_list(item);
        if name.starts_with('$') {
            return fail(format_args!("`{name}` has no type"));
        }
        let mut elements = self.containers.values().flat_map(|container| &container.elements);
        // Services have entity sets with dots in their names, too.
        let element = elements.find(|element| !is_collection && element.name == name);
        match element.and_then(ContainerElement::serves) {
            Some(Serves::EntitySet(ty)) => Ok(MaybeCollection { is_collection: true, item: TypeName::Named(ty) }),
            Some(Serves::Singleton(ty)) => Ok(MaybeCollection { is_collection: false, item: TypeName::Named(ty) }),
            None if is_collection || name.contains('.') => {
                Ok(MaybeCollection { is_collection, item: self.type_named(name)? })
            }
            _ => Err(UnknownContext {
                message: format!("no entity set and no singleton is called `{name}`"),
                is_for_want_of_sets: !self.has_sets(),
            }),
        }
    }

    /// Whether a container has an entity set or a singleton: a slice has imports at most.
    fn has_sets(&self) -> bool {
        let mut elements = self.containers.values().flat_map(|container| &container.elements);
        elements.any(|element| matches!(element.serves(), Some(Serves::EntitySet(_) | Serves::Singleton(_))))
    }

    /// What `segment` leads to from `reached`.
    fn step(&self, reached: MaybeCollection<TypeName>, segment: &str) -> Result<MaybeCollection<TypeName>> {
        let name = without_list(segment);
        match name {
            "$entity" => return Ok(MaybeCollection { is_collection: false, ..reached }),
            "$delta" => return Ok(MaybeCollection { is_collection: true, ..reached }),
            _ if name.starts_with('$') => return fail(format_args!("`{name}` has no type")),
            _ if name.contains('.') => return Ok(MaybeCollection { item: self.type_named(name)?, ..reached }),
            _ => {}
        }
        let property = match &reached.item {
            TypeName::Named(ty) => self.property(ty, name),
            TypeName::Primitive(_) => None,
        };
        match property {
            Some(property) => {
                Ok(MaybeCollection { is_collection: property.ty.collection, item: property.ty.name.clone() })
            }
            None => fail(format_args!("{} has no property `{name}`", reached.item)),
        }
    }

    /// The type of that name, built-in or declared.
    fn type_named(&self, name: &str) -> Result<TypeName> {
        if let Some(primitive) = Primitive::parse(name) {
            return Ok(TypeName::Primitive(primitive));
        }
        let found = self.declared(name).filter(|name| self.is_type(name));
        found.map(TypeName::Named).map_or_else(|| fail(format_args!("no type is called `{name}`")), Ok)
    }
}

fn fail<T>(message: impl fmt::Display) -> Result<T> {
    Err(UnknownContext { message: message.to_string(), is_for_want_of_sets: false })
}
