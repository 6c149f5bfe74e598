//! References to other documents in JSON.
//!
//! Source: OData CSDL JSON 4.01, sections 4.1 to 4.3.

use odatype_json::tree::Value;

use crate::{
    document::Document,
    json::{
        annotation::annotations,
        context::{Context, Object},
    },
    model::{IncludeAnnotations, Reference},
    notes::Noting as _,
};

/// Notes which namespaces references include; the aliases that they give them, with their places.
pub(super) fn included<'e>(
    context: &mut Context<'_>,
    document: &mut Document,
    root: Object<'e>,
) -> Vec<(&'e str, &'e str, usize)> {
    let mut found = Vec::new();
    let references = root.get("$Reference").and_then(|value| context.object("$Reference", value));
    for reference in references.map_or(&[][..], |references| references.members) {
        let Some(object) = context.object(&reference.name, &reference.value) else { continue };
        context.known(object, &[&["$Include", "$IncludeAnnotations"]]);
        for include in object.get("$Include").map_or(&[][..], |value| context.array("$Include", value)) {
            let Some(object) = context.object("$Include item", include) else { continue };
            context.known(object, &[&["$Namespace", "$Alias"]]);
            let Some(namespace) = context.required(object, "$Namespace") else { continue };
            document.includes.push((namespace.to_owned(), reference.name.to_string()));
            context.notes.aliases.namespace(namespace);
            found.extend(context.string(object, "$Alias").map(|alias| (alias, namespace, include.start)));
        }
    }
    found
}

/// What references say beside which namespaces they include.
pub(super) fn references(context: &mut Context<'_>, document: &mut Document, root: Object<'_>) {
    for member in root.get("$Reference").map_or(&[][..], Value::members) {
        // What is no object was told.
        let Some(object) = Object::of(&member.value) else { continue };
        let mut reference = Reference { annotations: annotations(context, object), ..Reference::default() };
        for include in object.get("$Include").map_or(&[][..], Value::items).iter().filter_map(Object::of) {
            if let Some(namespace) = include.get("$Namespace").and_then(Value::as_str) {
                reference.include(namespace, annotations(context, include));
            }
        }
        reference.include_annotations = context.aside(|context| include_annotations(context, object));
        document.refer(&member.name, reference);
    }
}

/// `$IncludeAnnotations`.
fn include_annotations(context: &mut Context<'_>, reference: Object<'_>) -> Vec<IncludeAnnotations> {
    let name = "$IncludeAnnotations";
    let mut included = Vec::new();
    for item in reference.get(name).map_or(&[][..], |value| context.array(name, value)) {
        let Some(object) = context.object("$IncludeAnnotations item", item) else { continue };
        context.known(object, &[&["$TermNamespace", "$Qualifier", "$TargetNamespace"]]);
        let Some(term_namespace) = context.required(object, "$TermNamespace") else { continue };
        included.push(IncludeAnnotations {
            term_namespace: term_namespace.to_owned(),
            qualifier: context.string(object, "$Qualifier").map(str::to_owned),
            target_namespace: context.string(object, "$TargetNamespace").map(str::to_owned),
        });
    }
    included
}
