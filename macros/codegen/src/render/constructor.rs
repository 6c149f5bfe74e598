//! The bodies of actions with required parameters: these are given by name, each with the value that it is to have, so that
//! none can be taken for another and a new one is an error that names it.
//!
//! ```text
//! pub struct AnswerRequired<T_0, T_1> { pub callback_uri: T_0, pub media_config: T_1 }
//! impl Answer {
//!     pub fn new<T_0, B_0, T_1, B_1>(required: AnswerRequired<T_0, T_1>) -> Self
//!     where T_0: ::odatype::IntoProperty<String, B_0>, B_0: ::odatype::__private::Provided, …
//!     { … }
//! }
//! ```

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{
    accessor::Accessors,
    scope::Scope,
    tokens::{Doc, Tokens},
};
use crate::plan::{Record, Required};

/// The struct of what is required, and `new` with it.
pub(super) fn render(
    record: &Record,
    doc: &str,
    required: &Required,
    scope: &Scope<'_>,
    accessors: &Accessors<'_, '_>,
) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (record.ident.token(), Doc(doc), Literal::usize_unsuffixed(record.index));
    let (struct_ident, struct_doc) = (required.ident.token(), Doc(&required.doc));
    let (mut fields, mut types, mut parameters) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    let (mut bounds, mut body) = (TokenStream::new(), TokenStream::new());
    let places = required.fields.iter().filter_map(|place| record.accessors.get(*place));
    for (number, accessor) in places.enumerate() {
        let (ty, by) = (parameter("T", number), parameter("B", number));
        let (field, name, doc) = (accessor.getter.token(), accessor.name.token(), Doc(&accessor.doc));
        let mut of = Tokens::default();
        accessors.property_type(accessor, &mut of);
        let of = of.finish();
        fields.extend(quote!(#doc pub #field: #ty,));
        types.extend(quote!(#ty,));
        parameters.extend(quote!(#ty, #by,));
        bounds.extend(quote!(#ty: #runtime::IntoProperty<#of, #by>, #by: #runtime::__private::Provided,));
        body.extend(quote!(#runtime::Structured::set(&mut body, Self::#name, required.#field);));
    }
    quote! {
        #struct_doc
        #[allow(non_camel_case_types)]
        pub struct #struct_ident<#types> {
            #fields
        }
        #[allow(non_camel_case_types)]
        impl #ident {
            #doc
            #[must_use]
            pub fn new<#parameters>(required: #struct_ident<#types>) -> Self
            where
                #bounds
            {
                let mut body = Self(#runtime::Record::empty(&#schema, #index));
                #body
                body
            }
        }
    }
}

/// A type parameter. No type of a schema has such a name: theirs have no underscore before a digit.
fn parameter(letter: &str, number: usize) -> Ident {
    Ident::new(&format!("{letter}_{number}"), Span::call_site())
}
