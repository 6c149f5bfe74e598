//! Decimals from and to integers, floats, and `bigdecimal`.

use super::{Decimal, DecimalError};
use crate::edm;

macro_rules! from_integers {
    ($($ty:ty),+) => {$(
        impl From<$ty> for Decimal {
            fn from(value: $ty) -> Self {
                Self { text: value.to_string().into() }
            }
        }
    )+};
}
from_integers!(u8, u16, u32, u64, i8, i16, i32, i64);

/// The shortest decimal that is nearest to this float and no other; an error for what is not finite.
impl TryFrom<f64> for Decimal {
    type Error = DecimalError;

    fn try_from(value: f64) -> Result<Self, DecimalError> {
        format!("{value:?}").parse()
    }
}

/// The integer that the number is; an error where it has a fraction or is none of 64 bits.
impl TryFrom<&Decimal> for i64 {
    type Error = DecimalError;

    fn try_from(decimal: &Decimal) -> Result<Self, DecimalError> {
        let error = || DecimalError { expected: "an integer of 64 bits", found: decimal.text.clone() };
        edm::integer(&decimal.text).ok_or_else(error)
    }
}

#[cfg(feature = "bigdecimal")]
mod big {
    use bigdecimal::BigDecimal;

    use super::super::{Decimal, DecimalError};

    impl From<&Decimal> for BigDecimal {
        fn from(decimal: &Decimal) -> Self {
            // Every decimal's text is one of its own.
            decimal.text.parse().unwrap_or_default()
        }
    }

    impl From<Decimal> for BigDecimal {
        fn from(decimal: Decimal) -> Self {
            Self::from(&decimal)
        }
    }

    /// An error where the exponent has more than four digits.
    impl TryFrom<&BigDecimal> for Decimal {
        type Error = DecimalError;

        fn try_from(number: &BigDecimal) -> Result<Self, DecimalError> {
            number.to_string().parse()
        }
    }

    /// An error where the exponent has more than four digits.
    impl TryFrom<BigDecimal> for Decimal {
        type Error = DecimalError;

        fn try_from(number: BigDecimal) -> Result<Self, DecimalError> {
            Self::try_from(&number)
        }
    }
}
