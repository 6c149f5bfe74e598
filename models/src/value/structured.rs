//! What all generated structured types have in common.

use super::{Json, Presence, Primitive};
use crate::{
    encode,
    node::{Edited, Record},
    table::TypeId,
};

/// A structured type: an entity type, a complex type, an action's body, or the tagged enum of a type with derived types.
///
/// Generated code implements it; its methods are for everyone.
pub trait Structured: Clone + PartialEq + std::fmt::Debug + Send + Sync + Sized + 'static {
    /// For generated code: which type.
    #[doc(hidden)]
    const TYPE: TypeId;

    /// For generated code.
    #[doc(hidden)]
    fn from_record(record: Record) -> Self;

    /// For generated code.
    #[doc(hidden)]
    fn record(&self) -> &Record;

    /// For generated code.
    #[doc(hidden)]
    fn into_record(self) -> Record;

    /// The qualified name of the object's type, such as `microsoft.graph.call`; of a type that the schema does not
    /// know, the declared type's.
    fn type_name(&self) -> &'static str {
        self.record().ty().name
    }

    /// The tag, `@odata.type` or `@type`, as it was read or set; `None` if there is none, or none that is a string.
    fn odata_type(&self) -> Option<std::borrow::Cow<'_, str>> {
        self.record().tag()
    }

    /// Whether the object's tag names no type that the schema knows to be possible there, or is missing where the
    /// declared type is abstract.
    fn is_foreign(&self) -> bool {
        self.record().known().is_none()
    }

    /// Whether this stands for `null`, as an item of a collection may.
    fn is_null(&self) -> bool {
        self.record().is_null()
    }

    /// Whether the member `name` (its name on the wire) is there, and whether it is null.
    fn presence(&self, name: &str) -> Presence {
        self.record().presence(name)
    }

    /// The undeclared member `name`: a dynamic property, or control information and annotations (`@odata.etag`,
    /// `members@delta`); and a declared property that does not have its declared shape, in a foreign object or a
    /// [`Partial`](crate::Partial) value.
    ///
    /// Source: OData JSON 4.01, sections 4.6 and 7.
    fn dynamic(&self, name: &str) -> Option<Json<'_>> {
        let record = self.record();
        record.undeclared(name).or_else(|| record.misfit(name)).and_then(Primitive::read)
    }

    /// The names of all undeclared members but the tag, in the order in which they are written.
    fn dynamic_names(&self) -> Vec<String> {
        self.record().undeclared_names()
    }

    /// Sets the member `name` to any JSON value; a declared one too, even if the value does not have its shape. The tag,
    /// `@odata.type` or `@type`, replaces the one that there is, whichever name that has; the value's type in Rust stays.
    #[must_use]
    fn with_dynamic(self, name: &str, value: &serde_json::Value) -> Self {
        let mut record = self.into_record();
        record.set_json(name, value);
        Self::from_record(record)
    }

    /// Sets the dynamic property `name` to an object, which is written with its tag.
    #[must_use]
    fn with_dynamic_object(self, name: &str, value: impl Structured) -> Self {
        with_member(self, name, Edited::Json(encode::to_text(&value.into_record(), None).into()))
    }

    /// Sets the member `name` to null.
    #[must_use]
    fn with_null(self, name: &str) -> Self {
        with_member(self, name, Edited::Null)
    }

    /// Takes the member `name` away. The tag goes by the name that it has: without `@type` an object that was read with
    /// `@odata.type` keeps it.
    #[must_use]
    fn without(self, name: &str) -> Self {
        with_member(self, name, Edited::Absent)
    }
}

fn with_member<T: Structured>(this: T, name: &str, value: Edited) -> T {
    let mut record = this.into_record();
    let key = record.key(name);
    record.change(key, value);
    T::from_record(record)
}
