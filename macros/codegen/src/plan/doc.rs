//! The documentation of every item: its name on the wire, what it is, what it derives from and what derives from it.

mod links;
mod wire;

use std::fmt::Write as _;

use odatype_schema::{
    Overload, Union,
    model::{
        Annotations, EnumMember, EnumType, Model, QualifiedName, StructuredKind, StructuredType, TypeDefinition,
        TypeRef,
    },
};
use odatype_table::{Shape, name::MaybeCollection};

use super::{
    build::Build,
    field::Field,
    ident::TypeIdent,
    item::ModulePath,
    names::Place,
    prose::{code, escape},
};
pub(super) use wire::examples;

/// The schema's static.
pub(super) fn schema(model: &Model) -> String {
    let mut doc = "The schema of these types.".to_owned();
    let Some(from) = &model.provenance else { return doc };
    if from.service.is_empty() {
        let _ =
            write!(doc, "\n\nThe roots: {}.", links::list(from.roots.iter().map(|root| format!("`{}`", code(root)))));
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

/// A struct, with the paragraph of its example.
pub(super) fn record(build: Build<'_, '_>, index: u16, ty: &StructuredType, place: &Place, example: &str) -> String {
    let mut doc = described(&ty.annotations);
    let _ =
        write!(doc, "The {} type `{}`{}.", kind(ty), code(ty.name.as_str()), nature(build, index, ty, &place.module));
    links::to_relatives(build, index, &ty.name, &place.module, &mut doc);
    if let Some(family) = &place.family {
        let _ = write!(doc, " A property of this type holds any of these, as [`{0}`].", family.as_str());
    }
    doc.push_str(example);
    links::to_uses(build, index, &place.module, &mut doc);
    doc
}

/// A tagged enum.
pub(super) fn family(build: Build<'_, '_>, index: u16, ty: &StructuredType, place: &Place) -> String {
    let mut doc = described(&ty.annotations);
    let what = if ty.is_abstract { "Any type that derives from" } else { "Any type that is or derives from" };
    let nature = nature(build, index, ty, &place.module);
    let _ = write!(doc, "{what} the {} type `{}`{nature}.", kind(ty), code(ty.name.as_str()));
    links::to_relatives(build, index, &ty.name, &place.module, &mut doc);
    links::to_uses(build, index, &place.module, &mut doc);
    doc
}

/// What an untyped property may hold.
pub(super) fn union(build: Build<'_, '_>, wire: &str, union: &Union, module: &ModulePath) -> String {
    let alternatives = union.alternatives.iter().map(|alternative| match alternative.shape {
        Shape::Declared(row) => {
            let item = build.book.row(row).map_or("", |(row, _)| &row.name);
            let name = MaybeCollection { is_collection: alternative.is_collection, item }.to_string();
            links::link(build, row, &name, module)
        }
        Shape::Primitive(_) => String::new(),
    });
    format!("What the property `{}` holds: {}.", code(wire), links::list(alternatives))
}

/// A variant that stands for a type.
pub(super) fn variant(name: &QualifiedName) -> String {
    format!("`{}`.", code(name.as_str()))
}

/// An enum or a set of flags.
pub(super) fn enumeration(build: Build<'_, '_>, index: u16, ty: &EnumType, module: &ModulePath) -> String {
    let what = if ty.is_flags { "flags" } else { "enumeration" };
    let mut doc = format!("{}The {what} type `{}`.", described(&ty.annotations), code(ty.name.as_str()));
    links::to_uses(build, index, module, &mut doc);
    doc
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

/// The body of an action with the paragraph of its example, or the call of a function.
pub(super) fn operation(
    build: Build<'_, '_>,
    wire: &str,
    overload: Overload<'_>,
    module: &ModulePath,
    example: &str,
) -> String {
    let returns = match &overload.operation.returns {
        Some(returns) => {
            let text = returns.ty.to_string();
            format!("; it returns {}", links::to_shape(build, build.book.shape(&returns.ty.name), &text, module))
        }
        None => String::new(),
    };
    let described = described(&overload.operation.annotations);
    let what = if overload.is_function() { "A call of the function" } else { "The body of the action" };
    let mut doc = format!("{described}{what} `{}`{returns}.", code(wire));
    links::to_address(build, overload, module, &mut doc);
    if !overload.is_function() {
        doc.push_str(example);
    }
    doc
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
    let (name, ty, owner) = (code(&field.member.name), type_text(field.element.ty()), code(field.plain_owner()));
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

/// The struct of an operation's required parameters.
pub(super) fn required(ident: &TypeIdent, wire: &str, overload: Overload<'_>) -> String {
    let what = if overload.is_function() { "function" } else { "action" };
    format!("What [`{}::new`] takes: the required parameters of the {what} `{}`.", ident.as_str(), code(wire))
}

fn kind(ty: &StructuredType) -> &'static str {
    match ty.kind {
        StructuredKind::Entity => "entity",
        StructuredKind::Complex => "complex",
    }
}

/// Whether a type is abstract or open, and its base.
fn nature(build: Build<'_, '_>, index: u16, ty: &StructuredType, module: &ModulePath) -> String {
    let mut text = String::new();
    if ty.is_abstract {
        text.push_str(", abstract");
    }
    if build.book.row(index).is_some_and(|(row, _)| row.structured().is_some_and(|row| row.is_open)) {
        text.push_str(", open");
    }
    if let Some(base) = &ty.base {
        let _ = write!(text, ", derived from {}", links::to_type(build, base, module));
    }
    text
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
