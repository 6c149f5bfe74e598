//! Which untyped places hold one of several structured types.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use odatype_table::{Shape, ValueType};

use super::index::Index;
use crate::{model::Annotations, vocabulary::validation};

/// The types that the type around an untyped property lists for its dynamic properties: what is declared without a type
/// may be the same.
pub(super) fn around(index: &Index<'_>, annotations: &Annotations) -> Option<Vec<ValueType>> {
    let listed = annotations.listed(validation::OPEN_PROPERTY_TYPE_CONSTRAINT);
    let types: Vec<ValueType> = listed.filter_map(|text| Some(index.listed(text)?.0)).collect();
    (!types.is_empty()).then_some(types)
}

/// Whether all of `types` are structured, one or many.
pub(super) fn is_of_structured(index: &Index<'_>, types: &[ValueType]) -> bool {
    !types.is_empty()
        && types.iter().all(|ty| matches!(ty.shape, Shape::Declared(row) if index.structured(row).is_some()))
}
