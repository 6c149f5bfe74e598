//! Terms that an overlay adds to.

use super::{
    facets,
    known::{Written, nullable, replace},
    said::Said,
};
use crate::{fault::Fault, model::Term};

/// Merges what is said of a known term.
pub(super) fn term(known: &mut Term, more: Term, written: &Written, faults: &mut Vec<Fault>) {
    let name = known.name.to_string();
    let at = (&more.location, &known.location);
    let mut said = Said { name: &name, at, defaults: &written.defaults, faults };
    if !written.bare.contains(&more.location) && !known.ty.is_of(&more.ty) {
        said.refuse(format!("the term is `{}`, but the schema declares it as `{}`", more.ty, known.ty));
    }
    said.one("$BaseTerm", &mut known.base, more.base);
    said.one("$DefaultValue", &mut known.default, more.default);
    if known.applies_to.is_empty() {
        known.applies_to = more.applies_to;
    } else if !more.applies_to.is_empty() && more.applies_to != known.applies_to {
        let [more, known] = [&more.applies_to, &known.applies_to].map(|names| names.join(", "));
        said.refuse(format!("`$AppliesTo` is `{more}`, but the schema says `{known}`"));
    }
    facets::join(known.name.namespace(), known.name.name(), (&mut known.ty, &more.ty), at.0, faults);
    nullable((&mut known.nullable, more.nullable), at, &name, &written.defaults, faults);
    replace(&mut known.annotations, more.annotations);
}
