//! What was perhaps meant by a name that names nothing.

use std::{cell::Cell, collections::BTreeSet};

use odatype_table::{
    name::without_overload,
    near::{nearest, perhaps},
};

use crate::{
    model::{Model, Operation, Primitive, QualifiedName},
    steps::step,
};

/// For how many names it is looked: each is compared with every name that there is.
const MOST: usize = 32;

/// Looks for names of a model that are near to those that name nothing in it.
pub struct Guesses<'m> {
    model: &'m Model,
    left: Cell<usize>,
}

impl<'m> Guesses<'m> {
    /// Looks among the names of `model`.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self { model, left: Cell::new(MOST) }
    }

    /// The type that `name` perhaps means, in words: ``perhaps `ns.Type` ``.
    pub fn of_type(&self, name: &str) -> Option<String> {
        self.told(name, || one(name, self.types()))
    }

    /// The primitive type that `name`, of namespace `Edm`, perhaps means. `Edm.DateTime` and `Edm.Time` of OData 3 have
    /// longer names now.
    pub(crate) fn of_primitive(&self, name: &str) -> Option<String> {
        let names = || Primitive::ALL.iter().map(|primitive| primitive.qualified_name());
        let longer = || names().find(|longer| longer.starts_with(name)).map(str::to_owned);
        self.told(name, || longer().or_else(|| one(name, names())))
    }

    /// The type or operation that `name` perhaps means.
    pub fn of_root(&self, name: &str) -> Option<String> {
        self.told(name, || self.whole(name))
    }

    /// The namespace that declares something which `name` perhaps means.
    pub fn of_namespace(&self, name: &str) -> Option<String> {
        self.told(name, || self.namespace(name))
    }

    /// What a rename's `key` perhaps means: see [`rename_target`](crate::rename_target).
    pub fn of_key(&self, key: &str) -> Option<String> {
        self.told(key, || {
            // Overlays write `ns.Type/member`.
            let key = &*key.replacen('/', ".", 1);
            let of_type = |(owner, member): (&str, &str)| self.member(owner, member, '.');
            let member = key.rsplit_once('.').and_then(of_type);
            member.or_else(|| self.whole(key)).or_else(|| self.module(key))
        })
    }

    /// What an overlay's target, whose aliases are expanded, perhaps means: a type or an operation, or something of
    /// one.
    pub(crate) fn of_target(&self, path: &str) -> Option<String> {
        self.told(path, || match path.split_once('/') {
            Some((owner, member)) => self.member(owner, member, '/'),
            None => self.whole(path),
        })
    }

    /// The names, three at most, of what is declared or served that `name` perhaps means.
    pub fn of_declared(&self, name: &str) -> Option<String> {
        let model = self.model;
        let terms = model.terms.keys().map(QualifiedName::as_str).inspect(|_| step());
        let elements = model.containers.values().flat_map(|container| &container.elements);
        let served = elements.map(|element| element.name.as_str());
        let all = self.types().chain(self.operations()).chain(terms).chain(served.inspect(|_| step()));
        self.told(name, || nearest(name, all, 3).into_iter().map(str::to_owned))
    }

    /// What is found for `name`, in words, if it is still looked. That it is there as something else is no help.
    fn told<I: IntoIterator<Item = String>>(&self, name: &str, find: impl FnOnce() -> I) -> Option<String> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        let near: Vec<String> = find().into_iter().filter(|near| near != name).collect();
        (!near.is_empty()).then(|| perhaps(&near))
    }

    fn types(&self) -> impl Iterator<Item = &'m str> + use<'m> {
        let model = self.model;
        let names = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
        names.map(QualifiedName::as_str).inspect(|_| step())
    }

    fn operations(&self) -> impl Iterator<Item = &'m str> + use<'m> {
        let model = self.model;
        model.actions.keys().chain(model.functions.keys()).map(QualifiedName::as_str).inspect(|_| step())
    }

    /// The namespace, or what some are in.
    fn module(&self, name: &str) -> Option<String> {
        let names = self.model.namespaces.keys();
        let outer = |name: &'m String| name.match_indices('.').filter_map(|(place, _)| name.get(..place));
        let all: BTreeSet<&str> = names.flat_map(|name| outer(name).chain([name.as_str()])).collect();
        one(name, all)
    }

    fn namespace(&self, name: &str) -> Option<String> {
        one(name, self.model.namespaces.keys().map(String::as_str))
    }

    /// The type, the operation, or its overload where one is named.
    fn whole(&self, name: &str) -> Option<String> {
        if name.contains('(') {
            let overloads: Vec<String> = self.model.operations().map(Operation::key).collect();
            return one(name, overloads.iter().map(String::as_str));
        }
        one(name, self.types().chain(self.operations()))
    }

    /// Something of `owner`, or of what that perhaps means, between which and its name is `separator`.
    fn member(&self, owner: &str, member: &str, separator: char) -> Option<String> {
        let known = self.members(owner);
        let near = if known.is_empty() { Some(self.whole(owner)?) } else { None };
        let known = near.as_deref().map_or(known, |near| self.members(near));
        let name = *nearest(member, known.iter().map(|(_, name)| *name), 1).first()?;
        // A rename is of what is declared, a target may be what is inherited.
        let (declaring, _) = known.iter().find(|(_, known)| *known == name)?;
        let owner = if separator == '/' { near.as_deref().unwrap_or(owner) } else { declaring };
        Some(format!("{owner}{separator}{name}"))
    }

    /// The names of what `owner` has, each with what declares it.
    fn members(&self, owner: &str) -> Vec<(String, &'m str)> {
        let model = self.model;
        let Some(name) = QualifiedName::parse(without_overload(owner)) else { return Vec::new() };
        let mut found = Vec::new();
        if let Some(ty) = model.enums.get(&name) {
            found.extend(ty.members.iter().map(|member| (owner.to_owned(), member.name.as_str())));
        }
        for operation in model.overloads(&name) {
            found.extend(operation.parameters.iter().map(|parameter| (owner.to_owned(), parameter.name.as_str())));
        }
        let mut next = model.structured.get(&name);
        // A chain that leads back to itself is told elsewhere.
        for _ in 0..model.structured.len() {
            let Some(ty) = next else { break };
            step();
            found.extend(ty.properties.iter().map(|property| (ty.name.to_string(), property.name.as_str())));
            next = ty.base.as_ref().and_then(|base| model.structured.get(base));
        }
        found
    }
}

/// The one of `names` that is nearest to `name`.
fn one<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, names, 1).first().map(|near| (*near).to_owned())
}
