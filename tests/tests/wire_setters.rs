//! What setters write is read back, and is the same value: at the edges of what each type holds, and wherever chance
//! goes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::fmt::Debug;

use odatype::{
    Structured,
    edm::{
        Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay,
        chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, TimeDelta, Utc},
    },
};
use odatype_tests::random::{Rng, one_in, pick};
use serde_json::json;

/// The schema of these tests.
#[allow(missing_docs, reason = "what is generated is documented in the schema or not at all")]
mod shapes {
    odatype::schema! {
        path = "conformance/shapes.csdl.json",
    }
}
use shapes::test::shapes::One;

/// How many values of each type chance gives.
const MANY: usize = 2000;

/// `set` with `value` gives what `get` gives, at once and after it was written and read.
fn round<T: Clone + PartialEq + Debug>(value: &T, set: impl Fn(T) -> One, get: impl Fn(&One) -> Option<T>) -> String {
    let one = set(value.clone());
    assert_eq!(get(&one).as_ref(), Some(value), "as it was set");
    let text = odatype::to_string(&one);
    let read: One = odatype::from_str(&text).unwrap_or_else(|error| panic!("{value:?}: {text}: {error}"));
    assert_eq!(get(&read).as_ref(), Some(value), "{text}");
    assert_eq!(read, one, "{text}");
    text
}

#[test]
fn integers() {
    let mut random = Rng::with_seed(1);
    for _ in 0..MANY {
        let bits = random.u64(..) >> random.usize(..64);
        let wide = i64::from_ne_bytes(bits.to_ne_bytes());
        for value in [wide, wide.wrapping_neg(), i64::MIN, i64::MAX] {
            round(&value, |value| One::new().with(One::INT64, value), One::int64);
        }
        let [low, high, ..] = bits.to_ne_bytes();
        round(&low, |value| One::new().with(One::BYTE, value), One::byte);
        round(&i8::from_ne_bytes([low]), |value| One::new().with(One::S_BYTE, value), One::s_byte);
        round(&i16::from_ne_bytes([low, high]), |value| One::new().with(One::INT16, value), One::int16);
        let int = i32::try_from(wide % (1 << 31)).unwrap();
        for value in [int, i32::MIN, i32::MAX] {
            round(&value, |value| One::new().with(One::INT32, value), One::int32);
        }
    }
}

#[test]
fn floats() {
    let mut random = Rng::with_seed(2);
    let singles = [f32::MAX, f32::MIN, f32::MIN_POSITIVE, 1e-45, -0.0, 0.0, f32::EPSILON, 1e16, f32::INFINITY];
    let doubles = [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, -0.0, 1e16, f64::from(f32::MAX), f64::NEG_INFINITY];
    let chance = (0..MANY).map(|_| random.u64(..)).collect::<Vec<_>>();
    let some_singles = chance.iter().map(|bits| f32::from_bits(u32::try_from(bits >> 32).unwrap()));
    for value in singles.into_iter().chain(some_singles).filter(|value| !value.is_nan()) {
        round(&value, |value| One::new().with(One::SINGLE, value), One::single);
    }
    let some_doubles = chance.iter().map(|bits| f64::from_bits(*bits));
    for value in doubles.into_iter().chain(some_doubles).filter(|value| !value.is_nan()) {
        round(&value, |value| One::new().with(One::DOUBLE, value), One::double);
    }
    assert_eq!(
        round(&f32::MAX, |value| One::new().with(One::SINGLE, value), One::single),
        r#"{"single":3.4028235e38}"#
    );
    let not: One = odatype::from_str(&odatype::to_string(&One::new().with(One::DOUBLE, f64::NAN))).unwrap();
    assert!(not.double().unwrap().is_nan());
}

fn digits(random: &mut Rng, most: usize) -> String {
    (0..=random.usize(..most)).map(|_| char::from(b'0' + u8::try_from(random.usize(..10)).unwrap())).collect()
}

#[test]
fn decimals() {
    let mut random = Rng::with_seed(3);
    let fixed = ["0", "-0", "1.50", "1e9999", "-1e-9999", "0.000", "1e308", "1e309", "-9.99e999", "+007.10"];
    let mut texts: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    for _ in 0..MANY {
        let sign = *pick(&mut random, &["", "-", "+"]);
        let fraction = if one_in(&mut random, 2) { format!(".{}", digits(&mut random, 30)) } else { String::new() };
        let exponent = if one_in(&mut random, 3) {
            format!("e{}{}", pick(&mut random, &["", "-", "+"]), digits(&mut random, 4))
        } else {
            String::new()
        };
        texts.push(format!("{sign}{}{fraction}{exponent}", digits(&mut random, 30)));
    }
    for text in texts {
        let value: Decimal = text.parse().unwrap();
        let written = round(&value, |value| One::new().with(One::DECIMAL, value), One::decimal);
        assert!(written.contains(value.as_str()), "digit by digit: {written}");
    }
    // What has a longer exponent is kept, and is no `Decimal`.
    let long = r#"{"decimal":"1e10000"}"#;
    if let Ok(one) = odatype::from_str::<One>(long) {
        assert_eq!((one.decimal(), odatype::to_string(&one).as_str()), (None, long));
    }
}

fn any_date(random: &mut Rng) -> Date {
    let all = usize::try_from((Date::MAX - Date::MIN).num_days()).unwrap();
    let day = if one_in(random, 2) { all / 2 - 400_000 + random.usize(..800_000) } else { random.usize(..all) };
    Date::MIN + TimeDelta::days(i64::try_from(day).unwrap())
}

fn any_time(random: &mut Rng) -> TimeOfDay {
    let nano = match random.usize(..3) {
        0 => 0,
        1 => random.usize(..1000) * 1_000_000,
        _ => random.usize(..1_000_000_000),
    };
    let (second, leap) = if one_in(random, 8) { (59, 1_000_000_000) } else { (random.usize(..60), 0) };
    let part = |number: usize| u32::try_from(number).unwrap();
    let (hour, minute) = (part(random.usize(..24)), part(random.usize(..60)));
    NaiveTime::from_hms_nano_opt(hour, minute, part(second), part(nano + leap)).unwrap()
}

#[test]
fn days_and_times() {
    let mut random = Rng::with_seed(4);
    let edges = [Date::MIN, Date::MAX, Date::from_ymd_opt(0, 1, 1).unwrap(), Date::from_ymd_opt(-1, 12, 31).unwrap()];
    for value in edges.into_iter().chain((0..MANY).map(|_| any_date(&mut random))) {
        round(&value, |value| One::new().with(One::DATE, value), One::date);
    }
    assert_eq!(round(&Date::MAX, |value| One::new().with(One::DATE, value), One::date), r#"{"date":"262142-12-31"}"#);
    let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_250_000_000).unwrap();
    for value in [leap, NaiveTime::MIN].into_iter().chain((0..MANY).map(|_| any_time(&mut random))) {
        round(&value, |value| One::new().with(One::TIME_OF_DAY, value), One::time_of_day);
    }
    let text = round(&leap, |value| One::new().with(One::TIME_OF_DAY, value), One::time_of_day);
    assert_eq!(text, r#"{"timeOfDay":"23:59:60.250"}"#);
}

#[test]
fn moments() {
    let mut random = Rng::with_seed(5);
    let east = |seconds| FixedOffset::east_opt(seconds).unwrap();
    let set = |value| One::new().with(One::DATE_TIME_OFFSET, value);
    let extremes = [NaiveDateTime::MIN, NaiveDateTime::MAX].map(|moment| moment.and_utc());
    for moment in extremes.into_iter().chain([DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC]) {
        for offset in [0, 60, -60, 14 * 3600, -14 * 3600, 86_340, -86_340, 1, -1, 86_399] {
            round(&moment.with_timezone(&east(offset)), set, One::date_time_offset);
        }
    }
    for _ in 0..MANY {
        let minutes = i32::try_from(random.usize(..2879)).unwrap() - 1439;
        let local = any_date(&mut random).and_time(any_time(&mut random));
        let Some(moment) = local.and_local_timezone(east(minutes * 60)).single() else { continue };
        let text = round(&moment, set, One::date_time_offset);
        let read: DateTimeOffset = odatype::from_str::<One>(&text).unwrap().date_time_offset().unwrap();
        assert_eq!(read.offset(), moment.offset(), "{text}");
    }
    let odd = DateTimeOffset::parse_from_rfc3339("2026-11-22T12:00:00.5Z").unwrap().with_timezone(&east(3661));
    assert_eq!(round(&odd, set, One::date_time_offset), r#"{"dateTimeOffset":"2026-11-22T12:00:00.500Z"}"#);
}

#[test]
fn durations() {
    let mut random = Rng::with_seed(6);
    let edges = [Duration::MAX, Duration::MIN, Duration::zero(), TimeDelta::nanoseconds(-1), TimeDelta::days(1)];
    let chance = (0..MANY).map(|_| {
        let seconds = i64::try_from(random.u64(..) >> (11 + random.usize(..50))).unwrap();
        let nanoseconds =
            if one_in(&mut random, 2) { 0 } else { u32::try_from(random.usize(..1_000_000_000)).unwrap() };
        let length = TimeDelta::new(seconds, nanoseconds).unwrap_or(Duration::MAX);
        if one_in(&mut random, 2) { -length } else { length }
    });
    for value in edges.into_iter().chain(chance.collect::<Vec<_>>()) {
        round(&value, |value| One::new().with(One::DURATION, value), One::duration);
    }
}

#[test]
fn texts_and_bytes() {
    let mut random = Rng::with_seed(7);
    for _ in 0..MANY {
        let bytes: Vec<u8> = (0..random.usize(..40)).map(|_| random.u64(..).to_ne_bytes()[0]).collect();
        round(&bytes, |value| One::new().with(One::BINARY, value), One::binary);
        let text: String = (0..random.usize(..20))
            .filter_map(|_| char::from_u32(u32::try_from(random.usize(..0x500)).unwrap()))
            .collect();
        round(&text, |value| One::new().with(One::STRING, value), |one| one.string().map(ToOwned::to_owned));
        let guid = Guid::from_u64_pair(random.u64(..), random.u64(..));
        round(&guid, |value| One::new().with(One::GUID, value), One::guid);
    }
    assert_eq!(One::new().with_dynamic("x", &json!("\u{1}")).dynamic("x").unwrap().as_str().as_deref(), Some("\u{1}"));
}
