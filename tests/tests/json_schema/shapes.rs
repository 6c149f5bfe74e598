//! Every primitive type: what it looks like on the wire.

use super::{BOTH, SCHEMA, TOLERANT, by_documents, findings};

/// A property of `test.shop.shapes`, texts that are values of it, and texts that are not, both separated by blanks.
const SHAPES: &[(&str, &str, &str)] = &[
    ("text", r#""" "x""#, "1 true [] {}"),
    ("truth", "true false", r#""true" 0 []"#),
    ("byte", "0 255 1.0 2.55e2", r#"-1 256 1.5 "1" true"#),
    ("sbyte", "-128 127", "-129 128"),
    ("int16", "-32768 32767", "-32769 32768"),
    ("int32", "-2147483648 2147483647 1e3", r#"-2147483649 2147483648 "1" 0.1"#),
    (
        "int64",
        r#"-9223372036854775808 9223372036854775807 "9223372036854775807" "-9223372036854775808" "+0007" "-0" "0" 1e18"#,
        r#"9223372036854775808 -9223372036854775809 "9223372036854775808" "-9223372036854775809" "1.0" "" "+" "x" 1.5
           "10000000000000000000" "92233720368547758070" true"#,
    ),
    ("decimal", r#"1 1.5 -2e300 "1.5" "+1" "-0.10E-9999" "1e99999" "INF" "-INF" "NaN""#, r#""1." ".5" "" "+INF" true"#),
    ("double", r#"1 1.5 1e308 "INF" "-INF" "NaN""#, r#""1" "inf""#),
    ("single", r#"1 3.4028234663852886e38 -3.4028234663852886e38 3.4028235e38 "NaN""#, r#"3.4028236e38 -1e39 "1""#),
    (
        "date",
        r#""2026-01-31" "0000-01-01" "9999-12-31" "-0004-02-29" "2024-02-29" "2000-02-29" "12024-02-29" "10000-02-29" "123456-01-01""#,
        r#""2026-02-30" "2026-02-29" "1900-02-29" "2026-13-01" "2026-00-01" "2026-04-31" "2026-1-01" "026-01-01"
           "02026-01-01" "2026-01-00" "+2026-01-01" "11900-02-29" 20260131"#,
    ),
    (
        "moment",
        r#""2026-01-31T23:59:59Z" "2026-01-31t00:00z" "2026-01-31T00:00:00.123456789012+14:00" "2026-01-31T00:00-00:00" "2026-01-31T23:59:60Z""#,
        r#""2026-01-31" "2026-01-31T24:00:00Z" "2026-01-31T23:60:00Z" "2026-01-31T23:59:61Z" "2026-01-31T23:59:59"
           "2026-01-31T23:59:59.Z" "2026-01-31T23:59:59+24:00" "2026-01-31T00:00:00.1234567890123Z" "2026-01-31T23Z""#,
    ),
    ("time", r#""00:00" "23:59:59" "01:02:03.4" "01:02:60""#, r#""24:00" "1:02" "01:02:61" "01:02:03." "01:02Z""#),
    (
        "duration",
        r#""PT0S" "P1D" "-P1DT2H3M4.5S" "PT1M" "PT1H1S" "PT999999999H" "PT1.123456789012S" "PT1234567890S" "PT1.1234567890123S""#,
        r#""P" "PT" "P1DT" "P1Y" "P1M" "1D" "PT1S1M" "PT1.S" "+PT1M" "P1H" "PT.5S""#,
    ),
    (
        "guid",
        r#""01234567-89ab-cdef-0123-456789ABCDEF""#,
        r#""0123456789abcdef0123456789abcdef" "01234567-89ab-cdef-0123-456789abcdeg" "{01234567-89ab-cdef-0123-456789abcdef}""#,
    ),
    ("binary", r#""" "T0RhdGE" "T0RhdGE=" "TQ==" "-_+/" "TQ""#, r#""T" "TQ=" "T0RhdGE==" "T0Rh=" "T0R!" 1"#),
    ("point", r#"{"type":"Point","coordinates":[1,2]}"#, r#"{} {"type":1} "POINT(1,1)""#),
    ("stream", r#"1 "x" {} []"#, ""),
    ("anything", r##"1 "x" {"@odata.type":"#test.shop.fileConfig"} [[]]"##, ""),
];

#[test]
fn primitive_values() {
    for profile in BOTH {
        for (property, valid, invalid) in SHAPES {
            let values = valid.split_whitespace().map(|value| (value, true));
            for (value, is_valid) in values.chain(invalid.split_whitespace().map(|value| (value, false))) {
                let text = format!("{{\"{property}\":{value}}}");
                let findings = by_documents("test.shop.shapes", profile, text.as_bytes());
                assert_eq!(findings.is_empty(), is_valid, "{profile:?} {property} {value}: {findings}");
                let decoded = SCHEMA.validate("test.shop.shapes", text.as_bytes(), profile).unwrap();
                assert_eq!(decoded.is_empty(), is_valid, "{profile:?} {property} {value}: {decoded}");
            }
        }
    }
}

/// The calendar that the pattern spells out, against the rule itself.
#[test]
fn leap_years() {
    for year in [4, 96, 100, 200, 400, 1000, 1896, 1900, 1904, 2000, 2023, 2096, 2100, 2400, 9996, 10000, 10100, 99996]
    {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let text = format!("{{\"date\":\"{year:04}-02-29\"}}");
        assert_eq!(findings("test.shop.shapes", TOLERANT, &text).is_empty(), is_leap, "{year}");
    }
}
