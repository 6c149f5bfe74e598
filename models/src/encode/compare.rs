//! When two records are equal: of one type, with the same content.
//!
//! Members may stand in any order, and numbers have any spelling. A tag says nothing where it names the type that the object
//! is of anyway, however it does: what was read with it equals what was built. One that says something else counts, and so
//! does that one was taken away from an object that needs it wherever its base is expected.

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
    fn eq(&self, other: &Self) -> bool {
        self.ty().name == other.ty().name && same_content(&Content::record(self), &Content::record(other), None)
    }
}

fn same_content(left: &Content<'_>, right: &Content<'_>, declared: Option<u16>) -> bool {
    step();
    match (left, right) {
        (Content::Object(left), Content::Object(right)) => same_object(left, right, declared),
        (Content::List(left), Content::List(right)) => {
            left.len() == right.len()
                && left.items().zip(right.items()).all(|(left, right)| same_content(&left, &right, declared))
        }
        (Content::Scalar(left), Content::Scalar(right)) => same_scalar(*left, *right),
        _ => false,
    }
}

/// Objects in a place for `declared`.
fn same_object(left: &Object<'_>, right: &Object<'_>, declared: Option<u16>) -> bool {
    if left.is_known != right.is_known || left.ty.name != right.ty.name {
        return false;
    }
    left.is(right) || same_tag(left, right, declared) && same_members(left, right)
}

fn same_tag(left: &Object<'_>, right: &Object<'_>, declared: Option<u16>) -> bool {
    // Where the type is expected, and where it derives from none, it needs no tag.
    let needs_none = declared == Some(left.ty.index) || left.is_known && left.ty.lineage.len() < 2;
    match (left.tag(), right.tag()) {
        (Tag::Says(left), Tag::Says(right)) => same_scalar(left, right),
        (Tag::Silent, Tag::Silent) | (Tag::Removed, Tag::Removed) => true,
        (Tag::Silent, Tag::Removed) | (Tag::Removed, Tag::Silent) => needs_none || !left.is_known,
        _ => false,
    }
}

/// Most objects have their members in one order; what is left where they part is sorted.
fn same_members(left: &Object<'_>, right: &Object<'_>) -> bool {
    let by_name = !ptr::eq(left.tables, right.tables);
    let (mut lefts, mut rights) = (left.members(by_name), right.members(by_name));
    loop {
        match (lefts.next(), rights.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left.name == right.name => {
                if !same_member(&left, &right) {
                    return false;
                }
            }
            (Some(left), Some(right)) => {
                let (lefts, rights) = (sorted(left, lefts), sorted(right, rights));
                return lefts.len() == rights.len()
                    && lefts
                        .iter()
                        .zip(&rights)
                        .all(|(left, right)| left.name == right.name && same_member(left, right));
            }
            _ => return false,
        }
    }
}

fn sorted<'a>(first: Member<'a>, rest: impl Iterator<Item = Member<'a>>) -> Vec<Member<'a>> {
    let mut all: Vec<_> = std::iter::once(first).chain(rest).collect();
    all.sort_by(|left, right| left.name.cmp(&right.name));
    all
}

fn same_member(left: &Member<'_>, right: &Member<'_>) -> bool {
    same_content(&Content::of(left.value), &Content::of(right.value), left.declared)
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
