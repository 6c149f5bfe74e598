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

/// How many types are generated although names are wrong, so that no others are told missing which are right: the
/// compiler checks them as if nothing was wrong, and for these it takes a second.
const MOST: usize = 256;

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
    tokens.extend(watched(arguments.texts()));
    tokens.extend(errors.iter().map(syn::Error::to_compile_error));
    tokens
}

/// Plans and renders.
fn items(draft: Draft, arguments: &Arguments, all: &[&File], files: Vec<PathBuf>, errors: &mut Errors) -> TokenStream {
    let texts = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
    let pairs = arguments.renames.iter().map(|(key, name)| (key.value.clone(), name.value.clone()));
    let request = Request { roots: arguments.roots.as_deref().map(texts), renames: pairs.collect() };
    // Nobody reads what a macro prints when it works: what is odd is an error or nothing.
    let denied = |warnings: &[Fault]| -> Errors {
        let denied = warnings.iter().filter(|_| arguments.denies_warnings);
        denied.map(|warning| at(file(warning, all), &warning.clone().denied().to_string())).collect()
    };
    let plan = match request.plan(draft) {
        Ok(planned) => {
            errors.extend(denied(&planned.warnings));
            planned.plan
        }
        Err(refused) => {
            errors.extend(denied(&refused.warnings));
            errors.extend(refused.problems.iter().map(|problem| spanned(problem, arguments, all)));
            let Some(partial) = refused.partial else { return dependencies(&files) };
            if partial.table.len() > MOST {
                let message = "of a schema as large as this nothing is generated before that is mended: what it declares is \
                               not found either";
                errors.push(syn::Error::new(Span::call_site(), message));
                return dependencies(&files);
            }
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
            (roots.find(|root| root.value == error.root), error.to_string())
        }
        Problem::Rename(error) => {
            let pair = arguments.renames.iter().find(|(key, _)| key.value == error.key);
            (pair.map(|(key, name)| if error.of_name { name } else { key }), error.message.clone())
        }
    };
    at(text, &message)
}

/// `message` at an argument, or at the whole call.
fn at(text: Option<&Text>, message: &str) -> syn::Error {
    text.map_or_else(|| syn::Error::new(Span::call_site(), message), |text| text.error(message))
}

/// The argument that named a fault's file.
fn file<'f>(fault: &Fault, files: &[&'f File]) -> Option<&'f Text> {
    let file = files.iter().find(|file| file.source.name == *fault.location.file).or(files.first());
    file.map(|file| &file.argument)
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{MOST, expand};

    /// What is made of a schema with so many types, and a rename of nothing.
    fn expanded(types: usize) -> String {
        let folder = env::temp_dir().join(format!("odatype-macros-{}-{types}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("s.csdl.json");
        let types: Vec<String> = (0..types).map(|at| format!(r#""T{at}": {{"$Kind": "ComplexType"}}"#)).collect();
        fs::write(&path, format!(r#"{{"$Version": "4.01", "n": {{{}}}}}"#, types.join(","))).unwrap();
        let path = path.display().to_string();
        let input = format!(r#"[::odatype] path = {path:?}, rename = {{ "n.None" = "A" }}"#);
        let code = expand(input.parse().unwrap()).to_string();
        fs::remove_dir_all(folder).unwrap();
        code
    }

    #[test]
    fn what_is_wrong_with_a_large_schema_costs_little() {
        for (types, is_generated) in [(MOST, true), (MOST + 1, false)] {
            let code = expanded(types);
            assert!(code.contains("`n.None` names nothing that is generated"), "{code:.500}");
            assert_eq!(code.contains("struct T0"), is_generated, "{types}");
            assert_eq!(code.contains("nothing is generated before"), !is_generated, "{types}");
            assert!(code.contains("s.csdl.json"), "the file is watched");
        }
    }
}
