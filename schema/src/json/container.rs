//! Entity containers in JSON.
//!
//! Source: OData CSDL JSON 4.01, section 13.

use odatype_json::tree::Member;
use serde_json::{Map, Value as Json};

use crate::{
    json::{
        annotation::{annotations, expression},
        context::{Context, Object},
    },
    model::{Container, ContainerElement, Location, QualifiedName},
    notes::Noting as _,
};

const ELEMENT: [&str; 8] = [
    "$Collection",
    "$Type",
    "$Nullable",
    "$NavigationPropertyBinding",
    "$IncludeInServiceDocument",
    "$Action",
    "$Function",
    "$EntitySet",
];

/// `EntityContainer`.
pub(super) fn container(
    context: &mut Context<'_>,
    object: Object<'_>,
    name: QualifiedName,
    location: Location,
) -> Container {
    context.known(object, &[&["$Kind", "$Extends"]]);
    Container {
        extends: context.qualified(object, "$Extends"),
        elements: object.declared().filter_map(|member| element(context, member)).collect(),
        annotations: annotations(context, object),
        name,
        location,
    }
}

fn element(context: &mut Context<'_>, member: &Member<'_>) -> Option<ContainerElement> {
    let object = context.object(&member.name, &member.value)?;
    // What CSDL JSON does not have there says what is meant all the same.
    let kind = object.get("$Kind").filter(|_| object.get("$Collection").is_none());
    let kind = kind.filter(|kind| kind.as_str() == Some("EntitySet"));
    if let Some(kind) = kind {
        let help = "an entity set has `\"$Collection\": true`; it is read as one".to_owned();
        context.odd(kind.start, "`$Kind` is `EntitySet`", help);
    }
    context.known(object, &[&ELEMENT, if kind.is_some() { &["$Kind"] } else { &[] }]);
    if !["$Type", "$Action", "$Function"].iter().any(|name| object.get(name).is_some()) {
        let message = format!("`{}` has none of `$Type`, `$Action`, `$Function`", member.name);
        context.fault(member.name_start, message, None);
    }
    let mut members = Map::new();
    if kind.is_some() {
        members.insert("$Collection".into(), Json::Bool(true));
    }
    for member in object.members.iter().filter(|member| ELEMENT.contains(&&*member.name)) {
        let value = match &*member.name {
            "$Type" => {
                let named = context.qualified(object, "$Type").map(|name| name.to_string());
                named.or_else(|| member.value.as_str().map(str::to_owned)).map(Json::String)
            }
            "$Action" | "$Function" | "$EntitySet" => {
                context.text(&member.name, &member.value).map(|text| Json::String(context.notes.aliases.path(text)))
            }
            "$NavigationPropertyBinding" => bindings(context, member),
            _ => Some(expression(context, &member.value)),
        };
        members.extend(value.map(|value| (member.name.to_string(), value)));
    }
    Some(ContainerElement { name: member.name.to_string(), members, annotations: annotations(context, object) })
}

fn bindings(context: &mut Context<'_>, member: &Member<'_>) -> Option<Json> {
    let object = context.object(&member.name, &member.value)?;
    let mut bindings = Map::new();
    for member in object.members {
        if let Some(target) = context.text(&member.name, &member.value) {
            bindings.insert(context.notes.aliases.path(&member.name), context.notes.aliases.path(target).into());
        }
    }
    Some(Json::Object(bindings))
}
