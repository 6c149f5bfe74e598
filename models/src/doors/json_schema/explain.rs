//! From what the documents' validator tells to findings.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use odatype_json::tree::{Kind, Member};
use odatype_json_schema::validator::{About, Problem, Said, What};
use odatype_table::name::TAGS;

use super::places::{Place, Places, name_span};
use crate::{
    finding::{Expected, Found, Level, Note, Notes, Rule, narrow},
    table::Tables,
};

/// Explains the problems of one payload.
pub(super) struct Explainer<'t> {
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
                // Of very many only the first of the text are kept.
                let find = |name: &String| self.places.member(place.value, name);
                let mut members: Vec<&Member<'t>> = names.iter().filter_map(find).collect();
                members.sort_by_key(|member| member.name_start);
                for member in members {
                    self.of_member(place, member, Rule::Undeclared, undeclared(problem, self.tables));
                }
            }
            _ => {
                for said in problem.said() {
                    self.said(problem, place, said);
                }
            }
        }
    }

    /// What is wrong with a member's name.
    fn of_member(&mut self, object: Place<'t>, member: &'t Member<'t>, rule: Rule, expected: Expected) {
        let (start, end) = name_span(member);
        let place = self.places.step_into(object, member);
        self.note(place, member.name_start, rule, Level::Error, expected, Found::Name(start, end));
    }

    /// An object with both tags, of which the second is one too many; `place` is that of one of them.
    fn both_tags(&mut self, place: Place<'t>) {
        let object = self.places.around(place);
        let tags = TAGS.iter().filter_map(|tag| self.places.member(object.value, tag));
        let Some(second) = tags.max_by_key(|member| member.name_start) else { return };
        let (start, end) = name_span(second);
        let at = self.places.step_into(object, second);
        let expected = Expected::Words("one tag, in one spelling");
        self.note(at, second.name_start + 1, Rule::Tag, Level::Error, expected, Found::Again(start, end));
    }

    fn said(&mut self, problem: &Problem<'_>, place: Place<'t>, said: Said) {
        let rule = rule(said.about);
        if rule == Rule::Tag && matches!(problem.what, What::Nothing) && problem.keyword.contains("dependentSchemas") {
            self.both_tags(place);
            return;
        }
        if let Some(name) = &said.member {
            let suggestion = said.suggestion(name);
            if let Some(member) = self.places.member(place.value, name) {
                self.of_member(place, member, rule, Expected::told_with(said.expected, suggestion));
            }
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

/// What should be there instead of a member that a closed type does not declare.
fn undeclared(problem: &Problem<'_>, tables: &Tables) -> Expected {
    let owner = problem.definition.split(':').next().and_then(|owner| tables.find(owner));
    owner.map_or(Expected::Words("only declared members"), |ty| Expected::Properties(ty.index))
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
