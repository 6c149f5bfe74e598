//! All types of a schema, by index and by name.

use std::{collections::HashMap, sync::OnceLock};

use odatype_table::{Aliases, Primitive, name, version::Versioned};

use super::{Kind, Name, NameIndex, Outside, Type, types::Listed};
use crate::finding::{Declaration, Names};

/// All types of a schema.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) types: Box<[&'static Type]>,
    names: NameIndex,
    /// Lower-case names, with aliases too; made when a tag is first spelled in another way than most.
    folded: OnceLock<HashMap<Box<str>, u16>>,
    /// Aliases of namespaces.
    pub(crate) aliases: &'static [(&'static str, &'static str)],
    /// Types that a slice left out: tags that name them are known.
    pub(crate) outside: Outside,
}

impl Tables {
    pub(super) fn new(
        types: Box<[&'static Type]>,
        names: NameIndex,
        aliases: &'static [(&'static str, &'static str)],
        outside: Outside,
    ) -> Self {
        Self { types, names, folded: OnceLock::new(), aliases, outside }
    }

    /// The type at `index`.
    #[inline]
    pub(crate) fn get(&self, index: u16) -> &'static Type {
        self.types[usize::from(index)]
    }

    /// The type whose qualified name is `name`, exactly.
    pub(crate) fn find(&self, name: &str) -> Option<&'static Type> {
        let place = self.names.find(Name::by_end(name), |place| self.types.get(place).map(|ty| ty.name))?;
        self.types.get(place).copied()
    }

    /// The type whose qualified name is `name`, its namespace's alias expanded, or of which that is a version.
    pub(crate) fn named(&self, name: &str) -> Option<&'static Type> {
        self.find(name).or_else(|| self.version(name)).or_else(|| {
            let name = self.unaliased(name)?;
            self.find(&name).or_else(|| self.version(&name))
        })
    }

    /// `name` with the namespace for which its alias stands, if it has one.
    pub(crate) fn unaliased(&self, name: &str) -> Option<String> {
        let (prefix, simple) = name.rsplit_once('.')?;
        let (_, namespace) = self.aliases.iter().find(|(alias, _)| *alias == prefix)?;
        Some(format!("{namespace}.{simple}"))
    }

    /// The type of which `name` is a version, known or not.
    fn version(&self, name: &str) -> Option<&'static Type> {
        self.find(&Versioned::parse(name)?.plain()).filter(|ty| ty.has_versions())
    }

    /// The type that the tag `text` names: `#ns.Type`, `ns.Type`, in any letter case, through an alias, or as the
    /// fragment of a URL. Of a type with versions also a version that the schema does not know.
    ///
    /// Source: OData JSON 4.01, section 4.6.3 (control information `type`).
    pub(crate) fn resolve(&self, text: &str) -> Option<&'static Type> {
        let name = name::named_by(text);
        let found = self.find(name).or_else(|| self.version(name)).or_else(|| self.spelled(name));
        found.filter(|ty| ty.is_payload())
    }

    /// The structured type of that name in another letter case, or with an alias.
    #[cold]
    fn spelled(&self, name: &str) -> Option<&'static Type> {
        let folded = self.folded.get_or_init(|| fold(&self.types, self.aliases));
        let name = name.to_ascii_lowercase();
        let version = || {
            let plain = Versioned::parse(&name)?.plain();
            folded.get(plain.as_str()).map(|index| self.get(*index)).filter(|ty| ty.has_versions())
        };
        folded.get(name.as_str()).map(|index| self.get(*index)).or_else(version)
    }
}

/// Lower-case names, with aliases too.
fn fold(types: &[&Type], aliases: &[(&'static str, &'static str)]) -> HashMap<Box<str>, u16> {
    let aliases = Aliases::new(aliases);
    let mut folded = HashMap::new();
    for ty in types.iter().filter(|ty| ty.is_payload()) {
        folded.entry(ty.name.to_ascii_lowercase().into()).or_insert(ty.index);
        let Some((namespace, name)) = ty.name.rsplit_once('.') else { continue };
        for (alias, _) in aliases.of(namespace, ty.has_versions()) {
            folded.entry(format!("{alias}.{name}").to_ascii_lowercase().into()).or_insert(ty.index);
        }
    }
    folded
}

impl Tables {
    /// The qualified name of what values of `kind` are.
    pub(crate) fn name_of(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Scalar(primitive) | Kind::Geo(primitive) | Kind::Json(primitive) => primitive.qualified_name(),
            Kind::Enum(index)
            | Kind::Closed(index)
            | Kind::Flags(index)
            | Kind::Structured(index)
            | Kind::Union(index) => self.get(index).name,
        }
    }
}

impl Names for Tables {
    fn type_name(&self, index: u16) -> &'static str {
        self.get(index).name
    }

    fn tag(&self, index: u16) -> &str {
        &self.get(index).tag
    }

    fn needs_tag(&self, index: u16) -> bool {
        self.get(index).is_abstract
    }

    fn declaration(&self, type_name: &str, member: &str) -> Option<Declaration> {
        let ty = self.find(type_name)?;
        let slot = ty.slot(member)?;
        let property = ty.properties().get(slot)?;
        // A type that declares a property again, or annotates it, has rules of its own for it.
        let declared =
            |ty: &'static Type| Some((ty, ty.own().properties.iter().find(|own| own.name == property.name)?));
        let alike = ty.lineage().filter_map(declared).take_while(|(_, own)| own.says_as(property));
        let (declaring, _) = alike.last()?;
        let value = match property.kind {
            Kind::Union(_) => Primitive::Untyped.qualified_name(),
            kind => self.name_of(kind),
        };
        let asked = property.rules.map(|rules| &rules.asked);
        Some(Declaration { declared_by: declaring.name, value, is_nullable: property.nullable, asked })
    }

    #[cfg(feature = "validate")]
    fn properties(&self, index: u16) -> Vec<&'static str> {
        self.get(index).properties().iter().map(|property| property.name).collect()
    }

    fn members(&self, index: u16) -> &[(&'static str, i64)] {
        &self.get(index).content().members
    }

    #[cfg(feature = "validate")]
    fn tags(&self, index: u16) -> Vec<&str> {
        let declared = self.get(index);
        self.types.iter().filter(|ty| !ty.is_abstract && ty.fits(declared)).map(|ty| &*ty.tag).collect()
    }

    #[cfg(feature = "validate")]
    fn all_tags(&self) -> Vec<&str> {
        self.types.iter().filter(|ty| !ty.is_abstract && ty.is_payload()).map(|ty| &*ty.tag).collect()
    }
}

impl Listed {
    /// The type in words.
    pub(crate) fn describe(self, tables: &Tables) -> String {
        let item = match self.kind {
            Kind::Structured(index) | Kind::Enum(index) | Kind::Closed(index) | Kind::Flags(index) => {
                tables.get(index).name.to_owned()
            }
            kind => kind.expected().to_owned(),
        };
        odatype_table::name::MaybeCollection { is_collection: self.is_collection, item }.to_string()
    }
}
