//! Rules that `$Annotations` put on a property where it is inherited: the type declares it again, with them.
//!
//! Source: OData CSDL JSON 4.01, sections 7 (a derived type may declare a property again) and 14.2.1 (targets).

use std::collections::BTreeMap;

use odatype_table::ordered;

use super::{inherited::inherited, target::PLACES};
use crate::{
    fault::Fault,
    model::{Annotation, Annotations, Facets, Model, Property, QualifiedName, TypeRef},
    vocabulary::validation,
};

/// Gives types the properties that they inherit and that annotations by target narrow there; other annotations stay
/// with their targets. Rules of other targets have no place, which is told.
pub(super) fn restate(model: &mut Model, faults: &mut Vec<Fault>) {
    let is_rule = |annotation: &Annotation| validation::RULES.contains(&annotation.term.as_str());
    let with_rules = model.other_annotations.iter().filter(|(_, annotations)| annotations.0.iter().any(is_rule));
    let found = inherited(model, with_rules.map(|(path, _)| path.as_str()));
    let found: BTreeMap<String, Property> =
        ordered(found.into_iter().map(|(path, property)| (path.to_owned(), property.clone())));
    for (path, property) in found {
        let owner = path.split_once('/').and_then(|(owner, _)| QualifiedName::parse(owner));
        let Some(ty) = owner.and_then(|owner| model.structured.get_mut(&owner)) else { continue };
        let Some(annotations) = model.other_annotations.remove(&path) else { continue };
        let (rules, rest): (Vec<Annotation>, Vec<Annotation>) = annotations.0.into_iter().partition(is_rule);
        // Facets are joined with those that are inherited.
        let ty_again = TypeRef { facets: Facets::default(), ..property.ty };
        ty.properties.push(Property { ty: ty_again, annotations: Annotations(rules), ..property });
        if !rest.is_empty() {
            model.other_annotations.insert(path, Annotations(rest));
        }
    }
    for (path, annotations) in &model.other_annotations {
        for rule in annotations.0.iter().filter(|annotation| is_rule(annotation)) {
            faults.push(rule.not_applied("no declared place of values").of(path).help(PLACES));
        }
    }
}
