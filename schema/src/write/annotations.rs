//! Annotations as members of CSDL JSON objects.
//!
//! Source: OData CSDL JSON 4.01, section 14.2.

use serde_json::Value;

use crate::{
    model::{Annotation, Annotations},
    vocabulary::own::ALSO,
};

/// Calls `put` with the name and value of each member that stands for an annotation in `annotations`.
pub(crate) fn annotation_members(annotations: &Annotations, prefix: &str, put: &mut dyn FnMut(String, &Value)) {
    let is_same = |left: &Annotation, right: &Annotation| left.term == right.term && left.qualifier == right.qualifier;
    for (index, annotation) in annotations.0.iter().enumerate() {
        if annotations.0[..index].iter().any(|before| is_same(before, annotation)) {
            continue;
        }
        let name = match &annotation.qualifier {
            Some(qualifier) => format!("{prefix}@{}#{qualifier}", annotation.term),
            None => format!("{prefix}@{}", annotation.term),
        };
        put(name.clone(), &annotation.value);
        annotation_members(&annotation.annotations, &name, put);
        let also: Vec<Value> =
            annotations.0[index + 1..].iter().filter(|more| is_same(more, annotation)).map(also).collect();
        if !also.is_empty() {
            put(format!("{name}@{ALSO}"), &also.into());
        }
    }
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
