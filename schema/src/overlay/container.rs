//! Entity containers that an overlay adds to.
//!
//! Source: OData CSDL JSON 4.01, section 13.

use serde_json::{Map, Value};

use super::{known::replace, said::Said};
use crate::{
    document::Defaults,
    fault::Fault,
    model::{Container, ContainerElement},
};

/// What an element is, by the members that say so: it is one of them.
const KINDS: [&str; 3] = ["$Type", "$Action", "$Function"];

/// Members that are `false` where they are absent.
const SWITCHES: [&str; 2] = ["$Collection", "$Nullable"];

/// Merges what is said of a known container.
pub(super) fn container(known: &mut Container, more: Container, defaults: &Defaults, faults: &mut Vec<Fault>) {
    let name = known.name.to_string();
    let mut said = Said { name: &name, at: (&more.location, &known.location), defaults, faults };
    said.one("$Extends", &mut known.extends, more.extends);
    replace(&mut known.annotations, more.annotations);
    for more in more.elements {
        let Some(known) = known.elements.iter_mut().find(|known| known.name == more.name) else {
            known.elements.push(more);
            continue;
        };
        element(known, more, &mut said);
    }
}

fn element(known: &mut ContainerElement, more: ContainerElement, said: &mut Said<'_>) {
    for (member, value) in more.members {
        let is_kind = KINDS.contains(&&*member);
        let schema = match known.members.get_mut(&member) {
            Some(other) if *other == value => continue,
            Some(Value::Object(known)) if value.is_object() => {
                bindings(known, &value, &member, said);
                continue;
            }
            Some(other) => other.to_string(),
            None if is_kind => {
                KINDS.into_iter().find(|kind| known.members.contains_key(*kind)).unwrap_or("nothing").into()
            }
            None if SWITCHES.contains(&&*member) && value == Value::Bool(true) => "false".to_owned(),
            None => {
                known.members.insert(member, value);
                continue;
            }
        };
        said.refuse(format!("`{member}` of `{}` is `{value}`, but the schema says `{schema}`", known.name));
    }
    replace(&mut known.annotations, more.annotations);
}

/// `$NavigationPropertyBinding`: what each path is bound to.
fn bindings(known: &mut Map<String, Value>, more: &Value, member: &str, said: &mut Said<'_>) {
    for (path, target) in more.as_object().into_iter().flatten() {
        let other = known.entry(path).or_insert_with(|| target.clone());
        if other != target {
            said.refuse(format!("`{member}` of `{path}` is `{target}`, but the schema says `{other}`"));
        }
    }
}
