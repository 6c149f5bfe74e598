//! Strings as users write them: literals, `concat!` and `env!`, one in the other.
//!
//! A macro's arguments come as they are written, and only a nightly compiler can be asked to expand what is in them; so
//! these two, which paths are made of (`concat!(env!("CARGO_MANIFEST_DIR"), "/x.json")`), are read here. Variables are
//! those of the compiler's own environment, where cargo sets what it does for `env!`.

use std::env;

use odatype_table::near::{nearest, perhaps};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{Error, Expr, ExprMacro, Lit, LitStr, Token, parse::Parser as _, punctuated::Punctuated};

/// A string that the user wrote, and where.
#[derive(Clone)]
pub(crate) struct Text {
    /// What it says.
    pub(crate) value: String,
    /// Its tokens.
    at: TokenStream,
    /// The variables that it depends on.
    pub(crate) variables: Vec<String>,
}

impl Text {
    /// An error about it.
    pub(crate) fn error(&self, message: impl std::fmt::Display) -> Error {
        Error::new_spanned(&self.at, message)
    }

    /// Reads `tokens`; `expected` is what should be there.
    ///
    /// # Errors
    /// At the part that is none of these, or that names a variable which is not set.
    pub(crate) fn parse(tokens: TokenStream, expected: &str) -> Result<Self, Error> {
        let mut text = Self { value: String::new(), at: tokens.clone(), variables: Vec::new() };
        let expected = format!("expected {expected}");
        let expression: Expr = syn::parse2(tokens).map_err(|_| Error::new_spanned(&text.at, &expected))?;
        match bare(&expression) {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(string) => text.value = string.value(),
                _ => return Err(text.error(expected)),
            },
            Expr::Macro(call) => text.call(call, &expected)?,
            _ => return Err(text.error(expected)),
        }
        Ok(text)
    }

    /// Adds what a macro gives.
    fn call(&mut self, call: &ExprMacro, expected: &str) -> Result<(), Error> {
        let name = call.mac.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        match name.as_str() {
            "concat" => self.concat(call),
            "env" => self.env(call),
            _ => {
                let message =
                    format!("{expected}, `concat!(…)` or `env!(…)`; other macros are not expanded in arguments");
                Err(Error::new_spanned(call, message))
            }
        }
    }

    fn concat(&mut self, call: &ExprMacro) -> Result<(), Error> {
        let parts = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.mac.tokens.clone())?;
        for part in &parts {
            match bare(part) {
                Expr::Macro(call) => self.call(call, "expected a literal")?,
                Expr::Lit(literal) => match &literal.lit {
                    Lit::Str(string) => self.value += &string.value(),
                    Lit::Char(character) => self.value.push(character.value()),
                    Lit::Int(number) => self.value += number.base10_digits(),
                    Lit::Float(number) => self.value += number.base10_digits(),
                    Lit::Bool(boolean) => self.value += &boolean.value.to_string(),
                    other => return Err(Error::new_spanned(other, "`concat!` takes no bytes; expected a string")),
                },
                other => return Err(Error::new_spanned(other, "expected a literal, `concat!(…)` or `env!(…)`")),
            }
        }
        Ok(())
    }

    /// `env!("NAME")`, or with a message after it.
    fn env(&mut self, call: &ExprMacro) -> Result<(), Error> {
        let parts = Punctuated::<LitStr, Token![,]>::parse_terminated.parse2(call.mac.tokens.clone());
        let parts = parts.map_err(|error| Error::new(error.span(), "expected the name of a variable in quotes"))?;
        let Some(name) = parts.first() else {
            return Err(Error::new_spanned(
                call,
                "expected the name of a variable, such as `env!(\"CARGO_MANIFEST_DIR\")`",
            ));
        };
        let variable = name.value();
        let Ok(value) = env::var(&variable) else {
            let message = parts.get(1).map_or_else(|| unset(&variable), LitStr::value);
            return Err(Error::new_spanned(name, message));
        };
        self.value += &value;
        self.variables.push(variable);
        Ok(())
    }
}

/// What is said of a variable that is not set, or is no text.
fn unset(variable: &str) -> String {
    let known: Vec<String> = env::vars_os().filter_map(|(name, _)| name.into_string().ok()).collect();
    let near = nearest(variable, known.iter().map(String::as_str).filter(|name| *name != variable), 1);
    let near = near.first().map_or(String::new(), |near| format!("; {}", perhaps(&[near])));
    format!("the environment variable `{variable}` is not set where this is compiled{near}")
}

/// What is in groups that macros make around what they were given.
fn bare(expression: &Expr) -> &Expr {
    match expression {
        Expr::Group(group) => bare(&group.expr),
        other => other,
    }
}

/// Cuts `trees`, of which there is at least one, behind the value that they begin with: one token, or a macro with what
/// is given to it.
pub(crate) fn cut(trees: Vec<TokenTree>) -> (Vec<TokenTree>, Vec<TokenTree>) {
    let is_of_path = |tree: &TokenTree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let name = trees.iter().take_while(|tree| is_of_path(tree)).count();
    let is_call = matches!(
        trees.get(name..name + 2),
        Some([TokenTree::Punct(punct), TokenTree::Group(_)]) if name > 0 && punct.as_char() == '!'
    );
    let mut value = trees;
    let rest = value.split_off(if is_call { name + 2 } else { 1 });
    (value, rest)
}

/// The group in brackets that `value` is, if it is one.
pub(crate) fn group(value: &[TokenTree], delimiter: Delimiter) -> Option<&Group> {
    match value {
        [TokenTree::Group(group)] if group.delimiter() == delimiter => Some(group),
        _ => None,
    }
}

/// Tokens for what is said of them.
pub(crate) fn tokens(trees: &[TokenTree]) -> TokenStream {
    trees.iter().cloned().collect()
}

/// The code that lets the compiler know of the variables that were read, so that it is run again when one changes.
pub(crate) fn watched<'t>(texts: impl Iterator<Item = &'t Text>) -> TokenStream {
    let mut variables: Vec<&str> = texts.flat_map(|text| &text.variables).map(String::as_str).collect();
    variables.sort_unstable();
    variables.dedup();
    let watch = |variable: &&str| {
        let name = proc_macro2::Literal::string(variable);
        quote::quote! { const _: ::core::option::Option<&str> = ::core::option_env!(#name); }
    };
    variables.iter().map(watch).collect()
}

#[cfg(test)]
mod tests {
    use super::{Text, cut, watched};
    use proc_macro2::TokenStream;

    fn parse(text: &str) -> Result<Text, String> {
        let tokens: TokenStream = text.parse().unwrap();
        Text::parse(tokens, "a path in quotes").map_err(|error| error.to_string())
    }

    #[test]
    fn what_strings_say() {
        let name = env!("CARGO_PKG_NAME");
        for (text, expected) in [
            (r#""a\n""#, "a\n".to_owned()),
            (r##"r#"a"b"#"##, "a\"b".to_owned()),
            (r#"env!("CARGO_PKG_NAME")"#, name.to_owned()),
            (r#"concat!("a", 'b', 1_0u8, 1.5, true, concat!(),)"#, "ab101.5true".to_owned()),
            (r#"::core::concat!(std::env!("CARGO_PKG_NAME", "why"), "/x")"#, format!("{name}/x")),
        ] {
            assert_eq!(parse(text).unwrap().value, expected, "{text}");
        }
        let text = parse(r#"concat!(env!("CARGO_PKG_NAME"), env!("CARGO_PKG_NAME"))"#).unwrap();
        let code = watched([&text].into_iter()).to_string();
        assert_eq!(code.matches("\"CARGO_PKG_NAME\"").count(), 1, "{code}");
    }

    #[test]
    fn what_they_are_not() {
        for (text, expected) in [
            ("1", "expected a path in quotes"),
            ("PATH", "expected a path in quotes"),
            (r#"format!("a")"#, "expected a path in quotes, `concat!(…)` or `env!(…)`; other macros are not expanded"),
            (r#"concat!(b"a")"#, "`concat!` takes no bytes; expected a string"),
            ("concat!(PATH)", "expected a literal, `concat!(…)` or `env!(…)`"),
            (r#"concat!("a" "b")"#, "expected `,`"),
            ("env!(1)", "expected the name of a variable in quotes"),
            ("env!()", "expected the name of a variable, such as"),
            (
                r#"env!("CARGO_PKG_NAEM")"#,
                "the environment variable `CARGO_PKG_NAEM` is not set where this is compiled; perhaps `CARGO_PKG_NAME`",
            ),
            (r#"concat!(env!("NOT_SET", "set it"))"#, "set it"),
        ] {
            let told = parse(text).map(|text| text.value).unwrap_err();
            assert!(told.starts_with(expected), "{text}: {told}");
        }
    }

    #[test]
    fn where_values_end() {
        for (text, expected) in [("a b", 1), ("concat!(a) b", 3), ("::std::env!(a) b", 8), ("a ! b", 1), ("[a]", 1)] {
            let tokens: TokenStream = text.parse().unwrap();
            assert_eq!(cut(tokens.into_iter().collect()).0.len(), expected, "{text}");
        }
    }
}
