//! Actions and functions, each overload by its name.

use std::collections::BTreeMap;

use odatype_schema::{
    Fewest, Origin,
    model::{Model, Operation, QualifiedName, ReturnType, TypeName},
};
use odatype_table::{ValueType, ordered};
use serde_json::Value;

use crate::{
    change::Change,
    constraint::{self, Strictness},
    fit::{Fit, fit},
    named,
    rename::{Parts, Renamed, tells},
    severity::Case,
    side::{Found, Pair, Part, Side},
    structured::{names, type_change},
};

/// What changed in actions and in functions.
pub(crate) fn compare(pair: &Pair<'_, '_>, changes: &mut Vec<Change>) {
    actions(pair, changes);
    functions(pair, changes);
}

fn actions(pair: &Pair<'_, '_>, changes: &mut Vec<Change>) {
    let is_action = |origin: &Origin<'_>| matches!(origin, Origin::Operation(of) if !of.is_function());
    let (old, new) = (pair.old.rows(is_action), pair.new.rows(is_action));
    let (gone, come) = (only(&old, &new), only(&new, &old));
    let renamed = renamed(&gone, &come);
    for (name, (_, parameters)) in &gone {
        let see = renamed.to(name);
        changes.push(Change::new(Case::ActionRemoved, *name, parameters.join(", "), Value::Null).see(see));
    }
    for (name, (_, parameters)) in &come {
        let see = renamed.from(name);
        changes.push(Change::new(Case::ActionAdded, *name, Value::Null, parameters.join(", ")).see(see));
    }
    for (name, before) in &old {
        if let Some(after) = new.get(name) {
            common(pair, name, *before, *after, changes);
        }
    }
}

/// Overloads of functions are told apart by the names of their parameters. One that has others now is the same function
/// all the same where it has the function's name alone in Rust, before and after; it is told of without these names.
fn functions(pair: &Pair<'_, '_>, changes: &mut Vec<Change>) {
    let is_function = |origin: &Origin<'_>| matches!(origin, Origin::Operation(of) if of.is_function());
    let (mut old, mut new) = (pair.old.rows(is_function), pair.new.rows(is_function));
    let (before, after) = (Plain::new(pair.old.book.model(), &old), Plain::new(pair.new.book.model(), &new));
    for (of, name) in &before.names {
        let Some(now) = after.names.get(of).filter(|now| !old.contains_key(*now) && !new.contains_key(name)) else {
            continue;
        };
        if let Some((was, is)) = old.remove(name).zip(new.remove(now)) {
            let target = operation(was).map_or_else(String::new, |was| was.key_given(std::iter::empty()));
            common(pair, &target, was, is, changes);
        }
    }
    let (gone, come) = (only(&old, &new), only(&new, &old));
    let renamed = renamed(&gone, &come);
    for (name, (_, parameters)) in &gone {
        let see = renamed.to(name);
        changes.push(Change::new(Case::FunctionRemoved, *name, parameters.join(", "), Value::Null).see(see));
    }
    for (name, (_, parameters)) in &come {
        let of = new.get(name).and_then(|found| key(*found));
        // The overload that had the name alone is there, and has another one.
        let other = of.as_ref().and_then(|of| before.names.get(of)).filter(|other| new.contains_key(*other));
        let is_other = of.as_ref().and_then(|of| after.names.get(of)) != other;
        let (case, see) = match other.filter(|_| is_other) {
            Some(other) => (Case::FunctionAddedFewer, Some((*other).to_owned())),
            None => (Case::FunctionAdded, renamed.from(name).map(|from| (*from).to_owned())),
        };
        changes.push(Change::new(case, *name, Value::Null, parameters.join(", ")).see(see));
    }
    for (name, was) in &old {
        if let Some(is) = new.get(name) {
            common(pair, name, *was, *is, changes);
        }
    }
}

/// Rows by name.
type Rows<'b, 'm> = BTreeMap<&'b str, Found<'b, 'm>>;

/// What tells a function that is bound to something from all others, but for its parameters.
type Key<'m> = (&'m QualifiedName, Option<String>);

/// The overloads that have their functions' names alone in Rust.
struct Plain<'b, 'm> {
    names: BTreeMap<Key<'m>, &'b str>,
}

impl<'b, 'm> Plain<'b, 'm> {
    fn new(model: &Model, rows: &Rows<'b, 'm>) -> Self {
        let fewest = Fewest::new(model);
        let is_plain = |found: &Found<'b, 'm>| operation(*found).is_some_and(|operation| fewest.has(operation));
        let plain = rows.iter().filter(|(_, found)| is_plain(found));
        Self { names: ordered(plain.filter_map(|(name, found)| Some((key(*found)?, *name)))) }
    }
}

fn key<'m>(function: Found<'_, 'm>) -> Option<Key<'m>> {
    let operation = operation(function)?;
    Some((&operation.name, bound(function)))
}

/// The type that it is bound to.
fn bound(found: Found<'_, '_>) -> Option<String> {
    operation(found)?.binding().map(|binding| binding.ty.to_string())
}

fn operation<'m>(found: Found<'_, 'm>) -> Option<&'m Operation> {
    match found.origin {
        Origin::Operation(overload) => Some(overload.operation),
        _ => None,
    }
}

/// Those of `rows` that are not among `others`, with what they are bound to and their parameters' names.
fn only<'b>(rows: &Rows<'b, '_>, others: &Rows<'_, '_>) -> Vec<Parts<'b, Option<String>>> {
    let gone = rows.iter().filter(|(name, _)| !others.contains_key(*name));
    gone.map(|(name, found)| (*name, (bound(*found), found.parts().map(|part| part.member.name.clone()).collect())))
        .collect()
}

/// Which of them may be the same under another name, or bound to something else.
fn renamed<'b>(gone: &[Parts<'b, Option<String>>], come: &[Parts<'b, Option<String>>]) -> Renamed<'b> {
    let parameters = |of: &[Parts<'b, Option<String>>]| -> Vec<(&'b str, Vec<String>)> {
        of.iter().map(|(name, (_, parameters))| (*name, parameters.clone())).collect()
    };
    Renamed::default().by_name(&parameters(gone), &parameters(come)).by_parts(gone, come)
}

/// An overload that both have.
fn common(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, new: Found<'_, '_>, changes: &mut Vec<Change>) {
    changes.extend(named::row(name, old, new));
    parameters(pair, name, old, new, changes);
    import(pair, name, old, new, changes);
    result(pair, name, old, new, changes);
}

/// What an operation is called in URLs.
fn import(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, new: Found<'_, '_>, changes: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (operation(old), operation(new)) else { return };
    let (was, is) = (pair.old.imports.called(before), pair.new.imports.called(after));
    if was != is {
        changes.push(Change::new(Case::Import, name, was, is));
    }
}

fn parameters(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, new: Found<'_, '_>, changes: &mut Vec<Change>) {
    let (before, after): (Vec<Part<'_, '_>>, Vec<Part<'_, '_>>) = (old.parts().collect(), new.parts().collect());
    let has = |parts: &[Part<'_, '_>], name: &str| parts.iter().any(|part| part.member.name == name);
    let text = |part: &Part<'_, '_>| part.element.ty().to_string();
    let gone: Vec<(&str, String)> = before
        .iter()
        .filter(|part| !has(&after, &part.member.name))
        .map(|part| (part.member.name.as_str(), text(part)))
        .collect();
    let come: Vec<&Part<'_, '_>> = after.iter().filter(|part| !has(&before, &part.member.name)).collect();
    let shapes: Vec<(&str, String)> = come.iter().map(|part| (part.member.name.as_str(), text(part))).collect();
    let renamed = Renamed::default()
        .by_name(&gone, &shapes)
        .by_shape(&gone, &shapes, |ty| tells(ty))
        .by_place((&gone, &names(&before)), (&shapes, &names(&after)));
    let target = |parameter: &str| format!("{name}/{parameter}");
    for (parameter, ty) in &gone {
        let to = renamed.to(parameter).map(&target);
        changes.push(Change::new(Case::ParameterRemoved, target(parameter), ty.as_str(), Value::Null).see(to));
    }
    for part in come {
        let parameter = part.member.name.as_str();
        let case = if part.member.is_required { Case::ParameterAddedRequired } else { Case::ParameterAddedOptional };
        let from = renamed.from(parameter).map(&target);
        changes.push(Change::new(case, target(parameter), Value::Null, text(part)).see(from));
    }
    for part in &before {
        if let Some(now) = after.iter().find(|other| other.member.name == part.member.name) {
            parameter(pair, &target(&part.member.name), *part, *now, changes);
        }
    }
    order(name, &before, &after, changes);
}

/// A parameter that both have.
fn parameter(pair: &Pair<'_, '_>, target: &str, old: Part<'_, '_>, new: Part<'_, '_>, changes: &mut Vec<Change>) {
    let (before, after) = (&old.member.place, &new.member.place);
    let case = match fit(pair, before.ty, after.ty) {
        Fit::Same => Case::ParameterTypeSame,
        Fit::Wider | Fit::Member => Case::ParameterTypeWider,
        Fit::Raw => Case::ParameterTypeRaw,
        Fit::RawWider => Case::ParameterTypeRawWider,
        Fit::Narrower | Fit::Object | Fit::Union | Fit::Other => Case::ParameterTypeOther,
    };
    changes.extend(type_change(pair, case, target, old, new));
    changes.extend(named::part(pair, target, old, new));
    let (was, is) = (old.member.is_required, new.member.is_required);
    if before.is_nullable != after.is_nullable {
        let case = match (after.is_nullable, was == is) {
            (true, true) => Case::ParameterToNullable,
            (true, false) => Case::ParameterToOptional,
            (false, true) if is && !before.ty.is_collection => Case::ParameterToGiven,
            (false, true) => Case::ParameterToValue,
            (false, false) => Case::ParameterToRequired,
        };
        changes.push(Change::new(case, target, before.is_nullable, after.is_nullable));
    } else if was != is {
        changes.push(Change::new(if is { Case::ParameterRequired } else { Case::ParameterOptional }, target, was, is));
    }
    if let Some(rules) = constraint::compare(pair, before, after) {
        let case = match rules.strictness {
            Strictness::Looser => Case::ParameterLooser,
            Strictness::Tighter | Strictness::Other => Case::ParameterTighter,
        };
        changes.push(Change::new(case, target, rules.old, rules.new));
    }
}

/// The order of the parameters that both have, and what the constructor takes, which is given by name.
fn order(name: &str, before: &[Part<'_, '_>], after: &[Part<'_, '_>], changes: &mut Vec<Change>) {
    let names = |parts: &[Part<'_, '_>], is: &dyn Fn(&Part<'_, '_>) -> bool| -> Vec<String> {
        parts.iter().filter(|part| is(part)).map(|part| part.member.name.clone()).collect()
    };
    let among = |parts: &[Part<'_, '_>], part: &Part<'_, '_>| parts.iter().any(|of| of.member.name == part.member.name);
    let mut tell = |case, old: Vec<String>, new: Vec<String>| {
        if old != new {
            changes.push(Change::new(case, name, old.join(", "), new.join(", ")));
        }
    };
    let common = (names(before, &|part| among(after, part)), names(after, &|part| among(before, part)));
    tell(Case::ParameterOrder, common.0, common.1);
    let required = |parts: &[Part<'_, '_>]| names(parts, &|part| part.member.is_required);
    let (old, new) = (required(before), required(after));
    if !(old.len() == new.len() && old.iter().all(|name| new.contains(name))) {
        tell(Case::ConstructorChanged, old, new);
    }
}

fn is_stream(of: &ReturnType) -> bool {
    of.ty.name == TypeName::Primitive(odatype_table::Primitive::Stream)
}

/// What the operation gives.
fn result(pair: &Pair<'_, '_>, name: &str, old: Found<'_, '_>, new: Found<'_, '_>, changes: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (operation(old), operation(new)) else { return };
    let (before, after) = (before.returns.as_ref(), after.returns.as_ref());
    let text = |of: Option<&ReturnType>| {
        of.map(|of| if of.nullable { format!("{} or null", of.ty) } else { of.ty.to_string() })
    };
    let (from, to) = (text(before), text(after));
    if from == to {
        return;
    }
    let of = |side: &Side<'_, '_>, of: &ReturnType| {
        let shape = match &of.ty.name {
            TypeName::Primitive(primitive) => odatype_table::Shape::Primitive(*primitive),
            TypeName::Named(_) => side.book.shape(&of.ty.name),
        };
        ValueType { is_collection: of.ty.collection, shape }
    };
    let case = match (before, after) {
        (None, _) => Case::ResultAdded,
        (Some(before), Some(after)) => match fit(pair, of(&pair.old, before), of(&pair.new, after)) {
            Fit::Same if after.nullable && !before.nullable => Case::ResultNullable,
            Fit::Same => Case::ResultSame,
            Fit::Narrower if before.nullable || !after.nullable => Case::ResultNarrower,
            // A stream is no JSON, and has no response.
            Fit::Raw | Fit::RawWider if !is_stream(before) && !is_stream(after) => Case::ResultRaw,
            _ => Case::ResultOther,
        },
        (Some(_), None) => Case::ResultOther,
    };
    changes.push(Change::new(case, name, from, to));
}
