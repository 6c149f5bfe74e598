//! How the values of two types are to each other.

use odatype_table::{Body, Family, Primitive, Shape, ValueType};

use crate::side::{Pair, Side};

/// What became of the values of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// They are the same.
    Same,
    /// All old values are values still, and there are more.
    Wider,
    /// The same, from an enumeration type to text.
    Member,
    /// Some are values no more, and there are no others.
    Narrower,
    /// Old and new ones are raw JSON in Rust, and old code reads whatever it is.
    Raw,
    /// The same, where all old values are values still.
    RawWider,
    /// Objects of another type.
    Object,
    /// One of several structured types, of which some came or went.
    Union,
    /// Anything else.
    Other,
}

/// What a type is, by name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is<'b> {
    Primitive(Primitive),
    Enumeration(&'b str),
    Structured(&'b str),
    Union,
}

/// From the type `old` of the old schema to `new` of the new one.
pub(crate) fn fit(pair: &Pair<'_, '_>, old: ValueType, new: ValueType) -> Fit {
    let (before, after) = (is(&pair.old, old.shape), is(&pair.new, new.shape));
    let same_count = old.is_collection == new.is_collection;
    if same_count && before == after {
        let same = before != Is::Union || pair.old.ty(old) == pair.new.ty(new);
        return if same { Fit::Same } else { Fit::Union };
    }
    if is_raw(before) && is_raw(after) {
        // Collections are arrays even where their items may be anything.
        return match same_count && (!is_geo(before) || is_geo(after)) {
            true if holds(after, before) => Fit::RawWider,
            true => Fit::Raw,
            false => Fit::Other,
        };
    }
    match (same_count && holds(after, before), same_count && holds(before, after), before, after) {
        (true, _, Is::Enumeration(_), _) if after == Is::Primitive(Primitive::String) => Fit::Member,
        (true, ..) => Fit::Wider,
        (_, true, ..) => Fit::Narrower,
        (_, _, Is::Structured(_) | Is::Union, Is::Structured(_) | Is::Union) if same_count => Fit::Object,
        _ => Fit::Other,
    }
}

fn is<'b>(side: &Side<'b, '_>, shape: Shape) -> Is<'b> {
    let row = match shape {
        Shape::Primitive(primitive) => return Is::Primitive(primitive),
        Shape::Declared(row) => row,
    };
    match side.book.row(row).map(|(row, _)| (&row.body, row.name.as_str())) {
        Some((Body::Structured(_), name)) => Is::Structured(name),
        Some((Body::Enumeration(_), name)) => Is::Enumeration(name),
        Some((Body::Union(_), _)) | None => Is::Union,
    }
}

fn is_raw(ty: Is<'_>) -> bool {
    matches!(ty, Is::Primitive(primitive) if matches!(primitive.family(), Family::Any | Family::Geo))
}

fn is_geo(ty: Is<'_>) -> bool {
    matches!(ty, Is::Primitive(primitive) if primitive.family() == Family::Geo)
}

/// Whether all values of `from` are values of `into`, and mean the same there.
fn holds(into: Is<'_>, from: Is<'_>) -> bool {
    let Is::Primitive(into) = into else { return false };
    if into == Primitive::Untyped {
        return true;
    }
    match from {
        Is::Enumeration(_) => into == Primitive::String,
        Is::Primitive(from) => holds_primitive(into, from),
        Is::Structured(_) | Is::Union => false,
    }
}

fn holds_primitive(into: Primitive, from: Primitive) -> bool {
    if let (Some((least, most)), Some((from_least, from_most))) = (into.range(), from.range()) {
        return least <= from_least && from_most <= most;
    }
    match into {
        Primitive::String => from.family() == Family::Literal,
        Primitive::Geography | Primitive::Geometry => {
            from.family() == Family::Geo && from.name().starts_with(into.name())
        }
        Primitive::Decimal => from.range().is_some(),
        // 64-bit integers may be text, which is no text of a float.
        Primitive::Double => from == Primitive::Single || (from.range().is_some() && from != Primitive::Int64),
        _ => false,
    }
}
