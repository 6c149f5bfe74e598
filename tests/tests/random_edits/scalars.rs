//! Properties that hold primitive values, values of enumerations, or anything; and collections of them.

use odatype::{
    Null, Property, Structured, Untyped,
    edm::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
};
use serde_json::{Value, json};

use crate::{
    case::{Case, check_presence, same},
    edits::{Level, Modes},
    model::{Tape, anything, get, misfit, put, remove},
};

/// Some values of a type, and how they are written.
trait Scalar: Sized {
    fn some(tape: &mut Tape<'_>) -> (Self, Value);
    fn read(value: &Value) -> Option<Self>;
}

fn items<T: Scalar>(tape: &mut Tape<'_>) -> (Vec<Option<T>>, Value) {
    let mut both = (Vec::new(), Vec::new());
    for _ in 0..tape.below(4) {
        let (value, json) = if tape.once_in(4) { (None, Value::Null) } else { some(tape) };
        both.0.push(value);
        both.1.push(json);
    }
    (both.0, Value::Array(both.1))
}

fn some<T: Scalar>(tape: &mut Tape<'_>) -> (Option<T>, Value) {
    let (value, json) = T::some(tape);
    (Some(value), json)
}

/// The value of a property that `take` gave and `model` says was there.
fn taken(model: &mut Value, name: &str, fits: bool) {
    if fits || get(model, name).is_some_and(Value::is_null) {
        remove(model, name);
    }
}

macro_rules! scalars {
    ($($ty:ty => [$(($value:expr, $json:expr)),+ $(,)?]),+ $(,)?) => {$(
        impl Scalar for $ty {
            fn some(tape: &mut Tape<'_>) -> (Self, Value) {
                tape.pick(&[$(($value, $json)),+])
            }

            fn read(value: &Value) -> Option<Self> {
                [$(($value, $json)),+].into_iter().find(|(_, json)| json == value).map(|(value, _)| value)
            }
        }
        cases!($ty);
    )+};
}

macro_rules! cases {
    ($ty:ty) => {
        impl Case for $ty {
            fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
                let (value, json) = <$ty>::some(tape);
                match tape.below(7) {
                    0 => {
                        on.set(at, value);
                        put(model, at.name(), json);
                    }
                    1 => {
                        on.set(at, &value);
                        put(model, at.name(), json);
                    }
                    2 => {
                        *on = on.clone().with(at, Null);
                        put(model, at.name(), Value::Null);
                    }
                    3 => {
                        on.set(at, None::<$ty>);
                        remove(model, at.name());
                    }
                    4 => {
                        *on = on.clone().without(at);
                        remove(model, at.name());
                    }
                    _ => {
                        let expected = get(model, at.name()).and_then(<$ty>::read);
                        same(&on.take(at), &expected, &at, model);
                        taken(model, at.name(), expected.is_some());
                    }
                }
            }

            fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
                check_presence(on, at, model);
                same(&on.get(at), &get(model, at.name()).and_then(<$ty>::read), &at, model);
            }

            fn json(tape: &mut Tape<'_>) -> Value {
                if tape.once_in(4) { Value::Null } else { <$ty>::some(tape).1 }
            }
        }

        impl Case for [$ty] {
            fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
                let name = at.name();
                match tape.below(8) {
                    0 | 1 => {
                        let (values, json) = items::<$ty>(tape);
                        on.set(at, values);
                        put(model, name, json);
                    }
                    2 => {
                        on.set(at, Null);
                        put(model, name, Value::Null);
                    }
                    3 => {
                        on.unset(at);
                        remove(model, name);
                    }
                    4 => {
                        let expected = expected::<$ty>(model, name);
                        same(&on.take(at), &expected, &at, model);
                        taken(model, name, get(model, name).is_some_and(Value::is_array));
                    }
                    _ => {
                        let (value, json) = if tape.once_in(4) { (None, Value::Null) } else { some::<$ty>(tape) };
                        on.push(at, value);
                        if !get(model, name).is_some_and(Value::is_array) {
                            put(model, name, json!([]));
                        }
                        model[name].as_array_mut().unwrap().push(json);
                    }
                }
            }

            fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
                check_presence(on, at, model);
                let (values, expected) = (on.get(at), expected::<$ty>(model, at.name()));
                same(&values, &expected, &at, model);
                assert_eq!(values.len(), expected.len());
                same(&values.iter().collect::<Vec<_>>(), &expected.iter().flatten().collect::<Vec<_>>(), &at, model);
                let end = expected.len().saturating_sub(1);
                same(&values.get(end), &expected.get(end).cloned().flatten(), &at, model);
            }

            fn json(tape: &mut Tape<'_>) -> Value {
                match items::<$ty>(tape).1 {
                    _ if tape.once_in(4) => Value::Null,
                    Value::Array(mut items) if tape.misfit() => {
                        items.push(misfit(tape));
                        Value::Array(items)
                    }
                    items => items,
                }
            }

            fn misfit(tape: &mut Tape<'_>) -> Value {
                if tape.once_in(2) { json!("!") } else { misfit(tape) }
            }
        }
    };
}

fn expected<T: Scalar>(model: &Value, name: &str) -> Vec<Option<T>> {
    get(model, name).and_then(Value::as_array).into_iter().flatten().map(T::read).collect()
}

fn parsed<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

scalars! {
    String => [(String::new(), json!("")), ("a".into(), json!("a")), ("\u{1f600}\"\\\n".into(), json!("\u{1f600}\"\\\n"))],
    bool => [(true, json!(true)), (false, json!(false))],
    u8 => [(0, json!(0)), (255, json!(255))],
    i16 => [(-32_768, json!(-32_768)), (7, json!(7))],
    i32 => [(0, json!(0)), (i32::MAX, json!(i32::MAX)), (-1, json!(-1))],
    i64 => [(i64::MIN, json!(i64::MIN)), (i64::MAX, json!(i64::MAX)), (3, json!(3))],
    f64 => [(1.5, json!(1.5)), (0.1, json!(0.1)), (f64::INFINITY, json!("INF")), (1e300, json!(1e300))],
    Decimal => [(parsed("1.5"), json!(1.5)), (parsed("-20"), json!(-20))],
    Date => [(parsed("2024-02-29"), json!("2024-02-29"))],
    DateTimeOffset => [(parsed("2024-02-29T01:02:03Z"), json!("2024-02-29T01:02:03Z"))],
    Duration => [(Duration::seconds(90), json!("PT1M30S"))],
    TimeOfDay => [(parsed("01:02:03"), json!("01:02:03"))],
    Guid => [(Guid::from_u128(5), json!("00000000-0000-0000-0000-000000000005"))],
    Level => [(Level::Low, json!("low")), (Level::High, json!("high")), (Level::from("odd"), json!("odd"))],
    Modes => [(Modes::READ, json!("read")), (Modes::READ | Modes::WRITE, json!("read,write"))],
    Binary => [(vec![1, 2, 3], json!("AQID")), (Vec::new(), json!(""))],
}

impl Scalar for Value {
    fn some(tape: &mut Tape<'_>) -> (Self, Value) {
        let value = anything(tape);
        (value.clone(), value)
    }

    fn read(value: &Value) -> Option<Self> {
        (!value.is_null()).then(|| value.clone())
    }
}

impl Case for Untyped {
    fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
        let value = anything(tape);
        match tape.below(5) {
            0 => {
                on.set(at, Null);
                put(model, at.name(), Value::Null);
            }
            1 => {
                on.unset(at);
                remove(model, at.name());
            }
            2 => {
                let expected = get(model, at.name()).and_then(Value::read);
                let taken_out = on.take(at).map(|json| json.as_json().to_value().unwrap());
                assert_eq!(taken_out, expected, "{at:?} of {model}");
                taken(model, at.name(), expected.is_some());
            }
            _ => {
                on.set(at, &value);
                put(model, at.name(), value);
            }
        }
    }

    fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
        check_presence(on, at, model);
        let value = on.get(at).map(|json| json.to_value().unwrap());
        assert_eq!(value, get(model, at.name()).and_then(Value::read), "{at:?} of {model}");
    }

    fn json(tape: &mut Tape<'_>) -> Value {
        anything(tape)
    }

    fn misfit(tape: &mut Tape<'_>) -> Value {
        anything(tape)
    }
}

impl Case for [Untyped] {
    fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
        let name = at.name();
        match tape.below(4) {
            0 => {
                let (values, json) = items::<Value>(tape);
                on.set(at, values);
                put(model, name, json);
            }
            1 => {
                let expected = expected::<Value>(model, name);
                let values: Vec<_> =
                    on.take(at).into_iter().map(|value| value.map(|json| json.as_json().to_value().unwrap())).collect();
                assert_eq!(values, expected, "{at:?} of {model}");
                taken(model, name, get(model, name).is_some_and(Value::is_array));
            }
            _ => {
                let value = anything(tape);
                on.push(at, &value);
                if !get(model, name).is_some_and(Value::is_array) {
                    put(model, name, json!([]));
                }
                model[name].as_array_mut().unwrap().push(value);
            }
        }
    }

    fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
        check_presence(on, at, model);
        let values: Vec<_> = on.get(at).nullable().map(|value| value.map(|json| json.to_value().unwrap())).collect();
        assert_eq!(values, expected::<Value>(model, at.name()), "{at:?} of {model}");
    }

    fn json(tape: &mut Tape<'_>) -> Value {
        if tape.once_in(4) { Value::Null } else { items::<Value>(tape).1 }
    }

    fn misfit(tape: &mut Tape<'_>) -> Value {
        tape.pick(&[json!("!"), json!({ "!raw": 1 })])
    }
}
