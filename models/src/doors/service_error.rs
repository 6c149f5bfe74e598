//! The error that an OData service answers with.

use crate::{
    expansion,
    node::Record,
    table::Schema,
    value::{Json, Property, Untyped},
};

/// The schema of the error response, which every service shares.
static SCHEMA: Schema = Schema::new(
    odatype_table::FORMAT,
    &[
        "complex\todata.errorResponse\t-\to\nerror\t#1\tn",
        "complex\todata.error\t-\to\ncode\tString\tn\nmessage\tString\tn\ntarget\tString\tn\ndetails\t*#2\tn\ninnererror\tUntyped\tn\ninnerError\tUntyped\tn",
        "complex\todata.errorDetail\t-\to\ncode\tString\tn\nmessage\tString\tn\ntarget\tString\tn",
    ],
    &[],
    "",
    &[],
);

/// An error response: `{"error": {"code": "…", "message": "…", …}}`.
///
/// ```
/// let response: odatype::ServiceError = odatype::from_str(r#"{"error":{"code":"8009","message":"No such call."}}"#)?;
/// assert_eq!(response.error().and_then(|error| error.code()), Some("8009"));
/// # Ok::<(), odatype::Error>(())
/// ```
///
/// Source: OData JSON 4.01, section 21.1 (error response).
pub struct ServiceError(Record);
expansion::structured! { ServiceError, SCHEMA, 0, "odata.errorResponse" }
expansion::default! { ServiceError }

impl ServiceError {
    /// `error`.
    pub const ERROR: Property<Self, ServiceErrorBody> = Property::at(0);

    /// An error response without an error.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 0))
    }

    /// `error`: what went wrong.
    #[must_use]
    #[inline]
    pub fn error(&self) -> Option<&ServiceErrorBody> {
        self.0.object(0)
    }
}

/// What went wrong: the member `error` of a [`ServiceError`].
pub struct ServiceErrorBody(Record);
expansion::structured! { ServiceErrorBody, SCHEMA, 1, "odata.error" }
expansion::default! { ServiceErrorBody }

impl ServiceErrorBody {
    /// `code`.
    pub const CODE: Property<Self, String> = Property::at(0);
    /// `message`.
    pub const MESSAGE: Property<Self, String> = Property::at(1);
    /// `target`.
    pub const TARGET: Property<Self, String> = Property::at(2);
    /// `details`.
    pub const DETAILS: Property<Self, [ServiceErrorDetail]> = Property::at(3);
    /// `innererror`.
    pub const INNERERROR: Property<Self, Untyped> = Property::at(4);

    /// An error that says nothing yet.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 1))
    }

    /// `code`: the service's own code for the error, for programs.
    #[must_use]
    #[inline]
    pub fn code(&self) -> Option<&str> {
        self.0.get(0)
    }

    /// `message`: what went wrong, for people.
    #[must_use]
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.0.get(1)
    }

    /// `target`: what the error is about, such as the name of a property.
    #[must_use]
    #[inline]
    pub fn target(&self) -> Option<&str> {
        self.0.get(2)
    }

    /// `details`: the errors behind this one.
    #[must_use]
    #[inline]
    pub fn details(&self) -> &[ServiceErrorDetail] {
        self.0.list(3)
    }

    /// `innererror`, or `innerError` as some services write it: anything the service adds for debugging.
    #[must_use]
    #[inline]
    pub fn inner_error(&self) -> Option<Json<'_>> {
        self.0.get(4).or_else(|| self.0.get(5))
    }
}

/// One of the errors behind another: an item of `details`.
pub struct ServiceErrorDetail(Record);
expansion::structured! { ServiceErrorDetail, SCHEMA, 2, "odata.errorDetail" }
expansion::default! { ServiceErrorDetail }

impl ServiceErrorDetail {
    /// `code`.
    pub const CODE: Property<Self, String> = Property::at(0);
    /// `message`.
    pub const MESSAGE: Property<Self, String> = Property::at(1);
    /// `target`.
    pub const TARGET: Property<Self, String> = Property::at(2);

    /// A detail that says nothing yet.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(Record::empty(&SCHEMA, 2))
    }

    /// `code`: the service's own code for the error, for programs.
    #[must_use]
    #[inline]
    pub fn code(&self) -> Option<&str> {
        self.0.get(0)
    }

    /// `message`: what went wrong, for people.
    #[must_use]
    #[inline]
    pub fn message(&self) -> Option<&str> {
        self.0.get(1)
    }

    /// `target`: what the error is about.
    #[must_use]
    #[inline]
    pub fn target(&self) -> Option<&str> {
        self.0.get(2)
    }
}
