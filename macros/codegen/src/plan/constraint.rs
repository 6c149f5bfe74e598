//! What the `Validation` vocabulary and facets say of a value, as fields of the table.
//!
//! Source: OData vocabulary Org.OData.Validation.V1; CSDL JSON 4.01, section 7.2.

use std::fmt::Write as _;

use odatype_schema::model::{Annotations, Expression as Value, Primitive, QualifiedName, TypeName};

use super::layout::{Layout, RowKind, Shape, Slot};

/// `Validation.DerivedTypeConstraint`.
pub(super) const DERIVED: &str = "Org.OData.Validation.V1.DerivedTypeConstraint";
/// `Validation.OpenPropertyTypeConstraint`.
pub(super) const OPEN: &str = "Org.OData.Validation.V1.OpenPropertyTypeConstraint";

/// The constraints of `slot`, each after a tab.
pub(super) fn write(layout: &Layout<'_>, slot: &Slot<'_>, out: &mut String) {
    let get = |term: &str| {
        let term = format!("Org.OData.Validation.V1.{term}");
        slot.annotations.get(&term).or_else(|| slot.definition?.0.get(&term))
    };
    if let Some(Value::String(pattern)) = get("Pattern") {
        push(out, "pattern", &Value::from(pattern.as_str()));
    }
    for (term, inclusive, exclusive) in [("Minimum", "min", "xmin"), ("Maximum", "max", "xmax")] {
        if let Some(bound) = get(term).and_then(number) {
            push(out, if is_exclusive(slot, term) { exclusive } else { inclusive }, &bound);
        }
    }
    for (term, key) in [("MinItems", "minitems"), ("MaxItems", "maxitems")] {
        if let Some(count) = get(term).and_then(number) {
            push(out, key, &count);
        }
    }
    let measured = matches!(slot.shape, Shape::Primitive(Primitive::String | Primitive::Binary));
    let length = slot.ty.facets.max_length.or_else(|| slot.definition?.1.max_length).filter(|_| measured);
    if let Some(length) = length {
        push(out, "maxlen", &length);
    }
    if let Some(values) = get("AllowedValues").and_then(Value::as_array) {
        let values: Vec<Value> = values.iter().filter_map(|record| record.get("Value")).cloned().collect();
        push(out, "values", &Value::Array(values));
    }
    if let (Shape::Structured(_), Some(listed)) = (slot.shape, listed(slot.annotations, DERIVED)) {
        let indices: Vec<String> = listed
            .filter_map(|text| match resolve(layout, text)? {
                (Shape::Structured(index), false) => Some(index.to_string()),
                _ => None,
            })
            .collect();
        if !indices.is_empty() {
            push(out, "derived", &indices.join(","));
        }
    }
}

/// The line for what dynamic members of a type may be; nothing without such a constraint.
pub(super) fn write_open(layout: &Layout<'_>, annotations: &Annotations, out: &mut String) {
    let Some(listed) = listed(annotations, OPEN) else { return };
    let types: Vec<String> =
        listed.filter_map(|text| resolve(layout, text)).map(|(shape, many)| type_text(shape, many)).collect();
    if !types.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(out, "\n\tUntyped\t-\topen={}", types.join(","));
    }
}

/// A type as the table writes it.
pub(super) fn type_text(shape: Shape, collection: bool) -> String {
    let star = if collection { "*" } else { "" };
    match shape {
        Shape::Primitive(primitive) => format!("{star}{}", primitive.name()),
        Shape::Enum(index) | Shape::Structured(index) | Shape::Union(index) => format!("{star}#{index}"),
    }
}

/// The type names that the annotation `term` lists.
pub(super) fn listed<'a>(annotations: &'a Annotations, term: &str) -> Option<impl Iterator<Item = &'a str> + use<'a>> {
    Some(annotations.get(term)?.as_array()?.iter().filter_map(Value::as_str))
}

/// What a type name in an annotation stands for, and whether for many. A type that the schema does not have (a slice may
/// have left it out) cannot stand anywhere, so it is nothing.
pub(super) fn resolve(layout: &Layout<'_>, text: &str) -> Option<(Shape, bool)> {
    let (name, many) = match text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        Some(item) => (item, true),
        None => (text, false),
    };
    if let Some(primitive) = Primitive::parse(name) {
        return Some((Shape::Primitive(primitive), many));
    }
    let name = expand(layout, QualifiedName::parse(name)?);
    if layout.row_of(&name).is_none() && !layout.model.definitions.contains_key(&name) {
        return None;
    }
    let shape = layout.shape(&TypeName::Named(name)).0;
    Some((shape, many))
}

/// `name` with its namespace's alias expanded: type names in annotations are plain strings.
fn expand(layout: &Layout<'_>, name: QualifiedName) -> QualifiedName {
    if layout.row_of(&name).is_some() {
        return name;
    }
    let namespaces = &layout.model.namespaces;
    match namespaces.iter().find(|(_, declared)| declared.alias.as_deref() == Some(name.namespace())) {
        Some((namespace, _)) => QualifiedName::new(namespace, name.name()),
        None => name,
    }
}

/// A number, also one that is written as text.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|_| text.clone()),
        _ => None,
    }
}

/// Whether the bound `term` of `slot` is itself excluded.
fn is_exclusive(slot: &Slot<'_>, term: &str) -> bool {
    let term = format!("Org.OData.Validation.V1.{term}");
    let definition = slot.definition.map(|(annotations, _)| annotations);
    [Some(slot.annotations), definition]
        .into_iter()
        .flatten()
        .find_map(|annotations| annotations.0.iter().find(|annotation| annotation.term == term))
        .and_then(|annotation| annotation.annotations.get("Org.OData.Validation.V1.Exclusive"))
        .is_some_and(|value| value.as_bool() != Some(false))
}

fn push(out: &mut String, key: &str, value: &impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\t{key}={value}");
}

/// Whether the row's own annotations may say what dynamic members are.
pub(super) fn annotations<'m>(kind: &RowKind<'m>) -> Option<&'m Annotations> {
    match kind {
        RowKind::Structured(ty) => Some(&ty.annotations),
        _ => None,
    }
}
