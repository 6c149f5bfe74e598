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
    edm,
    node::{Document, NodeKind},
    table::Kind,
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
    for Wide { start, end, primitive } in found {
        out.extend_from_slice(text.get(from..start).unwrap_or_default().as_bytes());
        out.extend_from_slice(quoted(text.get(start..end).unwrap_or_default(), primitive).as_bytes());
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
    primitive: Primitive,
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
                let is_count = matches!(form(&name), Some((_, Form::Count)));
                if let Some(primitive) = stated.get(&*name).copied().or(is_count.then_some(Primitive::Int64)) {
                    scalar(document, at_value, primitive, found);
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
        found.push(Wide { start: node.a as usize, end: node.b as usize, primitive });
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
