//! What rows and their places are called in Rust, as the plan has it.

use std::{borrow::Cow, collections::BTreeMap};

use odatype_codegen::{
    plan::{Accessor, Constant, Constructor, Family, FamilyVariant, Item, Literal, Module, Record, Required, Types},
    spelled_response,
};
use odatype_schema::Rulebook;
use odatype_table::{Row, ordered};
use serde_json::{Map, Value, json};

/// Where generated modules are that nobody put elsewhere.
pub(crate) const MODULE: &str = "service";

/// The plan's items by the rows that they are of.
pub(crate) struct Rust<'p> {
    rows: BTreeMap<usize, Named<'p>>,
    types: &'p Types,
    /// See [`Atlas::modules`](crate::Atlas::modules).
    modules: &'p [(&'p str, &'p str)],
}

/// The items of one row.
#[derive(Default)]
struct Named<'p> {
    module: String,
    record: Option<&'p Record>,
    family: Option<&'p Family>,
    /// The name of an enumeration, of flags or of what an untyped property may hold.
    other: Option<String>,
    /// Members of an enumeration type with their names, which are constants for flags.
    values: BTreeMap<&'p str, String>,
    variants: Cow<'p, [FamilyVariant]>,
}

impl<'p> Rust<'p> {
    /// The names of `plan`, of which `modules` are elsewhere.
    pub(crate) fn new(plan: &'p odatype_codegen::Plan, modules: &'p [(&'p str, &'p str)]) -> Self {
        let mut rust = Self { rows: BTreeMap::new(), types: &plan.types, modules };
        for module in &plan.modules {
            rust.module(module, "");
        }
        rust
    }

    fn module(&mut self, module: &'p Module, parent: &str) {
        let between = if parent.is_empty() { "" } else { "::" };
        let path = format!("{parent}{between}{}", module.ident.token());
        for item in &module.items {
            let (index, other, values, variants) = match item {
                Item::Record(record) => (record.index, None, BTreeMap::new(), Cow::default()),
                Item::Family(family) => (family.index, None, BTreeMap::new(), self.types.variants(family.index).into()),
                Item::Union(union) => {
                    (union.index, Some(union.ident.token()), BTreeMap::new(), Cow::from(&union.variants))
                }
                Item::Enum(ty) => {
                    let named = ty.variants.iter().map(|value| (value.wire.as_str(), value.ident.token().to_string()));
                    (ty.index, Some(ty.ident.token()), ordered(named), Cow::default())
                }
                Item::Flags(ty) => {
                    let named = ty.flags.iter().map(|flag| (flag.wire.as_str(), flag.ident.token().to_string()));
                    (ty.index, Some(ty.ident.token()), ordered(named), Cow::default())
                }
                Item::Alias(_) => continue,
            };
            let named = self.rows.entry(index).or_default();
            named.module.clone_from(&path);
            match item {
                Item::Record(record) => named.record = Some(record),
                Item::Family(family) => named.family = Some(family),
                _ => {}
            }
            if let Some(other) = other {
                named.other = Some(other.to_string());
                named.values = values;
            }
            if !variants.is_empty() {
                named.variants = variants;
            }
        }
        for inner in &module.modules {
            self.module(inner, &path);
        }
    }

    /// How one writes the path of a module of the plan.
    fn path(&self, module: &str) -> String {
        let elsewhere = self.modules.iter().find_map(|(of, to)| {
            let rest = module.strip_prefix(of)?;
            (rest.is_empty() || rest.starts_with("::")).then(|| format!("{to}{rest}"))
        });
        elsewhere.unwrap_or_else(|| format!("{MODULE}::{module}"))
    }

    /// What the row at `index` is called: the path of its `module` and its `name`; the tagged `family` with its
    /// `variants`, each with the index of its row; what `new` takes, `required`; what comes back, `response`; and
    /// `constants`.
    pub(crate) fn row(&self, index: u16, rows: &[Row<String>]) -> Option<Value> {
        let named = self.rows.get(&usize::from(index))?;
        let mut rust = Map::new();
        rust.insert("module".to_owned(), json!(self.path(&named.module)));
        let name = named.other.clone().or_else(|| Some(named.record?.ident.token().to_string()));
        rust.extend(name.map(|name| ("name".to_owned(), json!(name))));
        if let Some(family) = named.family {
            rust.insert("family".to_owned(), json!(family.ident.token().to_string()));
        }
        if !named.variants.is_empty() {
            let variant = |variant: &FamilyVariant| {
                let of = rows.get(variant.index).map_or("", |row| &row.name);
                json!([variant.ident.token().to_string(), of])
            };
            rust.insert("variants".to_owned(), named.variants.iter().map(variant).collect());
        }
        if let Some(record) = named.record {
            if let Constructor::Required(_, required) = &record.constructor {
                rust.insert("required".to_owned(), requires(&self.types.accessors(record.index), required));
            }
            if let Some(returns) = &record.returns {
                rust.insert("response".to_owned(), json!(spelled_response(returns)));
            }
        }
        let constants = named.record.map(|record| &record.constants).or(named.family.map(|family| &family.constants));
        let constants: Vec<Value> = constants.into_iter().flatten().map(constant).collect();
        if !constants.is_empty() {
            rust.insert("constants".to_owned(), json!(constants));
        }
        Some(Value::Object(rust))
    }

    /// What the member `name` of an enumeration type is called.
    pub(crate) fn value(&self, index: u16, name: &str) -> Option<&str> {
        self.rows.get(&usize::from(index))?.values.get(name).map(String::as_str)
    }

    /// The accessors of the properties of the row at `index`, inherited ones too, by their names on the wire.
    pub(crate) fn accessors<'b>(&self, index: u16, book: &'b Rulebook<'_>) -> BTreeMap<&'b str, &'p Accessor> {
        let accessors = self.types.accessors(usize::from(index));
        let slots = book.slots(index);
        let named = |accessor: &'p Accessor| Some((slots.get(accessor.slot)?.member.name.as_str(), accessor));
        ordered(accessors.into_iter().filter_map(named))
    }
}

/// The struct of what must be given, and its fields.
fn requires(own: &[&Accessor], required: &Required) -> Value {
    let of = |slot| own.iter().find(|accessor| accessor.slot == slot);
    let fields = required.fields.iter().filter_map(|field| of(field.slot));
    let fields: Vec<String> = fields.map(|accessor| accessor.getter.token().to_string()).collect();
    json!({ "name": required.ident.token().to_string(), "fields": fields })
}

/// A constant's name and value.
fn constant(constant: &Constant) -> Value {
    let value = match &constant.value {
        Literal::Integer(_, value) => value.to_string(),
        Literal::Text(text) => json!(text).to_string(),
    };
    json!([constant.ident.token().to_string(), value])
}
