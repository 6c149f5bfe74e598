//! Properties and parameters.

use odatype_codegen::{plan::Accessor, spelled};
use odatype_schema::{Element, Rulebook, model::PropertyKind};
use odatype_table::{
    Access, Body, Member, Row, Shape, ValueType, docs::Docs, docs::Notes, name::MaybeCollection, words::words,
};
use serde_json::{Value, json};

use super::object::Object;

/// A place of a row: what it is called, what may stand there, and what Rust calls it.
pub(super) fn member(
    book: &Rulebook<'_>,
    member: &Member<String>,
    element: Element<'_>,
    docs: Docs<'_>,
    accessor: Option<&Accessor>,
) -> Object {
    let place = &member.place;
    let rules = words(place.ty, &place.constraints, &|ty| type_name(book, ty));
    let contains = match element {
        Element::Property(property) => {
            matches!(&property.kind, PropertyKind::Navigation(navigation) if navigation.contains_target)
        }
        Element::Parameter(_) => false,
    };
    let only = place.constraints.derived.iter().flatten();
    let only = only.filter_map(|row| Some(book.row(*row)?.0.name.as_str()));
    let notes = docs.notes_of(&member.name);
    Object::default()
        .with("name", member.name.as_str())
        .with("type", element.ty().to_string())
        .with("null", place.is_nullable)
        .with("link", member.is_navigation)
        .with("contains", contains)
        .with("required", member.is_required)
        .with("unknown", member.is_unknown)
        .with("says", docs.of(&member.name))
        .with("rules", rules.into_iter().map(|word| json!(word.said)).collect::<Vec<_>>())
        .with("notes", access(member.access).into_iter().chain(said(notes)).collect::<Vec<_>>())
        .with("default", notes.default)
        .with("only", only.map(|name| json!(name)).collect::<Vec<_>>())
        .with("least", place.constraints.min_items)
        .with("union", union(book, place.ty))
        .with("rust", accessor.map(rust))
}

/// Who writes a property, in words.
fn access(access: Access) -> Option<Value> {
    match access {
        Access::Free => None,
        Access::Immutable => Some(json!("does not change once it is there")),
        Access::Computed => Some(json!("read-only: the service makes it")),
        Access::ReadOnly => Some(json!("read-only")),
    }
}

/// Notes in words.
pub(super) fn said(notes: Notes<'_>) -> Vec<Value> {
    let all =
        [(notes.is_read_only, "read-only"), (notes.is_write_only, "write-only"), (notes.is_deprecated, "deprecated")];
    all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| json!(word)).collect()
}

/// A type's name as CSDL writes it.
pub(super) fn type_name(book: &Rulebook<'_>, ty: ValueType) -> String {
    let item = match ty.shape {
        Shape::Primitive(primitive) => primitive.qualified_name(),
        Shape::Declared(row) => book.row(row).map_or("", |(row, _)| &row.name),
    };
    MaybeCollection { is_collection: ty.is_collection, item }.to_string()
}

/// The row of what an untyped place may hold.
fn union<'b>(book: &'b Rulebook<'_>, ty: ValueType) -> Option<&'b str> {
    let Shape::Declared(row) = ty.shape else { return None };
    match book.row(row)?.0 {
        Row { name, body: Body::Union(_), .. } => Some(name),
        _ => None,
    }
}

fn rust(accessor: &Accessor) -> Value {
    let spelled = spelled(accessor);
    json!({
        "getter": accessor.getter.token().to_string(),
        "name": accessor.name.token().to_string(),
        "gives": spelled.gives,
        "holds": spelled.holds,
    })
}
