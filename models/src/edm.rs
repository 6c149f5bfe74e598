//! The Edm primitive types in Rust, on the libraries that hold them, which are re-exported here.
//!
//! Source: OData CSDL JSON 4.01, section 3.3; OData JSON 4.01, section 7.1 (primitive values).

pub(crate) mod binary;
mod decimal;
mod parse;
mod same;
mod types;
mod write;

/// Arithmetic for [`Decimal`], which converts from and to its `BigDecimal`: with the feature `bigdecimal`.
#[cfg(feature = "bigdecimal")]
pub use bigdecimal;
pub use chrono;
pub use decimal::{Decimal, DecimalError};
pub use types::{Binary, Date, DateTimeOffset, Duration, Guid, TimeOfDay};
pub use uuid;

pub(crate) use parse::{binary, date, date_time_offset, duration, integer, time_of_day};
pub(crate) use same::{Difference, Side, differences, same, same_number};
pub(crate) use write::{
    date_text, date_time_offset_text, duration_text, float_text, time_text, unsigned_duration_text,
};
