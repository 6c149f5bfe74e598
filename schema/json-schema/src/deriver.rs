//! Writes documents: every definition that a target reaches, once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use odatype_table::{Body, Profile, Shape, StructuredKind, Table, docs::Docs, ordered};
use serde_json::{Value, json};

use crate::{
    alternatives, body,
    context::Context,
    control,
    definition::{DIALECT, Definition, Definitions},
    dispatch,
    dynamic::{self, Scope},
    enumeration,
    families::Families,
    files, geo, primitive, properties, slot, tag,
    target::Target,
    untagged,
};

/// Derives JSON Schema from a table.
pub struct Deriver<'t, S> {
    families: Families<'t, S>,
    docs: Vec<Docs<'t>>,
    discriminates: bool,
}

impl<S> fmt::Debug for Deriver<'_, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Deriver").field("types", &self.families.table.rows.len()).finish_non_exhaustive()
    }
}

impl<'t, S: AsRef<str>> Deriver<'t, S> {
    /// Derives from `table`, without descriptions.
    #[must_use]
    pub fn new(table: &'t Table<S>) -> Self {
        Self { families: Families::new(table), docs: Vec::new(), discriminates: false }
    }

    /// With the descriptions of the table's rows, in their order.
    #[must_use]
    pub fn with_docs(mut self, docs: Vec<Docs<'t>>) -> Self {
        self.docs = docs;
        self
    }

    /// With `discriminator`s, of OpenAPI, where an object's tag decides what it is: `@odata.type` with the definition
    /// for each tag, and, as `x-defaultMapping`, that of objects without one.
    #[must_use]
    pub fn with_discriminators(mut self) -> Self {
        self.discriminates = true;
        self
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> &'t Table<S> {
        self.families.table
    }

    /// The schema of `target` as one document: `$schema`, `$ref` (or, for a built-in type, what it is) and `$defs`.
    #[must_use]
    pub fn document(&self, target: Target, profile: Profile) -> Value {
        let (root, definitions) = self.definitions(target, profile);
        document(root, definitions.into_iter())
    }

    /// The schema of `target` as its parts: a reference to a definition (`{"$ref": "#/$defs/…"}`; for some built-in
    /// types the schema itself), and every definition that it reaches by key.
    #[must_use]
    pub fn definitions(&self, target: Target, profile: Profile) -> (Value, BTreeMap<String, Value>) {
        let mut writer = Writer::new(self, profile);
        let root = writer.root(target);
        writer.all();
        let definitions = writer.rest().into_iter().map(|(key, (_, schema))| (key, schema));
        (root, ordered(definitions))
    }

    /// One document with the definitions of every type and every action's body, and of a response with many values of
    /// each structured type. It has no target, so that it takes everything; a payload is held against one of the
    /// definitions.
    #[must_use]
    pub fn schema_document(&self, profile: Profile) -> Value {
        document(json!({}), self.schema_definitions(&[], profile).1.into_iter())
    }

    /// What is in the document of everything, as parts: the definitions by key, and those that `more` needs besides,
    /// with a schema for each of these (`{"$ref": "#/$defs/…"}`; for some built-in types the schema itself).
    #[must_use]
    pub fn schema_definitions(&self, more: &[Target], profile: Profile) -> (Vec<Value>, BTreeMap<String, Value>) {
        let (roots, definitions) = self.whole(more, profile);
        (roots, ordered(definitions.into_iter().map(|(key, (_, schema))| (key, schema))))
    }

    /// The same definitions as documents by the names of their files: `ns.T.json` has those of a type or action, and
    /// takes what is of it; `odata.json` has those that all share. They refer to each other by these names, relative to
    /// where each of them is.
    #[must_use]
    pub fn schema_files(&self, profile: Profile) -> BTreeMap<String, Value> {
        files::files(&self.families, self.whole(&[], profile).1)
    }

    fn whole(&self, more: &[Target], profile: Profile) -> (Vec<Value>, Definitions) {
        let mut writer = Writer::new(self, profile);
        let roots = more.iter().map(|target| writer.root(*target)).collect();
        for (index, row) in (0_u16..).zip(&self.table().rows) {
            let shape = Shape::Declared(index);
            let kind = row.structured().map(|ty| ty.kind);
            // What a function is given is no payload.
            if kind == Some(StructuredKind::Function) {
                continue;
            }
            writer.root(Target::Value(shape));
            if kind.is_some_and(|kind| kind != StructuredKind::Action) {
                writer.root(Target::Collection(shape));
            }
        }
        writer.all();
        (roots, writer.whole())
    }
}

fn document(mut root: Value, definitions: impl Iterator<Item = (String, Value)>) -> Value {
    root["$schema"] = json!(DIALECT);
    let definitions: serde_json::Map<String, Value> = ordered(definitions);
    if !definitions.is_empty() {
        root["$defs"] = Value::Object(definitions);
    }
    root
}

/// One definition of a whole schema, and those that it refers to.
#[cfg(feature = "validator")]
pub(crate) fn definition<S: AsRef<str>>(
    deriver: &Deriver<'_, S>,
    definition: &Definition,
    profile: Profile,
) -> (Value, BTreeMap<String, Definition>) {
    let mut cx = Context::new(&deriver.families, &deriver.docs, profile);
    (write(&mut cx, definition, &Scope::Whole), cx.wanted)
}

/// What `target` refers to in a whole schema: a schema, and the definition that it refers to, if it does.
#[cfg(feature = "validator")]
pub(crate) fn root<S: AsRef<str>>(
    deriver: &Deriver<'_, S>,
    target: Target,
    profile: Profile,
) -> (Value, BTreeMap<String, Definition>) {
    let mut writer = Writer::new(deriver, profile);
    (writer.root(target), writer.cx.wanted)
}

/// The definitions so far.
struct Writer<'c, 't, S> {
    cx: Context<'c, 't, S>,
    done: Definitions,
    /// Structured types that are written.
    known: BTreeSet<u16>,
    /// Those that depend on which types are known, written last.
    last: BTreeMap<String, Definition>,
}

impl<'c, 't, S: AsRef<str>> Writer<'c, 't, S> {
    fn new(deriver: &'c Deriver<'t, S>, profile: Profile) -> Self {
        let mut cx = Context::new(&deriver.families, &deriver.docs, profile);
        cx.discriminates = deriver.discriminates;
        Self { cx, done: BTreeMap::new(), known: BTreeSet::new(), last: BTreeMap::new() }
    }

    fn root(&mut self, target: Target) -> Value {
        match target {
            Target::Value(shape) => self.cx.value(shape),
            Target::Collection(shape) => self.cx.reference(Definition::Envelope(shape)),
        }
    }

    /// Writes every definition that is wanted, and those that they want in turn, but for the last.
    fn all(&mut self) {
        while let Some((key, definition)) = self.cx.wanted.pop_first() {
            if self.done.contains_key(&key) {
                continue;
            }
            match definition {
                Definition::Any(_) => {
                    self.last.insert(key, definition);
                    continue;
                }
                Definition::Properties(index) => {
                    self.known.insert(index);
                }
                _ => {}
            }
            let schema = write(&mut self.cx, &definition, &Scope::Whole);
            self.done.insert(key, (definition, schema));
        }
    }

    /// Everything, where tags of dynamic values lead to the types that are there anyway.
    fn rest(mut self) -> Definitions {
        let known = std::mem::take(&mut self.known);
        self.finish(&Scope::Bundle(&known))
    }

    /// Everything, where tags of dynamic values lead to all types.
    fn whole(self) -> Definitions {
        self.finish(&Scope::Whole)
    }

    fn finish(mut self, scope: &Scope<'_>) -> Definitions {
        while let Some((key, definition)) = self.last.pop_first() {
            let schema = write(&mut self.cx, &definition, scope);
            self.done.insert(key, (definition, schema));
            self.all();
        }
        self.done
    }
}

fn write<S: AsRef<str>>(cx: &mut Context<'_, '_, S>, definition: &Definition, scope: &Scope<'_>) -> Value {
    match definition {
        Definition::Primitive(primitive) => {
            if let Some(other) = geo::refers_to(*primitive, cx.is_strict()) {
                cx.reference(Definition::Primitive(other));
            }
            primitive::definition(*primitive, cx.is_strict())
        }
        Definition::Enumeration(index) => match cx.families.row(*index).map(|row| &row.body) {
            Some(Body::Enumeration(ty)) => enumeration::definition(cx, *index, ty),
            _ => json!({}),
        },
        Definition::Slot(index, allowed) => slot::slot(cx, *index, allowed.as_ref()),
        Definition::Tags(index, allowed) => tag::exact(cx, &slot::types(cx, *index, allowed.as_ref())),
        Definition::Properties(index) => properties::properties(cx, *index),
        Definition::Tagged(index) => tag::named(cx, &[*index]),
        Definition::Union(index) => body::union(cx, *index),
        Definition::Untagged(types) => untagged::untagged(cx, types),
        Definition::Dynamic(owner) => match cx.families.dynamic(*owner) {
            Some((_, types)) => alternatives::one_of(cx, types),
            None => json!({}),
        },
        Definition::Any(kind) => dynamic::any(cx, *kind, scope),
        Definition::Group(group) => dispatch::group(cx, &group.types),
        Definition::TagShape => tag::shape(),
        Definition::Control => control::definition(cx),
        Definition::Reference => control::reference(cx),
        Definition::Delta => control::delta(),
        Definition::Body(index) => body::body(cx, *index),
        Definition::Envelope(shape) => body::envelope(cx, *shape),
    }
}
