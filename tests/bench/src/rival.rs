//! Writes what a user of serde, miniserde or facet would write by hand: structs with derived traits, from the same
//! model that our types are made from. The build script uses it for the rivals at run time, `-- build` for those that
//! are compiled.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use odatype_schema::model::{EnumType, Model, Operation, Primitive, QualifiedName, StructuredType, TypeName, TypeRef};

/// What derives the traits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framework {
    Serde,
    /// It has no attribute for members of enumerations that it does not know, and none for absent properties.
    Miniserde,
    /// The same.
    Facet,
}

/// What kind of rival is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// What derives the traits.
    pub framework: Framework,
    /// Every nested struct is boxed, not only where types would be infinite.
    pub boxed: bool,
    /// A tagged enum for each type that others derive from, and a flattened map for what is not declared.
    pub lossless: bool,
    /// Absent properties are not written.
    pub skips_absent: bool,
    /// What is derived besides the framework's traits, each with a comma after it.
    pub derives: &'static str,
}

/// Other types for some properties, by `<type>/<property>`; without one the property is left out.
pub type Instead = BTreeMap<String, Option<TypeRef>>;

/// The rival of all types of `model`, as Rust source.
pub fn source(model: &Model, style: Style, instead: &Instead) -> String {
    let children = model.children();
    let rival = Rival { model, style, instead, bases: children.keys().copied().collect() };
    let mut out = String::new();
    for ty in model.structured.values() {
        rival.structured(ty, &mut out);
        if style.lossless && rival.bases.contains(&ty.name) {
            rival.family(ty, &mut out);
        }
    }
    for ty in model.enums.values().filter(|ty| style.is_enumeration(ty)) {
        enumeration(ty, style, &mut out);
    }
    rival.operations(&mut out);
    out
}

/// The rival's name of the type `name`.
pub fn mangled(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
}

/// The rival's name of what an operation is given.
pub fn called(operation: &Operation) -> String {
    let key = operation.key();
    // A declared type may be called as an operation without a binding is.
    mangled(&if key.ends_with(')') { key } else { format!("{key}()") })
}

struct Rival<'m> {
    model: &'m Model,
    style: Style,
    instead: &'m Instead,
    bases: BTreeSet<&'m QualifiedName>,
}

impl Style {
    /// What stands before each type.
    fn derive(self) -> String {
        let traits = match self.framework {
            Framework::Serde => "serde::Serialize, serde::Deserialize",
            Framework::Miniserde => "miniserde::Serialize, miniserde::Deserialize",
            Framework::Facet => "facet::Facet",
        };
        format!("#[derive({}{traits})]\n", self.derives)
    }

    /// A field or a variant with the name that it has on the wire. serde leaves `r#` away, and nobody else does.
    fn named(self, name: &str, visibility: &str) -> String {
        let is_identifier =
            name.chars().all(|c| c == '_' || c.is_alphanumeric()) && !name.starts_with(char::is_numeric);
        let is_serde = self.framework == Framework::Serde;
        if is_serde && is_identifier && !["self", "Self", "super", "crate", "_", ""].contains(&name) {
            return format!("    {visibility}r#{name}");
        }
        let attribute = if self.framework == Framework::Facet { "facet" } else { "serde" };
        format!("    #[{attribute}(rename = {name:?})]\n    {visibility}X_{}", mangled(name))
    }

    /// Whether `ty` is an enumeration in Rust: flags are not, and other frameworks than serde have none without
    /// members.
    fn is_enumeration(self, ty: &EnumType) -> bool {
        !ty.is_flags && (self.framework == Framework::Serde || !ty.members.is_empty())
    }

    /// Any JSON value.
    fn any(self) -> &'static str {
        match self.framework {
            Framework::Serde => "serde_json::Value",
            Framework::Miniserde => "miniserde::json::Value",
            Framework::Facet => "facet_json::RawJson<'static>",
        }
    }
}

impl Rival<'_> {
    fn structured(&self, ty: &StructuredType, out: &mut String) {
        let mut fields: BTreeMap<&str, &TypeRef> = BTreeMap::new();
        for property in self.model.properties_of(&ty.name) {
            let key = format!("{}/{}", ty.name, property.name);
            let ty = self.instead.get(&key).map_or(Some(&property.ty), Option::as_ref);
            fields.extend(ty.map(|ty| (&*property.name, ty)));
        }
        self.record(&mangled(ty.name.as_str()), Some(&ty.name), &fields, out);
    }

    /// What operations are given.
    fn operations(&self, out: &mut String) {
        for operation in self.model.operations() {
            let name = called(operation);
            let fields = operation.given().map(|each| (&*each.name, &each.ty)).collect();
            self.record(&name, None, &fields, out);
        }
    }

    fn record(&self, name: &str, of: Option<&QualifiedName>, fields: &BTreeMap<&str, &TypeRef>, out: &mut String) {
        let _ = writeln!(out, "{}pub struct {name} {{", self.style.derive());
        for (field, ty) in fields {
            if self.style.skips_absent && self.style.framework == Framework::Serde {
                out.push_str("    #[serde(skip_serializing_if = \"Option::is_none\")]\n");
            }
            let _ = writeln!(out, "{}: Option<{}>,", self.style.named(field, "pub "), self.field(of, ty));
        }
        if self.style.lossless {
            out.push_str("    #[serde(flatten)]\n    pub extra: serde_json::Map<String, serde_json::Value>,\n");
        }
        out.push_str("}\n");
    }

    fn family(&self, base: &StructuredType, out: &mut String) {
        let name = mangled(base.name.as_str());
        let _ = writeln!(out, "{}#[serde(tag = \"@odata.type\")]\npub enum {name}_any {{", self.style.derive());
        let all = std::iter::once(&base.name).chain(self.model.descendants(&base.name));
        for each in all.filter(|each| self.model.structured.get(*each).is_some_and(|ty| !ty.is_abstract)) {
            let variant = mangled(each.as_str());
            let _ = writeln!(out, "    #[serde(rename = \"#{each}\")]\n    {variant}(Box<{variant}>),");
        }
        out.push_str("}\n");
    }

    fn field(&self, of: Option<&QualifiedName>, ty: &TypeRef) -> String {
        let single = match &ty.name {
            TypeName::Primitive(primitive) => primitive_type(*primitive).unwrap_or(self.style.any()).to_owned(),
            TypeName::Named(name) => return self.named(of, name, ty.collection),
        };
        if ty.collection { format!("Vec<{single}>") } else { single }
    }

    fn named(&self, of: Option<&QualifiedName>, name: &QualifiedName, collection: bool) -> String {
        if let Some(definition) = self.model.definitions.get(name) {
            let ty = TypeRef { collection, ..definition.underlying.clone() };
            return self.field(of, &ty);
        }
        let mangled = mangled(name.as_str());
        if let Some(ty) = self.model.enums.get(name) {
            let single = if self.style.is_enumeration(ty) { mangled } else { "String".to_owned() };
            return if collection { format!("Vec<{single}>") } else { single };
        }
        if !self.model.structured.contains_key(name) {
            return self.style.any().to_owned();
        }
        let single = if self.style.lossless && self.bases.contains(name) { format!("{mangled}_any") } else { mangled };
        match collection {
            true => format!("Vec<{single}>"),
            false if self.style.boxed || of.is_some_and(|of| self.holds(name, of)) => format!("Box<{single}>"),
            false => single,
        }
    }

    /// Whether a value of type `outer` has one of type `inner` in it that is not in a collection.
    fn holds(&self, outer: &QualifiedName, inner: &QualifiedName) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![outer];
        while let Some(next) = open.pop() {
            if next == inner {
                return true;
            }
            if !seen.insert(next) {
                continue;
            }
            for property in self.model.properties_of(next).into_iter().filter(|property| !property.ty.collection) {
                if let TypeName::Named(name) = &property.ty.name {
                    open.push(name);
                }
            }
        }
        false
    }
}

fn enumeration(ty: &EnumType, style: Style, out: &mut String) {
    let name = mangled(ty.name.as_str());
    let representation = if style.framework == Framework::Facet { "#[repr(u16)]\n" } else { "" };
    let _ = writeln!(out, "{}{representation}pub enum {name} {{", style.derive());
    for member in &ty.members {
        let _ = writeln!(out, "{},", style.named(&member.name, ""));
    }
    out.push_str(if style.framework == Framework::Serde {
        "    #[serde(other)]\n    UNRECOGNIZED__,\n}\n"
    } else {
        "}\n"
    });
}

/// What a derive has for a primitive type; `None` if that may be any JSON value.
pub fn primitive_type(primitive: Primitive) -> Option<&'static str> {
    Some(match primitive {
        Primitive::Boolean => "bool",
        Primitive::Byte => "u8",
        Primitive::SByte => "i8",
        Primitive::Int16 => "i16",
        Primitive::Int32 => "i32",
        Primitive::Int64 => "i64",
        Primitive::Single => "f32",
        Primitive::Double | Primitive::Decimal => "f64",
        Primitive::Binary
        | Primitive::Date
        | Primitive::DateTimeOffset
        | Primitive::Duration
        | Primitive::Guid
        | Primitive::Stream
        | Primitive::String
        | Primitive::TimeOfDay => "String",
        _ => return None,
    })
}
