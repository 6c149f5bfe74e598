//! Annotations as members of CSDL JSON objects.
//!
//! Source: OData CSDL JSON 4.01, section 14.2.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    model::{Annotation, Annotations},
    steps::step,
    vocabulary::own::ALSO,
};

/// Calls `put` with the name and value of each member that stands for an annotation in `annotations`.
pub(crate) fn annotation_members(annotations: &Annotations, prefix: &str, put: &mut dyn FnMut(String, &Value)) {
    for (annotation, more) in by_name(annotations) {
        let name = match &annotation.qualifier {
            Some(qualifier) => format!("{prefix}@{}#{qualifier}", annotation.term),
            None => format!("{prefix}@{}", annotation.term),
        };
        put(name.clone(), &annotation.value);
        annotation_members(&annotation.annotations, &name, put);
        if !more.is_empty() {
            put(format!("{name}@{ALSO}"), &more.into_iter().map(also).collect());
        }
    }
}

/// The first annotation of each term and qualifier, with those that follow of the same.
fn by_name(annotations: &Annotations) -> Vec<(&Annotation, Vec<&Annotation>)> {
    let mut places: HashMap<(&str, Option<&str>), usize> = HashMap::new();
    let mut found: Vec<(&Annotation, Vec<&Annotation>)> = Vec::with_capacity(annotations.0.len());
    for annotation in &annotations.0 {
        step();
        let place = *places.entry((&annotation.term, annotation.qualifier.as_deref())).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, more)) => more.push(annotation),
            None => found.push((annotation, Vec::new())),
        }
    }
    found
}

/// A rule that holds beside another, as an object.
fn also(annotation: &Annotation) -> Value {
    let mut members = serde_json::Map::new();
    members.insert("Value".to_owned(), annotation.value.clone());
    annotation_members(&annotation.annotations, "", &mut |name, value| {
        members.insert(name, value.clone());
    });
    members.into()
}
