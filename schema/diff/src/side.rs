//! Two rulebooks, side by side.

use std::collections::BTreeMap;

use odatype_schema::{
    Element, Origin, Rulebook,
    model::{Imports, QualifiedName},
};
use odatype_table::{Body, Member, Row, Shape, StructuredKind, ValueType, name::MaybeCollection, ordered};

/// The old and the new schema.
pub(crate) struct Pair<'b, 'm> {
    pub(crate) old: Side<'b, 'm>,
    pub(crate) new: Side<'b, 'm>,
}

/// One of them, with its types' rows by name.
pub(crate) struct Side<'b, 'm> {
    pub(crate) book: &'b Rulebook<'m>,
    rows: BTreeMap<&'b str, u16>,
    pub(crate) imports: Imports<'m>,
}

/// A row with what it comes from.
#[derive(Clone, Copy)]
pub(crate) struct Found<'b, 'm> {
    pub(crate) index: u16,
    pub(crate) row: &'b Row<String>,
    pub(crate) origin: &'b Origin<'m>,
}

/// A place of a row with what it comes from.
#[derive(Clone, Copy)]
pub(crate) struct Part<'b, 'm> {
    pub(crate) member: &'b Member<String>,
    pub(crate) element: Element<'m>,
}

impl<'b, 'm> Pair<'b, 'm> {
    pub(crate) fn new(old: &'b Rulebook<'m>, new: &'b Rulebook<'m>) -> Self {
        Self { old: Side::new(old), new: Side::new(new) }
    }
}

impl<'b, 'm> Side<'b, 'm> {
    fn new(book: &'b Rulebook<'m>) -> Self {
        // A function and an action may have one name.
        let rows = book.rows().filter(|(_, _, origin)| !matches!(origin, Origin::Operation(_)));
        let rows = ordered(rows.map(|(index, row, _)| (row.name.as_str(), index)));
        Self { book, rows, imports: book.model().imports() }
    }

    /// The row of the type named `name`.
    pub(crate) fn row(&self, name: &str) -> Option<Found<'b, 'm>> {
        let index = *self.rows.get(name)?;
        let (row, origin) = self.book.row(index)?;
        Some(Found { index, row, origin })
    }

    /// The rows that `is` tells, by name.
    pub(crate) fn rows(&self, is: impl Fn(&Origin<'m>) -> bool) -> BTreeMap<&'b str, Found<'b, 'm>> {
        let rows = self.book.rows().filter(|(_, _, origin)| is(origin));
        ordered(rows.map(|(index, row, origin)| (row.name.as_str(), Found { index, row, origin })))
    }

    /// A type in words: `ns.T`, `Edm.String`, `Collection(ns.T)`, or alternatives of it.
    pub(crate) fn ty(&self, ty: ValueType) -> String {
        let item = match ty.shape {
            Shape::Primitive(primitive) => primitive.qualified_name().to_owned(),
            Shape::Declared(row) => match self.book.row(row).map(|(row, _)| row) {
                Some(Row { body: Body::Union(alternatives), .. }) => self.list(alternatives),
                Some(row) => row.name.clone(),
                None => String::new(),
            },
        };
        MaybeCollection { is_collection: ty.is_collection, item }.to_string()
    }

    /// Types in words, sorted.
    pub(crate) fn list(&self, types: &[ValueType]) -> String {
        let mut names: Vec<String> = types.iter().map(|ty| self.ty(*ty)).collect();
        names.sort();
        names.join(", ")
    }

    /// The names of the rows at `indices`.
    pub(crate) fn name(&self, index: u16) -> &'b str {
        self.book.row(index).map_or("", |(row, _)| &row.name)
    }

    /// The names of the types that the structured type at `index` derives from, nearest first.
    pub(crate) fn ancestors(&self, index: u16) -> Vec<&'b str> {
        let base = |index| self.book.row(index).and_then(|(row, _)| row.structured()).and_then(|ty| ty.base);
        std::iter::successors(base(index), |index| base(*index)).map(|index| self.name(index)).collect()
    }

    /// Whether types derive from `name`.
    pub(crate) fn has_descendants(&self, name: &str) -> bool {
        QualifiedName::parse(name).is_some_and(|name| self.book.has_descendants(&name))
    }

    /// The names of the types that derive from `name`.
    pub(crate) fn descendants(&self, name: &str) -> Vec<&'m str> {
        let name = QualifiedName::parse(name);
        name.map(|name| self.book.descendants(&name).into_iter().map(QualifiedName::as_str).collect())
            .unwrap_or_default()
    }

    /// The own property `property` of the type `ty`, in words: its declared type.
    pub(crate) fn property(&self, ty: &str, property: &str) -> Option<String> {
        let part = self.row(ty)?.parts().find(|part| part.member.name == property)?;
        Some(part.element.ty().to_string())
    }
}

impl<'b, 'm> Found<'b, 'm> {
    /// Its own places, in the schema's order.
    pub(crate) fn parts(self) -> impl Iterator<Item = Part<'b, 'm>> {
        let members = self.row.structured().map_or(&[][..], |ty| &ty.own);
        members.iter().zip(self.origin.elements()).map(|(member, element)| Part { member, element })
    }

    /// What it is, in words.
    pub(crate) fn kind(self) -> &'static str {
        match &self.row.body {
            Body::Structured(ty) => match ty.kind {
                StructuredKind::Entity => "entity type",
                StructuredKind::Complex => "complex type",
                StructuredKind::Action => "action",
                StructuredKind::Function => "function",
            },
            Body::Enumeration(_) => "enumeration type",
            Body::Union(_) => "union",
        }
    }
}
