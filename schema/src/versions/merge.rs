//! The declarations of a chain's versions, as one.

use std::collections::{BTreeSet, HashMap};

use odatype_table::Primitive;

use super::chain::{Chains, Member};
use crate::{
    fault::Fault,
    model::{
        Annotation, Annotations, EnumType, Facets, Location, Model, Property, PropertyKind, QualifiedName,
        StructuredType, TypeDefinition, TypeName,
    },
    vocabulary::own::VERSIONS,
};

/// Makes one declaration of those of each chain.
pub(super) fn merge(model: &mut Model, chains: &Chains, faults: &mut Vec<Fault>) {
    for (plain, members) in chains.each() {
        let structured = taken(members, |name| model.structured.remove(name));
        if let Some(ty) = structured_type(plain, structured, faults) {
            model.structured.insert(plain.clone(), ty);
        }
        let enums = taken(members, |name| model.enums.remove(name));
        if let Some(ty) = enumeration(plain, enums, faults) {
            model.enums.insert(plain.clone(), ty);
        }
        let definitions = taken(members, |name| model.definitions.remove(name));
        if let Some(ty) = definition(plain, definitions) {
            model.definitions.insert(plain.clone(), ty);
        }
    }
}

/// A declaration in one version.
type In<'c, T> = (&'c str, T);

/// The declarations of `members` that `take` finds, the earliest first.
fn taken<T>(members: &[Member], mut take: impl FnMut(&QualifiedName) -> Option<T>) -> Vec<In<'_, T>> {
    members.iter().filter_map(|member| Some((member.version.as_str(), take(&member.name)?))).collect()
}

/// Says which versions there are of which instances may be.
fn note(annotations: &mut Annotations, versions: &[&str]) {
    annotations.0.retain(|annotation| annotation.term != VERSIONS);
    annotations.0.push(Annotation::new(VERSIONS, versions.into(), &Location::default()));
}

/// One set of annotations: what a later version says of a term counts.
fn said(earlier: Annotations, later: &mut Annotations) {
    let known: BTreeSet<(String, Option<String>)> =
        later.0.iter().map(|annotation| (annotation.term.clone(), annotation.qualifier.clone())).collect();
    let more = earlier.0.into_iter().filter(|one| !known.contains(&(one.term.clone(), one.qualifier.clone())));
    later.0.extend(more);
}

fn structured_type(
    plain: &QualifiedName,
    versions: Vec<In<'_, StructuredType>>,
    faults: &mut Vec<Fault>,
) -> Option<StructuredType> {
    let concrete: Vec<&str> = versions.iter().filter(|(_, ty)| !ty.is_abstract).map(|(version, _)| *version).collect();
    let mut versions = versions.into_iter().map(|(_, ty)| ty);
    let first = versions.next()?;
    let mut one = StructuredType { name: plain.clone(), base: outer(plain, first.base), ..first };
    let mut places: HashMap<String, usize> = HashMap::new();
    properties(plain, Vec::new(), &mut one.properties, &mut places, faults);
    for ty in versions {
        let mut annotations = ty.annotations;
        said(std::mem::take(&mut one.annotations), &mut annotations);
        one.annotations = annotations;
        if let Some(base) = outer(plain, ty.base)
            && let Some(other) = one.base.replace(base.clone()).filter(|other| *other != base)
        {
            let message = format!("an earlier version derives from `{other}`, this from `{base}`, which counts");
            faults.push(Fault::new(&ty.location, message).warning().of(&ty.name));
        }
        one.is_abstract &= ty.is_abstract;
        one.is_open |= ty.is_open;
        one.has_stream |= ty.has_stream;
        if one.key.is_empty() {
            one.key = ty.key;
        }
        one.location = ty.location;
        properties(&ty.name, ty.properties, &mut one.properties, &mut places, faults);
    }
    if !concrete.is_empty() {
        note(&mut one.annotations, &concrete);
    }
    Some(one)
}

/// A base that is no other version.
fn outer(plain: &QualifiedName, base: Option<QualifiedName>) -> Option<QualifiedName> {
    base.filter(|base| base != plain)
}

/// Adds the properties of the version `owner` to `all`, whose places by name are `places`.
fn properties(
    owner: &QualifiedName,
    more: Vec<Property>,
    all: &mut Vec<Property>,
    places: &mut HashMap<String, usize>,
    faults: &mut Vec<Fault>,
) {
    if places.is_empty() {
        places.extend(all.iter().zip(0..).map(|(property, place)| (property.name.clone(), place)));
    }
    for property in more {
        if let Some(known) = places.get(&property.name).and_then(|place| all.get_mut(*place)) {
            again(owner, known, property, faults);
        } else {
            places.insert(property.name.clone(), all.len());
            all.push(property);
        }
    }
}

/// A property that an earlier version declares too. Where the two are of different types, a value may be of either.
fn again(owner: &QualifiedName, known: &mut Property, mut later: Property, faults: &mut Vec<Fault>) {
    if !known.is_of(&later) {
        let message = format!("the property is `{}`, but an earlier version declares it as `{}`", later.ty, known.ty);
        let fault = Fault::new(&later.location, message).warning().of(format!("{owner}/{}", later.name));
        faults.push(fault.help(format!("the other is at {}; values are raw JSON", known.location)));
        later.ty.name = TypeName::Primitive(Primitive::Untyped);
        later.ty.collection = false;
        later.ty.facets = Facets::default();
        later.kind = PropertyKind::Structural;
        later.nullable = true;
    }
    later.nullable |= known.nullable;
    said(std::mem::take(&mut known.annotations), &mut later.annotations);
    *known = later;
}

fn enumeration(plain: &QualifiedName, versions: Vec<In<'_, EnumType>>, faults: &mut Vec<Fault>) -> Option<EnumType> {
    let known: Vec<&str> = versions.iter().map(|(version, _)| *version).collect();
    let mut versions = versions.into_iter().map(|(_, ty)| ty);
    let mut one = EnumType { name: plain.clone(), ..versions.next()? };
    let mut places: HashMap<String, usize> =
        one.members.iter().zip(0..).map(|(member, place)| (member.name.clone(), place)).collect();
    for ty in versions {
        let EnumType { name, underlying, is_flags, members, mut annotations, location } = ty;
        said(std::mem::take(&mut one.annotations), &mut annotations);
        let mut moved = Vec::new();
        for mut member in members {
            if let Some(known) = places.get(&member.name).and_then(|place| one.members.get_mut(*place)) {
                if known.value != member.value {
                    moved.push(member.name.clone());
                }
                said(std::mem::take(&mut known.annotations), &mut member.annotations);
                *known = member;
            } else {
                places.insert(member.name.clone(), one.members.len());
                one.members.push(member);
            }
        }
        // Values matter where they are written as numbers, or combined.
        if is_flags && !moved.is_empty() {
            let message = format!("the values of `{}` are other than in an earlier version", moved.join("`, `"));
            faults.push(Fault::new(&location, message).warning().of(&name));
        }
        one = EnumType { name: one.name, underlying, is_flags, members: one.members, annotations, location };
    }
    note(&mut one.annotations, &known);
    Some(one)
}

fn definition(plain: &QualifiedName, versions: Vec<In<'_, TypeDefinition>>) -> Option<TypeDefinition> {
    let known: Vec<&str> = versions.iter().map(|(version, _)| *version).collect();
    let mut versions = versions.into_iter().map(|(_, ty)| ty);
    let mut one = TypeDefinition { name: plain.clone(), ..versions.next()? };
    for mut ty in versions {
        said(std::mem::take(&mut one.annotations), &mut ty.annotations);
        one = TypeDefinition { name: one.name, ..ty };
    }
    note(&mut one.annotations, &known);
    Some(one)
}
