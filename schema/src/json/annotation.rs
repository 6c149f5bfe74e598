//! Annotations in JSON: members `@Term#Qualifier`, `member@Term` and, on annotations, `@Term@Term`.
//!
//! Source: OData CSDL JSON 4.01, sections 14.2 to 14.4.

use std::collections::HashMap;

use odatype_json::tree::{Kind, Member, Value};
use serde_json::{Map, Value as Json};

use crate::{
    json::context::{Context, Object},
    literal,
    model::{Annotation, Annotations, Gathered},
    notes::Noting as _,
    steps::step,
    vocabulary::own::ALSO,
};

/// The annotations in `object` of the object itself. What is wrong with them is a warning: no type needs them.
pub(super) fn annotations(context: &mut Context<'_>, object: Object<'_>) -> Annotations {
    let own =
        object.members.iter().inspect(|_| step()).filter_map(|member| Some((member.name.strip_prefix('@')?, member)));
    let own = own.collect();
    context.aside(|context| gathered(context, own))
}

/// The annotations in an object of its members: `member@Term`.
pub(super) struct OfMembers<'e>(HashMap<&'e str, Vec<(&'e str, &'e Member<'e>)>>);

impl<'e> OfMembers<'e> {
    /// Those in `object`.
    pub(super) fn new(object: Object<'e>) -> Self {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        for member in object.members.iter().inspect(|_| step()) {
            if let Some((of, terms)) = member.name.split_once('@').filter(|(of, _)| !of.is_empty()) {
                found.entry(of).or_default().push((terms, member));
            }
        }
        Self(found)
    }

    /// Takes those of the member `name`.
    pub(super) fn take(&mut self, context: &mut Context<'_>, name: &str) -> Annotations {
        let members = self.0.remove(name).unwrap_or_default();
        context.aside(|context| gathered(context, members))
    }

    /// Those that are left, each with the name of its member and a place, in the order of the text.
    pub(super) fn rest(self, context: &mut Context<'_>) -> Vec<(&'e str, Annotations, usize)> {
        let mut rest: Vec<_> = self.0.into_iter().collect();
        let start = |members: &[(&str, &Member<'_>)]| members.first().map_or(0, |(_, member)| member.name_start);
        rest.sort_by_key(|(_, members)| start(members));
        rest.into_iter()
            .map(|(name, members)| {
                let start = start(&members);
                (name, context.aside(|context| gathered(context, members)), start)
            })
            .collect()
    }
}

/// Annotations from members with what follows the first `@` in their names.
fn gathered(context: &mut Context<'_>, members: Vec<(&str, &Member<'_>)>) -> Annotations {
    let mut found = Gathered::default();
    let mut nested = Vec::new();
    for (terms, member) in members {
        match terms.rsplit_once('@') {
            None => found.add(annotation(context, terms, member)),
            Some((of, own)) => nested.push((of, own, member)),
        }
    }
    // That a member is repeated was told.
    let (mut found, _) = found.done();
    let places = if nested.is_empty() { HashMap::new() } else { places(&found) };
    // An annotation on an annotation may stand before the one it annotates; what it annotates has fewer parts.
    nested.sort_by_key(|(of, ..)| of.matches('@').count());
    for (of, own, member) in nested {
        if own == ALSO {
            also(context, &mut found, &places, of, member);
            continue;
        }
        let annotation = annotation(context, own, member);
        match inner(context, &mut found, &places, of) {
            Some(place) => place.0.push(annotation),
            None => context.fault(member.name_start, format!("`{}` annotates no annotation", member.name), None),
        }
    }
    found
}

/// Where the annotations with a term and qualifier are.
type Index = HashMap<(String, Option<String>), usize>;

fn places(annotations: &Annotations) -> Index {
    let keys = annotations.0.iter().map(|annotation| (annotation.term.clone(), annotation.qualifier.clone()));
    keys.enumerate().map(|(place, key)| (key, place)).collect()
}

/// Takes back the rules that hold beside the one that `path` names, which `write` puts under it.
fn also(context: &mut Context<'_>, found: &mut Annotations, places: &Index, path: &str, member: &Member<'_>) {
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
        context.notes.aliases.named_value(&term, &mut value);
        more.push(Annotation {
            qualifier: qualifier.clone(),
            annotations: annotations(context, object),
            ..Annotation::new(term.clone(), value, &context.at(object.start))
        });
    }
    let place = match outer {
        None => Some(found),
        Some(outer) => inner(context, found, places, outer),
    };
    match place {
        Some(place) => place.0.extend(more),
        None => context.fault(member.name_start, format!("`{}` annotates no annotation", member.name), None),
    }
}

/// The annotations of the annotation that `path` leads to, `Term@Term…`.
fn inner<'a>(
    context: &Context<'_>,
    annotations: &'a mut Annotations,
    places: &Index,
    path: &str,
) -> Option<&'a mut Annotations> {
    let mut parts = path.split('@');
    let first = *places.get(&term(context, parts.next()?))?;
    let first = &mut annotations.0.get_mut(first)?.annotations;
    parts.try_fold(first, |place, part| {
        let (term, qualifier) = term(context, part);
        let found = place.0.iter_mut().find(|found| found.term == term && found.qualifier == qualifier)?;
        Some(&mut found.annotations)
    })
}

fn annotation(context: &mut Context<'_>, name: &str, member: &Member<'_>) -> Annotation {
    let (term, qualifier) = match name.split_once('#') {
        Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
        None => (name, None),
    };
    let term = context.term(term, member.name_start);
    let mut value = expression(context, &member.value);
    context.notes.aliases.named_value(&term, &mut value);
    Annotation { qualifier, ..Annotation::new(term, value, &context.at(member.name_start)) }
}

fn term(context: &Context<'_>, name: &str) -> (String, Option<String>) {
    let (term, qualifier) = match name.split_once('#') {
        Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
        None => (name, None),
    };
    (context.notes.aliases.name(term).into_owned(), qualifier)
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
                    ("@type" | "@odata.type", Some(text)) => context.notes.aliases.type_url(text).into(),
                    ("$Path" | "$Type" | "$Function" | "$LabeledElementReference", Some(text)) => {
                        context.notes.aliases.path(text).into()
                    }
                    _ => expression(context, &member.value),
                };
                let is_annotation = member.name.contains('@');
                let name =
                    if is_annotation { context.notes.aliases.path(&member.name) } else { member.name.to_string() };
                members.insert(name, value);
            }
            Json::Object(members)
        }
    }
}
