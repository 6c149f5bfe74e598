//! Typed access to the members of CSDL JSON objects, which collects faults as it goes.

use std::collections::BTreeSet;

use odatype_json::tree::{Kind, Member, Value};

use crate::{
    literal,
    model::QualifiedName,
    notes::{Notes, Noting, QUALIFIED, instead, meant},
    places::Places,
    steps::step,
};

/// What every reading function has at hand.
pub(super) struct Context<'a> {
    pub(super) notes: Notes<'a>,
}

/// The members of one object, each once.
#[derive(Clone, Copy)]
pub(super) struct Object<'e> {
    pub(super) members: &'e [Member<'e>],
    pub(super) start: usize,
}

impl<'a> Noting<'a> for Context<'a> {
    fn notes(&self) -> &Notes<'a> {
        &self.notes
    }

    fn notes_mut(&mut self) -> &mut Notes<'a> {
        &mut self.notes
    }
}

impl<'a> Context<'a> {
    pub(super) fn new(places: Places<'a>) -> Self {
        Self { notes: Notes::new(places) }
    }

    pub(super) fn mistaken(&mut self, name: &str, value: &Value<'_>, expected: &str) {
        self.fault(value.start, format!("`{name}` is {}", value.kind_name()), format!("expected {expected}"));
    }

    /// The members of `value`, which should be an object; those that are repeated are faults, annotations aside.
    pub(super) fn object<'e>(&mut self, name: &str, value: &'e Value<'e>) -> Option<Object<'e>> {
        let Kind::Object(members) = &value.kind else {
            self.mistaken(name, value, "an object");
            return None;
        };
        let mut seen = BTreeSet::new();
        for member in members.iter().filter(|member| !seen.insert(&*member.name)).collect::<Vec<_>>() {
            let message = format!("member `{}` is repeated", member.name);
            if member.name.contains('@') {
                self.odd(member.name_start, message, "the first one counts".to_owned());
            } else {
                self.fault(member.name_start, message, None);
            }
        }
        Some(Object { members, start: value.start })
    }

    /// Notes the members that start with `$` and are not among `known`; they are left out.
    pub(super) fn known(&mut self, object: Object<'_>, known: &[&[&str]]) {
        for member in object.members.iter().filter(|member| member.name.starts_with('$') && !member.name.contains('@'))
        {
            if !known.iter().any(|known| known.contains(&&*member.name)) {
                let help = instead(&member.name, &known.concat());
                self.odd(member.name_start, format!("unknown member `{}`", member.name), help);
            }
        }
    }

    /// The items of `value`, which should be an array.
    pub(super) fn array<'e>(&mut self, name: &str, value: &'e Value<'e>) -> &'e [Value<'e>] {
        if !matches!(value.kind, Kind::Array(_)) {
            self.mistaken(name, value, "an array");
        }
        value.items()
    }

    /// The text of `value`, which should be a string.
    pub(super) fn text<'e>(&mut self, name: &str, value: &'e Value<'e>) -> Option<&'e str> {
        if value.as_str().is_none() {
            self.mistaken(name, value, "a string");
        }
        value.as_str()
    }

    pub(super) fn string<'e>(&mut self, object: Object<'e>, name: &str) -> Option<&'e str> {
        object.get(name).and_then(|value| self.text(name, value))
    }

    pub(super) fn required<'e>(&mut self, object: Object<'e>, name: &str) -> Option<&'e str> {
        if object.get(name).is_none() {
            let (message, meant) = object.lack(name);
            self.fault(object.start, message, meant);
        }
        self.string(object, name)
    }

    /// A boolean member; false where it is absent.
    pub(super) fn boolean(&mut self, object: Object<'_>, name: &str) -> bool {
        match object.get(name).map(|value| (&value.kind, value)) {
            Some((Kind::Bool(value), _)) => *value,
            Some((Kind::String(_) | Kind::Number(_), value)) => {
                let text = match &value.kind {
                    Kind::Number(text) => *text,
                    _ => value.as_str().unwrap_or_default(),
                };
                match literal::meant_boolean(text) {
                    Some(meant) => {
                        let message = format!("`{name}` is {} `{text}`", value.kind_name());
                        self.odd(value.start, message, format!("it is read as `{meant}`"));
                    }
                    None => self.mistaken(name, value, "`true` or `false`"),
                }
                literal::meant_boolean(text).unwrap_or(false)
            }
            Some((_, value)) => {
                self.mistaken(name, value, "`true` or `false`");
                false
            }
            None => false,
        }
    }

    /// A member that is a whole number.
    pub(super) fn number(&mut self, object: Object<'_>, name: &str) -> Option<u64> {
        let value = object.get(name)?;
        match &value.kind {
            Kind::Number(text) if text.parse::<u64>().is_ok() => text.parse().ok(),
            _ => {
                self.mistaken(name, value, "a whole number; it is not applied");
                None
            }
        }
    }

    /// A qualified name in the member `name`.
    pub(super) fn qualified(&mut self, object: Object<'_>, name: &str) -> Option<QualifiedName> {
        let value = object.get(name)?;
        let text = self.text(name, value)?;
        let what = format!("`{name}`");
        let parsed = self.qualified_name(&what, text, value.start);
        if parsed.is_none() {
            self.fault(value.start, format!("{what} is `{text}`"), QUALIFIED.to_owned());
        }
        parsed
    }
}

impl<'e> Object<'e> {
    /// The members of `value`, if it is an object; what is wrong with them was told.
    pub(super) fn of(value: &'e Value<'e>) -> Option<Self> {
        matches!(value.kind, Kind::Object(_)).then(|| Self { members: value.members(), start: value.start })
    }

    pub(super) fn get(self, name: &str) -> Option<&'e Value<'e>> {
        let mut members = self.members.iter().inspect(|_| step());
        members.find(|member| member.name == name).map(|member| &member.value)
    }

    /// That there is no member `name`, or none that is a name, and which one is perhaps meant.
    pub(super) fn lack(self, name: &str) -> (String, Option<String>) {
        if let Some(value) = self.get(name) {
            let found = value.as_str().map_or_else(|| value.kind_name().to_owned(), |text| format!("`{text}`"));
            return (format!("`{name}` is {found}"), None);
        }
        let unknown = self.members.iter().map(|member| &*member.name).filter(|member| member.starts_with('$'));
        (format!("the object has no member `{name}`"), meant(name, unknown))
    }

    /// The members that are neither control members nor annotations: declarations.
    pub(super) fn declared(self) -> impl Iterator<Item = &'e Member<'e>> {
        self.members.iter().filter(|member| !member.name.starts_with('$') && !member.name.contains('@'))
    }
}
