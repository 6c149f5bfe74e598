//! Types that a rule lists.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use odatype_table::name::MaybeCollection;

use super::index::Index;
use crate::{
    fault::Fault,
    model::{Annotation, Facets, QualifiedName, TypeDefinition, TypeName},
    vocabulary::validation,
};

/// Warns of listed type definitions that say more than a type: a value of one of several types is held against types alone.
pub(super) fn warn(index: &Index<'_>, rule: &Annotation, speaker: &str, faults: &mut Vec<Fault>) {
    let names = rule.value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
    for name in names {
        let Some(name) = QualifiedName::parse(MaybeCollection::parse(name).item) else { continue };
        let (_, definition) = index.shape(&TypeName::Named(name));
        if let Some(definition) = definition.filter(|definition| has_rules(definition)) {
            let ty = &definition.underlying.name;
            let message =
                format!("the rules of `{}` are not applied where it is listed: values are `{ty}`", definition.name);
            let fault = Fault::new(&rule.location, message).warning().of(speaker);
            faults.push(fault.help("rules hold where a property or parameter is of the type definition"));
        }
    }
}

fn has_rules(definition: &TypeDefinition) -> bool {
    let said = definition.annotations.0.iter().any(|annotation| validation::RULES.contains(&annotation.term.as_str()));
    said || definition.underlying.facets != Facets::default()
}
