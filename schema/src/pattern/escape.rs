//! Escapes, which are much the same inside and outside of classes.

use super::{error::PatternError, property, scan::Scan, set::Set};

/// What follows a backslash.
pub(super) enum Escape {
    /// One code point, which may be half of a pair.
    Code(u32),
    /// A class of characters.
    Set(Set),
}

/// How a pattern is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mode {
    /// Whether with the flag `u`.
    pub(super) unicode: bool,
    /// Whether some group has a name, which makes `\k` a reference.
    pub(super) has_names: bool,
}

/// An escape that may stand in a class and outside, after its backslash.
pub(super) fn escape(scan: &mut Scan, mode: Mode, in_class: bool) -> Result<Escape, PatternError> {
    let Some(letter) = scan.next() else { return Err(scan.error("a backslash without anything")) };
    Ok(match letter {
        'd' => Escape::Set(Set::digits()),
        'D' => Escape::Set(Set::digits().complement()),
        'w' => Escape::Set(Set::word()),
        'W' => Escape::Set(Set::word().complement()),
        's' => Escape::Set(Set::spaces()),
        'S' => Escape::Set(Set::spaces().complement()),
        'p' | 'P' if mode.unicode => Escape::Set(named(scan, letter == 'P')?),
        't' => Escape::Code(9),
        'n' => Escape::Code(10),
        'v' => Escape::Code(11),
        'f' => Escape::Code(12),
        'r' => Escape::Code(13),
        'c' => Escape::Code(control(scan, mode, in_class)?),
        'x' => match scan.digits(16, 2, 2) {
            Some(code) => Escape::Code(code),
            None => identity(scan, mode, 'x', in_class)?,
        },
        'u' => match unicode(scan, mode) {
            Some(code) => Escape::Code(code),
            None => identity(scan, mode, 'u', in_class)?,
        },
        '0'..='9' => Escape::Code(octal(scan, mode, letter)?),
        other => identity(scan, mode, other, in_class)?,
    })
}

/// `\p{…}`, after the letter.
fn named(scan: &mut Scan, is_negated: bool) -> Result<Set, PatternError> {
    let error = scan.error("`\\p` without the name of a property");
    if !scan.take("{") {
        return Err(error);
    }
    let mut name = String::new();
    loop {
        match scan.next() {
            Some('}') => break,
            Some(character) => name.push(character),
            None => return Err(error),
        }
    }
    let set = property::set(&name).ok_or(error)?;
    Ok(if is_negated { set.complement() } else { set })
}

/// `\cX`.
fn control(scan: &mut Scan, mode: Mode, in_class: bool) -> Result<u32, PatternError> {
    let letter = scan.attempt(|scan| {
        scan.next().filter(|next| {
            next.is_ascii_alphabetic() || (in_class && !mode.unicode && (next.is_ascii_digit() || *next == '_'))
        })
    });
    match letter {
        Some(letter) => Ok(u32::from(letter) % 32),
        None if mode.unicode => Err(scan.error("`\\c` without a letter")),
        // The backslash stands for itself, and the `c` is read again.
        None => {
            scan.back();
            Ok(u32::from('\\'))
        }
    }
}

/// `\uHHHH`, a pair of them, or `\u{H…}`.
fn unicode(scan: &mut Scan, mode: Mode) -> Option<u32> {
    if mode.unicode
        && let Some(code) = scan.attempt(|scan| {
            let code = scan.take("{").then(|| scan.digits(16, 1, usize::MAX)).flatten()?;
            (scan.take("}") && code <= 0x10_ffff).then_some(code)
        })
    {
        return Some(code);
    }
    let first = scan.digits(16, 4, 4)?;
    if (0xd800..0xdc00).contains(&first)
        && let Some(second) = scan.attempt(|scan| {
            let second = scan.take("\\u").then(|| scan.digits(16, 4, 4)).flatten()?;
            (0xdc00..0xe000).contains(&second).then_some(second)
        })
    {
        return Some(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
    }
    Some(first)
}

/// `\0`, and without the flag up to three octal digits.
fn octal(scan: &mut Scan, mode: Mode, first: char) -> Result<u32, PatternError> {
    let follows = scan.peek().is_some_and(|next| next.is_ascii_digit());
    if mode.unicode {
        return if first == '0' && !follows { Ok(0) } else { Err(scan.error("a number that is no reference")) };
    }
    let Some(value) = first.to_digit(8) else { return Ok(u32::from(first)) };
    let rest = if value < 4 { 2 } else { 1 };
    let mut value = value;
    for _ in 0..rest {
        match scan.digits(8, 1, 1) {
            Some(digit) => value = value * 8 + digit,
            None => break,
        }
    }
    Ok(value)
}

/// A character that stands for itself.
fn identity(scan: &Scan, mode: Mode, character: char, in_class: bool) -> Result<Escape, PatternError> {
    let is_syntax = "^$\\.*+?()[]{}|/".contains(character) || (in_class && character == '-');
    let is_free = !(mode.unicode || mode.has_names && character == 'k');
    if is_syntax || is_free {
        return Ok(Escape::Code(u32::from(character)));
    }
    Err(scan.error("an escape that is not known"))
}
