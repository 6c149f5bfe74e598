//! Both verdicts on a payload, and in what they differ.

use std::sync::atomic::{AtomicBool, Ordering};

use odatype::{
    validate::{Both, Subject},
    values_are_hidden,
};
use odatype_json::{Reader, SyntaxError};
use odatype_table::Likeness;

use super::{
    archive::Piece,
    compare::{Found, Pair},
    difference::Verdict,
    line::{Form, Said, look},
    refusal::Refusal,
    side::Sides,
    tally::Judged,
    typing::{Typing, Typings},
};
use crate::{failure::Failure, profile::Profile};

/// Both schemas, and what is wanted of them.
pub(super) struct Judge<'r> {
    sides: &'r Sides<'r>,
    /// The type of payloads that do not say theirs.
    ty: Option<&'r str>,
    profile: odatype::validate::Profile,
    /// How each type of the old schema compares with that of the new one.
    likeness: Vec<Likeness>,
    /// Whether changed payloads are told one by one.
    is_telling: AtomicBool,
}

impl<'r> Judge<'r> {
    /// # Errors
    /// If neither schema has the type that is asked for.
    pub(super) fn new(sides: &'r Sides<'r>, ty: Option<&'r str>, profile: Profile) -> Result<Self, Failure> {
        if let Some(ty) = ty {
            Typing::resolve(Said::Name, ty, sides).map_err(|reason| Failure::new(format_args!("--type: {reason}")))?;
        }
        let profile = profile.into();
        Ok(Self { sides, ty, profile, likeness: sides.likeness(profile), is_telling: AtomicBool::new(true) })
    }

    /// Whether changed payloads are still to be told one by one; all are counted.
    pub(super) fn tell_only(&self, if_wanted: bool) {
        self.is_telling.store(if_wanted, Ordering::Relaxed);
    }

    /// What a thread does with pieces.
    pub(super) fn worker(&self) -> impl FnMut(&Piece) -> Judged {
        let mut typings = Typings::new(self.sides);
        move |piece| {
            let mut judged =
                Judged { file: piece.file, is_first: piece.is_first, bytes: piece.bytes.len(), ..Judged::default() };
            if piece.is_too_long {
                judged.lines = 1;
                judged.cannot(0, Refusal::too_long());
                return judged;
            }
            let mut rest = piece.bytes.as_slice();
            if piece.is_first {
                rest = rest.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(rest);
            }
            while !rest.is_empty() {
                let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                let (line, after) = rest.split_at(end);
                rest = after.get(1..).unwrap_or_default();
                if !line.trim_ascii().is_empty()
                    && let Err(refusal) = self.line(line, &mut typings, &mut judged)
                {
                    judged.cannot(judged.lines, refusal);
                }
                judged.lines += 1;
            }
            judged
        }
    }

    /// Judges a line.
    ///
    /// # Errors
    /// Why it cannot be judged.
    fn line(&self, line: &[u8], typings: &mut Typings<'_, '_>, judged: &mut Judged) -> Result<(), Refusal> {
        let text = std::str::from_utf8(line)
            .map_err(|error| Refusal::not_json(error.valid_up_to(), "the text is not UTF-8"))?;
        let hasty = self.pair(text, true, typings)?;
        let pair = match hasty.syntax() {
            // What was taken for the payload may not be all of what is to be looked at.
            Some(_) if hasty.form == Form::Likely => self.pair(text, false, typings)?,
            _ => hasty,
        };
        if let Some(broken) = pair.syntax() {
            let found = || Refusal::not_json(pair.before.len() + broken.offset(), broken.message());
            return Err(fault(text).map_or_else(found, not_json));
        }
        pair.compare(judged, self.is_telling.load(Ordering::Relaxed));
        Ok(())
    }

    /// What both schemas find in the payload of a line.
    ///
    /// # Errors
    /// Why it cannot be judged.
    fn pair<'l>(&'l self, text: &'l str, is_hasty: bool, typings: &mut Typings<'_, '_>) -> Result<Pair<'l>, Refusal> {
        let found = look(text, is_hasty, |said, name| typings.get(said, name)).map_err(not_json)?;
        let typing = match (found.ty, self.ty) {
            (Some(Ok(typing)), _) => typing,
            (Some(Err(_)), _) if found.form == Form::Envelope && values_are_hidden() => {
                return Err(Refusal::unknown_type("its `type` names no type or action".to_owned()));
            }
            (Some(Err(reason)), _) if found.form == Form::Envelope => return Err(Refusal::unknown_type(reason)),
            (_, Some(ty)) => typings.get(Said::Name, ty).map_err(Refusal::unknown_type)?,
            (Some(Err(reason)), None) => return Err(Refusal::unknown_type(reason)),
            // What is no object was not looked at.
            (None, None) => return Err(fault(text).map_or_else(Refusal::untyped, not_json)),
        };
        let payload = &text[found.payload.start..found.payload.end];
        let validate = |subject: Subject| subject.validate(payload.as_bytes(), self.profile);
        let found_in = match (typing.old, typing.new) {
            (Some(old), Some(new)) => match old.validate_both(new, payload, self.profile, &self.likeness) {
                Both::Alike { is_valid } => Found::Alike(Verdict::of(is_valid)),
                Both::Each(old, new) => Found::Each([Some(old), Some(new)]),
            },
            (old, new) => Found::Each([old, new].map(|subject| subject.map(validate))),
        };
        Ok(Pair { sides: self.sides, before: &text[..found.payload.start], form: found.form, found: found_in, typing })
    }
}

/// Where `text` is no JSON.
fn fault(text: &str) -> Option<SyntaxError> {
    let mut reader = Reader::new(text);
    reader.skip(&mut |_| ()).and_then(|_| reader.end()).err()
}

fn not_json(error: SyntaxError) -> Refusal {
    Refusal::not_json(error.offset, error.problem)
}
