//! What the strict profile asks beyond shapes: what one may send.

use odatype_json::Span;

use super::{
    Decoder, Path, Step,
    current::{Current, TagState},
    found,
};
use crate::{
    edm,
    node::{Node, NodeKind},
    table::{Constraints, Kind, Property, Type, TypeKind},
};

impl Decoder<'_> {
    #[cold]
    pub(super) fn check_null(&mut self, property: &Property, path: &Path<'_>) {
        if property.collection {
            self.find(path, "an array", "null");
        } else if !property.nullable {
            self.find(path, property.kind.expected(), "null");
        }
    }

    pub(super) fn check_count(&mut self, property: &Property, count: usize, path: &Path<'_>) {
        // An array with items is told by them.
        if let (Kind::Union(index), 0) = (property.kind, count)
            && !self.tables.get(index).alternatives.iter().any(|(many, _)| *many)
        {
            self.find(path, "an object", "an array");
        }
        let Some(constraints) = property.constraints.as_deref() else { return };
        if let Some(least) = constraints.min_items.filter(|least| count < *least) {
            self.find(path, &format!("at least {least} items"), &format!("{count}"));
        }
        if let Some(most) = constraints.max_items.filter(|most| count > *most) {
            self.find(path, &format!("at most {most} items"), &format!("{count}"));
        }
    }

    /// The string node at `node` as a value of `property`.
    pub(super) fn check_text(&mut self, property: &Property, node: usize, path: &Path<'_>) {
        let text = self.text_at(node);
        let expected = match property.kind {
            Kind::Enum(index) => {
                let members = &self.tables.get(index).members;
                (!members.iter().any(|(name, _)| *name == text)).then(|| member_list(members))
            }
            Kind::Flags(index) => {
                let members = &self.tables.get(index).members;
                let known = |part: &str| members.iter().any(|(name, _)| *name == part);
                // Spaces may stand after commas only.
                let (first, rest) = text.split_once(',').map_or((text, None), |(first, rest)| (first, Some(rest)));
                let fits = known(first)
                    && rest.is_none_or(|rest| rest.split(',').all(|part| known(part.trim_start_matches(' '))));
                (!fits).then(|| format!("a list of {}", member_list(members)))
            }
            _ => None,
        };
        let expected = expected.or_else(|| text_constraint(property, text));
        if let Some(expected) = expected {
            let found = found(&format!("{text:?}"));
            self.find(path, &expected, &found);
        }
        if property.constraints.as_ref().is_some_and(|constraints| constraints.values.is_some()) {
            let text = serde_json::Value::from(self.text_at(node)).to_string();
            self.check_allowed(property, &text, path);
        }
    }

    pub(super) fn check_number(&mut self, property: &Property, text: &str, path: &Path<'_>) {
        let Some(constraints) = property.constraints.as_deref() else { return };
        let Ok(value) = text.parse::<f64>() else { return };
        if let Some((bound, excluded)) = constraints.minimum
            && (value < bound || (excluded && value <= bound))
        {
            self.find(path, &format!("a number {} {bound}", if excluded { "above" } else { "of at least" }), text);
        }
        if let Some((bound, excluded)) = constraints.maximum
            && (value > bound || (excluded && value >= bound))
        {
            self.find(path, &format!("a number {} {bound}", if excluded { "below" } else { "of at most" }), text);
        }
        self.check_allowed(property, text, path);
    }

    /// `Validation.AllowedValues` for the value whose JSON is `text`.
    pub(super) fn check_allowed(&mut self, property: &Property, text: &str, path: &Path<'_>) {
        let values = property.constraints.as_deref().and_then(|constraints| constraints.values.as_ref());
        if let Some(values) = values
            && !values.iter().any(|allowed| edm::same(allowed, text) || is_near(allowed, text))
        {
            self.find(path, &format!("one of {}", values.join(", ")), &found(text));
        }
    }

    /// The object as a whole: its tag, and what it lacks.
    #[inline(never)]
    pub(super) fn check_object(
        &mut self,
        current: &Current<'_>,
        declared: &Type,
        foreign: bool,
        property: Option<&Property>,
        path: &Path<'_>,
    ) {
        if foreign {
            let found = if current.tag == TagState::Awaited { "no tag" } else { "another tag" };
            self.find(path, &format!("a tag that names {}", allowed_types(declared)), found);
            return;
        }
        if current.tag == TagState::Known && !self.has_exact_tag(current) {
            self.find(path, &format!("the tag `{}`", current.ty.tag), "another spelling of it");
        }
        let derived = property.and_then(|property| property.constraints.as_deref()?.derived.as_ref());
        if let Some(derived) = derived
            && !derived.iter().any(|allowed| current.ty.lineage.contains(allowed))
        {
            let names: Vec<&str> = derived.iter().map(|index| self.tables.get(*index).name).collect();
            self.find(path, &format!("an object of type {}", names.join(" or ")), current.ty.name);
        }
        if declared.kind == TypeKind::Union {
            let many = path.is_item();
            let fits = |(of_many, of): &(bool, u16)| *of_many == many && current.ty.lineage.contains(of);
            if !declared.alternatives.iter().any(fits) {
                let place = if many { "a place in an array" } else { "a place of its own" };
                self.find(path, &format!("an object of a type that may have {place}"), current.ty.name);
            }
        }
        if !current.ty.has_required {
            return;
        }
        for (slot, property) in current.ty.properties.iter().enumerate().filter(|(_, property)| property.required) {
            if !current.seen.contains(slot) {
                self.find(path, &format!("the member `{}`", property.name), "none");
            }
        }
    }

    /// Whether the object's tag is spelled as it is declared.
    fn has_exact_tag(&self, current: &Current<'_>) -> bool {
        let mut at = current.at + 1;
        while let Some(node) = self.nodes.get(at) {
            if node.kind == NodeKind::Tag {
                let raw = self.reader.slice(Span { start: node.a as usize, end: node.b as usize });
                if raw == &*current.ty.tag {
                    return true;
                }
                let tag = odatype_json::unescape(raw);
                return tag.split_once('#').map_or(&*tag, |(_, fragment)| fragment) == current.ty.name;
            }
            at = self.after(at);
        }
        true
    }

    /// The undeclared members of the object at `at`, which is a `ty`.
    pub(super) fn check_undeclared(&mut self, at: usize, ty: &'static Type, path: &Path<'_>) -> Step<()> {
        let names: Vec<usize> = self.names_of(at).collect();
        for name in names {
            let Node { a, b, .. } = self.nodes[name];
            let raw = self.reader.slice(Span { start: a as usize, end: b as usize });
            let path = path.member(raw, ty.name);
            if odatype_json::unescape(raw).contains('@') {
                continue;
            }
            if !ty.is_open {
                let found = format!("`{}`, which the closed type does not declare", odatype_json::unescape(raw));
                self.find(&path, &format!("only properties of {}", ty.name), &found);
            } else if let Some(open) = &ty.open {
                self.check_dynamic(name + 1, ty.index, &open.0, &path)?;
            }
        }
        Ok(())
    }

    /// A dynamic member's value, at the raw node `raw`, against the types that the type at `of` allows.
    fn check_dynamic(&mut self, raw: usize, of: u16, allowed: &[(bool, Kind)], path: &Path<'_>) -> Step<()> {
        let Node { a, b, .. } = self.nodes[raw];
        let known = self.dynamic.get(&(a, of)).copied();
        let fits = known.map_or_else(|| self.fits_one_of(a as usize, allowed, path), Ok)?;
        // Of several alternatives each asks again for what is deeper, so that without a note time would double each level.
        if allowed.len() > 1 {
            self.dynamic.insert((a, of), fits);
        }
        if !fits {
            let list: Vec<String> = allowed.iter().map(|(many, kind)| self.describe(*many, *kind)).collect();
            let found = found(self.reader.slice(Span { start: a as usize, end: b as usize }));
            self.find(path, &list.join(" or "), &found);
        }
        Ok(())
    }

    /// Whether the value that begins at `start` is of one of the types; nothing of it is kept.
    fn fits_one_of(&mut self, start: usize, allowed: &[(bool, Kind)], path: &Path<'_>) -> Step<bool> {
        let (position, nodes, tail) = (self.reader.position(), self.nodes.len(), self.tail.len());
        let (findings, repeated) = (self.findings.mark(), self.repeated.mark());
        let mut fits = false;
        for (collection, kind) in allowed {
            self.reader.rewind(start);
            let property = Property::unnamed(*kind, *collection, false);
            self.property(&property, 0, path)?;
            fits = !self.findings.any_since(findings);
            self.nodes.truncate(nodes);
            self.tail.truncate(tail);
            self.findings.forget_since(findings);
            self.repeated.forget_since(repeated);
            if fits {
                break;
            }
        }
        self.reader.rewind(position);
        Ok(fits)
    }

    fn describe(&self, many: bool, kind: Kind) -> String {
        let one = match kind {
            Kind::Structured(index) | Kind::Enum(index) | Kind::Flags(index) => self.tables.get(index).name.to_owned(),
            _ => kind.expected().to_owned(),
        };
        if many { format!("Collection({one})") } else { one }
    }
}

/// What `text` breaks of the constraints on texts.
fn text_constraint(property: &Property, text: &str) -> Option<String> {
    let constraints = property.constraints.as_deref()?;
    if let Some(most) = constraints.max_length {
        let (length, unit) = match property.kind {
            Kind::Binary => (text.trim_end_matches('=').len() * 3 / 4, "bytes"),
            _ => (text.chars().count(), "characters"),
        };
        if length > most {
            return Some(format!("at most {most} {unit}"));
        }
    }
    if let Some(expected) = bound_on_text(property.kind, constraints, text) {
        return Some(expected);
    }
    #[cfg(feature = "validate")]
    if let Some((pattern, regex)) = &constraints.pattern
        && !regex.is_match(text).unwrap_or(false)
    {
        return Some(format!("a string that matches `{pattern}`"));
    }
    None
}

/// What `text`, standing for a number, breaks of the bounds on it.
#[expect(clippy::cast_precision_loss, reason = "bounds are floats")]
fn bound_on_text(kind: Kind, constraints: &Constraints, text: &str) -> Option<String> {
    if constraints.minimum.is_none() && constraints.maximum.is_none() {
        return None;
    }
    let value = match kind {
        Kind::Int64 => text.parse::<i64>().ok()? as f64,
        Kind::Single | Kind::Double if text != "NaN" => {
            if text == "INF" {
                f64::INFINITY
            } else {
                f64::NEG_INFINITY
            }
        }
        Kind::Single | Kind::Double | Kind::Decimal => return Some("a number, as it has bounds".to_owned()),
        _ => return None,
    };
    let above = |(bound, excluded): (f64, bool)| value > bound || (!excluded && value >= bound);
    let below = |(bound, excluded): (f64, bool)| value < bound || (!excluded && value <= bound);
    let fits = constraints.minimum.is_none_or(above) && constraints.maximum.is_none_or(below);
    (!fits).then(|| "a number within its bounds".to_owned())
}

/// Whether `text` is a number with a fraction or an exponent that is the float that `allowed` is, as it is to JSON Schema.
fn is_near(allowed: &str, text: &str) -> bool {
    let is_float = text.contains(['.', 'e', 'E']);
    let float = |number: &str| number.parse::<f64>().ok();
    is_float && float(text).is_some() && float(allowed) == float(text)
}

fn member_list(members: &[(&str, i64)]) -> String {
    const SHOWN: usize = 8;
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).take(SHOWN).collect();
    let more = if members.len() > SHOWN { ", …" } else { "" };
    format!("one of {}{more}", names.join(", "))
}

fn allowed_types(declared: &Type) -> String {
    match declared.kind {
        TypeKind::Union => format!("a type that `{}` may hold", declared.name),
        _ if declared.is_abstract => format!("a type derived from {}", declared.name),
        _ => format!("{} or a type derived from it", declared.name),
    }
}
