//! Where the members of an enumeration type are.

use std::collections::HashMap;

use serde_json::Value;

use crate::{model::EnumType, steps::step};

/// The places of a type's members, by what rules list them by. It borrows nothing, so that rulebooks of two models can
/// be compared.
#[derive(Debug, Default)]
pub(super) struct Members {
    names: HashMap<String, usize>,
    values: HashMap<i64, usize>,
}

impl Members {
    pub(super) fn of(ty: &EnumType) -> Self {
        let mut members = Self::default();
        for (index, member) in ty.members.iter().enumerate() {
            step();
            // The first of a value counts.
            members.names.entry(member.name.clone()).or_insert(index);
            members.values.entry(member.value).or_insert(index);
        }
        members
    }

    /// The name of the member, or of the members of flags, that `value` is: a path, a name or a number.
    pub(super) fn name(&self, ty: &EnumType, value: &Value) -> Option<String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let members = &ty.members;
        if !ty.is_flags {
            return self.find(&text).and_then(|index| members.get(index)).map(|member| member.name.clone());
        }
        let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
        let mut found: Vec<usize> = parts.map(|part| self.find(part)).collect::<Option<_>>()?;
        found.sort_unstable();
        found.dedup();
        let names: Vec<&str> =
            found.iter().filter_map(|index| members.get(*index)).map(|member| &*member.name).collect();
        (!names.is_empty()).then(|| names.join(","))
    }

    fn find(&self, part: &str) -> Option<usize> {
        step();
        let name = part.trim().rsplit('/').next().unwrap_or(part);
        self.names.get(name).or_else(|| self.values.get(&name.parse().ok()?)).copied()
    }
}
