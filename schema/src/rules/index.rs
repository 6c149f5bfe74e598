//! From names of types to rows.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use odatype_table::{Shape, ValueType, name::MaybeCollection, ordered};

use super::{members::Members, origin::Origin};
use crate::model::{EnumType, Model, Primitive, QualifiedName, TypeDefinition, TypeName};

/// The rows of all declared types.
#[derive(Clone, Debug)]
pub(super) struct Index<'m> {
    pub(super) model: &'m Model,
    rows: BTreeMap<&'m QualifiedName, u16>,
    names: Vec<&'m QualifiedName>,
    /// Of each declared enumeration type, when they are asked for: many rules may list members of one.
    members: BTreeMap<&'m QualifiedName, OnceLock<Arc<Members>>>,
}

impl<'m> Index<'m> {
    /// The index of `origins`; rows beyond the limit, which is checked elsewhere, are left out.
    pub(super) fn new(model: &'m Model, origins: &[Origin<'m>]) -> Self {
        // Types come before everything else.
        let names: Vec<_> = origins
            .iter()
            .map_while(|origin| match origin {
                Origin::Structured(ty) => Some(&ty.name),
                Origin::Enumeration(ty) => Some(&ty.name),
                Origin::Operation(_) | Origin::Union(_) => None,
            })
            .collect();
        let members = ordered(model.enums.keys().map(|name| (name, OnceLock::new())));
        Self { model, rows: ordered(names.iter().copied().zip(0..=u16::MAX)), names, members }
    }

    /// Where the members of the enumeration type `ty` are, if it is one of the model's.
    pub(super) fn members(&self, ty: &EnumType) -> Option<&Members> {
        Some(self.members.get(&ty.name)?.get_or_init(|| Arc::new(Members::of(ty))))
    }

    /// The row of the type `name`.
    pub(super) fn row(&self, name: &QualifiedName) -> Option<u16> {
        self.rows.get(name).copied()
    }

    /// What values of the type `name` are, and the type definition that it is, if it is one; anything if the model does
    /// not have it (it is outside a slice, or of a vocabulary that is not at hand).
    pub(super) fn shape(&self, name: &TypeName) -> (Shape, Option<&'m TypeDefinition>) {
        let name = match name {
            TypeName::Primitive(primitive) => return (Shape::Primitive(*primitive), None),
            TypeName::Named(name) => name,
        };
        if let Some(row) = self.row(name) {
            return (Shape::Declared(row), None);
        }
        match self.model.definitions.get(name) {
            Some(definition) => (Shape::Primitive(definition.behind()), Some(definition)),
            None => (Shape::Primitive(Primitive::Untyped), None),
        }
    }

    /// The type that a text in an annotation names, and the type definition that it is, if it is one; `None` if the
    /// model does not have it.
    pub(super) fn listed(&self, text: &str) -> Option<(ValueType, Option<&'m TypeDefinition>)> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(text);
        let (shape, definition) = if let Some(primitive) = Primitive::parse(item) {
            (Shape::Primitive(primitive), None)
        } else {
            let name = QualifiedName::parse(item).filter(|name| self.model.is_type(name))?;
            self.shape(&TypeName::Named(name))
        };
        Some((ValueType { is_collection, shape }, definition))
    }

    /// Whether a text in an annotation names a type that a slice left out.
    pub(super) fn is_cut(&self, text: &str) -> bool {
        let name = QualifiedName::parse(MaybeCollection::parse(text).item);
        name.is_some_and(|name| self.model.outside.contains(&name))
    }

    /// The structured type of a row, by name.
    pub(super) fn structured(&self, row: u16) -> Option<&'m QualifiedName> {
        let name = *self.names.get(usize::from(row))?;
        self.model.structured.contains_key(name).then_some(name)
    }

    /// The enumeration type of a row.
    pub(super) fn enumeration(&self, row: u16) -> Option<&'m EnumType> {
        self.model.enums.get(*self.names.get(usize::from(row))?)
    }

    /// Whether the model has the type `name`.
    pub(super) fn is_known(&self, name: &TypeName) -> bool {
        self.model.has_type(name)
    }
}
