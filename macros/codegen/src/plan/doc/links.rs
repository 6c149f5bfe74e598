//! Links from the page of an item to those of others.

use std::fmt::Write as _;

use odatype_schema::{
    Origin, Overload,
    model::{OperationKind, QualifiedName},
};
use odatype_table::{Shape, name::without_overload};

use crate::plan::{
    build::Build,
    ident::ModuleIdent,
    item::{ModulePath, TypePath},
    prose::code,
    uses::SHOWN,
};

/// Some texts, and how many more.
pub(super) fn list(texts: impl ExactSizeIterator<Item = String>) -> String {
    let count = texts.len();
    first_of(texts, count)
}

/// The first of `count` texts, and how many more.
fn first_of(texts: impl Iterator<Item = String>, count: usize) -> String {
    let shown: Vec<String> = texts.take(SHOWN).collect();
    let more = count.saturating_sub(shown.len());
    let shown = shown.join(", ");
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

/// `text` as a link from `module` to the page of the row at `index`, if it has one.
pub(super) fn link(build: Build<'_, '_>, index: u16, text: &str, module: &ModulePath) -> String {
    match build.names.own_type(index) {
        Some(path) => format!("[`{}`]({})", code(text), path_text(&path, module)),
        None => format!("`{}`", code(text)),
    }
}

/// The name of a structured type.
pub(super) fn to_type(build: Build<'_, '_>, name: &QualifiedName, module: &ModulePath) -> String {
    match build.book.row_of(name) {
        Some(index) => link(build, index, name.as_str(), module),
        None => format!("`{}`", code(name.as_str())),
    }
}

/// `text`, which names a type of this shape.
pub(super) fn to_shape(build: Build<'_, '_>, shape: Shape, text: &str, module: &ModulePath) -> String {
    match shape {
        Shape::Declared(index) => link(build, index, text, module),
        Shape::Primitive(_) => format!("`{}`", code(text)),
    }
}

/// A paragraph on what derives from a type, and one on the actions and one on the functions that are bound to it.
pub(super) fn to_relatives(
    build: Build<'_, '_>,
    index: u16,
    name: &QualifiedName,
    module: &ModulePath,
    doc: &mut String,
) {
    let used = build.uses.of(index);
    if used.derived_count > 0 {
        let first = used.derived.iter().map(|index| link(build, *index, row_name(build, *index), module));
        let _ = write!(doc, "\n\nDerived types: {}.", first_of(first, used.derived_count));
    }
    rows("Actions", build, &used.actions, name.as_str(), module, doc);
    rows("Functions", build, &used.functions, name.as_str(), module, doc);
}

/// Paragraphs on where values of the row's type are.
pub(super) fn to_uses(build: Build<'_, '_>, index: u16, module: &ModulePath, doc: &mut String) {
    let used = build.uses.of(index);
    if !used.properties.is_empty() {
        let own = row_name(build, index);
        let places = used.properties.iter().map(|(owner, property)| {
            link(build, *owner, &format!("{}/{property}", short(row_name(build, *owner), own)), module)
        });
        let _ = write!(doc, "\n\nUsed in {}.", list(places));
    }
    rows("Returned by", build, &used.returned_by, row_name(build, index), module, doc);
}

fn rows(what: &str, build: Build<'_, '_>, rows: &[u16], own: &str, module: &ModulePath, doc: &mut String) {
    if !rows.is_empty() {
        let links = rows.iter().map(|index| link(build, *index, &label(build, *index, own), module));
        let _ = write!(doc, "\n\n{what}: {}.", list(links));
    }
}

/// What an operation is called where `own` is at home; a function with what it is given, by which its overloads are
/// told apart.
fn label(build: Build<'_, '_>, index: u16, own: &str) -> String {
    let name = short(row_name(build, index), own);
    match build.book.row(index) {
        Some((_, Origin::Operation(overload))) if overload.is_function() => {
            let names: Vec<&str> = overload.parameters().map(|parameter| parameter.name.as_str()).collect();
            format!("{name}({})", names.join(", "))
        }
        _ => name.to_owned(),
    }
}

fn row_name<'b>(build: Build<'b, '_>, index: u16) -> &'b str {
    build.book.row(index).map_or("", |(row, _)| &row.name)
}

/// The name of a type, or of an operation without what tells its overloads apart, as it is told where `own` is at home:
/// without their namespace, if they share it.
fn short<'n>(name: &'n str, own: &str) -> &'n str {
    let name = without_overload(name);
    let namespace = |name: &str| name.rsplit_once('.').map_or(0, |(namespace, _)| namespace.len());
    let shared = namespace(own);
    if shared > 0 && namespace(name) == shared && name.get(..shared) == own.get(..shared) {
        name.get(shared + 1..).unwrap_or(name)
    } else {
        name
    }
}

/// A paragraph on where an operation is called.
///
/// Source: OData URL Conventions 4.01, section 4.5 (addressing actions, addressing functions).
pub(super) fn to_address(build: Build<'_, '_>, overload: Overload<'_>, module: &ModulePath, doc: &mut String) {
    let operation = overload.operation;
    let given = match operation.kind {
        OperationKind::Action => String::new(),
        OperationKind::Function => {
            let names: Vec<String> = operation.given().map(|parameter| format!("{}=…", parameter.name)).collect();
            format!("({})", names.join(","))
        }
    };
    let method = if overload.is_function() { "GET" } else { "POST" };
    if let Some(binding) = operation.binding() {
        let what = if binding.ty.collection { "a collection of" } else { "a value of" };
        let ty = &binding.ty.name;
        let ty = to_shape(build, build.book.shape(ty), &ty.to_string(), module);
        let path = code(&format!("{}{given}", operation.name));
        let _ = write!(doc, "\n\n`{method} …/{path}`, where … is the URL of {what} the type {ty}.");
    } else if let Some(import) = build.imports.of(operation).first() {
        let path = code(&format!("{import}{given}"));
        let _ = write!(doc, "\n\n`{method} …/{path}`, where … is the URL of the service.");
    }
}

/// A path as rustdoc reads it.
fn path_text(path: &TypePath, module: &ModulePath) -> String {
    let (start, down) = path.from(module);
    let all: Vec<&str> = start.chain(down.iter().map(ModuleIdent::as_str)).chain([path.ident.as_str()]).collect();
    all.join("::")
}
