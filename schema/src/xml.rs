//! CSDL XML 4.0 and 4.01: one `$metadata` file into an unresolved document.
//!
//! Source: OData CSDL XML 4.01, sections 3 to 5.

mod annotation;
mod constant;
mod container;
mod context;
mod operation;
mod tree;
mod types;

use std::sync::Arc;

use crate::{
    document::{Declaration, Document, Schema, Target},
    fault::Fault,
    model::Annotations,
    places::Places,
};
use context::Context;
use tree::Element;

const SCHEMA: [&str; 10] = [
    "ComplexType",
    "EntityType",
    "TypeDefinition",
    "EnumType",
    "Action",
    "Function",
    "Term",
    "Annotations",
    "EntityContainer",
    "Annotation",
];

/// Reads `text`, the content of `file`.
pub(crate) fn read(file: &Arc<str>, text: &str) -> Document {
    let places = Places::new(file, text);
    match tree::parse(text) {
        Err(error) => Document::unreadable(Fault::new(&places.at(error.offset), error.message)),
        Ok(root) => document(&mut Context::new(places), &root),
    }
}

fn document(context: &mut Context<'_>, root: &Element<'_>) -> Document {
    let mut document = Document::new();
    if root.name != "Edmx" {
        context.fault(root.start, format!("the root element is `{}`", root.name), "expected `edmx:Edmx`".to_owned());
        document.is_complete = false;
        document.faults.append(&mut context.faults);
        return document;
    }
    let attributes = context.attributes(root, &["Version"]);
    aliases(context, root);
    let version = context.required(&attributes, "Version").to_owned();
    if !version.is_empty() && !["4.0", "4.01"].contains(&&*version) {
        context.fault(root.start, format!("version `{version}`"), "expected `4.0` or `4.01`".to_owned());
    }
    document.version = version;
    for child in &root.children {
        match child.name {
            "Reference" => reference(context, &mut document, child),
            "DataServices" => services(context, &mut document, child),
            _ => context.unexpected(child, root, &["Reference", "DataServices"]),
        }
    }
    document.faults.append(&mut context.faults);
    document
}

/// Notes all aliases before anything is read, since one may be used before it is declared.
fn aliases(context: &mut Context<'_>, root: &Element<'_>) {
    for child in root.children.iter().flat_map(|child| &child.children) {
        let get = |name| child.attributes.iter().find(|attribute| attribute.name == name);
        if let Some(namespace) = get("Namespace") {
            context.aliases.namespace(&namespace.value);
        }
        if let (Some(alias), Some(namespace)) = (get("Alias"), get("Namespace"))
            && let Err(message) = context.aliases.add(&alias.value, &namespace.value)
        {
            context.fault(alias.start, message, "expected one namespace for an alias".to_owned());
        }
    }
}

/// `edmx:Reference`: only what it includes matters, nothing is fetched.
fn reference(context: &mut Context<'_>, document: &mut Document, element: &Element<'_>) {
    let attributes = context.attributes(element, &["Uri"]);
    let uri = context.required(&attributes, "Uri");
    for child in &element.children {
        match child.name {
            "Include" => {
                let attributes = context.attributes(child, &["Namespace", "Alias"]);
                let namespace = context.required(&attributes, "Namespace");
                document.includes.insert(namespace.to_owned(), uri.to_owned());
                annotation::only(context, child);
            }
            "IncludeAnnotations" => {
                let attributes = context.attributes(child, &["TermNamespace", "Qualifier", "TargetNamespace"]);
                context.required(&attributes, "TermNamespace");
            }
            "Annotation" => drop(annotation::annotation(context, child)),
            _ => context.unexpected(child, element, &["Include", "IncludeAnnotations", "Annotation"]),
        }
    }
}

fn services(context: &mut Context<'_>, document: &mut Document, element: &Element<'_>) {
    context.attributes(element, &[]);
    context.no_text(element);
    for child in &element.children {
        match child.name {
            "Schema" => document.schemas.push(schema(context, child)),
            _ => context.unexpected(child, element, &["Schema"]),
        }
    }
}

fn schema(context: &mut Context<'_>, element: &Element<'_>) -> Schema {
    context.name = None;
    let attributes = context.attributes(element, &["Namespace", "Alias"]);
    context.no_text(element);
    let namespace = context.required(&attributes, "Namespace").to_owned();
    context.namespace.clone_from(&namespace);
    let mut schema = Schema {
        namespace,
        alias: attributes.get("Alias").map(str::to_owned),
        annotations: Annotations::default(),
        declarations: Vec::with_capacity(element.children.len()),
        targets: Vec::new(),
    };
    for child in &element.children {
        context.name = None;
        let declaration = match child.name {
            "EntityType" | "ComplexType" => types::structured(context, child).map(Declaration::Structured),
            "EnumType" => types::enumeration(context, child).map(Declaration::Enum),
            "TypeDefinition" => types::definition(context, child).map(Declaration::Definition),
            "Term" => types::term(context, child).map(Declaration::Term),
            "Action" | "Function" => operation::operation(context, child).map(Declaration::Operation),
            "EntityContainer" => container::container(context, child).map(Declaration::Container),
            "Annotations" => {
                schema.targets.push(target(context, child));
                None
            }
            "Annotation" => {
                schema.annotations.add(annotation::annotation(context, child));
                None
            }
            _ => {
                context.unexpected(child, element, &SCHEMA);
                None
            }
        };
        schema.declarations.extend(declaration);
    }
    context.name = None;
    schema
}

/// `Annotations`: by target, with a qualifier that holds for all of them.
fn target(context: &mut Context<'_>, element: &Element<'_>) -> Target {
    let attributes = context.attributes(element, &["Target", "Qualifier"]);
    let path = context.required(&attributes, "Target");
    let path = context.aliases.path(path);
    context.name = Some(path.clone());
    let mut annotations = annotation::only(context, element);
    if let Some(qualifier) = attributes.get("Qualifier") {
        for annotation in &mut annotations.0 {
            annotation.qualifier.get_or_insert_with(|| qualifier.to_owned());
        }
    }
    Target { path, annotations, location: context.location(element) }
}
