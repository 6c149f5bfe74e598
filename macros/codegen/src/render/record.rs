//! Structs over records.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{accessor::Accessors, constructor, scope::Scope, tokens::Doc};
use crate::plan::{Constructor, Record};

/// A struct with its accessors.
pub(super) fn render(record: &Record, scope: &Scope<'_>, accessors: &Accessors<'_, '_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (record.ident.token(), Doc(&record.doc), Literal::usize_unsuffixed(record.index));
    let wire = &record.wire;
    let (beside, constructor) = match &record.constructor {
        Constructor::Empty(doc) => (quote!(#runtime::__private::default! { #ident }), empty(doc, &index, scope)),
        Constructor::Required(doc, required) => {
            let constructor = constructor::Parts::new(record, required, scope, accessors);
            (constructor.parameters(), constructor.function(doc, &index, scope))
        }
    };
    let constants = accessors.constants(&record.constants);
    let accessors = accessors.of_struct(&record.accessors);
    let methods = methods_of(&ident, &quote!(#constructor #accessors #constants));
    quote! {
        #doc
        pub struct #ident(#runtime::Record);
        #runtime::__private::structured! { #ident, #schema, #index, #wire }
        #beside
        #methods
    }
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
            Self(#runtime::Record::empty(&#schema, #index))
        }
    }
}
