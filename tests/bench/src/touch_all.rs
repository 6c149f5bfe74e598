//! Writes code that reads every declared property of every type of a model, from the plan that our types are made from.

use std::{error::Error, fmt::Write as _};

use odatype_codegen::plan::{Accessor, Family, Item, Module, Renames, Types, Value, plan};
use odatype_schema::model::Model;

/// Implementations of `Touch` for all types of `model`, as Rust source.
pub fn source(model: &Model) -> Result<String, Box<dyn Error>> {
    let plan = plan(&odatype_schema::Rulebook::new(model)?, &Renames::default())?;
    let mut out = String::new();
    for top in &plan.modules {
        for module in &top.modules {
            let path = match (top.ident.token().to_string().as_str(), module.ident.token().to_string().as_str()) {
                ("microsoft", "graph") => "::odatype::graph".to_owned(),
                ("odatype_", "graph") => "::odatype::graph::overlay".to_owned(),
                (first, second) => return Err(format!("`{first}::{second}` is not in `odatype::graph`").into()),
            };
            items(module, &path, &plan.types, &mut out);
        }
    }
    Ok(out)
}

fn items(module: &Module, path: &str, types: &Types, out: &mut String) {
    for item in &module.items {
        match item {
            Item::Record(record) => {
                implement(path, &record.ident.token(), &sum(&types.accessors(record.index)), out);
            }
            Item::Family(family) => implement(path, &family.ident.token(), &variants(family, types), out),
            Item::Union(union) => {
                let arms =
                    union.variants.iter().map(|variant| arm(&variant.ident.token().to_string())).collect::<String>();
                implement(path, &union.ident.token(), &format!("match self {{ {arms}_ => 0 }}"), out);
            }
            Item::Enum(ty) => implement(path, &ty.ident.token(), "self.as_str().len()", out),
            Item::Flags(ty) => implement(path, &ty.ident.token(), "{ std::hint::black_box(self); 1 }", out),
            Item::Alias(_) => {}
        }
    }
    for inner in &module.modules {
        items(inner, &format!("{path}::{}", inner.ident.token()), types, out);
    }
}

fn implement(path: &str, ident: &impl std::fmt::Display, body: &str, out: &mut String) {
    let _ = writeln!(out, "impl Touch for {path}::{ident} {{ fn touch(&self) -> usize {{ {body} }} }}");
}

fn variants(family: &Family, types: &Types) -> String {
    let variants = types.variants(family.index);
    let arms = variants.iter().map(|variant| arm(&variant.ident.token().to_string())).collect::<String>();
    format!("match self {{ {arms}_ => {} }}", sum(&types.accessors(family.index)))
}

fn arm(variant: &str) -> String {
    format!("Self::{variant}(value) => value.touch(), ")
}

fn sum(accessors: &[&Accessor]) -> String {
    let mut out = "0".to_owned();
    for accessor in accessors {
        let getter = accessor.getter.token();
        let _ = match (&accessor.value, accessor.collection) {
            (Value::Object(_), _) | (_, false) => write!(out, " + self.{getter}().touch()"),
            (_, true) => write!(out, " + self.{getter}().iter().map(|item| item.touch()).sum::<usize>()"),
        };
    }
    out
}
