//! From the strings that generated code carries to the table: first the types, and what a type has when it is first
//! needed.

use std::{
    borrow::Cow,
    sync::{OnceLock, atomic::AtomicU16},
};

use odatype_table::{
    Body, Constraints, Head, HeadKind, Member, Row, Shape, StructuredKind, ValueType, name, version::name_in,
};

use super::{
    Asks, Kind, Name, NameIndex, Order, Outside, Property, Rules, Tables, Type, TypeKind,
    types::{Content, Listed},
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
        let mut has_derived = vec![false; heads.len()];
        for base in heads.iter().filter_map(|head| head.base) {
            match has_derived.get_mut(usize::from(base)) {
                Some(has_derived) => *has_derived = true,
                None => edited(&format!("there is no row {base}")),
            }
        }
        let mut types: Vec<&'static Type> = Vec::with_capacity(rows.len());
        for (((row, index), head), has_derived) in rows.iter().zip(0..).zip(&heads).zip(has_derived) {
            let ty = Type::load(index, row, head, &types, kinds);
            types.push(Box::leak(Box::new(Type { has_derived: ty.has_derived || has_derived, ..ty })));
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

impl Type {
    /// The type of a row, the bases of which are among the types `before`.
    fn load(
        index: u16,
        row: &'static str,
        head: &Head<'static>,
        before: &[&'static Self],
        kinds: &'static [TypeKind],
    ) -> Self {
        let kind = kind(head);
        let is_union = kind == TypeKind::Union;
        let base = head.base.and_then(|base| before.get(usize::from(base))).copied();
        let written = head.each_version().next_back().map_or(Cow::Borrowed(head.name), |last| name_in(head.name, last));
        let inherited = base.into_iter().flat_map(|base| base.lineage.iter().copied());
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
            has_derived: is_union,
            tagged: AtomicU16::new(index),
            is_open: head.is_open || is_union,
            lineage: if is_union { Box::default() } else { std::iter::once(index).chain(inherited).collect() },
            content: OnceLock::new(),
            late: OnceLock::new(),
        }
    }
}

impl Content {
    /// What `of` has.
    pub(super) fn load(of: &Type) -> Self {
        let kinds = of.kinds;
        let row = Row::read(of.row).unwrap_or_else(|error| edited(&error));
        match row.body {
            Body::Enumeration(enumeration) => Self { members: enumeration.members.into(), ..Self::default() },
            Body::Union(alternatives) => {
                Self { alternatives: alternatives.into_iter().filter_map(alternative).collect(), ..Self::default() }
            }
            Body::Structured(ty) => {
                let base = of.base.map(Type::content);
                let inherited = base.map_or(&[][..], |base| &base.properties);
                let asks: Vec<Asks> = ty.own.iter().map(|member| Asks::about(&ty, member)).collect();
                let own = ty.own.into_iter().zip(asks).map(|(member, asks)| Property::load(member, asks, kinds));
                let properties = merge(inherited, own);
                Self {
                    order: Order::new(properties.iter().map(|property| property.name)),
                    slots: NameIndex::new(properties.iter().map(|property| Name::new(property.name))),
                    required: slots_with(&properties, Asks::REQUIRED),
                    needed: slots_with(&properties, Asks::REQUIRED | Asks::NEEDED),
                    properties,
                    dynamic: match ty.dynamic {
                        Some(types) => Some(listed(types, kinds)),
                        None => base.and_then(|base| base.dynamic),
                    },
                    ..Self::default()
                }
            }
        }
    }
}

/// The slots of the properties because of which one of `asked` is asked.
fn slots_with(properties: &[Property], asked: Asks) -> Box<[u16]> {
    properties.iter().zip(0..).filter(|(property, _)| property.asks.any_of(asked)).map(|(_, slot)| slot).collect()
}

/// Inherited properties and those of a type itself; one that it declares again, narrowed, has the inherited one's slot.
fn merge(inherited: &[Property], own: impl Iterator<Item = Property>) -> Box<[Property]> {
    let mut all = inherited.to_vec();
    for property in own {
        match all[..inherited.len()].iter_mut().find(|known| known.name == property.name) {
            Some(known) => *known = property,
            None => all.push(property),
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
            key: String::from_utf8_lossy(&key).into(),
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
