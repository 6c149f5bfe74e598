//! Actions and functions in JSON.
//!
//! Source: OData CSDL JSON 4.01, section 12.

use odatype_json::tree::Value;

use crate::{
    json::{
        annotation::annotations,
        context::{Context, Object},
        type_ref::TYPE_MEMBERS,
    },
    model::{Operation, OperationKind, Parameter, QualifiedName, ReturnType},
    notes::Noting as _,
};

/// One overload; `None` if it is no object or of no known kind.
pub(super) fn operation(context: &mut Context<'_>, value: &Value<'_>, name: &QualifiedName) -> Option<Operation> {
    let object = context.object("overload", value)?;
    let kind = match context.required(object, "$Kind")? {
        "Action" => OperationKind::Action,
        "Function" => OperationKind::Function,
        kind => {
            let help = "expected `Action` or `Function`".to_owned();
            context.fault(object.start, format!("`$Kind` of an overload is `{kind}`"), help);
            return None;
        }
    };
    if kind == OperationKind::Function {
        return context.aside(|context| overload(context, object, name, kind));
    }
    overload(context, object, name, kind)
}

/// One overload whose kind is known; `None` if a parameter that it needs has no name.
fn overload(
    context: &mut Context<'_>,
    object: Object<'_>,
    name: &QualifiedName,
    kind: OperationKind,
) -> Option<Operation> {
    let more: &[&str] = if kind == OperationKind::Function { &["$IsComposable"] } else { &[] };
    context.known(object, &[&["$Kind", "$IsBound", "$EntitySetPath", "$Parameter", "$ReturnType"], more]);
    let is_bound = context.boolean(object, "$IsBound");
    let (mut parameters, mut is_whole) = (Vec::new(), true);
    if let Some(value) = object.get("$Parameter") {
        for (place, item) in context.array("$Parameter", value).iter().enumerate() {
            let is_needed = kind.needs(is_bound, place);
            let parameter = parameter(context, item, is_needed);
            is_whole &= parameter.is_some() || !is_needed;
            parameters.extend(parameter);
        }
    }
    let mut operation = Operation {
        name: name.clone(),
        kind,
        is_bound,
        is_composable: context.boolean(object, "$IsComposable"),
        entity_set_path: context.string(object, "$EntitySetPath").map(str::to_owned),
        returns: object.get("$ReturnType").and_then(|value| returns(context, value)),
        annotations: annotations(context, object),
        location: context.at(object.start),
        parameters,
    };
    if !is_whole {
        return None;
    }
    if kind == OperationKind::Function && object.get("$ReturnType").is_none() {
        context.fault(object.start, "a function has no member `$ReturnType`", None);
    }
    if operation.is_bound && operation.parameters.is_empty() {
        context.fault(object.start, "a bound operation has no parameter", "expected the binding parameter".to_owned());
        operation.is_bound = false;
    }
    Some(operation)
}

/// `None` if it has no name.
fn parameter(context: &mut Context<'_>, value: &Value<'_>, is_needed: bool) -> Option<Parameter> {
    let object: Object<'_> = context.object("parameter", value)?;
    context.known(object, &[&["$Name", "$Nullable"], &TYPE_MEMBERS]);
    let Some(name) = object.get("$Name").and_then(Value::as_str).filter(|name| !name.is_empty()) else {
        let (message, meant) = object.lack("$Name");
        context.nameless(object.start, message, meant, is_needed);
        return None;
    };
    Some(Parameter {
        name: name.to_owned(),
        ty: context.type_ref(object),
        nullable: context.boolean(object, "$Nullable"),
        annotations: annotations(context, object),
        location: context.at(value.start),
    })
}

fn returns(context: &mut Context<'_>, value: &Value<'_>) -> Option<ReturnType> {
    let object = context.object("$ReturnType", value)?;
    context.known(object, &[&["$Nullable"], &TYPE_MEMBERS]);
    Some(ReturnType {
        ty: context.type_ref(object),
        nullable: context.boolean(object, "$Nullable"),
        annotations: annotations(context, object),
        location: context.at(value.start),
    })
}
