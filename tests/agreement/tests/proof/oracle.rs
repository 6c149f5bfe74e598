//! What is right, by means that share no code with what is on trial: `bigdecimal`, `chrono`, and a little of our own on
//! them.

use std::fmt::Write as _;

use bigdecimal::{BigDecimal, Signed, Zero};
use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, Timelike, Utc};
use odatype_json_schema::exactness::Form;

/// A value, apart from how it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A number; days since 1970 of a date, seconds since then of a moment, seconds of a time of day or a duration.
    Number(BigDecimal),
    /// `INF`, `-INF` or `NaN`.
    Special(&'static str),
    /// Text; a GUID in lower case; members of an enumeration type.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// `true` or `false`.
    Boolean(bool),
}

/// A number from its text.
pub(crate) fn number(text: &str) -> BigDecimal {
    text.parse().unwrap()
}

impl Value {
    pub(crate) fn number(text: &str) -> Self {
        Self::Number(number(text))
    }

    pub(crate) fn as_number(&self) -> Option<&BigDecimal> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Digits before the point, after it, and from the first to the last that is not zero.
pub(crate) fn digits(number: &BigDecimal) -> (i64, i64, i64) {
    if number.is_zero() {
        return (0, 0, 0);
    }
    let (digits, scale) = number.normalized().abs().into_bigint_and_exponent();
    let count = i64::try_from(digits.to_string().len()).unwrap();
    ((count - scale).max(0), scale.max(0), count)
}

/// Whole multiples of `unit`.
pub(crate) fn is_multiple(number: &BigDecimal, unit: &BigDecimal) -> bool {
    (number % unit).is_zero()
}

/// How values of a type are written; each way with its form.
pub(crate) type Spell = fn(&Value) -> Vec<(String, Form)>;

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn plain(number: &BigDecimal) -> String {
    number.normalized().to_plain_string()
}

/// Integers of up to 32 bits.
pub(crate) fn integer(value: &Value) -> Vec<(String, Form)> {
    vec![(plain(value.as_number().unwrap()), Form::Integer)]
}

/// Integers of 64 bits: numbers, and text with zeros and signs.
pub(crate) fn int64(value: &Value) -> Vec<(String, Form)> {
    let text = plain(value.as_number().unwrap());
    let mut out = vec![(text.clone(), Form::Int64Number), (quoted(&text), Form::Int64Text)];
    let (sign, size) = text.strip_prefix('-').map_or(("+", text.as_str()), |size| ("-", size));
    if size.len() < 19 {
        out.push((quoted(&format!("{sign}0{size}")), Form::Int64Text));
    }
    out
}

/// Decimals: numbers and text, with zeros and exponents.
pub(crate) fn decimal(value: &Value) -> Vec<(String, Form)> {
    let number = value.as_number().unwrap();
    let text = plain(number);
    let with_zero = if text.contains('.') { format!("{text}0") } else { format!("{text}.0") };
    let (digits, scale) = number.normalized().into_bigint_and_exponent();
    let with_exponent = format!("{digits}e{}", -scale);
    vec![
        (text.clone(), Form::DecimalNumber),
        (with_zero.clone(), Form::DecimalNumber),
        (with_exponent.clone(), Form::DecimalNumber),
        (quoted(&text), Form::DecimalText),
        (quoted(&with_zero), Form::DecimalText),
        (quoted(&with_exponent), Form::DecimalText),
    ]
}

/// Floats.
pub(crate) fn float(value: &Value) -> Vec<(String, Form)> {
    match value {
        Value::Special(text) => vec![(quoted(text), Form::FloatText)],
        value => {
            let number = value.as_number().unwrap();
            let (digits, scale) = number.normalized().into_bigint_and_exponent();
            vec![(plain(number), Form::FloatNumber), (format!("{digits}e{}", -scale), Form::FloatNumber)]
        }
    }
}

/// Text, also with every character escaped.
pub(crate) fn text(value: &Value) -> Vec<(String, Form)> {
    let Value::Text(text) = value else { panic!("{value:?}") };
    let mut escaped = String::new();
    text.encode_utf16().for_each(|unit| write!(escaped, "\\u{unit:04x}").unwrap());
    vec![(quoted(text), Form::Text), (format!("\"{escaped}\""), Form::Text)]
}

/// GUIDs in either letter case.
pub(crate) fn guid(value: &Value) -> Vec<(String, Form)> {
    let Value::Text(text) = value else { panic!("{value:?}") };
    vec![(quoted(text), Form::Guid), (quoted(&text.to_uppercase()), Form::Guid)]
}

/// Members of enumeration types.
pub(crate) fn member(value: &Value) -> Vec<(String, Form)> {
    let Value::Text(text) = value else { panic!("{value:?}") };
    vec![(quoted(text), Form::Member)]
}

pub(crate) fn boolean(value: &Value) -> Vec<(String, Form)> {
    let Value::Boolean(value) = value else { panic!("{value:?}") };
    vec![(value.to_string(), Form::Boolean)]
}

/// Base64url, with and without padding.
pub(crate) fn binary(value: &Value) -> Vec<(String, Form)> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let Value::Bytes(bytes) = value else { panic!("{value:?}") };
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let index = (bits >> (18 - 6 * place)) & 63;
            out.push(char::from(ALPHABET[index as usize]));
        }
    }
    let padded = format!("{out}{}", "=".repeat((4 - out.len() % 4) % 4));
    vec![(quoted(&out), Form::Binary), (quoted(&padded), Form::Binary)]
}

/// Days.
pub(crate) fn date(value: &Value) -> Vec<(String, Form)> {
    let days: i32 = plain(value.as_number().unwrap()).parse().unwrap();
    let day = NaiveDate::from_epoch_days(days).unwrap();
    vec![(quoted(&day.format("%Y-%m-%d").to_string()), Form::Date)]
}

/// Whole seconds, and the digits of the fraction.
fn parts(number: &BigDecimal) -> (i64, String) {
    let whole = number.with_scale_round(0, bigdecimal::RoundingMode::Floor);
    let fraction = plain(&(number - &whole));
    (plain(&whole).parse().unwrap(), fraction.strip_prefix("0.").unwrap_or("").to_owned())
}

/// Moments, with several offsets and zeros at the end.
pub(crate) fn moment(value: &Value) -> Vec<(String, Form)> {
    let (seconds, fraction) = parts(value.as_number().unwrap());
    let moment: DateTime<Utc> = DateTime::from_timestamp(seconds, 0).unwrap();
    let at = |minutes: i32| moment.with_timezone(&FixedOffset::east_opt(minutes * 60).unwrap());
    let mut out = Vec::new();
    for (moment, zeros) in [(at(0), ""), (at(330), ""), (at(-720), "00")] {
        let fraction =
            if fraction.is_empty() && zeros.is_empty() { String::new() } else { format!(".{fraction}{zeros}") };
        let text = moment.to_rfc3339_opts(SecondsFormat::Secs, true);
        out.push((quoted(&format!("{}{fraction}{}", &text[..19], &text[19..])), Form::Time));
    }
    out
}

/// Times of day.
pub(crate) fn time(value: &Value) -> Vec<(String, Form)> {
    let (seconds, fraction) = parts(value.as_number().unwrap());
    let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).unwrap(), 0).unwrap();
    let fraction = if fraction.is_empty() { fraction } else { format!(".{fraction}") };
    let mut out = vec![(quoted(&format!("{}{fraction}", time.format("%H:%M:%S"))), Form::Time)];
    if fraction.is_empty() && time.second() == 0 {
        out.push((quoted(&time.format("%H:%M").to_string()), Form::Time));
    }
    out
}

/// Durations as seconds, and as days, hours and minutes.
pub(crate) fn duration(value: &Value) -> Vec<(String, Form)> {
    let number = value.as_number().unwrap();
    let sign = if number.is_negative() { "-" } else { "" };
    let (seconds, fraction) = parts(&number.abs());
    let fraction = if fraction.is_empty() { fraction } else { format!(".{fraction}") };
    let (days, hours, minutes, rest) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    vec![
        (quoted(&format!("{sign}PT{seconds}{fraction}S")), Form::Time),
        (quoted(&format!("{sign}P{days}DT{hours}H{minutes}M{rest}{fraction}S")), Form::Time),
    ]
}
