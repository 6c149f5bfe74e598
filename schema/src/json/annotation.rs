//! Annotations in JSON: members `@Term#Qualifier`, `member@Term` and, on annotations, `@Term@Term`.
//!
//! Source: OData CSDL JSON 4.01, sections 14.2 to 14.4.

use odatype_json::tree::{Kind, Value};
use serde_json::{Map, Value as Json};

use crate::{
    json::context::{Context, Object},
    literal,
    model::{Annotation, Annotations},
};

/// The annotations in `object` of its member `prefix`, or of the object itself for the empty prefix.
pub(super) fn annotations(context: &mut Context<'_>, object: Object<'_>, prefix: &str) -> Annotations {
    let mut found = Annotations::default();
    let mut nested = Vec::new();
    for member in object.members {
        let Some(terms) = member.name.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('@')) else { continue };
        match terms.split_once('@') {
            None => found.0.push(annotation(context, terms, &member.value)),
            Some((outer, inner)) => nested.push((outer, inner, member)),
        }
    }
    // An annotation on an annotation may stand before the one it annotates.
    for (outer, inner, member) in nested {
        let inner = annotation(context, inner.split('@').next().unwrap_or(inner), &member.value);
        let (term, qualifier) = term(context, outer);
        match found.0.iter_mut().find(|annotation| annotation.term == term && annotation.qualifier == qualifier) {
            Some(outer) => outer.annotations.0.push(inner),
            None => context.fault(member.name_start, format!("`{}` annotates no annotation", member.name), None),
        }
    }
    found
}

fn annotation(context: &mut Context<'_>, name: &str, value: &Value<'_>) -> Annotation {
    let (term, qualifier) = term(context, name);
    let mut value = expression(context, value);
    context.aliases.named_value(&term, &mut value);
    Annotation { term, qualifier, value, annotations: Annotations::default() }
}

fn term(context: &Context<'_>, name: &str) -> (String, Option<String>) {
    let (term, qualifier) = match name.split_once('#') {
        Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
        None => (name, None),
    };
    (context.aliases.name(term).into_owned(), qualifier)
}

/// A value as it is, with aliases expanded where a member says that a name or path follows.
pub(super) fn expression(context: &mut Context<'_>, value: &Value<'_>) -> Json {
    match &value.kind {
        Kind::Null => Json::Null,
        Kind::Bool(value) => (*value).into(),
        Kind::Number(text) => literal::number(text),
        Kind::String(text) => (&**text).into(),
        Kind::Array(items) => items.iter().map(|item| expression(context, item)).collect(),
        Kind::Object(_) => {
            let Some(object) = context.object("value", value) else { return Json::Null };
            let mut members = Map::new();
            for member in object.members {
                let value = match (&*member.name, member.value.as_str()) {
                    ("@type" | "@odata.type", Some(text)) => context.aliases.type_url(text).into(),
                    ("$Path" | "$Type" | "$Function" | "$LabeledElementReference", Some(text)) => {
                        context.aliases.path(text).into()
                    }
                    _ => expression(context, &member.value),
                };
                let is_annotation = member.name.contains('@');
                let name = if is_annotation { context.aliases.path(&member.name) } else { member.name.to_string() };
                members.insert(name, value);
            }
            Json::Object(members)
        }
    }
}
