//! The parts of a declaration, each name once.

use std::collections::{HashMap, HashSet};

use crate::{
    document::Declaration,
    fault::Fault,
    model::{Location, Operation, OperationKind, Parameter, QualifiedName},
};

/// Tells of properties, members, parameters and elements of one name, and leaves out those that no type needs.
pub(super) fn once(declaration: &mut Declaration, faults: &mut Vec<Fault>) {
    match declaration {
        Declaration::Structured(ty) => {
            let parts = ty.properties.iter().map(|part| (&*part.name, &part.location));
            faults.extend(repeated(&ty.name, "property", parts));
        }
        Declaration::Enum(ty) => {
            let parts = ty.members.iter().map(|part| (&*part.name, &part.location));
            faults.extend(repeated(&ty.name, "member", parts));
        }
        Declaration::Operation(operation) => parameters(operation, faults),
        Declaration::Container(container) => {
            let parts = container.elements.iter().map(|part| (&*part.name, &container.location));
            faults.extend(repeated(&container.name, "element", parts).map(Fault::warning));
            let mut seen = HashSet::new();
            container.elements.retain(|element| seen.insert(element.name.clone()));
        }
        Declaration::Definition(_) | Declaration::Term(_) => {}
    }
}

fn repeated<'d>(
    name: &'d QualifiedName,
    kind: &'d str,
    parts: impl Iterator<Item = (&'d str, &'d Location)> + 'd,
) -> impl Iterator<Item = Fault> + 'd {
    let mut seen = HashSet::new();
    let again = parts.filter(move |(part, _)| !seen.insert(*part));
    again.map(move |(part, location)| Fault::new(location, format!("{kind} `{part}` is declared twice")).of(name))
}

/// Of parameters of one name the first counts. That is an error only where an action's body would be another; the
/// binding parameter is neither in a body nor in a URL.
fn parameters(operation: &mut Operation, faults: &mut Vec<Fault>) {
    let (kind, name, bound) = (operation.kind, operation.name.clone(), usize::from(operation.is_bound));
    let mut seen: HashMap<String, (usize, Parameter)> = HashMap::new();
    let mut place = 0;
    operation.parameters.retain(|parameter| {
        place += 1;
        let Some((first, other)) = seen.get(&parameter.name) else {
            seen.insert(parameter.name.clone(), (place, parameter.clone()));
            return true;
        };
        let fault =
            Fault::new(&parameter.location, format!("parameter `{}` is declared twice", parameter.name)).of(&name);
        if *first <= bound {
            let help = "the first one is the binding parameter, which is not given by name";
            faults.push(fault.warning().help(help));
            // From here on it is the one that is given.
            seen.insert(parameter.name.clone(), (place, parameter.clone()));
            return true;
        }
        let is_same = other.ty == parameter.ty && other.nullable == parameter.nullable;
        if kind == OperationKind::Action && !is_same {
            faults.push(fault.help(format!("the other, at {}, is `{}`", other.location, other.ty)));
        } else {
            faults.push(fault.warning().help(format!("the one at {} counts", other.location)));
        }
        false
    });
}
