//! What operations with required parameters are given: these by name, each with the value that it is to have, so that
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
use crate::plan::{Accessor, Required};

/// What the struct and the function are made of.
pub(super) struct Parts {
    ident: Ident,
    doc: String,
    /// `#[doc = "…"] pub callback_uri: T_0,`
    fields: TokenStream,
    /// `T_0,`
    types: TokenStream,
    /// `T_0, B_0,`
    parameters: TokenStream,
    bounds: TokenStream,
    body: TokenStream,
}

impl Parts {
    /// Those of which of `own` accessors are `required`.
    pub(super) fn new(
        own: &[&Accessor],
        required: &Required,
        scope: &Scope<'_>,
        accessors: &Accessors<'_, '_>,
    ) -> Self {
        let runtime = scope.paths.runtime;
        let (mut fields, mut types, mut parameters) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
        let (mut bounds, mut body) = (TokenStream::new(), TokenStream::new());
        let of = |slot| own.iter().find(|accessor| accessor.slot == slot);
        let fields_of = required.fields.iter().filter_map(|field| Some((field, of(field.slot)?)));
        for (number, (of_field, accessor)) in fields_of.enumerate() {
            let (ty, by) = (parameter("T", number), parameter("B", number));
            let (field, name, doc) = (accessor.getter.token(), accessor.name.token(), Doc(&accessor.doc));
            let mut of = Tokens::default();
            accessors.property_type(accessor, &mut of);
            let of = of.finish();
            let given = if of_field.may_be_null { quote!(Stated) } else { quote!(Provided) };
            fields.extend(quote!(#doc pub #field: #ty,));
            types.extend(quote!(#ty,));
            parameters.extend(quote!(#ty, #by,));
            bounds.extend(quote!(#ty: #runtime::IntoProperty<#of, #by>, #by: #runtime::__private::#given,));
            body.extend(quote!(#runtime::Structured::set(&mut body, Self::#name, required.#field);));
        }
        Self { ident: required.ident.token(), doc: required.doc.clone(), fields, types, parameters, bounds, body }
    }

    /// The struct.
    pub(super) fn parameters(&self) -> TokenStream {
        let Self { ident, fields, types, .. } = self;
        let doc = Doc(&self.doc);
        quote! {
            #doc
            #[allow(non_camel_case_types)]
            pub struct #ident<#types> {
                #fields
            }
        }
    }

    /// `new` with it.
    pub(super) fn function(&self, doc: &str, index: &Literal, scope: &Scope<'_>) -> TokenStream {
        let Self { ident, types, parameters, bounds, body, .. } = self;
        let (runtime, schema, doc) = (scope.paths.runtime, &scope.schema, Doc(doc));
        quote! {
            #doc
            #[must_use]
            #[allow(non_camel_case_types)]
            pub fn new<#parameters>(required: #ident<#types>) -> Self
            where
                #bounds
            {
                let mut body = Self(#runtime::__private::empty(&#schema, #index));
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
