//! Types and properties of the table.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use odatype_table::name;

use super::{Kind, Name, NameIndex, Rules};
use crate::finding::Names;

/// What a line group of the table describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypeKind {
    Complex,
    Entity,
    /// An action's body.
    Action,
    Enum,
    Flags,
    /// What an untyped property may hold.
    Union,
}

/// A type.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Type {
    pub(crate) index: u16,
    pub(crate) kind: TypeKind,
    /// Its qualified name.
    pub(crate) name: &'static str,
    /// Its tag as it is written: `#` and the name.
    pub(crate) tag: Box<str>,
    pub(crate) base: Option<u16>,
    pub(crate) is_abstract: bool,
    pub(crate) is_open: bool,
    /// Whether another type derives from it; of a union, true.
    pub(super) has_derived: bool,
    /// Itself and all its bases; of a union, nothing.
    pub(crate) lineage: Box<[u16]>,
    /// Whether any of its properties is required.
    pub(crate) has_required: bool,
    /// All properties, inherited ones first: a property's place is its slot.
    pub(crate) properties: Box<[Property]>,
    pub(crate) slots: NameIndex,
    /// Members of an enumeration with their values.
    pub(crate) members: Box<[(&'static str, i64)]>,
    /// Alternatives of a union: whether many, and which structured type.
    pub(crate) alternatives: Box<[(bool, u16)]>,
    /// What dynamic properties may be, if the schema says so.
    pub(crate) dynamic: Option<&'static [Listed]>,
    /// See [`Tables::late`].
    pub(super) late: OnceLock<Late>,
}

/// The properties that types derived from a type declare, where all that declare one agree on it.
#[derive(Debug)]
pub(super) struct Late {
    names: NameIndex,
    properties: Box<[Property]>,
}

/// A property, or an action's parameter.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    /// The name as a member that is not the first starts with it: a comma, the name quoted and escaped, a colon.
    pub(crate) key: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) collection: bool,
    pub(crate) nullable: bool,
    pub(crate) required: bool,
    pub(crate) navigation: bool,
    /// Whether it is one string, and any string fits.
    pub(crate) is_plain: bool,
    /// Whether moreover the strict profile asks nothing more of it.
    pub(crate) is_free: bool,
    /// What the strict profile asks besides.
    pub(crate) rules: Option<&'static Rules>,
    /// The types that an untyped value may have, if the schema lists some.
    pub(crate) types: Option<&'static [Listed]>,
}

/// A type that a schema lists: one value or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) is_collection: bool,
    pub(crate) kind: Kind,
}

/// The qualified names, sorted, one a line, of structured types that a slice left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outside(pub(super) &'static str);

/// All types of a schema.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) types: Box<[Type]>,
    pub(super) names: NameIndex,
    /// Lower-case names, with aliases too.
    pub(super) folded: HashMap<Box<str>, u16>,
    /// Aliases of namespaces.
    pub(crate) aliases: &'static [(&'static str, &'static str)],
    /// Types that a slice left out: tags that name them are known.
    pub(crate) outside: Outside,
}

impl Type {
    /// The slot of the property `name`.
    pub(crate) fn slot(&self, name: &str) -> Option<usize> {
        self.slot_of(Name::new(name))
    }

    /// The slot of the property `name`.
    #[inline]
    pub(crate) fn slot_of(&self, name: Name<'_>) -> Option<usize> {
        self.slots.find(name, |slot| self.properties.get(slot).map(|property| property.name))
    }

    /// Whether no type derives from it, so that no tag can make more of an object than this.
    #[inline]
    pub(crate) fn is_leaf(&self) -> bool {
        !self.has_derived
    }

    /// Whether values of this type may stand where `declared` is expected.
    pub(crate) fn fits(&self, declared: &Type) -> bool {
        match declared.kind {
            TypeKind::Union => declared.alternatives.iter().any(|(_, alternative)| self.lineage.contains(alternative)),
            _ => self.lineage.contains(&declared.index),
        }
    }

    /// Whether it is an entity type, a complex type or an action's body.
    pub(crate) fn is_structured(&self) -> bool {
        matches!(self.kind, TypeKind::Complex | TypeKind::Entity | TypeKind::Action)
    }
}

impl Tables {
    /// The type at `index`.
    #[inline]
    pub(crate) fn get(&self, index: u16) -> &Type {
        &self.types[usize::from(index)]
    }

    /// The type whose qualified name is `name`, exactly.
    pub(crate) fn find(&self, name: &str) -> Option<&Type> {
        let place = self.names.find(Name::by_end(name), |place| self.types.get(place).map(|ty| ty.name))?;
        self.types.get(place)
    }

    /// The type whose qualified name is `name`, its namespace's alias expanded.
    pub(crate) fn named(&self, name: &str) -> Option<&Type> {
        self.find(name).or_else(|| {
            let (prefix, simple) = name.rsplit_once('.')?;
            let (_, namespace) = self.aliases.iter().find(|(alias, _)| *alias == prefix)?;
            self.find(&format!("{namespace}.{simple}"))
        })
    }

    /// The type that the tag `text` names: `#ns.Type`, `ns.Type`, in any letter case, through an alias, or as the
    /// fragment of a URL.
    ///
    /// Source: OData JSON 4.01, section 4.6.3 (control information `type`).
    pub(crate) fn resolve(&self, text: &str) -> Option<&Type> {
        let name = name::named_by(text);
        self.find(name)
            .or_else(|| self.folded.get(name.to_ascii_lowercase().as_str()).map(|index| self.get(*index)))
            .filter(|ty| ty.is_structured())
    }

    /// What the member `name` is in those types derived from `declared` that declare it, and its place among such:
    /// `None` if none does, or not all the same. Lets a value be decoded before its object's tag has come.
    #[inline]
    pub(crate) fn late(&'static self, declared: &'static Type, name: Name<'_>) -> Option<(usize, &'static Property)> {
        let late = declared.late.get_or_init(|| Late::new(self, declared));
        let place = late.names.find(name, |place| late.properties.get(place).map(|property| property.name))?;
        Some((place, &late.properties[place]))
    }
}

impl Late {
    fn new(tables: &Tables, declared: &Type) -> Self {
        let mut all: BTreeMap<&'static str, Option<Property>> = BTreeMap::new();
        for ty in tables.types.iter().filter(|ty| ty.index != declared.index && ty.fits(declared)) {
            for property in &ty.properties[declared.properties.len().min(ty.properties.len())..] {
                let known = all.entry(property.name).or_insert_with(|| Some(property.clone()));
                if !known.as_ref().is_some_and(|known| known.is_like(property)) {
                    *known = None;
                }
            }
        }
        let properties: Box<[Property]> = all.into_values().flatten().collect();
        Self { names: NameIndex::new(properties.iter().map(|property| Name::new(property.name))), properties }
    }
}

impl Property {
    /// What is read like a property and is none: without a name, without constraints.
    pub(crate) fn unnamed(kind: Kind, collection: bool, nullable: bool) -> Self {
        Self {
            name: "",
            key: Box::default(),
            kind,
            collection,
            nullable,
            required: false,
            is_plain: false,
            is_free: false,
            navigation: false,
            rules: None,
            types: None,
        }
    }

    /// Whether a value is read alike for both.
    fn is_like(&self, other: &Self) -> bool {
        // Inherited properties share their rules.
        let rules = |property: &Self| property.rules.map(std::ptr::from_ref);
        (self.collection, self.kind, self.nullable) == (other.collection, other.kind, other.nullable)
            && rules(self) == rules(other)
    }
}

impl Outside {
    /// Whether `name` is among the names.
    pub(crate) fn contains(self, name: &str) -> bool {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            // The line around the middle.
            let middle = usize::midpoint(low, high);
            let bytes = self.0.as_bytes();
            let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let end = bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| middle + at);
            match self.0.get(start..end).unwrap_or("").cmp(name) {
                std::cmp::Ordering::Equal => return !name.is_empty(),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start.saturating_sub(1),
            }
        }
        false
    }
}

impl Names for Tables {
    fn type_name(&self, index: u16) -> &'static str {
        self.get(index).name
    }

    fn needs_tag(&self, index: u16) -> bool {
        self.get(index).is_abstract
    }

    fn properties(&self, index: u16) -> Vec<&'static str> {
        self.get(index).properties.iter().map(|property| property.name).collect()
    }

    fn members(&self, index: u16) -> &[(&'static str, i64)] {
        &self.get(index).members
    }

    fn tags(&self, index: u16) -> Vec<&str> {
        let declared = self.get(index);
        self.types.iter().filter(|ty| !ty.is_abstract && ty.fits(declared)).map(|ty| &*ty.tag).collect()
    }

    fn all_tags(&self) -> Vec<&str> {
        self.types.iter().filter(|ty| !ty.is_abstract && ty.is_structured()).map(|ty| &*ty.tag).collect()
    }
}

impl Listed {
    /// The type in words.
    pub(crate) fn describe(self, tables: &Tables) -> String {
        let item = match self.kind {
            Kind::Structured(index) | Kind::Enum(index) | Kind::Flags(index) => tables.get(index).name.to_owned(),
            kind => kind.expected().to_owned(),
        };
        odatype_table::name::MaybeCollection { is_collection: self.is_collection, item }.to_string()
    }
}
