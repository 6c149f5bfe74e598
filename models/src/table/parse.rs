//! From the table's strings to the table.
//!
//! The strings come from our own generator, so what is not as it should be is passed over rather than reported; that the
//! generator and this module agree is tested with every generated schema.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use super::{Constraints, Kind, Name, NameIndex, OpenConstraint, Property, Tables, Type, TypeKind};

impl Tables {
    /// The table that `sources` describe, with `aliases` of namespaces.
    pub(crate) fn parse(sources: &[&'static str], aliases: &[(&'static str, &'static str)]) -> Self {
        let kinds: Vec<TypeKind> = sources.iter().map(|source| kind(source)).collect();
        let mut types: Vec<Type> = Vec::with_capacity(sources.len());
        for (source, kind) in sources.iter().zip(&kinds) {
            let ty = parse_type(source, *kind, &types, &kinds);
            if let Some(base) = ty.base.and_then(|base| types.get_mut(usize::from(base))) {
                base.has_derived = true;
            }
            types.push(ty);
        }
        let names = NameIndex::new(types.iter().map(|ty| Name::by_end(ty.name)));
        let folded = fold(&types, aliases);
        Self { types: types.into(), names, folded }
    }
}

fn kind(source: &str) -> TypeKind {
    match source.split('\t').next() {
        Some("entity") => TypeKind::Entity,
        Some("action") => TypeKind::Action,
        Some("enum") => TypeKind::Enum,
        Some("flags") => TypeKind::Flags,
        Some("union") => TypeKind::Union,
        _ => TypeKind::Complex,
    }
}

fn fold(types: &[Type], aliases: &[(&'static str, &'static str)]) -> HashMap<Box<str>, u16> {
    let mut folded = HashMap::new();
    for ty in types.iter().filter(|ty| ty.is_structured()) {
        folded.entry(ty.name.to_ascii_lowercase().into()).or_insert(ty.index);
        let Some((namespace, name)) = ty.name.rsplit_once('.') else { continue };
        for (alias, _) in aliases.iter().filter(|(_, of)| *of == namespace) {
            folded.entry(format!("{alias}.{name}").to_ascii_lowercase().into()).or_insert(ty.index);
        }
    }
    folded
}

fn parse_type(source: &'static str, kind: TypeKind, before: &[Type], kinds: &[TypeKind]) -> Type {
    let mut lines = source.lines();
    let mut head = lines.next().unwrap_or("").split('\t').skip(1);
    let name = head.next().unwrap_or("");
    let base: Option<u16> = head.next().and_then(|base| base.parse().ok());
    let flags = head.next().unwrap_or("-");
    let index = u16::try_from(before.len()).unwrap_or(u16::MAX);
    let inherited = base.and_then(|base| before.get(usize::from(base)));
    let mut properties = inherited.map_or_else(Vec::new, |base| base.properties.to_vec());
    let mut ty = Type {
        index,
        kind,
        name,
        tag: format!("#{name}").into(),
        base,
        is_abstract: flags.contains('a') || kind == TypeKind::Union,
        has_derived: kind == TypeKind::Union,
        is_open: flags.contains('o') || kind == TypeKind::Union,
        lineage: std::iter::once(index).chain(inherited.iter().flat_map(|base| base.lineage.iter().copied())).collect(),
        has_required: false,
        properties: Box::default(),
        slots: NameIndex::default(),
        members: Box::default(),
        alternatives: Box::default(),
        open: inherited.and_then(|base| base.open.clone()),
        late: OnceLock::new(),
    };
    match kind {
        TypeKind::Enum | TypeKind::Flags => {
            ty.members =
                lines.filter_map(|line| line.split_once('\t')).map(|(n, v)| (n, v.parse().unwrap_or(0))).collect();
        }
        TypeKind::Union => {
            ty.lineage = Box::default();
            ty.alternatives = lines.filter_map(|line| alternative(line.split('\t').next()?)).collect();
        }
        TypeKind::Complex | TypeKind::Entity | TypeKind::Action => {
            for line in lines {
                match line.strip_prefix('\t') {
                    Some(own) => ty.open = open(own, kinds),
                    None => properties.push(property(line, kinds)),
                }
            }
            ty.slots = NameIndex::new(properties.iter().map(|property| Name::new(property.name)));
            ty.has_required = properties.iter().any(|property| property.required);
            ty.properties = properties.into();
        }
    }
    ty
}

/// `#4` or `*#5`.
fn alternative(text: &str) -> Option<(bool, u16)> {
    let (collection, item) = text.strip_prefix('*').map_or((false, text), |item| (true, item));
    Some((collection, item.strip_prefix('#')?.parse().ok()?))
}

/// A type as the table writes it.
fn type_of(text: &str, kinds: &[TypeKind]) -> (bool, Kind) {
    let (collection, item) = text.strip_prefix('*').map_or((false, text), |item| (true, item));
    let kind = match item.strip_prefix('#').and_then(|index| index.parse::<u16>().ok()) {
        None => Kind::primitive(item),
        Some(index) => match kinds.get(usize::from(index)) {
            Some(TypeKind::Enum) => Kind::Enum(index),
            Some(TypeKind::Flags) => Kind::Flags(index),
            Some(TypeKind::Union) => Kind::Union(index),
            Some(_) => Kind::Structured(index),
            None => Kind::Json,
        },
    };
    (collection, kind)
}

fn property(line: &'static str, kinds: &[TypeKind]) -> Property {
    let mut fields = line.split('\t');
    let name = fields.next().unwrap_or("");
    let (collection, kind) = type_of(fields.next().unwrap_or("Untyped"), kinds);
    let flags = fields.next().unwrap_or("-");
    let mut key = b",\"".to_vec();
    odatype_json::escape_into(name, &mut key);
    key.extend_from_slice(b"\":");
    let constraints = fields.filter_map(|field| field.split_once('=')).fold(None, |all, (name, value)| {
        let mut all: Constraints = all.unwrap_or_default();
        all.add(name, value);
        Some(all)
    });
    Property {
        name,
        key: String::from_utf8_lossy(&key).into(),
        kind,
        collection,
        nullable: flags.contains('n'),
        required: flags.contains('r'),
        is_plain: !collection && matches!(kind, Kind::Text | Kind::Enum(_) | Kind::Flags(_)),
        is_free: !collection && kind == Kind::Text && constraints.is_none(),
        constraints: constraints.map(Arc::new),
    }
}

/// A line without a name: what dynamic members may be.
fn open(line: &str, kinds: &[TypeKind]) -> Option<OpenConstraint> {
    let listed = line.split('\t').find_map(|field| field.strip_prefix("open="))?;
    Some(OpenConstraint(listed.split(',').map(|ty| type_of(ty, kinds)).collect()))
}

impl Constraints {
    fn add(&mut self, name: &str, value: &str) {
        match name {
            "min" => self.minimum = value.parse().ok().map(|bound| (bound, false)),
            "xmin" => self.minimum = value.parse().ok().map(|bound| (bound, true)),
            "max" => self.maximum = value.parse().ok().map(|bound| (bound, false)),
            "xmax" => self.maximum = value.parse().ok().map(|bound| (bound, true)),
            "minitems" => self.min_items = value.parse().ok(),
            "maxitems" => self.max_items = value.parse().ok(),
            "maxlen" => self.max_length = value.parse().ok(),
            "values" => {
                let values: Option<Vec<serde_json::Value>> = serde_json::from_str(value).ok();
                self.values = values.map(|values| values.iter().map(ToString::to_string).collect());
            }
            "derived" => self.derived = Some(value.split(',').filter_map(|index| index.parse().ok()).collect()),
            #[cfg(feature = "validate")]
            "pattern" => {
                let text: Option<String> = serde_json::from_str(value).ok();
                self.pattern = text.and_then(|text| fancy_regex::Regex::new(&text).ok().map(|regex| (text, regex)));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: &[&str] = &[
        "entity\tns.base\t-\ta\nid\tString\t-",
        "complex\tns.part\t-\to\n\tUntyped\t-\topen=#1,*String",
        "entity\tns.thing\t0\to\nparts\t*#1\tn\tminitems=1\nstate\t#4\tn\nwhat\t#5\tn\nx\tString\tr\tmaxlen=3",
        "entity\tns.other\t0\t-\nparts\tInt32\tn\nsize\tInt32\tn\tmin=1",
        "enum\tns.state\t-\t-\non\t0\noff\t1",
        "union\tns.thing/what\t-\t-\n#3\t-\t-\n*#1\t-\t-",
    ];

    #[test]
    fn reads_types_properties_and_constraints() {
        let tables = Tables::parse(SOURCES, &[("n", "ns")]);
        let thing = tables.find("ns.thing").unwrap();
        assert_eq!(thing.properties.iter().map(|p| p.name).collect::<Vec<_>>(), ["id", "parts", "state", "what", "x"]);
        assert_eq!(thing.slot("state"), Some(2));
        assert_eq!(thing.slot("State"), None);
        assert!(thing.properties[1].collection && thing.properties[4].required);
        assert_eq!(thing.properties[3].kind, Kind::Union(5));
        assert_eq!(thing.properties[4].constraints.as_ref().unwrap().max_length, Some(3));
        assert_eq!(
            tables.find("ns.part").unwrap().open.as_ref().unwrap().0,
            [(false, Kind::Structured(1)), (true, Kind::Text)]
        );
    }

    #[test]
    fn resolves_every_spelling_of_a_tag() {
        let tables = Tables::parse(SOURCES, &[("n", "ns")]);
        for tag in ["#ns.thing", "ns.thing", "#NS.Thing", "n.thing", "#N.THING", "https://host/$metadata#ns.thing"] {
            assert_eq!(tables.resolve(tag).map(|ty| ty.name), Some("ns.thing"), "{tag}");
        }
        for tag in ["", "#", "thing", "#ns.state", "#ns.nothing", "a#b#ns.thing", "ns.thing#"] {
            assert!(tables.resolve(tag).is_none(), "{tag}");
        }
    }

    #[test]
    fn knows_what_a_late_tag_may_make_of_a_member() {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        let tables = TABLES.get_or_init(|| Tables::parse(SOURCES, &[]));
        let late =
            |ty, name| tables.late(ty, Name::new(name)).map(|(_, property)| (property.collection, property.kind));
        let base = tables.find("ns.base").unwrap();
        assert_eq!(late(base, "size"), Some((false, Kind::Int32)));
        assert_eq!(late(base, "parts"), None, "two types declare it differently");
        assert_eq!(late(base, "nothing"), None);
        let what = tables.find("ns.thing/what").unwrap();
        assert_eq!(late(what, "size"), Some((false, Kind::Int32)));
    }
}
