//! The documentation of every item: its name on the wire, what it is, what it derives from and what derives from it.

mod prose;

use std::fmt::Write as _;

use odatype_schema::{
    Action, Rulebook, Union,
    model::{
        Annotations, EnumMember, EnumType, Model, QualifiedName, StructuredKind, StructuredType, TypeDefinition,
        TypeRef,
    },
};
use odatype_table::{Shape, name::MaybeCollection};

use super::{field::Field, ident::TypeIdent};
use prose::{code, escape};

/// How many names a list shows before it only counts.
const SHOWN: usize = 12;

/// The schema's static.
pub(super) fn schema(model: &Model) -> String {
    let mut doc = "The schema of these types.".to_owned();
    let Some(from) = &model.provenance else { return doc };
    if from.service.is_empty() {
        let _ = write!(doc, "\n\nWhat {} reach.", list(from.roots.iter().cloned()));
    } else {
        let _ = write!(
            doc,
            "\n\nFrom {}, version {}, {}",
            escape(&from.service),
            escape(&from.version),
            escape(&from.date)
        );
        for (file, sum) in &from.sha256 {
            let _ = write!(doc, "; `{}` (SHA-256 `{}`)", code(file), code(sum));
        }
        doc.push('.');
    }
    doc
}

/// A namespace's module.
pub(super) fn namespace(name: &str) -> String {
    format!("The namespace `{}`.", code(name))
}

/// The module of a namespace's actions.
pub(super) fn actions(namespace: &str) -> String {
    format!("Bodies of the actions of the namespace `{}`.", code(namespace))
}

/// The module of the actions that are bound to one type.
pub(super) fn bound_actions(binding: &QualifiedName, many: bool) -> String {
    let name = code(binding.as_str());
    if many { format!("Actions bound to collections of `{name}`.") } else { format!("Actions bound to `{name}`.") }
}

/// A struct.
pub(super) fn record(book: &Rulebook<'_>, ty: &StructuredType, family: Option<&TypeIdent>) -> String {
    let mut doc = described(&ty.annotations);
    let _ = write!(doc, "The {} type `{}`{}.", kind(ty), code(ty.name.as_str()), nature(book, ty));
    derived(book, ty, &mut doc);
    if let Some(family) = family {
        let _ = write!(doc, " A property of this type holds any of these, as [`{0}`].", family.as_str());
    }
    doc
}

/// A tagged enum.
pub(super) fn family(book: &Rulebook<'_>, ty: &StructuredType) -> String {
    let mut doc = described(&ty.annotations);
    let what = if ty.is_abstract { "Any type that derives from" } else { "Any type that is or derives from" };
    let _ = write!(doc, "{what} the {} type `{}`{}.", kind(ty), code(ty.name.as_str()), nature(book, ty));
    derived(book, ty, &mut doc);
    doc
}

/// What an untyped property may hold.
pub(super) fn union(book: &Rulebook<'_>, wire: &str, union: &Union) -> String {
    let names = union.alternatives.iter().map(|alternative| {
        let row = match alternative.shape {
            Shape::Declared(row) => book.row(row),
            Shape::Primitive(_) => None,
        };
        let item = row.map_or("", |(row, _)| &row.name);
        MaybeCollection { is_collection: alternative.is_collection, item }.to_string()
    });
    format!("What the property `{}` holds: {}.", code(wire), list(names))
}

/// A variant that stands for a type.
pub(super) fn variant(name: &QualifiedName) -> String {
    format!("`{}`.", code(name.as_str()))
}

/// An enum or a set of flags.
pub(super) fn enumeration(ty: &EnumType) -> String {
    let what = if ty.is_flags { "flags" } else { "enumeration" };
    format!("{}The {what} type `{}`.", described(&ty.annotations), code(ty.name.as_str()))
}

/// An enum's member.
pub(super) fn member(member: &EnumMember) -> String {
    format!("{}`{}`, {}.", described(&member.annotations), code(&member.name), member.value)
}

/// A type definition.
pub(super) fn definition(definition: &TypeDefinition) -> String {
    let (name, behind) = (code(definition.name.as_str()), type_text(&definition.underlying));
    format!("{}The type definition `{name}`, `{behind}`.", described(&definition.annotations))
}

/// An action's body.
pub(super) fn action(wire: &str, action: Action<'_>) -> String {
    let returns = match &action.operation.returns {
        Some(returns) => format!("; it returns `{}`", type_text(&returns.ty)),
        None => String::new(),
    };
    format!("{}The body of the action `{}`{returns}.", described(&action.operation.annotations), code(wire))
}

/// `new`.
pub(super) fn constructor(ident: &str) -> String {
    format!("A new `{ident}`.")
}

/// A getter.
pub(super) fn getter(field: &Field<'_, '_>) -> String {
    let null = match (field.member.place.is_nullable, field.member.place.ty.is_collection) {
        (true, false) => ", may be null",
        (true, true) => ", of items that may be null",
        (false, _) => "",
    };
    let navigation = if field.member.is_navigation { ", navigation" } else { "" };
    let mut doc = described(field.element.annotations());
    let (name, ty, owner) = (code(&field.member.name), type_text(field.element.ty()), code(field.owner));
    let _ = write!(doc, "`{name}`: `{ty}`{navigation}{null}; of `{owner}`.");
    doc
}

/// The constant that names a property.
pub(super) fn property(field: &Field<'_, '_>) -> String {
    format!("`{}`.", code(&field.member.name))
}

/// An allowed value of a property.
pub(super) fn allowed(field: &Field<'_, '_>, name: &str, description: Option<&str>) -> String {
    let text = description.map_or_else(String::new, |text| format!("{}\n\n", escape(text)));
    format!("{text}`{}` of `{}`.", code(name), code(&field.member.name))
}

/// The struct of an action's required parameters.
pub(super) fn required(ident: &TypeIdent, wire: &str) -> String {
    format!("What [`{}::new`] takes: the required parameters of the action `{}`.", ident.as_str(), code(wire))
}

fn kind(ty: &StructuredType) -> &'static str {
    match ty.kind {
        StructuredKind::Entity => "entity",
        StructuredKind::Complex => "complex",
    }
}

/// Whether a type is abstract or open, and its base.
fn nature(book: &Rulebook<'_>, ty: &StructuredType) -> String {
    let mut text = String::new();
    if ty.is_abstract {
        text.push_str(", abstract");
    }
    if book.model().is_open(&ty.name) {
        text.push_str(", open");
    }
    if let Some(base) = &ty.base {
        let _ = write!(text, ", derived from `{}`", code(base.as_str()));
    }
    text
}

/// A paragraph on what derives from a type.
fn derived(book: &Rulebook<'_>, ty: &StructuredType, doc: &mut String) {
    let names = book.descendants(&ty.name);
    if !names.is_empty() {
        let _ = write!(doc, "\n\nDerived types: {}.", list(names.iter().map(ToString::to_string)));
    }
}

/// Some names, and how many more.
fn list(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(SHOWN);
    let shown: Vec<String> = names.take(SHOWN).map(|name| format!("`{}`", code(&name))).collect();
    let shown = shown.join(", ");
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

/// A type as CSDL XML writes it.
fn type_text(ty: &TypeRef) -> String {
    code(&ty.to_string())
}

/// The description of a model element as paragraphs, with an empty line after them.
fn described(annotations: &Annotations) -> String {
    match annotations.description().map(escape) {
        Some(text) if !text.is_empty() => text + "\n\n",
        _ => String::new(),
    }
}
