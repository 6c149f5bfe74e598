//! The rulebook: what a schema means, decided once. Everything after this stage prints or interprets it.
//!
//! The stages: `order` (which rows there are, base first) → `limit` (whether they fit) → `place` (for each place the
//! type of values, and everything that must hold of them, joined) → the [`Table`] with links back to the model.
//!
//! - Facets that a schema writes hold; the defaults of CSDL XML for absent ones do not. An absent Precision of a date
//!   and time would mean whole seconds, which services do not mean.
//! - A rule of a type definition, one of the property or parameter, and one of an overlay all hold.
//! - A rule that is wrong (see [`Fault`]) is not applied: it is an error in an overlay, a warning in a service's
//!   metadata.
//!
//! Source: OData CSDL JSON 4.01, sections 6 to 12; OData vocabulary Org.OData.Validation.V1.

mod access;
mod definition;
mod dynamic;
mod index;
mod join;
mod limit;
mod lineage;
mod listed;
mod members;
mod misplaced;
mod narrowed;
mod origin;
mod place;
mod slots;
mod subject;
mod told;
mod tree;
mod union;

use std::collections::{BTreeMap, HashSet};

use odatype_table::{Constraints, Member, Row, Table, docs, ordered, version::name_in};

pub use origin::{Element, Origin, Overload, Union};
pub use tree::Visit;

use crate::{
    fault::{Fault, Faults, Level},
    model::{Model, QualifiedName, TypeDefinition, TypeName, query::descendants},
};
use access::Tied;
use index::Index;
use narrowed::Narrowed;
use place::Places;
use slots::Slots;
use told::Told;
use tree::Tree;

/// What a schema means, and where in the model each part of it comes from.
#[derive(Clone, Debug)]
pub struct Rulebook<'m> {
    index: Index<'m>,
    table: Table<String>,
    origins: Vec<Origin<'m>>,
    children: BTreeMap<&'m QualifiedName, Vec<&'m QualifiedName>>,
    tree: Tree,
    slots: Slots,
    warnings: Vec<Fault>,
}

/// A named place of a type: one of its own, or an inherited one.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'b, 'm> {
    /// Which it is among all places of the row.
    pub place: usize,
    /// The row of the type or operation that declares it first.
    pub owner: u16,
    /// What may stand there.
    pub member: &'b Member<String>,
    /// The property or parameter.
    pub element: Element<'m>,
}

impl<'m> Rulebook<'m> {
    /// The rulebook of `model`.
    ///
    /// # Errors
    /// What is beyond a limit of the table, and rules of overlays that are wrong.
    pub fn new(model: &'m Model) -> Result<Self, Faults> {
        let book = Self::made(model)?;
        let (faults, warnings) = book.warnings.into_iter().partition(Fault::is_error);
        Faults::check(faults, Self { warnings, ..book })
    }

    /// The same with all that is wrong with rules among the warnings, whatever its level.
    fn made(model: &'m Model) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let mut origins = origin::rows(model);
        let index = Index::new(model, &origins);
        limit::check(model, &origins).map_err(Faults::sorted)?;
        definition::check(&index, &mut faults);
        misplaced::check(model, &mut faults);
        let children = model.children();
        dynamic::check(model, &children, &mut faults);
        let mut places = Places {
            index: &index,
            narrowed: &Narrowed::new(model),
            tied: &Tied::new(model),
            unions: Vec::new(),
            first_union: origins.len(),
            faults,
            open: HashSet::new(),
        };
        let mut rows: Vec<Row<String>> = Vec::with_capacity(origins.len());
        for (origin, row) in origins.iter().zip(0..) {
            rows.push(places.row(row, origin));
        }
        let Places { unions, mut faults, .. } = places;
        for union in unions {
            rows.push(union.row(&rows));
            origins.push(Origin::Union(union));
        }
        // Unions are rows too.
        limit::rows(origins.len()).map_err(Faults::from)?;
        faults.sort();
        faults.dedup();
        // Type definitions have no rows.
        let definitions = model.definitions.values().flat_map(|ty| {
            let versions = ty.annotations.versions();
            let versions = versions.map(|version| name_in(ty.name.as_str(), version).into_owned());
            std::iter::once(ty.name.to_string()).chain(versions).map(|name| (name, ty.behind()))
        });
        let definitions = ordered::<BTreeMap<_, _>, _>(definitions).into_iter().collect();
        let outside = model.outside.iter().map(ToString::to_string).collect();
        let table = Table { rows, aliases: model.prefixes(), outside, definitions };
        let tree = Tree::new(&table.rows);
        let slots = Slots::new(&table.rows, &tree);
        Ok(Self { index, table, origins, children, tree, slots, warnings: faults })
    }

    /// The model that it was made from.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.index.model
    }

    /// The table: structured types, each after its base; enumeration types; actions; functions; unions.
    #[must_use]
    pub fn table(&self) -> &Table<String> {
        &self.table
    }

    /// Rules of the metadata that are not applied, and what else is odd about rules, sorted by place.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }

    /// All rows by index, with the model's elements that they come from.
    pub fn rows(&self) -> impl Iterator<Item = (u16, &Row<String>, &Origin<'m>)> {
        self.table.rows.iter().zip(&self.origins).zip(0..).map(|((row, origin), index)| (index, row, origin))
    }

    /// The row at `index`, and what it comes from.
    #[must_use]
    pub fn row(&self, index: u16) -> Option<(&Row<String>, &Origin<'m>)> {
        self.table.rows.get(usize::from(index)).zip(self.origins.get(usize::from(index)))
    }

    /// The row of the structured or enumeration type `name`.
    #[must_use]
    pub fn row_of(&self, name: &QualifiedName) -> Option<u16> {
        self.index.row(name)
    }

    /// What values of the type `name` are, type definitions seen through; anything where the model does not have the
    /// type.
    #[must_use]
    pub fn shape(&self, name: &TypeName) -> odatype_table::Shape {
        self.index.shape(name).0
    }

    /// What holds of values of a type definition of the model; what is wrong with its rules is told by
    /// [`Rulebook::new`].
    #[must_use]
    pub fn definition(&self, definition: &TypeDefinition) -> Constraints<String> {
        definition::rules(&self.index, definition, &mut Vec::new())
    }

    /// The structured types, and what operations are given, each after its base: for whoever decides something of each
    /// that all that derives from it has too.
    pub fn visits(&self) -> impl Iterator<Item = Visit> {
        self.tree.visits()
    }

    /// The rows of the types that derive directly from that of the row at `index`.
    #[must_use]
    pub fn derived(&self, index: u16) -> &[u16] {
        self.tree.derived(index)
    }

    /// The places of what the row at `index` declares itself. What it declares again is in the place of the inherited
    /// one, whose it stays.
    pub fn own_slots(&self, index: u16) -> impl Iterator<Item = Slot<'_, 'm>> {
        let row = self.row(index);
        let members = row.and_then(|(row, _)| row.structured()).map_or(&[][..], |ty| &ty.own);
        let elements = row.map(|(_, origin)| origin.elements()).into_iter().flatten();
        let placed = members.iter().zip(elements).zip(self.slots.of(index));
        placed.map(|((member, element), place)| Slot { place: place.slot, owner: place.owner, member, element })
    }

    /// The places of the row at `index`: inherited ones first, those of the furthest ancestor first of all.
    #[must_use]
    pub fn slots(&self, index: u16) -> Vec<Slot<'_, 'm>> {
        let mut chain = vec![index];
        while let Some(base) = chain.last().and_then(|last| self.row(*last)?.0.structured()?.base) {
            chain.push(base);
        }
        let mut slots: Vec<Slot<'_, 'm>> = Vec::new();
        for slot in chain.into_iter().rev().flat_map(|row| self.own_slots(row)) {
            match slots.get_mut(slot.place) {
                Some(inherited) => *inherited = slot,
                None => slots.push(slot),
            }
        }
        slots
    }

    /// The structured types that derive from `name`, directly or not, sorted by name; itself is not among them.
    #[must_use]
    pub fn descendants(&self, name: &QualifiedName) -> Vec<&'m QualifiedName> {
        descendants(&self.children, name)
    }

    /// Whether others derive from `name`.
    #[must_use]
    pub fn has_descendants(&self, name: &QualifiedName) -> bool {
        self.children.contains_key(name)
    }

    /// What is told of each row in the form of [`odatype_table::docs`].
    #[must_use]
    pub fn docs(&self) -> Vec<String> {
        let row = |origin: &Origin<'_>| {
            let (own, parts) = (Told::own(origin), Told::parts(origin));
            let parts = parts.iter().map(|(name, told)| (*name, (told.description.as_str(), told.notes())));
            docs::write((&own.description, own.notes()), parts)
        };
        self.origins.iter().map(row).collect()
    }
}

/// Everything that is wrong with the rules of `model`, errors and warnings. Limits are not: who reads a schema may cut
/// it yet.
pub(crate) fn check(model: &Model) -> Vec<Fault> {
    match Rulebook::made(model) {
        Ok(book) => book.warnings,
        Err(faults) => {
            faults.into_iter().map(|fault| if fault.level == Level::Error { fault.warning() } else { fault }).collect()
        }
    }
}
