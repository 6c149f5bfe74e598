//! Structs over records.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    accessor::Accessors,
    constructor,
    scope::Scope,
    tokens::{Doc, Tokens},
};
use crate::plan::{Called, Constructor, Record, Returns, Value};

/// A struct with its accessors.
pub(super) fn render(record: &Record, scope: &Scope<'_>, accessors: &Accessors<'_, '_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (record.ident.token(), Doc(&record.doc), Literal::usize_unsuffixed(record.index));
    let (wire, own) = (&record.wire, scope.types.accessors(record.index));
    let (beside, constructor) = match &record.constructor {
        Constructor::Empty(doc) => (quote!(#runtime::__private::default! { #ident }), empty(doc, &index, scope)),
        Constructor::Required(doc, required) => {
            let constructor = constructor::Parts::new(&own, required, scope, accessors);
            (constructor.parameters(), constructor.function(doc, &index, scope))
        }
    };
    let constants = accessors.constants(&record.constants);
    let returns = record.returns.as_ref().map(|returns| {
        let response = response(returns, scope);
        quote!(impl #runtime::Operation for #ident { type Response = #response; })
    });
    let (kind, operation) = match &record.called {
        Some(Called { is_function: true, .. }) => (quote!(function), quote!(Function)),
        _ => (quote!(structured), quote!(Action)),
    };
    let called = record.called.as_ref().map(|Called { segment, .. }| {
        quote!(impl #runtime::#operation for #ident { const SEGMENT: &'static ::core::primitive::str = #segment; })
    });
    let accessors = accessors.of_struct(&own);
    let methods = methods_of(&ident, &quote!(#constructor #accessors #constants));
    quote! {
        #doc
        pub struct #ident(#runtime::Record);
        #runtime::__private::#kind! { #ident, #schema, #index, #wire }
        #beside
        #methods
        #returns
        #called
    }
}

/// The type of what an operation returns.
pub(super) fn response(returns: &Returns, scope: &Scope<'_>) -> TokenStream {
    let mut out = Tokens::default();
    let value = |out: &mut Tokens| scope.paths.owned(&returns.value, out);
    match (&returns.value, returns.collection) {
        (Value::Object(_), false) => value(&mut out),
        (Value::Object(_), true) => scope.paths.generic("Collection", &mut out, value),
        (_, false) => scope.paths.generic("Returned", &mut out, value),
        (_, true) => scope.paths.generic("Returned", &mut out, |out| {
            let mut item = Tokens::default();
            value(&mut item);
            let item = item.finish();
            out.stream(&quote!([#item]));
        }),
    }
    out.finish()
}

/// An `impl` block, where there is something to put into it.
pub(super) fn methods_of(ident: &Ident, methods: &TokenStream) -> Option<TokenStream> {
    (!methods.is_empty()).then(|| quote!(impl #ident { #methods }))
}

/// `new` without arguments.
fn empty(doc: &str, index: &Literal, scope: &Scope<'_>) -> TokenStream {
    let (runtime, schema, doc) = (scope.paths.runtime, &scope.schema, Doc(doc));
    quote! {
        #doc
        #[inline]
        #[must_use]
        pub fn new() -> Self {
            Self(#runtime::__private::empty(&#schema, #index))
        }
    }
}
