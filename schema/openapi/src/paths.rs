//! The paths of the document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

/// Path items by their templates, the parameters' names left out: two templates that differ only in these are one path.
///
/// Source: OpenAPI 3.1.1, section 4.8.8 (paths object).
#[derive(Default)]
pub(crate) struct Paths(BTreeMap<String, Item>);

struct Item {
    template: String,
    members: Map<String, Value>,
}

impl Paths {
    /// Adds an operation. Overloads of an action or function that one path serves are one operation, with parameters,
    /// bodies and responses of either.
    pub(crate) fn add(&mut self, template: &str, parameters: &[Value], method: &str, operation: Value) {
        let item = self.0.entry(nameless(template)).or_insert_with(|| {
            let mut members = Map::new();
            if !parameters.is_empty() {
                members.insert("parameters".to_owned(), json!(parameters));
            }
            Item { template: template.to_owned(), members }
        });
        // At one template, the same parameter is at the same place, whatever it is called.
        let known = item.members.get_mut("parameters").and_then(Value::as_array_mut);
        for (known, other) in known.into_iter().flatten().zip(parameters) {
            match known.get_mut("content") {
                Some(content) => join(content, &other["content"]),
                None => join_schema(&mut known["schema"], &other["schema"]),
            }
        }
        match item.members.get_mut(method) {
            Some(known) => either(known, &operation),
            None => drop(item.members.insert(method.to_owned(), operation)),
        }
    }

    /// The paths object. Identifiers that several operations would have are told apart by numbers.
    ///
    /// Source: OpenAPI 3.1.1, section 4.8.10 (operation object: `operationId` is unique).
    pub(crate) fn into_value(self) -> Value {
        let mut taken = BTreeSet::new();
        // The first number that was not tried with each.
        let mut next: BTreeMap<String, u64> = BTreeMap::new();
        let mut item = |mut item: Item| {
            for operation in item.members.values_mut() {
                let Some(id) = operation.get("operationId").and_then(Value::as_str) else { continue };
                let number = next.entry(id.to_owned()).or_insert(1_u64);
                let free = loop {
                    let name = if *number == 1 { id.to_owned() } else { format!("{id}-{number}") };
                    *number += 1;
                    if !taken.contains(&name) {
                        break name;
                    }
                };
                operation["operationId"] = json!(free);
                taken.insert(free);
            }
            (item.template, Value::Object(item.members))
        };
        self.0.into_values().map(&mut item).collect()
    }
}

/// A template with parameters that have no names.
fn nameless(template: &str) -> String {
    let mut parts = template.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + "{" + part.split_once('}').map_or(part, |(_, rest)| rest))
}

/// Lets `known` take and give what `other` does too.
fn either(known: &mut Value, other: &Value) {
    // What has no body may be sent without one.
    match (known.get("requestBody").is_some(), other.get("requestBody")) {
        (true, Some(body)) => {
            let is_required = known["requestBody"]["required"] == true && body["required"] == true;
            known["requestBody"]["required"] = json!(is_required);
            join(&mut known["requestBody"]["content"], &body["content"]);
        }
        (true, None) => known["requestBody"]["required"] = json!(false),
        (false, Some(body)) => {
            known["requestBody"] = body.clone();
            known["requestBody"]["required"] = json!(false);
        }
        (false, None) => {}
    }
    for (status, response) in other["responses"].as_object().into_iter().flatten() {
        match known["responses"].get_mut(status) {
            Some(known) if response.get("content").is_some() => join(&mut known["content"], &response["content"]),
            Some(_) => {}
            None => known["responses"][status] = response.clone(),
        }
    }
}

/// Lets content of each media type be of either schema.
fn join(known: &mut Value, other: &Value) {
    for (media, content) in other.as_object().into_iter().flatten() {
        join_schema(&mut known[media]["schema"], &content["schema"]);
    }
}

/// Lets what is of one schema be of either.
fn join_schema(known: &mut Value, other: &Value) {
    if other.is_null() || known == other {
        return;
    }
    if known.is_null() {
        *known = other.clone();
        return;
    }
    let is_choice = known.as_object().is_some_and(|known| known.len() == 1 && known.contains_key("anyOf"));
    if !is_choice {
        *known = json!({ "anyOf": [known.take()] });
    }
    if let Some(alternatives) = known["anyOf"].as_array_mut().filter(|all| !all.contains(other)) {
        alternatives.push(other.clone());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Paths, nameless};

    #[test]
    fn templates_that_differ_in_names_are_one() {
        assert_eq!(nameless("/a('{b-id}')/{c}/d"), nameless("/a('{x}')/{y}/d"));
        assert_ne!(nameless("/a({b})"), nameless("/a('{b}')"));
    }

    #[test]
    fn operations_have_identifiers_of_their_own() {
        let mut paths = Paths::default();
        for path in ["/a", "/b", "/c"] {
            paths.add(path, &[], "get", json!({ "operationId": "x" }));
        }
        let value = paths.into_value();
        let ids = ["/a", "/b", "/c"].map(|path| value[path]["get"]["operationId"].clone());
        assert_eq!(ids, ["x", "x-2", "x-3"]);
    }

    #[test]
    fn parameters_at_one_path_are_of_either_type() {
        let one = |name: &str, ty: &str| json!({ "name": name, "in": "path", "schema": { "type": ty } });
        let alias = |ty: &str| json!({ "name": "@c", "in": "query", "content": { "j": { "schema": { "type": ty } } } });
        let mut paths = Paths::default();
        for (name, ty, other) in [("b", "number", "array"), ("x", "string", "object"), ("y", "string", "object")] {
            let template = format!("/a(b={{{name}}},c=@c)");
            paths.add(&template, &[one(name, ty), alias(other)], "get", json!({}));
        }
        let parameters = &paths.into_value()["/a(b={b},c=@c)"]["parameters"];
        let either = |one: &str, two: &str| json!({ "anyOf": [{ "type": one }, { "type": two }] });
        assert_eq!(parameters[0]["schema"], either("number", "string"));
        assert_eq!(parameters[1]["content"]["j"]["schema"], either("array", "object"));
    }

    #[test]
    fn overloads_at_one_path_are_one_operation() {
        let operation = |name: &str, is_required: bool| {
            json!({ "operationId": name,
                "requestBody": { "required": is_required, "content": { "application/json": { "schema": { "$ref": name } } } },
                "responses": { "204": { "description": "done" } } })
        };
        let mut paths = Paths::default();
        paths.add("/{a}/b", &[], "post", operation("x", true));
        paths.add("/{c}/b", &[], "post", operation("y", false));
        paths.add("/{c}/b", &[], "get", json!({}));
        let value = paths.into_value();
        let post = &value["/{a}/b"]["post"];
        assert_eq!(post["requestBody"]["required"], false);
        assert_eq!(
            post["requestBody"]["content"]["application/json"]["schema"],
            json!({ "anyOf": [{ "$ref": "x" }, { "$ref": "y" }] })
        );
        assert_eq!(value.as_object().unwrap().len(), 1);
    }
}
