//! Tables.

use std::{
    cmp::Ordering,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::Decimal;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn hash(decimal: &Decimal) -> u64 {
    let mut hasher = DefaultHasher::new();
    decimal.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn texts() {
    for (text, written) in [
        ("0", "0"),
        ("-0", "-0"),
        ("+1.50", "1.50"),
        ("007.0", "7.0"),
        ("1E+05", "1e5"),
        ("-0.10e-0009", "-0.10e-9"),
        ("1e000000", "1e0"),
        ("1e9999", "1e9999"),
        ("123456789012345678901234567890.10", "123456789012345678901234567890.10"),
    ] {
        assert_eq!(decimal(text).as_str(), written);
        assert_eq!(decimal(text).to_string(), written);
        assert_eq!(format!("{:?}", decimal(text)), written);
    }
    let not = [
        "", "+", "-", ".5", "5.", "1e", "1e+", "1e10000", "INF", "-INF", "NaN", "inf", " 1", "1 ", "1_0", "--1", "+-1",
        "0x1", "1.2.3", "1e2e3", "1e2.5", "1,5", "١", "1e٢",
    ];
    for text in not {
        let error = text.parse::<Decimal>().unwrap_err();
        assert!(error.to_string().ends_with(&format!("four digits, found `{text}`")), "{error}");
    }
}

#[test]
fn order() {
    let groups: &[&[&str]] = &[
        &["-1e9999", "-10e9998"],
        &["-100", "-1e2", "-100.000"],
        &["-12.5", "-125e-1", "-0.0125e3"],
        &["-1"],
        &["-0.001", "-1e-3"],
        &["0", "-0", "0.000", "0e5", "-0e-9999"],
        &["1e-9999"],
        &["0.01", "0.0100", "1e-2", "100e-4"],
        &["0.0999"],
        &["0.1", "00.10"],
        &["1", "1.0", "+1", "10e-1", "0.1e1"],
        &["1.000000000000000000000000000001"],
        &["9.99"],
        &["10"],
        &["12"],
        &["120", "12e1", "1.2e2"],
        &["123456789012345678901234567890", "12345678901234567890123456789e1"],
        &["123456789012345678901234567890.1"],
        &["9e9999"],
    ];
    for (place, group) in groups.iter().enumerate() {
        for (other_place, other) in groups.iter().enumerate() {
            for (mine, others) in group.iter().flat_map(|mine| other.iter().map(move |others| (mine, others))) {
                let (one, two) = (decimal(mine), decimal(others));
                assert_eq!(one.cmp(&two), place.cmp(&other_place), "{mine} {others}");
                assert_eq!(one == two, place == other_place, "{mine} {others}");
                assert_eq!(hash(&one) == hash(&two), place == other_place, "{mine} {others}");
            }
        }
    }
    assert_eq!(Decimal::default().partial_cmp(&Decimal::from(0_u8)), Some(Ordering::Equal));
}

#[test]
fn integers() {
    let max = i64::MAX.to_string();
    for (text, expected) in [
        ("0", Some(0)),
        ("-0.0e7", Some(0)),
        ("15e0", Some(15)),
        ("1.50e1", Some(15)),
        ("-12e3", Some(-12_000)),
        ("1200.00", Some(1200)),
        ("1.5", None),
        ("0.1", None),
        ("1e18", Some(1_000_000_000_000_000_000)),
        ("1e19", None),
        ("1e9999", None),
        ("1e-9999", None),
        (&max, Some(i64::MAX)),
        ("9223372036854775808", None),
        ("-9223372036854775808", Some(i64::MIN)),
        ("-9223372036854775809", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(i64::try_from(&decimal(text)).ok(), expected, "{text}");
    }
    for value in [i64::MIN, -1, 0, 10, i64::MAX] {
        assert_eq!(i64::try_from(&Decimal::from(value)), Ok(value));
    }
    assert_eq!(i64::try_from(&decimal("0.5")).unwrap_err().to_string(), "expected an integer of 64 bits, found `0.5`");
}

#[test]
fn floats() {
    for value in [0.0, -0.0, 1.5, 1e300, -1e-300, 0.1, f64::MAX, f64::MIN_POSITIVE, 123_456_789.0] {
        let made = Decimal::try_from(value).unwrap();
        assert_eq!(made.to_f64().to_bits(), value.to_bits(), "{made}");
    }
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(Decimal::try_from(value).is_err());
    }
    assert!(decimal("-1e9999").to_f64().is_infinite());
}
