//! A list of tokens that is written from front to back.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens so far.
#[derive(Default)]
pub(super) struct Tokens(Vec<TokenTree>);

impl Tokens {
    /// An identifier or keyword.
    pub(super) fn word(&mut self, text: &str) {
        self.tree(Ident::new(text, Span::call_site()));
    }

    /// One operator.
    pub(super) fn punct(&mut self, operator: &str) {
        let mut characters = operator.chars().peekable();
        while let Some(character) = characters.next() {
            let spacing = if characters.peek().is_some() { Spacing::Joint } else { Spacing::Alone };
            self.tree(Punct::new(character, spacing));
        }
    }

    /// `'_`.
    pub(super) fn elided(&mut self) {
        self.tree(Punct::new('\'', Spacing::Joint));
        self.word("_");
    }

    /// A number without a suffix.
    pub(super) fn number(&mut self, number: usize) {
        self.tree(Literal::usize_unsuffixed(number));
    }

    /// One token.
    pub(super) fn tree(&mut self, tree: impl Into<TokenTree>) {
        self.0.push(tree.into());
    }

    /// Tokens that are there already.
    pub(super) fn stream(&mut self, stream: &TokenStream) {
        self.0.extend(stream.clone());
    }

    /// Tokens in delimiters.
    pub(super) fn group(&mut self, delimiter: Delimiter, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        fill(&mut inner);
        self.tree(Group::new(delimiter, inner.finish()));
    }

    /// Documentation.
    pub(super) fn doc(&mut self, text: &str) {
        for line in text.split('\n') {
            self.punct("#");
            self.group(Delimiter::Bracket, |out| {
                out.word("doc");
                out.punct("=");
                // As `///` makes it, with the space that a person puts before the text.
                let space = if line.is_empty() || line.starts_with(' ') { "" } else { " " };
                out.tree(Literal::string(&format!("{space}{line}")));
            });
        }
    }

    /// All of them.
    pub(super) fn finish(self) -> TokenStream {
        self.0.into_iter().collect()
    }
}

/// Documentation, one attribute a line.
pub(super) struct Doc<'t>(pub(super) &'t str);

impl ToTokens for Doc<'_> {
    fn to_tokens(&self, out: &mut TokenStream) {
        let mut tokens = Tokens::default();
        tokens.doc(self.0);
        out.extend(tokens.finish());
    }
}
