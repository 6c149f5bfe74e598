//! Annotations in XML.
//!
//! Source: OData CSDL XML 4.01, section 14.2.

use serde_json::Value;

use crate::{
    model::{Annotation, Annotations},
    xml::{context::Context, expression, tree::Element},
};

/// `Annotation`.
pub(super) fn annotation(context: &mut Context<'_>, element: &Element<'_>) -> Annotation {
    let known: Vec<&str> = ["Term", "Qualifier"].iter().chain(&expression::INLINE).copied().collect();
    let attributes = context.attributes(element, &known);
    let term = context.required(&attributes, "Term");
    let (term, qualifier) = match term.split_once('#') {
        Some((term, qualifier)) => (term, Some(qualifier)),
        None => (term, attributes.get("Qualifier")),
    };
    let term = context.aliases.name(term).into_owned();
    // Without an expression the value is the term's default, which for every tagging term is true.
    let mut value = expression::of(context, element).unwrap_or(Value::Bool(true));
    context.aliases.named_value(&term, &mut value);
    Annotation { term, qualifier: qualifier.map(str::to_owned), value, annotations: nested(context, element) }
}

/// The annotations of an element that has no other children.
pub(super) fn only(context: &mut Context<'_>, element: &Element<'_>) -> Annotations {
    context.no_text(element);
    for child in element.children.iter().filter(|child| child.name != "Annotation") {
        context.unexpected(child, element, &["Annotation"]);
    }
    nested(context, element)
}

/// The annotations among an element's children.
pub(super) fn nested(context: &mut Context<'_>, element: &Element<'_>) -> Annotations {
    let children = element.children.iter().filter(|child| child.name == "Annotation");
    let mut annotations = Annotations::default();
    for annotation in children.map(|child| annotation(context, child)) {
        annotations.add(annotation);
    }
    annotations
}
