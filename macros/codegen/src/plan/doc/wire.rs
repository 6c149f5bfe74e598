//! What objects are on the wire: short examples.

use odatype_schema::example_text;
use odatype_table::{Body, Constraints, Enumeration, Member, Primitive, Row, Shape, name};

use crate::{
    plan::{build::Build, field::fields, prose::code},
    steps::step,
};

/// How many members are shown.
const SHOWN: usize = 5;

/// The indentation of a member. Of a comment's line that starts with a space, that one is taken for the comment's.
const INDENT: &str = "    ";

/// A member with a value that it may have.
#[derive(Clone)]
struct Shown<'b> {
    name: &'b str,
    value: String,
}

impl<'b> Shown<'b> {
    /// The member, if something can be shown of it.
    fn new(build: Build<'_, '_>, member: &'b Member<String>) -> Option<Self> {
        let name = Some(&*member.name).filter(|name| is_plain(name))?;
        Some(Self { name, value: of_place(build, member)? })
    }
}

/// The first members of a row by whether they are objects, as they are declared.
#[derive(Clone, Default)]
struct Members<'b> {
    plain: Vec<Shown<'b>>,
    objects: Vec<Shown<'b>>,
}

impl<'b> Members<'b> {
    fn of(&mut self, is_object: bool) -> &mut Vec<Shown<'b>> {
        if is_object { &mut self.objects } else { &mut self.plain }
    }

    /// Puts what is declared again in the place of what is inherited.
    fn replace(&mut self, shown: &Shown<'b>) {
        let mut all = self.plain.iter_mut().chain(&mut self.objects);
        all.find(|known| known.name == shown.name).into_iter().for_each(|known| known.clone_from(shown));
    }

    /// Appends `more`, as far as it may be shown.
    fn extend(&mut self, more: Self) {
        for (list, more) in [(&mut self.plain, more.plain), (&mut self.objects, more.objects)] {
            list.extend(more);
            list.truncate(SHOWN);
        }
    }
}

/// Paragraphs with examples of the types and the bodies of operations, by rows; an empty text where nothing can be
/// shown: required members, then what is no object, its own before what is inherited.
pub(crate) fn examples(build: Build<'_, '_>) -> Vec<String> {
    let mut examples = Vec::new();
    // Of each row, its bases' members and its own.
    let mut all: Vec<Members<'_>> = Vec::new();
    for (index, row, _) in build.book.rows() {
        let base = row.structured().and_then(|ty| ty.base);
        let mut inherited = base.and_then(|base| all.get(usize::from(base))).cloned().unwrap_or_default();
        let (mut required, mut own) = (Members::default(), Members::default());
        for field in fields(build.book, index).filter(|field| !field.member.is_navigation) {
            step();
            let declared = if field.member.is_required { &mut required } else { &mut own };
            let declared = declared.of(is_object(build, field.member));
            if declared.len() == SHOWN && !field.is_again {
                continue;
            }
            match Shown::new(build, field.member) {
                Some(shown) if field.is_again => inherited.replace(&shown),
                shown => declared.extend(shown),
            }
        }
        let first = required.plain.iter().chain(&required.objects);
        let plain = own.plain.iter().chain(&inherited.plain);
        examples.push(paragraph(row, first.chain(plain).chain(&own.objects).chain(&inherited.objects)));
        inherited.extend(required);
        inherited.extend(own);
        all.push(inherited);
    }
    examples
}

/// The example of a row of which `members` can be shown.
fn paragraph<'s>(row: &Row<String>, members: impl Iterator<Item = &'s Shown<'s>>) -> String {
    let mut shown = members.take(SHOWN).peekable();
    let Some(ty) = row.structured().filter(|_| shown.peek().is_some()) else { return String::new() };
    let tag = (ty.base.is_some() && !ty.kind.is_operation() && is_plain(&row.name)).then(|| tag(&row.name));
    let members = tag.into_iter().chain(shown.map(|shown| format!("\"{}\": {}", shown.name, shown.value)));
    let lines: Vec<String> = members.map(|member| format!("{INDENT}{}", code(&member))).collect();
    format!("\n\n```json\n{{\n{}\n}}\n```", lines.join(",\n"))
}

/// Whether objects stand in a place.
fn is_object(build: Build<'_, '_>, member: &Member<String>) -> bool {
    let Shape::Declared(index) = member.place.ty.shape else { return false };
    build.book.row(index).is_some_and(|(row, _)| !matches!(row.body, Body::Enumeration(_)))
}

/// What may stand in a place, if that is easily said.
fn of_place(build: Build<'_, '_>, member: &Member<String>) -> Option<String> {
    let place = &member.place;
    let item = of_item(build, place.ty.shape, &place.constraints)?;
    Some(if place.ty.is_collection { format!("[{item}]") } else { item })
}

fn of_item(build: Build<'_, '_>, shape: Shape, asked: &Constraints<String>) -> Option<String> {
    if let Some(allowed) = &asked.allowed {
        return allowed.first().cloned();
    }
    if asked.min_items.is_some_and(|least| least > 1) {
        return None;
    }
    if let Some(derived) = &asked.derived {
        return of_type(build, *derived.first()?);
    }
    let asks_nothing = Constraints { min_items: None, max_items: None, ..asked.clone() } == Constraints::default();
    match shape {
        Shape::Primitive(primitive) if asks_nothing => primitive.example().map(str::to_owned),
        Shape::Primitive(Primitive::String) => example_text(asked),
        Shape::Primitive(_) => None,
        Shape::Declared(index) => match &build.book.row(index)?.0.body {
            Body::Enumeration(of) => of_enumeration(of),
            Body::Structured(ty) if !ty.is_abstract => Some("{}".to_owned()),
            Body::Structured(_) => of_type(build, index),
            Body::Union(_) => None,
        },
    }
}

/// An object that says that it is of the type at `index`, or of one that derives from it if that is abstract.
fn of_type(build: Build<'_, '_>, index: u16) -> Option<String> {
    let (row, _) = build.book.row(index)?;
    let of = if row.structured()?.is_abstract { build.uses.of(index).instance? } else { index };
    let (row, _) = build.book.row(of)?;
    is_plain(&row.name).then(|| format!("{{{}}}", tag(&row.name)))
}

fn of_enumeration(of: &Enumeration<String>) -> Option<String> {
    of.members.first().filter(|(name, _)| is_plain(name)).map(|(name, _)| format!("\"{name}\""))
}

/// The member that is the tag of the type `name`.
fn tag(name: &str) -> String {
    format!("\"{}\": \"{}\"", name::TAGS[0], name::tag(name))
}

/// Whether a name stands in JSON as it is.
fn is_plain(name: &str) -> bool {
    !name.contains(['"', '\\'])
}
