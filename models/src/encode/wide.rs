//! Numbers that a 64-bit float has no room for, as strings.
//!
//! Source: OData JSON 4.01, section 3.2 (`IEEE754Compatible`).

use std::collections::HashMap;

use odatype_json::unescape;
use odatype_table::{
    Primitive,
    control::{Form, form},
    name,
};

use crate::{
    decode, edm,
    node::{Document, NodeKind, Record},
    table::{Kind, TypeId},
};

/// `text`, of which `document` was read, with `Edm.Int64`, `Edm.Decimal` and counts as strings.
#[inline]
pub(crate) fn wide_as_text(text: &str, document: &Document) -> Vec<u8> {
    let mut found = Vec::new();
    if document.node(0).is_object() {
        object(document, 0, &mut found);
    }
    // What was read a second time, for a tag that came late, is not in its place.
    found.sort_unstable_by_key(|wide| wide.start);
    let mut out = Vec::with_capacity(text.len() + 2 * found.len());
    let mut from = 0;
    for Wide { start, end, quoted } in found {
        out.extend_from_slice(text.get(from..start).unwrap_or_default().as_bytes());
        out.extend_from_slice(quoted.as_bytes());
        from = end;
    }
    out.extend_from_slice(text.get(from..).unwrap_or_default().as_bytes());
    out
}

/// The number `text` as a string. One that has a fraction or an exponent though it is an integer is written without.
#[inline]
pub(crate) fn quoted(text: &str, primitive: Primitive) -> String {
    match edm::integer(text).filter(|_| primitive == Primitive::Int64) {
        Some(integer) => format!("\"{integer}\""),
        None => format!("\"{text}\""),
    }
}

/// Whether `text` is a number.
#[inline]
pub(crate) fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

/// A number that is to be a string.
struct Wide {
    start: usize,
    end: usize,
    quoted: String,
}

#[inline]
fn object(document: &Document, at: usize, found: &mut Vec<Wide>) {
    let (ty, stated) = (document.ty(document.node(at)), stated(document, at));
    for (head, at_value) in document.members(at) {
        let node = document.node(head);
        match node.kind {
            NodeKind::Tag => {}
            NodeKind::Name => {
                let name = unescape(document.text_of(node));
                let form = form(&name);
                let is_count = matches!(form, Some((_, Form::Count)));
                if let Some(primitive) = stated.get(&*name).copied().or(is_count.then_some(Primitive::Int64)) {
                    scalar(document, at_value, primitive, found);
                }
                if let Some((target, Form::Delta)) = form
                    && let Some(property) = ty.slot(target).and_then(|slot| ty.properties().get(slot))
                    && let Kind::Structured(index) = property.kind
                {
                    delta(document, at_value, index, found);
                }
            }
            _ => {
                if let Some(property) = ty.properties().get(usize::from(node.slot)) {
                    value(document, head, property.kind, found);
                }
            }
        }
    }
}

/// What is in the nested delta at `at`, whose items are of the type at `index`: it is read here first. What cannot be
/// read stays.
#[inline]
fn delta(document: &Document, at: usize, index: u16, found: &mut Vec<Wide>) {
    /// What stands before the array, so that it is a member.
    const BEFORE: &str = r#"{"":"#;
    let node = document.node(at);
    let text = format!("{BEFORE}{}}}", document.text_of(node));
    let ty = TypeId { schema: document.schema, index };
    let items = decode::only_member(ty, text.as_bytes()).unwrap_or_default();
    let mut inside = Vec::new();
    for (document, at) in items.iter().filter_map(Record::source) {
        value(document, at, Kind::Structured(index), &mut inside);
    }
    let place = |at: usize| at + node.a as usize - BEFORE.len();
    found.extend(inside.into_iter().map(|wide| Wide { start: place(wide.start), end: place(wide.end), ..wide }));
}

#[inline]
fn value(document: &Document, at: usize, kind: Kind, found: &mut Vec<Wide>) {
    match document.node(at).kind {
        NodeKind::Object | NodeKind::Foreign => object(document, at, found),
        NodeKind::List => document.items(at).for_each(|item| value(document, item, kind, found)),
        _ => {
            if let Kind::Scalar(primitive @ (Primitive::Int64 | Primitive::Decimal)) = kind {
                scalar(document, at, primitive, found);
            }
        }
    }
}

#[inline]
fn scalar(document: &Document, at: usize, primitive: Primitive, found: &mut Vec<Wide>) {
    let node = document.node(at);
    let may_be = matches!(node.kind, NodeKind::Number | NodeKind::Raw);
    if may_be && is_number(document.text_of(node)) {
        let quoted = quoted(document.text_of(node), primitive);
        found.push(Wide { start: node.a as usize, end: node.b as usize, quoted });
    }
}

/// The undeclared members of the object at `at` that are wide numbers, as annotations say beside them:
/// `"x@odata.type":"#Int64"`.
#[inline]
fn stated(document: &Document, at: usize) -> HashMap<String, Primitive> {
    let members = document.members(at).map(|(head, value)| (document.node(head), document.node(value)));
    let stated = members.filter(|(head, _)| head.kind == NodeKind::Name).filter_map(|(head, value)| {
        let name = unescape(document.text_of(head));
        let (of, Form::Type) = form(&name)? else { return None };
        let tag = unescape(document.text_of(value).trim_matches('"'));
        let primitive = match name::named_by(&tag).trim_start_matches("Edm.") {
            "Int64" => Primitive::Int64,
            "Decimal" => Primitive::Decimal,
            _ => return None,
        };
        Some((of.to_owned(), primitive))
    });
    stated.collect()
}
