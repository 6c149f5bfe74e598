//! What an object is on the wire: a short example.

use std::fmt::Write as _;

use odatype_schema::example_text;
use odatype_table::{Body, Constraints, Enumeration, Member, Primitive, Shape, name};

use crate::plan::{
    build::Build,
    field::{Field, fields},
    prose::code,
};

/// How many members are shown.
const SHOWN: usize = 5;

/// The indentation of a member. Of a comment's line that starts with a space, that one is taken for the comment's.
const INDENT: &str = "    ";

/// A paragraph with an example of the type or the body of an action at `index`, if something can be shown of it: required
/// members, then what is no object, its own before what is inherited.
pub(super) fn to_example(build: Build<'_, '_>, index: u16, doc: &mut String) {
    let Some((row, _)) = build.book.row(index) else { return };
    let Some(ty) = row.structured() else { return };
    let mut fields = fields(build.book, index);
    fields.retain(|field| !field.member.is_navigation && is_plain(&field.member.name));
    fields.sort_by_key(|field| (!field.member.is_required, is_object(build, field.member), field.owner != row.name));
    let mut members: Vec<String> = Vec::new();
    if ty.base.is_some() && !ty.kind.is_operation() && is_plain(&row.name) {
        members.push(tag(&row.name));
    }
    let value = |field: &Field<'_, '_>| Some(format!("\"{}\": {}", field.member.name, of_place(build, field.member)?));
    let shown: Vec<String> = fields.iter().filter_map(value).take(SHOWN).collect();
    if shown.is_empty() {
        return;
    }
    members.extend(shown);
    let lines: Vec<String> = members.iter().map(|member| format!("{INDENT}{}", code(member))).collect();
    let _ = write!(doc, "\n\n```json\n{{\n{}\n}}\n```", lines.join(",\n"));
}

/// Whether objects stand in a place.
fn is_object(build: Build<'_, '_>, member: &Member<String>) -> bool {
    let Shape::Declared(index) = member.place.ty.shape else { return false };
    build.book.row(index).is_some_and(|(row, _)| !matches!(row.body, Body::Enumeration(_)))
}

/// What may stand in a place, if that is easily said.
fn of_place(build: Build<'_, '_>, member: &Member<String>) -> Option<String> {
    let place = &member.place;
    let item = of_item(build, place.ty.shape, &place.constraints)?;
    Some(if place.ty.is_collection { format!("[{item}]") } else { item })
}

fn of_item(build: Build<'_, '_>, shape: Shape, asked: &Constraints<String>) -> Option<String> {
    if let Some(allowed) = &asked.allowed {
        return allowed.first().cloned();
    }
    if asked.min_items.is_some_and(|least| least > 1) {
        return None;
    }
    if let Some(derived) = &asked.derived {
        return of_type(build, *derived.first()?);
    }
    let asks_nothing = Constraints { min_items: None, max_items: None, ..asked.clone() } == Constraints::default();
    match shape {
        Shape::Primitive(primitive) if asks_nothing => primitive.example().map(str::to_owned),
        Shape::Primitive(Primitive::String) => example_text(asked),
        Shape::Primitive(_) => None,
        Shape::Declared(index) => match &build.book.row(index)?.0.body {
            Body::Enumeration(of) => of_enumeration(of),
            Body::Structured(ty) if !ty.is_abstract => Some("{}".to_owned()),
            Body::Structured(_) => of_type(build, index),
            Body::Union(_) => None,
        },
    }
}

/// An object that says that it is of the type at `index`, or of one that derives from it if that is abstract.
fn of_type(build: Build<'_, '_>, index: u16) -> Option<String> {
    let (row, _) = build.book.row(index)?;
    let of = if row.structured()?.is_abstract { build.uses.of(index).instance? } else { index };
    let (row, _) = build.book.row(of)?;
    is_plain(&row.name).then(|| format!("{{{}}}", tag(&row.name)))
}

fn of_enumeration(of: &Enumeration<String>) -> Option<String> {
    of.members.first().filter(|(name, _)| is_plain(name)).map(|(name, _)| format!("\"{name}\""))
}

/// The member that is the tag of the type `name`.
fn tag(name: &str) -> String {
    format!("\"{}\": \"{}\"", name::TAGS[0], name::tag(name))
}

/// Whether a name stands in JSON as it is.
fn is_plain(name: &str) -> bool {
    !name.contains(['"', '\\'])
}
