//! Names that are not declared.

use odatype_table::near::nearest;

use crate::{
    fault::Fault,
    model::{Location, Model, QualifiedName},
    vocabulary::WELL_KNOWN,
};

/// The fault for `name`, which is not declared; `None` if a well-known vocabulary declares it.
pub(super) fn missing(model: &Model, name: &QualifiedName, what: &str, location: &Location) -> Option<Fault> {
    if name.namespace().starts_with(WELL_KNOWN) && !model.namespaces.contains_key(name.namespace()) {
        return None;
    }
    let fault = Fault::new(location, format!("{what} `{name}` is not declared"));
    let namespace = name.namespace();
    if model.namespaces.contains_key(namespace) {
        let near = near(model, name);
        return Some(match near {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault,
        });
    }
    let help = if model.included.contains_key(namespace) {
        format!("namespace `{namespace}` is in a referenced document, which is not among the files")
    } else {
        format!("no file declares namespace `{namespace}`")
    };
    Some(fault.help(help))
}

/// The declared type that was perhaps meant.
fn near<'m>(model: &'m Model, name: &QualifiedName) -> Option<&'m str> {
    let names = model.structured.keys().chain(model.enums.keys()).chain(model.definitions.keys());
    nearest(name.as_str(), names.map(QualifiedName::as_str), 1).first().copied()
}
