//! Terms that an overlay applies: one that nobody declares is a slip of the pen, and would go unnoticed.

use crate::{
    fault::Fault,
    json_schema::near::nearest,
    model::{Annotations, Location, Model},
};

/// The vocabulary whose terms bear on what a payload may hold.
const VALIDATION: &str = "Org.OData.Validation.V1";

/// Its terms.
///
/// Source: OData vocabulary Org.OData.Validation.V1.
const TERMS: [&str; 14] = [
    "AllowedTerms",
    "AllowedValues",
    "ApplicableTerms",
    "Constraint",
    "DerivedTypeConstraint",
    "Exclusive",
    "ItemsOf",
    "MaxItems",
    "Maximum",
    "MinItems",
    "Minimum",
    "MultipleOf",
    "OpenPropertyTypeConstraint",
    "Pattern",
];

/// Tells of every term among `annotations`, applied at `location`, whose namespace nobody declares or includes, and of
/// those that the Validation vocabulary does not have.
pub(super) fn check(model: &Model, annotations: &Annotations, location: &Location, fault: &mut impl FnMut(Fault)) {
    for annotation in &annotations.0 {
        let Some((namespace, name)) = annotation.term.rsplit_once('.') else {
            fault(
                Fault::new(location, format!("term `{}` has no namespace", annotation.term))
                    .help("expected a qualified name, such as `Org.OData.Core.V1.Description`"),
            );
            continue;
        };
        let is_declared = model.namespaces.contains_key(namespace) || model.included.contains_key(namespace);
        if !is_declared && !namespace.starts_with("Org.OData.") {
            fault(
                Fault::new(location, format!("term `{}` is of an unknown namespace", annotation.term))
                    .help(format!("expected an alias or namespace that `$Reference` includes, not `{namespace}`")),
            );
        } else if namespace == VALIDATION && !TERMS.contains(&name) {
            let near = nearest(name, TERMS, 1);
            let help = near.first().map_or_else(|| TERMS.join(", "), |near| format!("perhaps `{near}`"));
            fault(Fault::new(location, format!("the vocabulary {VALIDATION} has no term `{name}`")).help(help));
        }
    }
}
