//! The types of the schema, each with its properties.

use odatype::{Null, Property, Structured};
use serde_json::{Value, json};

use crate::{
    case::{Case, Subject},
    edits::{AnyPlace, Circle, City, Node, NodeUnion, Place, Shape, Square},
    model::{TAGS, Tape, anything, get, is_object, put, remove, tagged, text},
};

const NAMES: [&str; 4] = ["x", "@note", "text@y", "z\"\u{e9}"];

/// Reads a value as a type, with what does not fit, as a client reads it that takes what it can.
fn read<T: odatype::Decode>(json: &Value, tape: &mut Tape<'_>) -> T {
    odatype::from_slice_partial(text(json, tape).as_bytes()).unwrap().value
}

/// Sets a member that may not be declared, or takes it away.
fn dynamic<T: Structured>(on: &mut T, model: &mut Value, tape: &mut Tape<'_>) {
    match tape.below(8) {
        0..3 => {
            let (name, value) = (tape.pick(&NAMES), anything(tape));
            on.set_dynamic(name, &value);
            put(model, name, value);
        }
        3 => {
            let name = tape.pick(&NAMES);
            *on = on.clone().with_dynamic(name, Null).with_dynamic(name, vec![1, 2]);
            put(model, name, json!([1, 2]));
        }
        4 | 5 => {
            let name = tape.pick(&NAMES);
            on.unset_dynamic(name);
            remove(model, name);
        }
        6 if tape.tags => {
            let (name, tag) = (tape.pick(&TAGS), tape.pick(&["#edits.node", "#other"]));
            on.set_dynamic(name, tag);
            for name in TAGS {
                remove(model, name);
            }
            put(model, name, json!(tag));
        }
        7 if tape.tags => {
            let name = tape.pick(&TAGS);
            on.unset_dynamic(name);
            remove(model, name);
        }
        _ => {}
    }
}

/// Holds what is not declared against the model.
fn check_dynamic<T: Structured>(on: &T, model: &Value) {
    for name in NAMES {
        let value = on.dynamic(name).map(|json| json.to_value().unwrap());
        assert_eq!(value.as_ref(), get(model, name).filter(|_| is_object(model)), "{name} of {model}");
    }
    let count = NAMES.iter().filter(|name| get(model, name).is_some() && is_object(model)).count();
    assert_eq!(on.dynamic_members().filter(|(name, _)| NAMES.contains(&name.as_str())).count(), count, "{model}");
    let tag = TAGS.iter().find_map(|name| get(model, name)).and_then(Value::as_str).filter(|_| is_object(model));
    // Where the type's own tag is written because of the place, nobody read or set it.
    assert!(on.odata_type().is_none() || on.odata_type().as_deref() == tag, "{model}");
    assert_eq!(on.is_null(), model.is_null(), "{model}");
}

/// Sets a declared member by its name: to what is one of its values, or not.
fn set_any<T: Structured, K: Case + ?Sized>(on: &mut T, at: Property<T, K>, model: &mut Value, tape: &mut Tape<'_>) {
    let value = if tape.once_in(3) { K::misfit(tape) } else { K::json(tape) };
    on.set_dynamic(at.name(), &value);
    put(model, at.name(), value);
}

/// Adds a member to a payload.
fn add<T: Structured, K: Case + ?Sized>(at: Property<T, K>, payload: &mut Value, tape: &mut Tape<'_>) {
    let value = if tape.misfit() { K::misfit(tape) } else { K::json(tape) };
    put(payload, at.name(), value);
}

/// What does not depend on properties.
fn payload(tag: Option<&str>, tape: &mut Tape<'_>) -> Value {
    let mut payload = json!({});
    match tape.below(8) {
        2..=4 if !tape.odd => {}
        0 | 1 => {}
        2 => put(&mut payload, TAGS[0], json!("#other")),
        3 => put(&mut payload, TAGS[1], json!("#edits.level")),
        4 if tape.misfits => put(&mut payload, TAGS[0], json!(5)),
        _ => {
            if let Some(tag) = tag {
                put(&mut payload, tape.pick(&TAGS), json!(tag));
            }
        }
    }
    if tape.once_in(2) {
        put(&mut payload, tape.pick(&NAMES), anything(tape));
    }
    payload
}

macro_rules! subjects {
    ($($ty:ident $tag:expr, [$($property:ident),* $(,)?], derived [$($derived:ident $derived_tag:expr),*], own $own:expr;)+) => {$(
        #[allow(unused_mut, unused_variables, reason = "a union has no properties")]
        impl Subject for $ty {
            fn make(tape: &mut Tape<'_>) -> (Self, Value) {
                let tags = std::mem::replace(&mut tape.tags, false);
                let made = match tape.below(2 + 2 * <[&str]>::len(&[$($derived_tag),*])) {
                    0 => $own(tape),
                    1 => {
                        tape.misfits = true;
                        let json = <$ty as Subject>::json(tape);
                        tape.misfits = false;
                        (read(&json, tape), json)
                    }
                    _ => {
                        let odd = tape.odd;
                        tape.odd &= !tape.rereads;
                        let made = derived(tape, &[$((|tape| { let (value, json) = $derived::make(tape); (value.into(), tagged(json, $derived_tag)) })),*]);
                        tape.odd = odd;
                        made
                    }
                };
                tape.tags = tags;
                made
            }

            fn json(tape: &mut Tape<'_>) -> Value {
                $(
                    if tape.once_in(3) {
                        return tagged(<$derived as Subject>::json(tape), $derived_tag);
                    }
                )*
                let mut payload = payload($tag, tape);
                $(
                    if tape.once_in(3) {
                        add($ty::$property, &mut payload, tape);
                    }
                )*
                payload
            }

            fn step(&mut self, model: &mut Value, tape: &mut Tape<'_>) {
                const COUNT: usize = <[&str]>::len(&[$(stringify!($property)),*]);
                $(
                    if tape.once_in(2) && let Some(derived) = self.downcast_mut::<$derived>() {
                        return derived.step(model, tape);
                    }
                )*
                let (chosen, by_name) = (tape.below(COUNT + COUNT / 4 + 1), tape.once_in(8));
                let mut number = 0;
                $(
                    if chosen == number {
                        return match by_name {
                            true => set_any(self, $ty::$property, model, tape),
                            false => Case::act(self, $ty::$property, model, tape),
                        };
                    }
                    number += 1;
                )*
                assert!(chosen >= number);
                dynamic(self, model, tape);
            }

            fn check(&self, model: &Value) {
                $(Case::check(self, $ty::$property, model);)*
                check_dynamic(self, model);
                $(
                    if let Some(derived) = self.downcast_ref::<$derived>() {
                        derived.check(model);
                    }
                )*
            }
        }
    )+};
}

/// How an object of a type that derives is made, as its base's.
type Make<T> = fn(&mut Tape<'_>) -> (T, Value);

fn derived<T>(tape: &mut Tape<'_>, makes: &[Make<T>]) -> (T, Value) {
    tape.pick(makes)(tape)
}

/// A new object, with something done to it.
fn new<T: Subject + Default>(tape: &mut Tape<'_>) -> (T, Value) {
    let (mut value, mut json) = (T::default(), json!({}));
    for _ in 0..tape.below(3) {
        value.step(&mut json, tape);
    }
    (value, json)
}

/// An object of an abstract type, of no known one.
fn unknown<T: Subject + odatype::Decode>(tape: &mut Tape<'_>) -> (T, Value) {
    let json = json!({ "@odata.type": "#edits.unknown" });
    (read(&json, tape), json)
}

subjects! {
    Node Some("#edits.node"), [
        TEXT, FLAG, TINY, SMALL, NUMBER, LONG, DOUBLE, AMOUNT, DATE, MOMENT, SPAN, TIME, ID, BYTES, LEVEL, MODES, ANY, TEXTS,
        LONGS, LEVELS, ANYS, CHILD, CHILDREN, SHAPE, SHAPES, PLACE, PLACES, UNION,
    ], derived [], own new;
    Shape None, [LABEL], derived [Circle "#edits.circle", Square "#edits.square"], own unknown;
    Circle Some("#edits.circle"), [LABEL, RADIUS, INNER], derived [], own new;
    Square Some("#edits.square"), [LABEL, CORNERS], derived [], own new;
    Place Some("#edits.place"), [NAME, NEAR], derived [], own new;
    AnyPlace Some("#edits.place"), [NAME, NEAR], derived [City "#edits.city"], own new;
    City Some("#edits.city"), [NAME, NEAR, PEOPLE, HALL], derived [], own new;
    NodeUnion None, [], derived [Node "#edits.node", Circle "#edits.circle"], own unknown;
}
