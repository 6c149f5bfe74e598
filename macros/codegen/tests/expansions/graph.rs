//! The whole of real services plans without an error, deterministically, and renders to Rust that parses.

use std::time::Instant;

use odatype_codegen::{
    Options, Renames,
    plan::{Item, Module, plan},
    render,
};

fn options() -> Options {
    Options { runtime: quote::quote!(::odatype), docs: false, files: Vec::new() }
}

/// How many operations can be called.
fn calls(modules: &[Module]) -> usize {
    let is_call = |item: &&Item| matches!(item, Item::Record(record) if record.called.is_some());
    modules.iter().map(|module| module.items.iter().filter(is_call).count() + calls(&module.modules)).sum()
}

#[odatype_data::test]
fn whole_services_plan_and_render() {
    for (name, renames) in [
        ("graph-v1.0-2026-08.xml", &[][..]),
        ("graph-v1.0-2025-06.xml", &[]),
        ("graph-beta-2021-06.xml", &[("microsoft.graph.searchQuery.query_string", "query_object")]),
    ] {
        let path = odatype_data::folder!().join("metadata").join(name);
        let renames: Renames = renames.iter().copied().collect();
        let mut start = Instant::now();
        let mut lap = || std::mem::replace(&mut start, Instant::now()).elapsed();
        let model = odatype_schema::load_files(&[path], &[]).unwrap_or_else(|faults| panic!("{faults}"));
        let loaded = lap();
        let book = odatype_schema::Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}"));
        let ruled = lap();
        let first = plan(&book, &renames).unwrap_or_else(|errors| panic!("{name}: {errors}"));
        let planned = lap();
        assert_eq!(calls(&first.modules), model.operations().count(), "{name}: each operation has a type");
        let tokens = render(&first, &options());
        let rendered = lap();
        println!(
            "{name}: {} rows, load {loaded:?}, rules {ruled:?}, plan {planned:?}, render {rendered:?}",
            first.table.len()
        );
        let again = plan(&book, &renames).unwrap();
        assert_eq!(tokens.to_string(), render(&again, &options()).to_string(), "{name} differs from run to run");
        syn::parse2::<syn::File>(tokens).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
