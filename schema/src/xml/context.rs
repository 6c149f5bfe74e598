//! Typed access to elements and attributes, which collects faults as it goes.

use crate::{
    literal,
    model::{Location, QualifiedName},
    notes::{Notes, Noting, QUALIFIED, instead, meant},
    places::Places,
    xml::tree::{Attribute, Element},
};

/// What every reading function has at hand.
pub(super) struct Context<'a> {
    pub(super) notes: Notes<'a>,
}

/// The attributes of one element.
pub(super) struct Attributes<'e> {
    pub(super) element: &'e Element<'e>,
    /// The names of those that are not known.
    unknown: Vec<&'e str>,
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

    pub(super) fn location(&self, element: &Element<'_>) -> Location {
        self.at(element.start)
    }

    /// The attributes of `element`; those not in `known` are left out.
    pub(super) fn attributes<'e>(&mut self, element: &'e Element<'e>, known: &[&str]) -> Attributes<'e> {
        let mut unknown = Vec::new();
        // What declares has no name yet that messages could tell.
        let declared = self.notes.name.is_none().then(|| element.attributes.iter().find(|known| known.name == "Name"));
        let declared = declared.flatten().filter(|_| known.contains(&"Name") && !self.notes.namespace.is_empty());
        self.notes.name =
            self.notes.name.take().or(declared.map(|name| format!("{}.{}", self.notes.namespace, name.value)));
        for attribute in element.attributes.iter().filter(|attribute| !known.contains(&attribute.name)) {
            unknown.push(attribute.name);
            let message = format!("unknown attribute `{}` of element `{}`", attribute.name, element.name);
            self.odd(attribute.start, message, expected_one_of(attribute.name, known, "no attribute"));
        }
        if declared.is_some() {
            self.notes.name = None;
        }
        Attributes { element, unknown }
    }

    /// Notes that `child` has no place in `parent` and is left out.
    pub(super) fn unexpected(&mut self, child: &Element<'_>, parent: &Element<'_>, known: &[&str]) {
        let message = format!("unknown element `{}` in element `{}`", child.name, parent.name);
        self.odd(child.start, message, expected_one_of(child.name, known, "no element"));
    }

    /// Notes text in an element that has none.
    pub(super) fn no_text(&mut self, element: &Element<'_>) {
        let text = element.text.trim();
        if !text.is_empty() {
            let quoted: String = text.chars().take(40).collect();
            self.odd(element.start, format!("unexpected text `{quoted}` in element `{}`", element.name), None);
        }
    }

    /// A required attribute; the empty text after noting that it is missing.
    pub(super) fn required<'e>(&mut self, attributes: &Attributes<'e>, name: &str) -> &'e str {
        if let Some(text) = attributes.get(name) {
            return text;
        }
        let (message, meant) = attributes.lack(name);
        self.fault(attributes.element.start, message, meant);
        ""
    }

    /// The same of an element that means nothing without it, and is left out where it is empty, which is noted too.
    pub(super) fn needed<'e>(&mut self, attributes: &Attributes<'e>, name: &str) -> &'e str {
        if attributes.get(name).is_some_and(str::is_empty) {
            let (message, _) = attributes.lack(name);
            let element = attributes.element;
            self.odd(element.start, message, format!("element `{}` is left out", element.name));
            return "";
        }
        self.required(attributes, name)
    }

    pub(super) fn boolean(&mut self, attributes: &Attributes<'_>, name: &str) -> Option<bool> {
        let attribute = attributes.find(name)?;
        let text = attribute.value.trim();
        let value = literal::boolean(text).or_else(|| {
            let meant = literal::meant_boolean(text)?;
            let message = format!("attribute `{name}` is `{}`", attribute.value);
            self.odd(attribute.start, message, format!("it is read as `{meant}`"));
            Some(meant)
        });
        value.or_else(|| self.parsed(attributes, name, "expected `true` or `false`", literal::boolean))
    }

    /// The attribute `name` through `parse`; a fault with `help` where that gives nothing.
    pub(super) fn parsed<T>(
        &mut self,
        attributes: &Attributes<'_>,
        name: &str,
        help: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let attribute = attributes.find(name)?;
        let value = parse(attribute.value.trim());
        if value.is_none() {
            self.fault(attribute.start, format!("attribute `{name}` is `{}`", attribute.value), help.to_owned());
        }
        value
    }

    /// A qualified name in the attribute `name`.
    pub(super) fn qualified(&mut self, attributes: &Attributes<'_>, name: &str) -> Option<QualifiedName> {
        let attribute = attributes.find(name)?;
        let what = format!("attribute `{name}`");
        let parsed = self.qualified_name(&what, attribute.value.trim(), attribute.start);
        if parsed.is_none() {
            self.fault(attribute.start, format!("{what} is `{}`", attribute.value), QUALIFIED.to_owned());
        }
        parsed
    }

    /// The declared name, qualified with the schema's namespace.
    pub(super) fn declared(&mut self, attributes: &Attributes<'_>) -> Option<QualifiedName> {
        let name = self.needed(attributes, "Name");
        if name.is_empty() {
            return None;
        }
        let name = QualifiedName::new(&self.notes.namespace, name);
        self.notes.name = Some(name.to_string());
        Some(name)
    }
}

impl<'e> Attributes<'e> {
    pub(super) fn get(&self, name: &str) -> Option<&'e str> {
        self.find(name).map(|attribute| &*attribute.value)
    }

    /// That there is no attribute `name`, or an empty one, and which one is perhaps meant.
    pub(super) fn lack(&self, name: &str) -> (String, Option<String>) {
        if self.get(name).is_some() {
            return (format!("attribute `{name}` is empty"), None);
        }
        let message = format!("element `{}` has no attribute `{name}`", self.element.name);
        (message, meant(name, self.unknown.iter().copied()))
    }

    pub(super) fn find(&self, name: &str) -> Option<&'e Attribute<'e>> {
        self.element.attributes.iter().find(|attribute| attribute.name == name)
    }
}

fn expected_one_of(name: &str, known: &[&str], none: &str) -> String {
    match known {
        [] => format!("expected {none}"),
        known => instead(name, known),
    }
}
