//! Structs over records.

use proc_macro2::{Delimiter, Ident, Literal, TokenStream};
use quote::quote;

use super::{
    accessor::Accessors,
    scope::Scope,
    tokens::{Doc, Tokens},
};
use crate::plan::{Accessor, Constructor, Record};

/// A struct with its accessors.
pub(super) fn render(record: &Record, scope: &Scope<'_>, accessors: &Accessors<'_, '_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (record.ident.token(), Doc(&record.doc), Literal::usize_unsuffixed(record.index));
    let (default, constructor) = match &record.constructor {
        Constructor::Empty(doc) => {
            (Some(quote!(#runtime::__private::default! { #ident })), constructor(record, doc, &[], scope, accessors))
        }
        Constructor::Required(doc, required) => (None, constructor(record, doc, required, scope, accessors)),
    };
    let methods = accessors.of_struct(&record.accessors);
    let methods = methods_of(&ident, &quote!(#constructor #methods));
    quote! {
        #doc
        pub struct #ident(#runtime::Record);
        #runtime::__private::structured! { #ident, #schema, #index }
        #default
        #methods
    }
}

/// An `impl` block, where there is something to put into it.
pub(super) fn methods_of(ident: &Ident, methods: &TokenStream) -> Option<TokenStream> {
    (!methods.is_empty()).then(|| quote!(impl #ident { #methods }))
}

/// `new` with an argument for each required parameter.
fn constructor(
    record: &Record,
    doc: &str,
    required: &[usize],
    scope: &Scope<'_>,
    accessors: &Accessors<'_, '_>,
) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (doc, index) = (Doc(doc), Literal::usize_unsuffixed(record.index));
    let required: Vec<&Accessor> = required.iter().filter_map(|place| record.accessors.get(*place)).collect();
    let mut arguments = Tokens::default();
    let mut setters = Tokens::default();
    for accessor in required {
        arguments.tree(accessor.getter.token());
        arguments.punct(":");
        accessors.argument(accessor, &mut arguments);
        arguments.punct(",");
        setters.punct(".");
        setters.tree(accessor.getter.setter_token());
        setters.group(Delimiter::Parenthesis, |out| out.tree(accessor.getter.token()));
    }
    let (arguments, setters) = (arguments.finish(), setters.finish());
    quote! {
        #doc
        #[inline]
        #[must_use]
        pub fn new(#arguments) -> Self {
            Self(#runtime::Record::empty(&#schema, #index)) #setters
        }
    }
}
