//! From texts that have their type's shape to values.

use chrono::{FixedOffset, TimeDelta};

use super::{
    shape::{self, Scan},
    types::{Date, DateTimeOffset, Duration, TimeOfDay},
};

/// An `Edm.Date`.
pub(crate) fn date(text: &str) -> Option<Date> {
    let (year, month, day) = shape::date(&mut Scan(text.as_bytes()))?;
    Date::from_ymd_opt(year, month, day)
}

/// An `Edm.TimeOfDay`.
pub(crate) fn time_of_day(text: &str) -> Option<TimeOfDay> {
    let (hour, minute, second, nanosecond) = shape::time(&mut Scan(text.as_bytes()))?;
    TimeOfDay::from_hms_nano_opt(hour, minute, second, nanosecond)
}

/// An `Edm.DateTimeOffset`.
pub(crate) fn date_time_offset(text: &str) -> Option<DateTimeOffset> {
    let mut scan = Scan(text.as_bytes());
    let (year, month, day) = shape::date(&mut scan)?;
    scan.any(b"Tt")?;
    let (hour, minute, second, nanosecond) = shape::time(&mut scan)?;
    let offset = FixedOffset::east_opt(shape::offset(&mut scan)?)?;
    let local = Date::from_ymd_opt(year, month, day)?.and_hms_nano_opt(hour, minute, second, nanosecond)?;
    local.and_local_timezone(offset).single()
}

/// An `Edm.Duration`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let (negative, seconds, nanoseconds) = shape::duration_parts(text)?;
    let length = TimeDelta::new(i64::try_from(seconds).ok()?, nanoseconds)?;
    Some(if negative { -length } else { length })
}

/// The integer that `text`, a number written with a fraction or an exponent, stands for.
#[cold]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "the range is checked before")]
pub(crate) fn whole(text: &str) -> Option<i64> {
    let value: f64 = text.parse().ok()?;
    (value.fract() == 0.0 && value >= i64::MIN as f64 && value < -(i64::MIN as f64)).then_some(value as i64)
}

/// The bytes of an `Edm.Binary`.
pub(crate) fn binary(text: &str) -> Option<Vec<u8>> {
    super::binary::decode(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_texts() {
        assert_eq!(date("12345-06-30").unwrap().to_string(), "+12345-06-30");
        assert_eq!(
            date_time_offset("9999-12-31T23:59:59.9999999Z").unwrap().to_rfc3339(),
            "9999-12-31T23:59:59.999999900+00:00"
        );
        assert_eq!(date_time_offset("2026-11-22T17:51-05:30").unwrap().to_rfc3339(), "2026-11-22T17:51:00-05:30");
        assert_eq!(time_of_day("07:59:59.5").unwrap().to_string(), "07:59:59.500");
        assert_eq!(duration("-P1DT0.25S"), Some(-TimeDelta::new(86_400, 250_000_000).unwrap()));
        assert_eq!(binary("T0RhdGE"), Some(b"OData".to_vec()));
        assert_eq!(binary("-_+/").as_deref(), binary("+/-_").as_deref());
    }
}
