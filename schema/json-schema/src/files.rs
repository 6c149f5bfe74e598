//! A whole schema as documents that refer to each other: one for each type and action, and one for what they share.

use std::collections::BTreeMap;

use odatype_table::{Shape, ordered};
use serde_json::{Map, Value, json};

use crate::{
    definition::{DIALECT, Definition, Definitions, Group, Hub},
    families::Families,
    pointer,
};

/// The document of what types share: built-in types, control information, what no place declares.
const SHARED: &str = "odata";

/// The documents of `definitions`, by the names of their files.
pub(crate) fn files<S: AsRef<str>>(families: &Families<'_, S>, definitions: Definitions) -> BTreeMap<String, Value> {
    let homes: BTreeMap<String, String> =
        ordered(definitions.iter().map(|(key, (definition, _))| (key.clone(), home(families, definition))));
    let mut files: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for (key, (_, mut schema)) in definitions {
        let Some(home) = homes.get(&key) else { continue };
        point(&mut schema, home, &homes);
        files.entry(home.clone()).or_default().insert(key, schema);
    }
    let document = |(home, definitions): (String, Map<String, Value>)| {
        let file = format!("{home}.json");
        let mut document = json!({ "$schema": DIALECT });
        if definitions.contains_key(&home) {
            document["$ref"] = json!(pointer::reference(&home));
        }
        document["$defs"] = Value::Object(definitions);
        (file, document)
    };
    ordered(files.into_iter().map(document))
}

/// The name of the document that a definition is in: that of the type or action that it is of.
fn home<S: AsRef<str>>(families: &Families<'_, S>, definition: &Definition) -> String {
    let index = match definition {
        Definition::Enumeration(index)
        | Definition::Slot(index, _)
        | Definition::Tags(index, _)
        | Definition::Properties(index)
        | Definition::Tagged(index)
        | Definition::Union(index)
        | Definition::Dynamic(index)
        | Definition::Body(index)
        | Definition::Group(Group { hub: Hub { of: Some(index), .. }, .. })
        | Definition::Envelope(Shape::Declared(index)) => *index,
        Definition::Primitive(_)
        | Definition::Untagged(_)
        | Definition::Any(_)
        | Definition::Group(_)
        | Definition::TagShape
        | Definition::Control
        | Definition::Reference
        | Definition::Delta
        | Definition::Envelope(Shape::Primitive(_)) => return SHARED.to_owned(),
    };
    // What an untyped place may hold is of the type whose place it is.
    families.name(index).split('/').next().unwrap_or_default().to_owned()
}

/// Lets references lead to the documents where definitions are.
fn point(schema: &mut Value, here: &str, homes: &BTreeMap<String, String>) {
    pointer::each_reference(schema, &mut |reference| {
        let home = pointer::key(reference).and_then(|key| homes.get(&key));
        if let Some(home) = home.filter(|home| *home != here) {
            *reference = format!("{}{reference}", pointer::file_reference(&format!("{home}.json")));
        }
    });
}
