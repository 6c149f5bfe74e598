//! The primitive types that are a library's, under their Edm names.

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
