//! Which texts are values of the Edm types that JSON writes as strings.
//!
//! The JSON Schema says the same with regular expressions; both are tested against each other.
//!
//! Source: OData ABNF construction rules, primitive values.

/// A cursor over the bytes of a text.
pub(super) struct Scan<'a>(pub(super) &'a [u8]);

impl Scan<'_> {
    /// Takes `byte` if it is next.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let next = self.0.first() == Some(&byte);
        if next {
            self.0 = &self.0[1..];
        }
        next
    }

    /// Takes one of `bytes` if it is next.
    pub(super) fn any(&mut self, bytes: &[u8]) -> Option<u8> {
        let next = *self.0.first()?;
        bytes.contains(&next).then(|| {
            self.0 = &self.0[1..];
            next
        })
    }

    /// Takes all the digits that follow; how many, and their value as far as it fits.
    pub(super) fn digits(&mut self) -> (usize, u64) {
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        let value = digits.iter().fold(0_u64, |all, digit| all.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')));
        (count, value)
    }

    /// Takes exactly two digits up to `max`.
    pub(super) fn two(&mut self, max: u32) -> Option<u32> {
        let [tens, ones] = *self.0.first_chunk::<2>()?;
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return None;
        }
        self.0 = &self.0[2..];
        let value = u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
        (value <= max).then_some(value)
    }

    pub(super) fn done(&self) -> bool {
        self.0.is_empty()
    }
}

/// Year, month, day.
pub(super) fn date(scan: &mut Scan<'_>) -> Option<(i32, u32, u32)> {
    let negative = scan.take(b'-');
    let zero = scan.0.first() == Some(&b'0');
    let (count, year) = scan.digits();
    if count != 4 && (count != 5 || zero) {
        return None;
    }
    let month = scan.take(b'-').then(|| scan.two(12)).flatten().filter(|month| *month > 0)?;
    let day = scan.take(b'-').then(|| scan.two(31)).flatten().filter(|day| *day > 0)?;
    // The last four digits decide, as the rule repeats every 400 years; so does the sign not matter.
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let year = i32::try_from(year).ok()?;
    (day <= days).then_some((if negative { -year } else { year }, month, day))
}

/// Hour, minute, second, nanosecond; up to twelve digits of a second are read, nine are given.
pub(super) fn time(scan: &mut Scan<'_>) -> Option<(u32, u32, u32, u32)> {
    let hour = scan.two(23)?;
    let minute = scan.take(b':').then(|| scan.two(59)).flatten()?;
    if !scan.take(b':') {
        return Some((hour, minute, 0, 0));
    }
    let second = scan.two(59)?;
    let nanosecond = if scan.take(b'.') { fraction(scan)? } else { 0 };
    Some((hour, minute, second, nanosecond))
}

/// The digits of a second's fraction, in nanoseconds.
pub(super) fn fraction(scan: &mut Scan<'_>) -> Option<u32> {
    let (count, value) = scan.digits();
    let exponent = u32::try_from(count).ok().filter(|count| (1..=12).contains(count))?;
    let nanoseconds = if exponent <= 9 { value * 10_u64.pow(9 - exponent) } else { value / 10_u64.pow(exponent - 9) };
    u32::try_from(nanoseconds).ok()
}

/// Seconds east of Greenwich.
pub(super) fn offset(scan: &mut Scan<'_>) -> Option<i32> {
    match scan.any(b"Zz+-")? {
        b'Z' | b'z' => Some(0),
        sign => {
            let hour = scan.two(23)?;
            let minute = scan.take(b':').then(|| scan.two(59)).flatten()?;
            let seconds = i32::try_from(hour * 3600 + minute * 60).ok()?;
            Some(if sign == b'-' { -seconds } else { seconds })
        }
    }
}

/// Negative or not, seconds, nanoseconds.
pub(super) fn duration_parts(text: &str) -> Option<(bool, u64, u32)> {
    let mut scan = Scan(text.as_bytes());
    let negative = scan.any(b"+-") == Some(b'-');
    if !scan.take(b'P') {
        return None;
    }
    let (mut seconds, mut nanoseconds, mut parts) = (0, 0, 0);
    let mut count = scan.digits();
    if count.0 > 0 {
        if count.0 > 9 || !scan.take(b'D') {
            return None;
        }
        seconds += count.1 * 86_400;
        parts += 1;
    }
    if scan.take(b'T') {
        let before = parts;
        count = scan.digits();
        for (unit, length) in [(b'H', 3600), (b'M', 60)] {
            if (1..=9).contains(&count.0) && scan.take(unit) {
                seconds += count.1 * length;
                parts += 1;
                count = scan.digits();
            }
        }
        if (1..=9).contains(&count.0) {
            if scan.take(b'.') {
                nanoseconds = fraction(&mut scan)?;
            }
            seconds += count.1;
            parts += 1;
            count.0 = 0;
            if !scan.take(b'S') {
                return None;
            }
        }
        if count.0 > 0 || parts == before {
            return None;
        }
    }
    (parts > 0 && scan.done()).then_some((negative, seconds, nanoseconds))
}

/// Whether `text` is an `Edm.Date`.
pub(crate) fn is_date(text: &str) -> bool {
    let mut scan = Scan(text.as_bytes());
    date(&mut scan).is_some() && scan.done()
}

/// Whether `text` is an `Edm.TimeOfDay`.
pub(crate) fn is_time_of_day(text: &str) -> bool {
    let mut scan = Scan(text.as_bytes());
    time(&mut scan).is_some() && scan.done()
}

/// Whether `text` is an `Edm.DateTimeOffset`.
pub(crate) fn is_date_time_offset(text: &str) -> bool {
    let mut scan = Scan(text.as_bytes());
    date(&mut scan).is_some()
        && scan.any(b"Tt").is_some()
        && time(&mut scan).is_some()
        && offset(&mut scan).is_some()
        && scan.done()
}

/// Whether `text` is an `Edm.Duration`.
pub(crate) fn is_duration(text: &str) -> bool {
    duration_parts(text).is_some()
}

/// Whether `text` is an `Edm.Guid`.
pub(crate) fn is_guid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Whether `text` is an `Edm.Int64` written as a string.
pub(crate) fn is_int64(text: &str) -> bool {
    text.parse::<i64>().is_ok()
}

/// Whether `text` is an `Edm.Decimal` written as a string.
pub(crate) fn is_decimal(text: &str) -> bool {
    let mut scan = Scan(text.as_bytes());
    scan.any(b"+-");
    if scan.digits().0 == 0 || (scan.take(b'.') && scan.digits().0 == 0) {
        return is_float(text);
    }
    if scan.any(b"eE").is_some() {
        scan.any(b"+-");
        if !(1..=4).contains(&scan.digits().0) {
            return false;
        }
    }
    scan.done()
}

/// Whether `text` is one of the floats that JSON has no number for.
pub(crate) fn is_float(text: &str) -> bool {
    matches!(text, "INF" | "-INF" | "NaN")
}

/// Whether `text` is an `Edm.Binary`.
pub(crate) fn is_binary(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || b"+/-_".contains(b)).count();
    matches!((digits % 4, &bytes[digits..]), (0 | 2 | 3, b"") | (2, b"==") | (3, b"="))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (&'static str, fn(&str) -> bool, &'static [&'static str], &'static [&'static str]);

    const CASES: &[Case] = &[
        (
            "date",
            is_date,
            &["0000-01-01", "9999-12-31", "-0044-03-15", "12345-06-30", "2024-02-29", "2000-02-29", "0001-01-01"],
            &[
                "",
                "2023-02-29",
                "1900-02-29",
                "2023-13-01",
                "2023-00-01",
                "2023-01-00",
                "2023-04-31",
                "01234-01-01",
                "123-01-01",
                "123456-01-01",
                "2023-1-1",
                "2023-01-01 ",
                "2023-01-01T00:00:00Z",
            ],
        ),
        (
            "date and time",
            is_date_time_offset,
            &[
                "9999-12-31T23:59:59.9999999Z",
                "0001-01-01T00:00:00Z",
                "2026-11-22T17:51+05:30",
                "2026-11-22t17:51:00.123456789012z",
                "2026-11-22T17:51:00-14:00",
            ],
            &[
                "2026-11-22",
                "2026-11-22T17:51:00",
                "2026-11-22T24:00:00Z",
                "2026-11-22T17:60Z",
                "2026-11-22T17:51:00.Z",
                "2026-11-22T17:51:00.1234567890123Z",
                "2026-11-22 17:51Z",
                "2026-11-22T17:51:00+0530",
            ],
        ),
        ("time", is_time_of_day, &["00:00", "23:59:59.999"], &["24:00", "1:00", "00:00:60", "00:00:00."]),
        (
            "duration",
            is_duration,
            &["PT0S", "P1D", "-P1DT2H3M4.5S", "PT22S", "+PT1M", "P999999999D", "PT0.000000000001S", "PT1H4S"],
            &[
                "",
                "P",
                "PT",
                "P1DT",
                "P1Y",
                "P1M",
                "P1H",
                "PT1D",
                "PT1M1H",
                "1D",
                "PT1.S",
                "PT1.5M",
                "P1D ",
                "PT1S1S",
                "P1234567890D",
            ],
        ),
        (
            "guid",
            is_guid,
            &["29362BD4-CD58-4ED0-A206-0E4A33DBB0B6", "29362bd4-cd58-4ed0-a206-0e4a33dbb0b6"],
            &[
                "",
                "29362BD4CD584ED0A2060E4A33DBB0B6",
                "{29362BD4-CD58-4ED0-A206-0E4A33DBB0B6}",
                "29362BG4-CD58-4ED0-A206-0E4A33DBB0B6",
            ],
        ),
        (
            "int64",
            is_int64,
            &["0", "-9223372036854775808", "+7", "007"],
            &["", "9223372036854775808", "1.0", " 1", "+-1", "1e3"],
        ),
        (
            "decimal",
            is_decimal,
            &["0", "-1.50", "1e10", "+1.5E-3", "INF", "NaN"],
            &["", ".5", "1.", "1e", "1e12345", "inf", "0x1"],
        ),
        (
            "binary",
            is_binary,
            &["", "T0RhdGE", "T0RhdGE=", "T0Rh", "_-+/", "TQ", "TQ=="],
            &["T", "T=", "TQ=", "T0Rh=", "T0 Rh", "TQ==="],
        ),
    ];

    #[test]
    fn texts_that_are_and_texts_that_are_not() {
        for (name, is, good, bad) in CASES {
            for text in *good {
                assert!(is(text), "{name}: {text:?} should be one");
            }
            for text in *bad {
                assert!(!is(text), "{name}: {text:?} should not be one");
            }
        }
    }
}
