//! Descriptions are text: whatever stands in one, no element's documentation is a doctest, a script, an attribute or
//! anything else but prose, and what is generated is the same without it.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use odatype_codegen::{Options, Renames, expand_to_string, plan::plan};
use odatype_schema::{Rulebook, Source};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{Event, LinkType, Options as Markdown, Parser, Tag};

/// What somebody may put into a description.
const HOSTILE: &[&str] = &[
    "```\npanic!()\n```",
    "```rust\n\n#![allow(x)] std::process::exit(1)\n\n```",
    "~~~\npanic!()\n~~~",
    "words\n\n    panic!(); // indented by four\n\n\tpanic!();",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>\n\n<!-- comment",
    "a */ fn evil() {} /* b",
    "*/ #![no_core]",
    "#![forbid(everything)]",
    "#[path = \"/etc/passwd\"] mod x;",
    "\"] fn evil() {} #[doc = \"",
    "\\\"] fn evil() {} #[doc = \\\"",
    "ends with a backslash \\",
    "/ and // and /// and //! and /** and /*!",
    "/! inner",
    "\u{202e}turned\u{202c} \u{2066}isolated\u{2069} \u{200f}",
    "\u{0} \u{1b}[31m \u{7} \u{b} \u{c} \u{85} \u{2028} \u{2029} \u{feff}",
    "# heading\n\n- list\n\n1. list\n\n1) list\n\n> quotation\n\n+ list\n\n* list",
    "heading\n===\n\nheading\n---\n\n***\n\n___",
    "| a | b |\n|---|---|\n| c | d |",
    "[link](javascript:alert(1)) ![image](x) [x]: javascript:alert(1)",
    "[x]: https://example.com\n\n[^1]: note [^1]",
    "[`super::SCHEMA`] [`crate`] [std::vec::Vec]",
    "<javascript:alert(1)> <https://example.com/<script>> https://example.com/`x`<b>",
    "https://example.com/\"onmouseover=\"alert(1) http://x*/y",
    "`code` ``code`` *emphasis* **strong** _emphasis_ ~~gone~~ a\\",
    "{{ braces }} {} %s $x \\n \\u{41}",
    "$crate $($x:tt)*",
    "&lt;script&gt; &#60; &nbsp;",
];

/// A schema in which everything that can be described is described so.
fn schema(description: &str) -> String {
    let text = serde_json::Value::from(description);
    let say = format!(r#""@Org.OData.Core.V1.Description": {text}, "@Org.OData.Core.V1.LongDescription": {text}"#);
    let of = |name: &str| format!(r#""{name}@Org.OData.Core.V1.Description": {text}"#);
    format!(
        r#"{{ "$Version": "4.01", "ns": {{
            {say},
            "base": {{ "$Kind": "EntityType", "$Abstract": true, {say}, "name": {{ {say} }} }},
            "thing": {{ "$Kind": "EntityType", "$BaseType": "ns.base", "$OpenType": true, {say},
                "state": {{ "$Type": "ns.state", "$Nullable": true, {say} }},
                "several": {{ "$Collection": true, "$Type": "ns.part", {say} }},
                "other": {{ "$Kind": "NavigationProperty", "$Type": "ns.thing", "$Nullable": true, {say} }},
                "flags": {{ "$Type": "ns.flags", {say} }},
                "length": {{ "$Type": "ns.length", {say} }},
                "anything": {{ "$Type": "Edm.Untyped", {say} }} }},
            "part": {{ "$Kind": "ComplexType", {say}, "at": {{ "$Type": "Edm.Date", {say} }} }},
            "state": {{ "$Kind": "EnumType", {say}, "on": 0, {}, "off": 1, {} }},
            "flags": {{ "$Kind": "EnumType", "$IsFlags": true, {say}, "a": 1, {}, "b": 2, {} }},
            "length": {{ "$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", {say} }},
            "move": [{{ "$Kind": "Action", "$IsBound": true, {say}, "$Parameter": [
                {{ "$Name": "it", "$Type": "ns.thing", {say} }}, {{ "$Name": "where", {say} }} ] }}],
            "stop": [{{ "$Kind": "Action", {say}, "$Parameter": [{{ "$Name": "why", "$Nullable": true, {say} }}],
                "$ReturnType": {{ "$Type": "ns.part", {say} }} }}]
        }} }}"#,
        of("on"),
        of("off"),
        of("a"),
        of("b"),
    )
}

fn expanded(description: &str) -> String {
    let source = Source { name: "s.json".to_owned(), text: schema(description).into() };
    let model = odatype_schema::load(&[source], &[]).unwrap_or_else(|faults| panic!("{faults}"));
    let book = Rulebook::new(&model).unwrap_or_else(|faults| panic!("{faults}"));
    let plan = plan(&book, &Renames::default()).unwrap_or_else(|_| panic!("no plan for {description:?}"));
    let options = Options { runtime: "::odatype".parse().unwrap(), docs: true, files: Vec::new() };
    expand_to_string(&plan, &options, "test").unwrap_or_else(|error| panic!("{description:?}: {error}"))
}

/// The items without documentation and literals, and each item's documentation, as rustdoc joins it.
fn split(tokens: TokenStream, code: &mut String, docs: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut doc = Vec::new();
    while let Some(token) = tokens.next() {
        if let (TokenTree::Punct(punct), Some(TokenTree::Group(group))) = (&token, tokens.peek())
            && punct.as_char() == '#'
            && let Some(text) = doc_of(group.stream())
        {
            tokens.next();
            doc.push(text);
            continue;
        }
        if !doc.is_empty() {
            docs.push(std::mem::take(&mut doc).join("\n"));
        }
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    _ => ("(", ")"),
                };
                code.push_str(open);
                split(group.stream(), code, docs);
                code.push_str(close);
            }
            // Descriptions are literals too, in the schema's static.
            TokenTree::Literal(literal) if literal.to_string().contains('"') => code.push_str("\"\""),
            token => {
                code.push(' ');
                code.push_str(&token.to_string());
            }
        }
    }
    assert!(doc.is_empty(), "documentation of nothing");
}

/// The text of a `doc` attribute.
fn doc_of(tokens: TokenStream) -> Option<String> {
    let attribute: syn::MetaNameValue =
        syn::parse2(tokens).ok().filter(|it: &syn::MetaNameValue| it.path.is_ident("doc"))?;
    match attribute.value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => panic!("documentation that is no string"),
    }
}

/// What rustdoc makes of `doc` that is no prose: no text, no name as code, no address as a link to itself.
fn beside_prose(doc: &str) -> Vec<String> {
    let all = Markdown::ENABLE_TABLES
        | Markdown::ENABLE_FOOTNOTES
        | Markdown::ENABLE_STRIKETHROUGH
        | Markdown::ENABLE_TASKLISTS
        | Markdown::ENABLE_SMART_PUNCTUATION;
    let is_address = |link: &str| link.starts_with("http://") || link.starts_with("https://");
    let events = Parser::new_ext(doc, all).filter(|event| match event {
        Event::Start(Tag::Paragraph) | Event::End(_) | Event::Text(_) | Event::Code(_) | Event::SoftBreak => false,
        Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => !is_address(dest_url),
        _ => true,
    });
    events.map(|event| format!("{event:?}")).collect()
}

/// Asserts that the description in `doc` is prose: the rest, which is ours, makes of the plain one what else there is.
fn assert_prose(doc: &str, plain: &str) {
    assert_eq!(beside_prose(doc), beside_prose(plain), "{doc:?}");
    // What rustdoc would look up as a path is ours: a name between backticks.
    let prose = doc.split("```json").next().unwrap_or_default();
    for (at, _) in prose.match_indices('[') {
        assert!(prose[..at].ends_with('\\') || prose[at + 1..].starts_with('`'), "{doc:?}");
    }
}

#[test]
fn descriptions_are_prose_on_every_element() {
    let (mut plain, mut plain_docs) = (String::new(), Vec::new());
    split(expanded("Plain words.").parse().unwrap(), &mut plain, &mut plain_docs);
    assert!(plain_docs.iter().filter(|doc| doc.contains("Plain words.")).count() >= 18, "{plain_docs:#?}");
    for description in HOSTILE {
        let text = expanded(description);
        syn::parse_file(&text).unwrap_or_else(|error| panic!("{description:?}: {error}"));
        let odd = |character: char| {
            character.is_control() && character != '\n'
                || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.contains(odd), "{description:?}: {text}");
        let (mut code, mut docs) = (String::new(), Vec::new());
        split(text.parse().unwrap(), &mut code, &mut docs);
        assert_eq!(code, plain, "{description:?}");
        assert_eq!(docs.len(), plain_docs.len(), "{description:?}");
        // What is the same without the description is ours.
        let described = docs.iter().zip(&plain_docs).filter(|(doc, plain)| doc != plain);
        described.for_each(|(doc, plain)| assert_prose(doc, plain));
    }
}
