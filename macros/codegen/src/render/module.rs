//! Modules.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    accessor::Accessors,
    enums, family,
    paths::{self, Paths},
    record,
    scope::Scope,
    tokens::Doc,
};
use crate::plan::{Item, Module, Types};

/// A module and all that is in it.
pub(super) fn render(module: &Module, types: &Types, runtime: &TokenStream) -> TokenStream {
    let items = items(module, &module.items, types, runtime);
    let modules: TokenStream = module.modules.iter().map(|module| render(module, types, runtime)).collect();
    let (ident, doc) = (module.ident.token(), Doc(&module.doc));
    quote! {
        #doc
        pub mod #ident { #items #modules }
    }
}

/// Some of a module's items.
pub(crate) fn items(module: &Module, items: &[Item], types: &Types, runtime: &TokenStream) -> TokenStream {
    let paths = Paths::new(&module.path, runtime, module.hides_prelude);
    let scope = Scope { paths, schema: paths::schema(module.path.len()), types };
    let accessors = Accessors::new(&scope);
    items.iter().map(|item| item_tokens(item, &scope, &accessors)).collect()
}

fn item_tokens(item: &Item, scope: &Scope<'_>, accessors: &Accessors<'_, '_>) -> TokenStream {
    match item {
        Item::Record(record) => record::render(record, scope, accessors),
        Item::Family(family) => family::family(family, scope, accessors),
        Item::Union(union) => family::union(union, scope),
        Item::Enum(ty) => enums::enumeration(ty, scope),
        Item::Flags(flags) => enums::flags(flags, scope),
        Item::Alias(alias) => enums::alias(alias, scope),
    }
}
