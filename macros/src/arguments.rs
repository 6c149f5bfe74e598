//! The macro's arguments: `[runtime] path = "…", overlay = "…", roots = ["…"], rename = { "…" = "…" }`.
//!
//! All that is wrong is collected, each with the token it concerns, and what is right is used all the same.

use odatype_schema::Versions;
use odatype_table::near::{nearest, perhaps};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

use crate::text::{Text, cut, group, tokens};

/// What the user asked for.
#[derive(Default)]
pub(crate) struct Arguments {
    /// The path of the runtime crate.
    pub(crate) runtime: TokenStream,
    /// Schema files.
    pub(crate) paths: Vec<Text>,
    /// Overlay files.
    pub(crate) overlays: Vec<Text>,
    /// What to generate, with all that it reaches; everything if there is no such argument.
    pub(crate) roots: Option<Vec<Text>>,
    /// What becomes of types that are declared in several versions.
    pub(crate) versions: Versions,
    /// The same as it was written.
    rule: Option<Text>,
    /// Whether enumerations have all the members that there are.
    pub(crate) is_exhaustive: bool,
    /// Whether what is odd about the schema is an error.
    pub(crate) denies_warnings: bool,
    /// Rust names by wire names.
    pub(crate) renames: Vec<(Text, Text)>,
}

/// Where a list of errors is collected.
pub(crate) type Errors = Vec<syn::Error>;

const NAMES: [&str; 7] = ["path", "overlay", "roots", "versions", "exhaustive", "deny_warnings", "rename"];
const EXPECTED: &str = "expected `path`, `overlay`, `roots`, `versions`, `exhaustive`, `deny_warnings` or `rename`";

impl Arguments {
    /// Reads `input`, the errors going to `errors`.
    pub(crate) fn parse(input: TokenStream, errors: &mut Errors) -> Self {
        let mut arguments = Self::default();
        let mut input = input.into_iter();
        match input.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                arguments.runtime = group.stream();
            }
            _ => errors.push(syn::Error::new(Span::call_site(), "this macro is used as `odatype::schema!`")),
        }
        let mut given_once: Vec<String> = Vec::new();
        for argument in split(input) {
            let Some((name, value)) = name_and_value(argument, errors) else { continue };
            let text = name.to_string();
            let once = matches!(text.as_str(), "roots" | "versions" | "exhaustive" | "deny_warnings" | "rename");
            if once && given_once.contains(&text) {
                errors.push(syn::Error::new(name.span(), format!("`{text}` is given twice; put all into one")));
                continue;
            }
            given_once.push(text);
            arguments.take(&name, value, errors);
        }
        if arguments.paths.is_empty() && errors.is_empty() {
            let message =
                "there is no `path`; expected `path = \"schema/my.csdl.json\"`, relative to the crate's manifest";
            errors.push(syn::Error::new(Span::call_site(), message));
        }
        arguments
    }

    /// All strings, whatever they are for.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        let renames = self.renames.iter().flat_map(|(key, name)| [key, name]);
        let names = self.roots.iter().flatten().chain(renames).chain(&self.rule);
        self.paths.iter().chain(&self.overlays).chain(names)
    }

    fn take(&mut self, name: &Ident, value: Vec<TokenTree>, errors: &mut Errors) {
        match name.to_string().as_str() {
            "path" => self.paths.extend(texts(value, PATHS, errors)),
            "overlay" => self.overlays.extend(texts(value, PATHS, errors)),
            "roots" => match group(&value, Delimiter::Bracket) {
                Some(_) => self.roots = Some(texts(value, "a list of qualified names in quotes", errors)),
                None => errors.push(syn::Error::new_spanned(
                    tokens(&value),
                    "expected a list of qualified names in quotes, such as `[\"microsoft.graph.call\"]`",
                )),
            },
            "versions" => {
                self.rule = text(value, "a rule for versions in quotes, such as `\"latest\"`", errors);
                self.versions = self.rule.as_ref().and_then(|rule| versions(rule, errors)).unwrap_or_default();
            }
            "exhaustive" => self.is_exhaustive = boolean(&value, errors).unwrap_or_default(),
            "deny_warnings" => self.denies_warnings = boolean(&value, errors).unwrap_or_default(),
            "rename" => self.renames = pairs(&value, errors),
            other => {
                let near = nearest(other, NAMES, 1);
                let help = if near.is_empty() { EXPECTED.to_owned() } else { perhaps(&near) };
                errors.push(syn::Error::new(name.span(), format!("unknown argument `{other}`; {help}")));
            }
        }
    }
}

const PATHS: &str = "a path in quotes or a list of them";

/// A rule for versions.
fn versions(text: &Text, errors: &mut Errors) -> Option<Versions> {
    text.value.parse().map_err(|message: String| errors.push(text.error(message))).ok()
}

/// `true` or `false`.
fn boolean(value: &[TokenTree], errors: &mut Errors) -> Option<bool> {
    let value = tokens(value);
    let text = value.to_string().parse();
    text.map_err(|_| errors.push(syn::Error::new_spanned(value, "expected `true` or `false`"))).ok()
}

/// The parts between top-level commas.
fn split(input: impl Iterator<Item = TokenTree>) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for tree in input {
        match (&tree, parts.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => parts.push(Vec::new()),
            (_, Some(part)) => part.push(tree),
            (_, None) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// `name = value`, the value being one token, or a macro with what is given to it.
fn name_and_value(argument: Vec<TokenTree>, errors: &mut Errors) -> Option<(Ident, Vec<TokenTree>)> {
    let mut trees = argument.into_iter();
    let first = trees.next()?;
    let TokenTree::Ident(name) = first else {
        errors.push(syn::Error::new(first.span(), format!("expected an argument's name; {EXPECTED}")));
        return None;
    };
    match trees.next() {
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {}
        other => {
            let span = other.map_or(name.span(), |tree| tree.span());
            errors.push(syn::Error::new(span, format!("expected `=` after `{name}`")));
            return None;
        }
    }
    let value: Vec<TokenTree> = trees.collect();
    if value.is_empty() {
        errors.push(syn::Error::new(name.span(), format!("expected a value after `{name} =`")));
        return None;
    }
    let (value, more) = cut(value);
    if let Some(more) = more.first() {
        errors.push(syn::Error::new(more.span(), format!("expected `,` after the value of `{name}`")));
    }
    Some((name, value))
}

/// One string, or those in brackets.
fn texts(value: Vec<TokenTree>, expected: &str, errors: &mut Errors) -> Vec<Text> {
    match group(&value, Delimiter::Bracket) {
        Some(group) => split(group.stream().into_iter())
            .into_iter()
            .filter_map(|part| text(part, "a string in quotes", errors))
            .collect(),
        None => text(value, expected, errors).into_iter().collect(),
    }
}

/// One string.
fn text(value: Vec<TokenTree>, expected: &str, errors: &mut Errors) -> Option<Text> {
    Text::parse(value.into_iter().collect(), expected).map_err(|error| errors.push(error)).ok()
}

/// `{ "wire name" = "Rust name", … }`.
fn pairs(value: &[TokenTree], errors: &mut Errors) -> Vec<(Text, Text)> {
    let Some(group) = group(value, Delimiter::Brace) else {
        let message = "expected a table such as `{ \"microsoft.graph.call.final\" = \"last\" }`";
        errors.push(syn::Error::new_spanned(tokens(value), message));
        return Vec::new();
    };
    let mut pairs: Vec<(Text, Text)> = Vec::new();
    for part in split(group.stream().into_iter()) {
        let at = part.iter().position(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '='));
        let Some(at) = at else {
            let tokens: TokenStream = part.into_iter().collect();
            errors.push(syn::Error::new_spanned(tokens, "expected `\"wire name\" = \"rust_name\"`"));
            continue;
        };
        let key = text(part[..at].to_vec(), "a wire name in quotes before `=`", errors);
        let value = text(part[at + 1..].to_vec(), "a Rust name in quotes after `=`", errors);
        let Some((key, value)) = key.zip(value) else { continue };
        if pairs.iter().any(|(known, _)| known.value == key.value) {
            errors.push(key.error(format_args!("`{}` is renamed twice", key.value)));
            continue;
        }
        pairs.push((key, value));
    }
    pairs
}
