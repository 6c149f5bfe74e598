//! Actions and functions in XML.
//!
//! Source: OData CSDL XML 4.01, section 12.

use crate::{
    model::{Operation, OperationKind, Parameter, ReturnType},
    notes::Noting as _,
    xml::{annotation, context::Context, tree::Element},
};

/// `Action`, `Function`.
pub(super) fn operation(context: &mut Context<'_>, element: &Element<'_>) -> Option<Operation> {
    let kind = if element.name == "Action" { OperationKind::Action } else { OperationKind::Function };
    let known: &[&str] = match kind {
        OperationKind::Action => &["Name", "IsBound", "EntitySetPath"],
        OperationKind::Function => &["Name", "IsBound", "EntitySetPath", "IsComposable"],
    };
    let attributes = context.attributes(element, known);
    let name = context.declared(&attributes)?;
    context.no_text(element);
    let mut operation = Operation {
        name,
        kind,
        is_bound: context.boolean(&attributes, "IsBound").unwrap_or(false),
        is_composable: context.boolean(&attributes, "IsComposable").unwrap_or(false),
        entity_set_path: attributes.get("EntitySetPath").map(str::to_owned),
        parameters: Vec::new(),
        returns: None,
        annotations: annotation::nested(context, element),
        location: context.location(element),
    };
    let (mut place, mut is_whole) = (0, true);
    for child in &element.children {
        match child.name {
            "Parameter" => {
                let is_needed = kind.needs(operation.is_bound, place);
                let parameter = parameter(context, child, is_needed);
                is_whole &= parameter.is_some() || !is_needed;
                operation.parameters.extend(parameter);
                place += 1;
            }
            "ReturnType" if operation.returns.is_some() => {
                context.fault(child.start, "a second element `ReturnType`", "expected one".to_owned());
            }
            "ReturnType" => operation.returns = Some(returns(context, child)),
            "Annotation" => {}
            _ => context.unexpected(child, element, &["Parameter", "ReturnType", "Annotation"]),
        }
    }
    if !is_whole {
        return None;
    }
    if kind == OperationKind::Function && operation.returns.is_none() {
        context.fault(element.start, "a function has no element `ReturnType`", None);
    }
    if operation.is_bound && operation.parameters.is_empty() {
        context.fault(element.start, "a bound operation has no parameter", "expected the binding parameter".to_owned());
        operation.is_bound = false;
    }
    Some(operation)
}

/// `None` if it has no name.
fn parameter(context: &mut Context<'_>, element: &Element<'_>, is_needed: bool) -> Option<Parameter> {
    let known = ["Name", "Type", "Nullable", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];
    let attributes = context.attributes(element, &known);
    let Some(name) = attributes.get("Name").filter(|name| !name.is_empty()) else {
        let (message, meant) = attributes.lack("Name");
        context.nameless(element.start, message, meant, is_needed);
        return None;
    };
    Some(Parameter {
        name: name.to_owned(),
        ty: context.type_ref(&attributes, "Type"),
        nullable: context.boolean(&attributes, "Nullable").unwrap_or(true),
        annotations: annotation::only(context, element),
        location: context.location(element),
    })
}

fn returns(context: &mut Context<'_>, element: &Element<'_>) -> ReturnType {
    let known = ["Type", "Nullable", "MaxLength", "Precision", "Scale", "SRID", "Unicode"];
    let attributes = context.attributes(element, &known);
    ReturnType {
        ty: context.type_ref(&attributes, "Type"),
        nullable: context.boolean(&attributes, "Nullable").unwrap_or(true),
        annotations: annotation::only(context, element),
        location: context.location(element),
    }
}
