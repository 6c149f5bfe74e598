//! The two schemas.

use odatype::{
    Schema,
    validate::{Profile, Subject},
    values_are_hidden,
};
use odatype_schema::{
    Rulebook,
    model::{QualifiedName, TypeName},
};
use odatype_table::{
    Likeness, Primitive,
    name::{MaybeCollection, named_by},
};

use crate::schema;

/// Both schemas.
pub(crate) struct Sides<'m> {
    /// The schema before.
    pub(crate) old: Side<'m>,
    /// The schema after.
    pub(crate) new: Side<'m>,
}

/// A schema, as what it says and as what decodes.
pub(crate) struct Side<'m> {
    pub(super) book: Rulebook<'m>,
    schema: &'static Schema,
}

impl Sides<'_> {
    /// How each type of the old schema compares with that of the new one.
    pub(super) fn likeness(&self, profile: Profile) -> Vec<Likeness> {
        odatype_diff::likeness(self.old.book.table(), self.new.book.table(), profile)
    }
}

impl<'m> Side<'m> {
    pub(crate) fn new(book: Rulebook<'m>) -> Self {
        let schema = Schema::leaked(book.table());
        Self { book, schema }
    }

    /// The type of exactly that name, to hold payloads against.
    pub(super) fn subject(&self, name: &str) -> Option<Subject> {
        self.schema.subject(name).ok()
    }

    /// The type that a tag names.
    pub(super) fn tagged(&self, tag: &str) -> Result<String, String> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(named_by(tag));
        // The tag of a built-in type goes without its namespace.
        let built_in = || Primitive::parse(&format!("Edm.{item}")).map(|found| format!("Edm.{}", found.name()));
        let declared = self.schema.tagged(if is_collection { item } else { tag }).map(|ty| ty.name().to_owned());
        let found = declared.or_else(|| built_in().filter(|_| is_collection));
        let name = found.ok_or_else(|| format!("its tag{} names no type", shown(tag)))?;
        Ok(MaybeCollection { is_collection, item: name }.to_string())
    }

    /// The type of a payload with that context URL.
    pub(super) fn in_context(&self, url: &str) -> Result<String, String> {
        let model = self.book.model();
        let payload = model.payload_of(url).map_err(|error| {
            let why = if values_are_hidden() { String::new() } else { format!(": {error}") };
            let instead = if error.is_for_want_of_sets() { WITHOUT_SETS } else { "" };
            format!("its context{} tells no type{why}{instead}", shown(url))
        })?;
        let is_object = matches!(&payload.item, TypeName::Named(name) if model.structured.contains_key(name));
        if is_object || payload.is_collection {
            return Ok(payload.to_string());
        }
        Err(format!("its context{} is that of a single value and of no object", shown(url)))
    }

    /// The type or the body of an action that `text` names.
    pub(super) fn named(&self, text: &str) -> Result<String, String> {
        schema::named(&self.book, text).map(|target| target.qualified(self.book.table()))
    }

    /// The type that declares what objects of the type `owner` have as `member`.
    pub(super) fn declares(&self, owner: &str, member: &str) -> Option<&QualifiedName> {
        let model = self.book.model();
        let owner = model.structured.get(&QualifiedName::parse(owner)?)?;
        let mut types = std::iter::once(owner).chain(model.ancestors(&owner.name));
        types.find(|ty| ty.properties.iter().any(|property| property.name == member)).map(|ty| &ty.name)
    }
}

/// What is said of contexts where nothing is served.
const WITHOUT_SETS: &str = ": the schema has no entity sets, as slices have none; give the whole metadata, or --type, or lines \
    `{\"type\": …, \"payload\": …}`";

/// A text of an archive in a reason; nothing where values are hidden.
fn shown(text: &str) -> String {
    const READABLE: usize = 200;
    match text.char_indices().nth(READABLE) {
        _ if values_are_hidden() => String::new(),
        None => format!(" `{text}`"),
        Some((end, _)) => format!(" `{}…`", text.get(..end).unwrap_or_default()),
    }
}
