//! Numbers, and what is counted like numbers: days and seconds.

use odatype_table::{Bound, Constraints, Family, Primitive};
use proptest::{
    num::{f32, f64},
    sample::select,
    strategy::{SBoxedStrategy, Strategy},
};

use super::{
    chance::Texts,
    grid::{Grid, Number, common, scaled},
    time,
};

type Asked = Constraints<&'static str>;

/// So many digits have decimal numbers of which a schema does not say how many.
const DIGITS: u64 = 15;
/// Floats are not greater, if not all of them may be.
const FLOAT: i128 = 1_000_000_000;

/// Seconds east of Greenwich.
const OFFSETS: [i32; 6] = [0, 0, 0, 19_800, -28_800, 50_400];

/// JSON texts of numbers that may be what is `asked` of `primitive`.
pub(super) fn numbers(primitive: Primitive, asked: &Asked) -> Vec<Texts> {
    let mut all: Vec<Texts> =
        grids(primitive, asked).into_iter().map(|numbers| numbers.prop_map(Number::text).sboxed()).collect();
    // What lies beyond the digits that are counted here.
    let ends: Vec<String> =
        [&asked.minimum, &asked.maximum].into_iter().flatten().map(|end| end.value.to_owned()).collect();
    if !ends.is_empty() {
        all.push(select(ends).sboxed());
    }
    if primitive.family() == Family::Float {
        if primitive == Primitive::Single {
            all.push((f32::NORMAL | f32::NEGATIVE | f32::POSITIVE).prop_map(|value| format!("{value:?}")).sboxed());
        } else {
            all.push((f64::NORMAL | f64::NEGATIVE | f64::POSITIVE).prop_map(|value| format!("{value:?}")).sboxed());
        }
        all.push(select(vec!["\"INF\"", "\"-INF\"", "\"NaN\""]).prop_map(str::to_owned).sboxed());
    }
    all
}

/// JSON texts of dates and times that may be what is `asked` of `primitive`.
pub(super) fn times(primitive: Primitive, asked: &Asked) -> Vec<Texts> {
    let texts = |numbers| {
        (numbers, select(&OFFSETS[..])).prop_map(move |(number, east)| time::written(primitive, number, east))
    };
    grids(primitive, asked).into_iter().map(|numbers| texts(numbers).sboxed()).collect()
}

/// Numbers that may be what is `asked` of `primitive`, of few digits and of many; days and seconds of dates and times.
fn grids(primitive: Primitive, asked: &Asked) -> Vec<SBoxedStrategy<Number>> {
    let mut scales = scales(primitive, asked);
    scales.sort_unstable();
    scales.dedup();
    scales.into_iter().filter_map(|scale| grid(primitive, asked, scale)?.numbers()).collect()
}

/// How many digits after the point are tried.
fn scales(primitive: Primitive, asked: &Asked) -> Vec<u32> {
    let of_multiples = asked.multiples.iter().map(|unit| digits_after_point(unit)).max();
    let digits = asked.digits;
    let most = [digits.fraction, digits.total, digits.significant].into_iter().flatten().min();
    let most = |usual: u32| most.map_or(usual, |most| u32::try_from(most).map_or(usual, |most| most.min(9)));
    let base = match primitive {
        Primitive::Decimal => vec![0, most(2), most(6)],
        Primitive::Single | Primitive::Double => vec![0, 3],
        Primitive::DateTimeOffset | Primitive::TimeOfDay | Primitive::Duration => vec![0, most(3)],
        _ => vec![0],
    };
    base.into_iter().map(|scale| scale.max(of_multiples.unwrap_or(0))).collect()
}

fn digits_after_point(text: &str) -> u32 {
    let digits = odatype_json::Exact::parse(text).map_or(0, |value| value.fraction_digits());
    u32::try_from(digits).unwrap_or(u32::MAX).min(18)
}

fn grid(primitive: Primitive, asked: &Asked, scale: u32) -> Option<Grid> {
    let one = 10_i128.checked_pow(scale)?;
    let usual = range(primitive, asked, scale, one)?;
    let (mut least, mut greatest) = usual;
    let exclusive = |bound: &Bound<_>| i128::from(bound.is_exclusive);
    if let Some(bound) = &asked.minimum
        && let Some((value, is_all)) = position(primitive, bound.value).and_then(|text| scaled(&text, scale))
    {
        least = least.max(value.checked_add(if is_all { exclusive(bound) } else { 1 })?);
    }
    if let Some(bound) = &asked.maximum
        && let Some((value, is_all)) = position(primitive, bound.value).and_then(|text| scaled(&text, scale))
    {
        greatest = greatest.min(value.checked_sub(if is_all { exclusive(bound) } else { 0 })?);
    }
    // Beyond what is usual: a little further, as far as the type goes.
    if least > usual.1 && asked.maximum.is_none() {
        greatest = least.checked_add(one.checked_mul(100)?)?;
    }
    if greatest < usual.0 && asked.minimum.is_none() {
        least = greatest.checked_sub(one.checked_mul(100)?)?;
    }
    let is_integer = matches!(primitive.family(), Family::Integer | Family::WideInteger);
    let mut unit = if is_integer || primitive == Primitive::Date { one } else { 1 };
    for multiple in &asked.multiples {
        unit = common(unit, scaled(multiple, scale).filter(|(_, is_all)| *is_all)?.0)?;
    }
    Some(Grid { scale, unit, least, greatest, near: near(primitive).checked_mul(one)? })
}

/// The usual ends, times `one`.
fn range(primitive: Primitive, asked: &Asked, scale: u32, one: i128) -> Option<(i128, i128)> {
    let ends = |least: i128, greatest: i128| Some((least.checked_mul(one)?, greatest.checked_mul(one)?));
    match primitive {
        Primitive::Decimal => {
            let digits = asked.digits;
            let whole = digits.whole.unwrap_or(DIGITS).min(DIGITS) + u64::from(scale);
            let most = [digits.total, digits.significant].into_iter().flatten().fold(whole, u64::min);
            let most = 10_i128.checked_pow(u32::try_from(most).ok()?)? - 1;
            Some((-most, most))
        }
        Primitive::Single | Primitive::Double => ends(-FLOAT, FLOAT),
        Primitive::Date => ends(time::DAYS.0, time::DAYS.1),
        Primitive::DateTimeOffset => ends(time::DAYS.0 * time::DAY, (time::DAYS.1 + 1) * time::DAY - 1),
        Primitive::TimeOfDay => Some((0, time::DAY.checked_mul(one)? - 1)),
        Primitive::Duration => ends(-1000 * time::DAY, 1000 * time::DAY),
        _ => primitive.range().and_then(|(least, greatest)| ends(i128::from(least), i128::from(greatest))),
    }
}

/// How far from zero most are.
fn near(primitive: Primitive) -> i128 {
    match primitive {
        Primitive::Date => time::NEAR,
        Primitive::DateTimeOffset => time::NEAR * time::DAY,
        Primitive::TimeOfDay => time::DAY,
        Primitive::Duration => 7200,
        _ => 100,
    }
}

/// What number stands for `text`, a value of `primitive`.
fn position(primitive: Primitive, text: &str) -> Option<String> {
    if primitive.family() == Family::Literal { time::position(primitive, text) } else { Some(text.to_owned()) }
}
