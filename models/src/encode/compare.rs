//! When two records are equal: of one type, with the same content.
//!
//! Members may stand in any order, and numbers have any spelling. A tag says nothing where it names the type that the
//! object is of anyway, however it does: what was read with it equals what was built. One that says something else
//! counts, and so does that one was taken away from an object that needs it wherever its base is expected.

mod content;

use std::ptr;

use super::text::{as_text, string};
use crate::{
    edm,
    node::{Record, Scalar, step},
};
use content::{Content, Member, Object, Tag};

impl Eq for Record {}

impl PartialEq for Record {
    /// Pair by pair, and not one within the other: what was built may be deeper than a stack has room for.
    fn eq(&self, other: &Self) -> bool {
        if self.ty().name != other.ty().name {
            return false;
        }
        let mut open = vec![Pair { left: Content::record(self), right: Content::record(other), declared: None }];
        while let Some(pair) = open.pop() {
            step();
            if !is_same(&pair, &mut open) {
                return false;
            }
        }
        true
    }
}

/// Two values that have to be the same, in places for `declared`.
struct Pair<'a> {
    left: Content<'a>,
    right: Content<'a>,
    declared: Option<u16>,
}

/// Whether the two are the same but for the values in them, which are left `open`.
fn is_same<'a>(pair: &Pair<'a>, open: &mut Vec<Pair<'a>>) -> bool {
    match (&pair.left, &pair.right) {
        (Content::Object(left), Content::Object(right)) => same_object(left, right, pair.declared, open),
        (Content::List(left), Content::List(right)) => {
            let declared = pair.declared;
            open.extend(left.items().zip(right.items()).map(|(left, right)| Pair { left, right, declared }));
            left.len() == right.len()
        }
        (Content::Scalar(left), Content::Scalar(right)) => same_scalar(*left, *right),
        _ => false,
    }
}

/// Objects in a place for `declared`.
fn same_object<'a>(left: &Object<'a>, right: &Object<'a>, declared: Option<u16>, open: &mut Vec<Pair<'a>>) -> bool {
    if left.is_known != right.is_known || left.ty.name != right.ty.name {
        return false;
    }
    left.is(right) || same_tag(left, right, declared) && same_members(left, right, open)
}

fn same_tag(left: &Object<'_>, right: &Object<'_>, declared: Option<u16>) -> bool {
    // Where the type is expected, and where it derives from none, it needs no tag.
    let needs_none = declared == Some(left.ty.index) || left.is_known && left.ty.base.is_none();
    match (left.tag(), right.tag()) {
        (Tag::Says(left), Tag::Says(right)) => same_scalar(left, right),
        (Tag::Silent, Tag::Silent) | (Tag::Removed, Tag::Removed) => true,
        (Tag::Silent, Tag::Removed) | (Tag::Removed, Tag::Silent) => needs_none || !left.is_known,
        _ => false,
    }
}

/// Most objects have their members in one order; what is left where they part is sorted.
fn same_members<'a>(left: &Object<'a>, right: &Object<'a>, open: &mut Vec<Pair<'a>>) -> bool {
    let by_name = !ptr::eq(left.tables, right.tables);
    let (mut lefts, mut rights) = (left.members(by_name), right.members(by_name));
    loop {
        match (lefts.next(), rights.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.name == right.name => open.push(pair(&left, &right)),
            (Some(left), Some(right)) => {
                let (lefts, rights) = (sorted(left, lefts), sorted(right, rights));
                open.extend(lefts.iter().zip(&rights).map(|(left, right)| pair(left, right)));
                return lefts.len() == rights.len()
                    && lefts.iter().zip(&rights).all(|(left, right)| left.name == right.name);
            }
            _ => return false,
        }
    }
}

fn sorted<'a>(first: Member<'a>, rest: impl Iterator<Item = Member<'a>>) -> Vec<Member<'a>> {
    let mut all: Vec<_> = std::iter::once(first).chain(rest).collect();
    all.sort_unstable_by(|left, right| left.name.cmp(&right.name));
    all
}

fn pair<'a>(left: &Member<'a>, right: &Member<'a>) -> Pair<'a> {
    Pair { left: Content::of(left.value), right: Content::of(right.value), declared: left.declared }
}

fn same_scalar(left: Scalar<'_>, right: Scalar<'_>) -> bool {
    match (left, right) {
        (Scalar::Number(left), Scalar::Number(right)) => edm::same_number(left, right),
        (Scalar::Json(left), Scalar::Json(right)) => edm::same(left, right),
        (Scalar::Json(text), other) | (other, Scalar::Json(text)) => edm::same(text, &json(other)),
        (left, right) => left == right,
    }
}

fn json(scalar: Scalar<'_>) -> String {
    match scalar {
        Scalar::Null | Scalar::Other => "null".to_owned(),
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Number(text) | Scalar::Json(text) => text.to_owned(),
        Scalar::Text(text) => {
            let mut out = Vec::new();
            string(text, &mut out);
            as_text(out)
        }
    }
}
