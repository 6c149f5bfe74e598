use std::cmp::Ordering;

use super::{compare, fraction_digits, is_number, is_same, is_text, seconds};
use crate::Primitive::{
    self, Binary, Byte, Date, DateTimeOffset, Decimal, Double, Duration, Guid, Int32, Int64, SByte, Single, TimeOfDay,
};

type Case = (Primitive, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const TEXTS: &[Case] = &[
    (
        Date,
        &["0000-01-01", "9999-12-31", "-0044-03-15", "12345-06-30", "2024-02-29", "2000-02-29", "0001-01-01", "1234567890123-01-01",
          "12000-02-29", "-0000-02-29"],
        &["", "2023-02-29", "1900-02-29", "12100-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-04-31", "01234-01-01",
          "123-01-01", "2023-1-1", "2023-01-01 ", "+2023-01-01", "2023-01-01T00:00:00Z", "２023-01-01", "--2023-01-01"],
    ),
    (
        DateTimeOffset,
        &["9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "2026-11-22T17:51+05:30", "2026-11-22t17:51:00.123456789012z",
          "2026-11-22T17:51:00-14:00", "2016-12-31T23:59:60Z", "2016-12-31T23:59:60.5+23:59"],
        &["2026-11-22", "2026-11-22T17:51:00", "2026-11-22T24:00:00Z", "2026-11-22T17:60Z", "2026-11-22T17:51:00.Z",
          "2026-11-22T17:51:00.1234567890123Z", "2026-11-22 17:51Z", "2026-11-22T17:51:00+0530", "2026-11-22T17:51:61Z",
          "2026-11-22T17:51:00+24:00", "2026-11-22T17:51:00ZZ"],
    ),
    (TimeOfDay, &["00:00", "23:59:59.999", "23:59:60", "07:59:59.123456789012"],
        &["24:00", "1:00", "00:00:61", "00:00:00.", "00:00:00.1234567890123", "00:00Z"]),
    (
        Duration,
        &["PT0S", "P1D", "-P1DT2H3M4.5S", "PT22S", "P999999999999999999999D", "PT0.0000000000001S", "PT1H4S", "p1dt2h", "P0D"],
        &["", "P", "PT", "P1DT", "P1Y", "P1M", "P1H", "PT1D", "PT1M1H", "1D", "PT1.S", "PT1.5M", "P1D ", "PT1S1S", "+P1D", "--P1D",
          "PT.5S", "P1W"],
    ),
    (Guid, &["29362BD4-CD58-4ED0-A206-0E4A33DBB0B6", "29362bd4-cd58-4ed0-a206-0e4a33dbb0b6"],
        &["", "29362BD4CD584ED0A2060E4A33DBB0B6", "{29362BD4-CD58-4ED0-A206-0E4A33DBB0B6}", "29362BG4-CD58-4ED0-A206-0E4A33DBB0B6"]),
    (Int64, &["0", "-9223372036854775808", "+7", "007", "-0000000000000000001"],
        &["", "9223372036854775808", "1.0", " 1", "+-1", "1e3", "00000000000000000001"]),
    (Decimal, &["0", "-1.50", "1e10", "+1.5E-3", "INF", "-INF", "NaN", "1e123456789"],
        &["", ".5", "1.", "1e", "inf", "0x1", "+INF", "1e1.5"]),
    (Double, &["INF", "-INF", "NaN"], &["", "1", "inf", "+INF", "Infinity"]),
    (Int32, &[], &["1", ""]),
    (Binary, &["", "T0RhdGE", "T0RhdGE=", "T0Rh", "_-+/", "TQ", "TQ=="], &["T", "T=", "TQ=", "T0Rh=", "T0 Rh", "TQ===", "é"]),
];

#[rustfmt::skip]
const NUMBERS: &[Case] = &[
    (Byte, &["0", "255", "255.0", "2.55e2", "-0"], &["256", "-1", "1.5", "255.00000000000000000001"]),
    (SByte, &["-128", "127", "1.27e2"], &["128", "-129"]),
    (Int32, &["2147483647.0", "-2147483648"], &["2147483648", "0.1"]),
    (Int64, &["9223372036854775807", "9223372036854775807.0", "-9223372036854775808", "9.223372036854775807e18"],
        &["9223372036854775808", "9223372036854775807.5", "9223372036854775808.0", "-9223372036854775809", "9007199254740993.5"]),
    (Single, &["3.4028235e38", "3.4028234663852886e38", "-3.4028235e38", "1e-400"], &["3.5e38", "-1e39"]),
    (Double, &["1e308", "0"], &[]),
    (Decimal, &["123456789012345678901234567890.5"], &[]),
    (Primitive::String, &[], &["1"]),
    (Date, &[], &["2026"]),
];

#[test]
fn texts_that_are_and_texts_that_are_not() {
    for (primitive, good, bad) in TEXTS {
        good.iter().for_each(|text| assert!(is_text(*primitive, text), "{primitive:?}: {text:?} should be one"));
        bad.iter().for_each(|text| assert!(!is_text(*primitive, text), "{primitive:?}: {text:?} should not be one"));
    }
}

#[test]
fn numbers_that_are_and_numbers_that_are_not() {
    for (primitive, good, bad) in NUMBERS {
        good.iter().for_each(|text| assert!(is_number(*primitive, text), "{primitive:?}: {text} should be one"));
        bad.iter().for_each(|text| assert!(!is_number(*primitive, text), "{primitive:?}: {text} should not be one"));
    }
}

#[test]
fn order() {
    let table: &[(Primitive, &[&str])] = &[
        (
            Date,
            &[
                "-12345-01-01",
                "-0001-12-31",
                "0000-01-01",
                "0000-02-29",
                "0000-03-01",
                "2026-11-24",
                "2026-11-25",
                "12345-01-01",
            ],
        ),
        (
            DateTimeOffset,
            &[
                "0000-01-01T00:00Z",
                "2026-01-01T01:00+02:00",
                "2026-01-01T00:00Z",
                "2026-01-01T00:00:00.0000000001Z",
                "2026-01-01T00:00:01Z",
                "2025-12-31T23:00:02-01:00",
            ],
        ),
        (TimeOfDay, &["00:00", "00:00:00.05", "00:00:00.5", "00:00:01", "23:59:59.9", "23:59:60"]),
        (
            Duration,
            &[
                "-P999999999999999999999999999999999999999999D",
                "-P1D",
                "-PT0.5S",
                "PT0S",
                "PT0.05S",
                "PT1M",
                "PT1H",
                "P1D",
                "P1DT0.1S",
            ],
        ),
        (Decimal, &["-INF", "-1", "0", "9007199254740992", "9007199254740993", "1e400", "INF"]),
        (Int64, &["-5", "9007199254740992", "9007199254740993"]),
    ];
    for (primitive, ascending) in table {
        for (left_place, left) in ascending.iter().enumerate() {
            for (right_place, right) in ascending.iter().enumerate() {
                assert_eq!(compare(*primitive, left, right), Some(left_place.cmp(&right_place)), "{left} {right}");
                assert_eq!(is_same(*primitive, left, right), left_place == right_place, "{left} {right}");
            }
        }
    }
    assert_eq!(compare(Double, "NaN", "1"), None);
    assert_eq!(compare(Primitive::String, "a", "b"), None);
    assert_eq!(compare(Date, "x", "2026-01-01"), None);
}

#[test]
fn the_same_value_in_other_words() {
    for (primitive, left, right) in [
        (DateTimeOffset, "2026-01-01T00:00Z", "2026-01-01T02:00:00.000+02:00"),
        (Duration, "PT60S", "PT1M"),
        (Duration, "-PT0S", "PT0S"),
        (Decimal, "1.50", "15e-1"),
        (TimeOfDay, "07:00", "07:00:00.0"),
        (Guid, "29362BD4-CD58-4ED0-A206-0E4A33DBB0B6", "29362bd4-cd58-4ed0-a206-0e4a33dbb0b6"),
        (Binary, "_-+/", "/+-_"),
    ] {
        assert!(is_same(primitive, left, right), "{left} {right}");
    }
    assert!(!is_same(Primitive::String, "a", "A"));
    assert_eq!(compare(Duration, "PT60S", "PT1M"), Some(Ordering::Equal));
}

#[test]
fn digits_of_a_second() {
    for (primitive, text, digits) in [
        (DateTimeOffset, "2026-01-01T00:00:00.1230Z", Some(3)),
        (DateTimeOffset, "2026-01-01T00:00Z", Some(0)),
        (Duration, "PT0.5S", Some(1)),
        (TimeOfDay, "00:00:00.000", Some(0)),
        (Date, "2026-01-01", None),
    ] {
        assert_eq!(fraction_digits(primitive, text), digits, "{text}");
    }
}

#[test]
fn lengths_in_seconds() {
    for (primitive, text, expected) in [
        (Duration, "P1DT1.50S", Some("86401.50")),
        (Duration, "-PT1M", Some("-60")),
        (TimeOfDay, "01:00", Some("3600")),
        (Date, "2026-01-01", None),
    ] {
        assert_eq!(seconds(primitive, text).as_deref(), expected, "{text}");
    }
}

#[test]
fn days_that_a_month_has_not() {
    use super::beyond_month;
    for (text, expected) in [
        ("2026-02-30", Some(("2026-02", 28))),
        ("2024-02-30T00:00:00Z", Some(("2024-02", 29))),
        ("-0004-04-31", Some(("-0004-04", 30))),
        ("2026-02-28", None),
        ("2026-13-01", None),
        ("2026-02-32", None),
        ("Feb 30", None),
    ] {
        assert_eq!(beyond_month(text), expected, "{text}");
    }
}
