//! Modules, and the names of types in them.

mod doc;
mod rows;

use std::{collections::BTreeMap, sync::Arc};

use odatype_schema::{
    Fewest, Origin, Rulebook,
    model::{Location, QualifiedName},
};

use super::{
    error::{Errors, Named},
    ident::{ModuleIdent, TypeIdent},
    item::{Item, Module, ModulePath, TypePath},
};
use crate::steps::step;

/// Where the items of a row are, and what they are called.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) module: ModulePath,
    /// The type's own name.
    pub(super) ident: TypeIdent,
    /// The tagged enum's name, for a type that has one; that of an abstract type is its own name.
    pub(super) family: Option<TypeIdent>,
    /// Of an operation with required parameters: the name of their struct.
    pub(super) required: Option<TypeIdent>,
    /// Whether the name is free: what collides is checked, but not generated.
    pub(super) is_free: bool,
}

/// All modules and type names.
#[derive(Default)]
pub(super) struct Names {
    places: Vec<Option<Place>>,
    definitions: BTreeMap<QualifiedName, Place>,
    modules: BTreeMap<ModulePath, String>,
    namespaces: BTreeMap<String, Option<ModulePath>>,
    scopes: BTreeMap<ModulePath, BTreeMap<String, Named>>,
    fewest: Fewest,
}

/// What generated functions name without a path; a type or module of such a name hides it.
const PRELUDE: &[&str] = &["Option", "String", "bool", "f32", "f64", "i16", "i32", "i64", "i8", "str", "u8"];

impl Names {
    /// Names everything in `book`.
    pub(super) fn new(book: &Rulebook<'_>, errors: &mut Errors<'_>) -> Self {
        let mut names = Self { fewest: Fewest::new(book.model()), ..Self::default() };
        for (_, row, origin) in book.rows() {
            let place = match origin {
                Origin::Structured(ty) => {
                    let place = names.declared(&ty.name, &ty.location, errors);
                    names.with_family(book, &ty.name, ty.is_abstract, &ty.location, place, errors)
                }
                Origin::Enumeration(ty) => names.declared(&ty.name, &ty.location, errors),
                Origin::Operation(overload) => names.operation(row, *overload, errors),
                Origin::Union(union) => names.union(&row.name, union, errors),
            };
            names.places.push(place);
        }
        for (name, definition) in &book.model().definitions {
            if let Some(place) = names.declared(name, &definition.location, errors) {
                names.definitions.insert(name.clone(), place);
            }
        }
        names
    }

    /// The place of the row at `index`, unless something else has it.
    pub(super) fn place(&self, index: u16) -> Option<&Place> {
        self.checked_place(index).filter(|place| place.is_free)
    }

    /// The place that the row at `index` has or would have; nothing if it could not be named.
    pub(super) fn checked_place(&self, index: u16) -> Option<&Place> {
        self.places.get(usize::from(index))?.as_ref()
    }

    /// The place of the type definition `name`.
    pub(super) fn definition(&self, name: &QualifiedName) -> Option<&Place> {
        self.definitions.get(name)
    }

    /// The type that a property of the row's type has: its family, if it has one.
    pub(super) fn slot_type(&self, index: u16) -> Option<TypePath> {
        let place = self.place(index)?;
        let ident = place.family.as_ref().unwrap_or(&place.ident).clone();
        Some(TypePath { module: place.module.clone(), ident })
    }

    /// The row's own type.
    pub(super) fn own_type(&self, index: u16) -> Option<TypePath> {
        let Place { module, ident, .. } = self.place(index)?;
        Some(TypePath { module: module.clone(), ident: ident.clone() })
    }

    /// Puts `items` into their modules, and the modules into each other.
    pub(super) fn assemble(&self, mut items: BTreeMap<ModulePath, Vec<Item>>) -> Vec<Module> {
        let mut by_parent: BTreeMap<&[ModuleIdent], Vec<(&ModulePath, &str)>> = BTreeMap::new();
        for (path, doc) in &self.modules {
            if let Some((_, parent)) = path.split_last() {
                by_parent.entry(parent).or_default().push((path, doc));
            }
        }
        self.children(&[], &by_parent, &mut items)
    }

    fn children(
        &self,
        parent: &[ModuleIdent],
        by_parent: &BTreeMap<&[ModuleIdent], Vec<(&ModulePath, &str)>>,
        items: &mut BTreeMap<ModulePath, Vec<Item>>,
    ) -> Vec<Module> {
        let mut modules = Vec::new();
        for (path, doc) in by_parent.get(parent).into_iter().flatten() {
            let Some(ident) = path.last() else { continue };
            let taken = self.scopes.get(*path);
            modules.push(Module {
                ident: ident.clone(),
                doc: (*doc).to_owned(),
                path: (*path).clone(),
                hides_prelude: taken.is_some_and(|taken| PRELUDE.iter().any(|name| taken.contains_key(*name))),
                items: items.remove(*path).unwrap_or_default(),
                modules: self.children(path, by_parent, items),
            });
        }
        modules
    }

    /// Takes `name` in `module` for `named`; `false` if something else has it.
    fn claim(&mut self, module: &ModulePath, name: &str, named: Named, errors: &mut Errors<'_>) -> bool {
        step();
        let scope = self.scopes.entry(module.clone()).or_default();
        match scope.get(name) {
            None => {
                scope.insert(name.to_owned(), named);
                true
            }
            Some(first) if first.wire == named.wire && first.role == named.role && !named.role.is_empty() => true,
            Some(first) => {
                errors.collision(name, &module_text(module), first, &named);
                false
            }
        }
    }

    /// Claims a module.
    fn enter(
        &mut self,
        parent: &ModulePath,
        ident: ModuleIdent,
        doc: String,
        named: Named,
        errors: &mut Errors<'_>,
    ) -> Option<ModulePath> {
        if !self.claim(parent, ident.as_str(), named, errors) {
            return None;
        }
        let path: ModulePath = parent.iter().cloned().chain([ident]).collect();
        self.modules.entry(path.clone()).or_insert(doc);
        Some(path)
    }

    /// The module of a namespace.
    fn namespace(&mut self, namespace: &str, location: &Location, errors: &mut Errors<'_>) -> Option<ModulePath> {
        if let Some(known) = self.namespaces.get(namespace) {
            return known.clone();
        }
        let parent = match namespace.rsplit_once('.') {
            Some((parent, _)) => self.namespace(parent, location, errors),
            None => Some(Arc::default()),
        };
        let segment = namespace.rsplit('.').next().unwrap_or(namespace);
        let named = |ident: &str| Named {
            wire: namespace.to_owned(),
            role: "the namespace",
            ident: ident.to_owned(),
            location: location.clone(),
        };
        let is_outermost = !namespace.contains('.');
        let ident = errors
            .renamed(
                || namespace.to_owned(),
                if is_outermost { ModuleIdent::given_outermost } else { ModuleIdent::given },
            )
            .or_else(|| if is_outermost { ModuleIdent::outermost(segment) } else { ModuleIdent::new(segment) })
            .or_else(|| nameless(&named("unnamed"), errors));
        let path = parent.zip(ident).and_then(|(parent, ident)| {
            let named = named(ident.as_str());
            self.enter(&parent, ident, doc::namespace(namespace), named, errors)
        });
        self.namespaces.insert(namespace.to_owned(), path.clone());
        path
    }
}

fn module_text(module: &ModulePath) -> String {
    if module.is_empty() {
        return "the outermost module".to_owned();
    }
    let path: Vec<&str> = module.iter().map(ModuleIdent::as_str).collect();
    format!("module `{}`", path.join("::"))
}

fn nameless<T>(named: &Named, errors: &mut Errors<'_>) -> Option<T> {
    errors.nameless(named);
    None
}
