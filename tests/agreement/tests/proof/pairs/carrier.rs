//! The types that carry rules, each with the rules that it can carry; all rules of a carrier leave one value at least.

use serde_json::{Value as Json, json};

use super::rule::{
    End::{Exclusive, Inclusive},
    Rule, allowed, ascii, fraction, max_length, maximum, minimum, multiple, pattern, precision,
};
use crate::oracle::{self, Spell, Value};

/// A type with rules for it.
pub(super) struct Carrier {
    /// For messages.
    pub(super) name: &'static str,
    /// The type's name in CSDL.
    pub(super) csdl: &'static str,
    /// Whether a type definition can be of it.
    pub(super) is_defined: bool,
    pub(super) rules: Vec<Rule>,
    /// Values that are tried besides those at the boundaries.
    pub(super) more: Vec<Value>,
    pub(super) spell: Spell,
}

fn carrier(name: &'static str, csdl: &'static str, spell: Spell, rules: Vec<Rule>, more: Vec<Value>) -> Carrier {
    Carrier { name, csdl, is_defined: true, rules, more, spell }
}

fn numbers(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| Value::number(text)).collect()
}

fn texts(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| Value::Text((*text).to_owned())).collect()
}

/// Allowed numbers, as they are written.
fn some(written: &[&str]) -> Rule {
    allowed(
        written
            .iter()
            .map(|text| (serde_json::from_str(text).unwrap(), Value::number(text.trim_matches('"'))))
            .collect(),
    )
}

/// All carriers.
pub(super) fn all() -> Vec<Carrier> {
    let mut all = integers();
    all.extend([near_2_53(), near_the_limits(), decimals(), wide_decimals(), doubles(), singles()]);
    all.extend([dates(), moments(), times(), durations()]);
    all.extend([strings(), binaries(), guids(), booleans(), members()]);
    all
}

/// 12 keeps all of it.
fn integers() -> Vec<Carrier> {
    let rules = || {
        vec![
            minimum("6", json!(6), Inclusive, "1"),
            minimum("6", json!("6"), Exclusive, "1"),
            minimum("10", json!(10.0), Inclusive, "1"),
            maximum("30", json!(30), Inclusive, "1"),
            maximum("30", json!(30), Exclusive, "1"),
            maximum("18", json!(18), Inclusive, "1"),
            multiple("3", "12", "1"),
            multiple("2.0", "12", "1"),
            some(&["6", "12", "\"30\""]),
            some(&["12", "13", "18"]),
        ]
    };
    let more = || numbers(&["0", "12", "24"]);
    [("Edm.Byte", "255"), ("Edm.SByte", "-128"), ("Edm.Int16", "-32768"), ("Edm.Int32", "2147483647")]
        .map(|(csdl, limit)| {
            let mut more = more();
            more.extend(numbers(&[limit]));
            carrier(csdl, csdl, oracle::integer, rules(), more)
        })
        .into()
}

/// 2^53 + 4 keeps all of it.
fn near_2_53() -> Carrier {
    let rules = vec![
        minimum("9007199254740992", json!(9_007_199_254_740_992_i64), Inclusive, "1"),
        minimum("9007199254740992", json!("9007199254740992"), Exclusive, "1"),
        minimum("9007199254740993", json!(9_007_199_254_740_993_i64), Inclusive, "1"),
        maximum("9007199254741000", json!(9_007_199_254_741_000_i64), Inclusive, "1"),
        maximum("9007199254740997", json!(9_007_199_254_740_997_i64), Exclusive, "1"),
        multiple("4", "9007199254740996", "1"),
        some(&["9007199254740993", "9007199254740996", "\"9007199254740992\""]),
        some(&["9007199254740996"]),
    ];
    carrier(
        "Int64 near 2^53",
        "Edm.Int64",
        oracle::int64,
        rules,
        numbers(&["0", "-9007199254740993", "9007199254740996"]),
    )
}

/// 9e18 keeps all of it.
fn near_the_limits() -> Carrier {
    let rules = vec![
        minimum("-9223372036854775807", json!(-9_223_372_036_854_775_807_i64), Inclusive, "1"),
        minimum("8999999999999999999", json!("8999999999999999999"), Exclusive, "1"),
        maximum("9000000000000000000", json!(9_000_000_000_000_000_000_i64), Inclusive, "1"),
        maximum("9000000000000000001", json!(9_000_000_000_000_000_001_i64), Exclusive, "1"),
        maximum("9223372036854775806", json!(9_223_372_036_854_775_806_i64), Inclusive, "1"),
        multiple("1000000000", "9000000000000000000", "1"),
        some(&["9000000000000000000", "-9223372036854775808", "9223372036854775807"]),
    ];
    let more = numbers(&["0", "-9223372036854775808", "9223372036854775807"]);
    carrier("Int64 near its limits", "Edm.Int64", oracle::int64, rules, more)
}

/// 12.5 keeps all of it.
fn decimals() -> Carrier {
    let rules = vec![
        minimum("0.5", json!(0.5), Inclusive, "0.01"),
        minimum("0.5", json!("0.50"), Exclusive, "0.000000000000000000000000000001"),
        maximum("99.75", json!(99.75), Inclusive, "0.01"),
        maximum("99.75", json!("99.75"), Exclusive, "0.01"),
        multiple("0.25", "12.5", "0.01"),
        multiple("0.1", "12.5", "0.05"),
        some(&["0.5", "12.5", "\"99.75\""]),
        precision(Some(5), Some(&json!(2)), &["123.45", "123.456", "1234.5", "999.99", "1000"]),
        precision(Some(4), Some(&json!("variable")), &["1.234", "12.345", "0.0001", "0.00001", "12345"]),
        precision(Some(4), Some(&json!("Floating")), &["1.234", "12340000", "12345", "0.00001234", "0.000012345"]),
        precision(Some(4), None, &["1234", "12345", "1.234", "1.2345"]),
        precision(None, Some(&json!(1)), &["0.1", "0.12", "123456.1"]),
    ];
    carrier("Decimal", "Edm.Decimal", oracle::decimal, rules, numbers(&["0", "12.5", "-12.5", "1e20", "-1e-20"]))
}

/// 9007199254740996.5 keeps all of it.
fn wide_decimals() -> Carrier {
    let rules = vec![
        minimum("9007199254740993", json!(9_007_199_254_740_993_i64), Inclusive, "1"),
        minimum("9007199254740993.5", json!("9007199254740993.5"), Exclusive, "0.5"),
        maximum("9007199254740997", json!(9_007_199_254_740_997_i64), Inclusive, "0.25"),
        maximum("9000000000000000000", json!(9_000_000_000_000_000_000_i64), Exclusive, "1"),
        multiple("0.5", "9007199254740996.5", "0.25"),
        precision(Some(18), Some(&json!(2)), &["9007199254740996.25", "9007199254740996.125", "90071992547409961"]),
    ];
    carrier("Decimal near 2^53", "Edm.Decimal", oracle::decimal, rules, numbers(&["9007199254740996.5", "0"]))
}

/// 1.5 keeps all of it.
fn floats(csdl: &'static str) -> Carrier {
    let rules = vec![
        minimum("0.5", json!(0.5), Inclusive, "0.125"),
        minimum("0.5", json!(0.5), Exclusive, "0.125"),
        maximum("1e10", json!(1e10), Inclusive, "1024"),
        maximum("1e10", json!("1e10"), Exclusive, "1024"),
        multiple("0.5", "1.5", "0.125"),
        some(&["1.5", "\"0.5\"", "1e10"]),
        precision(Some(3), Some(&json!(1)), &["1.5", "99.5", "100", "0.25"]),
        precision(Some(4), Some(&json!("variable")), &["1.234", "12.345", "0.00001", "12345"]),
        precision(Some(4), Some(&json!("floating")), &["1.234", "12340000", "12345", "0.00001234"]),
        precision(Some(4), None, &["1234", "12345", "1.234", "1.2345"]),
        precision(None, Some(&json!(1)), &["0.1", "0.12", "123456.1"]),
    ];
    let mut more = numbers(&["0", "1.5", "-1.5", "1e30"]);
    more.extend(["INF", "-INF", "NaN"].map(Value::Special));
    carrier(csdl, csdl, oracle::float, rules, more)
}

fn doubles() -> Carrier {
    floats("Edm.Double")
}

fn singles() -> Carrier {
    floats("Edm.Single")
}

/// 2026-01-01, day 20454, keeps all of it.
fn dates() -> Carrier {
    let rules = vec![
        minimum("20454", json!("2026-01-01"), Inclusive, "1"),
        minimum("20453", json!("2025-12-31"), Exclusive, "1"),
        maximum("20454", json!("2026-01-01"), Inclusive, "1"),
        maximum("20818", json!("2026-12-31"), Exclusive, "1"),
        allowed(vec![(json!("2026-01-01"), Value::number("20454")), (json!("2026-12-31"), Value::number("20818"))]),
    ];
    carrier("Edm.Date", "Edm.Date", oracle::date, rules, numbers(&["0", "-719162", "2932896"]))
}

/// Noon of 2026-01-01 keeps all of it.
fn moments() -> Carrier {
    let noon = "1767268800";
    let rules = vec![
        minimum(noon, json!("2026-01-01T12:00:00Z"), Inclusive, "1"),
        minimum("1767268799.9995", json!("2026-01-01T13:59:59.9995+02:00"), Exclusive, "0.0005"),
        maximum(noon, json!("2026-01-01T12:00:00.000Z"), Inclusive, "0.000001"),
        maximum("1767268801", json!("2026-01-01T00:00:01-12:00"), Exclusive, "1"),
        allowed(vec![(json!("2026-01-01T14:00:00+02:00"), Value::number(noon))]),
        fraction(3, &["1767268800.123", "1767268800.1234", "1767268800.1230"]),
        fraction(0, &["1767268800.1", "1767268801"]),
    ];
    carrier("Edm.DateTimeOffset", "Edm.DateTimeOffset", oracle::moment, rules, numbers(&["0", noon, "253402214399"]))
}

/// 12:00 keeps all of it.
fn times() -> Carrier {
    let rules = vec![
        minimum("43200", json!("12:00"), Inclusive, "1"),
        minimum("43199.5", json!("11:59:59.5"), Exclusive, "0.5"),
        maximum("43200", json!("12:00:00.00"), Inclusive, "0.000000000001"),
        maximum("43260", json!("12:01:00"), Exclusive, "1"),
        multiple("60", "43200", "1"),
        multiple("0.5", "43200.5", "0.25"),
        allowed(vec![(json!("12:00:00"), Value::number("43200")), (json!("23:59:59.999"), Value::number("86399.999"))]),
        fraction(2, &["43200.12", "43200.123"]),
    ];
    carrier("Edm.TimeOfDay", "Edm.TimeOfDay", oracle::time, rules, numbers(&["0", "43200", "86399.999999999999"]))
}

/// Two hours keep all of it.
fn durations() -> Carrier {
    let rules = vec![
        minimum("-1.5", json!("-PT1.5S"), Inclusive, "0.5"),
        minimum("3600", json!("PT1H"), Exclusive, "1"),
        maximum("86400", json!("P1D"), Inclusive, "1"),
        maximum("7200.001", json!("PT2H0.001S"), Exclusive, "0.001"),
        multiple("60", "7200", "1"),
        multiple("0.25", "7200", "0.125"),
        allowed(vec![(json!("PT120M"), Value::number("7200")), (json!("P2D"), Value::number("172800"))]),
        fraction(1, &["7200.1", "7200.12", "-0.12"]),
    ];
    carrier("Edm.Duration", "Edm.Duration", oracle::duration, rules, numbers(&["0", "7200", "-7200", "31536000"]))
}

/// `ab` keeps all of it.
fn strings() -> Carrier {
    let rules = vec![
        max_length(3, texts(&["aab", "aaab", "a\u{1f600}b", "a\u{1f600}\u{1f600}b"])),
        max_length(5, texts(&["aaaab", "aaaaab"])),
        ascii(),
        pattern("^a", &["ab", "b", "\u{e4}b"]),
        pattern("b$", &["ab", "ab\n", "abc"]),
        pattern("^[^\\d]*$", &["ab", "a1b", "a\u{663}b"]),
        pattern("^\\w+$", &["ab", "a\u{e9}b", "a b"]),
        pattern("^.{1,4}$", &["a\u{1f600}b", "a\nb", "a\u{2028}b"]),
        pattern("^\\S+$", &["a\u{feff}b", "a\u{180e}b", "a\u{a0}b"]),
        allowed(texts(&["ab", "aab", "a\u{e9}b", "a\"\\/\u{1}b"]).into_iter().map(written).collect()),
        allowed(texts(&["", "ab", "abc"]).into_iter().map(written).collect()),
    ];
    carrier("Edm.String", "Edm.String", oracle::text, rules, texts(&["", "ab", "AB", "\u{0}"]))
}

fn written(value: Value) -> (Json, Value) {
    match value {
        Value::Text(text) => (json!(text), Value::Text(text)),
        value => panic!("{value:?}"),
    }
}

/// Two bytes, 0 and 255, keep all of it.
fn binaries() -> Carrier {
    let bytes = |length: u8| Value::Bytes((0..length).map(|byte| byte.wrapping_mul(255)).collect());
    let rules = vec![
        max_length(2, vec![bytes(2), bytes(3)]),
        max_length(4, vec![bytes(4), bytes(5)]),
        allowed(vec![(json!("AP8"), Value::Bytes(vec![0, 255])), (json!("AP8B"), Value::Bytes(vec![0, 255, 1]))]),
    ];
    carrier("Edm.Binary", "Edm.Binary", oracle::binary, rules, (0..7).map(bytes).collect())
}

fn guids() -> Carrier {
    let (one, two) = ("11111111-2222-3333-4444-5555555555aa", "11111111-2222-3333-4444-5555555555ab");
    let list =
        |texts: &[&str]| allowed(texts.iter().map(|text| (json!(text), Value::Text(text.to_lowercase()))).collect());
    let rules = vec![list(&[one, two]), list(&["11111111-2222-3333-4444-5555555555AA"])];
    carrier("Edm.Guid", "Edm.Guid", oracle::guid, rules, texts(&[one, two, "00000000-0000-0000-0000-000000000000"]))
}

fn booleans() -> Carrier {
    let both = [Value::Boolean(true), Value::Boolean(false)];
    let rules = vec![
        allowed(vec![(json!(true), Value::Boolean(true))]),
        allowed(vec![(json!(true), Value::Boolean(true)), (json!(false), Value::Boolean(false))]),
    ];
    carrier("Edm.Boolean", "Edm.Boolean", oracle::boolean, rules, both.into())
}

fn members() -> Carrier {
    let member = |written: &str, name: &str| (json!(written), Value::Text(name.to_owned()));
    let rules = vec![
        allowed(vec![member("Red", "Red"), member("1", "Green")]),
        allowed(vec![member("ns.Color/Red", "Red"), member("Blue", "Blue")]),
    ];
    let more = texts(&["Red", "Green", "Blue"]);
    Carrier { is_defined: false, ..carrier("enumeration", "ns.Color", oracle::member, rules, more) }
}
