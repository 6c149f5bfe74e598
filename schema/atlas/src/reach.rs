//! What types lead to: boxes, and the lines between them.

use std::collections::BTreeMap;

use odatype_schema::{Element, Rulebook};
use odatype_table::{Body, Shape, StructuredKind, name::MaybeCollection};

use crate::Atlas;

/// Types and what leads from one to another.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    pub(crate) title: String,
    pub(crate) boxes: Vec<Type>,
    pub(crate) lines: Vec<Line>,
    /// The boxes that were asked for.
    pub(crate) roots: Vec<usize>,
}

/// A type, an enumeration or the body of an action.
#[derive(Debug)]
pub(crate) struct Type {
    /// Its qualified name.
    pub(crate) name: String,
    /// Its name without the namespace.
    pub(crate) title: String,
    pub(crate) kind: Kind,
    /// What it derives from.
    pub(crate) base: Option<String>,
    /// Its own properties or members.
    pub(crate) rows: Vec<String>,
}

/// As many lines are drawn from a base that nothing else leads to.
const DRAWN: usize = 8;

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Entity,
    Complex,
    /// A type that only derived types have instances of.
    Abstract,
    Enumeration,
    Action,
}

/// A line between two boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The property, and whether it holds many; of a base and what derives from it there is none.
    pub(crate) by: Option<(usize, String, bool)>,
}

impl Kind {
    /// In words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Entity => "entity type",
            Self::Complex => "complex type",
            Self::Abstract => "abstract type",
            Self::Enumeration => "enumeration type",
            Self::Action => "action",
        }
    }
}

/// What the types of an atlas lead to.
pub(crate) fn reach(atlas: &Atlas<'_, '_>) -> Reach {
    let book = atlas.book;
    let mut reach = Reach { title: atlas.title.to_owned(), ..Reach::default() };
    let mut places = BTreeMap::new();
    for (index, row, origin) in book.rows() {
        let kind = match &row.body {
            Body::Union(_) => continue,
            // What a function is given is no object.
            Body::Structured(ty) if ty.kind == StructuredKind::Function => continue,
            Body::Enumeration(_) => Kind::Enumeration,
            Body::Structured(ty) if ty.kind == StructuredKind::Action => Kind::Action,
            Body::Structured(ty) if ty.is_abstract => Kind::Abstract,
            Body::Structured(ty) if ty.kind == StructuredKind::Entity => Kind::Entity,
            Body::Structured(_) => Kind::Complex,
        };
        let rows = match &row.body {
            Body::Enumeration(ty) => ty.members.iter().map(|(name, _)| name.clone()).collect(),
            _ => origin.elements().into_iter().map(written).collect(),
        };
        let base = row.structured().and_then(|ty| Some(simple(&book.row(ty.base?)?.0.name).to_owned()));
        places.insert(index, reach.boxes.len());
        reach.boxes.push(Type { name: row.name.clone(), title: simple(&row.name).to_owned(), kind, base, rows });
    }
    for (index, row, _) in book.rows() {
        let (Some(from), Some(ty)) = (places.get(&index), row.structured()) else { continue };
        if let Some(base) = ty.base.and_then(|base| places.get(&base)) {
            reach.lines.push(Line { from: *base, to: *from, by: None });
        }
        for (row, member) in ty.own.iter().enumerate() {
            for (target, is_many) in targets(book, member.place.ty.shape, member.place.ty.is_collection) {
                let Some(to) = places.get(&target) else { continue };
                reach.lines.push(Line { from: *from, to: *to, by: Some((row, member.name.clone(), is_many)) });
            }
        }
    }
    spare(&mut reach);
    let is_root = |name: &str| {
        let is =
            |root: &String| name == root || name.strip_prefix(root.as_str()).is_some_and(|rest| rest.starts_with('('));
        atlas.roots.iter().any(is)
    };
    reach.roots = (0..).zip(&reach.boxes).filter(|(_, ty)| is_root(&ty.name)).map(|(place, _)| place).collect();
    reach
}

/// Leaves out the lines from a base that no property holds and many derive from: in some services everything derives
/// from one type, which its boxes say anyway.
fn spare(reach: &mut Reach) {
    let mut derived = vec![0_usize; reach.boxes.len()];
    for line in &reach.lines {
        if let Some(derived) = derived.get_mut(line.from) {
            *derived += usize::from(line.by.is_none());
        }
    }
    for held in reach.lines.iter().filter(|line| line.by.is_some()) {
        if let Some(derived) = derived.get_mut(held.to) {
            *derived = 0;
        }
    }
    let is_spared = |line: &Line| line.by.is_none() && derived.get(line.from).is_some_and(|many| *many > DRAWN);
    reach.lines.retain(|line| !is_spared(line));
}

/// The rows of the types that values of a place have.
fn targets(book: &Rulebook<'_>, shape: Shape, is_many: bool) -> Vec<(u16, bool)> {
    let Shape::Declared(row) = shape else { return Vec::new() };
    match book.row(row).map(|(row, _)| &row.body) {
        Some(Body::Union(alternatives)) => {
            let declared = alternatives.iter().filter_map(|ty| match ty.shape {
                Shape::Declared(row) => Some((row, ty.is_collection)),
                Shape::Primitive(_) => None,
            });
            declared.collect()
        }
        _ => vec![(row, is_many)],
    }
}

/// A property with its type: `targets: participantInfo[]`.
fn written(element: Element<'_>) -> String {
    let name = element.ty().to_string();
    let MaybeCollection { is_collection, item } = MaybeCollection::parse(&name);
    format!("{}: {}{}", element.name(), simple(item), if is_collection { "[]" } else { "" })
}

/// A name without its namespace; of an action's with what it is bound to, both.
fn simple(name: &str) -> &str {
    let end = name.find('(').unwrap_or(name.len());
    let start = name.get(..end).and_then(|name| name.rfind('.')).map_or(0, |dot| dot + 1);
    name.get(start..end).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::simple;

    #[test]
    fn names_are_short() {
        for (name, expected) in [("a.b.c", "c"), ("a.b(c.d)", "b"), ("Edm.Guid", "Guid"), ("x", "x")] {
            assert_eq!(simple(name), expected);
        }
    }
}
