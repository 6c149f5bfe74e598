//! What has a JSON Schema.

use std::borrow::Cow;

use odatype_json_schema::Target;
use odatype_table::{Shape, name::MaybeCollection};

use crate::{
    doors::Collection,
    error::Error,
    table::{Schema, TypeId},
    value::Structured,
};

/// What has a JSON Schema: every generated type, enumerations too, and a [`Collection`] of a structured one as a
/// service sends it.
pub trait Described {
    /// For generated code: of what.
    #[doc(hidden)]
    fn subject() -> Subject;
}

impl<T: Structured> Described for T {
    fn subject() -> Subject {
        Subject::one(T::TYPE)
    }
}

impl<T: Structured> Described for Collection<T> {
    fn subject() -> Subject {
        Subject { schema: T::TYPE.schema, target: Target::Collection(Shape::Declared(T::TYPE.index)) }
    }
}

/// Something that a schema has a JSON Schema of.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    pub(super) schema: &'static Schema,
    pub(super) target: Target,
}

impl Subject {
    /// For generated code: one value of `ty`.
    #[must_use]
    pub fn one(ty: TypeId) -> Self {
        Self { schema: ty.schema, target: Target::Value(Shape::Declared(ty.index)) }
    }

    /// What `name` names: a structured type, an enumeration type, an action's body or a built-in type, or
    /// `Collection(…)` of one for a response with many values.
    pub(super) fn named(schema: &'static Schema, name: &str) -> Result<Self, Error> {
        let MaybeCollection { is_collection, item } = MaybeCollection::parse(name);
        let shape = schema.shape(item)?;
        let target = if is_collection { Target::Collection(shape) } else { Target::Value(shape) };
        Ok(Self { schema, target })
    }

    /// The name of the definition: the qualified name of the type, in `Collection(…)` for many.
    pub(super) fn name(self) -> Cow<'static, str> {
        match self.target {
            Target::Value(Shape::Declared(index)) => self.schema.tables().get(index).name.into(),
            target => target.qualified(self.schema.deriver().table()).into(),
        }
    }
}
