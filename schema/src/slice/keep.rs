//! Which annotations a slice keeps.

use serde_json::Value;

use crate::{
    model::{Annotations, Model, Operation},
    vocabulary::own::{RUST_NAME, VERSIONS},
};

/// Members of records that are prose for readers of the vendor's documentation.
const PROSE: [&str; 2] = ["Description", "LongDescription"];

/// Keeps the annotations of `terms` only, qualified names or `namespace.*`, without prose in their records.
pub(super) fn only(slice: &mut Model, terms: &[String]) {
    each(slice, &mut |annotations| filter(annotations, terms));
    slice.other_annotations.retain(|_, annotations| !annotations.0.is_empty());
}

fn each(slice: &mut Model, change: &mut dyn FnMut(&mut Annotations)) {
    slice.namespaces.values_mut().for_each(|namespace| change(&mut namespace.annotations));
    for ty in slice.structured.values_mut() {
        change(&mut ty.annotations);
        ty.properties.iter_mut().for_each(|property| property.each_annotations(change));
    }
    for ty in slice.enums.values_mut() {
        change(&mut ty.annotations);
        ty.members.iter_mut().for_each(|member| change(&mut member.annotations));
    }
    slice.definitions.values_mut().for_each(|ty| change(&mut ty.annotations));
    let operations = slice.actions.values_mut().chain(slice.functions.values_mut()).flatten();
    operations.for_each(|of| operation(of, change));
    slice.other_annotations.values_mut().for_each(change);
}

fn operation(operation: &mut Operation, change: &mut dyn FnMut(&mut Annotations)) {
    change(&mut operation.annotations);
    operation.parameters.iter_mut().for_each(|parameter| change(&mut parameter.annotations));
    operation.returns.iter_mut().for_each(|returns| change(&mut returns.annotations));
}

fn filter(annotations: &mut Annotations, terms: &[String]) {
    annotations.0.retain(|annotation| {
        [VERSIONS, RUST_NAME].contains(&annotation.term.as_str())
            || terms.iter().any(|term| is_term(&annotation.term, term))
    });
    for annotation in &mut annotations.0 {
        strip(&mut annotation.value);
        filter(&mut annotation.annotations, terms);
    }
}

fn is_term(term: &str, pattern: &str) -> bool {
    match pattern.strip_suffix(".*") {
        Some(namespace) => term.rsplit_once('.').is_some_and(|(of, _)| of == namespace),
        None => term == pattern,
    }
}

fn strip(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Object(members) => {
            members.retain(|name, _| !PROSE.contains(&name.as_str()) && !name.contains('@') || name == "@type");
            members.values_mut().for_each(strip);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Annotation, Location};
    use serde_json::json;

    #[test]
    fn facts_stay_and_prose_goes() {
        let annotation = |term: &str, value| Annotation::new(term, value, &Location::default());
        let mut annotations = Annotations(vec![
            annotation("a.b.Keep", json!([{ "@type": "#x.y", "Date": "d", "Description": "prose" }])),
            annotation("a.c.Any", json!(1)),
            annotation("a.c.d.Other", json!(1)),
            annotation("a.b.Description", json!("prose")),
        ]);
        filter(&mut annotations, &["a.b.Keep".into(), "a.c.*".into()]);
        let expected =
            vec![annotation("a.b.Keep", json!([{ "@type": "#x.y", "Date": "d" }])), annotation("a.c.Any", json!(1))];
        assert_eq!(annotations.0, expected);
    }
}
