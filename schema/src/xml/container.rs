//! Entity containers in XML, in the form of their CSDL JSON.
//!
//! Source: OData CSDL XML 4.01, section 13; CSDL JSON 4.01, section 13.

use serde_json::{Map, Value};

use crate::{
    model::{Container, ContainerElement},
    xml::{annotation, context::Context, tree::Element},
};

const ELEMENTS: [&str; 5] = ["EntitySet", "Singleton", "ActionImport", "FunctionImport", "Annotation"];

/// `EntityContainer`.
pub(super) fn container(context: &mut Context<'_>, element: &Element<'_>) -> Option<Container> {
    let attributes = context.attributes(element, &["Name", "Extends"]);
    let name = context.declared(&attributes)?;
    context.no_text(element);
    let mut container = Container {
        name,
        extends: context.qualified(&attributes, "Extends"),
        elements: Vec::new(),
        annotations: annotation::nested(context, element),
        location: context.location(element),
    };
    for child in &element.children {
        match child.name {
            "EntitySet" | "Singleton" => container.elements.extend(resource(context, child)),
            "ActionImport" | "FunctionImport" => container.elements.extend(import(context, child)),
            "Annotation" => {}
            _ => context.unexpected(child, element, &ELEMENTS),
        }
    }
    Some(container)
}

fn resource(context: &mut Context<'_>, element: &Element<'_>) -> Option<ContainerElement> {
    let is_set = element.name == "EntitySet";
    let (known, type_name): (&[&str], _) = if is_set {
        (&["Name", "EntityType", "IncludeInServiceDocument"], "EntityType")
    } else {
        (&["Name", "Type", "Nullable"], "Type")
    };
    let attributes = context.attributes(element, known);
    let name = context.needed(&attributes, "Name").to_owned();
    let mut members = Map::new();
    if is_set {
        members.insert("$Collection".into(), Value::Bool(true));
    }
    let ty = context.required(&attributes, type_name);
    let named = context.qualified(&attributes, type_name);
    members.insert("$Type".into(), named.map_or_else(|| ty.to_owned(), |name| name.to_string()).into());
    if context.boolean(&attributes, "Nullable") == Some(true) {
        members.insert("$Nullable".into(), Value::Bool(true));
    }
    if context.boolean(&attributes, "IncludeInServiceDocument") == Some(false) {
        members.insert("$IncludeInServiceDocument".into(), Value::Bool(false));
    }
    let mut bindings = Map::new();
    for child in &element.children {
        match child.name {
            "NavigationPropertyBinding" => {
                let attributes = context.attributes(child, &["Path", "Target"]);
                let path = context.required(&attributes, "Path");
                let target = context.required(&attributes, "Target");
                bindings.insert(context.notes.aliases.path(path), context.notes.aliases.path(target).into());
            }
            "Annotation" => {}
            _ => context.unexpected(child, element, &["NavigationPropertyBinding", "Annotation"]),
        }
    }
    if !bindings.is_empty() {
        members.insert("$NavigationPropertyBinding".into(), Value::Object(bindings));
    }
    let annotations = annotation::nested(context, element);
    (!name.is_empty()).then_some(ContainerElement { name, members, annotations })
}

fn import(context: &mut Context<'_>, element: &Element<'_>) -> Option<ContainerElement> {
    let (known, operation): (&[&str], _) = match element.name {
        "ActionImport" => (&["Name", "Action", "EntitySet"], "Action"),
        _ => (&["Name", "Function", "EntitySet", "IncludeInServiceDocument"], "Function"),
    };
    let attributes = context.attributes(element, known);
    let name = context.needed(&attributes, "Name").to_owned();
    let mut members = Map::new();
    let target = context.required(&attributes, operation);
    members.insert(format!("${operation}"), context.notes.aliases.path(target).into());
    if let Some(set) = attributes.get("EntitySet") {
        members.insert("$EntitySet".into(), context.notes.aliases.path(set).into());
    }
    if context.boolean(&attributes, "IncludeInServiceDocument") == Some(true) {
        members.insert("$IncludeInServiceDocument".into(), Value::Bool(true));
    }
    let annotations = annotation::only(context, element);
    (!name.is_empty()).then_some(ContainerElement { name, members, annotations })
}
