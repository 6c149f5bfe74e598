//! Annotations in JSON: members `@Term#Qualifier`, `member@Term` and, on annotations, `@Term@Term`.
//!
//! Source: OData CSDL JSON 4.01, sections 14.2 to 14.4.

use odatype_json::tree::{Kind, Member, Value};
use serde_json::{Map, Value as Json};

use crate::{
    json::context::{Context, Object},
    literal,
    model::{Annotation, Annotations},
    provenance::ALSO,
};

/// The annotations in `object` of its member `prefix`, or of the object itself for the empty prefix.
pub(super) fn annotations(context: &mut Context<'_>, object: Object<'_>, prefix: &str) -> Annotations {
    let mut found = Annotations::default();
    let mut nested = Vec::new();
    for member in object.members {
        let Some(terms) = member.name.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('@')) else { continue };
        match terms.rsplit_once('@') {
            None => found.0.push(annotation(context, terms, member)),
            Some((of, own)) => nested.push((of, own, member)),
        }
    }
    // An annotation on an annotation may stand before the one it annotates; what it annotates has fewer parts.
    nested.sort_by_key(|(of, ..)| of.matches('@').count());
    for (of, own, member) in nested {
        if own == ALSO {
            also(context, &mut found, of, member);
            continue;
        }
        let annotation = annotation(context, own, member);
        match inner(context, &mut found, of) {
            Some(place) => place.0.push(annotation),
            None => context.fault(member.name_start, format!("`{}` annotates no annotation", member.name), None),
        }
    }
    found
}

/// Takes back the rules that hold beside the one that `path` names, which `write` puts under it.
fn also(context: &mut Context<'_>, found: &mut Annotations, path: &str, member: &Member<'_>) {
    let (outer, own) = path.rsplit_once('@').map_or((None, path), |(outer, own)| (Some(outer), own));
    let (term, qualifier) = term(context, own);
    let mut more = Vec::new();
    for item in context.array(ALSO, &member.value) {
        let Some(object) = context.object(ALSO, item) else { continue };
        let Some(value) = object.members.iter().find(|member| member.name == "Value") else {
            context.fault(object.start, "the object has no member `Value`", None);
            continue;
        };
        let mut value = expression(context, &value.value);
        context.aliases.named_value(&term, &mut value);
        more.push(Annotation {
            qualifier: qualifier.clone(),
            annotations: annotations(context, object, ""),
            ..Annotation::new(term.clone(), value, &context.at(object.start))
        });
    }
    let place = match outer {
        None => Some(found),
        Some(outer) => inner(context, found, outer),
    };
    match place {
        Some(place) => place.0.extend(more),
        None => context.fault(member.name_start, format!("`{}` annotates no annotation", member.name), None),
    }
}

/// The annotations of the annotation that `path` leads to, `Term@Term…`.
fn inner<'a>(context: &Context<'_>, annotations: &'a mut Annotations, path: &str) -> Option<&'a mut Annotations> {
    path.split('@').try_fold(annotations, |place, part| {
        let (term, qualifier) = term(context, part);
        let found = place.0.iter_mut().find(|found| found.term == term && found.qualifier == qualifier)?;
        Some(&mut found.annotations)
    })
}

fn annotation(context: &mut Context<'_>, name: &str, member: &Member<'_>) -> Annotation {
    let (term, qualifier) = term(context, name);
    let mut value = expression(context, &member.value);
    context.aliases.named_value(&term, &mut value);
    Annotation { qualifier, ..Annotation::new(term, value, &context.at(member.name_start)) }
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
