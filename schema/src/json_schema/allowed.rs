//! The types that annotations list: what may stand in a slot, and what dynamic members may be.
//!
//! Source: `Org.OData.Validation.V1`, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use crate::model::{Annotations, Model, Primitive, QualifiedName, TypeName};

/// What the dynamic members of an open type may be.
pub(super) const OPEN_PROPERTY_TYPES: &str = "Org.OData.Validation.V1.OpenPropertyTypeConstraint";
/// What may stand where a type is declared.
pub(super) const DERIVED_TYPES: &str = "Org.OData.Validation.V1.DerivedTypeConstraint";

/// One listed type: a single value or a collection of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alternative {
    /// `Collection(…)`.
    pub(super) collection: bool,
    /// The type.
    pub(super) name: TypeName,
}

/// The types that `term` lists. Types that the model does not have are left out, as the term's definition wants it;
/// `None` if there is no such annotation or nothing is left.
pub(super) fn alternatives(model: &Model, annotations: &Annotations, term: &str) -> Option<Vec<Alternative>> {
    let listed = annotations.get(term)?.as_array()?;
    let known: Vec<Alternative> =
        listed.iter().filter_map(serde_json::Value::as_str).filter_map(|text| alternative(model, text)).collect();
    (!known.is_empty()).then_some(known)
}

fn alternative(model: &Model, text: &str) -> Option<Alternative> {
    let item = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    let name = type_name(model, item.unwrap_or(text))?;
    Some(Alternative { collection: item.is_some(), name })
}

/// The type of that name, if there is one; the namespace may be an alias.
pub(super) fn type_name(model: &Model, text: &str) -> Option<TypeName> {
    if let Some(primitive) = Primitive::parse(text) {
        return Some(TypeName::Primitive(primitive));
    }
    let name = expand(model, text)?;
    model.is_type(&name).then_some(TypeName::Named(name))
}

/// `text` as a qualified name, an alias in place of the namespace expanded.
pub(super) fn expand(model: &Model, text: &str) -> Option<QualifiedName> {
    let name = QualifiedName::parse(text)?;
    match model.namespace_of_alias(name.namespace()) {
        Some(namespace) if !model.namespaces.contains_key(name.namespace()) => {
            Some(QualifiedName::new(namespace, name.name()))
        }
        _ => Some(name),
    }
}
