//! The Edm primitive types in Rust, on the libraries that hold them, which are re-exported here.
//!
//! Source: OData CSDL JSON 4.01, section 3.3; OData JSON 4.01, section 7.1 (primitive values).

pub(crate) mod binary;
mod decimal;
mod parse;
pub(crate) mod shape;
mod write;

/// Arithmetic for [`Decimal`], which converts from and to its `BigDecimal`: with the feature `bigdecimal`.
#[cfg(feature = "bigdecimal")]
pub use bigdecimal;
pub use chrono;
pub use decimal::{Decimal, DecimalError};
pub use uuid;

pub(crate) use parse::{binary, date, date_time_offset, duration, time_of_day};
pub(crate) use write::{duration_text, float_text};

/// `Edm.Binary`: bytes, base64url text on the wire (`"T0RhdGE"`); base64 with `+`, `/` and `=` is read too.
pub type Binary = Vec<u8>;
/// `Edm.Date`: a day of the proleptic Gregorian calendar, `"2026-11-22"`.
pub type Date = chrono::NaiveDate;
/// `Edm.DateTimeOffset`: a moment with its offset, `"2026-11-22T17:51:00.25Z"`. Digits past nanoseconds stay on the wire
/// and are cut off in this type.
pub type DateTimeOffset = chrono::DateTime<chrono::FixedOffset>;
/// `Edm.Duration`: a signed length of time, `"PT22S"`, `"P1DT2H"`.
pub type Duration = chrono::TimeDelta;
/// `Edm.Guid`: `"11111111-2222-3333-4444-555555555555"`, in either letter case.
pub type Guid = uuid::Uuid;
/// `Edm.TimeOfDay`: `"07:59:59.999"`.
pub type TimeOfDay = chrono::NaiveTime;
