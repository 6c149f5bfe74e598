//! Enumeration types, flags and type definitions.

use std::collections::{BTreeMap, BTreeSet};

use odatype_schema::model::{EnumMember, EnumType, TypeName};

use super::{
    build::Build,
    doc,
    error::{Errors, Named},
    ident::{ConstIdent, Ungiven, VariantIdent},
    item::{Alias, Enum, EnumVariant, Flag, Flags, Item, ModulePath},
    names::Place,
};
use crate::steps::step;

/// An enum.
pub(super) fn enumeration(
    build: Build<'_, '_>,
    index: u16,
    ty: &EnumType,
    is_exhaustive: bool,
    place: &Place,
    errors: &mut Errors<'_>,
) -> Item {
    let names = named_members(ty, errors, VariantIdent::member, VariantIdent::given, VariantIdent::spelled);
    let variants = names
        .into_iter()
        .map(|(ident, member)| EnumVariant { ident, doc: doc::member(member), wire: member.name.clone() })
        .collect();
    Item::Enum(Enum {
        ident: place.ident.clone(),
        doc: doc::enumeration(build, index, ty, &place.module),
        index: usize::from(index),
        wire: ty.name.to_string(),
        is_exhaustive,
        variants,
    })
}

/// A set of flags.
pub(super) fn flags(build: Build<'_, '_>, index: u16, ty: &EnumType, place: &Place, errors: &mut Errors<'_>) -> Item {
    let names = named_members(ty, errors, ConstIdent::flag, ConstIdent::given_flag, ConstIdent::spelled);
    let flags = names
        .into_iter()
        .map(|(ident, member)| Flag { ident, doc: doc::member(member), wire: member.name.clone(), value: member.value })
        .collect();
    Item::Flags(Flags {
        ident: place.ident.clone(),
        doc: doc::enumeration(build, index, ty, &place.module),
        index: usize::from(index),
        wire: ty.name.to_string(),
        flags,
    })
}

impl Build<'_, '_> {
    /// The aliases of all type definitions.
    pub(super) fn aliases(self, items: &mut BTreeMap<ModulePath, Vec<Item>>) {
        for (name, definition) in &self.book.model().definitions {
            let Some(place) = self.names.definition(name).filter(|place| place.is_free) else { continue };
            let shape = self.book.shape(&TypeName::Named(name.clone()));
            items.entry(place.module.clone()).or_default().push(Item::Alias(Alias {
                ident: place.ident.clone(),
                doc: doc::definition(definition),
                value: self.value(shape),
            }));
        }
    }
}

/// The members of `ty`, each with a name of its own.
///
/// Where members differ only in underscores and letter case, those that are spelled with underscores get one at the end
/// (`remoteControl` and `remote_Control` are `RemoteControl` and `RemoteControl_`): members are what services add and
/// respell most, and a schema that did so should not need a rename.
fn named_members<'m, I: Ord + Clone + AsRef<str>>(
    ty: &'m EnumType,
    errors: &mut Errors<'_>,
    make: impl Fn(&str) -> Option<I>,
    given: impl Fn(&str) -> Result<I, Ungiven>,
    spelled: impl Fn(I) -> I,
) -> Vec<(I, &'m EnumMember)> {
    let wire = |member: &EnumMember| format!("{}.{}", ty.name, member.name);
    let named = |member: &EnumMember, ident: &str| Named {
        wire: wire(member),
        role: "",
        ident: ident.to_owned(),
        location: ty.location.clone(),
    };
    let mut plain: BTreeSet<I> = BTreeSet::new();
    for member in ty.members.iter().filter(|member| !member.name.contains('_')) {
        plain.extend(make(&member.name));
    }
    let mut taken: BTreeMap<I, &EnumMember> = BTreeMap::new();
    let mut done = Vec::with_capacity(ty.members.len());
    for member in &ty.members {
        step();
        let ident = errors.renamed(|| wire(member), &given).or_else(|| {
            let ident = make(&member.name)?;
            let respelled = member.name.contains('_') && plain.contains(&ident);
            Some(if respelled { spelled(ident) } else { ident })
        });
        let Some(ident) = ident else {
            errors.nameless(&named(member, if ty.is_flags { "UNNAMED" } else { "Unnamed" }));
            continue;
        };
        if let Some(first) = taken.get(&ident) {
            errors.collision(
                ident.as_ref(),
                &format!("`{}`", ty.name),
                &named(first, ident.as_ref()),
                &named(member, ident.as_ref()),
            );
            continue;
        }
        taken.insert(ident.clone(), member);
        done.push((ident, member));
    }
    done
}
