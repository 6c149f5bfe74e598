//! Files and texts, and in which of its two representations one is CSDL.

use std::{borrow::Cow, path::Path, sync::Arc};

use crate::{
    document::Document,
    fault::Fault,
    file::{place, read_bytes},
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

/// Reads a text.
pub(crate) fn read(source: &Source<'_>) -> Document {
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
}
