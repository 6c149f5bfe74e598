//! What is called safe for code is: all that the generator plans for the old schema, it plans for the new one too. What
//! is called breaking takes something away.

use std::collections::BTreeSet;

use crate::common::{BEFORE, blocks, changes, model};
use odatype_codegen::{
    Renames,
    plan::{Accessor, Constructor, Item, Module, RequiredField, Returns, Types, Value, plan},
};
use odatype_diff::Audience;
use odatype_schema::{Rulebook, model::Model};

/// Everything that code can name, each with what code relies on.
fn interface(model: &Model) -> BTreeSet<String> {
    let plan = plan(&Rulebook::new(model).unwrap(), &Renames::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let mut found = BTreeSet::new();
    plan.modules.iter().for_each(|inner| module("", inner, &plan.types, &mut found));
    found
}

fn module(path: &str, module: &Module, types: &Types, found: &mut BTreeSet<String>) {
    let path = format!("{path}::{}", module.ident.as_str());
    for item in &module.items {
        self::item(&path, item, types, found);
    }
    module.modules.iter().for_each(|inner| self::module(&path, inner, types, found));
}

fn item(path: &str, item: &Item, types: &Types, found: &mut BTreeSet<String>) {
    match item {
        Item::Record(record) => {
            let name = format!("{path}::{}", record.ident.as_str());
            // Arguments are given by name, so that their order is nothing to rely on.
            let arguments: BTreeSet<&str> = match &record.constructor {
                Constructor::Empty(_) => BTreeSet::new(),
                Constructor::Required(_, required) => {
                    let own = types.accessors(record.index);
                    let getter = |field: &RequiredField| own[field.slot].getter.as_str();
                    let nulls = required.fields.iter().filter(|field| field.may_be_null).map(getter);
                    found.extend(nulls.map(|getter| format!("struct {name}, new({getter}: Null)")));
                    required.fields.iter().map(getter).collect()
                }
            };
            found.insert(format!("struct {name}, new({arguments:?})"));
            if let Some(Returns { value, collection }) = &record.returns {
                found.insert(format!("response of {name}: {value:?}, many: {collection}"));
            }
            accessors(&name, "struct", &types.accessors(record.index), found);
        }
        Item::Family(family) => {
            let name = format!("{path}::{}", family.ident.as_str());
            let variants = types
                .variants(family.index)
                .into_iter()
                .map(|variant| format!("{name}::{}({:?})", variant.ident.as_str(), variant.ty));
            found.extend(variants);
            accessors(&name, "enum", &types.accessors(family.index), found);
            found.insert(format!("enum {name}"));
        }
        Item::Union(union) => {
            let name = format!("{path}::{}", union.ident.as_str());
            found.extend(union.variants.iter().map(|variant| format!("{name}::{}", variant.ident.as_str())));
        }
        Item::Enum(ty) => {
            let name = format!("{path}::{}", ty.ident.as_str());
            found.extend(ty.variants.iter().map(|variant| format!("{name}::{}", variant.ident.as_str())));
            found.insert(format!("enum {name}"));
        }
        Item::Flags(flags) => {
            let name = format!("{path}::{}", flags.ident.as_str());
            found.extend(flags.flags.iter().map(|flag| format!("{name}::{} = {}", flag.ident.as_str(), flag.value)));
            found.insert(format!("flags {name}"));
        }
        Item::Alias(alias) => {
            found.insert(format!("type {path}::{} = {:?}", alias.ident.as_str(), alias.value));
        }
    }
}

fn accessors(name: &str, kind: &str, accessors: &[&Accessor], found: &mut BTreeSet<String>) {
    let value = |value: &Value| format!("{value:?}");
    found.extend(accessors.iter().map(|accessor| {
        format!("{kind} {name}.{}: {}, many: {}", accessor.getter.as_str(), value(&accessor.value), accessor.collection)
    }));
}

#[test]
fn code_keeps_all_that_it_can_name_where_nothing_breaks() {
    let before = interface(&model(BEFORE));
    let mut wrong = Vec::new();
    for block in blocks() {
        let after = interface(&model(&block.after));
        let lost: Vec<&String> = before.difference(&after).collect();
        if changes(BEFORE, &block.after).breaks(&[Audience::Code]) == lost.is_empty() {
            wrong.push(format!("{}\n{lost:#?}", block.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_further_version_is_no_further_type() {
    let schema = |versions: &[(&str, &str)]| {
        let schemas: Vec<String> = versions
            .iter()
            .map(|(version, content)| {
                format!("<Schema Namespace='a.{version}'><ComplexType Name='T'{content}</ComplexType></Schema>")
            })
            .collect();
        let text = format!("<Edmx Version='4.0'><DataServices>{}</DataServices></Edmx>", schemas.concat());
        let source = odatype_schema::Source { name: "x.xml".into(), text: text.into() };
        odatype_schema::draft(&[source], &[]).with_versions(odatype_schema::Versions::Latest).whole().unwrap()
    };
    let first = ("v1_23_0", "><Property Name='p' Type='Edm.Int32'/>");
    let (old, new) = (
        schema(&[first]),
        schema(&[first, ("v1_24_0", " BaseType='a.v1_23_0.T'><Property Name='q' Type='Edm.Int32'/>")]),
    );
    let changes = odatype_diff::compare(
        &odatype_schema::Rulebook::new(&old).unwrap(),
        &odatype_schema::Rulebook::new(&new).unwrap(),
    );
    let found: Vec<String> = changes
        .as_slice()
        .iter()
        .map(|change| format!("{} {}", change.to_json()["change"].as_str().unwrap(), change.target))
        .collect();
    assert_eq!(found, ["type-versions-changed a.T", "property-added a.T/q"]);
}
