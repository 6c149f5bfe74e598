//! What of a payload no schema describes, found by walking the payload along the model, without the decoder.

use odatype_json::tree::{Kind, Value};
use odatype_schema::model::{Model, QualifiedName, TypeName, TypeRef};

/// The JSON pointers of all members of `value`, an object of the type or the body of the action named `name`, that
/// their object's type does not declare; control information and annotations (a name with `@`) aside.
#[must_use]
pub fn leftovers(model: &Model, name: &str, value: &Value<'_>) -> Vec<String> {
    let mut walk = Walk { model, found: Vec::new() };
    let (action, binding) =
        name.split_once('(').map_or((name, ""), |(action, rest)| (action, rest.trim_end_matches(')')));
    let overloads = QualifiedName::parse(action).and_then(|action| model.actions.get(&action));
    let overload = overloads
        .into_iter()
        .flatten()
        .find(|operation| operation.binding().map_or_else(String::new, |bound| bound.ty.to_string()) == binding);
    match overload {
        Some(operation) => {
            for member in value.members().iter().filter(|member| !member.name.contains('@')) {
                let pointer = format!("/{}", member.name);
                match operation.parameters.iter().find(|parameter| parameter.name == member.name) {
                    Some(parameter) => walk.value(&parameter.ty, &member.value, &pointer),
                    None => walk.found.push(pointer),
                }
            }
        }
        None => walk.object(QualifiedName::parse(name).as_ref(), value, ""),
    }
    walk.found
}

struct Walk<'m> {
    model: &'m Model,
    found: Vec<String>,
}

impl Walk<'_> {
    fn value(&mut self, ty: &TypeRef, value: &Value<'_>, pointer: &str) {
        match (&value.kind, &ty.name) {
            (Kind::Array(items), _) => {
                for (place, item) in items.iter().enumerate() {
                    self.value(ty, item, &format!("{pointer}/{place}"));
                }
            }
            (Kind::Object(_), TypeName::Named(name)) => self.object(Some(name), value, pointer),
            (Kind::Object(_), TypeName::Primitive(_)) => self.object(None, value, pointer),
            _ => {}
        }
    }

    fn object(&mut self, declared: Option<&QualifiedName>, value: &Value<'_>, pointer: &str) {
        let tag = value.get("@odata.type").and_then(Value::as_str);
        let tagged = tag.and_then(|tag| QualifiedName::parse(tag.trim_start_matches('#')));
        let tagged = tagged.filter(|name| self.model.structured.contains_key(name));
        let Some(name) = tagged.as_ref().or(declared) else {
            self.found.push(pointer.to_owned());
            return;
        };
        for member in value.members().iter().filter(|member| !member.name.contains('@')) {
            let pointer = format!("{pointer}/{}", member.name);
            match self.model.property(name, &member.name) {
                Some(property) => self.value(&property.ty, &member.value, &pointer),
                None => self.found.push(pointer),
            }
        }
    }
}
