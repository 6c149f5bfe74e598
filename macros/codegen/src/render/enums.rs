//! Enumerations, flags and aliases.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    scope::Scope,
    tokens::{Doc, Tokens},
};
use crate::plan::{Alias, Enum, Flags};

/// An enum.
pub(super) fn enumeration(ty: &Enum, scope: &Scope<'_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, wire) = (ty.ident.token(), Doc(&ty.doc), &ty.wire);
    let index = Literal::usize_unsuffixed(ty.index);
    let mut declared = TokenStream::new();
    let mut mapped = TokenStream::new();
    for (place, variant) in ty.variants.iter().enumerate() {
        let place = Literal::usize_unsuffixed(place);
        let (ident, doc, wire) = (variant.ident.token(), Doc(&variant.doc), &variant.wire);
        declared.extend(quote!(#doc #ident,));
        mapped.extend(quote!(#ident = #place #wire,));
    }
    if ty.is_exhaustive {
        return quote! {
            #doc
            pub enum #ident {
                #declared
            }
            #runtime::__private::enumeration! { #ident, #schema, #index, #wire, { #mapped }, exhaustive }
        };
    }
    quote! {
        #doc
        #[non_exhaustive]
        pub enum #ident {
            #declared
            /// A member that the schema does not know; its text is kept.
            Unrecognized(#runtime::UnrecognizedMember),
        }
        #runtime::__private::enumeration! { #ident, #schema, #index, #wire, { #mapped } }
    }
}

/// A set of flags.
pub(super) fn flags(ty: &Flags, scope: &Scope<'_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, wire) = (ty.ident.token(), Doc(&ty.doc), &ty.wire);
    let index = Literal::usize_unsuffixed(ty.index);
    let mut mapped = TokenStream::new();
    for flag in &ty.flags {
        let (ident, doc, wire, value) =
            (flag.ident.token(), Doc(&flag.doc), &flag.wire, Literal::i64_unsuffixed(flag.value));
        mapped.extend(quote!(#doc #ident = #wire #value,));
    }
    quote! {
        #doc
        pub struct #ident(#runtime::FlagSet);
        #runtime::__private::flags! { #ident, #schema, #index, #wire, { #mapped } }
    }
}

/// A type definition.
pub(super) fn alias(alias: &Alias, scope: &Scope<'_>) -> TokenStream {
    let (ident, doc) = (alias.ident.token(), Doc(&alias.doc));
    let mut value = Tokens::default();
    scope.paths.owned(&alias.value, &mut value);
    let value = value.finish();
    quote!(#doc pub type #ident = #value;)
}
