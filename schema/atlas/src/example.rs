//! Examples of values: of built-in types, and of places that ask for more than a type.
//!
//! What may stand in a place, validation says: values that are likely to fit are tried, and the first that fits is
//! taken.

use odatype::{Level, Schema, validate::Profile};
use odatype_schema::{Rulebook, example_text};
use odatype_table::{Body, Constraints, Family, Member, Primitive, Shape};
use serde_json::{Map, Value, json};

/// What each built-in type is, in words, and an example of it, by its qualified name.
pub(crate) fn built_in() -> Value {
    let of = |primitive: &Primitive| {
        let mut said = json!({ "says": primitive.expected() });
        if let Some(example) = typical(*primitive) {
            said["example"] = example;
        }
        (primitive.qualified_name().to_owned(), said)
    };
    Primitive::ALL.iter().map(of).collect::<Map<_, _>>().into()
}

/// A value of the type.
fn typical(primitive: Primitive) -> Option<Value> {
    serde_json::from_str(primitive.example()?).ok()
}

/// An example of what may stand in a place.
pub(crate) enum Example {
    /// Any value of its type.
    Any,
    /// A value that was tried.
    Value(Value),
    /// None of the values that were tried fits.
    Unknown,
}

/// What tries values in places.
pub(crate) struct Examples<'b, 'm> {
    book: &'b Rulebook<'m>,
    schema: &'static Schema,
}

impl<'b, 'm> Examples<'b, 'm> {
    /// For the places of `book`.
    pub(crate) fn new(book: &'b Rulebook<'m>) -> Self {
        Self { book, schema: Schema::leaked(book.table()) }
    }

    /// A single value, or an item, of a place of the row at `owner`: the first of those thought of that fits.
    pub(crate) fn of(&self, owner: u16, member: &Member<String>) -> Example {
        self.found(owner, member).unwrap_or(Example::Any)
    }

    /// The same of a place that asks for more than a type.
    fn found(&self, owner: u16, member: &Member<String>) -> Option<Example> {
        let place = &member.place;
        let asked =
            Constraints { min_items: None, max_items: None, derived: None, types: None, ..place.constraints.clone() };
        let candidates = match place.ty.shape {
            Shape::Primitive(primitive) if !asked.is_empty() => candidates(primitive, &asked),
            Shape::Declared(row) if asked.allowed.is_some() && self.is_enumeration(row) => {
                candidates(Primitive::String, &asked)
            }
            _ => return None,
        };
        // What a function is given is no payload, in which a value could be tried.
        let Ok(subject) = self.schema.subject(&self.concrete(owner)?) else { return Some(Example::Unknown) };
        let pointer = format!("/{}", member.name.replace('~', "~0").replace('/', "~1"));
        let fits = |candidate: &Value| {
            let value = if place.ty.is_collection {
                let least = usize::try_from(place.constraints.min_items.unwrap_or(1)).unwrap_or(usize::MAX);
                vec![candidate.clone(); least.clamp(1, 8)].into()
            } else {
                candidate.clone()
            };
            let payload = json!({ member.name.as_str(): value }).to_string();
            let found = subject.validate(payload.as_bytes(), Profile::Strict);
            found.iter().all(|finding| finding.level() != Level::Error || !finding.pointer().starts_with(&pointer))
        };
        Some(candidates.into_iter().find(fits).map_or(Example::Unknown, Example::Value))
    }

    fn is_enumeration(&self, row: u16) -> bool {
        self.book.row(row).is_some_and(|(row, _)| matches!(row.body, Body::Enumeration(_)))
    }

    /// The name of the type at `index`, or of one derived from it that has instances.
    fn concrete(&self, index: u16) -> Option<String> {
        let rows = &self.book.table().rows;
        let mut below = vec![index];
        while let Some(next) = below.pop() {
            let row = rows.get(usize::from(next))?;
            if !row.structured()?.is_abstract {
                return Some(row.name.clone());
            }
            let derives = |row: &odatype_table::Row<String>| row.structured().is_some_and(|ty| ty.base == Some(next));
            below.extend((0..).zip(rows).filter(|(_, row)| derives(row)).map(|(index, _)| index));
        }
        None
    }
}

/// Values that may well be what is asked for.
fn candidates(primitive: Primitive, asked: &Constraints<String>) -> Vec<Value> {
    let bounds = asked.minimum.iter().chain(&asked.maximum).map(|bound| bound.value.as_str());
    let mut values: Vec<Value> =
        asked.allowed.iter().flatten().filter_map(|text| serde_json::from_str(text).ok()).collect();
    values.extend(typical(primitive));
    match primitive.family() {
        Family::Integer | Family::WideInteger | Family::Float | Family::Decimal => {
            values.extend(bounds.chain(asked.multiples.iter().map(String::as_str)).filter_map(number));
            let ends = [asked.minimum.as_ref(), asked.maximum.as_ref()].map(|end| end?.value.parse::<f64>().ok());
            if let [Some(least), Some(most)] = ends {
                values.extend(fraction(f64::midpoint(least, most)));
            }
            for end in ends.into_iter().flatten() {
                values.extend([1.0, -1.0, 0.5, -0.5].into_iter().filter_map(|step| fraction(end + step)));
            }
            values.extend(asked.multiples.iter().filter_map(|unit| {
                let (unit, least) = (unit.parse::<f64>().ok()?, ends[0]?);
                fraction((least / unit).ceil() * unit)
            }));
            values.extend([json!(1), json!(0), json!(0.5), json!(10), json!(-1)]);
        }
        Family::Text => {
            values.extend(example_text(asked).and_then(|text| serde_json::from_str(&text).ok()));
        }
        Family::Literal if primitive == Primitive::Binary => values.extend(["T0Q", ""].map(Value::from)),
        Family::Literal => {
            values.extend(bounds.map(Value::from));
            values.extend(["2026-01-31T23:59:00Z", "23:59:00", "PT1M", "PT1H"].map(Value::from));
        }
        Family::Boolean => values.push(json!(false)),
        Family::Any | Family::Geo => {}
    }
    values
}

/// A number as JSON has it.
fn number(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(Value::is_number)
}

/// A number without a fraction where it has none.
fn fraction(value: f64) -> Option<Value> {
    number(&format!("{value}"))
}
