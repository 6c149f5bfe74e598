//! The files that arguments name.

use std::path::{Path, PathBuf};

use crate::arguments::{Errors, Text};
use odatype_schema::{Fault, Source};

/// A schema or overlay, and the argument that named it.
pub(crate) struct File {
    /// The argument.
    pub(crate) argument: Text,
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its content, under the name that the argument gave.
    pub(crate) source: Source<'static>,
}

/// Reads the files that `arguments` name, relative to `folder`; an error for each that cannot be read.
pub(crate) fn read(arguments: &[Text], folder: &Path, errors: &mut Errors) -> Vec<File> {
    arguments.iter().filter_map(|argument| read_one(argument, folder, errors)).collect()
}

fn read_one(argument: &Text, folder: &Path, errors: &mut Errors) -> Option<File> {
    let name = argument.value.clone();
    let extension = Path::new(&name).extension().and_then(|extension| extension.to_str()).unwrap_or("");
    if !["json", "xml", "csdl"].iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        let message =
            format!("`{name}` does not say what it is; expected a file that ends in `.json`, `.xml` or `.csdl`");
        errors.push(syn::Error::new(argument.span, message));
        return None;
    }
    let path = folder.join(&name);
    match odatype_schema::read_text(&path) {
        Ok(source) => Some(File { argument: argument.clone(), path, source: Source { name, ..source } }),
        Err(Fault { message, help, .. }) => {
            let help =
                help.unwrap_or_else(|| "the path is relative to the folder of the crate's `Cargo.toml`".to_owned());
            errors.push(syn::Error::new(argument.span, format!("`{name}` {message}; {help}")));
            None
        }
    }
}
