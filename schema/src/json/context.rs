//! Typed access to the members of CSDL JSON objects, which collects faults as it goes.

use std::collections::BTreeSet;

use odatype_json::tree::{Kind, Member, Value};
use odatype_table::name::MaybeCollection;

use crate::{
    alias::Aliases,
    document::{Terms, Vocabularies},
    fault::Fault,
    literal,
    model::{Facets, Location, QualifiedName, TypeName, TypeRef},
    places::Places,
    steps::step,
};

/// Members that belong to a type reference.
pub(super) const TYPE_MEMBERS: [&str; 7] =
    ["$Type", "$Collection", "$MaxLength", "$Precision", "$Scale", "$Unicode", "$SRID"];

/// What every reading function has at hand.
pub(super) struct Context<'a> {
    places: Places<'a>,
    pub(super) aliases: Aliases,
    pub(super) faults: Vec<Fault>,
    /// The element that is being read, for messages.
    pub(super) name: Option<String>,
    /// Whether what is being read is needed by no type, so that whatever is wrong in it is a warning.
    is_aside: bool,
    /// Where the terms of each namespace are first applied.
    terms: Terms,
}

/// The members of one object, each once.
#[derive(Clone, Copy)]
pub(super) struct Object<'e> {
    pub(super) members: &'e [Member<'e>],
    pub(super) start: usize,
}

impl<'a> Context<'a> {
    pub(super) fn new(places: Places<'a>) -> Self {
        Self {
            places,
            aliases: Aliases::default(),
            faults: Vec::new(),
            name: None,
            is_aside: false,
            terms: Terms::default(),
        }
    }

    pub(super) fn at(&self, offset: usize) -> Location {
        self.places.at(offset)
    }

    /// The namespaces of all terms that were applied.
    pub(super) fn vocabularies(&mut self) -> Vocabularies {
        std::mem::take(&mut self.terms).placed(|offset| self.places.at(offset))
    }

    /// Notes a fault at `offset`.
    pub(super) fn fault(&mut self, offset: usize, message: impl Into<String>, help: impl Into<Option<String>>) {
        let fault =
            Fault { help: help.into(), name: self.name.clone(), ..Fault::new(&self.places.at(offset), message) };
        self.faults.push(if self.is_aside { fault.warning() } else { fault });
    }

    /// Reads with `read` what no type needs: whatever is wrong in it is a warning.
    pub(super) fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.is_aside, true);
        let value = read(self);
        self.is_aside = before;
        value
    }

    /// Notes at `offset` what is left out because it means nothing, or nothing that a type needs: a warning, which in an overlay
    /// is a fault.
    pub(super) fn odd(&mut self, offset: usize, message: impl Into<String>, help: impl Into<Option<String>>) {
        self.aside(|context| context.fault(offset, message, help));
    }

    fn mistaken(&mut self, name: &str, value: &Value<'_>, expected: &str) {
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
                let help = format!("expected one of `{}`", known.concat().join("`, `"));
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
            self.fault(object.start, format!("the object has no member `{name}`"), None);
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
                self.mistaken(name, value, "a whole number");
                None
            }
        }
    }

    /// The term that `text` at `offset` names.
    pub(super) fn term(&mut self, text: &str, offset: usize) -> String {
        let term = self.aliases.name(text).into_owned();
        self.terms.apply(&term, offset);
        term
    }

    /// A qualified name in the member `name`.
    pub(super) fn qualified(&mut self, object: Object<'_>, name: &str) -> Option<QualifiedName> {
        let value = object.get(name)?;
        let text = self.text(name, value)?;
        let parsed = QualifiedName::parse(&self.aliases.name(text));
        if parsed.is_none() {
            self.fault(value.start, format!("`{name}` is `{text}`"), "expected `namespace.Name`".to_owned());
        }
        parsed
    }

    /// The type of a property, parameter, return value or term: `$Type`, `$Collection` and facets.
    pub(super) fn type_ref(&mut self, object: Object<'_>) -> TypeRef {
        let collection = self.boolean(object, "$Collection");
        let facets = self.facets(object);
        TypeRef { collection, name: self.type_name(object, "$Type").unwrap_or(literal::unknown_type().name), facets }
    }

    /// The type name in `member`, `Edm.String` where that is absent; `None` after a fault.
    pub(super) fn type_name(&mut self, object: Object<'_>, member: &str) -> Option<TypeName> {
        let Some(value) = object.get(member) else { return literal::type_name("Edm.String").ok() };
        let text = self.text(member, value)?;
        if MaybeCollection::parse(text).is_collection {
            let help = "expected the item type, and `\"$Collection\": true`".to_owned();
            self.fault(value.start, format!("`{member}` is `{text}`"), help);
            return None;
        }
        let name = self.aliases.name(text);
        match literal::type_name(&name) {
            Ok(name) => Some(name),
            Err(help) => {
                self.fault(value.start, format!("`{member}` is `{text}`"), help.to_owned());
                None
            }
        }
    }

    /// The facets; those that are wrong are not applied.
    pub(super) fn facets(&mut self, object: Object<'_>) -> Facets {
        self.aside(|context| context.all_facets(object))
    }

    fn all_facets(&mut self, object: Object<'_>) -> Facets {
        Facets {
            max_length: self.number(object, "$MaxLength"),
            precision: self.number(object, "$Precision"),
            scale: self.number_or_word(object, "$Scale", &["floating", "variable"]),
            unicode: object.get("$Unicode").map(|_| self.boolean(object, "$Unicode")),
            srid: self.number_or_word(object, "$SRID", &["variable"]),
        }
    }

    fn number_or_word(&mut self, object: Object<'_>, name: &str, words: &[&str]) -> Option<String> {
        let value = object.get(name)?;
        let expected = format!("a whole number or `{}`", words.join("`, `"));
        match &value.kind {
            Kind::Number(text) if text.parse::<i64>().is_ok() => Some((*text).to_owned()),
            Kind::String(text) => {
                // Services write `Variable` too.
                let text = text.to_ascii_lowercase();
                let is_known = words.contains(&&*text) || text.parse::<i64>().is_ok();
                if !is_known {
                    self.mistaken(name, value, &expected);
                }
                is_known.then_some(text)
            }
            _ => {
                self.mistaken(name, value, &expected);
                None
            }
        }
    }
}

impl<'e> Object<'e> {
    pub(super) fn get(self, name: &str) -> Option<&'e Value<'e>> {
        let mut members = self.members.iter().inspect(|_| step());
        members.find(|member| member.name == name).map(|member| &member.value)
    }

    /// The members that are neither control members nor annotations: declarations.
    pub(super) fn declared(self) -> impl Iterator<Item = &'e Member<'e>> {
        self.members.iter().filter(|member| !member.name.starts_with('$') && !member.name.contains('@'))
    }
}
