//! The primitive types that are a library's, under their Edm names.

/// `Edm.Binary`: bytes, base64url text on the wire (`"T0RhdGE"`); base64 with `+`, `/` and `=` is read too.
pub type Binary = Vec<u8>;
/// `Edm.Date`: a day of the proleptic Gregorian calendar, `"2026-11-22"`. Years beyond chrono's stay on the wire, and
/// getters give `None` for them.
pub type Date = chrono::NaiveDate;
/// `Edm.DateTimeOffset`: a moment with its offset, `"2026-11-22T17:51:00.25Z"`. Digits past nanoseconds stay on the
/// wire and are cut off in this type; so do years beyond chrono's, for which getters give `None`. A leap second,
/// `23:59:60`, is chrono's. Offsets are whole minutes on the wire: a value whose offset has seconds is written as the
/// same moment in UTC.
pub type DateTimeOffset = chrono::DateTime<chrono::FixedOffset>;
/// `Edm.Duration`: a signed length of time, `"PT22S"`, `"P1DT2H"`. Lengths beyond chrono's stay on the wire, and
/// getters give `None` for them.
pub type Duration = chrono::TimeDelta;
/// `Edm.Guid`: `"11111111-2222-3333-4444-555555555555"`, in either letter case.
pub type Guid = uuid::Uuid;
/// `Edm.TimeOfDay`: `"07:59:59.999"`.
pub type TimeOfDay = chrono::NaiveTime;
