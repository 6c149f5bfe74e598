//! Slots of structured types: the tag decides first, then one branch applies.
//!
//! Source: OData JSON 4.01, section 4.6.3 (`type` control information).

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    builder::{Builder, Definition},
    pattern,
    property::Place,
};
use crate::model::{Annotations, QualifiedName};

/// The two spellings of the control information that names a type.
pub(super) const TAGS: [&str; 2] = ["@odata.type", "@type"];

/// What every tag must be: text, and not given in both spellings.
pub(super) fn tag_shape() -> Value {
    json!({
        "title": "the object's type",
        "properties": { TAGS[0]: { "type": "string" }, TAGS[1]: { "type": "string" } },
        "dependentSchemas": { TAGS[0]: { "properties": { TAGS[1]: false } } },
    })
}

impl Builder<'_> {
    /// The definition of a slot of type `name`, narrowed to the types in `allowed` if there are any.
    pub(super) fn slot(&mut self, name: &QualifiedName, allowed: Option<&BTreeSet<QualifiedName>>) -> Value {
        let types = self.slot_types(name, allowed);
        let untagged = types.contains(name).then(|| self.reference(Definition::Properties(name.clone())));
        let tags = self.is_strict().then(|| self.reference(Definition::Tags(name.clone(), allowed.cloned())));
        let mut schema = self.dispatch(&types, untagged, tags.as_ref());
        schema["title"] = json!(name.as_str());
        if let Some(ty) = self.model.structured.get(name) {
            describe(&mut schema, &ty.annotations);
        }
        schema
    }

    /// An object: its tag is text; with no tag, `untagged` applies; with a tag that names one of `types`, what is
    /// declared for that type applies. With `tags`, the tag is of that shape, and required where there is no `untagged`.
    pub(super) fn dispatch(
        &mut self,
        types: &BTreeSet<QualifiedName>,
        untagged: Option<Value>,
        tags: Option<&Value>,
    ) -> Value {
        let mut branches = vec![self.reference(Definition::TagShape)];
        if let Some(untagged) = untagged {
            branches.push(json!({
                "if": { "type": "object", "properties": { TAGS[0]: false, TAGS[1]: false } },
                "then": untagged,
            }));
        } else if tags.is_some() {
            branches.push(json!({ "if": { "required": [TAGS[1]] }, "else": { "required": [TAGS[0]] } }));
        }
        branches.extend(self.tagged_branches(types));
        let mut schema = json!({ "type": "object", "allOf": branches });
        if let Some(tags) = tags {
            schema["properties"] = json!({ TAGS[0]: tags, TAGS[1]: tags });
        }
        schema
    }

    /// For each type: an object whose tag names it has what is declared for it.
    pub(super) fn tagged_branches(&mut self, types: &BTreeSet<QualifiedName>) -> Vec<Value> {
        types
            .iter()
            .map(|ty| {
                let (tagged, properties) = (Definition::Tagged(ty.clone()), Definition::Properties(ty.clone()));
                json!({ "if": self.reference(tagged), "then": self.reference(properties) })
            })
            .collect()
    }

    /// The definition of the tags that a slot takes.
    pub(super) fn slot_tags(&self, name: &QualifiedName, allowed: Option<&BTreeSet<QualifiedName>>) -> Value {
        exact_tags(&self.slot_types(name, allowed))
    }

    fn slot_types(&self, name: &QualifiedName, allowed: Option<&BTreeSet<QualifiedName>>) -> BTreeSet<QualifiedName> {
        allowed.cloned().unwrap_or_else(|| self.families.concrete(name))
    }

    /// The definition that matches objects whose tag names `name`.
    pub(super) fn tagged(&self, name: &QualifiedName) -> Value {
        let tag = json!({ "type": "string", "pattern": self.families.tag_pattern(name) });
        json!({
            "type": "object",
            "properties": { TAGS[0]: tag, TAGS[1]: tag },
            "anyOf": [{ "required": [TAGS[0]] }, { "required": [TAGS[1]] }],
        })
    }

    /// The definition of what is declared for a structured type, inherited properties included. Strict, members that
    /// are not declared are refused (closed types) or constrained (open types with a constraint), annotations aside.
    pub(super) fn properties(&mut self, name: &QualifiedName) -> Value {
        let members: Map<String, Value> = self
            .families
            .properties(name)
            .into_iter()
            .map(|(wire, (owner, property))| (wire.to_owned(), self.member(&Place::property(owner, property))))
            .collect();
        let mut schema = json!({ "type": "object", "title": name.as_str(), "properties": members });
        if self.is_strict() {
            if !self.model.is_open(name) {
                close(&mut schema);
            } else if let Some((owner, _)) = self.families.dynamic_constraint(name) {
                let owner = owner.clone();
                schema["patternProperties"] = json!({ "@": true });
                schema["additionalProperties"] = self.reference(Definition::Dynamic(owner));
            }
        }
        schema
    }
}

/// Tags that name one of `types` exactly. The examples are what messages list and what suggestions come from.
pub(super) fn exact_tags(types: &BTreeSet<QualifiedName>) -> Value {
    if types.is_empty() {
        return json!(false);
    }
    let names: Vec<String> = types.iter().map(|name| pattern::escape(name.as_str())).collect();
    let examples: Vec<String> = types.iter().map(|name| format!("#{name}")).collect();
    json!({ "pattern": pattern::tag(&names), "examples": examples })
}

/// Refuses members that are not declared; a name with `@` is an annotation, which anything may have.
pub(super) fn close(schema: &mut Value) {
    schema["patternProperties"] = json!({ "@": true });
    schema["additionalProperties"] = json!(false);
}

/// Takes over the description.
pub(super) fn describe(schema: &mut Value, annotations: &Annotations) {
    if let Some(description) = annotations.description() {
        schema["description"] = json!(description);
    }
}
