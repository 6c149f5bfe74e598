//! Paths to what generated code names: the runtime, the prelude, other generated types.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::tokens::Tokens;
use crate::plan::{TypePath, Value, ident::ModuleIdent};

/// The paths as one module sees them.
pub(super) struct Paths<'p> {
    /// The module.
    module: &'p [ModuleIdent],
    /// The runtime crate.
    pub(super) runtime: &'p TokenStream,
    /// `Option`.
    pub(super) option: TokenStream,
    /// `String`.
    pub(super) string: TokenStream,
    /// What stands before a primitive type.
    primitive: TokenStream,
}

impl<'p> Paths<'p> {
    /// The short paths in `module`, or absolute ones where something in it hides what these mean.
    pub(super) fn new(module: &'p [ModuleIdent], runtime: &'p TokenStream, hides_prelude: bool) -> Self {
        if hides_prelude {
            Self {
                module,
                runtime,
                option: quote!(::core::option::Option),
                string: quote!(::std::string::String),
                primitive: quote!(::core::primitive::),
            }
        } else {
            Self { module, runtime, option: quote!(Option), string: quote!(String), primitive: TokenStream::new() }
        }
    }

    /// A primitive type of the language.
    pub(super) fn primitive(&self, name: &str, out: &mut Tokens) {
        out.stream(&self.primitive);
        out.word(name);
    }

    /// A name of the runtime.
    pub(super) fn runtime(&self, name: &str, out: &mut Tokens) {
        out.stream(self.runtime);
        out.punct("::");
        out.word(name);
    }

    /// The type that a property has.
    pub(super) fn owned(&self, value: &Value, out: &mut Tokens) {
        match value {
            Value::Text => out.stream(&self.string),
            Value::Scalar(name) => self.primitive(name, out),
            Value::Edm(name) => self.edm(name, out),
            Value::Json => self.runtime("Untyped", out),
            Value::Enum(path) | Value::Object(path) => self.type_path(path, out),
            Value::Union(path) => self.generic("OneOrMany", out, |out| self.type_path(path, out)),
        }
    }

    /// `edm::Guid`.
    pub(super) fn edm(&self, name: &str, out: &mut Tokens) {
        self.runtime("edm", out);
        out.punct("::");
        out.word(name);
    }

    /// `Name<…>` of the runtime.
    pub(super) fn generic(&self, name: &str, out: &mut Tokens, argument: impl FnOnce(&mut Tokens)) {
        self.runtime(name, out);
        out.punct("<");
        argument(out);
        out.punct(">");
    }

    /// A generated type.
    pub(super) fn type_path(&self, path: &TypePath, out: &mut Tokens) {
        let (start, down) = path.from(self.module);
        for word in start {
            out.word(word);
            out.punct("::");
        }
        for module in down {
            out.tree(module.token());
            out.punct("::");
        }
        out.tree(path.ident.token());
    }
}

/// The path from a module so many levels deep to the schema's static.
pub(super) fn schema(depth: usize) -> TokenStream {
    let mut out = Tokens::default();
    for _ in 0..depth {
        out.word("super");
        out.punct("::");
    }
    out.tree(TokenTree::Ident(Ident::new("SCHEMA", Span::call_site())));
    out.finish()
}
