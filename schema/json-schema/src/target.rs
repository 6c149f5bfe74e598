//! What a schema is asked for: a type, a collection of it, or the body of an action.

use std::fmt;

use odatype_table::{
    Body, Primitive, Row, Shape, StructuredKind, Table,
    name::{MaybeCollection, without_overload},
    near,
    version::Versioned,
};

/// What a schema describes. Declared types and bodies are those of the table that it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A single value of a type: built-in, structured or an enumeration; or the body of an action.
    Value(Shape),
    /// The response envelope of many values: `{"value": […], "@odata.nextLink": …}`.
    Collection(Shape),
}

/// A text that names nothing in the table, or more than one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetError {
    message: String,
}

impl fmt::Display for TargetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for TargetError {}

impl Target {
    /// Reads `ns.Type`, `Collection(ns.Type)`, `ns.action` (with a single overload) or `ns.action(binding type)`, where
    /// the binding type may be `Collection(ns.Type)` and nothing for an unbound overload. An alias may stand for the
    /// namespace.
    ///
    /// # Errors
    /// If `text` names nothing, or an action with several overloads; the message lists candidates.
    pub fn parse<S: AsRef<str>>(table: &Table<S>, text: &str) -> Result<Self, TargetError> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(text);
        match (shape(table, item), is_collection) {
            (Some(shape), true) => Ok(Self::Collection(shape)),
            (Some(shape), false) => Ok(Self::Value(shape)),
            (None, true) => Err(unknown(table, item, "type")),
            (None, false) => action(table, text),
        }
    }

    /// The target as [`Target::parse`] reads it; an action always with what it is bound to.
    #[must_use]
    pub fn qualified<S: AsRef<str>>(&self, table: &Table<S>) -> String {
        let (is_collection, shape) = match self {
            Self::Value(shape) => (false, shape),
            Self::Collection(shape) => (true, shape),
        };
        let item = match shape {
            Shape::Primitive(primitive) => primitive.qualified_name().to_owned(),
            Shape::Declared(index) => {
                table.rows.get(usize::from(*index)).map_or("", |row| row.name.as_ref()).to_owned()
            }
        };
        MaybeCollection { is_collection, item }.to_string()
    }
}

/// The type named `text`, as it is or through an alias.
fn shape<S: AsRef<str>>(table: &Table<S>, text: &str) -> Option<Shape> {
    if let Some(primitive) = Primitive::parse(text) {
        return Some(Shape::Primitive(primitive));
    }
    let expanded = expand(table, text);
    let names = |name: &str| rows(table, |row, is_type| is_type && row == name).first().copied();
    let version = |name: &str| {
        let index = names(&Versioned::parse(name)?.plain())?;
        table.rows.get(usize::from(index)).is_some_and(|row| !row.versions.is_empty()).then_some(index)
    };
    let found = names(text).or_else(|| names(&expanded)).or_else(|| version(text)).or_else(|| version(&expanded));
    found.map(Shape::Declared)
}

/// The rows that `wanted` picks by name, and by whether they are types (not bodies of actions).
fn rows<S: AsRef<str>>(table: &Table<S>, wanted: impl Fn(&str, bool) -> bool) -> Vec<u16> {
    let is_type = |row: &Row<S>| row.structured().is_none_or(|ty| ty.kind != StructuredKind::Action);
    let named = (0_u16..).zip(&table.rows).filter(|(_, row)| is_payload(row));
    named.filter(|(_, row)| wanted(row.name.as_ref(), is_type(row))).map(|(index, _)| index).collect()
}

/// Whether a payload may be of what the row describes. What an untyped place may hold has no name that people know, and
/// what a function is given stands in a URL.
fn is_payload<S>(row: &Row<S>) -> bool {
    match &row.body {
        Body::Structured(ty) => ty.kind != StructuredKind::Function,
        Body::Enumeration(_) => true,
        Body::Union(_) => false,
    }
}

/// `text` with the alias of its namespace, if it has one, expanded.
fn expand<S: AsRef<str>>(table: &Table<S>, text: &str) -> String {
    let (namespace, name) = text.rsplit_once('.').unwrap_or(("", text));
    let alias = table.aliases.iter().find(|(alias, _)| alias.as_ref() == namespace);
    alias.map_or_else(|| text.to_owned(), |(_, namespace)| format!("{}.{name}", namespace.as_ref()))
}

fn action<S: AsRef<str>>(table: &Table<S>, text: &str) -> Result<Target, TargetError> {
    let (name, binding) = match text.split_once('(') {
        Some((name, binding)) => (name, binding.strip_suffix(')')),
        None => (text, None),
    };
    let name = expand(table, name);
    let overloads = rows(table, |row, is_type| !is_type && without_overload(row) == name);
    let full = |index: &u16| table.rows.get(usize::from(*index)).map_or("", |row| row.name.as_ref());
    let candidates = || {
        let shown =
            |index| if full(index).contains('(') { format!("`{}`", full(index)) } else { format!("`{name}()`") };
        overloads.iter().map(shown).collect::<Vec<_>>().join(", ")
    };
    let message = match (binding, overloads.as_slice()) {
        (_, []) => return Err(unknown(table, text, "type or action")),
        (None, [only]) => return Ok(Target::Value(Shape::Declared(*only))),
        (None, _) => format!("action `{name}` has {} overloads, expected one of {}", overloads.len(), candidates()),
        (Some(binding), _) => {
            let MaybeCollection { is_collection, item } = MaybeCollection::parse(binding);
            let binding = MaybeCollection { is_collection, item: expand(table, item) }.to_string();
            let wanted = if binding.is_empty() { name.clone() } else { format!("{name}({binding})") };
            match overloads.iter().find(|index| full(index) == wanted) {
                Some(index) => return Ok(Target::Value(Shape::Declared(*index))),
                None => format!("action `{name}` is not bound to `{binding}`, expected one of {}", candidates()),
            }
        }
    };
    Err(TargetError { message })
}

fn unknown<S: AsRef<str>>(table: &Table<S>, text: &str, wanted: &str) -> TargetError {
    let names = table.rows.iter().filter(|row| is_payload(row));
    let mut names: Vec<&str> = names.map(|row| without_overload(row.name.as_ref())).collect();
    names.dedup();
    let near = near::nearest(text, names, 5);
    let hint = match near.as_slice() {
        [] => "none of the schema's names is near".to_owned(),
        names => near::perhaps(names),
    };
    TargetError { message: format!("unknown {wanted} `{text}`; {hint}") }
}
