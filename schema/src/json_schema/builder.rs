//! Collects the definitions that a target reaches: each is written once, when something first refers to it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use serde_json::{Value, json};

use super::{Profile, enumeration, family::Families, primitive, target::Target};
use crate::model::{Model, Primitive, QualifiedName, TypeName};

/// One definition of the output.
#[derive(Clone, Debug)]
pub(super) enum Definition {
    /// A built-in type.
    Primitive(Primitive),
    /// An enumeration type or type definition.
    Named(QualifiedName),
    /// A slot of a structured type; the types that may stand there, if not all that derive.
    Slot(QualifiedName, Option<BTreeSet<QualifiedName>>),
    /// The tags that a slot takes, spelled exactly.
    Tags(QualifiedName, Option<BTreeSet<QualifiedName>>),
    /// What is declared for a structured type.
    Properties(QualifiedName),
    /// Objects whose tag names a structured type.
    Tagged(QualifiedName),
    /// What every tag must be: text, and given once.
    TagShape,
    /// What the dynamic members of an open type, which has a constraint on them, may be.
    Dynamic(QualifiedName),
    /// The body of an action: its name and which overload.
    Body(QualifiedName, usize),
    /// A response with many values.
    Envelope(TypeName),
}

/// The definitions so far, and those still to be written.
pub(super) struct Builder<'m> {
    pub(super) model: &'m Model,
    pub(super) families: Families<'m>,
    profile: Profile,
    done: BTreeMap<String, Value>,
    wanted: BTreeMap<String, Definition>,
}

impl<'m> Builder<'m> {
    pub(super) fn new(model: &'m Model, profile: Profile) -> Self {
        Self { model, families: Families::new(model), profile, done: BTreeMap::new(), wanted: BTreeMap::new() }
    }

    pub(super) fn is_strict(&self) -> bool {
        self.profile == Profile::Strict
    }

    /// The schema at the root for `target`.
    pub(super) fn root(&mut self, target: &Target) -> Value {
        match target {
            Target::Type(name) => self.type_reference(name),
            Target::Collection(name) => self.reference(Definition::Envelope(name.clone())),
            Target::Action { name, overload } => self.reference(Definition::Body(name.clone(), *overload)),
        }
    }

    /// The schema of a single value of type `name`: a reference, or what is short enough to stand in place.
    pub(super) fn type_reference(&mut self, name: &TypeName) -> Value {
        match name {
            TypeName::Primitive(primitive) => {
                primitive::inline(*primitive).unwrap_or_else(|| self.reference(Definition::Primitive(*primitive)))
            }
            TypeName::Named(name) if self.model.structured.contains_key(name) => {
                self.reference(Definition::Slot(name.clone(), None))
            }
            TypeName::Named(name) => self.reference(Definition::Named(name.clone())),
        }
    }

    /// A reference to `definition`, which is written later if it is not there yet.
    pub(super) fn reference(&mut self, definition: Definition) -> Value {
        let key = self.key(&definition);
        let reference = json!({ "$ref": format!("#/$defs/{}", fragment(&key)) });
        if !self.done.contains_key(&key) {
            self.wanted.insert(key, definition);
        }
        reference
    }

    /// Writes every definition that is wanted, and those that they want in turn.
    pub(super) fn finish(mut self) -> BTreeMap<String, Value> {
        while let Some((key, definition)) = self.wanted.pop_first() {
            // Taken as written before it is, since it may refer to itself.
            self.done.insert(key.clone(), Value::Null);
            let schema = self.write(&definition);
            self.done.insert(key, schema);
        }
        self.done
    }

    fn write(&mut self, definition: &Definition) -> Value {
        match definition {
            Definition::Primitive(primitive) => primitive::definition(*primitive),
            Definition::Named(name) => self.named(name),
            Definition::Slot(name, allowed) => self.slot(name, allowed.as_ref()),
            Definition::Tags(name, allowed) => self.slot_tags(name, allowed.as_ref()),
            Definition::Properties(name) => self.properties(name),
            Definition::Tagged(name) => self.tagged(name),
            Definition::TagShape => super::slot::tag_shape(),
            Definition::Dynamic(name) => self.dynamic(name),
            Definition::Body(name, overload) => self.body(name, *overload),
            Definition::Envelope(item) => self.envelope(item),
        }
    }

    /// An enumeration type or a type definition. A name that the model does not have allows anything, so that a slice
    /// whose edges are cut still gives a schema.
    fn named(&mut self, name: &QualifiedName) -> Value {
        if let Some(ty) = self.model.enums.get(name) {
            return enumeration::definition(ty, self.is_strict());
        }
        self.model.definitions.get(name).map_or_else(|| json!({}), |definition| self.type_definition(definition))
    }

    fn key(&self, definition: &Definition) -> String {
        match definition {
            Definition::Primitive(primitive) => format!("Edm.{}", primitive.name()),
            Definition::Named(name) => name.to_string(),
            Definition::Slot(name, allowed) => format!("{name}{}", list(allowed.as_ref())),
            Definition::Tags(name, allowed) => format!("{name}{}:tags", list(allowed.as_ref())),
            Definition::Properties(name) => format!("{name}:properties"),
            Definition::Tagged(name) => format!("{name}:tag"),
            Definition::TagShape => "tag".to_owned(),
            Definition::Dynamic(name) => format!("{name}:dynamic"),
            Definition::Body(..) | Definition::Envelope(_) => self.target_key(definition),
        }
    }

    /// The key of what only a target names: the target as it is written.
    fn target_key(&self, definition: &Definition) -> String {
        match definition {
            Definition::Body(name, overload) => {
                Target::Action { name: name.clone(), overload: *overload }.qualified(self.model)
            }
            Definition::Envelope(item) => Target::Collection(item.clone()).qualified(self.model),
            _ => String::new(),
        }
    }
}

fn list(allowed: Option<&BTreeSet<QualifiedName>>) -> String {
    allowed.map_or_else(String::new, |allowed| {
        let names: Vec<&str> = allowed.iter().map(QualifiedName::as_str).collect();
        format!("({})", names.join(","))
    })
}

/// `key` as a segment of a JSON pointer in a URI fragment.
fn fragment(key: &str) -> String {
    let mut fragment = String::with_capacity(key.len());
    for byte in key.bytes() {
        match byte {
            b'~' => fragment.push_str("~0"),
            b'/' => fragment.push_str("~1"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => fragment.push(char::from(byte)),
            _ if b"-._!$&'()*+,;=:@".contains(&byte) => fragment.push(char::from(byte)),
            _ => {
                // Writing to a string does not fail.
                let _ = write!(fragment, "%{byte:02X}");
            }
        }
    }
    fragment
}
