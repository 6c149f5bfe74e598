//! hifijson's lexer over a slice, with strings and numbers as they stand in the text, which is checked as UTF-8 before.

use std::{error::Error, str};

use hifijson::{Error as Fault, Expect, SliceLexer, num::LexWrite as _, str::LexWrite as _, token::Lex as _};

use super::Digest;

/// Walks `json`.
pub(crate) fn hifijson(json: &[u8]) -> Result<Digest, Box<dyn Error>> {
    let mut digest = Digest::default();
    let mut lexer = SliceLexer::new(str::from_utf8(json)?.as_bytes());
    lexer
        .exactly_one(SliceLexer::ws_peek, |next, lexer| value(next, lexer, &mut digest))
        .map_err(|error: Fault| error.to_string())?;
    Ok(digest)
}

fn value(next: u8, lexer: &mut SliceLexer<'_>, digest: &mut Digest) -> Result<(), Fault> {
    let mut text: &[u8] = &[];
    match next {
        b'{' => {
            digest.containers += 1;
            lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
                lexer.expect(|_| Some(next), b'"').ok_or(Expect::String)?;
                lexer.str_bytes(&mut text)?;
                digest.name(text.len());
                lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
                value(lexer.ws_peek().ok_or(Expect::Value)?, lexer, digest)
            })
        }
        b'[' => {
            digest.containers += 1;
            lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| value(next, lexer, digest))
        }
        b'"' => {
            lexer.discarded().str_bytes(&mut text)?;
            digest.string(text.len());
            Ok(())
        }
        b'-' | b'0'..=b'9' => {
            lexer.num_bytes().validated()?;
            digest.numbers += 1;
            Ok(())
        }
        b'a'..=b'z' => {
            lexer.null_or_bool().ok_or(Expect::Value)?;
            digest.words += 1;
            Ok(())
        }
        _ => Err(Expect::Value.into()),
    }
}
