//! Types and properties of the table.

use std::{
    ops::RangeInclusive,
    sync::{
        OnceLock,
        atomic::{AtomicU16, Ordering::Relaxed},
    },
};

use odatype_table::version;

use super::{Asks, Kind, Name, NameIndex, Order, Rules};

/// What a row of the table describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypeKind {
    Complex,
    Entity,
    /// An action's body.
    Action,
    /// What a function is given.
    Function,
    Enum,
    /// An enumeration type that is exhaustive.
    Closed,
    Flags,
    /// What an untyped property may hold.
    Union,
}

impl TypeKind {
    /// Whether it is what an operation is given: that is named by the request's URL, never by a tag.
    #[inline]
    pub(crate) fn is_operation(self) -> bool {
        matches!(self, Self::Action | Self::Function)
    }
}

/// A type.
#[derive(Debug)]
pub(crate) struct Type {
    /// Its row of the table, and the kinds of all rows.
    pub(super) row: &'static str,
    pub(super) kinds: &'static [TypeKind],
    pub(crate) index: u16,
    pub(crate) kind: TypeKind,
    /// Its qualified name.
    pub(crate) name: &'static str,
    /// The versions that it is, between commas; none for nearly all types.
    pub(super) versions: &'static str,
    /// Its tag as it is written: `#` and the name, that of the latest version where it has several.
    pub(crate) tag: Box<str>,
    pub(crate) base: Option<&'static Self>,
    pub(crate) is_abstract: bool,
    pub(crate) is_open: bool,
    /// Whether another type derives from it; of a union, true.
    pub(super) has_derived: bool,
    /// The type that a tag named last where this one is declared.
    pub(super) tagged: AtomicU16,
    /// Its place in a walk that comes to what derives from a type right after it, and the place of the last of these.
    pub(super) places: RangeInclusive<u32>,
    /// What its row says of its properties, read when it is first needed.
    pub(super) own: OnceLock<Own>,
    /// What it has, made when it is first needed.
    pub(super) content: OnceLock<Content>,
    /// What a tag may yet make of its members; see the module `late`.
    pub(super) late: OnceLock<Late>,
}

/// The properties that types derived from a type declare, where all that declare one agree on it.
#[derive(Debug)]
pub(crate) struct Late {
    pub(super) names: NameIndex,
    /// In which order objects have them.
    pub(crate) order: Order,
    pub(crate) properties: Box<[Property]>,
    /// Whether the type, or one derived from it, is open.
    pub(super) has_open: bool,
}

/// What a structured type itself declares.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) properties: Box<[Property]>,
    /// What dynamic properties may be, if it says so.
    pub(super) dynamic: Option<&'static [Listed]>,
}

/// What a type has.
#[derive(Debug, Default)]
pub(crate) struct Content {
    /// The slots of the properties that are required.
    pub(crate) required: Box<[u16]>,
    /// Those, and the slots of the properties that who makes an object must give.
    pub(crate) needed: Box<[u16]>,
    /// All properties, inherited ones first: a property's place is its slot.
    pub(crate) properties: Box<[Property]>,
    /// Where they are by name; the members of an enumeration.
    pub(super) names: NameIndex,
    /// In which order objects have them.
    pub(crate) order: Order,
    /// Members of an enumeration with their values.
    pub(crate) members: Box<[(&'static str, i64)]>,
    /// Alternatives of a union: whether many, and which structured type.
    pub(crate) alternatives: Box<[(bool, u16)]>,
    /// What dynamic properties may be, if the schema says so.
    pub(crate) dynamic: Option<&'static [Listed]>,
}

/// A property, or an operation's parameter.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    /// The name as a member that is not the first starts with it: a comma, the name quoted and escaped, a colon.
    pub(crate) key: &'static str,
    pub(crate) kind: Kind,
    pub(crate) collection: bool,
    pub(crate) nullable: bool,
    pub(crate) navigation: bool,
    /// Whether a type that derives from the declaring one says more of it.
    pub(crate) is_narrowed: bool,
    /// Whether the strict profile looks at it beside its value: it is narrowed, or there is something to advise.
    pub(crate) is_watched: bool,
    /// Whether nothing is known of its type.
    pub(crate) is_unknown: bool,
    /// Whether it is one string, and any string fits.
    pub(crate) is_plain: bool,
    /// Whether moreover the strict profile asks nothing more of it.
    pub(crate) is_free: bool,
    /// What the object that has it is asked for because of it.
    pub(crate) asks: Asks,
    /// What the strict profile asks besides.
    pub(crate) rules: Option<&'static Rules>,
    /// The types that an untyped value may have, if the schema lists some.
    pub(crate) types: Option<&'static [Listed]>,
}

impl Property {
    /// Whether all that is asked of it is what is asked of `other`, the same property of a type that derives from its
    /// own.
    pub(crate) fn says_as(&self, other: &Self) -> bool {
        let said = |property: &Self| (property.rules.map(std::ptr::from_ref), property.nullable, property.kind);
        said(self) == said(other)
    }
}

/// A type that a schema lists: one value or many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    pub(crate) is_collection: bool,
    pub(crate) kind: Kind,
    /// What the strict profile asks besides of such a value, or of each item.
    pub(crate) rules: Option<&'static Rules>,
}

impl Type {
    /// What it has.
    #[inline]
    pub(crate) fn content(&self) -> &Content {
        self.content.get_or_init(|| Content::load(self))
    }

    /// What it itself declares.
    pub(super) fn own(&self) -> &Own {
        self.own.get_or_init(|| Own::load(self))
    }

    /// Itself and its bases, the nearest first. What it has is put together from what they declare, and not from what
    /// they have: of a long chain that would be the square of it.
    pub(crate) fn lineage(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |ty| ty.base)
    }

    /// Whether it is the type at `index`, or derives from that.
    pub(crate) fn is_or_derives_from(&self, index: u16) -> bool {
        self.lineage().any(|ty| ty.index == index)
    }

    /// All its properties, inherited ones first: a property's place is its slot.
    #[inline]
    pub(crate) fn properties(&self) -> &[Property] {
        &self.content().properties
    }

    /// The slot of the property `name`.
    pub(crate) fn slot(&self, name: &str) -> Option<usize> {
        self.slot_of(Name::new(name))
    }

    /// The slot of the property `name`.
    #[inline]
    pub(crate) fn slot_of(&self, name: Name<'_>) -> Option<usize> {
        self.content().slot_of(name)
    }

    /// The index of the type that the next tag will name where this one is declared, if it names the one which the last
    /// did.
    #[inline]
    pub(crate) fn last_tagged(&self) -> u16 {
        self.tagged.load(Relaxed)
    }

    /// Notes that a tag named the type at `index`, which is not abstract and may stand where this one is declared.
    #[inline]
    pub(crate) fn note_tagged(&self, index: u16) {
        if self.last_tagged() != index {
            self.tagged.store(index, Relaxed);
        }
    }

    /// Whether `name` is one of its names, in this very spelling.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        let versions = self.versions.split(',').filter(|version| !version.is_empty());
        version::is_name(name, self.name, versions)
    }

    /// Whether it is several versions of a type, so that further ones are this type too.
    #[inline]
    pub(super) fn has_versions(&self) -> bool {
        !self.versions.is_empty()
    }

    /// Whether no type derives from it, so that no tag can make more of an object than this.
    #[inline]
    pub(crate) fn is_leaf(&self) -> bool {
        !self.has_derived
    }

    /// Whether values of this type may stand where `declared` is expected.
    #[inline]
    pub(crate) fn fits(&self, declared: &Type) -> bool {
        match declared.kind {
            TypeKind::Union => {
                declared.content().alternatives.iter().any(|(_, alternative)| self.is_or_derives_from(*alternative))
            }
            _ => declared.places.contains(self.places.start()),
        }
    }

    /// Whether it has properties or parameters.
    #[cfg(feature = "json-schema")]
    pub(crate) fn is_structured(&self) -> bool {
        self.is_payload() || self.kind == TypeKind::Function
    }

    /// Whether objects of payloads are of it: it is an entity type, a complex type or an action's body.
    pub(crate) fn is_payload(&self) -> bool {
        matches!(self.kind, TypeKind::Complex | TypeKind::Entity | TypeKind::Action)
    }
}

impl Content {
    /// The slot of the property `name`.
    #[inline]
    pub(crate) fn slot_of(&self, name: Name<'_>) -> Option<usize> {
        self.names.find(name, |slot| self.properties.get(slot).map(|property| property.name))
    }

    /// The value of an enumeration's member `name`.
    pub(crate) fn member(&self, name: &str) -> Option<i64> {
        let place = self.names.find(Name::new(name), |place| self.members.get(place).map(|(name, _)| *name));
        let found = match place {
            Some(place) => self.members.get(place),
            // The index has places of 16 bits, and nothing limits how many members there are.
            None => self.members.get(usize::from(u16::MAX)..)?.iter().find(|(own, _)| *own == name),
        };
        found.map(|(_, value)| *value)
    }
}

impl Property {
    /// What is read like a property and is none: without a name, without constraints.
    pub(crate) fn unnamed(kind: Kind, collection: bool, nullable: bool) -> Self {
        Self {
            name: "",
            key: "",
            kind,
            collection,
            nullable,
            asks: Asks::NONE,
            is_plain: false,
            is_free: false,
            navigation: false,
            is_narrowed: false,
            is_watched: false,
            is_unknown: false,
            rules: None,
            types: None,
        }
    }

    /// A value of a type that a schema lists.
    pub(crate) fn listed(listed: Listed) -> Self {
        Self { rules: listed.rules, ..Self::unnamed(listed.kind, listed.is_collection, false) }
    }

    /// Whether a value is read alike for both.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        // Inherited properties share their rules.
        let rules = |property: &Self| property.rules.map(std::ptr::from_ref);
        (self.collection, self.kind, self.nullable) == (other.collection, other.kind, other.nullable)
            && rules(self) == rules(other)
    }
}
