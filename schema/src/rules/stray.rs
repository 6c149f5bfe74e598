//! Rules that stand where no place of a row is, so that nothing would check them.

use crate::{
    fault::Fault,
    model::{Annotation, Model},
    resolve::inherited,
    vocabulary::validation,
};

/// Tells of rules on inherited properties: the property's place is that of the type which declares it.
pub(super) fn check(model: &Model, faults: &mut Vec<Fault>) {
    let is_rule = |annotation: &&Annotation| validation::RULES.contains(&annotation.term.as_str());
    let with_rules =
        model.other_annotations.iter().filter(|(_, annotations)| annotations.0.iter().any(|one| is_rule(&one)));
    let found = inherited(model, with_rules.clone().map(|(path, _)| path.as_str()));
    for (path, annotations) in with_rules {
        let Some(property) = found.get(path.as_str()) else { continue };
        for rule in annotations.0.iter().filter(is_rule) {
            let message = format!("`{}` of an inherited property is not applied", rule.term);
            let help = format!("the property is declared at {}, where its rules have to stand", property.location);
            faults.push(rule.fault(message).of(path).help(help));
        }
    }
}
