//! Navigation properties that an overlay adds to.

use super::said::Said;
use crate::model::NavigationProperty;

/// Merges what is said of a known one.
pub(super) fn navigation(known: &mut NavigationProperty, more: NavigationProperty, said: &mut Said<'_>) {
    said.switch("$ContainsTarget", known.contains_target, more.contains_target);
    said.one("$Partner", &mut known.partner, more.partner);
    said.one("$OnDelete", &mut known.on_delete, more.on_delete);
    for (dependent, principal) in more.referential_constraints {
        match known.referential_constraints.iter().find(|(name, _)| *name == dependent) {
            None => known.referential_constraints.push((dependent, principal)),
            Some((_, other)) if *other == principal => {}
            Some((_, other)) => said.refuse(format!(
                "`$ReferentialConstraint` of `{dependent}` is `{principal}`, but the schema says `{other}`"
            )),
        }
    }
}
