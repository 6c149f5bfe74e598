//! `Edm.Decimal`: the digits as they are written, compared by what they stand for.
//!
//! Most programs read an amount, compare it and pass it on, which needs no arithmetic; what does comes with the feature
//! `bigdecimal`.
//!
//! Source: OData CSDL JSON 4.01, section 3.3; OData ABNF construction rules, `decimalValue`.

mod convert;

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use super::shape::Scan;

/// `Edm.Decimal`: a decimal number of any precision, as a number or, where a service is asked for it, as a string:
/// `1.50`, `"1.50"`, `-12e-3`.
///
/// All digits stay as they were written, zeros at the end too; what stands for the same number is equal. Parsed from an
/// optional sign, digits, optionally a point and digits, optionally an exponent that has at most four digits.
///
/// ```
/// use odatype::edm::Decimal;
/// let price: Decimal = "1.50".parse()?;
/// assert_eq!(price.as_str(), "1.50");
/// assert_eq!(price, "15e-1".parse()?);
/// assert!(price < Decimal::from(2) && price.to_f64() == 1.5);
/// # Ok::<(), odatype::edm::DecimalError>(())
/// ```
#[derive(Clone)]
pub struct Decimal {
    /// A JSON number.
    text: Box<str>,
}

/// Why there is no such [`Decimal`], or no such integer for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecimalError {
    expected: &'static str,
    found: Box<str>,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}, found `{}`", self.expected, self.found)
    }
}

impl std::error::Error for DecimalError {}

/// How many digits an exponent may have.
const MOST_DIGITS: usize = 4;

impl Decimal {
    /// The number as it is written in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The nearest float; infinite where none is near.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // Every decimal's text is one that floats are parsed from.
        self.text.parse().unwrap_or(f64::NAN)
    }

    /// The number that `text` stands for, in the form that JSON has for it: no plus, no zeros before the digits.
    fn parse(text: &str) -> Option<Self> {
        let mut scan = Scan(text.as_bytes());
        let negative = scan.any(b"+-") == Some(b'-');
        let (whole, fraction, exponent) = split(&text[text.len() - scan.0.len()..]);
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !fraction.is_none_or(all_digits) {
            return None;
        }
        let mut made = String::with_capacity(text.len());
        made.push_str(if negative { "-" } else { "" });
        made.push_str(match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        });
        if let Some(fraction) = fraction {
            made.push('.');
            made.push_str(fraction);
        }
        if let Some(exponent) = exponent {
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let significant = digits.trim_start_matches('0');
            if !all_digits(digits) || significant.len() > MOST_DIGITS {
                return None;
            }
            made.push_str(if exponent.starts_with('-') { "e-" } else { "e" });
            made.push_str(if significant.is_empty() { "0" } else { significant });
        }
        Some(Self { text: made.into() })
    }

    /// What the text stands for.
    fn canonical(&self) -> Canonical<'_> {
        let (negative, text) = match self.text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, &*self.text),
        };
        let (whole, fraction, exponent) = split(text);
        let mut whole = whole.trim_start_matches('0');
        let mut fraction = fraction.unwrap_or("").trim_end_matches('0');
        let exponent: i64 = exponent.and_then(|exponent| exponent.parse().ok()).unwrap_or(0);
        let mut point = length(whole);
        if whole.is_empty() {
            let all = fraction.len();
            fraction = fraction.trim_start_matches('0');
            point -= i64::try_from(all - fraction.len()).unwrap_or(i64::MAX);
        } else if fraction.is_empty() {
            whole = whole.trim_end_matches('0');
        }
        if whole.is_empty() && fraction.is_empty() {
            return Canonical { negative: false, point: 0, whole, fraction };
        }
        Canonical { negative, point: point.saturating_add(exponent), whole, fraction }
    }
}

/// A number's digits before the point, after it, and its exponent.
fn split(text: &str) -> (&str, Option<&str>, Option<&str>) {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction), exponent),
        None => (mantissa, None, exponent),
    }
}

fn length(digits: &str) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
}

/// A number as the one text that it has: `0.digits × 10^point`, the digits neither beginning nor ending with zero, but in
/// two parts. Zero has no digits.
struct Canonical<'a> {
    negative: bool,
    point: i64,
    whole: &'a str,
    fraction: &'a str,
}

impl Canonical<'_> {
    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    /// Which is farther from zero.
    fn compare_sizes(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (false, false) => self.point.cmp(&other.point).then_with(|| self.digits().cmp(other.digits())),
            (mine, others) => others.cmp(&mine),
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mine, others) = (self.canonical(), other.canonical());
        match (mine.negative, others.negative) {
            (false, false) => mine.compare_sizes(&others),
            (true, true) => others.compare_sizes(&mine),
            (mine, others) => others.cmp(&mine),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let value = self.canonical();
        (value.negative, value.point).hash(state);
        value.digits().for_each(|digit| state.write_u8(digit));
    }
}

impl Default for Decimal {
    fn default() -> Self {
        Self::from(0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let expected = "a decimal number whose exponent has at most four digits";
        Self::parse(text).ok_or_else(|| DecimalError { expected, found: text.into() })
    }
}

#[cfg(test)]
mod tests;
