//! CSDL JSON 4.01: one file into an unresolved document.
//!
//! Source: OData CSDL JSON 4.01, sections 3 to 5.

mod annotation;
mod container;
mod context;
mod operation;
mod reference;
mod type_ref;
mod types;

use std::sync::Arc;

use odatype_json::tree::{Kind, Member, Value};
use odatype_table::name::CONTEXTS;

use crate::{
    document::{Declaration, Document, Schema, Target},
    fault::Fault,
    model::{Primitive, QualifiedName, StructuredKind},
    notes::Noting as _,
    places::Places,
    vocabulary::own::OVERLOADS,
};
use annotation::annotations;
use context::{Context, Object};
use type_ref::TYPE_MEMBERS;

/// Reads `text`, the content of `file`.
pub(crate) fn read(file: &Arc<str>, text: &str) -> Document {
    let places = Places::new(file, text);
    match odatype_json::tree::parse(text) {
        Err(error) => {
            let message = format!("not JSON: {}", error.problem);
            Document::unreadable(Fault::new(&places.at(error.offset), message))
        }
        Ok(root) => document(&mut Context::new(places), Document::new(file), &root),
    }
}

fn document(context: &mut Context<'_>, mut document: Document, root: &Value<'_>) -> Document {
    if let Some((message, help)) = other(root) {
        context.fault(root.start, message, help.to_owned());
        document.is_complete = false;
    } else if let Some(object) = context.object("the document", root) {
        context.known(object, &[&["$Version", "$EntityContainer", "$Reference"]]);
        aliases(context, &mut document, object);
        version(context, &mut document, object);
        reference::references(context, &mut document, object);
        if let Some(value) = object.get("$EntityContainer") {
            // What it says matters in an overlay only.
            let name = value
                .as_str()
                .map_or_else(|| value.kind_name().to_owned(), |name| context.notes.aliases.name(name).into());
            document.container = Some((name, context.at(value.start)));
        }
        for member in object.members.iter().filter(|member| !member.name.starts_with('$')) {
            let schema = schema(context, member, &mut document);
            document.schemas.extend(schema);
        }
    }
    context.notes.finish(&mut document);
    document
}

/// What a document is that a service sends where it does not send its metadata, and where that is.
///
/// Source: OData JSON 4.01, sections 5 (service document) and 21 (error response).
fn other(root: &Value<'_>) -> Option<(&'static str, &'static str)> {
    let has = |name| root.get(name).is_some();
    if has("$Version") {
        return None;
    }
    if matches!(root.get("error").map(|error| &error.kind), Some(Kind::Object(_))) {
        return Some(("this is an error that a service answered", "expected its metadata, CSDL JSON"));
    }
    let is_payload = has("value") && CONTEXTS.into_iter().any(has);
    is_payload.then_some((
        "this is a payload or a service document",
        "expected the service's metadata, which is at `$metadata`",
    ))
}

/// `$Version`, by which a document says that it is CSDL; which one it is only matters where it is written again.
fn version(context: &mut Context<'_>, document: &mut Document, root: Object<'_>) {
    match context.required(root, "$Version") {
        Some(version @ ("4.0" | "4.01")) => version.clone_into(&mut document.version),
        Some(version) => {
            let help = "expected `4.0` or `4.01`; it is read as `4.01`".to_owned();
            context.odd(root.start, format!("version `{version}`"), help);
        }
        None => {}
    }
}

/// Notes all aliases before anything is read, since one may be used before it is declared.
fn aliases(context: &mut Context<'_>, document: &mut Document, root: Object<'_>) {
    let mut found = context.aside(|context| reference::included(context, document, root));
    for member in root.members {
        if !member.name.starts_with('$') {
            context.notes.aliases.namespace(&member.name);
        }
        if let Some(alias) = member.value.get("$Alias").and_then(Value::as_str) {
            found.push((alias, &*member.name, member.name_start));
        }
        for child in Object::of(&member.value).iter().flat_map(|schema| schema.declared()) {
            context.notes.aliases.declared(&child.name);
        }
    }
    for (alias, namespace, offset) in found {
        if let Err((message, help)) = context.notes.aliases.add(alias, namespace) {
            context.odd(offset, message, help.to_owned());
        }
    }
}

fn schema(context: &mut Context<'_>, member: &Member<'_>, document: &mut Document) -> Option<Schema> {
    context.notes.name = Some(member.name.to_string());
    context.notes.namespace = member.name.to_string();
    let object = context.object(&member.name, &member.value)?;
    if let Some(kind) = object.get("$Kind").and_then(Value::as_str) {
        let help = "expected it in the object of its namespace".to_owned();
        context.fault(member.name_start, format!("`$Kind` is `{kind}` where a namespace stands"), help);
        return None;
    }
    context.known(object, &[&["$Alias", "$Annotations"]]);
    let mut schema = Schema {
        namespace: member.name.to_string(),
        alias: context.aside(|context| context.string(object, "$Alias")).map(str::to_owned),
        annotations: annotations(context, object),
        declarations: Vec::new(),
        targets: Vec::new(),
    };
    for child in object.declared() {
        let name = QualifiedName::new(&member.name, &child.name);
        context.notes.name = Some(name.to_string());
        defaults(context, child, document);
        if matches!(child.value.kind, Kind::Array(_)) {
            operations(context, child, &name, &mut schema);
            continue;
        }
        let declaration = declaration(context, child, name, &mut schema.targets);
        if matches!(declaration, Some(Declaration::Term(_))) && has_no_type(child) {
            document.bare.insert(context.at(child.name_start));
        }
        if matches!(declaration, Some(Declaration::Structured(_))) {
            let bare = child.value.members().iter().filter(|member| is_bare(member));
            document.bare.extend(bare.map(|member| context.at(member.name_start)));
        }
        schema.declarations.extend(declaration);
    }
    context.notes.name = None;
    // Operations whose name something else has, which `write` puts here.
    if let Some(value) = object.get(&format!("@{OVERLOADS}")) {
        schema.annotations.0.retain(|annotation| annotation.term != OVERLOADS);
        for child in context.object(OVERLOADS, value).map_or(&[][..], |object| object.members) {
            operations(context, child, &QualifiedName::new(&member.name, &child.name), &mut schema);
        }
    }
    if let Some(value) = object.get("$Annotations") {
        context.aside(|context| targets(context, value, &mut schema.targets));
    }
    Some(schema)
}

fn operations(context: &mut Context<'_>, member: &Member<'_>, name: &QualifiedName, schema: &mut Schema) {
    let overloads = context.array(&member.name, &member.value).iter();
    let overloads = overloads.filter_map(|value| operation::operation(context, value, name));
    schema.declarations.extend(overloads.map(Declaration::Operation));
}

/// Whether a property says nothing but annotations.
fn is_bare(property: &Member<'_>) -> bool {
    let is_object = matches!(property.value.kind, Kind::Object(_));
    is_object && property.value.members().iter().all(|member| member.name.starts_with('@'))
}

/// Whether a term says nothing of its type.
fn has_no_type(term: &Member<'_>) -> bool {
    term.value.members().iter().all(|member| !TYPE_MEMBERS.contains(&&*member.name))
}

/// Notes the defaults that a type with its properties writes, or that overloads' parameters do.
fn defaults(context: &Context<'_>, child: &Member<'_>, document: &mut Document) {
    let members = std::iter::once(child).chain(child.value.members());
    let overloads = child.value.items();
    let parameters = overloads.iter().filter_map(|overload| overload.get("$Parameter")).flat_map(Value::items);
    let returned = overloads.iter().filter_map(|overload| overload.get("$ReturnType"));
    let places = members.map(|member| (member.name_start, &member.value));
    let items = overloads.iter().chain(parameters).chain(returned).map(|value| (value.start, value));
    for (start, value) in places.chain(items) {
        let off =
            SWITCHES.into_iter().filter(|name| matches!(value.get(name).map(|v| &v.kind), Some(Kind::Bool(false))));
        let int32 = value.get("$UnderlyingType").and_then(Value::as_str) == Some(Primitive::Int32.qualified_name());
        for name in off.chain(int32.then_some("$UnderlyingType")) {
            document.defaults.write(context.at(start), name);
        }
    }
}

/// Members that an overlay may restate, but for `$UnderlyingType`; their default is `false`.
const SWITCHES: [&str; 7] =
    ["$Abstract", "$ContainsTarget", "$HasStream", "$IsComposable", "$IsFlags", "$Nullable", "$OpenType"];

fn declaration(
    context: &mut Context<'_>,
    member: &Member<'_>,
    name: QualifiedName,
    targets: &mut Vec<Target>,
) -> Option<Declaration> {
    let object = context.object(&member.name, &member.value)?;
    let location = context.at(member.name_start);
    Some(match context.required(object, "$Kind")? {
        "EntityType" => {
            Declaration::Structured(types::structured(context, object, name, StructuredKind::Entity, location))
        }
        "ComplexType" => {
            Declaration::Structured(types::structured(context, object, name, StructuredKind::Complex, location))
        }
        "EnumType" => Declaration::Enum(types::enumeration(context, object, name, location, targets)),
        "TypeDefinition" => Declaration::Definition(types::definition(context, object, name, location)),
        "Term" => Declaration::Term(context.aside(|context| types::term(context, object, name, location))),
        "EntityContainer" => {
            Declaration::Container(context.aside(|context| container::container(context, object, name, location)))
        }
        kind => {
            let help = "expected `EntityType`, `ComplexType`, `EnumType`, `TypeDefinition`, `Term`, `EntityContainer`, \
                        or an array of actions or functions";
            context.fault(member.name_start, format!("`$Kind` is `{kind}`"), help.to_owned());
            return None;
        }
    })
}

/// `$Annotations`: annotations by target.
fn targets(context: &mut Context<'_>, value: &Value<'_>, targets: &mut Vec<Target>) {
    let Some(object) = context.object("$Annotations", value) else { return };
    for member in object.members {
        context.notes.name = Some(member.name.to_string());
        let Some(target) = context.object(&member.name, &member.value) else { continue };
        for member in target.members.iter().filter(|member| !member.name.starts_with('@')) {
            context.odd(
                member.name_start,
                format!("`{}` is no annotation", member.name),
                "expected `@Term`".to_owned(),
            );
        }
        targets.push(Target {
            path: context.notes.aliases.path(&member.name),
            annotations: annotations(context, target),
            location: context.at(member.name_start),
        });
    }
    context.notes.name = None;
}
