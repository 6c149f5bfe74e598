//! From the strings that generated code carries to the table: first the types, and what a type has when it is first needed.

use odatype_table::{Body, Head, HeadKind, Member, Row, Shape, StructuredKind, ValueType, name};

use super::{
    Kind, Name, NameIndex, Outside, Property, Rules, Schema, Tables, Type, TypeKind,
    types::{Content, Listed},
};

impl Tables {
    /// The table of `schema`. A program that decodes one payload needs a few of its types, so that no more is read here than
    /// the first line of each row.
    ///
    /// # Panics
    /// If a row is not what the generator writes. That generator and runtime belong together was checked when the program
    /// was compiled, so that only a file that was edited by hand can have such a row, and nothing could be read with it.
    pub(super) fn load(schema: &'static Schema) -> Self {
        let mut types: Vec<Type> = Vec::with_capacity(schema.rows().len());
        for (index, row) in (0..).zip(schema.rows()) {
            let head = Head::read(row).unwrap_or_else(|error| edited(&error));
            let ty = Type::load(schema, index, head, &types);
            if let Some(base) = ty.base.and_then(|base| types.get_mut(usize::from(base))) {
                base.has_derived = true;
            }
            types.push(ty);
        }
        let names = NameIndex::new(types.iter().map(|ty| Name::by_end(ty.name)));
        Self::new(types.into(), names, schema.aliases(), Outside::new(schema.outside()))
    }
}

/// Ends the program: see [`Tables::load`].
#[cold]
#[expect(clippy::panic, reason = "no input of the program leads here")]
pub(super) fn edited(problem: &dyn std::fmt::Display) -> ! {
    panic!("the table in the generated code was edited: {problem}; run `odatype expand` again")
}

impl Type {
    /// The type whose row has this first line, the bases of which are among the types `before`.
    fn load(schema: &'static Schema, index: u16, head: Head<'static>, before: &[Self]) -> Self {
        let kind = match head.kind {
            HeadKind::Structured(StructuredKind::Complex) => TypeKind::Complex,
            HeadKind::Structured(StructuredKind::Entity) => TypeKind::Entity,
            HeadKind::Structured(StructuredKind::Action) => TypeKind::Action,
            HeadKind::Enumeration { is_flags: false } => TypeKind::Enum,
            HeadKind::Enumeration { is_flags: true } => TypeKind::Flags,
            HeadKind::Union => TypeKind::Union,
        };
        let is_union = kind == TypeKind::Union;
        let base = head.base.and_then(|base| before.get(usize::from(base)));
        let inherited = base.into_iter().flat_map(|base| base.lineage.iter().copied());
        Self {
            schema,
            index,
            kind,
            name: head.name,
            tag: name::tag(head.name).into(),
            base: head.base,
            is_abstract: head.is_abstract || is_union,
            has_derived: is_union,
            is_open: head.is_open || is_union,
            lineage: if is_union { Box::default() } else { std::iter::once(index).chain(inherited).collect() },
            content: std::sync::OnceLock::new(),
            late: std::sync::OnceLock::new(),
        }
    }
}

impl Content {
    /// What the type at `index` of `schema` has.
    pub(super) fn load(schema: &'static Schema, index: u16) -> Self {
        let tables = schema.tables();
        let text: &'static str = schema.rows().get(usize::from(index)).copied().unwrap_or("");
        let row = Row::read(text).unwrap_or_else(|error| edited(&error));
        match row.body {
            Body::Enumeration(enumeration) => Self { members: enumeration.members.into(), ..Self::default() },
            Body::Union(alternatives) => {
                Self { alternatives: alternatives.into_iter().filter_map(alternative).collect(), ..Self::default() }
            }
            Body::Structured(ty) => {
                let base = ty.base.map(|base| tables.get(base).content());
                let inherited = base.map_or(&[][..], |base| &base.properties);
                let properties = merge(inherited, ty.own.into_iter().map(|member| Property::load(member, tables)));
                Self {
                    slots: NameIndex::new(properties.iter().map(|property| Name::new(property.name))),
                    has_required: properties.iter().any(|property| property.required),
                    properties,
                    dynamic: match ty.dynamic {
                        Some(types) => Some(listed(&types, tables)),
                        None => base.and_then(|base| base.dynamic),
                    },
                    ..Self::default()
                }
            }
        }
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
fn alternative(ty: ValueType) -> Option<(bool, u16)> {
    match ty.shape {
        Shape::Declared(index) => Some((ty.is_collection, index)),
        Shape::Primitive(_) => None,
    }
}

/// Listed types as kinds know them. Like everything that findings refer to, they stay as long as the table, which is as long
/// as the program.
fn listed(types: &[ValueType], tables: &Tables) -> &'static [Listed] {
    let listed = |ty: &ValueType| Listed { is_collection: ty.is_collection, kind: kind_of(ty.shape, tables) };
    Vec::leak(types.iter().map(listed).collect())
}

fn kind_of(shape: Shape, tables: &Tables) -> Kind {
    match shape {
        Shape::Primitive(primitive) => Kind::primitive(primitive),
        Shape::Declared(index) => match tables.types.get(usize::from(index)).map(|ty| ty.kind) {
            Some(TypeKind::Enum) => Kind::Enum(index),
            Some(TypeKind::Flags) => Kind::Flags(index),
            Some(TypeKind::Union) => Kind::Union(index),
            Some(TypeKind::Complex | TypeKind::Entity | TypeKind::Action) => Kind::Structured(index),
            None => edited(&format!("there is no row {index}")),
        },
    }
}

impl Property {
    fn load(member: Member<&'static str>, tables: &Tables) -> Self {
        let mut key = b",\"".to_vec();
        odatype_json::escape_into(member.name, &mut key);
        key.extend_from_slice(b"\":");
        let place = member.place;
        let kind = kind_of(place.ty.shape, tables);
        let types = place.constraints.types.as_ref().map(|types| listed(types, tables));
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
