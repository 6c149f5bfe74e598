//! Values that are known.

use std::cmp::Ordering;

use super::Exact;

fn exact(text: &str) -> Exact<'_> {
    Exact::parse(text).unwrap()
}

#[test]
fn what_is_a_number() {
    for text in ["", "-", "+", ".5", "1.", "1e", "1e+", "e1", "1e1.0", "0x1", " 1", "1 ", "--1", "INF", "1_0"] {
        assert!(Exact::parse(text).is_none(), "{text:?}");
    }
    for text in ["0", "-0", "+7", "007", "1.50", "1e5", "1E-05", "-0.0e99999999999999999999999"] {
        assert!(Exact::parse(text).is_some(), "{text:?}");
    }
}

#[test]
fn order() {
    let ascending = [
        "-1e99999999999999999999",
        "-9007199254740993",
        "-9007199254740992",
        "-1.5",
        "-1",
        "-0.1",
        "-1e-9",
        "0",
        "1e-400",
        "0.1",
        "0.11",
        "0.9",
        "1",
        "1.0000000000000000000001",
        "1.5",
        "9",
        "10",
        "9007199254740992",
        "9007199254740993",
        "9e18",
        "9223372036854775807",
        "1e300",
        "1e99999999999999999999",
    ];
    for (left_place, left) in ascending.iter().enumerate() {
        for (right_place, right) in ascending.iter().enumerate() {
            assert_eq!(exact(left).cmp(&exact(right)), left_place.cmp(&right_place), "{left} {right}");
        }
    }
    for (left, right) in [("1.50", "15e-1"), ("0", "-0.000e7"), ("+007", "7"), ("100", "1e2"), ("0.001", "1e-3")] {
        assert_eq!(exact(left).cmp(&exact(right)), Ordering::Equal, "{left} {right}");
    }
}

#[test]
fn digits_by_value() {
    for (text, whole, fraction, significant) in [
        ("0", 0, 0, 0),
        ("1.50", 1, 1, 2),
        ("100", 3, 0, 1),
        ("0.05", 0, 2, 1),
        ("123.456", 3, 3, 6),
        ("1e3", 4, 0, 1),
        ("15e-1", 1, 1, 2),
        ("-12.30", 2, 1, 3),
        ("1.0", 1, 0, 1),
        ("1e-3", 0, 3, 1),
    ] {
        let number = exact(text);
        let digits = (number.whole_digits(), number.fraction_digits(), number.significant_digits());
        assert_eq!(digits, (whole, fraction, significant), "{text}");
    }
}

#[test]
fn multiples() {
    for (number, unit, expected) in [
        ("10", "5", true),
        ("7", "5", false),
        ("0", "3", true),
        ("0.3", "0.1", true),
        ("0.35", "0.1", false),
        ("1e300", "7", false),
        ("7e300", "7", true),
        ("-21", "7", true),
        ("1.5", "0.5", true),
        ("1.5", "1", false),
        ("100", "20", true),
        ("30", "20", false),
        ("0.5", "0.25", true),
        ("1", "0.125", true),
        ("123456789012345678901234567890", "10", true),
        ("4.5", "1.5", true),
        ("5", "10", false),
        ("2.5", "5", false),
        ("20", "1e1", true),
    ] {
        assert_eq!(exact(number).is_multiple_of(&exact(unit)), Some(expected), "{number} {unit}");
    }
    assert_eq!(exact("1").is_multiple_of(&exact("0")), None);
    assert_eq!(exact("1").is_multiple_of(&exact("123456789012345678901")), None);
}
