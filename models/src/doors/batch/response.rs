//! The responses to a batch.

use super::{BatchError, BatchHeaders, SCHEMA};
use crate::{
    doors::{Decode, Operation, ServiceError},
    expansion,
    node::Record,
    value::{Json, Property, Structured, Untyped},
};

/// The responses to a [`Batch`](super::Batch), in any order: `{"responses":[{"id":"1","status":200,"body":{…}}]}`.
///
/// Source: OData JSON 4.01, section 19.2 (batch response).
pub struct BatchResponses(Record);
expansion::structured! { BatchResponses, SCHEMA, 2, "odata.batchResponses" }
expansion::default! { BatchResponses }

impl BatchResponses {
    /// `responses`.
    pub const RESPONSES: Property<Self, [BatchResponse]> = Property::at(0);

    /// No responses.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 2)).with(Self::RESPONSES, [] as [BatchResponse; 0])
    }

    /// `responses`.
    #[must_use]
    #[inline]
    pub fn responses(&self) -> &[BatchResponse] {
        self.0.list(0)
    }

    /// The response to the request `id`.
    ///
    /// # Errors
    /// If there is none.
    #[inline]
    pub fn response(&self, id: &str) -> Result<&BatchResponse, BatchError> {
        let found = self.responses().iter().find(|response| response.id() == Some(id));
        found.ok_or_else(|| BatchError::Missing { id: id.to_owned() })
    }
}

/// The response to a request of a batch: `{"id":"1","status":200,"headers":{…},"body":{…}}`.
///
/// Source: OData JSON 4.01, section 19.2 (batch response).
pub struct BatchResponse(Record);
expansion::structured! { BatchResponse, SCHEMA, 3, "odata.batchResponse" }

impl BatchResponse {
    /// `id`.
    pub const ID: Property<Self, String> = Property::at(0);
    /// `status`.
    pub const STATUS: Property<Self, i32> = Property::at(1);
    /// `atomicityGroup`.
    pub const ATOMICITY_GROUP: Property<Self, String> = Property::at(2);
    /// `headers`.
    pub const HEADERS: Property<Self, BatchHeaders> = Property::at(3);
    /// `body`.
    pub const BODY: Property<Self, Untyped> = Property::at(4);

    /// The response of that id and status.
    #[must_use]
    #[inline]
    pub fn new(id: &str, status: u16) -> Self {
        Self(Record::empty(&SCHEMA, 3)).with(Self::ID, id).with(Self::STATUS, status)
    }

    /// `id`: that of the request.
    #[must_use]
    #[inline]
    pub fn id(&self) -> Option<&str> {
        self.0.get(0)
    }

    /// `status`: the HTTP status code.
    #[must_use]
    #[inline]
    pub fn status(&self) -> Option<i32> {
        self.0.get(1)
    }

    /// `headers`.
    #[must_use]
    #[inline]
    pub fn headers(&self) -> Option<&BatchHeaders> {
        self.0.object(3)
    }

    /// Whether the request succeeded: its status is one of 200 to 299.
    #[must_use]
    #[inline]
    pub fn is_success(&self) -> bool {
        self.status().is_some_and(|status| (200..300).contains(&status))
    }

    /// `body`, as what was asked for; [`get`](Structured::get) with [`BODY`](Self::BODY) gives its text, whatever it
    /// is.
    ///
    /// # Errors
    /// If the request did not succeed, with the service's error; if there is no body, as after an action that returns
    /// nothing; or as [`crate::from_slice`].
    #[inline]
    pub fn body<T: Decode>(&self) -> Result<T, BatchError> {
        let body = self.0.get::<Json<'_>>(4);
        if !self.is_success() {
            let error = body.and_then(|body| body.decode::<ServiceError>().ok());
            return Err(BatchError::Failed { status: self.status(), error });
        }
        let body = body.ok_or(BatchError::NoBody { status: self.status() })?;
        Ok(body.decode()?)
    }

    /// `body`, as what the action returns whose body was sent: `response.result_of::<Mute>()`.
    ///
    /// # Errors
    /// As [`body`](Self::body).
    #[inline]
    pub fn result_of<A: Operation>(&self) -> Result<A::Response, BatchError> {
        self.body()
    }
}
