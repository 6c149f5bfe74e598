//! jiter's iterator.

use std::{error::Error, str};

use jiter::{Jiter, JiterResult, Peek};

use super::Digest;

/// With strings as text: each is checked as UTF-8, escapes are resolved.
pub(crate) fn jiter(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    walk::<Text>(json)
}

/// With strings as they stand in the text, which is checked as UTF-8 before: what our reader gives.
pub(crate) fn jiter_raw(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    walk::<Raw>(str::from_utf8(json)?.as_bytes())
}

/// How strings are read; each function gives a length.
trait Strings {
    fn first_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>>;
    fn next_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>>;
    fn string(iter: &mut Jiter<'_>) -> JiterResult<usize>;
}

struct Text;

impl Strings for Text {
    fn first_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>> {
        Ok(iter.known_object()?.map(str::len))
    }

    fn next_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>> {
        Ok(iter.next_key()?.map(str::len))
    }

    fn string(iter: &mut Jiter<'_>) -> JiterResult<usize> {
        iter.known_str().map(str::len)
    }
}

struct Raw;

impl Strings for Raw {
    fn first_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>> {
        Ok(iter.next_object_bytes()?.map(<[u8]>::len))
    }

    fn next_name(iter: &mut Jiter<'_>) -> JiterResult<Option<usize>> {
        Ok(iter.next_key_bytes()?.map(<[u8]>::len))
    }

    fn string(iter: &mut Jiter<'_>) -> JiterResult<usize> {
        iter.known_bytes().map(<[u8]>::len)
    }
}

fn walk<S: Strings>(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    let mut iter = Jiter::new(json);
    iter.peek().and_then(|peek| value::<S>(&mut iter, peek, &mut digest)).map_err(|error| error.to_string())?;
    iter.finish().map_err(|error| error.to_string())?;
    Ok(digest)
}

fn value<S: Strings>(iter: &mut Jiter<'_>, peek: Peek, digest: &mut Digest) -> JiterResult<()> {
    match peek {
        Peek::Object => {
            digest.containers += 1;
            let mut name = S::first_name(iter)?;
            while let Some(length) = name {
                digest.name(length);
                let peek = iter.peek()?;
                value::<S>(iter, peek, digest)?;
                name = S::next_name(iter)?;
            }
        }
        Peek::Array => {
            digest.containers += 1;
            let mut item = iter.known_array()?;
            while let Some(peek) = item {
                value::<S>(iter, peek, digest)?;
                item = iter.array_step()?;
            }
        }
        Peek::String => digest.string(S::string(iter)?),
        Peek::Null => {
            iter.known_null()?;
            digest.words += 1;
        }
        Peek::True | Peek::False => {
            iter.known_bool(peek)?;
            digest.words += 1;
        }
        _ => {
            iter.known_number_bytes(peek)?;
            digest.numbers += 1;
        }
    }
    Ok(())
}
