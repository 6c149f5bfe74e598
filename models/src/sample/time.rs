//! Dates and times.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use odatype_table::{Primitive, literal};

use super::{grid::Number, tree::quoted};
use crate::edm;

/// The seconds of a day.
pub(super) const DAY: i128 = 86_400;
/// The days of the years 1 to 9999, counted from 1970-01-01.
pub(super) const DAYS: (i128, i128) = (-719_162, 2_932_896);
/// Most days are not further from that one.
pub(super) const NEAR: i128 = 20_000;
/// Of 1970-01-01 in chrono's count.
const EPOCH: i32 = 719_163;

/// The JSON string of the days or seconds that `number` is, `east` of Greenwich; what is no date or time to the library
/// is no text that is right.
pub(super) fn written(primitive: Primitive, number: Number, east: i32) -> String {
    let text = match primitive {
        Primitive::Date => date(number).map(edm::date_text),
        Primitive::DateTimeOffset => moment(number, east).map(edm::date_time_offset_text),
        Primitive::TimeOfDay => time_of_day(number).map(edm::time_text),
        Primitive::Duration => duration(number).map(edm::duration_text),
        _ => None,
    };
    text.map(|text| quoted(&text)).unwrap_or_default()
}

fn date(number: Number) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(EPOCH.checked_add(i32::try_from(number.parts()?.0).ok()?)?)
}

fn moment(number: Number, east: i32) -> Option<DateTime<FixedOffset>> {
    let (seconds, nanoseconds) = number.parts()?;
    Some(DateTime::from_timestamp(seconds, nanoseconds)?.with_timezone(&FixedOffset::east_opt(east)?))
}

fn time_of_day(number: Number) -> Option<NaiveTime> {
    let (seconds, nanoseconds) = number.parts()?;
    NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).ok()?, nanoseconds)
}

fn duration(number: Number) -> Option<TimeDelta> {
    let (seconds, nanoseconds) = number.parts()?;
    TimeDelta::new(seconds, nanoseconds)
}

/// The number that stands for `text`: days or seconds since 1970, or seconds alone.
pub(super) fn position(primitive: Primitive, text: &str) -> Option<String> {
    match primitive {
        Primitive::Date => Some((edm::date(text)?.num_days_from_ce() - EPOCH).to_string()),
        Primitive::DateTimeOffset => {
            let moment = edm::date_time_offset(text)?;
            let count = i128::from(moment.timestamp()) * 1_000_000_000 + i128::from(moment.timestamp_subsec_nanos());
            Some(Number { count, scale: 9 }.text())
        }
        _ => literal::seconds(primitive, text),
    }
}
