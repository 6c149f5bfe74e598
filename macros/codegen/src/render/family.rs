//! Tagged enums.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    accessor::Accessors,
    record::methods_of,
    scope::Scope,
    tokens::{Doc, Tokens},
};
use crate::plan::{Family, FamilyVariant, Union};

/// The enum of a type that others derive from.
pub(super) fn family(family: &Family, scope: &Scope<'_>, accessors: &Accessors<'_, '_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (family.ident.token(), Doc(&family.doc), Literal::usize_unsuffixed(family.index));
    let (variants, mapped) = variants(&scope.types.variants(family.index), scope);
    let wire = &family.wire;
    let default = family.base.as_ref().map(|base| {
        let base = base.token();
        quote!(#runtime::__private::default_base! { #ident, #base })
    });
    let constants = accessors.constants(&family.constants);
    let accessors = accessors.of_family(&scope.types.accessors(family.index));
    let methods = methods_of(&ident, &quote!(#accessors #constants));
    quote! {
        #doc
        #[non_exhaustive]
        pub enum #ident {
            #variants
            /// An object of a type that is not one of these.
            Unknown(#runtime::Unknown),
        }
        #runtime::__private::tagged! { #ident, #schema, #index, #wire, { #mapped } }
        #default
        #methods
    }
}

/// The enum of an untyped property.
pub(super) fn union(union: &Union, scope: &Scope<'_>) -> TokenStream {
    let (runtime, schema) = (scope.paths.runtime, &scope.schema);
    let (ident, doc, index) = (union.ident.token(), Doc(&union.doc), Literal::usize_unsuffixed(union.index));
    let wire = &union.wire;
    let (variants, mapped) = variants(&union.variants, scope);
    quote! {
        #doc
        #[non_exhaustive]
        pub enum #ident {
            #variants
            /// An object of a type that is not one of these.
            Unknown(#runtime::Unknown),
        }
        #runtime::__private::tagged! { #ident, #schema, #index, #wire, { #mapped } }
    }
}

/// The variants as the enum declares them, and as the runtime's macros are told of them.
fn variants(variants: &[FamilyVariant], scope: &Scope<'_>) -> (TokenStream, TokenStream) {
    let mut declared = TokenStream::new();
    let mut mapped = TokenStream::new();
    for variant in variants {
        let (ident, doc, index) = (variant.ident.token(), Doc(&variant.doc), Literal::usize_unsuffixed(variant.index));
        let mut ty = Tokens::default();
        scope.paths.type_path(&variant.ty, &mut ty);
        let ty = ty.finish();
        declared.extend(quote!(#doc #ident(#ty),));
        mapped.extend(quote!(#ident(#ty) = #index,));
    }
    (declared, mapped)
}
