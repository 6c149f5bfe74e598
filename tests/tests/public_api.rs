//! The hand-written API of `odatype`, item by item, against `public_api.txt`: what is added, changed or taken away is
//! seen.
//!
//! It is read from the sources: the names that `lib.rs` gives to users and those of its public modules, the items that
//! have these names, and what is implemented for them. Generated types are not in it (`odatype diff` tells of those),
//! nor is what is hidden from the documentation. After a change that is meant: `ODATYPE_BLESS=1 cargo test -p
//! odatype-tests --test public_api`, and a word in the changelog; a line that goes or changes is breaking.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use quote::{ToTokens, quote};
use syn::{Attribute, Fields, File, ImplItem, Item, Signature, TraitItem, Type, UseTree, Visibility};

#[test]
fn is_as_it_was() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/src");
    let mut files = Vec::new();
    find(&sources, &mut files);
    let files: Vec<File> =
        files.iter().map(|path| syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap()).collect();
    let root = syn::parse_file(&fs::read_to_string(sources.join("lib.rs")).unwrap()).unwrap();
    let mut names = BTreeSet::new();
    exported(&root, &sources, &mut names);
    let mut lines = BTreeSet::new();
    for file in &files {
        file.items.iter().for_each(|item| tell(item, &names, &mut lines));
    }
    let told = lines.iter().fold(String::new(), |told, line| told + line + "\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/public_api.txt");
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        fs::write(&path, &told).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let known: BTreeSet<&str> = known.lines().collect();
    let now: BTreeSet<&str> = told.lines().collect();
    let gone: Vec<_> = known.difference(&now).collect();
    let come: Vec<_> = now.difference(&known).collect();
    assert!(gone.is_empty() && come.is_empty(), "gone or changed: {gone:#?}\nnew: {come:#?}");
    assert!(now.len() > 300, "most of it was not found");
}

/// All source files but generated ones.
fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("generated.rs") {
            files.push(path);
        }
    }
}

/// The names that a file gives to users, and those that its public modules do.
fn exported(file: &File, folder: &Path, names: &mut BTreeSet<String>) {
    for item in &file.items {
        match item {
            Item::Use(item) if is_public(&item.vis) && !is_hidden(&item.attrs) => leaves(&item.tree, names),
            Item::Mod(item) if is_public(&item.vis) && !is_hidden(&item.attrs) && item.ident != "graph" => {
                module(&item.ident.to_string(), folder, names);
            }
            _ => {}
        }
    }
    // Modules that are given to users from the floor of doors.
    for name in ["validate", "json_schema"] {
        if names.remove(name) {
            module(name, &folder.join("doors"), names);
        }
    }
}

fn module(name: &str, folder: &Path, names: &mut BTreeSet<String>) {
    let path = folder.join(format!("{name}.rs"));
    let file =
        syn::parse_file(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
    for item in &file.unwrap().items {
        let (vis, ident) = match item {
            Item::Use(item) if is_public(&item.vis) && !is_hidden(&item.attrs) => {
                leaves(&item.tree, names);
                continue;
            }
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            Item::Fn(item) => (&item.vis, &item.sig.ident),
            _ => continue,
        };
        if is_public(vis) {
            names.insert(ident.to_string());
        }
    }
}

fn leaves(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(name) => drop(names.insert(name.rename.to_string())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        UseTree::Glob(_) => {}
    }
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().replace(' ', "").contains("doc(hidden)"))
}

/// The lines that an item has.
fn tell(item: &Item, names: &BTreeSet<String>, lines: &mut BTreeSet<String>) {
    let is_told = |vis: &Visibility, attributes: &[Attribute], ident: &syn::Ident| {
        is_public(vis) && !is_hidden(attributes) && names.contains(&ident.to_string())
    };
    match item {
        Item::Struct(item) if is_told(&item.vis, &item.attrs, &item.ident) => {
            let (name, generics) = (&item.ident, &item.generics);
            line(&quote!(struct #name #generics), lines);
            fields(&name.to_string(), &item.fields, true, lines);
            derives(name, &item.attrs, lines);
        }
        Item::Enum(item) if is_told(&item.vis, &item.attrs, &item.ident) => {
            let (name, generics) = (&item.ident, &item.generics);
            line(&quote!(enum #name #generics), lines);
            for variant in &item.variants {
                let of = &variant.ident;
                line(&quote!(#name::#of), lines);
                fields(&format!("{name}::{of}"), &variant.fields, false, lines);
            }
            derives(name, &item.attrs, lines);
        }
        Item::Trait(item) if is_told(&item.vis, &item.attrs, &item.ident) => {
            let (name, generics, bounds) = (&item.ident, &item.generics, &item.supertraits);
            line(&quote!(trait #name #generics: #bounds), lines);
            for of in &item.items {
                match of {
                    TraitItem::Fn(of) if !is_hidden(&of.attrs) => function(&name.to_string(), &of.sig, lines),
                    TraitItem::Const(of) if !is_hidden(&of.attrs) => {
                        let (ident, ty) = (&of.ident, &of.ty);
                        line(&quote!(#name::#ident: #ty), lines);
                    }
                    TraitItem::Type(of) if !is_hidden(&of.attrs) => {
                        let (ident, generics) = (&of.ident, &of.generics);
                        line(&quote!(#name::#ident #generics), lines);
                    }
                    _ => {}
                }
            }
        }
        Item::Fn(item) if is_told(&item.vis, &item.attrs, &item.sig.ident) => {
            let sig = &item.sig;
            line(&quote!(#sig), lines);
        }
        Item::Type(item) if is_told(&item.vis, &item.attrs, &item.ident) => {
            let (name, generics, ty) = (&item.ident, &item.generics, &item.ty);
            line(&quote!(type #name #generics = #ty), lines);
        }
        Item::Impl(item) if !is_hidden(&item.attrs) => {
            let Type::Path(path) = &*item.self_ty else { return };
            let Some(name) = path.path.segments.last().map(|segment| segment.ident.to_string()) else { return };
            if !names.contains(&name) {
                return;
            }
            if let Some((of, _)) = &item.trait_ {
                let (generics, ty, conditions) = (&item.generics, &item.self_ty, &item.generics.where_clause);
                return line(&quote!(impl #generics #of for #ty #conditions), lines);
            }
            for of in &item.items {
                match of {
                    ImplItem::Fn(of) if is_public(&of.vis) && !is_hidden(&of.attrs) => function(&name, &of.sig, lines),
                    ImplItem::Const(of) if is_public(&of.vis) && !is_hidden(&of.attrs) => {
                        let (ident, ty) = (&of.ident, &of.ty);
                        line(&quote!(const #ident: #ty), lines);
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Public fields.
fn fields(name: &str, all: &Fields, of_struct: bool, lines: &mut BTreeSet<String>) {
    for (place, field) in all.iter().enumerate().filter(|(_, field)| !of_struct || is_public(&field.vis)) {
        let ident = field.ident.as_ref().map_or_else(|| place.to_string(), ToString::to_string);
        let ty = field.ty.to_token_stream();
        lines.insert(format!("{name}.{ident}: {}", plain(&ty.to_string())));
    }
}

/// What is derived, and whether matching needs an arm for more.
fn derives(name: &syn::Ident, attributes: &[Attribute], lines: &mut BTreeSet<String>) {
    let told = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive") || attribute.path().is_ident("non_exhaustive"));
    for attribute in told {
        lines.insert(format!("{name}: {}", plain(&attribute.to_token_stream().to_string())));
    }
}

fn function(of: &str, signature: &Signature, lines: &mut BTreeSet<String>) {
    lines.insert(format!("{of}::{}", plain(&signature.to_token_stream().to_string())));
}

fn line(tokens: &impl ToTokens, lines: &mut BTreeSet<String>) {
    lines.insert(plain(&tokens.to_token_stream().to_string()));
}

/// Without the spaces that tokens have between them and people do not.
fn plain(tokens: &str) -> String {
    let mut text = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" < ", "<"),
        (" > ", "> "),
        (" >", ">"),
        ("< ", "<"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ,", ","),
        ("& ", "&"),
        (" :", ":"),
        (" ;", ";"),
        ("[ ", "["),
        (" ]", "]"),
        (" ?", "?"),
        ("# [", "#["),
    ] {
        text = text.replace(from, to);
    }
    text.trim().to_owned()
}
