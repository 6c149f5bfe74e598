//! Members that an object has twice, which no JSON value shows.

use std::collections::HashSet;

use odatype_json::tree::Value;

use super::places::{Place, Places, name_span};
use crate::finding::{Expected, Found, Level, Note, Notes, Rule};

/// Notes every member that its object has already, at any depth.
pub(super) fn note(places: &mut Places<'_>, notes: &mut Notes) {
    let mut all = Vec::new();
    collect(places.root().value, &mut Vec::new(), &mut all);
    for way in all {
        let place = way.iter().fold(places.root(), |place, step| step.take(place, places));
        let Some(Step::Member(object, at)) = way.last() else { continue };
        let Some(member) = object.members().get(*at) else { continue };
        let (start, end) = name_span(member);
        notes.push(Note {
            offset: start,
            place: place.steps,
            rule: Rule::Repeated,
            level: Level::Error,
            type_name: place.type_name,
            expected: Expected::Words("members of one object to differ"),
            found: Found::Again(start, end),
        });
    }
}

/// A step into a member or an item, by its number.
#[derive(Clone, Copy)]
enum Step<'t> {
    Member(&'t Value<'t>, usize),
    Item(&'t Value<'t>, usize),
}

impl<'t> Step<'t> {
    fn take(self, from: Place<'t>, places: &mut Places<'t>) -> Place<'t> {
        match self {
            Self::Member(object, at) => object.members().get(at).map(|member| places.step_into(from, member)),
            Self::Item(array, at) => array.items().get(at).map(|item| places.item(from, at, item)),
        }
        .unwrap_or(from)
    }
}

/// The reader bounds the depth, so that this cannot exhaust the stack.
fn collect<'t>(value: &'t Value<'t>, way: &mut Vec<Step<'t>>, all: &mut Vec<Vec<Step<'t>>>) {
    for (at, item) in value.items().iter().enumerate() {
        way.push(Step::Item(value, at));
        collect(item, way, all);
        way.pop();
    }
    let mut seen = HashSet::new();
    for (at, member) in value.members().iter().enumerate() {
        way.push(Step::Member(value, at));
        if !seen.insert(&*member.name) {
            all.push(way.clone());
        }
        collect(&member.value, way, all);
        way.pop();
    }
}
