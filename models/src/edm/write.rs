//! From values to their texts, where a library's own text is not OData's.

use std::fmt::Write as _;

use super::types::{Date, DateTimeOffset, Duration, TimeOfDay};

/// The text of a day: `2026-11-22`, `-0044-03-15`, `12345-06-30`.
pub(crate) fn date_text(date: Date) -> String {
    unsigned(date.format("%Y-%m-%d").to_string())
}

/// The text of a time of day: `07:59:59.999`. A leap second is `23:59:60`; one that ends no minute, which only the
/// library has, is the second after it.
pub(crate) fn time_text(time: TimeOfDay) -> String {
    time.format("%H:%M:%S%.f").to_string()
}

/// The text of a moment: `2026-11-22T17:51:00.25Z`, `2026-11-22T23:21:00+05:30`.
///
/// OData's offsets are whole minutes. A moment whose offset is not is written as the same moment in Greenwich, and so
/// is one whose day there is beyond the library's last.
pub(crate) fn date_time_offset_text(moment: DateTimeOffset) -> String {
    let offset = *moment.offset();
    let seconds = offset.local_minus_utc();
    match moment.naive_utc().checked_add_offset(offset).filter(|_| seconds % 60 == 0 && seconds != 0) {
        Some(local) => unsigned(format!("{}{offset}", local.format("%Y-%m-%dT%H:%M:%S%.f"))),
        None => unsigned(moment.naive_utc().format("%Y-%m-%dT%H:%M:%S%.fZ").to_string()),
    }
}

/// Years of more than four digits without the plus that the library writes before them.
fn unsigned(text: String) -> String {
    match text.strip_prefix('+') {
        Some(text) => text.to_owned(),
        None => text,
    }
}

/// The text of a duration: `-P1DT2H3M4.5S`.
pub(crate) fn duration_text(length: Duration) -> String {
    let sign = if length < Duration::zero() { "-" } else { "" };
    length_text(sign, length.num_seconds().unsigned_abs(), length.subsec_nanos().unsigned_abs())
}

/// The text of a duration of the standard library, which may be longer than [`Duration`] has room for.
pub(crate) fn unsigned_duration_text(length: std::time::Duration) -> String {
    length_text("", length.as_secs(), length.subsec_nanos())
}

fn length_text(sign: &str, seconds: u64, nanoseconds: u32) -> String {
    let is_zero = seconds == 0 && nanoseconds == 0;
    let (days, seconds) = (seconds / 86_400, seconds % 86_400);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = format!("{sign}P");
    let mut part = |amount: u64, unit: char| {
        if amount > 0 {
            let _ = write!(text, "{amount}{unit}");
        }
    };
    part(days, 'D');
    if is_zero || hours > 0 || minutes > 0 || seconds > 0 || nanoseconds > 0 {
        text.push('T');
        let mut part = |amount: u64, unit: char| {
            if amount > 0 {
                let _ = write!(text, "{amount}{unit}");
            }
        };
        part(hours, 'H');
        part(minutes, 'M');
        if nanoseconds > 0 {
            let fraction = format!("{nanoseconds:09}");
            let _ = write!(text, "{seconds}.{}S", fraction.trim_end_matches('0'));
        } else if seconds > 0 || is_zero {
            let _ = write!(text, "{seconds}S");
        }
    }
    text
}

/// The JSON text of a float: a number, or a string where JSON has no number for it.
pub(crate) fn float_text(value: f64) -> Result<String, &'static str> {
    if value.is_nan() {
        Err("NaN")
    } else if value.is_infinite() {
        Err(if value > 0.0 { "INF" } else { "-INF" })
    } else {
        Ok(format!("{value:?}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_survive_being_written() {
        for text in [
            "PT0S",
            "P1D",
            "-P1DT2H3M4.5S",
            "PT22S",
            "PT1M",
            "PT0.000000001S",
            "P999999999DT23H59M59.999999999S",
            "PT1H",
        ] {
            let length = crate::edm::duration(text).unwrap();
            assert_eq!(duration_text(length), text);
        }
    }

    #[test]
    fn floats() {
        assert_eq!(float_text(1.0), Ok("1.0".to_owned()));
        assert_eq!(float_text(f64::NEG_INFINITY), Err("-INF"));
        assert_eq!(float_text(f64::NAN), Err("NaN"));
    }
}
