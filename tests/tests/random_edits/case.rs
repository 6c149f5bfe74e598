//! What can be done to a property, by what it holds.

use odatype::{Presence, Property, PropertyType, Structured};
use serde_json::Value;

use crate::model::{Tape, get};

/// What a property may hold.
pub(crate) trait Case: PropertyType {
    /// Does something to the property, and the same to the model.
    fn act<T: Structured>(on: &mut T, at: Property<T, Self>, model: &mut Value, tape: &mut Tape<'_>);

    /// Holds what is read against the model.
    fn check<T: Structured>(on: &T, at: Property<T, Self>, model: &Value);

    /// A value of the declared shape that a payload may have.
    fn json(tape: &mut Tape<'_>) -> Value;

    /// A value that does not have it.
    fn misfit(tape: &mut Tape<'_>) -> Value {
        crate::model::misfit(tape)
    }
}

/// A type of objects.
pub(crate) trait Subject: Structured {
    /// An object that was built or read, and what it is where its own type is expected.
    fn make(tape: &mut Tape<'_>) -> (Self, Value);
    /// What a payload may have where the type is expected; all of the declared shape.
    fn json(tape: &mut Tape<'_>) -> Value;
    /// Does something to one of its properties, or what is in them.
    fn step(&mut self, model: &mut Value, tape: &mut Tape<'_>);
    /// Holds all that can be read against the model.
    fn check(&self, model: &Value);
}

/// What all properties have in common.
pub(crate) fn check_presence<T: Structured, K: ?Sized>(on: &T, at: Property<T, K>, model: &Value) {
    let expected = match get(model, at.name()) {
        None => Presence::Absent,
        Some(Value::Null) => Presence::Null,
        Some(_) => Presence::Present,
    };
    assert_eq!(on.presence(at), expected, "{at:?} of {model}");
}

/// That two things say the same of themselves.
pub(crate) fn same(left: &dyn std::fmt::Debug, right: &dyn std::fmt::Debug, at: &dyn std::fmt::Debug, model: &Value) {
    assert_eq!(format!("{left:?}"), format!("{right:?}"), "{at:?} of {model}");
}
