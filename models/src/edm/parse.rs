//! From texts to values: the grammar says what a text stands for, and the library whether it has room for that.

use chrono::{FixedOffset, TimeDelta};
use odatype_json::Exact;
use odatype_table::literal::{Day, Length, Moment, Time};

use super::types::{Date, DateTimeOffset, Duration, TimeOfDay};

/// An `Edm.Date`; `None` beyond the years that the library has.
pub(crate) fn date(text: &str) -> Option<Date> {
    day(&Day::parse(text)?)
}

/// An `Edm.TimeOfDay`.
pub(crate) fn time_of_day(text: &str) -> Option<TimeOfDay> {
    time(&Time::parse(text)?)
}

/// An `Edm.DateTimeOffset`; `None` beyond the years that the library has.
pub(crate) fn date_time_offset(text: &str) -> Option<DateTimeOffset> {
    let moment = Moment::parse(text)?;
    let offset = FixedOffset::east_opt(i32::from(moment.offset) * 60)?;
    day(&moment.day)?.and_time(time(&moment.time)?).and_local_timezone(offset).single()
}

/// An `Edm.Duration`; `None` for one that is longer than the library has.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let length = Length::parse(text)?;
    let (seconds, nanoseconds) = length.parts()?;
    let size = TimeDelta::new(i64::try_from(seconds).ok()?, nanoseconds)?;
    Some(if length.is_negative { -size } else { size })
}

fn day(day: &Day<'_>) -> Option<Date> {
    Date::from_ymd_opt(i32::try_from(day.year_number()?).ok()?, day.month.into(), day.day.into())
}

/// The library has a leap second as more than a second after the one before it.
fn time(time: &Time<'_>) -> Option<TimeOfDay> {
    const SECOND: u32 = 1_000_000_000;
    let (second, more) = if time.second == 60 { (59, SECOND) } else { (u32::from(time.second), 0) };
    TimeOfDay::from_hms_nano_opt(time.hour.into(), time.minute.into(), second, time.nanosecond() + more)
}

/// The integer that `text` stands for, however it is written: `15`, `15.0`, `1.5e1`. `None` if it has a fraction, or is
/// none of 64 bits.
#[inline]
pub(crate) fn integer(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| whole(text))
}

/// The integer that `text`, a number written with a fraction or an exponent, stands for.
#[cold]
pub(crate) fn whole(text: &str) -> Option<i64> {
    /// As many digits as the longest integer of 64 bits has.
    const MOST: u64 = 19;
    let number = Exact::parse(text)?;
    if !number.is_integer() || number.whole_digits() > MOST {
        return None;
    }
    let sign = if number.is_negative() { -1 } else { 1 };
    let zeros = number.whole_digits().saturating_sub(number.significant_digits());
    let digits = number.digits().chain((0..zeros).map(|_| b'0'));
    let mut digits = digits.map(|digit| sign * i64::from(digit - b'0'));
    digits.try_fold(0, |all: i64, digit| all.checked_mul(10)?.checked_add(digit))
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
        assert_eq!(time_of_day("23:59:60.5").unwrap().to_string(), "23:59:60.500");
        assert_eq!(date("262143-01-01"), None);
        assert_eq!(duration("P106751991168D"), None);
        assert_eq!(duration("-P1DT0.25S"), Some(-TimeDelta::new(86_400, 250_000_000).unwrap()));
        assert_eq!(binary("T0RhdGE"), Some(b"OData".to_vec()));
        assert_eq!(binary("-_+/").as_deref(), binary("+/-_").as_deref());
    }

    #[test]
    fn integers_by_value() {
        for (text, expected) in [
            ("15", Some(15)),
            ("15.0", Some(15)),
            ("1.5e1", Some(15)),
            ("-0.0", Some(0)),
            ("-12e3", Some(-12_000)),
            // A float has no room for these.
            ("9007199254740993.0", Some(9_007_199_254_740_993)),
            ("9223372036854775807.0", Some(i64::MAX)),
            ("-9223372036854775808e0", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("1e19", None),
            ("1e99999999999999999999", None),
            ("1.5", None),
            ("1e-1", None),
            ("", None),
            ("INF", None),
        ] {
            assert_eq!(integer(text), expected, "{text}");
        }
    }
}
