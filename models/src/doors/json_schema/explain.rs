//! From what the documents' validator tells to findings.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use odatype_json::tree::{Kind, Member, Value};
use odatype_json_schema::validator::{About, Problem, Said, What};
use odatype_table::{Primitive, name::TAGS};

use super::places::{Place, Places, Whole, name_span};
use crate::{
    finding::{Expected, Found, Level, Note, Notes, Rule, narrow},
    table::Tables,
};

/// Explains the problems of one payload.
pub(super) struct Explainer<'t> {
    tables: &'static Tables,
    places: Places<'t>,
    notes: Notes,
    /// Where what was found: two branches of a schema may say the same of one value.
    told: HashSet<(u32, Rule, u64)>,
    /// The gravest of what was found of each value.
    gravest: HashMap<u32, Gravity>,
}

/// How much is wrong with a value, the most first: to what is not of its type no other rule applies, though keywords
/// that stand beside the type speak all the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gravity {
    /// Another kind of JSON value.
    Kind,
    /// The right kind, and no value of the type.
    Value,
    /// A value of the type that breaks a rule.
    Rule,
}

impl Gravity {
    fn of(note: &Note) -> Self {
        match (note.rule, &note.expected) {
            (Rule::Type, _) => Self::Kind,
            // What an integer is, which is said as the type says it.
            (Rule::Range, Expected::Words(_)) | (Rule::Text, _) => Self::Value,
            _ => Self::Rule,
        }
    }
}

impl<'t> Explainer<'t> {
    /// Explains what is wrong with a payload of so many bytes.
    pub(super) fn new(tables: &'static Tables, places: Places<'t>, bytes: usize) -> Self {
        let (told, gravest) = (HashSet::new(), HashMap::new());
        Self { tables, places, notes: Notes::new(bytes), told, gravest }
    }

    /// Everything that was found, and where.
    pub(super) fn into_notes(mut self) -> (Notes, Places<'t>) {
        let gravest = &self.gravest;
        self.notes.retain(|note| gravest.get(&note.place).is_none_or(|gravest| Gravity::of(note) == *gravest));
        (self.notes, self.places)
    }

    /// Notes the findings that `problem` amounts to.
    pub(super) fn explain(&mut self, problem: &Problem<'_>) {
        let place = self.places.at(problem.pointer);
        if let Some(whole) = place.whole {
            self.whole(place, whole);
            return;
        }
        match &problem.what {
            What::Name(name) => {
                let Some(member) = self.places.member(place.value, name) else { return };
                let place = self.places.step_into(place, member);
                if let Some(whole) = place.whole {
                    self.whole(place, whole);
                }
            }
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

    /// A value some part of which is wrong.
    fn whole(&mut self, place: Place<'t>, Whole { rule, expected }: Whole) {
        self.note(place, place.value.start, rule, Level::Error, Expected::Words(expected), value_of(place));
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
        let value = place.value;
        if let Some(number) = number(problem, &said, value) {
            self.note(place, value.start, Rule::Range, Level::Error, Expected::Words(number), value_of(place));
            return;
        }
        let level = if said.about == About::NotChecked { Level::NotChecked } else { Level::Error };
        let found = match (&problem.what, rule) {
            (What::Required(name), Rule::Tag) if TAGS.contains(name) => Found::Words("no tag"),
            (What::Required(_), _) => Found::Words("none"),
            (_, Rule::Count) => Found::Count(u64::try_from(value.items().len()).unwrap_or(u64::MAX)),
            _ => value_of(place),
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
        let is_name = matches!(value.kind, Kind::String(_));
        let is_of_object =
            rule == Rule::Tag && is_name && matches!(problem.what, What::Pattern(_) | What::Values | What::Nothing);
        let at = if is_of_object { self.places.around(place) } else { place };
        self.note(at, value.start, rule, level, Expected::told_with(expected, suggestion), found);
    }

    fn note(&mut self, place: Place<'t>, at: usize, rule: Rule, level: Level, expected: Expected, found: Found) {
        let said = match &expected {
            // One finding is enough on what may not stand there at all.
            _ if matches!(rule, Rule::Type | Rule::Text | Rule::Tag | Rule::Member | Rule::Control) => 0,
            Expected::Told(told) => {
                let mut hasher = DefaultHasher::new();
                told.words.hash(&mut hasher);
                hasher.finish()
            }
            _ => 1,
        };
        if self.told.insert((place.steps, rule, said)) {
            let Place { steps, type_name, .. } = place;
            let note = Note { offset: narrow(at), place: steps, rule, level, type_name, expected, found };
            let gravity = Gravity::of(&note);
            self.gravest.entry(steps).and_modify(|gravest| *gravest = gravity.min(*gravest)).or_insert(gravity);
            self.notes.push(note);
        }
    }
}

/// What a number should be that a built-in type has not, in the words of the type.
fn number(problem: &Problem<'_>, said: &Said, value: &Value<'_>) -> Option<&'static str> {
    let primitive = Primitive::parse(problem.definition)?;
    let is_number = matches!(value.kind, Kind::Number(_)) && matches!(said.about, About::Type | About::Range);
    (primitive.family().has_numbers() && is_number).then(|| primitive.expected())
}

fn value_of(place: Place<'_>) -> Found {
    Found::Value(narrow(place.value.start), narrow(place.value.end))
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
