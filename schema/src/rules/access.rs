//! Who writes a property, and who fills it where nobody does.
//!
//! Source: OData vocabulary Org.OData.Core.V1; CSDL JSON 4.01, sections 7.2.7 (default value) and 8.5 (referential
//! constraint); OData Protocol 4.01, section 11.4.2 (create an entity).

use std::collections::HashSet;

use odatype_table::Access;

use crate::{
    model::{Annotations, Model, Property, PropertyKind, QualifiedName},
    vocabulary::core,
};

/// What the nearest of `said`, the nearest first, says of who writes a value.
pub(super) fn access(said: &[&Annotations]) -> Access {
    // A tag without a value is set.
    let is_set = |term| said.iter().find_map(|one| one.get(term)).is_some_and(|value| value.as_bool().unwrap_or(true));
    if is_set(core::COMPUTED) {
        return Access::Computed;
    }
    let permissions = said.iter().find_map(|one| permissions(one));
    if permissions.is_some_and(|permissions| !permissions.may_write()) {
        Access::ReadOnly
    } else if is_set(core::IMMUTABLE) {
        Access::Immutable
    } else {
        Access::Free
    }
}

/// What a client is allowed to do: members of `Core.Permission`.
pub(super) struct Permissions<'m>(Vec<&'m str>);

/// What is said of them, if anything is.
pub(super) fn permissions(annotations: &Annotations) -> Option<Permissions<'_>> {
    annotations.get(core::PERMISSIONS)?.as_str().map(names).map(Permissions)
}

impl Permissions<'_> {
    pub(super) fn may_write(&self) -> bool {
        self.may("Write")
    }

    pub(super) fn may_read(&self) -> bool {
        self.may("Read")
    }

    fn may(&self, member: &str) -> bool {
        self.0.iter().any(|permission| *permission == member || *permission == "ReadWrite")
    }
}

/// The names of enumeration members, with or without that of their type before each.
pub(super) fn names(members: &str) -> Vec<&str> {
    let members = members.split([',', ' ']).filter(|member| !member.is_empty());
    members.map(|member| member.rsplit('/').next().unwrap_or(member)).collect()
}

/// Whether a property says itself what it is where nobody gives it a value. A default of null is none.
pub(super) fn has_default(property: &Property) -> bool {
    let is_filled = property.annotations.get(core::COMPUTED_DEFAULT_VALUE);
    property.default.as_ref().is_some_and(|default| !default.is_null())
        || is_filled.is_some_and(|value| value.as_bool().unwrap_or(true))
}

/// Properties that referential constraints tie to another entity, each with the type that declares it.
#[derive(Default)]
pub(super) struct Tied<'m>(HashSet<(&'m QualifiedName, &'m str)>);

impl<'m> Tied<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut all = Self::default();
        for ty in model.structured.values() {
            let navigation = ty.properties.iter().filter_map(|property| match &property.kind {
                PropertyKind::Navigation(navigation) => Some(navigation),
                PropertyKind::Structural => None,
            });
            for constraint in navigation.flat_map(|navigation| &navigation.referential_constraints) {
                for declaring in std::iter::once(ty).chain(model.ancestors(&ty.name)) {
                    let own = declaring.properties.iter().find(|property| property.name == constraint.dependent);
                    all.0.extend(own.map(|property| (&declaring.name, property.name.as_str())));
                }
            }
        }
        all
    }

    pub(super) fn has(&self, ty: &'m QualifiedName, property: &'m str) -> bool {
        self.0.contains(&(ty, property))
    }
}
