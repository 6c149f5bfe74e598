//! A schema: the table that generated code carries, made ready when it is first needed.

use std::{any::Any, fmt, sync::OnceLock};

use odatype_table::{FORMAT, Primitive, Shape, Table};

use super::{Tables, Type, TypeKind};
use crate::{error::Error, finding::OwnRules};

/// The schema behind a set of generated types; each `schema!` makes one, named `SCHEMA`.
pub struct Schema {
    rows: &'static [&'static str],
    aliases: &'static [(&'static str, &'static str)],
    outside: &'static str,
    #[cfg(feature = "json-schema")]
    docs: &'static [&'static str],
    tables: OnceLock<Tables>,
    beside: OnceLock<Box<dyn Any + Send + Sync>>,
    pub(crate) own_rules: Option<OwnRules>,
    #[cfg(feature = "json-schema")]
    pub(super) derivation: super::Derivation,
}

impl Schema {
    /// For generated code: the number of the table's form, its rows, aliases with their namespaces, the names of types
    /// that a slice left out (sorted, one a line), and descriptions (dropped without the feature `json-schema`).
    ///
    /// # Panics
    /// When it is compiled, if the code was generated for another version of this crate.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        format: u32,
        rows: &'static [&'static str],
        aliases: &'static [(&'static str, &'static str)],
        outside: &'static str,
        docs: &'static [&'static str],
    ) -> Self {
        assert!(format == FORMAT, "this code was generated for another version of odatype: run `odatype expand` again");
        // What nobody can ask for does not get into programs.
        #[cfg(not(feature = "json-schema"))]
        let _ = docs;
        Self {
            rows,
            aliases,
            outside,
            #[cfg(feature = "json-schema")]
            docs,
            tables: OnceLock::new(),
            beside: OnceLock::new(),
            own_rules: None,
            #[cfg(feature = "json-schema")]
            derivation: super::Derivation::new(),
        }
    }

    /// The schema, which asks more of a payload as a whole than rows can say.
    pub(crate) const fn with_own_rules(mut self, rules: OwnRules) -> Self {
        self.own_rules = Some(rules);
        self
    }

    /// A schema that was made while the program runs, such as by a command that reads `$metadata`: it stays in memory
    /// until the program ends.
    #[must_use]
    pub fn leaked<S: AsRef<str>>(table: &Table<S>) -> &'static Self {
        let text = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let rows: Vec<&'static str> = table.rows.iter().map(|row| text(row.to_text())).collect();
        let aliases: Vec<(&'static str, &'static str)> = table
            .aliases
            .iter()
            .map(|(alias, namespace)| (text(alias.as_ref().to_owned()), text(namespace.as_ref().to_owned())))
            .collect();
        Box::leak(Box::new(Self {
            rows: Vec::leak(rows),
            aliases: Vec::leak(aliases),
            outside: text(table.outside_text()),
            #[cfg(feature = "json-schema")]
            docs: &[],
            tables: OnceLock::new(),
            beside: OnceLock::new(),
            own_rules: None,
            #[cfg(feature = "json-schema")]
            derivation: super::Derivation::new(),
        }))
    }

    /// The rows of the table, as generated code has them.
    #[cfg(feature = "json-schema")]
    pub(super) fn rows(&self) -> &'static [&'static str] {
        self.rows
    }

    #[cfg(feature = "json-schema")]
    pub(super) fn aliases(&self) -> &'static [(&'static str, &'static str)] {
        self.aliases
    }

    #[cfg(feature = "json-schema")]
    pub(super) fn outside(&self) -> &'static str {
        self.outside
    }

    /// Descriptions, a text for each row; none without the feature `json-schema`.
    #[cfg(feature = "json-schema")]
    pub(super) fn docs(&self) -> &'static [&'static str] {
        self.docs
    }

    pub(crate) fn tables(&'static self) -> &'static Tables {
        self.tables.get_or_init(|| Tables::load(self.rows, self.aliases, self.outside))
    }

    /// What is made once for the schema of things that are nothing to it; `None` if that was no `T`, which nobody
    /// causes, as there is one such thing.
    #[inline]
    pub(crate) fn beside<T: Any + Send + Sync>(
        &'static self,
        make: impl FnOnce(&'static Self) -> T,
    ) -> Option<&'static T> {
        self.beside.get_or_init(|| Box::new(make(self))).downcast_ref()
    }

    /// The type of that name: one that [`find`](Self::find) finds, an enumeration type or a built-in one.
    pub(crate) fn shape(&'static self, name: &str) -> Result<Shape, Error> {
        if let Some(primitive) = Primitive::parse(name) {
            return Ok(Shape::Primitive(primitive));
        }
        match self.tables().named(name) {
            Some(ty) if matches!(ty.kind, TypeKind::Enum | TypeKind::Closed | TypeKind::Flags) => {
                Ok(Shape::Declared(ty.index))
            }
            _ => self.find(name).map(|ty| Shape::Declared(ty.index)),
        }
    }

    /// The structured type or action's body of that name. What a function is given is no payload.
    pub(crate) fn find(&'static self, name: &str) -> Result<&'static Type, Error> {
        let tables = self.tables();
        if let Some(ty) = tables.named(name).filter(|ty| ty.is_payload()) {
            return Ok(ty);
        }
        let payloads = || tables.types.iter().copied().filter(|ty| ty.is_payload());
        let action = |ty: &&Type| ty.name.split_once('(').is_some_and(|(action, _)| action == name);
        let overloads: Vec<&'static Type> = payloads().filter(action).collect();
        match overloads.as_slice() {
            [one] => Ok(one),
            [] => Err(Error::unknown_type(name, &near(name, payloads().map(|ty| ty.name)))),
            several => Err(Error::ambiguous(name, &several.iter().map(|ty| ty.name).collect::<Vec<_>>())),
        }
    }
}

impl fmt::Debug for Schema {
    /// How much there is, and not all of it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Schema").field("types", &self.rows.len()).finish_non_exhaustive()
    }
}

/// A few of the names that are near to `name`.
#[cfg(feature = "validate")]
fn near(name: &str, names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    odatype_table::near::nearest(name, names, 3)
}

/// None: suggestions come with the feature `validate`.
#[cfg(not(feature = "validate"))]
fn near(_: &str, _: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    Vec::new()
}

/// Which type of which schema.
#[derive(Clone, Copy, Debug)]
pub struct TypeId {
    /// For generated code.
    #[doc(hidden)]
    pub schema: &'static Schema,
    /// For generated code.
    #[doc(hidden)]
    pub index: u16,
}

/// What generated code says of a type: which it is, and its name. One constant of both compiles faster than two.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    pub(crate) id: TypeId,
    pub(crate) name: &'static str,
    /// Whether it is the enum of a type, which holds objects of types that derive from that too. Said here it is no
    /// function of each such enum's own.
    pub(crate) is_family: bool,
}

impl Declared {
    /// The type `name` at `index` of `schema`.
    pub(crate) const fn new(schema: &'static Schema, index: u16, name: &'static str) -> Self {
        Self { id: TypeId { schema, index }, name, is_family: false }
    }
}

impl TypeId {
    pub(crate) fn get(self) -> &'static Type {
        self.schema.tables().get(self.index)
    }
}

impl PartialEq for TypeId {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.schema, other.schema)
    }
}
