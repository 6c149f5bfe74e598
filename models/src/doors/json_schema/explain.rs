//! From what the documents' validator tells to findings.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use odatype_json::tree::Kind;
use odatype_json_schema::validator::{About, Problem, Said, What};
use odatype_table::name::TAGS;

use super::places::{Place, Places, name_span, narrow};
use crate::{
    finding::{Expected, Found, Level, Note, Notes, Rule},
    table::Tables,
};

/// Explains the problems of one payload.
pub(super) struct Explainer<'t> {
    pub(super) text: &'t str,
    pub(super) tables: &'static Tables,
    pub(super) places: Places<'t>,
    pub(super) notes: Notes,
    /// Where what was found: two branches of a schema may say the same of one value.
    pub(super) told: HashSet<(u32, Rule, u64)>,
}

impl<'t> Explainer<'t> {
    /// Notes the findings that `problem` amounts to.
    pub(super) fn explain(&mut self, problem: &Problem<'_>) {
        let place = self.places.at(problem.pointer);
        match &problem.what {
            What::Undeclared(names) => {
                for name in *names {
                    self.undeclared(problem, place, name);
                }
            }
            _ => {
                for said in problem.said() {
                    self.said(problem, place, said);
                }
            }
        }
    }

    /// A member that a closed type does not declare.
    fn undeclared(&mut self, problem: &Problem<'_>, place: Place<'t>, name: &str) {
        let owner = problem.definition.split(':').next().and_then(|owner| self.tables.find(owner));
        let expected = owner.map_or(Expected::Words("only declared members"), |ty| Expected::Properties(ty.index));
        self.of_member(place, name, Rule::Undeclared, expected);
    }

    /// What is wrong with a member's name.
    fn of_member(&mut self, object: Place<'t>, name: &str, rule: Rule, expected: Expected) {
        let Some(member) = self.places.member(object.value, name) else { return };
        let (start, end) = name_span(self.text, member);
        let place = self.places.into_member(object, member);
        self.note(place, member.name_start, rule, Level::Error, expected, Found::Name(start, end));
    }

    fn said(&mut self, problem: &Problem<'_>, place: Place<'t>, said: Said) {
        let rule = rule(said.about);
        if let Some(name) = &said.member {
            let suggestion = said.suggestion(name);
            self.of_member(place, name, rule, Expected::told_with(said.expected, suggestion));
            return;
        }
        let value = place.value;
        let level = if said.about == About::NotChecked { Level::NotChecked } else { Level::Error };
        let found = match (&problem.what, rule) {
            (What::Required(name), Rule::Tag) if TAGS.contains(name) => Found::Words("no tag"),
            (What::Required(_), _) => Found::Words("none"),
            (_, Rule::Count) => Found::Count(u64::try_from(value.items().len()).unwrap_or(u64::MAX)),
            _ => Found::Value(narrow(value.start), narrow(value.end)),
        };
        let suggestion = match &value.kind {
            Kind::String(written) => said.suggestion(written),
            _ => None,
        };
        let expected = match &problem.what {
            // The engine's words may hold the value.
            What::Other(_) => format!("what the schema says at `{}{}`", problem.definition, problem.keyword),
            _ => said.expected,
        };
        // A tag that names the wrong type is told of the object, as the whole object is of another type.
        let is_of_object = rule == Rule::Tag && matches!(problem.what, What::Pattern(_) | What::Values);
        let at = if is_of_object { self.places.around(place) } else { place };
        self.note(at, value.start, rule, level, Expected::told_with(expected, suggestion), found);
    }

    fn note(&mut self, place: Place<'t>, at: usize, rule: Rule, level: Level, expected: Expected, found: Found) {
        let said = match &expected {
            // One finding on a tag is enough.
            _ if rule == Rule::Tag => 0,
            Expected::Told(told) => {
                let mut hasher = DefaultHasher::new();
                told.words.hash(&mut hasher);
                hasher.finish()
            }
            _ => 1,
        };
        if self.told.insert((place.steps, rule, said)) {
            let Place { steps, type_name, .. } = place;
            self.notes.push(Note { offset: narrow(at), place: steps, rule, level, type_name, expected, found });
        }
    }
}

/// The rule that a problem is about.
fn rule(about: About) -> Rule {
    match about {
        About::Type => Rule::Type,
        About::Text => Rule::Text,
        About::Tag => Rule::Tag,
        About::Member => Rule::Member,
        About::Allowed => Rule::Allowed,
        About::Undeclared => Rule::Undeclared,
        About::Required => Rule::Required,
        About::Range => Rule::Range,
        About::Multiple => Rule::Multiple,
        About::Digits => Rule::Digits,
        About::Length => Rule::Length,
        About::Pattern | About::NotChecked => Rule::Pattern,
        About::Count => Rule::Count,
        About::Control => Rule::Control,
        About::Other => Rule::Other,
    }
}
