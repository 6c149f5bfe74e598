//! Typed access to elements and attributes, which collects faults as it goes.

use odatype_table::name::MaybeCollection;

use crate::{
    alias::Aliases,
    document::{Terms, Vocabularies},
    fault::Fault,
    literal,
    model::{Facets, Location, QualifiedName, TypeRef},
    places::Places,
    xml::tree::{Attribute, Element},
};

/// What every reading function has at hand.
pub(super) struct Context<'a> {
    places: Places<'a>,
    pub(super) aliases: Aliases,
    pub(super) faults: Vec<Fault>,
    /// The namespace of the schema that is being read, and the element in it, for messages.
    pub(super) namespace: String,
    pub(super) name: Option<String>,
    /// Whether what is being read is needed by no type, so that whatever is wrong in it is a warning.
    is_aside: bool,
    /// Where the terms of each namespace are first applied.
    terms: Terms,
}

/// The attributes of one element.
pub(super) struct Attributes<'e> {
    element: &'e Element<'e>,
}

impl<'a> Context<'a> {
    pub(super) fn new(places: Places<'a>) -> Self {
        Self {
            places,
            aliases: Aliases::default(),
            faults: Vec::new(),
            namespace: String::new(),
            name: None,
            is_aside: false,
            terms: Terms::default(),
        }
    }

    pub(super) fn location(&self, element: &Element<'_>) -> Location {
        self.places.at(element.start)
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

    /// The attributes of `element`; those not in `known` are left out.
    pub(super) fn attributes<'e>(&mut self, element: &'e Element<'e>, known: &[&str]) -> Attributes<'e> {
        for attribute in element.attributes.iter().filter(|attribute| !known.contains(&attribute.name)) {
            let message = format!("unknown attribute `{}` of element `{}`", attribute.name, element.name);
            self.odd(attribute.start, message, expected_one_of(known, "no attribute"));
        }
        Attributes { element }
    }

    /// Notes that `child` has no place in `parent` and is left out.
    pub(super) fn unexpected(&mut self, child: &Element<'_>, parent: &Element<'_>, known: &[&str]) {
        let message = format!("unknown element `{}` in element `{}`", child.name, parent.name);
        self.odd(child.start, message, expected_one_of(known, "no element"));
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
        let element = attributes.element;
        self.fault(element.start, format!("element `{}` has no attribute `{name}`", element.name), None);
        ""
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

    /// The attribute `name` through `parse`; where that gives nothing it is not applied.
    fn facet<T>(
        &mut self,
        attributes: &Attributes<'_>,
        name: &str,
        help: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let attribute = attributes.find(name)?;
        let value = parse(attribute.value.trim());
        if value.is_none() {
            let message = format!("attribute `{name}` is `{}` and is not applied", attribute.value);
            self.odd(attribute.start, message, help.to_owned());
        }
        value
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
            let message = format!("attribute `{name}` is `{}`", attribute.value);
            self.fault(attribute.start, message, help.to_owned());
        }
        value
    }

    /// A qualified name in the attribute `name`.
    pub(super) fn qualified(&mut self, attributes: &Attributes<'_>, name: &str) -> Option<QualifiedName> {
        let attribute = attributes.find(name)?;
        let parsed = QualifiedName::parse(&self.aliases.name(attribute.value.trim()));
        if parsed.is_none() {
            let message = format!("attribute `{name}` is `{}`", attribute.value);
            self.fault(attribute.start, message, "expected a qualified name, `namespace.Name`".to_owned());
        }
        parsed
    }

    /// The declared name of a type, qualified with the schema's namespace.
    pub(super) fn declared(&mut self, attributes: &Attributes<'_>) -> Option<QualifiedName> {
        let name = self.required(attributes, "Name");
        if name.contains('.') {
            let message = format!("name `{name}` has a dot");
            self.fault(attributes.element.start, message, "expected a simple identifier".to_owned());
            return None;
        }
        self.in_namespace(name)
    }

    /// The same of what is no type: vendors' operations have names with dots.
    pub(super) fn declared_dotted(&mut self, attributes: &Attributes<'_>) -> Option<QualifiedName> {
        let name = self.required(attributes, "Name");
        if name.contains('.') {
            let message = format!("name `{name}` has a dot");
            self.odd(attributes.element.start, message, "expected a simple identifier".to_owned());
        }
        self.in_namespace(name)
    }

    fn in_namespace(&mut self, name: &str) -> Option<QualifiedName> {
        if name.is_empty() {
            return None;
        }
        let name = QualifiedName::new(&self.namespace, name);
        self.name = Some(name.to_string());
        Some(name)
    }

    /// The term that `text` at `offset` names.
    pub(super) fn term(&mut self, text: &str, offset: usize) -> String {
        let term = self.aliases.name(text).into_owned();
        self.terms.apply(&term, offset);
        term
    }

    /// The type in attribute `attribute`, with facets.
    pub(super) fn type_ref(&mut self, attributes: &Attributes<'_>, attribute: &str) -> TypeRef {
        let facets = self.facets(attributes);
        let offset = attributes.find(attribute).map_or(attributes.element.start, |found| found.start);
        let text = self.required(attributes, attribute).trim();
        let MaybeCollection { is_collection: collection, item } = MaybeCollection::parse(text);
        let item = self.aliases.name(item);
        match literal::type_name(&item) {
            Ok(name) => TypeRef { collection, name, facets },
            Err(help) => {
                if !text.is_empty() {
                    self.fault(offset, format!("attribute `{attribute}` is `{text}`"), help.to_owned());
                }
                literal::unknown_type()
            }
        }
    }

    fn facets(&mut self, attributes: &Attributes<'_>) -> Facets {
        let number = |text: &str| text.parse::<u64>().ok();
        let number_or = |word: &'static [&'static str]| {
            // Services write `Variable` too.
            move |text: &str| {
                let text = text.to_ascii_lowercase();
                (text.parse::<i64>().is_ok() || word.contains(&&*text)).then_some(text)
            }
        };
        let max_length = match attributes.get("MaxLength") {
            // OData 3 wrote `Max`.
            Some(text) if text.trim().eq_ignore_ascii_case("max") => None,
            _ => self.facet(attributes, "MaxLength", "expected a number or `max`", number),
        };
        let scale = number_or(&["floating", "variable"]);
        Facets {
            max_length,
            precision: self.facet(attributes, "Precision", "expected a number", number),
            scale: self.facet(attributes, "Scale", "expected a number, `floating` or `variable`", scale),
            unicode: self.boolean(attributes, "Unicode"),
            srid: self.facet(attributes, "SRID", "expected a number or `variable`", number_or(&["variable"])),
        }
    }
}

impl<'e> Attributes<'e> {
    pub(super) fn get(&self, name: &str) -> Option<&'e str> {
        self.find(name).map(|attribute| &*attribute.value)
    }

    pub(super) fn find(&self, name: &str) -> Option<&'e Attribute<'e>> {
        self.element.attributes.iter().find(|attribute| attribute.name == name)
    }
}

fn expected_one_of(known: &[&str], none: &str) -> String {
    match known {
        [] => format!("expected {none}"),
        known => format!("expected one of `{}`", known.join("`, `")),
    }
}
