//! Getters and setters.
//!
//! ```text
//! #[doc = "…"] #[inline] pub fn subject(&self) -> Option<&str> { self.0.get(3) }
//! #[doc = "…"] #[must_use] pub fn with_subject(self, value: impl ::odatype::IntoProperty<String>) -> Self {
//!     Self(::odatype::__private::with(self.0, 3, value))
//! }
//! ```

use proc_macro2::{Delimiter, TokenStream};
use quote::quote;

use super::{
    paths::{Paths, type_path},
    scope::Scope,
    tokens::Tokens,
};
use crate::plan::{Accessor, Value};

/// What all accessors of a module begin with.
pub(super) struct Accessors<'s, 'p> {
    paths: &'s Paths<'p>,
    /// `#[inline] pub fn`.
    head: TokenStream,
    /// `#[must_use] pub fn`.
    setter: TokenStream,
    /// `(&self) ->`.
    getter: TokenStream,
    /// `self.0`.
    of_struct: TokenStream,
    /// `::odatype::__private::`, where what setters call is.
    private: TokenStream,
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
            setter: quote!(#[must_use] pub fn),
            getter: quote!((&self) ->),
            of_struct: quote!(self.0),
            private: quote!(#runtime::__private::),
            of_family: quote!(self.__record()),
        }
    }

    /// The getters and setters of a struct.
    pub(super) fn of_struct(&self, accessors: &[Accessor]) -> TokenStream {
        let mut out = Tokens::default();
        for accessor in accessors {
            self.getter(accessor, &self.of_struct, &mut out);
            self.setter(accessor, &mut out);
        }
        out.finish()
    }

    /// The getters of an enum.
    pub(super) fn of_family(&self, accessors: &[Accessor]) -> TokenStream {
        let mut out = Tokens::default();
        for accessor in accessors {
            self.getter(accessor, &self.of_family, &mut out);
        }
        out.finish()
    }

    fn getter(&self, accessor: &Accessor, record: &TokenStream, out: &mut Tokens) {
        out.doc(&accessor.doc);
        out.stream(&self.head);
        out.tree(accessor.getter.token());
        out.stream(&self.getter);
        let function = match (&accessor.value, accessor.collection) {
            (Value::Object(path), true) => {
                out.punct("&");
                out.group(Delimiter::Bracket, |out| type_path(path, out));
                "list"
            }
            (value, true) => {
                self.paths.generic("Values", out, |out| {
                    out.elided();
                    out.punct(",");
                    self.borrowed(value, out);
                });
                "values"
            }
            (value, false) => {
                out.stream(&self.paths.option);
                out.punct("<");
                self.borrowed(value, out);
                out.punct(">");
                match value {
                    Value::Object(_) => "object",
                    Value::Union(_) => "one_or_many",
                    _ => "get",
                }
            }
        };
        out.group(Delimiter::Brace, |out| {
            out.stream(record);
            out.punct(".");
            out.word(function);
            out.group(Delimiter::Parenthesis, |out| out.number(accessor.slot));
        });
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

    fn setter(&self, accessor: &Accessor, out: &mut Tokens) {
        let (argument, function) = if accessor.collection { ("values", "with_list") } else { ("value", "with") };
        out.doc(&accessor.setter_doc);
        out.stream(&self.setter);
        out.tree(accessor.getter.setter_token());
        out.group(Delimiter::Parenthesis, |out| {
            out.word("self");
            out.punct(",");
            out.word(argument);
            out.punct(":");
            self.argument(accessor, out);
        });
        out.punct("->");
        out.word("Self");
        out.group(Delimiter::Brace, |out| {
            out.word("Self");
            out.group(Delimiter::Parenthesis, |out| {
                out.stream(&self.private);
                out.word(function);
                out.group(Delimiter::Parenthesis, |out| {
                    out.stream(&self.of_struct);
                    out.punct(",");
                    out.number(accessor.slot);
                    out.punct(",");
                    out.word(argument);
                });
            });
        });
    }

    /// The type of what a setter or a constructor takes.
    pub(super) fn argument(&self, accessor: &Accessor, out: &mut Tokens) {
        out.word("impl");
        let item = |out: &mut Tokens| {
            self.paths.generic("IntoProperty", out, |out| self.paths.owned(&accessor.value, out));
        };
        if !accessor.collection {
            return item(out);
        }
        out.stream(&self.paths.into_iterator);
        out.punct("<");
        out.word("Item");
        out.punct("=");
        out.word("impl");
        item(out);
        out.punct(">");
    }
}
