//! Getters, and the constants that name properties.
//!
//! ```text
//! #[doc = "…"] #[inline] pub fn subject(&self) -> Option<&str> { self.0.get(3) }
//! #[doc = "…"] pub const SUBJECT: ::odatype::Property<Self, String> = ::odatype::__private::at(3);
//! ```

use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use super::{paths::Paths, scope::Scope, tokens::Tokens};
use crate::plan::{Accessor, Constant, Literal, Value};

/// What all accessors of a module begin with.
pub(super) struct Accessors<'s, 'p> {
    paths: &'s Paths<'p>,
    /// `#[inline] pub fn`.
    head: TokenStream,
    /// `pub const`.
    constant: TokenStream,
    /// `(&self) ->`.
    getter: TokenStream,
    /// `self.0`.
    of_struct: TokenStream,
    /// `::odatype::Property`.
    property: TokenStream,
    /// `::odatype::__private::at`.
    at: TokenStream,
    /// `self.__record()`.
    of_family: TokenStream,
}

impl<'s, 'p> Accessors<'s, 'p> {
    /// The accessors of a module.
    pub(super) fn new(scope: &'s Scope<'p>) -> Self {
        let runtime = scope.paths.runtime;
        Self {
            paths: &scope.paths,
            head: quote!(#[inline] pub fn),
            constant: quote!(pub const),
            getter: quote!((&self) ->),
            of_struct: quote!(self.0),
            property: quote!(#runtime::Property),
            at: quote!(#runtime::__private::at),
            of_family: quote!(self.__record()),
        }
    }

    /// The accessors of a struct.
    pub(super) fn of_struct(&self, accessors: &[&Accessor]) -> TokenStream {
        self.of(accessors, &self.of_struct)
    }

    /// The accessors of an enum.
    pub(super) fn of_family(&self, accessors: &[&Accessor]) -> TokenStream {
        self.of(accessors, &self.of_family)
    }

    /// Allowed values that have names.
    pub(super) fn constants(&self, constants: &[Constant]) -> TokenStream {
        let mut out = Tokens::default();
        for constant in constants {
            out.doc(&constant.doc);
            out.stream(&self.constant);
            out.tree(constant.ident.token());
            out.punct(":");
            let value = match &constant.value {
                Literal::Integer(ty, value) => {
                    self.paths.primitive(ty, &mut out);
                    proc_macro2::Literal::i64_unsuffixed(*value)
                }
                Literal::Text(text) => {
                    out.stream(&quote!(&'static));
                    self.paths.primitive("str", &mut out);
                    proc_macro2::Literal::string(text)
                }
            };
            out.punct("=");
            out.stream(&quote!(#value));
            out.punct(";");
        }
        out.finish()
    }

    fn of(&self, accessors: &[&Accessor], record: &TokenStream) -> TokenStream {
        let mut out = Tokens::default();
        for accessor in accessors {
            self.getter(accessor, record, &mut out);
            self.name(accessor, &mut out);
        }
        out.finish()
    }

    fn getter(&self, accessor: &Accessor, record: &TokenStream, out: &mut Tokens) {
        out.doc(&accessor.doc);
        out.stream(&self.head);
        out.tree(accessor.getter.token());
        out.stream(&self.getter);
        self.getter_type(accessor, out);
        let function = match (&accessor.value, accessor.collection) {
            (Value::Object(_), true) => "list",
            (_, true) => "values",
            (Value::Object(_), false) => "object",
            (Value::Union(_), false) => "one_or_many",
            (_, false) => "get",
        };
        out.group(Delimiter::Brace, |out| {
            out.stream(record);
            out.punct(".");
            out.word(function);
            out.group(Delimiter::Parenthesis, |out| out.number(accessor.slot));
        });
    }

    /// What a getter gives.
    pub(super) fn getter_type(&self, accessor: &Accessor, out: &mut Tokens) {
        match (&accessor.value, accessor.collection) {
            (Value::Object(path), true) => {
                out.punct("&");
                out.group(Delimiter::Bracket, |out| self.paths.type_path(path, out));
            }
            (value, true) => self.paths.generic("Values", out, |out| {
                out.elided();
                out.punct(",");
                self.borrowed(value, out);
            }),
            (value, false) => {
                out.stream(&self.paths.option);
                out.punct("<");
                self.borrowed(value, out);
                out.punct(">");
            }
        }
    }

    /// What a getter gives of one value.
    fn borrowed(&self, value: &Value, out: &mut Tokens) {
        match value {
            Value::Text => {
                out.punct("&");
                self.paths.primitive("str", out);
            }
            Value::Json => self.paths.generic("Json", out, Tokens::elided),
            Value::Object(_) | Value::Union(_) => {
                out.punct("&");
                self.paths.owned(value, out);
            }
            Value::Scalar(_) | Value::Edm(_) | Value::Enum(_) => self.paths.owned(value, out),
        }
    }

    fn name(&self, accessor: &Accessor, out: &mut Tokens) {
        out.doc(&accessor.name_doc);
        out.stream(&self.constant);
        out.tree(accessor.name.token());
        out.punct(":");
        out.stream(&self.property);
        out.punct("<");
        out.word("Self");
        out.punct(",");
        self.property_type(accessor, out);
        out.punct(">");
        out.punct("=");
        out.stream(&self.at);
        out.group(Delimiter::Parenthesis, |out| out.number(accessor.slot));
        out.punct(";");
    }

    /// What a property holds: a type, or a slice of it.
    pub(super) fn property_type(&self, accessor: &Accessor, out: &mut Tokens) {
        if accessor.collection {
            out.group(Delimiter::Bracket, |out| self.paths.owned(&accessor.value, out));
        } else {
            self.paths.owned(&accessor.value, out);
        }
    }
}
