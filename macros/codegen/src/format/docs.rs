//! Documentation as a person writes it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

/// The same tokens with documentation one attribute a line, as `///` makes it, where it was one attribute for all.
pub(super) fn lines(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let TokenTree::Group(group) = tree else {
            out.push(tree);
            continue;
        };
        if let Some(text) = doc_text(&group) {
            // The `#` before the group is there already, for the first line.
            out.extend(text.split('\n').flat_map(attribute).skip(1));
        } else {
            let mut inner = Group::new(group.delimiter(), lines(group.stream()));
            inner.set_span(group.span());
            out.push(inner.into());
        }
    }
    out.into_iter().collect()
}

/// `#[doc = " …"]`.
fn attribute(line: &str) -> TokenStream {
    let line = if line.is_empty() || line.starts_with(' ') { line.to_owned() } else { format!(" {line}") };
    quote!(#[doc = #line])
}

/// The text of `[doc = "…"]`.
fn doc_text(group: &Group) -> Option<String> {
    let mut trees = group.stream().into_iter();
    match (group.delimiter(), trees.next()?, trees.next()?, trees.next()?) {
        (Delimiter::Bracket, TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(literal))
            if name == "doc" =>
        {
            syn::parse2::<syn::LitStr>(TokenTree::Literal(literal).into()).ok().map(|text| text.value())
        }
        _ => None,
    }
}
