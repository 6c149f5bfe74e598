//! Types, actions and functions.

use std::collections::BTreeMap;

use odatype_schema::{Origin, Overload, Rulebook, model::TypeDefinition};
use odatype_table::{Body, Row, Structured, StructuredKind, docs::Docs, words::words};
use serde_json::{Value, json};

use super::{
    member::{member, said, type_name},
    object::Object,
    operation,
};
use crate::{
    example::{Example, Examples},
    rust::Rust,
};

/// Those of one schema.
pub(super) struct Types<'b, 'm, 'p> {
    book: &'b Rulebook<'m>,
    rust: Option<&'b Rust<'p>>,
    /// For one that is to be shown whole.
    examples: Option<Examples<'b, 'm>>,
    docs: Vec<String>,
}

impl<'b, 'm, 'p> Types<'b, 'm, 'p> {
    /// Those of the schema that `book` tells of; without Rust, of one that is only remembered.
    pub(super) fn new(book: &'b Rulebook<'m>, rust: Option<&'b Rust<'p>>) -> Self {
        Self { book, rust, examples: rust.map(|_| Examples::new(book)), docs: book.docs() }
    }

    /// All of them by name.
    pub(super) fn all(&self) -> BTreeMap<String, Value> {
        let rows = self.book.rows().zip(&self.docs);
        let mut all: BTreeMap<String, Value> = BTreeMap::new();
        for ((index, row, origin), docs) in rows {
            let mut name = row.name.clone();
            // A function may be called like an action that is bound to the same.
            if all.contains_key(&name) {
                name.push_str(" (function)");
            }
            let said = self.row(index, &name, row, origin, Docs::read(docs));
            all.insert(name, said);
        }
        for (name, definition) in &self.book.model().definitions {
            all.insert(name.to_string(), self.definition(definition));
        }
        all
    }

    fn row(&self, index: u16, name: &str, row: &Row<String>, origin: &Origin<'m>, docs: Docs<'_>) -> Value {
        let object = Object::default()
            .with("name", name)
            .with("says", docs.own())
            .with("notes", said(docs.own_notes()))
            .with("versions", row.versions.clone())
            .with("rust", self.rust.and_then(|rust| rust.row(index, &self.book.table().rows)));
        match (&row.body, origin) {
            (Body::Structured(ty), Origin::Operation(overload)) => self.operation(object, *overload, index, ty, docs),
            (Body::Structured(ty), Origin::Structured(of)) => {
                let kind = if ty.kind == StructuredKind::Entity { "entity type" } else { "complex type" };
                let base = ty.base.and_then(|base| Some(self.book.row(base)?.0.name.as_str()));
                let key: Vec<&str> = of.key.iter().map(|(path, _)| path.as_str()).collect();
                object
                    .with("kind", kind)
                    .with("base", base)
                    .with("abstract", ty.is_abstract)
                    .with("open", ty.is_open)
                    .with("stream", of.has_stream)
                    .with("key", key)
                    .with("members", self.members(index, ty, docs))
            }
            (Body::Enumeration(ty), Origin::Enumeration(of)) => {
                let value = |(name, value): &(String, i64)| {
                    Object::default()
                        .with("name", name.as_str())
                        // Numbers of 64 bits are more than a script can hold.
                        .with("value", value.to_string())
                        .with("says", docs.of(name))
                        .with("notes", said(docs.notes_of(name)))
                        .with("rust", self.rust.and_then(|rust| rust.value(index, name)))
                        .done()
                };
                object
                    .with("kind", "enumeration type")
                    .with("flags", ty.is_flags)
                    .with("underlying", of.underlying.qualified_name())
                    .with("values", ty.members.iter().map(value).collect::<Vec<_>>())
            }
            (Body::Union(alternatives), _) => object.with("kind", "union").with(
                "alternatives",
                alternatives.iter().map(|ty| json!(type_name(self.book, *ty))).collect::<Vec<_>>(),
            ),
            // A row and where it comes from are of one kind.
            _ => object,
        }
        .done()
    }

    fn operation(
        &self,
        object: Object,
        overload: Overload<'m>,
        index: u16,
        ty: &Structured<String>,
        docs: Docs<'_>,
    ) -> Object {
        object
            .with("kind", if overload.is_function() { "function" } else { "action" })
            .with("bound", operation::bound(overload.operation))
            .with("returns", overload.operation.returns.as_ref().map(operation::returns))
            .with("members", self.members(index, ty, docs))
    }

    fn members(&self, index: u16, ty: &Structured<String>, docs: Docs<'_>) -> Vec<Value> {
        let Some((_, origin)) = self.book.row(index) else { return Vec::new() };
        let own = ty.own.iter().zip(origin.elements());
        let accessors = self.rust.map_or_else(BTreeMap::new, |rust| rust.accessors(index, self.book));
        own.map(|(own, element)| {
            let accessor = accessors.get(own.name.as_str()).copied();
            let written = member(self.book, own, element, docs, accessor);
            let written = written.with("needed", ty.needs(own));
            match self.examples.as_ref().map(|examples| examples.of(index, own)) {
                Some(Example::Value(example)) => written.with("example", json!([example])),
                Some(Example::Unknown) => written.with("unexampled", true),
                Some(Example::Any) | None => written,
            }
            .done()
        })
        .collect()
    }

    fn definition(&self, definition: &TypeDefinition) -> Value {
        let behind = odatype_table::ValueType::primitive(definition.behind());
        let rules = self.book.definition(definition);
        Object::default()
            .with("name", definition.name.as_str())
            .with("kind", "type definition")
            .with("says", definition.annotations.description())
            .with("underlying", definition.underlying.to_string())
            .with(
                "rules",
                words(behind, &rules, &|ty| type_name(self.book, ty))
                    .into_iter()
                    .map(|word| json!(word.said))
                    .collect::<Vec<_>>(),
            )
            .done()
    }
}
