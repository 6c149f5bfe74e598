//! Rules that stand where no place of a row is, so that nothing would check them.

use crate::{
    fault::Fault,
    model::{Model, QualifiedName},
    vocabulary::validation,
};

/// Tells of rules on inherited properties: the property's place is that of the type which declares it.
pub(super) fn check(model: &Model, faults: &mut Vec<Fault>) {
    for (path, annotations) in &model.other_annotations {
        let Some((name, property)) = path.split_once('/') else { continue };
        let found = QualifiedName::parse(name).and_then(|name| model.property(&name, property));
        let Some(property) = found else { continue };
        for rule in annotations.0.iter().filter(|annotation| validation::RULES.contains(&annotation.term.as_str())) {
            let message = format!("`{}` of an inherited property is not applied", rule.term);
            let help = format!("the property is declared at {}, where its rules have to stand", property.location);
            faults.push(rule.fault(message).of(path).help(help));
        }
    }
}
