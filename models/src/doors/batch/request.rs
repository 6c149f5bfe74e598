//! A request of a batch.

use super::{BatchHeaders, SCHEMA};
use crate::{
    doors::{Encode, Format},
    encode,
    error::Error,
    expansion,
    node::{Edited, Record},
    value::{Property, Structured, Untyped},
};

/// What a request does.
///
/// Source: OData JSON 4.01, section 19.1 (batch request): in any letter case on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
    /// `PATCH`.
    Patch,
    /// `PUT`.
    Put,
    /// `DELETE`.
    Delete,
}

impl Method {
    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A request of a [`Batch`](super::Batch): `{"id":"1","method":"GET","url":"/…"}`.
///
/// Source: OData JSON 4.01, section 19.1 (batch request).
pub struct BatchRequest(Record);
expansion::structured! { BatchRequest, SCHEMA, 1, "odata.batchRequest" }

impl BatchRequest {
    /// `id`.
    pub const ID: Property<Self, String> = Property::at(0);
    /// `method`.
    pub const METHOD: Property<Self, String> = Property::at(1);
    /// `url`.
    pub const URL: Property<Self, String> = Property::at(2);
    /// `atomicityGroup`.
    pub const ATOMICITY_GROUP: Property<Self, String> = Property::at(3);
    /// `dependsOn`.
    pub const DEPENDS_ON: Property<Self, [String]> = Property::at(4);
    /// `if`.
    pub const IF: Property<Self, String> = Property::at(5);
    /// `headers`.
    pub const HEADERS: Property<Self, BatchHeaders> = Property::at(6);
    /// `body`.
    pub const BODY: Property<Self, Untyped> = Property::at(7);

    /// A request of that id, which the response will have, to `url`: absolute, or relative to the service's root or the
    /// host, such as an [`EntityRef`](crate::EntityRef).
    #[must_use]
    #[inline]
    pub fn new(id: &str, method: Method, url: impl Into<String>) -> Self {
        Self(Record::empty(&SCHEMA, 1))
            .with(Self::ID, id)
            .with(Self::METHOD, method.as_str())
            .with(Self::URL, url.into())
    }

    /// The request with a body of JSON, and with the header `Content-Type` that says so.
    #[must_use]
    #[inline]
    pub fn with_body<T: Encode>(self, body: &T) -> Self {
        let format = Format::new();
        self.with_json(format, encode::as_text(body.encode()))
    }

    /// The request with a body in a form of JSON, and with the header `Content-Type` that says so.
    ///
    /// # Errors
    /// As [`Format::to_vec`].
    #[inline]
    pub fn with_body_in<T: Encode>(self, format: Format, body: &T) -> Result<Self, Error> {
        Ok(self.with_json(format, format.to_string(body)?))
    }

    #[inline]
    fn with_json(self, format: Format, body: String) -> Self {
        let mut request = self.with_header("Content-Type", format.content_type());
        request.0.set(7, Edited::Json(body.into()));
        request
    }

    /// The request with the header `name`.
    #[must_use]
    #[inline]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.edit(Self::HEADERS).set_header(name, value);
        self
    }

    /// `id`: by which the response is found, and others depend on this one.
    #[must_use]
    #[inline]
    pub fn id(&self) -> Option<&str> {
        self.0.get(0)
    }

    /// `method`: the name of a [`Method`], in any letter case.
    #[must_use]
    #[inline]
    pub fn method(&self) -> Option<&str> {
        self.0.get(1)
    }

    /// `url`.
    #[must_use]
    #[inline]
    pub fn url(&self) -> Option<&str> {
        self.0.get(2)
    }

    /// `headers`.
    #[must_use]
    #[inline]
    pub fn headers(&self) -> Option<&BatchHeaders> {
        self.0.object(6)
    }
}
