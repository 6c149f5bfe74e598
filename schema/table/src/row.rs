//! Rows: types, and what may stand in each of their places.

use std::borrow::Cow;

use crate::{Access, Constraints, Listed, Pattern, Primitive, Shape, ValueType, version::name_in};

/// What a whole schema means.
///
/// `S` is how names are held: a [`String`] where a table is made, a borrowed text where one is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table<S> {
    /// The types; a base comes before what derives from it. A type's index is its place here.
    pub rows: Vec<Row<S>>,
    /// Aliases, each with the namespace that it stands for.
    pub aliases: Vec<(S, S)>,
    /// Qualified names, sorted, of the structured types that a slice left out: what names them is known, and what such
    /// objects hold is not checked.
    pub outside: Vec<S>,
    /// Type definitions, which have no rows, by their qualified names, sorted, and the built-in types behind them: they
    /// are no types of objects.
    pub definitions: Vec<(S, Primitive)>,
}

/// A type, the body of an action, or what a function is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<S> {
    /// Its qualified name; of an action's body, with what the action is bound to in parentheses
    /// (`ns.mute(ns.call)`, `ns.mute(Collection(ns.call))`); of a function, with that and the names of its parameters
    /// (`ns.range(ns.sheet,address)`); of what an untyped place may hold, `<type>/<property>`.
    pub name: S,
    /// The versions that are this one type, in ascending order; see [`version`](crate::version). Its instances have
    /// their names, [`UNVERSIONED`](crate::version::UNVERSIONED) being the row's own; the last is what is written. None
    /// for nearly all types, which have only their name.
    pub versions: Vec<S>,
    /// What it is.
    pub body: Body<S>,
}

/// What a row describes.
#[derive(Clone, Debug, PartialEq)]
pub enum Body<S> {
    /// An entity type, a complex type, an action's body or what a function is given.
    Structured(Structured<S>),
    /// An enumeration type.
    Enumeration(Enumeration<S>),
    /// What a single place of type `Edm.Untyped` may hold where the schema lists structured types only: the
    /// alternatives, one object or many.
    Union(Vec<ValueType>),
}

/// Which kind of structured type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StructuredKind {
    /// A complex type.
    Complex,
    /// An entity type.
    Entity,
    /// The body of an action: its parameters, the binding parameter left out.
    Action,
    /// What a function is given: its parameters, the binding parameter left out. They stand in a URL; nothing is of
    /// this type in a payload.
    Function,
}

impl StructuredKind {
    /// Whether it is no type, but what an operation is given: no tag names it, and nothing else refers to it.
    #[must_use]
    pub fn is_operation(self) -> bool {
        matches!(self, Self::Action | Self::Function)
    }
}

/// A structured type.
#[derive(Clone, Debug, PartialEq)]
pub struct Structured<S> {
    /// Which kind.
    pub kind: StructuredKind,
    /// The index of its base.
    pub base: Option<u16>,
    /// Whether only types derived from it have instances.
    pub is_abstract: bool,
    /// Whether instances may have dynamic properties; inherited openness is written out.
    pub is_open: bool,
    /// Its own properties or parameters. Slots are numbered base first, in this order. One that it inherits and narrows
    /// has the inherited one's slot; everything that is said of that is said here too.
    pub own: Vec<Member<S>>,
    /// What dynamic properties may be, where the type itself says so: one of these types. An empty list is none.
    pub dynamic: Option<Vec<Listed<S>>>,
}

/// An enumeration type.
#[derive(Clone, Debug, PartialEq)]
pub struct Enumeration<S> {
    /// Whether members are combined.
    pub is_flags: bool,
    /// Whether what names no member is refused by whoever reads too: the schema's user says that it is complete.
    pub is_exhaustive: bool,
    /// Members with their values.
    pub members: Vec<(S, i64)>,
}

/// A property or a parameter: a named place.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Member<S> {
    /// Its name, which is its spelling on the wire.
    pub name: S,
    /// What may stand there.
    pub place: Place<S>,
    /// Whether an operation cannot be called without it.
    pub is_required: bool,
    /// Whether it is a navigation property.
    pub is_navigation: bool,
    /// Whether a type that derives from this one declares the property again and says more of it.
    pub is_narrowed: bool,
    /// Whether the schema does not have its type, so that nothing is known of its values; it is then `Edm.Untyped`.
    pub is_unknown: bool,
    /// What a client may do with its value.
    pub access: Access,
    /// Whether it has a value, or its service gives it one, where a client gives none: `DefaultValue`,
    /// `Core.ComputedDefaultValue`, or a referential constraint that ties it to another entity.
    pub has_default: bool,
}

/// What may stand in a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place<S> {
    /// The type of values.
    pub ty: ValueType,
    /// Whether a single value may be null; of the items for a collection.
    pub is_nullable: bool,
    /// What else must hold.
    pub constraints: Constraints<S>,
}

impl<S: AsRef<str>> Row<S> {
    /// The names that tags may give to it, in the order of versions: the last is what is written.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let name = self.name.as_ref();
        let own = self.versions.is_empty().then_some(Cow::Borrowed(name));
        own.into_iter().chain(self.versions.iter().map(move |version| name_in(name, version.as_ref())))
    }
}

impl<S> Table<S> {
    /// The patterns of all places, and of all types that are listed for one.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern<S>> {
        let types = || self.rows.iter().filter_map(Row::structured);
        let places = types().flat_map(|ty| &ty.own).map(|member| &member.place.constraints);
        let listed = places.clone().filter_map(|constraints| constraints.types.as_ref());
        let listed = listed.chain(types().filter_map(|ty| ty.dynamic.as_ref())).flatten();
        places.chain(listed.map(|listed| &listed.constraints)).flat_map(|constraints| &constraints.patterns)
    }
}

impl<S> Structured<S> {
    /// Whether who makes an object of the type must give its own property `member`: it is never null, and nobody else
    /// gives it a value. Collections are empty where they are left out, streams have requests of their own, and what a
    /// navigation property leads to may be in the URL that is posted to.
    ///
    /// Source: OData Protocol 4.01, section 11.4.2 (create an entity).
    #[must_use]
    pub fn needs(&self, member: &Member<S>) -> bool {
        let place = &member.place;
        let is_value = !place.ty.is_collection && place.ty.shape != Shape::Primitive(Primitive::Stream);
        let is_given = member.has_default || member.access.is_read_only();
        !self.kind.is_operation() && is_value && !place.is_nullable && !member.is_navigation && !is_given
    }
}

impl<S> Row<S> {
    /// The structured type that the row describes.
    #[must_use]
    pub fn structured(&self) -> Option<&Structured<S>> {
        match &self.body {
            Body::Structured(structured) => Some(structured),
            Body::Enumeration(_) | Body::Union(_) => None,
        }
    }
}
