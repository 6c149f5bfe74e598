//! What the table says about types as families: who derives from whom, and what is inherited.
//!
//! Source: CSDL JSON 4.01, sections 6.2 (derived entity types) and 9.1 (derived complex types).

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use odatype_table::{Aliases, Listed, Member, Row, Structured, StructuredKind, Table};

/// A name in tags.
#[derive(Clone, Debug)]
pub(crate) struct Called<'n> {
    pub(crate) name: Cow<'n, str>,
    /// Whether the namespace may end in any version.
    pub(crate) any_version: bool,
}

impl<'n> Called<'n> {
    /// That name and no other.
    pub(crate) fn exactly(name: &'n str) -> Self {
        Self { name: Cow::Borrowed(name), any_version: false }
    }
}

/// A table, and who derives directly from each of its types.
pub(crate) struct Families<'t, S> {
    pub(crate) table: &'t Table<S>,
    pub(crate) aliases: Aliases<'t>,
    children: BTreeMap<u16, Vec<u16>>,
    /// The first type with each list of what dynamic properties may be, by the list's text.
    lists: HashMap<String, u16>,
}

impl<'t, S: AsRef<str>> Families<'t, S> {
    pub(crate) fn new(table: &'t Table<S>) -> Self {
        let mut children: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        let mut lists = HashMap::new();
        for (index, row) in (0_u16..).zip(&table.rows) {
            if let Some(list) = row.structured().and_then(|ty| ty.dynamic.as_deref()) {
                lists.entry(Listed::to_text(list)).or_insert(index);
            }
            if let Some(base) = row.structured().and_then(|ty| ty.base) {
                children.entry(base).or_default().push(index);
            }
        }
        Self { table, aliases: Aliases::new(&table.aliases), children, lists }
    }

    pub(crate) fn row(&self, index: u16) -> Option<&'t Row<S>> {
        self.table.rows.get(usize::from(index))
    }

    /// The name of the type at `index`; empty if there is none.
    pub(crate) fn name(&self, index: u16) -> &'t str {
        self.row(index).map_or("", |row| row.name.as_ref())
    }

    /// The name of the type at `index` in tags as they are written; `None` if there is no such type.
    pub(crate) fn written(&self, index: u16) -> Option<Cow<'t, str>> {
        self.row(index)?.names().last()
    }

    /// The names of the type at `index` in tags: all that are known, or the first with any version.
    pub(crate) fn called(&self, index: u16, any_version: bool) -> Vec<Called<'t>> {
        let Some(row) = self.row(index) else { return Vec::new() };
        if any_version && !row.versions.is_empty() {
            return vec![Called { name: Cow::Borrowed(row.name.as_ref()), any_version }];
        }
        row.names().map(|name| Called { name, any_version: false }).collect()
    }

    pub(crate) fn structured(&self, index: u16) -> Option<&'t Structured<S>> {
        self.row(index)?.structured()
    }

    /// Whether `index` is an entity type.
    pub(crate) fn is_entity(&self, index: u16) -> bool {
        self.structured(index).is_some_and(|ty| ty.kind == StructuredKind::Entity)
    }

    /// The type and its ancestors, the type itself first.
    fn chain(&self, index: u16) -> impl Iterator<Item = (u16, &'t Structured<S>)> + use<'_, 't, S> {
        let of = |index: u16| Some((index, self.structured(index)?));
        // A base comes before what derives from it.
        std::iter::successors(of(index), move |(index, ty)| of(ty.base.filter(|base| base < index)?))
    }

    /// Whether `index` is or derives from `base`.
    fn is_derived(&self, index: u16, base: u16) -> bool {
        self.chain(index).any(|(ancestor, _)| ancestor == base)
    }

    /// The type and everything that derives from it, abstract types and what operations are given left out.
    pub(crate) fn concrete(&self, index: u16) -> BTreeSet<u16> {
        let mut seen = BTreeSet::new();
        let mut open = vec![index];
        while let Some(index) = open.pop() {
            if seen.insert(index) {
                open.extend(self.children.get(&index).into_iter().flatten());
            }
        }
        seen.retain(|index| self.is_concrete(*index));
        seen
    }

    /// Those of the types that may stand in a place for `index` which `derived` allows.
    pub(crate) fn allowed(&self, index: u16, derived: Option<&[u16]>) -> BTreeSet<u16> {
        let mut types = self.concrete(index);
        if let Some(derived) = derived {
            types.retain(|ty| derived.iter().any(|base| self.is_derived(*ty, *base)));
        }
        types
    }

    /// Whether `index` is a structured type that can have instances of its own, which a tag can name.
    pub(crate) fn is_concrete(&self, index: u16) -> bool {
        self.structured(index).is_some_and(|ty| !ty.is_abstract && !ty.kind.is_operation())
    }

    /// All types that a tag can name, those of one kind if asked for.
    pub(crate) fn tagged(&self, kind: Option<StructuredKind>) -> impl Iterator<Item = u16> + use<'_, 't, S> {
        (0_u16..).zip(&self.table.rows).map(|(index, _)| index).filter(move |index| {
            let is_kind = |ty: &Structured<S>| kind.is_none_or(|kind| ty.kind == kind);
            self.is_concrete(*index) && self.structured(*index).is_some_and(is_kind)
        })
    }

    /// Every property, inherited ones included, by name; one that is declared again as the nearest type has it, which
    /// says all.
    pub(crate) fn members(&self, index: u16) -> BTreeMap<&'t str, (u16, &'t Member<S>)> {
        let mut members = BTreeMap::new();
        for (owner, ty) in self.chain(index) {
            for member in &ty.own {
                members.entry(member.name.as_ref()).or_insert((owner, member));
            }
        }
        members
    }

    /// What dynamic properties may be, as the nearest of the type and its ancestors says, with the first type of the
    /// table that says the same.
    pub(crate) fn dynamic(&self, index: u16) -> Option<(u16, &'t [Listed<S>])> {
        let list = self.chain(index).find_map(|(_, ty)| ty.dynamic.as_deref())?;
        Some((self.lists.get(&Listed::to_text(list)).copied()?, list))
    }
}
