//! The definitions of the output, and the keys under which they stand.

use std::collections::{BTreeMap, BTreeSet};

use odatype_table::{Primitive, Shape, StructuredKind, name::MaybeCollection};
use serde_json::{Value, json};

use crate::{families::Families, pointer};

/// The dialect of the documents.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Definitions by key, each with what it is of.
pub(crate) type Definitions = BTreeMap<String, (Definition, Value)>;

/// One definition of the output. Numbers are indices of the table's rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Definition {
    /// A built-in type.
    Primitive(Primitive),
    /// An enumeration type.
    Enumeration(u16),
    /// A slot of a structured type; the types that may stand there, if not all that derive.
    Slot(u16, Option<BTreeSet<u16>>),
    /// The tags that a slot takes, spelled exactly.
    Tags(u16, Option<BTreeSet<u16>>),
    /// What is declared for a structured type.
    Properties(u16),
    /// Objects whose tag names a structured type.
    Tagged(u16),
    /// What an untyped place may hold where only structured types are listed.
    Union(u16),
    /// Objects without a tag that may be of several types.
    Untagged(BTreeSet<u16>),
    /// What the dynamic members of an open type, which has a constraint on them, may be.
    Dynamic(u16),
    /// Values that no place declares, or that are of an abstract built-in type: their tags decide.
    Any(Option<StructuredKind>),
    /// What objects are whose tags name some of the many types that a place takes.
    Group(Group),
    /// What every tag must be: text, and given once.
    TagShape,
    /// Control information and advertised operations.
    Control,
    /// Entity references and objects of a delta.
    Reference,
    /// Objects of a delta.
    Delta,
    /// The body of an action.
    Body(u16),
    /// A response with many values.
    Envelope(Shape),
}

/// A place that takes many types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hub {
    /// What its groups are named after: the key of the definition that has the place, or the types that it lists.
    pub(crate) name: String,
    /// The type that the definition is of.
    pub(crate) of: Option<u16>,
}

/// Some of the types of a place that takes many. Each group is a definition of its own: there are tools that make a
/// function of each definition, and the time that this takes, and the stack, grow with the references in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) hub: Hub,
    /// Which one of them it is, from 1.
    pub(crate) number: usize,
    pub(crate) types: Vec<u16>,
}

impl Definition {
    /// What the groups of the types are named after that this definition takes.
    pub(crate) fn hub<S: AsRef<str>>(&self, families: &Families<'_, S>, of: Option<u16>) -> Hub {
        Hub { name: self.key(families), of }
    }

    /// The key of the definition, which says what it is of.
    pub(crate) fn key<S: AsRef<str>>(&self, families: &Families<'_, S>) -> String {
        match self {
            Self::Primitive(primitive) => edm(*primitive),
            Self::Enumeration(index) | Self::Union(index) | Self::Body(index) => families.name(*index).to_owned(),
            Self::Slot(index, allowed) => slot(families, *index, allowed.as_ref()),
            Self::Tags(index, allowed) => format!("{}:tags", slot(families, *index, allowed.as_ref())),
            Self::Properties(index) => format!("{}:properties", families.name(*index)),
            Self::Tagged(index) => format!("{}:tag", families.name(*index)),
            Self::Untagged(types) => format!("{}:untagged", names(families, types, "|")),
            Self::Dynamic(index) => format!("{}:dynamic", families.name(*index)),
            Self::Any(None) => "dynamic".to_owned(),
            Self::Any(Some(StructuredKind::Entity)) => edm(Primitive::EntityType),
            Self::Any(Some(_)) => edm(Primitive::ComplexType),
            Self::Group(group) => format!("{}:group{}", group.hub.name, group.number),
            Self::TagShape => "tag".to_owned(),
            Self::Control => "control".to_owned(),
            Self::Reference => "reference".to_owned(),
            Self::Delta => "delta".to_owned(),
            Self::Envelope(shape) => {
                let item = match shape {
                    Shape::Primitive(primitive) => edm(*primitive),
                    Shape::Declared(index) => families.name(*index).to_owned(),
                };
                MaybeCollection { is_collection: true, item }.to_string()
            }
        }
    }
}

/// A reference to the definition under `key`.
pub(crate) fn reference(key: &str) -> Value {
    json!({ "$ref": pointer::reference(key) })
}

fn edm(primitive: Primitive) -> String {
    primitive.qualified_name().to_owned()
}

fn slot<S: AsRef<str>>(families: &Families<'_, S>, index: u16, allowed: Option<&BTreeSet<u16>>) -> String {
    let list = allowed.map_or_else(String::new, |allowed| format!("({})", names(families, allowed, ",")));
    format!("{}{list}", families.name(index))
}

/// The names of the types, with a text between.
pub(crate) fn names<S: AsRef<str>>(families: &Families<'_, S>, types: &BTreeSet<u16>, between: &str) -> String {
    types.iter().map(|index| families.name(*index)).collect::<Vec<_>>().join(between)
}
