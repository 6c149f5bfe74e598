//! CSDL XML 4.0 and 4.01: one `$metadata` file into an unresolved document.
//!
//! Source: OData CSDL XML 4.01, sections 3 to 5.

mod annotation;
mod constant;
mod container;
mod context;
mod namespace;
mod operation;
mod tree;
mod type_ref;
mod types;

use std::sync::Arc;

use crate::{
    document::{Declaration, Document, Schema, Target},
    fault::Fault,
    model::{Annotations, IncludeAnnotations, Reference},
    notes::Noting as _,
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
        Ok(root) => document(&mut Context::new(places), Document::new(file), &root),
    }
}

fn document(context: &mut Context<'_>, mut document: Document, root: &Element<'_>) -> Document {
    match root.name {
        "Edmx" => envelope(context, &mut document, root),
        "Schema" => bare(context, &mut document, root),
        name => {
            context.fault(root.start, format!("the root element is `{name}`"), "expected `edmx:Edmx`".to_owned());
            document.is_complete = false;
        }
    }
    context.notes.finish(&mut document);
    document
}

/// `edmx:Edmx`.
fn envelope(context: &mut Context<'_>, document: &mut Document, root: &Element<'_>) {
    let attributes = context.attributes(root, &["Version"]);
    context.no_text(root);
    let inner = || root.children.iter().flat_map(|child| &child.children);
    let misplaced = inner().filter(|child| child.name == "Reference").flat_map(|reference| &reference.children);
    aliases(context, &inner().chain(misplaced).collect::<Vec<_>>());
    match attributes.get("Version") {
        None => context.odd(root.start, "element `Edmx` has no attribute `Version`", "it is read as `4.0`".to_owned()),
        Some(version @ ("4.0" | "4.01")) => version.clone_into(&mut document.version),
        // Its namespaces say which version of OData it is; this is one more word on that.
        Some(version) => {
            let help = "expected `4.0` or `4.01`; it is read as `4.0`".to_owned();
            context.odd(root.start, format!("version `{version}`"), help);
        }
    }
    for child in &root.children {
        match child.name {
            "Reference" => context.aside(|context| reference(context, document, child)),
            "DataServices" => services(context, document, child),
            _ => context.unexpected(child, root, &["Reference", "DataServices"]),
        }
    }
    // What is empty may be so; of what has something, and nothing that was understood, all would be lost.
    let is_unknown = |element: &Element<'_>, known: &[&str]| !known.contains(&element.name);
    let mut services =
        root.children.iter().filter(|child| child.name == "DataServices").flat_map(|child| &child.children);
    let is_odd = root.children.iter().any(|child| is_unknown(child, &["Reference", "DataServices"]))
        || services.any(|child| is_unknown(child, &["Reference", "Schema"]));
    if document.schemas.is_empty() && is_odd {
        let help = "expected `Schema` in `edmx:DataServices` in `edmx:Edmx`".to_owned();
        context.fault(root.start, "nothing that is in the file was understood", help);
    }
}

/// A `Schema` without what CSDL puts around it.
fn bare(context: &mut Context<'_>, document: &mut Document, root: &Element<'_>) {
    context.odd(root.start, "the root element is `Schema`", "expected `edmx:Edmx`".to_owned());
    aliases(context, &[root]);
    document.schemas.push(schema(context, root));
}

/// Notes all namespaces, then all aliases, before anything is read, since one may be used before it is declared.
/// `elements` are schemas and includes.
fn aliases(context: &mut Context<'_>, elements: &[&Element<'_>]) {
    let get = |element: &Element<'_>, name| element.attributes.iter().position(|attribute| attribute.name == name);
    for element in elements {
        if let Some(namespace) = get(element, "Namespace") {
            context.notes.aliases.namespace(&element.attributes[namespace].value);
        }
        for declaration in &element.children {
            if let Some(name) = declaration.attributes.iter().find(|attribute| attribute.name == "Name") {
                context.notes.aliases.declared(&name.value);
            }
        }
    }
    for element in elements {
        if let (Some(alias), Some(namespace)) = (get(element, "Alias"), get(element, "Namespace")) {
            let (alias, namespace) = (&element.attributes[alias], &element.attributes[namespace]);
            if let Err((message, help)) = context.notes.aliases.add(&alias.value, &namespace.value) {
                context.odd(alias.start, message, help.to_owned());
            }
        }
    }
}

/// `edmx:Reference`; nothing is fetched.
fn reference(context: &mut Context<'_>, document: &mut Document, element: &Element<'_>) {
    let mut reference = Reference { annotations: annotation::nested(context, element), ..Reference::default() };
    let attributes = context.attributes(element, &["Uri"]);
    let uri = context.required(&attributes, "Uri");
    for child in &element.children {
        match child.name {
            "Include" => {
                let attributes = context.attributes(child, &["Namespace", "Alias"]);
                let namespace = context.needed(&attributes, "Namespace");
                let annotations = annotation::only(context, child);
                if !namespace.is_empty() {
                    document.includes.push((namespace.to_owned(), uri.to_owned()));
                    reference.include(namespace, annotations);
                }
            }
            "IncludeAnnotations" => {
                let attributes = context.attributes(child, &["TermNamespace", "Qualifier", "TargetNamespace"]);
                let text = |name| attributes.get(name).map(str::to_owned);
                let (qualifier, target_namespace) = (text("Qualifier"), text("TargetNamespace"));
                let term_namespace = context.needed(&attributes, "TermNamespace").to_owned();
                if !term_namespace.is_empty() {
                    let included = IncludeAnnotations { term_namespace, qualifier, target_namespace };
                    reference.include_annotations.push(included);
                }
            }
            "Annotation" => {}
            _ => context.unexpected(child, element, &["Include", "IncludeAnnotations", "Annotation"]),
        }
    }
    document.refer(uri, reference);
}

fn services(context: &mut Context<'_>, document: &mut Document, element: &Element<'_>) {
    context.attributes(element, &[]);
    context.no_text(element);
    for child in &element.children {
        match child.name {
            "Schema" => document.schemas.push(schema(context, child)),
            "Reference" => {
                let help = "expected it before that; it is read all the same".to_owned();
                context.odd(child.start, "element `Reference` in element `DataServices`", help);
                context.aside(|context| reference(context, document, child));
            }
            _ => context.unexpected(child, element, &["Schema"]),
        }
    }
}

fn schema(context: &mut Context<'_>, element: &Element<'_>) -> Schema {
    context.notes.name = None;
    let attributes = context.attributes(element, &["Namespace", "Alias"]);
    context.no_text(element);
    let namespace = context.required(&attributes, "Namespace").trim().to_owned();
    context.notes.namespace.clone_from(&namespace);
    let mut schema = Schema {
        namespace,
        alias: attributes.get("Alias").map(str::to_owned),
        annotations: Annotations::default(),
        declarations: Vec::with_capacity(element.children.len()),
        targets: Vec::new(),
    };
    for child in &element.children {
        context.notes.name = None;
        let declaration = match child.name {
            "EntityType" | "ComplexType" => types::structured(context, child).map(Declaration::Structured),
            "EnumType" => types::enumeration(context, child).map(Declaration::Enum),
            "TypeDefinition" => types::definition(context, child).map(Declaration::Definition),
            "Term" => context.aside(|context| types::term(context, child)).map(Declaration::Term),
            "Action" => operation::operation(context, child).map(Declaration::Operation),
            "Function" => context.aside(|context| operation::operation(context, child)).map(Declaration::Operation),
            "EntityContainer" => {
                context.aside(|context| container::container(context, child)).map(Declaration::Container)
            }
            "Annotations" => {
                schema.targets.extend(context.aside(|context| target(context, child)));
                None
            }
            "Annotation" => None,
            _ => {
                context.unexpected(child, element, &SCHEMA);
                None
            }
        };
        schema.declarations.extend(declaration);
    }
    context.notes.name = None;
    schema.annotations = annotation::nested(context, element);
    schema
}

/// `Annotations`: by target, with a qualifier that holds for all of them.
fn target(context: &mut Context<'_>, element: &Element<'_>) -> Option<Target> {
    let attributes = context.attributes(element, &["Target", "Qualifier"]);
    let path = context.needed(&attributes, "Target");
    let path = context.notes.aliases.path(path);
    context.notes.name = Some(path.clone());
    let mut annotations = annotation::only(context, element);
    if let Some(qualifier) = attributes.get("Qualifier") {
        for annotation in &mut annotations.0 {
            annotation.qualifier.get_or_insert_with(|| qualifier.to_owned());
        }
    }
    (!path.is_empty()).then(|| Target { path, annotations, location: context.location(element) })
}
