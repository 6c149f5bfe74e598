//! Our own reader. Strings come as spans, numbers too; the depth is bounded.

use std::{error::Error, str};

use odatype_json::{Names, Problem, Reader, SyntaxError};

use super::Digest;

/// Without looking for repeated names.
pub(crate) fn ours(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    walk::<false>(json)
}

/// And finds names that come twice in an object, as a decoder has to.
pub(crate) fn ours_unique(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    walk::<true>(json)
}

fn walk<const UNIQUE: bool>(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    let mut reader = Reader::new(str::from_utf8(json)?);
    value::<UNIQUE>(&mut reader, &mut digest).and_then(|()| reader.end()).map_err(|error| error.to_string())?;
    Ok(digest)
}

fn value<const UNIQUE: bool>(reader: &mut Reader<'_>, digest: &mut Digest) -> Result<(), SyntaxError> {
    match reader.peek() {
        b'{' => {
            reader.enter()?;
            digest.containers += 1;
            let mut names = Names::default();
            let mut first = true;
            while reader.next_member(first)? {
                let name = reader.name()?;
                let text = reader.slice(name.span);
                digest.name(text.len());
                if UNIQUE && !names.insert(text, name.escaped) {
                    return Err(reader.error(Problem::ExpectedName));
                }
                value::<UNIQUE>(reader, digest)?;
                first = false;
            }
        }
        b'[' => {
            reader.enter()?;
            digest.containers += 1;
            let mut first = true;
            while reader.next_item(first)? {
                value::<UNIQUE>(reader, digest)?;
                first = false;
            }
        }
        b'"' => {
            let text = reader.string()?;
            digest.string(reader.slice(text.span).len());
        }
        b'-' | b'0'..=b'9' => {
            reader.number()?;
            digest.numbers += 1;
        }
        other => {
            let words = [(b't', "true"), (b'f', "false")];
            reader.word(words.iter().find(|word| word.0 == other).map_or("null", |word| word.1))?;
            digest.words += 1;
        }
    }
    Ok(())
}
