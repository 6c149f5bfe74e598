//! Values of primitive types, which the grammar judges too.

use odatype_json_schema::{Deriver, Profile, Target};
use odatype_table::{Primitive, literal};

use crate::common::{judge, table};

const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "-0",
    "+7",
    "007",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "0000000000000000000",
    "00000000000000000001",
    "1.50",
    "1e10",
    "1E-05",
    "+1.5E-3",
    ".5",
    "1.",
    "1e",
    "1e12345",
    "INF",
    "-INF",
    "+INF",
    "NaN",
    "inf",
    "0x1",
    "+-1",
    "0000-01-01",
    "9999-12-31",
    "-0044-03-15",
    "12345-06-30",
    "123456-02-28",
    "123404-02-29",
    "123400-02-29",
    "2024-02-29",
    "2000-02-29",
    "2023-02-29",
    "1900-02-29",
    "2023-13-01",
    "2023-00-01",
    "2023-01-00",
    "2023-04-31",
    "01234-01-01",
    "123-01-01",
    "2023-01-01 ",
    "2026-11-22T17:51+05:30",
    "2026-11-22t17:51:00.123456789012z",
    "2026-11-22T17:51:00-14:00",
    "2026-11-22T23:59:60Z",
    "2026-11-22T23:59:61Z",
    "2026-11-22T17:51:00",
    "2026-11-22T24:00:00Z",
    "2026-11-22T17:51:00.Z",
    "2026-11-22T17:51:00.1234567890123Z",
    "2026-11-22T17:51:00+24:00",
    "00:00",
    "23:59:60.5",
    "24:00",
    "1:00",
    "PT0S",
    "P1D",
    "-P1DT2H3M4.5S",
    "+P1D",
    "p1dt1h",
    "PT22S",
    "P9999999999D",
    "PT0.0000000000001S",
    "PT1H4S",
    "P",
    "PT",
    "P1DT",
    "P1Y",
    "P1M",
    "PT1M1H",
    "PT1.S",
    "PT1.5M",
    "PT1S1S",
    "T0RhdGE",
    "T0RhdGE=",
    "TQ==",
    "TQ",
    "T",
    "TQ=",
    "T0Rh=",
    "_-+/",
    "29362BD4-CD58-4ED0-A206-0E4A33DBB0B6",
    "29362bd4-cd58-4ed0-a206-0e4a33dbb0b6",
    "{29362BD4-CD58-4ED0-A206-0E4A33DBB0B6}",
    "٣",
    "2023-01-01\n",
    "0\n",
];

/// Both the grammar and the pattern say the same of every text.
#[test]
fn texts_are_those_of_the_grammar() {
    use Primitive as P;
    let table = table(&[]);
    for primitive in [
        P::Binary,
        P::Date,
        P::DateTimeOffset,
        P::Decimal,
        P::Double,
        P::Duration,
        P::Guid,
        P::Int64,
        P::Single,
        P::TimeOfDay,
    ] {
        let validator = judge(table, primitive.qualified_name(), Profile::Strict);
        for text in TEXTS {
            let is_valid = validator.is_valid(&serde_json::json!(text));
            assert_eq!(is_valid, literal::is_text(primitive, text), "{primitive:?} {text:?}");
        }
    }
}

#[test]
fn numbers_are_those_of_the_grammar() {
    let table = table(&[]);
    let numbers = [
        "0",
        "-1",
        "127",
        "128",
        "255",
        "256",
        "1.0",
        "1.5",
        "1e2",
        "32768",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "3.4028235e38",
        "3.4028236e38",
        "-3.5e38",
        "1e300",
    ];
    for primitive in Primitive::ALL.iter().filter(|one| one.range().is_some() || one.name() == "Single") {
        // By itself: to `boon`, these are floats beyond 64 bits.
        let target = Target::parse(table, primitive.qualified_name()).unwrap();
        let document = Deriver::new(table).document(target, Profile::Strict);
        let validator = jsonschema::draft202012::new(&document).unwrap();
        for text in numbers {
            let is_valid = validator.is_valid(&serde_json::from_str(text).unwrap());
            // A whole number just below 64 bits is the lowest of them to whoever reads floats.
            let is_rounded = text == "-9223372036854775809" && *primitive == Primitive::Int64;
            assert!(is_rounded || is_valid == literal::is_number(*primitive, text), "{primitive:?} {text}");
        }
    }
}
