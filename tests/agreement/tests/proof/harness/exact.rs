//! Which findings JSON Schema must have too: those of rules that the table of exactness says are exact in the place,
//! and for the form, that the finding is about.

use bigdecimal::BigDecimal;
use odatype::{Finding, Rule};
use odatype_agreement::json::Json;
use odatype_json_schema::exactness::{self, Exactness, Form};
use odatype_table::{Body, Family, Member, Pattern, Primitive, Shape, Table, ValueType, name::MaybeCollection};
use serde_json::Value;

use super::Trial;

/// The places of one payload.
pub(crate) struct Exactly<'p> {
    table: &'p Table<String>,
    root: Option<u16>,
    /// Whether the payload is a response with many values.
    is_envelope: bool,
    payload: &'p Value,
}

/// Where a pointer leads.
#[derive(Clone, Copy)]
enum At<'p> {
    /// To a value of a declared place; the whole payload has no member.
    Declared(ValueType, Option<&'p Member<String>>),
    /// To control information of that name.
    Control(&'p str),
    /// To something whose type the schema leaves open.
    Dynamic,
}

impl<'p> Exactly<'p> {
    pub(crate) fn new(trial: &'p Trial, name: &str, payload: &'p Value) -> Self {
        let table = &trial.table;
        let MaybeCollection { is_collection: is_envelope, item: name } = MaybeCollection::parse(name);
        let root = table.rows.iter().position(|row| row.name == name || row.name.split('(').next() == Some(name));
        Self { table, root: root.and_then(|root| u16::try_from(root).ok()), is_envelope, payload }
    }

    /// Whether JSON Schema says the rule that `finding` is about, exactly.
    pub(crate) fn says(&self, finding: &Finding) -> bool {
        let pointer = finding.pointer();
        let (parent, last) = pointer.rsplit_once('/').unwrap_or(("", ""));
        let at = self.at(&pointer);
        let is_declared = matches!(at, At::Declared(..));
        match finding.rule() {
            Rule::Undeclared => !last.starts_with('#') && matches!(self.at(parent), At::Declared(..)),
            Rule::Required | Rule::Count => is_declared,
            Rule::Type | Rule::Text => match at {
                At::Declared(ty, _) => is_said(ty.shape),
                At::Control(_) | At::Dynamic => false,
            },
            Rule::Tag => match at {
                At::Control("@odata.type" | "@type") => matches!(self.at(parent), At::Declared(..)),
                at => matches!(at, At::Declared(ty, _) if is_said(ty.shape)),
            },
            Rule::Control => matches!(at, At::Control(name) if !name.contains("bind") && !name.contains("delta")),
            Rule::Member => matches!(at, At::Declared(ty, _) if self.enumeration(ty.shape) == Some(false)),
            rule => {
                let At::Declared(ty, Some(member)) = at else { return false };
                // Boundaries of words are only commented on.
                if rule == Rule::Pattern && member.place.constraints.patterns.iter().any(Pattern::has_boundary) {
                    return false;
                }
                let Some(form) = self.payload.pointer(&pointer).and_then(|value| self.form(ty.shape, value)) else {
                    return false;
                };
                rules(rule).iter().all(|rule| exactness::of(*rule, form) == Exactness::Exact)
            }
        }
    }

    /// Whether the decoder's place of a finding and JSON Schema's are the same. They are one pointer but for these:
    ///
    /// - of a member that should not be there, the decoder tells the member and JSON Schema may tell the object that
    ///   has it;
    /// - of an object whose type may not stand there, the decoder tells the object and JSON Schema may tell its tag;
    /// - control information and a geography are one value each to the decoder, and JSON Schema tells the part of it
    ///   that is wrong;
    /// - so is a value that may be of several types, where not the same keeps it from being of each.
    pub(crate) fn is_same_place(&self, finding: &Finding, theirs: &str) -> bool {
        let pointer = finding.pointer();
        let ours = pointer.as_str();
        let parent = ours.rsplit_once('/').map(|(parent, _)| parent);
        match finding.rule() {
            Rule::Undeclared | Rule::Tag | Rule::Control if parent == Some(theirs) => true,
            Rule::Control => theirs.starts_with(ours),
            Rule::Tag | Rule::Type if matches!(theirs.strip_prefix(ours), Some("/@odata.type" | "/@type")) => true,
            // Of two tags the decoder tells the second, which JSON Schema cannot know.
            Rule::Tag if parent.is_some() && parent == theirs.rsplit_once('/').map(|(parent, _)| parent) => true,
            Rule::Type if self.is_one_value(ours) => theirs.starts_with(ours),
            _ => ours == theirs,
        }
    }

    /// Whether `finding` is about a value that may be of several types, and is of none.
    pub(crate) fn may_be_of_several(&self, finding: &Finding) -> bool {
        let pointer = finding.pointer();
        let is_geography = matches!(self.at(&pointer), At::Declared(ValueType { shape: Shape::Primitive(primitive), .. }, _)
            if primitive.family() == Family::Geo);
        matches!(finding.rule(), Rule::Type | Rule::Tag) && self.is_one_value(&pointer) && !is_geography
    }

    /// Whether the pointer leads to a geography, or to a value that may be of several types.
    fn is_one_value(&self, pointer: &str) -> bool {
        match self.at(pointer) {
            At::Declared(ValueType { shape: Shape::Primitive(primitive), .. }, _) => {
                matches!(primitive.family(), Family::Geo | Family::Any)
            }
            At::Declared(ValueType { shape: Shape::Declared(row), .. }, _) => {
                matches!(self.table.rows[usize::from(row)].body, Body::Union(_))
            }
            At::Dynamic => true,
            At::Control(_) => false,
        }
    }

    fn at(&self, pointer: &str) -> At<'p> {
        let Some(root) = self.root else { return At::Dynamic };
        let mut at = At::Declared(ValueType { is_collection: false, shape: Shape::Declared(root) }, None);
        let mut value = Some(self.payload);
        let mut tokens = pointer.split('/').skip(1);
        if self.is_envelope {
            match tokens.next() {
                Some("value") => {
                    at = At::Declared(ValueType { is_collection: true, shape: Shape::Declared(root) }, None);
                }
                _ => return At::Dynamic,
            }
            value = self.payload.get("value");
        }
        for token in tokens {
            let token = token.replace("~1", "/").replace("~0", "~");
            at = self.step(at, value, &token);
            value = value.and_then(|value| match value {
                Value::Object(members) => members.get(&token),
                Value::Array(items) => items.get(token.parse::<usize>().ok()?),
                _ => None,
            });
        }
        at
    }

    fn step(&self, at: At<'p>, value: Option<&'p Value>, token: &str) -> At<'p> {
        match (at, value) {
            (At::Declared(ty, member), Some(Value::Array(_))) if ty.is_collection => {
                At::Declared(ValueType { is_collection: false, shape: ty.shape }, member)
            }
            (At::Declared(ty, _), Some(Value::Object(members))) if !ty.is_collection => {
                let declared = match ty.shape {
                    Shape::Declared(row) => Some(row),
                    Shape::Primitive(_) => None,
                };
                self.of_object(declared, members, token)
            }
            // The documents of a whole schema know the type of a dynamic object by its tag.
            (At::Dynamic, Some(Value::Object(members))) => self.of_object(None, members, token),
            _ => At::Dynamic,
        }
    }

    /// The member of an object in a place of the type `declared`.
    fn of_object(&self, declared: Option<u16>, members: &'p serde_json::Map<String, Value>, token: &str) -> At<'p> {
        let tag = ["@odata.type", "@type"].iter().find_map(|name| members.get(*name)?.as_str());
        let Some(row) = tag.and_then(|tag| self.tagged(tag)).or(declared) else { return At::Dynamic };
        if let Some(member) = self.member(row, token) {
            return At::Declared(member.place.ty, Some(member));
        }
        match members.get_key_value(token) {
            Some((name, _)) if name.contains('@') => At::Control(name),
            _ => At::Dynamic,
        }
    }

    /// The row that a tag names.
    fn tagged(&self, tag: &str) -> Option<u16> {
        let name = tag.rsplit('#').next().unwrap_or(tag);
        let name = match name.split_once('.') {
            Some((alias, rest)) => match self.table.aliases.iter().find(|(known, _)| known == alias) {
                Some((_, namespace)) => format!("{namespace}.{rest}"),
                None => name.to_owned(),
            },
            None => name.to_owned(),
        };
        let row = self.table.rows.iter().position(|row| row.name.eq_ignore_ascii_case(&name))?;
        u16::try_from(row).ok()
    }

    fn member(&self, row: u16, name: &str) -> Option<&'p Member<String>> {
        let mut next = Some(row);
        while let Some(ty) = next.and_then(|row| self.table.rows[usize::from(row)].structured()) {
            if let Some(member) = ty.own.iter().find(|member| member.name == name) {
                return Some(member);
            }
            next = ty.base;
        }
        None
    }

    /// Whether members combine, where `shape` is an enumeration type.
    fn enumeration(&self, shape: Shape) -> Option<bool> {
        let Shape::Declared(row) = shape else { return None };
        match &self.table.rows[usize::from(row)].body {
            Body::Enumeration(ty) => Some(ty.is_flags),
            Body::Structured(_) | Body::Union(_) => None,
        }
    }

    fn form(&self, shape: Shape, value: &Value) -> Option<Form> {
        let primitive = match shape {
            Shape::Primitive(primitive) => primitive,
            Shape::Declared(_) => {
                return self.enumeration(shape).map(|flags| if flags { Form::Flags } else { Form::Member });
            }
        };
        let (number, text) = match Form::of(primitive) {
            [form] => return Some(*form),
            [number, text] => (*number, *text),
            _ => return None,
        };
        Some(if value.is_number() { number } else { text })
    }
}

/// The rules on values that a finding may be about.
fn rules(rule: Rule) -> &'static [exactness::Rule] {
    use exactness::Rule as Exact;
    match rule {
        Rule::Range => &[Exact::Minimum, Exact::Maximum],
        Rule::Multiple => &[Exact::MultipleOf],
        Rule::Digits => &[Exact::WholeDigits, Exact::FractionDigits, Exact::TotalDigits, Exact::SignificantDigits],
        Rule::Length => &[Exact::MaxLength],
        Rule::Pattern => &[Exact::Pattern],
        Rule::Allowed => &[Exact::AllowedValues],
        // Said by no rule on values: as if it were not said.
        _ => &[Exact::SignificantDigits],
    }
}

/// Whether the type of a value is said exactly.
fn is_said(shape: Shape) -> bool {
    match shape {
        Shape::Primitive(primitive) => primitive.family() != Family::Any || primitive == Primitive::Stream,
        Shape::Declared(_) => true,
    }
}

/// Which judges read all numbers of a payload as they are: others see another number where one has more digits than
/// they read.
#[derive(Clone, Copy)]
pub(crate) struct Reads {
    /// Those that read whole numbers of 64 bits exactly, others as their nearest floats.
    pub(crate) integers: bool,
    /// Those that read all as their nearest floats.
    pub(crate) floats: bool,
}

impl Reads {
    pub(crate) fn of(payload: &Json) -> Self {
        let mut texts = Vec::new();
        payload.numbers(&mut texts);
        texts.into_iter().map(Self::of_number).fold(Self { integers: true, floats: true }, |all, one| Self {
            integers: all.integers && one.integers,
            floats: all.floats && one.floats,
        })
    }

    fn of_number(text: &str) -> Self {
        /// From here on not every whole number is a float, and a bound may be rounded onto a number that is one.
        const TWO_TO_53: f64 = 9_007_199_254_740_992.0;
        let is_integer = text.parse::<i64>().is_ok() || text.parse::<u64>().is_ok();
        let float: f64 = text.parse().unwrap();
        let is_small = float.abs() < TWO_TO_53;
        if is_integer {
            return Self { integers: true, floats: is_small };
        }
        let is_read = match (text.parse::<BigDecimal>(), format!("{float:e}").parse::<BigDecimal>()) {
            (Ok(written), Ok(read)) => written == read && is_small,
            _ => false,
        };
        Self { integers: is_read, floats: is_read }
    }
}
