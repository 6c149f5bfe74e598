//! Constant expressions and paths in XML, as the JSON that CSDL JSON has for them.
//!
//! Source: OData CSDL XML 4.01, section 14.3; CSDL JSON 4.01, the same section.

use serde_json::Value;

use crate::{literal, xml::context::Context};

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
        "Bool" => literal::boolean(text.trim()).map_or_else(
            || {
                context.fault(offset, format!("`{text}` is no boolean"), "expected `true` or `false`".to_owned());
                Value::Null
            },
            Value::Bool,
        ),
        "Int" | "Decimal" | "Float" => literal::number(text.trim()),
        // The type is the term's, so CSDL JSON keeps the members' names only.
        "EnumMember" => {
            let members = text.split_whitespace().map(|member| member.rsplit('/').next().unwrap_or(member));
            members.collect::<Vec<_>>().join(",").into()
        }
        "Path" => object_of([("$Path", context.aliases.path(text.trim()).into())]),
        "UrlRef" => object_of([("$UrlRef", text.into())]),
        "AnnotationPath" | "ModelElementPath" | "NavigationPropertyPath" | "PropertyPath" => {
            context.aliases.path(text.trim()).into()
        }
        _ => text.trim().into(),
    }
}

fn object_of<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
