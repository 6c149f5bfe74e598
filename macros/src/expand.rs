//! From arguments to items, or to errors and as many items as can be made all the same.

use std::path::PathBuf;

use odatype_codegen::{Options, Problem, Request, dependencies, render};
use odatype_schema::{Draft, Fault, Source};
use proc_macro2::{Span, TokenStream};

use crate::{
    arguments::{Arguments, Errors},
    files::{self, File},
    text::{Text, watched},
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
    let sources = |files: &[File]| files.iter().map(|file| file.source.clone()).collect::<Vec<Source<'static>>>();
    let draft = is_complete.then(|| {
        odatype_schema::draft(&sources(&schemas), &sources(&overlays))
            .with_versions(arguments.versions)
            .with_exhaustive(arguments.is_exhaustive)
    });
    let files: Vec<PathBuf> = all.iter().map(|file| file.path.clone()).collect();
    let mut tokens = match draft {
        Some(draft) => items(draft, &arguments, &all, files, &mut errors),
        None => dependencies(&files),
    };
    tokens.extend(watched(arguments.paths.iter().chain(&arguments.overlays)));
    tokens.extend(errors.iter().map(syn::Error::to_compile_error));
    tokens
}

/// Plans and renders.
fn items(draft: Draft, arguments: &Arguments, all: &[&File], files: Vec<PathBuf>, errors: &mut Errors) -> TokenStream {
    let texts = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
    let pairs = arguments.renames.iter().map(|(key, name)| (key.value.clone(), name.value.clone()));
    let request = Request { roots: arguments.roots.as_deref().map(texts), renames: pairs.collect() };
    let plan = match request.plan(draft) {
        Ok(planned) => planned.plan,
        Err(refused) => {
            errors.extend(refused.problems.iter().map(|problem| spanned(problem, arguments, all)));
            let Some(partial) = refused.partial else { return dependencies(&files) };
            partial
        }
    };
    render(&plan, &Options { runtime: arguments.runtime.clone(), docs: cfg!(feature = "json-schema"), files })
}

/// A problem at the argument that it concerns.
fn spanned(problem: &Problem, arguments: &Arguments, all: &[&File]) -> syn::Error {
    let (text, message) = match problem {
        Problem::Schema(fault) => (file(fault, all), fault.to_string()),
        Problem::Root(error) => {
            let mut roots = arguments.roots.iter().flatten();
            (roots.find(|root| root.value.split_whitespace().collect::<String>() == error.root), error.to_string())
        }
        Problem::Rename(error) => {
            let pair = arguments.renames.iter().find(|(key, _)| key.value == error.key);
            (pair.map(|(key, name)| if error.of_name { name } else { key }), error.message.clone())
        }
    };
    text.map_or_else(|| syn::Error::new(Span::call_site(), &message), |text| text.error(&message))
}

/// The argument that named a fault's file.
fn file<'f>(fault: &Fault, files: &[&'f File]) -> Option<&'f Text> {
    let file = files.iter().find(|file| file.source.name == *fault.location.file).or(files.first());
    file.map(|file| &file.argument)
}
