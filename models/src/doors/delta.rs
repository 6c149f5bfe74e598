//! What a delta payload has besides entities: those that were removed, and links.

use std::{borrow::Cow, fmt};

use odatype_table::control;

use super::Collection;
use crate::{
    node::{Key, Scalar},
    value::{Json, Structured, UnrecognizedMember},
};

/// What an item of a delta payload stands for.
///
/// A service writes all of them into one array, so that each is an item of [`Collection::value`] and is written back as
/// it was read; [`Collection::delta`] tells them apart.
///
/// ```
/// # #[cfg(feature = "graph")] {
/// use odatype::{Collection, DeltaItem, RemovedReason, graph::Call};
/// let calls: Collection<Call> = odatype::from_str(
///     r#"{"value":[{"id":"1","subject":"Lunch"},{"@removed":{"reason":"deleted"},"id":"2"}],"@odata.deltaLink":"https://s/d"}"#,
/// )?;
/// let mut items = calls.delta();
/// assert!(matches!(items.next(), Some(DeltaItem::Entity(call)) if call.subject() == Some("Lunch")));
/// let Some(DeltaItem::Removed(removed)) = items.next() else { unreachable!() };
/// assert_eq!((removed.entity().id(), removed.reason()), (Some("2"), Some(RemovedReason::Deleted)));
/// # }
/// # Ok::<(), odatype::Error>(())
/// ```
///
/// Source: OData JSON 4.01, section 15 (delta payload).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DeltaItem<'a, T> {
    /// An entity that was added or changed.
    Entity(&'a T),
    /// An entity that was removed: `{"@removed":{"reason":"deleted"},"id":"1"}`; in OData 4.0
    /// `{"@odata.context":"…/$deletedEntity","id":"calls('1')","reason":"deleted"}`.
    Removed(Removed<'a, T>),
    /// A link that was added: `{"@odata.context":"…/$link","source":"calls('1')","relationship":"…","target":"…"}`.
    AddedLink(Link<'a, T>),
    /// A link that was deleted: the same with `/$deletedLink`.
    DeletedLink(Link<'a, T>),
}

impl<'a, T: Structured> DeltaItem<'a, T> {
    /// What `item` stands for, by its control information.
    ///
    /// A link has members of its own where others have their properties: if the type declares `source` or `target` as
    /// something else than a string, [`from_slice_partial`](crate::from_slice_partial) reads the link and
    /// [`from_slice`](crate::from_slice) tells of it.
    #[must_use]
    #[inline]
    pub fn of(item: &'a T) -> Self {
        if control_of(item, "removed").is_some() {
            return Self::Removed(Removed(item));
        }
        let context = control_of(item, "context").and_then(Json::as_str).unwrap_or_default();
        let ends = |end: &str| context.ends_with(end);
        if ends(control::DELETED_ENTITY) {
            Self::Removed(Removed(item))
        } else if ends(control::DELETED_LINK) {
            Self::DeletedLink(Link(item))
        } else if ends(control::ADDED_LINK) {
            Self::AddedLink(Link(item))
        } else {
            Self::Entity(item)
        }
    }
}

impl<T: Structured> Collection<T> {
    /// The items, as what they stand for in a delta payload. Of any other payload all are entities.
    #[inline]
    pub fn delta(&self) -> impl Iterator<Item = DeltaItem<'_, T>> {
        self.value.iter().map(DeltaItem::of)
    }

    /// Adds an item that says that `entity`, of which the key is enough, was removed:
    /// `{"id":"1","@removed":{"reason":"deleted"}}`.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "most reasons are variants that are written where they are given"
    )]
    #[inline]
    pub fn push_removed(&mut self, entity: T, reason: RemovedReason) -> &mut Self {
        self.value.push(reason.mark(entity));
        self
    }
}

/// A removed entity.
pub struct Removed<'a, T>(&'a T);

impl<'a, T: Structured> Removed<'a, T> {
    /// The object as it was read: its key properties, and whatever else a service says of what was removed.
    #[must_use]
    #[inline]
    pub fn entity(self) -> &'a T {
        self.0
    }

    /// The entity's identity: `@odata.id` or `@id`; else the member `id`, which in OData 4.0 is the identity too, and
    /// in 4.01 a property, of which a number is given by its digits.
    #[must_use]
    #[inline]
    pub fn id(self) -> Option<Cow<'a, str>> {
        control_of(self.0, "id").and_then(Json::as_str).or_else(|| text(self.0, "id").or_else(|| number(self.0, "id")))
    }

    /// Why: because it was deleted, or because it changed and is no more what was asked for.
    #[must_use]
    #[inline]
    pub fn reason(self) -> Option<RemovedReason> {
        let reason = match control_of(self.0, "removed") {
            Some(said) => Cow::Owned(said.to_value().ok()?.get("reason")?.as_str()?.to_owned()),
            None => text(self.0, "reason")?,
        };
        Some(RemovedReason::from(&*reason))
    }
}

/// Why an entity is removed in a delta payload.
///
/// Source: OData JSON 4.01, section 15.3 (deleted entity).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RemovedReason {
    /// `changed`: it is there, but no more among what was asked for.
    Changed,
    /// `deleted`.
    Deleted,
    /// What OData does not know.
    Unrecognized(UnrecognizedMember),
}

impl RemovedReason {
    /// Its text on the wire.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Changed => "changed",
            Self::Deleted => "deleted",
            Self::Unrecognized(reason) => reason.as_str(),
        }
    }

    /// `entity`, of which the key is enough, as an item that says that it was removed, or is to be:
    /// `{"id":"1","@removed":{"reason":"deleted"}}`.
    #[must_use]
    #[inline]
    pub fn mark<T: Structured>(&self, entity: T) -> T {
        let mut said = serde_json::Map::new();
        said.insert("reason".to_owned(), self.as_str().into());
        entity.with_dynamic("@removed", serde_json::Value::Object(said))
    }
}

impl From<&str> for RemovedReason {
    #[inline]
    fn from(text: &str) -> Self {
        [Self::Changed, Self::Deleted]
            .into_iter()
            .find(|reason| reason.as_str() == text)
            .unwrap_or_else(|| Self::Unrecognized(text.into()))
    }
}

/// A link between two entities that was added or deleted.
///
/// Source: OData JSON 4.01, sections 15.4 (added link) and 15.5 (deleted link).
pub struct Link<'a, T>(&'a T);

impl<'a, T: Structured> Link<'a, T> {
    /// The object as it was read.
    #[must_use]
    #[inline]
    pub fn object(self) -> &'a T {
        self.0
    }

    /// `source`: the identity of the entity from which the link goes.
    #[must_use]
    #[inline]
    pub fn source(self) -> Option<Cow<'a, str>> {
        text(self.0, "source")
    }

    /// `relationship`: the path of the navigation property.
    #[must_use]
    #[inline]
    pub fn relationship(self) -> Option<Cow<'a, str>> {
        text(self.0, "relationship")
    }

    /// `target`: the identity of the entity to which the link goes. A deleted link may lack it where it is the only
    /// one.
    #[must_use]
    #[inline]
    pub fn target(self) -> Option<Cow<'a, str>> {
        text(self.0, "target")
    }
}

macro_rules! borrowing {
    ($($ty:ident),+) => {$(
        impl<T> Clone for $ty<'_, T> {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $ty<'_, T> {}

        impl<T: PartialEq> PartialEq for $ty<'_, T> {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }

        impl<T: fmt::Debug> fmt::Debug for $ty<'_, T> {
            #[inline]
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_tuple(stringify!($ty)).field(self.0).finish()
            }
        }
    )+};
}
borrowing!(Removed, Link);

/// The control information `name` of `item`.
#[inline]
fn control_of<'a, T: Structured>(item: &'a T, name: &str) -> Option<Json<'a>> {
    control::names(name).iter().find_map(|name| item.dynamic(name))
}

/// The string in the member `name` of `item`, whether its type declares it or not.
#[inline]
fn text<'a, T: Structured>(item: &'a T, name: &str) -> Option<Cow<'a, str>> {
    if let Some(json) = item.dynamic(name) {
        return json.as_str();
    }
    match declared(item, name)? {
        Scalar::Text(text) => Some(Cow::Borrowed(text)),
        _ => None,
    }
}

/// The digits of the number in the member `name` of `item`, likewise.
#[inline]
fn number<'a, T: Structured>(item: &'a T, name: &str) -> Option<Cow<'a, str>> {
    let is_number = |text: &&str| text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    if let Some(json) = item.dynamic(name) {
        return Some(json.text()).filter(is_number).map(Cow::Borrowed);
    }
    match declared(item, name)? {
        Scalar::Number(text) => Some(Cow::Borrowed(text)),
        _ => None,
    }
}

/// The value of the declared member `name` of `item`.
#[inline]
fn declared<'a, T: Structured>(item: &'a T, name: &str) -> Option<Scalar<'a>> {
    let record = item.record();
    let Key::Slot(slot) = record.key(name) else { return None };
    Some(record.value(slot)?.scalar())
}
