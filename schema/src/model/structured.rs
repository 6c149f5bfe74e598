//! Entity and complex types.

use super::{annotation::Annotations, name::QualifiedName, type_ref::TypeRef};
use crate::{location::Location, vocabulary::core};

/// Which of the two kinds of structured type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructuredKind {
    /// An entity type: it has a key.
    Entity,
    /// A complex type.
    Complex,
}

/// An entity or complex type.
///
/// Source: CSDL JSON 4.01, sections 6 and 9.
#[derive(Clone, Debug)]
pub struct StructuredType {
    /// Its name.
    pub name: QualifiedName,
    /// Entity or complex.
    pub kind: StructuredKind,
    /// What it derives from.
    pub base: Option<QualifiedName>,
    /// Whether only derived types have instances.
    pub is_abstract: bool,
    /// `OpenType`, as the type itself says it; see [`super::Model::is_open`] for the inherited answer.
    pub is_open: bool,
    /// Whether it is a media entity type.
    pub has_stream: bool,
    /// Key paths with their alias, of this type itself.
    pub key: Vec<(String, Option<String>)>,
    /// Properties of this type itself (not inherited), in document order, navigation properties among them.
    pub properties: Vec<Property>,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

impl StructuredType {
    /// Whether instances have properties beside the declared ones; `None` where the type itself says nothing.
    ///
    /// Source: OData vocabulary Org.OData.Core.V1, `AdditionalProperties`, which counts more than `OpenType`.
    #[must_use]
    pub fn openness(&self) -> Option<bool> {
        let additional = self.annotations.get(core::ADDITIONAL_PROPERTIES).and_then(serde_json::Value::as_bool);
        additional.or_else(|| self.is_open.then_some(true))
    }
}

/// A structural or navigation property.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its name, which is its spelling on the wire.
    pub name: String,
    /// Structural or navigation.
    pub kind: PropertyKind,
    /// Its type.
    pub ty: TypeRef,
    /// Whether a single value may be null; of the items for a structural collection.
    pub nullable: bool,
    /// `DefaultValue`, as JSON.
    pub default: Option<serde_json::Value>,
    /// Annotations.
    pub annotations: Annotations,
    /// Where it is declared.
    pub location: Location,
}

impl Property {
    /// Whether it is a navigation property.
    pub(crate) fn is_navigation(&self) -> bool {
        matches!(self.kind, PropertyKind::Navigation(_))
    }

    /// Its annotations, and those of what only a navigation property has.
    pub(crate) fn each_annotations(&mut self, change: &mut dyn FnMut(&mut Annotations)) {
        change(&mut self.annotations);
        if let PropertyKind::Navigation(navigation) = &mut self.kind {
            navigation.on_delete.iter_mut().for_each(|on_delete| change(&mut on_delete.annotations));
            let constraints = navigation.referential_constraints.iter_mut();
            constraints.for_each(|constraint| change(&mut constraint.annotations));
        }
    }

    /// Whether `other` holds the same, facets aside.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        self.ty.is_of(&other.ty) && self.is_navigation() == other.is_navigation()
    }
}

/// What a property is.
#[derive(Clone, Debug)]
pub enum PropertyKind {
    /// A structural property: a value of its own.
    Structural,
    /// A navigation property: related entities, on the wire only when expanded.
    Navigation(NavigationProperty),
}

/// What only a navigation property has.
#[derive(Clone, Debug, Default)]
pub struct NavigationProperty {
    /// Whether the related entities live inside this one.
    pub contains_target: bool,
    /// The property that leads back.
    pub partner: Option<String>,
    /// What ties properties to those of the related entity.
    pub referential_constraints: Vec<ReferentialConstraint>,
    /// What happens to related entities.
    pub on_delete: Option<OnDelete>,
    /// Whether the related type was left outside a slice, so that only a reference to it is known.
    pub is_outside: bool,
}

/// A property whose value is that of a property of the related entity.
///
/// Source: OData CSDL JSON 4.01, section 8.5.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferentialConstraint {
    /// The property of the type that has the navigation property.
    pub dependent: String,
    /// The property of the related type.
    pub principal: String,
    /// Annotations.
    pub annotations: Annotations,
}

/// What happens to related entities when an entity is deleted.
///
/// Source: OData CSDL JSON 4.01, section 8.6.
#[derive(Clone, Debug, PartialEq)]
pub struct OnDelete {
    /// `Cascade`, `None`, `SetNull` or `SetDefault`.
    pub action: String,
    /// Annotations.
    pub annotations: Annotations,
}
