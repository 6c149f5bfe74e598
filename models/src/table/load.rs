//! From the table's strings to the table.

use std::{collections::HashMap, sync::OnceLock};

use odatype_table::{Body, Member, Row, Shape, StructuredKind, ValueType, name};

use super::{
    Kind, Name, NameIndex, Property, Rules, Tables, Type, TypeKind,
    types::{Listed, Outside},
};

impl Tables {
    /// The table that `rows` describe, with `aliases` of namespaces and the names of types that are left out.
    ///
    /// # Panics
    /// If a row is not what the generator writes. That generator and runtime belong together was checked when the program
    /// was compiled, so that only a file that was edited by hand can have such a row, and nothing could be read with it.
    pub(super) fn load(
        rows: &[&'static str],
        aliases: &'static [(&'static str, &'static str)],
        outside: &'static str,
    ) -> Self {
        let read = |text: &&'static str| Row::read(text).unwrap_or_else(|error| edited(&error));
        let rows: Vec<Row<&'static str>> = rows.iter().map(read).collect();
        let kinds: Vec<TypeKind> = rows.iter().map(kind).collect();
        let mut types: Vec<Type> = Vec::with_capacity(rows.len());
        for (index, row) in (0..).zip(rows) {
            let ty = Type::load(index, row, &types, &kinds);
            if let Some(base) = ty.base.and_then(|base| types.get_mut(usize::from(base))) {
                base.has_derived = true;
            }
            types.push(ty);
        }
        let names = NameIndex::new(types.iter().map(|ty| Name::by_end(ty.name)));
        let folded = fold(&types, aliases);
        Self { types: types.into(), names, folded, aliases, outside: Outside(outside) }
    }
}

/// Ends the program: see [`Tables::load`].
#[cold]
#[expect(clippy::panic, reason = "no input of the program leads here")]
fn edited(problem: &dyn std::fmt::Display) -> ! {
    panic!("the table in the generated code was edited: {problem}; run `odatype expand` again")
}

fn kind(row: &Row<&str>) -> TypeKind {
    match &row.body {
        Body::Structured(ty) => match ty.kind {
            StructuredKind::Complex => TypeKind::Complex,
            StructuredKind::Entity => TypeKind::Entity,
            StructuredKind::Action => TypeKind::Action,
        },
        Body::Enumeration(ty) if ty.is_flags => TypeKind::Flags,
        Body::Enumeration(_) => TypeKind::Enum,
        Body::Union(_) => TypeKind::Union,
    }
}

/// Lower-case names, with aliases too.
fn fold(types: &[Type], aliases: &[(&'static str, &'static str)]) -> HashMap<Box<str>, u16> {
    let mut folded = HashMap::new();
    for ty in types.iter().filter(|ty| ty.is_structured()) {
        folded.entry(ty.name.to_ascii_lowercase().into()).or_insert(ty.index);
        let Some((namespace, name)) = ty.name.rsplit_once('.') else { continue };
        for (alias, _) in aliases.iter().filter(|(_, of)| *of == namespace) {
            folded.entry(format!("{alias}.{name}").to_ascii_lowercase().into()).or_insert(ty.index);
        }
    }
    folded
}

impl Type {
    /// The type that `row` describes, the bases of which are among the types `before`.
    fn load(index: u16, row: Row<&'static str>, before: &[Type], kinds: &[TypeKind]) -> Self {
        let mut ty = Self {
            index,
            kind: kind(&row),
            name: row.name,
            tag: name::tag(row.name).into(),
            base: None,
            is_abstract: false,
            has_derived: false,
            is_open: false,
            lineage: Box::new([index]),
            has_required: false,
            properties: Box::default(),
            slots: NameIndex::default(),
            members: Box::default(),
            alternatives: Box::default(),
            dynamic: None,
            late: OnceLock::new(),
        };
        match row.body {
            Body::Enumeration(enumeration) => ty.members = enumeration.members.into(),
            Body::Union(alternatives) => {
                (ty.is_abstract, ty.has_derived, ty.is_open) = (true, true, true);
                ty.lineage = Box::default();
                ty.alternatives = alternatives.iter().filter_map(alternative).collect();
            }
            Body::Structured(structured) => {
                let base = structured.base.and_then(|base| before.get(usize::from(base)));
                let inherited = base.map_or(&[][..], |base| &base.properties);
                let own = structured.own.into_iter().map(|member| Property::load(member, kinds));
                ty.properties = merge(inherited, own);
                ty.base = structured.base;
                (ty.is_abstract, ty.is_open) = (structured.is_abstract, structured.is_open);
                ty.lineage =
                    std::iter::once(index).chain(base.iter().flat_map(|base| base.lineage.iter().copied())).collect();
                ty.dynamic = match structured.dynamic {
                    Some(types) => Some(all_listed(&types, kinds)),
                    None => base.and_then(|base| base.dynamic),
                };
                ty.slots = NameIndex::new(ty.properties.iter().map(|property| Name::new(property.name)));
                ty.has_required = ty.properties.iter().any(|property| property.required);
            }
        }
        ty
    }
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
fn alternative(ty: &ValueType) -> Option<(bool, u16)> {
    match ty.shape {
        Shape::Declared(index) => Some((ty.is_collection, index)),
        Shape::Primitive(_) => None,
    }
}

/// Listed types as kinds know them. Like everything that findings refer to, they stay as long as the table, which is as long
/// as the program.
fn all_listed(types: &[ValueType], kinds: &[TypeKind]) -> &'static [Listed] {
    let listed = |ty: &ValueType| Listed { is_collection: ty.is_collection, kind: kind_of(ty.shape, kinds) };
    Vec::leak(types.iter().map(listed).collect())
}

fn kind_of(shape: Shape, kinds: &[TypeKind]) -> Kind {
    match shape {
        Shape::Primitive(primitive) => Kind::primitive(primitive),
        Shape::Declared(index) => match kinds.get(usize::from(index)) {
            Some(TypeKind::Enum) => Kind::Enum(index),
            Some(TypeKind::Flags) => Kind::Flags(index),
            Some(TypeKind::Union) => Kind::Union(index),
            Some(TypeKind::Complex | TypeKind::Entity | TypeKind::Action) => Kind::Structured(index),
            None => edited(&format!("there is no row {index}")),
        },
    }
}

impl Property {
    fn load(member: Member<&'static str>, kinds: &[TypeKind]) -> Self {
        let mut key = b",\"".to_vec();
        odatype_json::escape_into(member.name, &mut key);
        key.extend_from_slice(b"\":");
        let place = member.place;
        let kind = kind_of(place.ty.shape, kinds);
        let types = place.constraints.types.as_ref().map(|types| all_listed(types, kinds));
        let rules = (!place.constraints.is_empty()).then(|| &*Box::leak(Box::new(Rules::new(place.constraints))));
        let is_single = !place.ty.is_collection;
        Self {
            name: member.name,
            key: String::from_utf8_lossy(&key).into(),
            kind,
            collection: place.ty.is_collection,
            nullable: place.is_nullable,
            required: member.is_required,
            navigation: member.is_navigation,
            is_plain: is_single && kind.takes_any_text(),
            is_free: is_single && kind == Kind::Scalar(odatype_table::Primitive::String) && rules.is_none(),
            rules,
            types,
        }
    }
}

#[cfg(test)]
mod tests;
