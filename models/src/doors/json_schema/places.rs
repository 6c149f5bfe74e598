//! From JSON pointers to where things are in a payload, and whose members they are.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
};

use odatype_json::tree::{self, Member, Value};
use odatype_json_schema::Target;
use odatype_table::{
    Primitive, Shape,
    control::{self, Form},
    name::TAGS,
};

use crate::{
    finding::{ROOT, Rule, Step, Steps, narrow},
    table::{Bind, Kind, Schema, Tables, Type},
};

/// A value of the payload.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) value: &'t Value<'t>,
    /// The steps that lead to it.
    pub(super) steps: u32,
    /// The qualified name of the type whose member it is.
    pub(super) type_name: &'static str,
    /// What is said of it, if it is told of as a whole.
    pub(super) whole: Option<Whole>,
    /// The place that it is in.
    within: Option<&'t Value<'t>>,
    /// What objects there are declared to be.
    declared: Declared,
}

/// What is said of a value that is one, whatever part of it is wrong: control information, an operation, a geography.
#[derive(Clone, Copy)]
pub(super) struct Whole {
    pub(super) rule: Rule,
    /// What there should be.
    pub(super) expected: &'static str,
}

/// What a place declares objects to be.
#[derive(Clone, Copy)]
enum Declared {
    /// A structured type, or what an untyped place may hold.
    Type(&'static Type),
    /// A response with many values of this type, if it is a structured one.
    Envelope(Option<&'static Type>),
    /// A geography or geometry, or any primitive value, which may be one.
    Geo(Primitive),
    /// What a delta says of related entities of this type.
    Delta(&'static Type),
    /// Nothing.
    Free,
}

/// Everything that was asked for.
pub(super) struct Places<'t> {
    tables: &'static Tables,
    root: Place<'t>,
    steps: Steps,
    /// Places by where their values are in memory.
    known: HashMap<usize, Place<'t>>,
    /// The members of objects by their names, by where the objects are in memory.
    objects: HashMap<usize, HashMap<&'t str, &'t Member<'t>>>,
}

fn address(value: &Value<'_>) -> usize {
    std::ptr::from_ref(value).addr()
}

impl<'t> Places<'t> {
    pub(super) fn new(schema: &'static Schema, target: Target, tree: &'t Value<'t>) -> Self {
        let tables = schema.tables();
        let of = |shape| match shape {
            Shape::Declared(index) => Some(tables.get(index)),
            Shape::Primitive(_) => None,
        };
        let name = |shape: Shape| match shape {
            Shape::Declared(index) => tables.get(index).name,
            Shape::Primitive(primitive) => primitive.qualified_name(),
        };
        let (declared, type_name) = match target {
            Target::Value(shape) => match of(shape) {
                Some(ty) if ty.is_structured() => (Declared::Type(ty), ty.name),
                Some(_) | None => (Declared::Free, ""),
            },
            Target::Collection(shape) => (Declared::Envelope(of(shape)), name(shape)),
        };
        let root = Place { value: tree, steps: ROOT, type_name, whole: None, within: None, declared };
        Self { tables, root, steps: Steps::default(), known: HashMap::new(), objects: HashMap::new() }
    }

    /// The whole payload.
    pub(super) fn root(&self) -> Place<'t> {
        self.root
    }

    /// The ways to all places that were asked for.
    pub(super) fn into_steps(self) -> Steps {
        self.steps
    }

    /// The value at a JSON pointer, or the one told of as a whole that it is a part of; as much of the way as there is,
    /// should the pointer lead nowhere.
    pub(super) fn at(&mut self, pointer: &str) -> Place<'t> {
        let mut place = self.root;
        for segment in pointer.split('/').skip(1) {
            if place.whole.is_some() {
                break;
            }
            let next =
                match segment.parse::<usize>().ok().and_then(|index| Some((index, place.value.items().get(index)?))) {
                    Some((index, item)) => Some(self.item(place, index, item)),
                    None => self.member(place.value, &unescaped(segment)).map(|member| self.step_into(place, member)),
                };
            match next {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }

    /// The place that `place` is in.
    pub(super) fn around(&self, place: Place<'t>) -> Place<'t> {
        place.within.and_then(|value| self.known.get(&address(value)).copied()).unwrap_or(self.root)
    }

    /// The member `name` of `object`, the first if it is repeated.
    pub(super) fn member(&mut self, object: &'t Value<'t>, name: &str) -> Option<&'t Member<'t>> {
        let members = self.objects.entry(address(object)).or_insert_with(|| {
            let mut members = HashMap::new();
            for member in object.members() {
                members.entry(&*member.name).or_insert(member);
            }
            members
        });
        members.get(name).copied()
    }

    /// The value of `member`, which the object at `place` has.
    pub(super) fn step_into(&mut self, place: Place<'t>, member: &'t Member<'t>) -> Place<'t> {
        if let Some(known) = self.known.get(&address(&member.value)) {
            return *known;
        }
        let (type_name, declared) = self.declared(place, &member.name);
        let whole = self.whole(place, member, declared);
        let (start, end) = name_span(member);
        self.step(place, &member.value, Step::Member(start, end), (type_name, whole, declared))
    }

    /// The item at `index` of the array at `place`.
    pub(super) fn item(&mut self, place: Place<'t>, index: usize, item: &'t Value<'t>) -> Place<'t> {
        let is_object = matches!(item.kind, tree::Kind::Object(_));
        let (whole, declared) = match place.declared {
            Declared::Delta(_) if !is_object => {
                (Some(Whole { rule: Rule::Type, expected: "an object" }), Declared::Free)
            }
            Declared::Delta(ty) => (None, Declared::Type(ty)),
            declared => (geography(item, declared), declared),
        };
        self.step(place, item, Step::Index(narrow(index)), (place.type_name, whole, declared))
    }

    fn step(
        &mut self,
        from: Place<'t>,
        value: &'t Value<'t>,
        step: Step,
        (type_name, whole, declared): (&'static str, Option<Whole>, Declared),
    ) -> Place<'t> {
        let from_steps = from.steps;
        match self.known.entry(address(value)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let steps = self.steps.take(from_steps, step);
                *new.insert(Place { value, steps, type_name, whole, within: Some(from.value), declared })
            }
        }
    }

    /// What is said of `member` of the object at `place`, if it is told of as a whole. Tags are told of as such, and of
    /// a delta its members.
    fn whole(&mut self, place: Place<'t>, member: &'t Member<'t>, declared: Declared) -> Option<Whole> {
        let control = |expected| Some(Whole { rule: Rule::Control, expected });
        let name = &*member.name;
        let is_declared = |ty: &Type| ty.slot(name).is_some();
        if name.starts_with(control::OPERATION) && !self.of_object(place).is_some_and(is_declared) {
            return control(control::OPERATION_EXPECTED);
        }
        let Some((target, form)) = control::form(name) else { return geography(&member.value, declared) };
        match form {
            Form::Type => None,
            Form::Delta
                if matches!(declared, Declared::Delta(_)) && matches!(member.value.kind, tree::Kind::Array(_)) =>
            {
                None
            }
            Form::Bind => {
                let Some(ty) = self.of_object(place) else { return control(form.expected()) };
                let property = ty.slot(target).and_then(|slot| ty.properties().get(slot));
                control(Bind::of(property, ty).expected())
            }
            form => control(form.expected()),
        }
    }

    /// The type of the object at `place`.
    fn of_object(&mut self, place: Place<'t>) -> Option<&'static Type> {
        match place.declared {
            Declared::Type(declared) => self.named(place.value, Some(declared)).or(Some(declared)),
            Declared::Envelope(_) | Declared::Geo(_) | Declared::Delta(_) => None,
            Declared::Free => self.named(place.value, None),
        }
    }

    /// Whose member `name` of the object at `place` is, and what it is declared to be.
    fn declared(&mut self, place: Place<'t>, name: &str) -> (&'static str, Declared) {
        if let Declared::Envelope(item) = place.declared {
            let declared = item.filter(|_| name == "value").map_or(Declared::Free, Declared::Type);
            return (place.type_name, declared);
        }
        let Some(ty) = self.of_object(place) else { return (place.type_name, Declared::Free) };
        let property = |name: &str| ty.slot(name).and_then(|slot| ty.properties().get(slot));
        if let Some((target, Form::Delta)) = control::form(name) {
            let related = property(target).filter(|property| property.navigation && property.collection);
            let declared = match related.map(|property| property.kind) {
                Some(Kind::Structured(index)) => Declared::Delta(self.tables.get(index)),
                _ => Declared::Free,
            };
            return (ty.name, declared);
        }
        let declared = match property(name).map(|property| property.kind) {
            Some(Kind::Structured(index) | Kind::Union(index)) => Declared::Type(self.tables.get(index)),
            Some(Kind::Geo(primitive) | Kind::Json(primitive @ Primitive::PrimitiveType)) => Declared::Geo(primitive),
            _ => Declared::Free,
        };
        (ty.name, declared)
    }

    /// The type that the tag of `object` names, if it may stand where `declared` is.
    fn named(&mut self, object: &'t Value<'t>, declared: Option<&'static Type>) -> Option<&'static Type> {
        let tag = TAGS.iter().find_map(|tag| self.member(object, tag)?.value.as_str())?;
        self.tables.resolve(tag).filter(|ty| declared.is_none_or(|declared| ty.fits(declared)))
    }
}

/// What is said of `value`, if it stands where a geography is declared. In an array it is its items that are.
fn geography(value: &Value<'_>, declared: Declared) -> Option<Whole> {
    match (declared, &value.kind) {
        (Declared::Geo(primitive), tree::Kind::Object(_)) => {
            Some(Whole { rule: Rule::Type, expected: primitive.expected() })
        }
        _ => None,
    }
}

/// Where the name of `member` stands in the text, between its quotes.
pub(super) fn name_span(member: &Member<'_>) -> (u32, u32) {
    (narrow(member.name_start + 1), narrow(member.name_end))
}

/// The name that a segment of a pointer stands for.
fn unescaped(segment: &str) -> Cow<'_, str> {
    if segment.contains('~') { segment.replace("~1", "/").replace("~0", "~").into() } else { segment.into() }
}
