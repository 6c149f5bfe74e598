//! `edm::Decimal` says what `bigdecimal` says of the same texts.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype::edm::{
    Decimal,
    bigdecimal::{BigDecimal, ToPrimitive as _},
};
use odatype_tests::random::{Rng, one_in, pick};

/// A text of few different digits, so that many are equal or nearly so.
fn text(random: &mut Rng) -> String {
    let mut text = (*pick::<&str>(random, &["", "-", "+"])).to_owned();
    digits(random, &mut text);
    if one_in(random, 2) {
        text.push('.');
        digits(random, &mut text);
    }
    if one_in(random, 2) {
        text.push_str(pick::<&str>(random, &["e", "E", "e-", "e+"]));
        text.push_str(pick::<&str>(random, &["0", "1", "2", "3", "04", "19", "21"]));
    }
    text
}

fn digits(random: &mut Rng, text: &mut String) {
    let most = if one_in(random, 8) { 40 } else { 4 };
    for _ in 0..=random.usize(..most) {
        text.push_str(pick::<&str>(random, &["0", "0", "1", "9"]));
    }
}

#[test]
fn order_conversions_and_digits() {
    let mut random = Rng::with_seed(1);
    let mut equal = 0;
    for _ in 0..20_000 {
        let (left, right) = (text(&mut random), text(&mut random));
        let (ours, others): (Decimal, Decimal) = (left.parse().unwrap(), right.parse().unwrap());
        let (reference, reference_others): (BigDecimal, BigDecimal) = (left.parse().unwrap(), right.parse().unwrap());
        assert_eq!(ours.cmp(&others), reference.cmp(&reference_others), "{left} {right}");
        assert_eq!(ours == others, reference == reference_others, "{left} {right}");
        equal += usize::from(ours == others);

        assert_eq!(BigDecimal::from(&ours), reference, "{left}");
        let digits = |number: &BigDecimal| number.as_bigint_and_exponent();
        assert_eq!(digits(&BigDecimal::from(&ours)), digits(&reference), "{left}: all digits are there");
        assert_eq!(Decimal::try_from(&reference).unwrap(), ours, "{left}");
        let integer = reference.is_integer().then(|| reference.to_i64()).flatten();
        assert_eq!(i64::try_from(&ours).ok(), integer, "{left}");
    }
    assert!(equal > 100, "{equal}");
}

#[test]
fn exponents_have_bounds() {
    let far = BigDecimal::new(1.into(), -100_000);
    assert!(Decimal::try_from(far).is_err());
    assert_eq!(BigDecimal::from("1e-9999".parse::<Decimal>().unwrap()), "1e-9999".parse::<BigDecimal>().unwrap());
}
