//! Terms that an overlay applies: one that nobody declares is a slip of the pen, and would go unnoticed.

use odatype_table::near::nearest;

use crate::{
    fault::Fault,
    model::{Annotations, Model},
    rename::RUST_NAME,
    vocabulary::{WELL_KNOWN, validation},
};

/// Tells of every term among `annotations` whose namespace nobody declares or includes, and of those that the Validation
/// vocabulary does not have.
pub(super) fn check(model: &Model, annotations: &Annotations, fault: &mut impl FnMut(Fault)) {
    for annotation in annotations.0.iter().filter(|annotation| annotation.term != RUST_NAME) {
        let location = &annotation.location;
        let Some((namespace, name)) = annotation.term.rsplit_once('.') else {
            fault(
                Fault::new(location, format!("term `{}` has no namespace", annotation.term))
                    .help("expected a qualified name, such as `Org.OData.Core.V1.Description`"),
            );
            continue;
        };
        let is_declared = model.namespaces.contains_key(namespace) || model.included.contains_key(namespace);
        if !is_declared && !namespace.starts_with(WELL_KNOWN) {
            fault(
                Fault::new(location, format!("term `{}` is of an unknown namespace", annotation.term))
                    .help(format!("expected an alias or namespace that `$Reference` includes, not `{namespace}`")),
            );
        } else if namespace == validation::NAMESPACE && !validation::names().any(|known| known == name) {
            let near = nearest(name, validation::names(), 1);
            let help = near
                .first()
                .map_or_else(|| validation::names().collect::<Vec<_>>().join(", "), |near| format!("perhaps `{near}`"));
            let message = format!("the vocabulary {} has no term `{name}`", validation::NAMESPACE);
            fault(Fault::new(location, message).help(help));
        }
    }
}
