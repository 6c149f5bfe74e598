//! Rows as text; the form is told in the module `field`.

use std::fmt::{self, Write as _};

use crate::{
    Access, Body, Bound, Constraints, Listed, Member, Row, Shape, Structured, StructuredKind, ValueType,
    field::{self, key, kind},
};

impl<S: AsRef<str>> Listed<S> {
    /// The text of a list of types, as rows have it: two lists that say the same have one text.
    #[must_use]
    pub fn to_text(list: &[Self]) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = listed(list, &mut out);
        out
    }
}

impl<S: AsRef<str>> Row<S> {
    /// The row as generated code carries it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let name = self.name.as_ref();
        match &self.body {
            Body::Structured(structured) => structured_row(name, &self.versions, structured, out),
            Body::Enumeration(enumeration) => {
                let kind = if enumeration.is_flags { kind::FLAGS } else { kind::ENUM };
                let flags = flags([(field::EXHAUSTIVE, enumeration.is_exhaustive)]);
                head(kind, name, None, &flags, &self.versions, out)?;
                enumeration.members.iter().try_for_each(|(name, value)| write!(out, "\n{}\t{value}", name.as_ref()))
            }
            Body::Union(alternatives) => {
                head(kind::UNION, name, None, "", &self.versions, out)?;
                out.push('\n');
                list(alternatives.iter().copied(), out)
            }
        }
    }
}

fn head<S: AsRef<str>>(
    kind: &str,
    name: &str,
    base: Option<u16>,
    flags: &str,
    versions: &[S],
    out: &mut String,
) -> fmt::Result {
    write!(out, "{kind}\t{name}\t")?;
    match base {
        Some(base) => write!(out, "{base}")?,
        None => out.push_str(field::NONE),
    }
    write!(out, "\t{}", or_none(flags))?;
    for (place, version) in versions.iter().enumerate() {
        write!(out, "{}{}", if place > 0 { "," } else { "\t" }, version.as_ref())?;
    }
    Ok(())
}

fn structured_row<S: AsRef<str>>(name: &str, versions: &[S], ty: &Structured<S>, out: &mut String) -> fmt::Result {
    let kind = match ty.kind {
        StructuredKind::Complex => kind::COMPLEX,
        StructuredKind::Entity => kind::ENTITY,
        StructuredKind::Action => kind::ACTION,
        StructuredKind::Function => kind::FUNCTION,
    };
    let flags = flags([(field::ABSTRACT, ty.is_abstract), (field::OPEN, ty.is_open)]);
    head(kind, name, ty.base, &flags, versions, out)?;
    ty.own.iter().try_for_each(|property| member(property, out))?;
    match &ty.dynamic {
        None => Ok(()),
        Some(types) => {
            out.push_str("\n\t");
            listed(types, out)
        }
    }
}

fn member<S: AsRef<str>>(member: &Member<S>, out: &mut String) -> fmt::Result {
    let flags = flags([
        (field::NULLABLE, member.place.is_nullable),
        (field::REQUIRED, member.is_required),
        (field::NAVIGATION, member.is_navigation),
        (field::NARROWED, member.is_narrowed),
        (field::UNKNOWN, member.is_unknown),
        (field::IMMUTABLE, member.access == Access::Immutable),
        (field::COMPUTED, member.access == Access::Computed),
        (field::READ_ONLY, member.access == Access::ReadOnly),
        (field::DEFAULT, member.has_default),
    ]);
    write!(out, "\n{}\t{}\t{}", member.name.as_ref(), member.place.ty, or_none(&flags))?;
    constraints(&member.place.constraints, out)
}

fn constraints<S: AsRef<str>>(all: &Constraints<S>, out: &mut String) -> fmt::Result {
    for pattern in &all.patterns {
        text(if pattern.is_linear { key::PATTERN } else { key::BACKTRACKING }, &pattern.text, out)?;
    }
    bound(all.minimum.as_ref(), key::MINIMUM, key::ABOVE, out)?;
    bound(all.maximum.as_ref(), key::MAXIMUM, key::BELOW, out)?;
    all.multiples.iter().try_for_each(|unit| text(key::MULTIPLE, unit, out))?;
    for (key, number) in [
        (key::MIN_ITEMS, all.min_items),
        (key::MAX_ITEMS, all.max_items),
        (key::MAX_LENGTH, all.max_length),
        (key::WHOLE, all.digits.whole),
        (key::FRACTION, all.digits.fraction),
        (key::TOTAL, all.digits.total),
        (key::SIGNIFICANT, all.digits.significant),
    ] {
        if let Some(number) = number {
            write!(out, "\t{key}={number}")?;
        }
    }
    if all.is_ascii {
        write!(out, "\t{}=", key::ASCII)?;
    }
    if let Some(allowed) = &all.allowed {
        let values: Vec<&str> = allowed.iter().map(AsRef::as_ref).collect();
        write!(out, "\t{}=[{}]", key::VALUES, values.join(","))?;
    }
    if let Some(derived) = &all.derived {
        let indices: Vec<String> = derived.iter().map(ToString::to_string).collect();
        write!(out, "\t{}={}", key::DERIVED, indices.join(","))?;
    }
    if let Some(types) = &all.types {
        write!(out, "\t{}=", key::TYPES)?;
        listed(types, out)?;
    }
    Ok(())
}

fn text(key: &str, value: &impl AsRef<str>, out: &mut String) -> fmt::Result {
    write!(out, "\t{key}={}", value.as_ref())
}

fn bound<S: AsRef<str>>(bound: Option<&Bound<S>>, inclusive: &str, exclusive: &str, out: &mut String) -> fmt::Result {
    bound.map_or(Ok(()), |bound| text(if bound.is_exclusive { exclusive } else { inclusive }, &bound.value, out))
}

/// The types, then what else must hold of each.
fn listed<S: AsRef<str>>(types: &[Listed<S>], out: &mut String) -> fmt::Result {
    list(types.iter().map(|listed| listed.ty), out)?;
    for (place, listed) in types.iter().enumerate() {
        let mut said = String::new();
        constraints(&listed.constraints, &mut said)?;
        if !said.is_empty() {
            write!(out, "\t{}={place}{said}", key::OF)?;
        }
    }
    Ok(())
}

fn list(types: impl Iterator<Item = ValueType>, out: &mut String) -> fmt::Result {
    for (place, ty) in types.enumerate() {
        write!(out, "{}{ty}", if place > 0 { "," } else { "" })?;
    }
    Ok(())
}

fn flags<const COUNT: usize>(all: [(char, bool); COUNT]) -> String {
    all.into_iter().filter_map(|(flag, is_set)| is_set.then_some(flag)).collect()
}

fn or_none(flags: &str) -> &str {
    if flags.is_empty() { field::NONE } else { flags }
}

impl fmt::Display for ValueType {
    /// As a row's text has it: `*#4`, `String`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_collection {
            formatter.write_char(field::COLLECTION)?;
        }
        match self.shape {
            Shape::Primitive(primitive) => formatter.write_str(primitive.name()),
            Shape::Declared(index) => write!(formatter, "{}{index}", field::INDEX),
        }
    }
}
