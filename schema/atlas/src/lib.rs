//! An OData schema as something to look at: one page in which a person who does not know CSDL finds their way, and
//! pictures for documents.
//!
//! [`Atlas`] takes what a schema means (a rulebook) and what its Rust is called (a plan), and gives the page
//! ([`Atlas::html`]), the data that is in it ([`Atlas::data`]), and what its types refer to as SVG and as Mermaid. It
//! decides nothing about the schema: names of Rust are the plan's, rules in words the table's, changes those of
//! `odatype-diff`, and JSON Schema is that of `odatype-json-schema`.
//!
//! The page is one file that needs no network and no server. What a schema says is shown as text and never read as
//! HTML, and a policy in the page lets no script run but its own.

mod data;
mod escape;
mod example;
mod layout;
mod mermaid;
mod page;
mod reach;
mod rust;
mod svg;

use odatype_codegen::Plan;
use odatype_diff::Changes;
use odatype_schema::Rulebook;
use serde_json::Value;

/// A schema, and what is to be told of it.
#[derive(Clone, Copy, Debug)]
pub struct Atlas<'a, 'm> {
    /// What it is called: the page's title.
    pub title: &'a str,
    /// What it means.
    pub book: &'a Rulebook<'m>,
    /// What its Rust is called. What has no name there, since it would be another's, is shown without.
    pub plan: &'a Plan,
    /// Modules of the plan, each with the path under which it is in Rust; those that are not among them are in a module
    /// `service`, as if one had put there what is generated.
    pub modules: &'a [(&'a str, &'a str)],
    /// The types and actions that were asked for; none if all are shown.
    pub roots: &'a [String],
    /// What it was before, where an update is to be shown.
    pub before: Option<Before<'a, 'm>>,
}

/// An older schema.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a, 'm> {
    /// What it meant.
    pub book: &'a Rulebook<'m>,
    /// What changed since.
    pub changes: &'a Changes,
}

impl Atlas<'_, '_> {
    /// Everything that the page shows, but for the JSON Schema.
    ///
    /// An object with `title`; `dialect`, that of the JSON Schema; `roots`, names; `types`, an array; `served`, what
    /// containers have; `module`, in which what is generated is taken to be; `builtIn`, what each built-in type `says`
    /// and an `example` of it; and, if there is an older schema, `changes`, each as `odatype diff --format json` prints
    /// it. A member that would be false, null or empty is left out. The types, those that are gone too, are in the
    /// order of their names.
    ///
    /// Memory for a schema that validates is kept until the process ends, since examples are tried.
    #[must_use]
    pub fn data(&self) -> Value {
        data::data(self)
    }

    /// The page: HTML with its data, its style and its scripts in it.
    #[must_use]
    pub fn html(&self) -> String {
        page::html(self)
    }

    /// What the roots reach, or all there is, as a picture: a box for each type with what leads to others.
    #[must_use]
    pub fn svg(&self) -> String {
        svg::svg(&reach::reach(self))
    }

    /// The same as a class diagram in the language of Mermaid.
    #[must_use]
    pub fn mermaid(&self) -> String {
        mermaid::mermaid(&reach::reach(self))
    }
}
