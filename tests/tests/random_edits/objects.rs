//! Properties that hold objects, and collections of them.

use odatype::{Null, OneOrMany, Property, Structured};
use serde_json::{Value, json};

use crate::{
    case::{Case, Subject, check_presence},
    edits::{AnyPlace, Node, NodeUnion, Shape},
    model::{Tape, get, is_object, put, remove},
};

/// Checks an object that was taken out, and gives it back.
fn checked<T: Subject>(object: T, model: &Value) -> T {
    object.check(model);
    object
}

fn item<T: Subject>(tape: &mut Tape<'_>) -> (Option<T>, Value) {
    if tape.once_in(4) {
        return (None, Value::Null);
    }
    let (value, json) = T::make(tape);
    (Some(value), json)
}

fn list<'m>(model: &'m mut Value, name: &str) -> &'m mut Vec<Value> {
    if !get(model, name).is_some_and(Value::is_array) {
        put(model, name, json!([]));
    }
    model[name].as_array_mut().unwrap()
}

/// Takes the object out of a property and puts it into another place, or leaves it out.
fn take<T: Structured, K: Subject>(on: &mut T, at: Property<T, K>, model: &mut Value, tape: &mut Tape<'_>) {
    let name = at.name();
    let taken = on.take(at);
    let expected = get(model, name).filter(|value| is_object(value)).cloned();
    assert_eq!(taken.is_some(), expected.is_some(), "{at:?} of {model}");
    if expected.is_some() || get(model, name).is_some_and(Value::is_null) {
        remove(model, name);
    }
    if let (Some(taken), Some(expected)) = (taken, expected) {
        let taken = checked(taken, &expected);
        if tape.once_in(2) {
            on.set(at, taken);
            put(model, name, expected);
        }
    }
}

macro_rules! objects {
    ($($ty:ty $(, edit $edit:tt)?;)+) => {$(
        impl Case for $ty {
            fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
                let name = at.name();
                match tape.below(9) {
                    0 => {
                        on.set(at, Null);
                        put(model, name, Value::Null);
                    }
                    1 => {
                        on.unset(at);
                        remove(model, name);
                    }
                    2 => take(on, at, model, tape),
                    3 => {
                        let (value, json) = <$ty>::make(tape);
                        on.set(at, &value);
                        put(model, name, json);
                    }
                    $(4..7 => {
                        $edit
                        let object = on.edit(at);
                        if !get(model, name).is_some_and(is_object) {
                            put(model, name, json!({}));
                        }
                        object.step(&mut model[name], tape);
                    })?
                    _ => match on.get_mut(at) {
                        Some(object) => {
                            assert!(get(model, name).is_some_and(is_object), "{at:?} of {model}");
                            object.step(&mut model[name], tape);
                        }
                        None => {
                            assert!(!get(model, name).is_some_and(is_object), "{at:?} of {model}");
                            let (value, json) = <$ty>::make(tape);
                            on.set(at, value);
                            put(model, name, json);
                        }
                    },
                }
            }

            fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
                check_presence(on, at, model);
                let expected = get(model, at.name()).filter(|value| is_object(value));
                let object = on.get(at);
                assert_eq!(object.is_some(), expected.is_some(), "{at:?} of {model}");
                if let (Some(object), Some(expected)) = (object, expected) {
                    object.check(expected);
                }
            }

            fn json(tape: &mut Tape<'_>) -> Value {
                if tape.once_in(4) { Value::Null } else { <$ty as Subject>::json(tape) }
            }

            fn misfit(tape: &mut Tape<'_>) -> Value {
                tape.pick(&[json!("!"), json!(5), json!([{}])])
            }
        }

        impl Case for [$ty] {
            fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
                let name = at.name();
                match tape.below(12) {
                    0 => {
                        on.set(at, Null);
                        put(model, name, Value::Null);
                    }
                    1 => {
                        on.unset(at);
                        remove(model, name);
                    }
                    2 => {
                        let taken = on.take(at);
                        let expected = get(model, name).and_then(Value::as_array).cloned();
                        assert_eq!(taken.len(), expected.as_ref().map_or(0, Vec::len), "{at:?} of {model}");
                        if expected.is_some() || get(model, name).is_some_and(Value::is_null) {
                            remove(model, name);
                        }
                        if let (Some(expected), true) = (expected, tape.once_in(2)) {
                            on.set(at, taken);
                            put(model, name, Value::Array(expected));
                        }
                    }
                    3 => {
                        let (values, json): (Vec<_>, Vec<_>) = (0..tape.below(3)).map(|_| item::<$ty>(tape)).unzip();
                        on.set(at, values);
                        put(model, name, Value::Array(json));
                    }
                    4 | 5 => {
                        let (value, json) = item::<$ty>(tape);
                        on.push(at, value);
                        list(model, name).push(json);
                    }
                    other => {
                        let (edited, items) = (on.edit(at), list(model, name));
                        assert_eq!(edited.len(), items.len(), "{at:?}");
                        if items.is_empty() {
                            return;
                        }
                        let index = tape.below(items.len());
                        match other {
                            6 => {
                                checked(edited.remove(index), &items.remove(index));
                            }
                            7 => {
                                edited.swap(0, index);
                                items.swap(0, index);
                            }
                            8 => {
                                let (value, json) = <$ty>::make(tape);
                                edited.insert(index, value);
                                items.insert(index, json);
                            }
                            9 if tape.once_in(4) => {
                                edited.clear();
                                items.clear();
                            }
                            _ => edited[index].step(&mut items[index], tape),
                        }
                    }
                }
            }

            fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
                check_presence(on, at, model);
                let none = Vec::new();
                let expected = get(model, at.name()).and_then(Value::as_array).unwrap_or(&none);
                let objects = on.get(at);
                assert_eq!(objects.len(), expected.len(), "{at:?} of {model}");
                for (object, expected) in objects.iter().zip(expected) {
                    assert_eq!(object.non_null().is_none(), expected.is_null(), "{at:?} of {model}");
                    object.check(expected);
                }
            }

            fn json(tape: &mut Tape<'_>) -> Value {
                if tape.once_in(4) {
                    return Value::Null;
                }
                (0..tape.below(3)).map(|_| if tape.misfit() { json!("!") } else { <$ty as Case>::json(tape) }).collect()
            }

            fn misfit(tape: &mut Tape<'_>) -> Value {
                tape.pick(&[json!("!"), json!({ "!raw": 1 })])
            }
        }
    )+};
}
objects! { Node, edit {}; Shape; AnyPlace, edit {}; }

impl Case for OneOrMany<NodeUnion> {
    fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>) {
        let name = at.name();
        match tape.below(5) {
            0 => {
                on.set(at, Null);
                put(model, name, Value::Null);
            }
            1 => {
                let (values, json): (Vec<_>, Vec<_>) = (0..tape.below(3)).map(|_| NodeUnion::make(tape)).unzip();
                on.set(at, values);
                put(model, name, Value::Array(json));
            }
            2 => {
                let taken = on.take(at);
                let expected = get(model, name).cloned().unwrap_or_default();
                check_union(taken.as_ref(), &expected);
                if taken.is_some() || expected.is_null() {
                    remove(model, name);
                }
                if let (Some(taken), true) = (taken, tape.once_in(2)) {
                    on.set(at, taken);
                    put(model, name, expected);
                }
            }
            _ => {
                let (value, json) = NodeUnion::make(tape);
                on.set(at, value);
                put(model, name, json);
            }
        }
    }

    fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value) {
        check_presence(on, at, model);
        check_union(on.get(at), get(model, at.name()).unwrap_or(&Value::Null));
    }

    fn json(tape: &mut Tape<'_>) -> Value {
        match tape.below(4) {
            0 => Value::Null,
            1 => NodeUnion::json(tape),
            2 => (0..tape.below(3)).map(|_| NodeUnion::json(tape)).collect(),
            _ => json!(5),
        }
    }

    fn misfit(tape: &mut Tape<'_>) -> Value {
        tape.pick(&[json!("!"), json!(5)])
    }
}

/// What is neither an object nor an array is no value of the union.
fn check_union(value: Option<&OneOrMany<NodeUnion>>, model: &Value) {
    match (value, model) {
        (Some(OneOrMany::Many(objects)), Value::Array(items)) => {
            assert_eq!(objects.len(), items.len(), "{model}");
            objects.iter().zip(items).for_each(|(object, item)| object.check(item));
        }
        (Some(OneOrMany::One(object)), Value::Object(_)) => object.check(model),
        (value, model) => assert!(value.is_none() && !model.is_object() && !model.is_array(), "{value:?}, {model}"),
    }
}
