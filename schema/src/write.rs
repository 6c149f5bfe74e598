//! A model as CSDL JSON: the same text for the same model, which reads back to an equal one.
//!
//! Namespaces and what they declare are sorted by name; what has an order (properties, members, parameters, overloads)
//! keeps it. Aliases are declared but not used.
//!
//! Source: OData CSDL JSON 4.01.

mod annotations;
mod names;
mod node;
mod parts;

use std::collections::BTreeMap;

use odatype_table::ordered;

use crate::{
    model::{Model, Reference},
    provenance,
};
use node::{Node, Object};

#[cfg(feature = "xml")]
pub(crate) use annotations::annotation_members;
pub use names::unwritable;
#[cfg(feature = "xml")]
pub(crate) use parts::type_members;

/// Writes `model` for people and version control: two spaces a level, short objects on one line, a final line feed.
#[must_use]
pub fn write(model: &Model) -> String {
    let mut text = String::new();
    document(model).pretty(&mut text);
    text.push('\n');
    text
}

/// Writes `model` without any space, to be embedded.
#[must_use]
pub fn write_compact(model: &Model) -> String {
    let mut text = String::new();
    document(model).compact(&mut text);
    text
}

fn document(model: &Model) -> Node {
    let mut document = Object::default();
    document.put("$Version", if model.version.is_empty() { "4.01" } else { &model.version });
    if let [container] = model.containers.keys().collect::<Vec<_>>()[..] {
        document.put("$EntityContainer", container.as_str());
    }
    document.put_object("$Reference", references(model));
    for (name, schema) in schemas(model) {
        document.put(name, schema);
    }
    Node::Object(document)
}

fn references(model: &Model) -> Object {
    let nothing = Reference::default();
    let mut by_uri: BTreeMap<&str, (&Reference, Vec<Node>)> =
        ordered(model.references.iter().map(|(uri, reference)| (uri.as_str(), (reference, Vec::new()))));
    let included = model.included.iter().flat_map(|(namespace, uris)| uris.iter().map(move |uri| (namespace, uri)));
    for (namespace, uri) in included {
        let (said, nodes) = by_uri.entry(uri).or_insert((&nothing, Vec::new()));
        let mut include = Object::default();
        include.put("$Namespace", namespace.as_str());
        said.of_includes.get(namespace).into_iter().for_each(|annotations| include.annotate("", annotations));
        nodes.push(Node::Object(include));
    }
    let mut references = Object::default();
    for (uri, (reference, includes)) in by_uri {
        references.put(uri, parts::reference(reference, includes));
    }
    references
}

fn schemas(model: &Model) -> BTreeMap<&str, Object> {
    let mut declarations = declarations(model);
    let mut targets = targets(model);
    let mut provenance = model.provenance.as_ref();
    let mut has_outside = false;
    let mut schemas = BTreeMap::new();
    for (name, namespace) in &model.namespaces {
        let mut schema = Object::default();
        if let Some(alias) = &namespace.alias {
            schema.put("$Alias", alias.as_str());
        }
        if let Some(provenance) = provenance.take() {
            let annotation = provenance::annotation(provenance);
            schema.put(format!("@{}", annotation.term), annotation.value);
        }
        if !std::mem::replace(&mut has_outside, true) && !model.outside.is_empty() {
            let annotation = provenance::outside(&model.outside);
            schema.put(format!("@{}", annotation.term), annotation.value);
        }
        schema.annotate("", &namespace.annotations);
        let Declarations { plain, hidden } = declarations.remove(name.as_str()).unwrap_or_default();
        let mut operations = Object::default();
        for (name, overloads) in hidden {
            operations.put(name, Node::Array(overloads));
        }
        schema.put_object(&format!("@{}", crate::vocabulary::own::OVERLOADS), operations);
        for (name, declaration) in plain {
            schema.put(name, declaration);
        }
        schema.put_object("$Annotations", targets.remove(name.as_str()).unwrap_or_default());
        schemas.insert(name.as_str(), schema);
    }
    schemas
}

/// What a namespace declares, by simple name.
#[derive(Default)]
struct Declarations<'m> {
    plain: BTreeMap<&'m str, Node>,
    /// Operations whose name something else has, for which CSDL JSON has no place.
    hidden: BTreeMap<&'m str, Vec<Node>>,
}

/// Everything declared, by namespace.
fn declarations(model: &Model) -> BTreeMap<&str, Declarations<'_>> {
    let mut all: BTreeMap<&str, Declarations<'_>> = BTreeMap::new();
    let structured = model.structured.iter().map(|(name, ty)| (name, parts::structured(ty)));
    let enums = model.enums.iter().map(|(name, ty)| (name, parts::enumeration(ty)));
    let definitions = model.definitions.iter().map(|(name, ty)| (name, parts::definition(ty)));
    let terms = model.terms.iter().map(|(name, term)| (name, parts::term(term)));
    let containers = model.containers.iter().map(|(name, container)| (name, parts::container(container)));
    for (name, object) in structured.chain(enums).chain(definitions).chain(terms).chain(containers) {
        all.entry(name.namespace()).or_default().plain.insert(name.name(), Node::Object(object));
    }
    for (name, overloads) in model.actions.iter().chain(&model.functions) {
        let overloads = overloads.iter().map(|overload| Node::Object(parts::operation(overload))).collect();
        let declared = all.entry(name.namespace()).or_default();
        if declared.plain.contains_key(name.name()) {
            declared.hidden.entry(name.name()).or_default().extend::<Vec<_>>(overloads);
        } else {
            declared.plain.insert(name.name(), Node::Array(overloads));
        }
    }
    all
}

/// Annotations that stay by target, under the namespace that their target starts with.
fn targets(model: &Model) -> BTreeMap<&str, Object> {
    let mut all: BTreeMap<&str, Object> = BTreeMap::new();
    let Some(first) = model.namespaces.keys().next() else { return all };
    for (path, annotations) in &model.other_annotations {
        let head = path.split(['/', '(', '@']).next().unwrap_or(path);
        let namespace = head.rsplit_once('.').map_or("", |(namespace, _)| namespace);
        let owner = model.namespaces.get_key_value(namespace).map_or(first, |(namespace, _)| namespace);
        let mut target = Object::default();
        target.annotate("", annotations);
        all.entry(owner).or_default().put(path.as_str(), target);
    }
    all
}
