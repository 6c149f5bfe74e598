//! What holds of the requests of a batch together.
//!
//! Source: OData JSON 4.01, section 19.1 (batch request).

use std::collections::HashSet;

use odatype_json::tree::{Member, Value};

use crate::finding::{Expected, Found, Level, Note, ROOT, Rule, Step, Steps, narrow};

/// The type's name for findings: the request's, whose members they are about.
const REQUEST: &str = "odata.batchRequest";

/// What is wrong with the batch as a whole.
#[inline]
pub(super) fn found(index: u16, batch: &Value<'_>, steps: &mut Steps) -> Vec<Note> {
    let mut rules = Rules { steps, notes: Vec::new() };
    if index == 0
        && let Some(member) = member(batch, "requests")
    {
        rules.check(member);
    }
    rules.notes
}

struct Rules<'s> {
    steps: &'s mut Steps,
    notes: Vec<Note>,
}

impl Rules<'_> {
    #[inline]
    fn check(&mut self, requests: &Member<'_>) {
        let list = self.within(ROOT, requests);
        let ids: HashSet<&str> = requests.value.items().iter().filter_map(|request| text(request, "id")).collect();
        let (mut before, mut groups) = (Before::default(), HashSet::new());
        let mut current = None;
        for (place, request) in requests.value.items().iter().enumerate() {
            let at = self.steps.take(list, Step::Index(narrow(place)));
            let group = text(request, "atomicityGroup");
            if group != current {
                before.groups.extend(current);
                if let Some(member) = member(request, "atomicityGroup")
                    && let Some(name) = group
                {
                    if !groups.insert(name) {
                        self.note(at, member, "a group whose requests stand together");
                    }
                    if ids.contains(name) {
                        self.note(at, member, "a name that is no request's id");
                    }
                }
            }
            current = group;
            self.check_dependencies(at, request, &before);
            if let Some(member) = member(request, "id")
                && let Some(id) = member.value.as_str()
                && !before.ids.insert(id)
            {
                self.note(at, member, "an id that no other request has");
            }
        }
    }

    /// What `request`, at the place `at`, depends on was there `before`.
    #[inline]
    fn check_dependencies(&mut self, at: u32, request: &Value<'_>, before: &Before<'_>) {
        let Some(member) = member(request, "dependsOn") else { return };
        for (place, item) in member.value.items().iter().enumerate() {
            if item.as_str().is_some_and(|id| !before.has(id)) {
                let list = self.within(at, member);
                let at = self.steps.take(list, Step::Index(narrow(place)));
                self.note_at(at, item, "the id or the atomicity group of an earlier request");
            }
        }
    }

    #[inline]
    fn note(&mut self, at: u32, member: &Member<'_>, expected: &'static str) {
        let place = self.within(at, member);
        self.note_at(place, &member.value, expected);
    }

    #[inline]
    fn note_at(&mut self, place: u32, value: &Value<'_>, expected: &'static str) {
        self.notes.push(Note {
            offset: narrow(value.start),
            place,
            rule: Rule::Other,
            level: Level::Error,
            type_name: REQUEST,
            expected: Expected::Words(expected),
            found: Found::Value(narrow(value.start), narrow(value.end)),
        });
    }

    #[inline]
    fn within(&mut self, at: u32, member: &Member<'_>) -> u32 {
        self.steps.take(at, Step::Member(narrow(member.name_start + 1), narrow(member.name_end)))
    }
}

/// What a request may depend on.
#[derive(Default)]
struct Before<'v> {
    ids: HashSet<&'v str>,
    /// Groups that have ended.
    groups: HashSet<&'v str>,
}

impl Before<'_> {
    #[inline]
    fn has(&self, name: &str) -> bool {
        self.ids.contains(name) || self.groups.contains(name)
    }
}

#[inline]
fn member<'v, 't>(object: &'v Value<'t>, name: &str) -> Option<&'v Member<'t>> {
    object.members().iter().find(|member| member.name == name)
}

#[inline]
fn text<'v>(object: &'v Value<'_>, name: &str) -> Option<&'v str> {
    object.get(name)?.as_str()
}
