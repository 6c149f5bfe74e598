//! Navigation properties that an overlay adds to.

use super::{known::replace, said::Said};
use crate::model::{NavigationProperty, OnDelete};

/// Merges what is said of a known one.
pub(super) fn navigation(known: &mut NavigationProperty, more: NavigationProperty, said: &mut Said<'_>) {
    said.switch("$ContainsTarget", known.contains_target, more.contains_target);
    said.one("$Partner", &mut known.partner, more.partner);
    on_delete(&mut known.on_delete, more.on_delete, said);
    for more in more.referential_constraints {
        match known.referential_constraints.iter_mut().find(|known| known.dependent == more.dependent) {
            None => known.referential_constraints.push(more),
            Some(known) if known.principal == more.principal => replace(&mut known.annotations, more.annotations),
            Some(known) => said.refuse(format!(
                "`$ReferentialConstraint` of `{}` is `{}`, but the schema says `{}`",
                more.dependent, more.principal, known.principal
            )),
        }
    }
}

fn on_delete(known: &mut Option<OnDelete>, more: Option<OnDelete>, said: &mut Said<'_>) {
    let Some(more) = more else { return };
    let Some(known) = known else { return *known = Some(more) };
    if known.action == more.action {
        return replace(&mut known.annotations, more.annotations);
    }
    said.refuse(format!("`$OnDelete` is `{}`, but the schema says `{}`", more.action, known.action));
}
