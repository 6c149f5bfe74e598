//! The files that arguments name.

use std::path::{Path, PathBuf};

use crate::{arguments::Errors, text::Text};
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

/// Reads the files that `arguments` name, relative to `folder`, those in a folder in order of their names; an error for
/// each that cannot be read. Says too whether all could be read.
pub(crate) fn read(arguments: &[Text], folder: &Path, errors: &mut Errors) -> (Vec<File>, bool) {
    let read: Vec<Option<File>> = arguments.iter().flat_map(|argument| named(argument, folder, errors)).collect();
    let is_complete = read.iter().all(Option::is_some);
    (read.into_iter().flatten().collect(), is_complete)
}

/// The files that one argument names.
fn named(argument: &Text, folder: &Path, errors: &mut Errors) -> Vec<Option<File>> {
    let path = folder.join(&argument.value);
    if !path.is_dir() {
        return vec![read_one(argument, path, argument.value.clone(), errors)];
    }
    match odatype_schema::documents(&path) {
        Ok(found) => {
            let folder = argument.value.trim_end_matches('/');
            let name = |file: &Path| format!("{folder}/{}", file.file_name().unwrap_or_default().to_string_lossy());
            found.into_iter().map(|file| read_one(argument, file.clone(), name(&file), errors)).collect()
        }
        Err(fault) => {
            unreadable(argument, &argument.value, fault, errors);
            vec![None]
        }
    }
}

fn read_one(argument: &Text, path: PathBuf, name: String, errors: &mut Errors) -> Option<File> {
    let extension = Path::new(&name).extension().and_then(|extension| extension.to_str()).unwrap_or("");
    if !["json", "xml", "csdl"].iter().any(|known| extension.eq_ignore_ascii_case(known)) {
        let message =
            format!("`{name}` does not say what it is; expected a file that ends in `.json`, `.xml` or `.csdl`");
        errors.push(argument.error(message));
        return None;
    }
    match odatype_schema::read_text(&path) {
        Ok(source) => Some(File { argument: argument.clone(), path, source: Source { name, ..source } }),
        Err(fault) => {
            unreadable(argument, &name, fault, errors);
            None
        }
    }
}

fn unreadable(argument: &Text, name: &str, fault: Fault, errors: &mut Errors) {
    let Fault { message, help, .. } = fault;
    let help = help.unwrap_or_else(|| "the path is relative to the folder of the crate's `Cargo.toml`".to_owned());
    errors.push(argument.error(format_args!("`{name}` {message}; {help}")));
}
