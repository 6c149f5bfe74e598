//! What a schema may not have because the table cannot hold it.

use std::collections::BTreeMap;

use super::origin::Origin;
use crate::{
    fault::Fault,
    model::{Location, Model},
};

/// Rows are numbered with 16 bits, one of the numbers reserved.
const MAX_ROWS: usize = 65_535;
/// Slots are numbered with 16 bits too.
const MAX_SLOTS: usize = 65_535;

/// Faults for everything that is beyond a limit.
pub(super) fn check(model: &Model, origins: &[Origin<'_>]) -> Result<(), Vec<Fault>> {
    let mut faults: Vec<Fault> = rows(origins.len()).err().into_iter().collect();
    let mut slots = BTreeMap::new();
    for origin in origins {
        let (name, location) = (origin.name(), origin.location());
        control(&name, &name, location, &mut faults);
        let elements = origin.elements();
        for element in &elements {
            control(element.name(), &name, element.location(), &mut faults);
        }
        if let Origin::Enumeration(ty) = origin {
            ty.members.iter().for_each(|member| control(&member.name, &name, location, &mut faults));
        }
        let base = match origin {
            Origin::Structured(ty) => ty.base.as_ref(),
            _ => None,
        };
        // A base's row comes before; one that has none is of a vocabulary that is not at hand, and has no slots here.
        let inherited: Option<&usize> = base.and_then(|base| slots.get(base));
        let count = elements.len() + inherited.map_or(0, |count| *count);
        if count > MAX_SLOTS {
            let message = format!("the type has {count} properties, and at most {MAX_SLOTS} can be numbered");
            faults.push(Fault::new(location, message).of(&name));
        }
        if let Origin::Structured(ty) = origin {
            slots.insert(&ty.name, count);
        }
    }
    let outside = model.outside.iter().filter(|name| name.as_str().contains(char::is_control));
    faults.extend(outside.map(|name| Fault::new(&Location::default(), control_message(name.as_str()))));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// A fault if there are too many rows.
pub(super) fn rows(count: usize) -> Result<(), Fault> {
    if count <= MAX_ROWS {
        return Ok(());
    }
    let message =
        format!("the schema has {count} types, actions and functions, and at most {MAX_ROWS} can be generated");
    Err(Fault::new(&Location::default(), message).help("name what you need in `roots`"))
}

/// A control character would end a field or a line of the table, and a name that is empty is none.
fn control(name: &str, owner: &str, location: &Location, faults: &mut Vec<Fault>) {
    if name.is_empty() {
        faults.push(Fault::new(location, "a member has an empty name, which no name may be").of(owner.escape_debug()));
    }
    if name.contains(char::is_control) {
        faults.push(Fault::new(location, control_message(name)).of(owner.escape_debug()));
    }
}

fn control_message(name: &str) -> String {
    format!("the name {name:?} has a control character, which no name may have")
}
