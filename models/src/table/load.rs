//! From the strings that generated code carries to the table: first the types, and what a type has when it is first
//! needed.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
    ops::RangeInclusive,
    sync::{OnceLock, atomic::AtomicU16},
};

use odatype_table::{
    Body, Constraints, Head, HeadKind, Member, Row, Shape, StructuredKind, ValueType, name, version::name_in,
};

use super::{
    Asks, Kind, Name, NameIndex, Order, Outside, Property, Rules, Tables, Type, TypeKind,
    types::{Content, Listed, Own},
};

impl Tables {
    /// The table that `rows` describe, with `aliases` of namespaces and the names of types that are left out. A program
    /// that decodes one payload needs a few of its types, so that no more is read here than the first line of each row.
    /// Types stay as long as the program, like the rows that they are read from.
    ///
    /// # Panics
    /// If a row is not what the generator writes. That generator and runtime belong together was checked when the
    /// program was compiled, so that only a file that was edited by hand can have such a row, and nothing could be read
    /// with it.
    pub(super) fn load(
        rows: &'static [&'static str],
        aliases: &'static [(&'static str, &'static str)],
        outside: &'static str,
    ) -> Self {
        let head = |row: &&'static str| Head::read(row).unwrap_or_else(|error| edited(&error));
        let heads: Vec<Head<'static>> = rows.iter().map(head).collect();
        let kinds: &'static [TypeKind] = Vec::leak(heads.iter().map(kind).collect());
        let mut types: Vec<&'static Type> = Vec::with_capacity(rows.len());
        for (((row, index), head), places) in rows.iter().zip(0..).zip(&heads).zip(places(&heads)) {
            types.push(Box::leak(Box::new(Type::load(index, row, head, places, &types, kinds))));
        }
        let names = NameIndex::new(types.iter().map(|ty| Name::by_end(ty.name)));
        Self::new(types.into(), names, aliases, Outside::new(outside))
    }
}

/// Ends the program: see [`Tables::load`].
#[cold]
#[expect(clippy::panic, reason = "no input of the program leads here")]
pub(super) fn edited(problem: &dyn std::fmt::Display) -> ! {
    panic!("the table in the generated code was edited: {problem}; run `odatype expand` again")
}

fn kind(head: &Head<'_>) -> TypeKind {
    match head.kind {
        HeadKind::Structured(StructuredKind::Complex) => TypeKind::Complex,
        HeadKind::Structured(StructuredKind::Entity) => TypeKind::Entity,
        HeadKind::Structured(StructuredKind::Action) => TypeKind::Action,
        HeadKind::Structured(StructuredKind::Function) => TypeKind::Function,
        HeadKind::Enumeration { is_flags: false } if head.is_exhaustive => TypeKind::Closed,
        HeadKind::Enumeration { is_flags: false } => TypeKind::Enum,
        HeadKind::Enumeration { is_flags: true } => TypeKind::Flags,
        HeadKind::Union => TypeKind::Union,
    }
}

/// For each type its place in a walk that comes to what derives from a type right after it, and the last one's of
/// these. Bases stand before what derives from them.
fn places(heads: &[Head<'_>]) -> Vec<RangeInclusive<u32>> {
    let base = |at: usize| {
        let base = usize::from(heads[at].base?);
        if base < at { Some(base) } else { edited(&format!("there is no row {base} before row {at}")) }
    };
    // How many they are with what derives from them.
    let mut counts = vec![1_u32; heads.len()];
    for at in (0..heads.len()).rev() {
        if let Some(base) = base(at) {
            counts[base] += counts[at];
        }
    }
    // The place of what comes next: under each type, and last under none.
    let mut next = vec![0; heads.len() + 1];
    let place = |at: usize| {
        let before = &mut next[base(at).unwrap_or(heads.len())];
        let first = *before;
        *before += counts[at];
        next[at] = first + 1;
        first..=first + (counts[at] - 1)
    };
    (0..heads.len()).map(place).collect()
}

impl Type {
    /// The type of a row; `before` are the types of those before it.
    fn load(
        index: u16,
        row: &'static str,
        head: &Head<'static>,
        places: RangeInclusive<u32>,
        before: &[&'static Self],
        kinds: &'static [TypeKind],
    ) -> Self {
        let kind = kind(head);
        let is_union = kind == TypeKind::Union;
        let base = head.base.and_then(|base| before.get(usize::from(base))).copied();
        let written = head.each_version().next_back().map_or(Cow::Borrowed(head.name), |last| name_in(head.name, last));
        Self {
            row,
            kinds,
            index,
            kind,
            name: head.name,
            versions: head.versions,
            tag: name::tag(&written).into(),
            base,
            is_abstract: head.is_abstract || is_union,
            has_derived: is_union || places.start() < places.end(),
            tagged: AtomicU16::new(index),
            is_open: head.is_open || is_union,
            places,
            own: OnceLock::new(),
            content: OnceLock::new(),
            late: OnceLock::new(),
        }
    }
}

impl Own {
    /// What the row of `of` says.
    pub(super) fn load(of: &Type) -> Self {
        let Body::Structured(ty) = body(of) else { return Self::default() };
        let asks: Vec<Asks> = ty.own.iter().map(|member| Asks::about(&ty, member)).collect();
        let own = ty.own.into_iter().zip(asks).map(|(member, asks)| Property::load(member, asks, of.kinds));
        Self { properties: own.collect(), dynamic: ty.dynamic.map(|types| listed(types, of.kinds)) }
    }
}

impl Content {
    /// What `of` has.
    pub(super) fn load(of: &Type) -> Self {
        match of.kind {
            TypeKind::Enum | TypeKind::Closed | TypeKind::Flags => {
                let Body::Enumeration(enumeration) = body(of) else { return Self::default() };
                let names = NameIndex::new(enumeration.members.iter().map(|(name, _)| Name::new(name)));
                Self { members: enumeration.members.into(), names, ..Self::default() }
            }
            TypeKind::Union => {
                let Body::Union(alternatives) = body(of) else { return Self::default() };
                Self { alternatives: alternatives.into_iter().filter_map(alternative).collect(), ..Self::default() }
            }
            TypeKind::Complex | TypeKind::Entity | TypeKind::Action | TypeKind::Function => {
                let properties = properties(of);
                Self {
                    order: Order::new(properties.iter().map(|property| property.name)),
                    names: NameIndex::new(properties.iter().map(|property| Name::new(property.name))),
                    required: slots_with(&properties, Asks::REQUIRED),
                    needed: slots_with(&properties, Asks::REQUIRED | Asks::NEEDED),
                    properties,
                    dynamic: of.lineage().find_map(|ty| ty.own().dynamic),
                    ..Self::default()
                }
            }
        }
    }
}

/// What the row of `of` says beside its head.
fn body(of: &Type) -> Body<&'static str> {
    Row::read(of.row).unwrap_or_else(|error| edited(&error)).body
}

/// The slots of the properties because of which one of `asked` is asked.
fn slots_with(properties: &[Property], asked: Asks) -> Box<[u16]> {
    properties.iter().zip(0..).filter(|(property, _)| property.asks.any_of(asked)).map(|(_, slot)| slot).collect()
}

/// The properties of a type, inherited ones first; one that is declared again, narrowed, has the inherited one's slot.
fn properties(of: &Type) -> Box<[Property]> {
    let lineage: Vec<&Type> = of.lineage().collect();
    let (mut all, mut slots): (Vec<Property>, HashMap<&str, usize>) = Default::default();
    for property in lineage.iter().rev().flat_map(|ty| &ty.own().properties) {
        match slots.entry(property.name) {
            Entry::Occupied(known) => all[*known.get()] = property.clone(),
            Entry::Vacant(new) => {
                new.insert(all.len());
                all.push(property.clone());
            }
        }
    }
    all.into()
}

/// A type that a union lists; the generator lists structured types only.
fn alternative(ty: ValueType) -> Option<(bool, u16)> {
    match ty.shape {
        Shape::Declared(index) => Some((ty.is_collection, index)),
        Shape::Primitive(_) => None,
    }
}

/// Listed types as kinds know them. Like everything that findings refer to, they stay as long as the table, which is as
/// long as the program.
fn listed(types: Vec<odatype_table::Listed<&'static str>>, kinds: &[TypeKind]) -> &'static [Listed] {
    let listed = |of: odatype_table::Listed<&'static str>| Listed {
        is_collection: of.ty.is_collection,
        kind: kind_of(of.ty.shape, kinds),
        rules: rules(of.constraints),
    };
    Vec::leak(types.into_iter().map(listed).collect())
}

/// What is asked, if anything is; findings refer to it too.
fn rules(asked: Constraints<&'static str>) -> Option<&'static Rules> {
    (!asked.is_empty()).then(|| &*Box::leak(Box::new(Rules::new(asked))))
}

fn kind_of(shape: Shape, kinds: &[TypeKind]) -> Kind {
    match shape {
        Shape::Primitive(primitive) => Kind::primitive(primitive),
        Shape::Declared(index) => match kinds.get(usize::from(index)) {
            Some(TypeKind::Enum) => Kind::Enum(index),
            Some(TypeKind::Closed) => Kind::Closed(index),
            Some(TypeKind::Flags) => Kind::Flags(index),
            Some(TypeKind::Union) => Kind::Union(index),
            Some(TypeKind::Complex | TypeKind::Entity | TypeKind::Action | TypeKind::Function) => {
                Kind::Structured(index)
            }
            None => edited(&format!("there is no row {index}")),
        },
    }
}

impl Property {
    fn load(member: Member<&'static str>, asks: Asks, kinds: &[TypeKind]) -> Self {
        let mut key = b",\"".to_vec();
        odatype_json::escape_into(member.name, &mut key);
        key.extend_from_slice(b"\":");
        let mut place = member.place;
        let kind = kind_of(place.ty.shape, kinds);
        let types = place.constraints.types.take().map(|types| listed(types, kinds));
        let rules = rules(place.constraints);
        let is_single = !place.ty.is_collection;
        let is_watched = member.is_narrowed || asks.any_of(Asks::ADVICE);
        Self {
            name: member.name,
            key: String::leak(String::from_utf8_lossy(&key).into_owned()),
            kind,
            collection: place.ty.is_collection,
            nullable: place.is_nullable,
            asks,
            navigation: member.is_navigation,
            is_narrowed: member.is_narrowed,
            is_watched,
            is_unknown: member.is_unknown,
            is_plain: is_single && kind.takes_any_text(),
            is_free: is_single
                && kind == Kind::Scalar(odatype_table::Primitive::String)
                && rules.is_none()
                && !is_watched,
            rules,
            types,
        }
    }
}

#[cfg(test)]
mod tests;
