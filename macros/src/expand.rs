//! From arguments to items, or to errors and as many items as can be made all the same.

use std::path::PathBuf;

use odatype_codegen::{Options, Plan, Renames, dependencies, plan::plan, render};
use odatype_schema::{Fault, Rulebook, SliceError, Source, UnknownRoot, model::Model};
use proc_macro2::{Span, TokenStream};

use crate::{
    arguments::{Arguments, Errors, Text},
    files::{self, File},
};

/// Expands `schema!`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::new();
    let arguments = Arguments::parse(input, &mut errors);
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let (schemas, has_schemas) = files::read(&arguments.paths, &folder, &mut errors);
    let (overlays, has_overlays) = files::read(&arguments.overlays, &folder, &mut errors);
    let all: Vec<&File> = schemas.iter().chain(&overlays).collect();
    let is_complete = has_schemas && has_overlays && !schemas.is_empty();
    let model = if is_complete { model(&arguments, &schemas, &overlays, &mut errors) } else { None };
    let files: Vec<PathBuf> = all.iter().map(|file| file.path.clone()).collect();
    let mut tokens = match model {
        Some(model) => items(&model, &arguments, &all, files, &mut errors),
        None => dependencies(&files),
    };
    tokens.extend(errors.iter().map(syn::Error::to_compile_error));
    tokens
}

/// Reads and resolves what the roots reach, or all.
fn model(arguments: &Arguments, schemas: &[File], overlays: &[File], errors: &mut Errors) -> Option<Model> {
    let sources = |files: &[File]| files.iter().map(|file| file.source.clone()).collect::<Vec<Source<'static>>>();
    let draft = odatype_schema::draft(&sources(schemas), &sources(overlays)).with_versions(arguments.versions);
    let model = match &arguments.roots {
        None => draft.whole().map_err(SliceError::Schema),
        Some(roots) => draft.slice(&roots.iter().map(|root| root.value.as_str()).collect::<Vec<_>>()),
    };
    match model {
        Ok(model) => return Some(model),
        Err(SliceError::Schema(faults)) => {
            let files: Vec<&File> = schemas.iter().chain(overlays).collect();
            errors.extend(faults.into_iter().map(|fault| spanned(&fault, &files)));
        }
        Err(SliceError::Roots(unknown)) => {
            let roots = arguments.roots.as_deref().unwrap_or_default();
            errors.extend(unknown.iter().map(|error| unknown_root(error, roots)));
        }
    }
    None
}

/// A root that the schema does not have, where it was written.
fn unknown_root(error: &UnknownRoot, roots: &[Text]) -> syn::Error {
    let root = roots.iter().find(|root| root.value.split_whitespace().collect::<String>() == error.root);
    syn::Error::new(root.map_or_else(Span::call_site, |root| root.span), error.to_string())
}

/// Plans and renders.
fn items(model: &Model, arguments: &Arguments, all: &[&File], files: Vec<PathBuf>, errors: &mut Errors) -> TokenStream {
    let renames: Renames =
        arguments.renames.iter().map(|(key, name)| (key.value.clone(), name.value.clone())).collect();
    let book = match Rulebook::new(model) {
        Ok(book) => book,
        Err(faults) => {
            errors.extend(faults.iter().map(|fault| spanned(fault, all)));
            return dependencies(&files);
        }
    };
    let plan: Plan = match plan(&book, &renames) {
        Ok(plan) => plan,
        Err(wrong) => {
            errors.extend(wrong.faults.iter().map(|fault| spanned(fault, all)));
            for error in &wrong.renames {
                let pair = arguments.renames.iter().find(|(key, _)| key.value == error.key);
                let wrong = pair.map(|(key, name)| if error.of_name { name } else { key });
                errors.push(syn::Error::new(wrong.map_or_else(Span::call_site, |text| text.span), &error.message));
            }
            wrong.partial
        }
    };
    render(&plan, &Options { runtime: arguments.runtime.clone(), docs: cfg!(feature = "json-schema"), files })
}

/// A fault at the argument that named its file.
fn spanned(fault: &Fault, files: &[&File]) -> syn::Error {
    let file = files.iter().find(|file| file.source.name == *fault.location.file).or(files.first());
    let span = file.map_or_else(Span::call_site, |file| file.argument.span);
    syn::Error::new(span, fault.to_string())
}
