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

use odatype_json::Exact;

/// `Edm.Decimal`: a decimal number of any precision, as a number or, where a service is asked for it, as a string:
/// `1.50`, `"1.50"`, `-12e-3`.
///
/// All digits stay as they were written, zeros at the end too; what stands for the same number is equal. Parsed from an
/// optional sign, digits, optionally a point and digits, optionally an exponent that has at most four digits. A number
/// on the wire whose exponent has more stays there as it is, and getters give `None` for it.
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
        Exact::parse(text)?;
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (unsigned, None),
        };
        let mantissa = mantissa.trim_start_matches('0');
        let mut made = String::with_capacity(text.len() + 1);
        made.push_str(if text.starts_with('-') { "-" } else { "" });
        made.push_str(if mantissa.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" });
        made.push_str(mantissa);
        if let Some(exponent) = exponent {
            let digits = exponent.trim_start_matches(['+', '-']).trim_start_matches('0');
            if digits.len() > MOST_DIGITS {
                return None;
            }
            made.push_str(if exponent.starts_with('-') { "e-" } else { "e" });
            made.push_str(if digits.is_empty() { "0" } else { digits });
        }
        Some(Self { text: made.into() })
    }

    /// What the text stands for, which every decimal's does.
    fn exact(&self) -> Option<Exact<'_>> {
        Exact::parse(&self.text)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact().cmp(&other.exact())
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
        if let Some(value) = self.exact() {
            (value.is_negative(), value.point()).hash(state);
            value.digits().for_each(|digit| state.write_u8(digit));
        }
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
