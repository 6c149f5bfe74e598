//! Constant expressions and paths in XML, as the JSON that CSDL JSON has for them.
//!
//! Source: OData CSDL XML 4.01, section 14.3; CSDL JSON 4.01, the same section.

use odatype_table::ordered;
use serde_json::Value;

use crate::{literal, notes::Noting as _, xml::context::Context};

/// Attributes that give an expression.
pub(super) const INLINE: [&str; 18] = [
    "AnnotationPath",
    "Binary",
    "Bool",
    "Date",
    "DateTimeOffset",
    "Decimal",
    "Duration",
    "EnumMember",
    "Float",
    "Guid",
    "Int",
    "ModelElementPath",
    "NavigationPropertyPath",
    "Path",
    "PropertyPath",
    "String",
    "TimeOfDay",
    "UrlRef",
];
/// A constant or a path, from text.
pub(super) fn constant(context: &mut Context<'_>, name: &str, text: &str, offset: usize) -> Value {
    match name {
        "String" => text.into(),
        "Bool" => boolean(context, text.trim(), offset),
        "Int" | "Decimal" | "Float" => literal::number(text.trim()),
        // The type is the term's, so CSDL JSON keeps the members' names only.
        "EnumMember" => {
            let members = text.split_whitespace().map(|member| member.rsplit('/').next().unwrap_or(member));
            members.collect::<Vec<_>>().join(",").into()
        }
        "Path" => object_of([("$Path", context.notes.aliases.path(text.trim()).into())]),
        "UrlRef" => object_of([("$UrlRef", text.into())]),
        "AnnotationPath" | "ModelElementPath" | "NavigationPropertyPath" | "PropertyPath" => {
            context.notes.aliases.path(text.trim()).into()
        }
        _ => text.trim().into(),
    }
}

fn boolean(context: &mut Context<'_>, text: &str, offset: usize) -> Value {
    if let Some(value) = literal::boolean(text) {
        return Value::Bool(value);
    }
    let meant = literal::meant_boolean(text);
    let help = match meant {
        Some(meant) => format!("it is read as `{meant}`"),
        None => "expected `true` or `false`".to_owned(),
    };
    context.odd(offset, format!("`{text}` is no boolean"), help);
    meant.map_or(Value::Null, Value::Bool)
}

fn object_of<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(ordered(members.map(|(name, value)| (name.to_owned(), value))))
}
