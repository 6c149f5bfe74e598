//! Many requests in one: the envelopes of `$batch` in JSON, whose types are written here as generated ones are.

mod error;
mod request;
mod response;
mod rules;

use crate::{
    expansion,
    node::Record,
    table::Schema,
    value::{Property, Structured},
};

pub use error::BatchError;
pub use request::{BatchRequest, Method};
pub use response::{BatchResponse, BatchResponses};

/// The schema of batches, which every service shares. What a body is, only who sends or asked for it knows.
static SCHEMA: Schema = Schema::new(
    odatype_table::FORMAT,
    &[
        "complex\todata.batchRequests\t-\t-\nrequests\t*#1\tr",
        "complex\todata.batchRequest\t-\t-\nid\tString\tr\nmethod\tString\tr\tpattern=^(?:[Gg][Ee][Tt]|[Pp][Oo][Ss][Tt]|[Pp][Aa][Tt][Cc][Hh]|[Pp][Uu][Tt]|[Dd][Ee][Ll][Ee][Tt][Ee])$\nurl\tString\tr\natomicityGroup\tString\tn\ndependsOn\t*String\t-\nif\tString\tn\nheaders\t#4\tn\nbody\tUntyped\tnu",
        "complex\todata.batchResponses\t-\to\nresponses\t*#3\tr",
        "complex\todata.batchResponse\t-\to\nid\tString\tr\nstatus\tInt32\tr\natomicityGroup\tString\tn\nheaders\t#4\tn\nbody\tUntyped\tnu",
        "complex\todata.batchHeaders\t-\to\n\tString",
    ],
    &[],
    "",
    &[],
)
.with_own_rules(rules::found);

/// Many requests in one: what is sent to `$batch`, with the media type `application/json`.
///
/// ```
/// # #[cfg(all(feature = "graph", feature = "validate"))] {
/// use odatype::{Batch, BatchRequest, BatchResponses, Method, Structured, validate::Validate};
/// use odatype::graph::{AppHostedMediaConfig, Call, Modality, actions::call::{Answer, AnswerRequired}};
/// let media_config = AppHostedMediaConfig::new();
/// let answer = Answer::new(AnswerRequired { callback_uri: "https://bot.example", media_config })
///     .with(Answer::ACCEPTED_MODALITIES, [Modality::Audio]);
/// let batch = Batch::new()
///     .with_request(BatchRequest::new("1", Method::Post, "/communications/calls/c/answer").with_body(&answer))
///     .with_request(
///         BatchRequest::new("2", Method::Get, "/communications/calls/c").with(BatchRequest::DEPENDS_ON, ["1"]),
///     );
/// assert!(batch.validate().is_empty());
///
/// let responses: BatchResponses = odatype::from_str(
///     r#"{"responses":[{"id":"2","status":200,"body":{"state":"established"}},{"id":"1","status":202}]}"#,
/// )?;
/// let call: Call = responses.response("2")?.body()?;
/// assert_eq!(call.state().unwrap().as_str(), "established");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// On the wire:
/// `{"requests":[{"id":"1","method":"POST","url":"/…","headers":{"Content-Type":"application/json"},"body":{…}}]}`. The
/// strict profile holds a batch to its own rules too: ids differ, requests of a group stand together, a group is not
/// called as a request is, and what a request depends on comes before it.
///
/// Source: OData JSON 4.01, section 19 (batch requests and responses).
pub struct Batch(Record);
expansion::structured! { Batch, SCHEMA, 0, "odata.batchRequests" }
expansion::default! { Batch }

impl Batch {
    /// `requests`.
    pub const REQUESTS: Property<Self, [BatchRequest]> = Property::at(0);

    /// A batch without requests.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 0)).with(Self::REQUESTS, [] as [BatchRequest; 0])
    }

    /// `requests`, in the order in which they were added.
    #[must_use]
    #[inline]
    pub fn requests(&self) -> &[BatchRequest] {
        self.0.list(0)
    }

    /// The batch with one request more; [`push`](Structured::push) is the same in place.
    #[must_use]
    #[inline]
    pub fn with_request(mut self, request: BatchRequest) -> Self {
        self.push(Self::REQUESTS, request);
        self
    }
}

/// Headers of a request or a response: `{"Content-Type":"application/json"}`.
///
/// Each is a dynamic property; [`header`](Self::header) finds one in any letter case, as HTTP has it.
pub struct BatchHeaders(Record);
expansion::structured! { BatchHeaders, SCHEMA, 4, "odata.batchHeaders" }
expansion::default! { BatchHeaders }

impl BatchHeaders {
    /// No headers.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 4))
    }

    /// The header `name`.
    #[must_use]
    #[inline]
    pub fn header(&self, name: &str) -> Option<String> {
        let (_, value) = self.dynamic_members().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        value.as_str().map(std::borrow::Cow::into_owned)
    }

    /// Sets the header `name`, in the place and under the name of one that is there.
    #[inline]
    pub fn set_header(&mut self, name: &str, value: &str) -> &mut Self {
        let known = self.dynamic_members().map(|(known, _)| known).find(|known| known.eq_ignore_ascii_case(name));
        self.set_dynamic(known.as_deref().unwrap_or(name), value)
    }
}
