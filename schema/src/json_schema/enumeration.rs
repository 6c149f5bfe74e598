//! Enumeration types: text that names a member, or several for flags.
//!
//! Source: OData JSON 4.01, section 7.1 (enumeration values); CSDL JSON 4.01, section 10.

use serde_json::{Value, json};

use super::pattern;
use crate::model::EnumType;

/// The definition of an enumeration type. Tolerant, any text is a member, since services add members.
pub(super) fn definition(ty: &EnumType, strict: bool) -> Value {
    let names: Vec<&str> = ty.members.iter().map(|member| member.name.as_str()).collect();
    let mut schema = json!({ "type": "string", "title": ty.name.as_str() });
    if strict && names.is_empty() {
        schema["not"] = json!({});
    } else if strict && !ty.is_flags {
        schema["enum"] = json!(names);
    } else {
        schema["examples"] = json!(names);
    }
    if strict && ty.is_flags && !names.is_empty() {
        let any = names.iter().map(|name| pattern::escape(name)).collect::<Vec<_>>().join("|");
        schema["pattern"] = json!(format!("^(?:{any})(?:, *(?:{any}))*$"));
    }
    if let Some(description) = description(ty) {
        schema["description"] = json!(description);
    }
    schema
}

/// The type's description and then a line for each member that has one: JSON Schema has no other place for these.
fn description(ty: &EnumType) -> Option<String> {
    let own = ty.annotations.description().map(str::to_owned);
    let members = ty.members.iter().filter_map(|member| {
        member.annotations.description().map(|description| format!("- `{}`: {description}", member.name))
    });
    let lines: Vec<String> = own.into_iter().chain(members).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
