//! Annotations in XML, and the expressions that are their values, as the JSON that CSDL JSON has for them: each may
//! hold the other.
//!
//! Source: OData CSDL XML 4.01, sections 14.2 to 14.4; CSDL JSON 4.01, the same sections.

use odatype_table::ordered;
use serde_json::{Map, Value};

use crate::{
    model::{Annotation, Annotations, Gathered, Primitive, TypeName},
    notes::Noting as _,
    xml::{
        constant::{INLINE, constant},
        context::Context,
        tree::Element,
    },
};

const OPERATORS: [&str; 19] = [
    "Add", "And", "Div", "DivBy", "Eq", "Ge", "Gt", "Has", "If", "In", "Le", "Lt", "Mod", "Mul", "Ne", "Neg", "Not",
    "Or", "Sub",
];

/// `Annotation`; nothing without a term.
fn annotation(context: &mut Context<'_>, element: &Element<'_>) -> Option<Annotation> {
    let known: Vec<&str> = ["Term", "Qualifier"].iter().chain(&INLINE).copied().collect();
    let attributes = context.attributes(element, &known);
    let term = context.needed(&attributes, "Term");
    let (term, qualifier) = match term.split_once('#') {
        Some((term, qualifier)) => (term, Some(qualifier)),
        None => (term, attributes.get("Qualifier")),
    };
    if term.is_empty() {
        return None;
    }
    let term = context.term(term, element.start);
    // Without an expression the value is the term's default, which for every tagging term is true.
    let mut value = expression_of(context, element).unwrap_or(Value::Bool(true));
    context.notes.aliases.named_value(&term, &mut value);
    Some(Annotation {
        qualifier: qualifier.map(str::to_owned),
        annotations: nested(context, element),
        ..Annotation::new(term, value, &context.location(element))
    })
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
    let mut gathered = Gathered::default();
    for annotation in children.filter_map(|child| context.aside(|context| annotation(context, child))) {
        gathered.add(annotation);
    }
    let (annotations, faults) = gathered.done();
    for fault in faults {
        context.notes.tell(fault);
    }
    annotations
}

/// The expression of an `Annotation`, `PropertyValue` or `LabeledElement`, as attribute or as child; `None` if it has
/// none.
fn expression_of(context: &mut Context<'_>, element: &Element<'_>) -> Option<Value> {
    context.no_text(element);
    let mut found: Option<Value> = None;
    for attribute in element.attributes.iter().filter(|attribute| INLINE.contains(&attribute.name)) {
        if found.is_some() {
            context.fault(attribute.start, "a second expression", "expected one value".to_owned());
        }
        found = Some(constant(context, attribute.name, &attribute.value, attribute.start));
    }
    for child in element.children.iter().filter(|child| child.name != "Annotation") {
        if found.is_some() {
            context.fault(child.start, "a second expression", "expected one value".to_owned());
        }
        found = Some(expression(context, child));
    }
    found
}

/// An expression element.
fn expression(context: &mut Context<'_>, element: &Element<'_>) -> Value {
    match element.name {
        "Apply" => {
            let attributes = context.attributes(element, &["Function"]);
            let function =
                attributes.get("Function").map(|text| ("$Function", context.notes.aliases.path(text).into()));
            wrap(context, element, "$Apply", function)
        }
        "Cast" | "IsOf" => cast(context, element),
        "Collection" => {
            context.attributes(element, &[]);
            Value::Array(operands(context, element))
        }
        "LabeledElement" => {
            let known: Vec<&str> = ["Name"].iter().chain(&INLINE).copied().collect();
            let attributes = context.attributes(element, &known);
            let name = context.required(&attributes, "Name").into();
            let value = expression_of(context, element).unwrap_or(Value::Null);
            object(context, element, [("$LabeledElement", value), ("$Name", name)])
        }
        "LabeledElementReference" => {
            context.attributes(element, &[]);
            let name = context.notes.aliases.path(element.text.trim());
            object(context, element, [("$LabeledElementReference", name.into())])
        }
        "Null" => {
            context.attributes(element, &[]);
            let is_plain = element.children.is_empty();
            if is_plain { Value::Null } else { object(context, element, [("$Null", Value::Null)]) }
        }
        "Record" => record(context, element),
        // As an element `UrlRef` holds an expression, as an attribute the URL.
        "UrlRef" => wrap(context, element, "$UrlRef", None),
        name if OPERATORS.contains(&name) => {
            context.attributes(element, &[]);
            wrap(context, element, &format!("${name}"), None)
        }
        name if INLINE.contains(&name) => {
            context.attributes(element, &[]);
            if let Some(child) = element.children.first() {
                context.unexpected(child, element, &[]);
            }
            constant(context, name, &element.text, element.start)
        }
        name => {
            context.fault(element.start, format!("unknown expression `{name}`"), None);
            Value::Null
        }
    }
}

fn cast(context: &mut Context<'_>, element: &Element<'_>) -> Value {
    let known = ["Type", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];
    let attributes = context.attributes(element, &known);
    let ty = context.type_ref(&attributes, "Type");
    let name = format!("${}", element.name);
    let Value::Object(mut members) = wrap(context, element, &name, None) else { return Value::Null };
    // Text is the default of a property's type, but here the type is always named.
    members.insert("$Type".into(), format!("{}", TypeName::Primitive(Primitive::String)).into());
    for (name, value) in crate::write::type_members(&ty) {
        members.insert(name.to_owned(), value);
    }
    Value::Object(members)
}

fn record(context: &mut Context<'_>, element: &Element<'_>) -> Value {
    let attributes = context.attributes(element, &["Type"]);
    context.no_text(element);
    let mut members = Map::new();
    if let Some(ty) = attributes.get("Type") {
        members.insert("@type".into(), format!("#{}", context.notes.aliases.name(ty)).into());
    }
    for child in &element.children {
        match child.name {
            "PropertyValue" => {
                let known: Vec<&str> = ["Property"].iter().chain(&INLINE).copied().collect();
                let attributes = context.attributes(child, &known);
                let name = context.required(&attributes, "Property").to_owned();
                let value = expression_of(context, child).unwrap_or(Value::Bool(true));
                annotate(context, child, &mut members, &name);
                if members.insert(name.clone(), value).is_some() {
                    context.fault(child.start, format!("property `{name}` has two values"), None);
                }
            }
            "Annotation" => {}
            _ => context.unexpected(child, element, &["PropertyValue", "Annotation"]),
        }
    }
    annotate(context, element, &mut members, "");
    Value::Object(members)
}

/// `{"$Name": operands, …}`: one operand as it is, several as an array.
fn wrap(context: &mut Context<'_>, element: &Element<'_>, name: &str, more: Option<(&str, Value)>) -> Value {
    let mut operands = operands(context, element);
    let is_single = matches!(name, "$Not" | "$Neg" | "$Cast" | "$IsOf" | "$UrlRef");
    let (least, most) = match name {
        "$If" => (2, 3),
        "$Apply" => (0, usize::MAX),
        _ if is_single => (1, 1),
        _ => (2, 2),
    };
    if !(least..=most).contains(&operands.len()) {
        let message = format!("element `{}` has {} expressions", element.name, operands.len());
        context.fault(element.start, message, format!("expected {least}"));
    }
    let value = if is_single { operands.pop().unwrap_or_default() } else { Value::Array(operands) };
    object(context, element, [(name, value)].into_iter().chain(more))
}

fn operands(context: &mut Context<'_>, element: &Element<'_>) -> Vec<Value> {
    context.no_text(element);
    let children = element.children.iter().filter(|child| child.name != "Annotation");
    children.map(|child| expression(context, child)).collect()
}

fn object<'m>(
    context: &mut Context<'_>,
    element: &Element<'_>,
    members: impl IntoIterator<Item = (&'m str, Value)>,
) -> Value {
    let mut members = ordered(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
    annotate(context, element, &mut members, "");
    Value::Object(members)
}

/// Adds the annotations of `element` as members `prefix@Term`.
fn annotate(context: &mut Context<'_>, element: &Element<'_>, members: &mut Map<String, Value>, prefix: &str) {
    let annotations = nested(context, element);
    crate::write::annotation_members(&annotations, prefix, &mut |name, value| {
        members.insert(name, value.clone());
    });
}
