//! Overloads that an overlay adds to.

use super::{
    facets,
    known::{nullable, of_known, replace, retyped},
    said::Said,
};
use crate::{
    document::Defaults,
    fault::Fault,
    model::{Annotations, Location, Operation, Parameter, ReturnType, TypeRef},
};

/// Merges what is said of a known overload.
pub(super) fn operation(known: &mut Operation, more: Operation, defaults: &Defaults, faults: &mut Vec<Fault>) {
    let owner = known.name.to_string();
    let mut said = Said { name: &owner, at: (&more.location, &known.location), defaults, faults };
    said.switch("$IsComposable", known.is_composable, more.is_composable);
    said.one("$EntitySetPath", &mut known.entity_set_path, more.entity_set_path);
    replace(&mut known.annotations, more.annotations);
    match (&mut known.returns, more.returns) {
        // That something is returned is a fact that metadata may withhold.
        (known @ None, more) => *known = more,
        (Some(_), None) => {}
        (Some(known), Some(mut more)) => {
            value(&owner, &mut Value::returned(known), &mut Value::returned(&mut more), defaults, faults);
        }
    }
    for mut parameter in more.parameters {
        let Some(other) = known.parameters.iter_mut().find(|other| other.name == parameter.name) else {
            known.parameters.push(parameter);
            continue;
        };
        value(&owner, &mut Value::parameter(other), &mut Value::parameter(&mut parameter), defaults, faults);
    }
}

/// What goes into an operation or comes out of it.
struct Value<'o> {
    /// How it is called in messages, and the last part of its path.
    words: String,
    name: String,
    ty: &'o mut TypeRef,
    nullable: &'o mut bool,
    annotations: &'o mut Annotations,
    location: &'o mut Location,
}

impl<'o> Value<'o> {
    fn parameter(parameter: &'o mut Parameter) -> Self {
        let Parameter { name, ty, nullable, annotations, location } = parameter;
        Self { words: format!("parameter `{name}`"), name: name.clone(), ty, nullable, annotations, location }
    }

    fn returned(returned: &'o mut ReturnType) -> Self {
        let ReturnType { ty, nullable, annotations, location } = returned;
        Self {
            words: "what is returned".to_owned(),
            name: "$ReturnType".to_owned(),
            ty,
            nullable,
            annotations,
            location,
        }
    }
}

fn value(owner: &str, known: &mut Value<'_>, more: &mut Value<'_>, defaults: &Defaults, faults: &mut Vec<Fault>) {
    let at = (&*more.location, &*known.location);
    let name = format!("{owner}/{}", known.name);
    nullable((known.nullable, *more.nullable), at, &name, defaults, faults);
    if known.ty.is_of(more.ty) {
        facets::join(owner, &known.name, (known.ty, more.ty), more.location, faults);
    } else if !retyped((known.ty, known.location), (more.ty, more.location)) {
        let message = format!("{} is `{}`, but the schema declares it as `{}`", known.words, more.ty, known.ty);
        return faults.push(of_known(more.location, message, &name, known.location));
    }
    replace(known.annotations, std::mem::take(more.annotations));
}
