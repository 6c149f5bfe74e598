//! Objects whose type is learnt at run time, and what a schema tells of its types.

use odatype_table::Profile;

use super::Partial;
use crate::{
    decode, encode,
    error::Error,
    node::Record,
    table::{Schema, Type, TypeKind},
    value::Structured,
};

impl Schema {
    /// Decodes `json` as the type named `type_name`, or as what its tag says where that derives from it. An action's
    /// body has the action's name, with what it is bound to in parentheses where the name alone is not enough:
    /// `microsoft.graph.mute(microsoft.graph.call)`.
    ///
    /// # Errors
    /// If the schema has no such type, or for what [`crate::from_slice`] refuses.
    pub fn decode(&'static self, type_name: &str, json: &[u8]) -> Result<Box<dyn Object>, Error> {
        let ty = self.find(type_name)?;
        let record = decode::record(self, ty.index, json, Profile::Tolerant)?;
        Ok(Box::new(Decoded(record)))
    }

    /// Like [`decode`](Self::decode), with every check of the strict profile in the same pass: what one may send.
    ///
    /// # Errors
    /// If the schema has no such type, or for what [`crate::from_slice_strict`] refuses.
    #[cfg(feature = "validate")]
    pub fn decode_strict(&'static self, type_name: &str, json: &[u8]) -> Result<Box<dyn Object>, Error> {
        let ty = self.find(type_name)?;
        let record = decode::record(self, ty.index, json, Profile::Strict)?;
        Ok(Box::new(Decoded(record)))
    }

    /// Like [`decode`](Self::decode), what does not fit kept as JSON text: see [`Partial`].
    ///
    /// # Errors
    /// If the schema has no such type, or for what [`crate::from_slice_partial`] refuses.
    pub fn decode_partial(&'static self, type_name: &str, json: &[u8]) -> Result<Partial<Box<dyn Object>>, Error> {
        let ty = self.find(type_name)?;
        let (record, findings) = decode::partial(self, ty.index, json)?;
        Ok(Partial { value: Box::new(Decoded(record)), findings })
    }

    /// The type that the tag `tag` names (the text of an `@odata.type`), in every spelling that decoding understands:
    /// `#ns.Type`, `ns.Type`, in any letter case, through an alias, or as the fragment of a URL.
    ///
    /// Source: OData JSON 4.01, section 4.6.3 (control information `type`).
    #[must_use]
    pub fn tagged(&'static self, tag: &str) -> Option<TypeInfo<'static>> {
        self.tables().resolve(tag).map(|ty| TypeInfo { ty })
    }

    /// All structured types and action bodies.
    pub fn types(&'static self) -> impl Iterator<Item = TypeInfo<'static>> {
        self.tables().types.iter().filter(|ty| ty.is_payload()).map(|ty| TypeInfo { ty })
    }
}

/// An object of some structured type of a schema, as the generated function `decode` gives it: `Box<dyn Object>` tells
/// the type's name, gives JSON, and can be had as the type itself.
pub trait Object: std::fmt::Debug + Send + Sync {
    /// For the methods of `dyn Object`.
    #[doc(hidden)]
    fn encoded(&self) -> Vec<u8>;

    /// For the methods of `dyn Object`.
    #[doc(hidden)]
    fn copied(&self) -> Box<dyn Object>;

    /// For the methods of `dyn Object`.
    #[doc(hidden)]
    fn as_record(&self) -> &Record;

    /// For the methods of `dyn Object`.
    #[doc(hidden)]
    fn boxed_record(self: Box<Self>) -> Record;
}

impl<T: Structured> Object for T {
    fn encoded(&self) -> Vec<u8> {
        encode::to_vec(self.record(), Some(T::TYPE))
    }

    fn copied(&self) -> Box<dyn Object> {
        Box::new(self.clone())
    }

    fn as_record(&self) -> &Record {
        self.record()
    }

    fn boxed_record(self: Box<Self>) -> Record {
        self.into_record()
    }
}

impl dyn Object + '_ {
    /// The qualified name of its type.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.as_record().ty().name
    }

    /// The object as JSON text.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        self.encoded()
    }

    /// The object as JSON text among others: with its tag, unless it was read without.
    pub(super) fn in_collection(&self) -> Vec<u8> {
        let record = self.as_record();
        encode::to_vec(record, record.source().map(|_| record.type_id()))
    }

    /// Whether the object is a `T`: of its type or, for a tagged enum, of a type derived from it.
    #[must_use]
    pub fn is<T: Structured>(&self) -> bool {
        let (own, wanted) = (self.as_record().type_id(), T::TYPE);
        std::ptr::eq(own.schema, wanted.schema) && own.get().fits(wanted.get())
    }

    /// The object as a `T`, if it is one.
    #[must_use]
    pub fn to_type<T: Structured>(&self) -> Option<T> {
        self.is::<T>().then(|| T::from_record(self.as_record().clone()))
    }

    /// The object as a `T`, or the object itself if it is none.
    ///
    /// # Errors
    /// The object, unchanged.
    pub fn downcast<T: Structured>(self: Box<Self>) -> Result<T, Box<Self>> {
        if self.is::<T>() { Ok(T::from_record(self.boxed_record())) } else { Err(self) }
    }
}

impl Clone for Box<dyn Object> {
    fn clone(&self) -> Self {
        (**self).copied()
    }
}

/// An object that was decoded by its type's name.
#[derive(Clone)]
pub(super) struct Decoded(pub(super) Record);

impl std::fmt::Debug for Decoded {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Object for Decoded {
    fn encoded(&self) -> Vec<u8> {
        encode::to_vec(&self.0, Some(self.0.type_id()))
    }

    fn copied(&self) -> Box<dyn Object> {
        Box::new(self.clone())
    }

    fn as_record(&self) -> &Record {
        &self.0
    }

    fn boxed_record(self: Box<Self>) -> Record {
        self.0
    }
}

/// What a schema says of one of its types.
#[derive(Clone, Copy)]
pub struct TypeInfo<'a> {
    ty: &'a Type,
}

impl std::fmt::Debug for TypeInfo<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("TypeInfo").field(&self.name()).finish()
    }
}

impl<'a> TypeInfo<'a> {
    /// Its qualified name; of an action, with what it is bound to in parentheses.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.ty.name
    }

    /// The qualified name of what it derives from.
    #[must_use]
    pub fn base(&self) -> Option<&'a str> {
        self.ty.base.map(|base| base.name)
    }

    /// Whether only types derived from it have instances.
    #[must_use]
    pub fn is_abstract(&self) -> bool {
        self.ty.is_abstract
    }

    /// Whether its instances may have dynamic properties.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ty.is_open
    }

    /// Whether it is the body of an action.
    #[must_use]
    pub fn is_action(&self) -> bool {
        self.ty.kind == TypeKind::Action
    }

    /// The names of its properties on the wire, inherited ones first.
    pub fn properties(&self) -> impl Iterator<Item = &'a str> {
        self.ty.properties().iter().map(|property| property.name)
    }
}
