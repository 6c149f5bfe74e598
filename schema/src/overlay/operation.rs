//! Overloads that an overlay adds to.

use super::{
    facets,
    known::{nullable, replace, retyped},
};
use crate::{document::Defaults, fault::Fault, model::Operation};

/// Merges what is said of a known overload.
pub(super) fn operation(known: &mut Operation, more: Operation, defaults: &Defaults, faults: &mut Vec<Fault>) {
    replace(&mut known.annotations, more.annotations);
    if let (Some(known), Some(more)) = (&mut known.returns, more.returns) {
        replace(&mut known.annotations, more.annotations);
    }
    for parameter in more.parameters {
        let Some(other) = known.parameters.iter_mut().find(|other| other.name == parameter.name) else {
            known.parameters.push(parameter);
            continue;
        };
        let (owner, at) = (known.name.to_string(), (&parameter.location, &other.location));
        let name = format!("{owner}/{}", other.name);
        nullable((&mut other.nullable, parameter.nullable), at, &name, defaults, faults);
        if other.ty.name == parameter.ty.name && other.ty.collection == parameter.ty.collection {
            facets::join(&owner, &parameter.name, (&mut other.ty, &parameter.ty), &parameter.location, faults);
            replace(&mut other.annotations, parameter.annotations);
        } else if retyped(&mut other.ty, &parameter.ty) {
            replace(&mut other.annotations, parameter.annotations);
        } else {
            let message = format!(
                "parameter `{}` is `{}`, but the schema declares it as `{}`",
                other.name, parameter.ty, other.ty
            );
            faults.push(Fault::new(&parameter.location, message).of(name));
        }
    }
}
