//! The way in: files or texts to a resolved model.

use std::{borrow::Cow, path::Path, sync::Arc};

use crate::{
    document::Document,
    fault::{Fault, Faults},
    file::{place, read_bytes},
    model::Model,
    overlay, resolve, rules,
};

/// A schema or overlay file.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The file's name as the user wrote it; its extension tells the format.
    pub name: String,
    /// Its content.
    pub text: Cow<'a, str>,
}

/// The two representations of CSDL.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Format {
    Xml,
    Json,
}

/// Reads and resolves schemas, and lays overlays over them, in order.
///
/// The format follows from the name's extension: `.json` is CSDL JSON, `.xml` CSDL XML; with any other, such as `.csdl`,
/// a text whose first character is `{` is JSON. A byte order mark is skipped.
///
/// # Errors
/// Everything that is wrong in all the files: what is not well-formed, unknown elements, attributes and members,
/// duplicate names, types that are not declared, cyclic inheritance, overlay targets that do not exist, ….
pub fn load(sources: &[Source<'_>], overlays: &[Source<'_>]) -> Result<Model, Faults> {
    resolved(sources.iter().map(read).collect(), overlays.iter().map(read).collect()).and_then(judged)
}

/// [`load`], from files. UTF-8 is expected; UTF-16 with a byte order mark is understood.
///
/// # Errors
/// Those of [`load`], and files that cannot be read.
pub fn load_files<P: AsRef<Path>>(paths: &[P], overlays: &[P]) -> Result<Model, Faults> {
    resolve_files(paths, overlays).and_then(judged)
}

/// [`load_files`], but for what is wrong with rules: for whoever makes a [`Rulebook`](crate::Rulebook) next, which says that.
///
/// # Errors
/// Those of [`load_files`], rules aside.
pub fn resolve_files<P: AsRef<Path>>(paths: &[P], overlays: &[P]) -> Result<Model, Faults> {
    let read = |path: &P| match read_text(path.as_ref()) {
        Ok(source) => read(&source),
        Err(fault) => Document::unreadable(fault),
    };
    resolved(paths.iter().map(read).collect(), overlays.iter().map(read).collect())
}

/// The content of the file at `path` as text.
///
/// # Errors
/// A file that cannot be read (what is no regular file is not) or is not text.
pub fn read_text(path: &Path) -> Result<Source<'static>, Fault> {
    read_bytes(path).and_then(|bytes| text_of(path, bytes))
}

/// `bytes`, the content of the file at `path`, as text.
pub(crate) fn text_of(path: &Path, bytes: Vec<u8>) -> Result<Source<'static>, Fault> {
    match decode(bytes) {
        Ok(text) => Ok(Source { name: path.display().to_string(), text: Cow::Owned(text) }),
        Err(offset) => Err(Fault::new(&place(path), format!("byte {offset} is not text")).help("expected UTF-8")),
    }
}

/// UTF-8, or UTF-16 with a byte order mark; the offset where it is neither.
fn decode(bytes: Vec<u8>) -> Result<String, usize> {
    let unit: fn([u8; 2]) -> u16 = match bytes.first_chunk::<2>() {
        Some([0xFE, 0xFF]) => u16::from_be_bytes,
        Some([0xFF, 0xFE]) => u16::from_le_bytes,
        _ => return String::from_utf8(bytes).map_err(|error| error.utf8_error().valid_up_to()),
    };
    let units: Vec<u16> = bytes[2..].as_chunks::<2>().0.iter().copied().map(unit).collect();
    String::from_utf16(&units).map_err(|_| 0)
}

fn resolved(sources: Vec<Document>, overlays: Vec<Document>) -> Result<Model, Faults> {
    let mut faults = Vec::new();
    let mut is_complete = true;
    for document in sources.iter().chain(&overlays) {
        faults.extend(document.faults.iter().cloned());
        is_complete &= document.is_complete;
    }
    // What an unreadable file would have declared is not known, so nothing can be said to be missing.
    if !is_complete {
        return Faults::check(faults, Model::default());
    }
    let mut model = resolve::merge(sources, &mut faults);
    for document in overlays {
        overlay::apply(&mut model, document, &mut faults);
    }
    resolve::settle(&mut model, &mut faults);
    resolve::check(&model, &mut faults);
    faults.sort();
    faults.dedup();
    let (faults, warnings): (Vec<Fault>, Vec<Fault>) = faults.into_iter().partition(Fault::is_error);
    model.warnings = warnings;
    Faults::check(faults, model)
}

/// The model with what is wrong with its rules, which are judged once the types that they are about are right.
fn judged(mut model: Model) -> Result<Model, Faults> {
    let (faults, warnings): (Vec<Fault>, Vec<Fault>) = rules::check(&model).into_iter().partition(Fault::is_error);
    model.warnings.extend(warnings);
    model.warnings.sort();
    model.warnings.dedup();
    Faults::check(faults, model)
}

fn read(source: &Source<'_>) -> Document {
    let file: Arc<str> = source.name.as_str().into();
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    match format(&source.name, text) {
        Format::Json => crate::json::read(&file, text),
        #[cfg(feature = "xml")]
        Format::Xml => crate::xml::read(&file, text),
        #[cfg(not(feature = "xml"))]
        Format::Xml => {
            let fault = Fault::new(&place(Path::new(&source.name)), "CSDL XML needs the feature `xml`, which is off");
            Document::unreadable(fault)
        }
    }
}

fn format(name: &str, text: &str) -> Format {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some(extension) if extension.eq_ignore_ascii_case("json") => Format::Json,
        Some(extension) if extension.eq_ignore_ascii_case("xml") => Format::Xml,
        _ if text.trim_start().starts_with('{') => Format::Json,
        _ => Format::Xml,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        for (name, text, expected) in [
            ("a.json", "<", Format::Json),
            ("a.XML", "{", Format::Xml),
            ("a.csdl", " {", Format::Json),
            ("a.csdl", "<", Format::Xml),
            ("a", "{", Format::Json),
        ] {
            assert_eq!(format(name, text), expected, "{name} {text}");
        }
    }

    #[test]
    fn encodings() {
        assert_eq!(decode(b"ab".to_vec()).unwrap(), "ab");
        assert_eq!(decode(vec![0xFF, 0xFE, b'a', 0]).unwrap(), "a");
        assert_eq!(decode(vec![0xFE, 0xFF, 0, b'a']).unwrap(), "a");
        assert_eq!(decode(vec![b'a', 0xFF]).unwrap_err(), 1);
    }

    #[test]
    fn files_that_cannot_be_read_are_faults() {
        let faults = load_files(&["missing-1.xml", "missing-2.json"], &[]).unwrap_err();
        assert_eq!(faults.as_slice().len(), 2);
        assert!(faults.to_string().starts_with("missing-1.xml: cannot be read: "), "{faults}");
    }
}
