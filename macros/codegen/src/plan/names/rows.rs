//! The names of what rows are: types, what operations are given, and what an untyped property may hold.

use odatype_schema::{
    Overload, Rulebook, Union,
    model::{Location, QualifiedName},
};
use odatype_table::{Body, Row};

use super::{Names, Place, doc, nameless};
use crate::plan::{
    error::{ACTIONS, Errors, FUNCTIONS, Named},
    ident::{ModuleIdent, TypeIdent, distance},
};

/// What a type might be called of whose name nothing can be in a Rust name.
const UNNAMED: &str = "Unnamed";

impl Names {
    /// A declared type.
    pub(super) fn declared(
        &mut self,
        name: &QualifiedName,
        location: &Location,
        errors: &mut Errors<'_>,
    ) -> Option<Place> {
        let named = |ident: &str| Named {
            wire: name.to_string(),
            role: "",
            ident: ident.to_owned(),
            location: location.clone(),
        };
        let ident = errors
            .renamed(|| name.to_string(), TypeIdent::given)
            .or_else(|| TypeIdent::new(name.name()))
            .or_else(|| nameless(&named(UNNAMED), errors))?;
        let module = self.namespace(name.namespace(), location, errors)?;
        let is_free = self.claim(&module, ident.as_str(), named(ident.as_str()), errors);
        Some(Place { module, ident, family: None, required: None, is_free })
    }

    /// Names the tagged enum of a structured type that needs one.
    pub(super) fn with_family(
        &mut self,
        book: &Rulebook<'_>,
        name: &QualifiedName,
        is_abstract: bool,
        location: &Location,
        place: Option<Place>,
        errors: &mut Errors<'_>,
    ) -> Option<Place> {
        let mut place = place?;
        if is_abstract {
            place.family = Some(place.ident.clone());
        } else if book.has_descendants(name) {
            let any = place.ident.any();
            let own = place.ident.as_str().to_owned();
            let named = Named { wire: name.to_string(), role: "the enum of", ident: own, location: location.clone() };
            place.family = self.claim(&place.module, any.as_str(), named, errors).then_some(any);
        }
        Some(place)
    }

    /// What an operation is given.
    pub(super) fn operation(
        &mut self,
        row: &Row<String>,
        overload: Overload<'_>,
        errors: &mut Errors<'_>,
    ) -> Option<Place> {
        let wire = row.name.as_str();
        let (name, location) = (&overload.operation.name, &overload.operation.location);
        let is_function = overload.is_function();
        let at = |wire: &str, role, ident: &str| Named {
            wire: wire.to_owned(),
            role,
            ident: ident.to_owned(),
            location: location.clone(),
        };
        // One that was renamed itself is called so; the name for all overloads is one that they share.
        let own = errors.renamed(|| wire.to_owned(), TypeIdent::given);
        let shared = |errors: &mut Errors<'_>| {
            let ident =
                errors.renamed(|| name.to_string(), TypeIdent::given).or_else(|| TypeIdent::new(name.name()))?;
            let is_told = is_function && !self.fewest.has(overload.operation);
            let parameters = overload.parameters().filter(|_| is_told);
            Some(ident.by(parameters.map(|parameter| parameter.name.as_str())))
        };
        let ident = own.or_else(|| shared(errors)).or_else(|| nameless(&at(wire, "", UNNAMED), errors))?;
        let namespace = self.namespace(name.namespace(), location, errors)?;
        let all = ModuleIdent::new(if is_function { "functions" } else { "actions" })?;
        let named = at(name.namespace(), if is_function { FUNCTIONS } else { ACTIONS }, "");
        let mut module = self.enter(&namespace, all, doc::operations(name.namespace(), is_function), named, errors)?;
        if let Some(bound) = overload.binding {
            let (binding, many) = (bound.item, bound.is_collection);
            let role = match (is_function, many) {
                (false, false) => "the actions of",
                (false, true) => "the actions of collections of",
                (true, false) => "the functions of",
                (true, true) => "the functions of collections of",
            };
            // A type that is called otherwise is so here too.
            let given = errors.renamed(|| binding.to_string(), TypeIdent::given);
            let own = given.clone().or_else(|| TypeIdent::new(binding.name()));
            let named = at(binding.as_str(), role, own.as_ref().map_or("", TypeIdent::as_str));
            let plain = given.as_ref().map_or(binding.name(), TypeIdent::as_str);
            let mut bound = ModuleIdent::new(plain)?.with_prefixes(&distance(
                name.namespace(),
                binding.namespace(),
                ModuleIdent::new,
            ));
            if many {
                bound = bound.with_suffix("collection");
            }
            module = self.enter(&module, bound, doc::bound_operations(binding, many, is_function), named, errors)?;
        }
        let is_free = self.claim(&module, ident.as_str(), at(wire, "", ident.as_str()), errors);
        let required = ident.required();
        let has_required = matches!(&row.body, Body::Structured(body) if body.own.iter().any(|member| member.is_required))
            && self.claim(&module, required.as_str(), at(wire, "the required parameters of", ident.as_str()), errors);
        Some(Place { module, ident, family: None, required: has_required.then_some(required), is_free })
    }

    /// What an untyped property may hold.
    pub(super) fn union(&mut self, wire: &str, union: &Union, errors: &mut Errors<'_>) -> Option<Place> {
        let owner = self.place(union.owner)?.clone();
        let named = |ident: &str| Named {
            wire: wire.to_owned(),
            role: "",
            ident: ident.to_owned(),
            location: union.location.clone(),
        };
        let ident = errors
            .renamed(|| wire.to_owned(), TypeIdent::given)
            .or_else(|| owner.ident.union(&union.property))
            .or_else(|| nameless(&named(UNNAMED), errors))?;
        let module = owner.module;
        let is_free = self.claim(&module, ident.as_str(), named(ident.as_str()), errors);
        Some(Place { module, ident, family: None, required: None, is_free })
    }
}
