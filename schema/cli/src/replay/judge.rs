//! Both verdicts on a payload, and in what they differ.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    rc::Rc,
    sync::atomic::{AtomicBool, Ordering},
};

use odatype::{Finding, Findings, Rule, validate::Subject, values_are_hidden};
use odatype_json::{Reader, SyntaxError};

use super::{
    Replay,
    archive::Piece,
    line::{Form, Said, look},
    tally::{Changed, Group, Judged, Key, Only, Told, UNKNOWN_TYPE, Verdict},
    typing::{Typing, Typings},
};
use crate::failure::Failure;

/// How many findings of a payload are told under each schema.
const TOLD: usize = 100;

/// Both schemas, and what is wanted of them.
pub(super) struct Judge<'r> {
    replay: &'r Replay<'r>,
    /// Whether changed payloads are told one by one.
    is_telling: AtomicBool,
}

impl<'r> Judge<'r> {
    /// # Errors
    /// If neither schema has the type that is asked for.
    pub(super) fn new(replay: &'r Replay<'r>) -> Result<Self, Failure> {
        if let Some(ty) = replay.ty {
            Typing::resolve(Said::Name, ty, &replay.old, &replay.new)
                .map_err(|reason| Failure::new(format_args!("--type: {reason}")))?;
        }
        Ok(Self { replay, is_telling: AtomicBool::new(true) })
    }

    /// Whether changed payloads are still to be told one by one; all are counted.
    pub(super) fn tell_only(&self, if_wanted: bool) {
        self.is_telling.store(if_wanted, Ordering::Relaxed);
    }

    /// What a thread does with pieces.
    pub(super) fn worker(&self) -> impl FnMut(&Piece) -> Judged {
        let mut typings = Typings::new(&self.replay.old, &self.replay.new);
        move |piece| {
            let mut judged =
                Judged { file: piece.file, is_first: piece.is_first, bytes: piece.bytes.len(), ..Judged::default() };
            if piece.is_too_long {
                judged.lines = 1;
                judged.cannot(0, "the line is longer than 256 MiB".to_owned());
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
                    && let Err(reason) = self.line(line, &mut typings, &mut judged)
                {
                    judged.cannot(judged.lines, reason);
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
    fn line(&self, line: &[u8], typings: &mut Typings<'_, '_>, judged: &mut Judged) -> Result<(), String> {
        let text = std::str::from_utf8(line).map_err(|error| not_json(error.valid_up_to(), "the text is not UTF-8"))?;
        let hasty = self.pair(text, true, typings)?;
        let pair = match hasty.syntax() {
            // What was taken for the payload may not be all of what is to be looked at.
            Some(_) if hasty.form == Form::Likely => self.pair(text, false, typings)?,
            _ => hasty,
        };
        if let Some(broken) = pair.syntax() {
            let error = fault(text).map(|error| not_json(error.offset, &error.problem.to_string()));
            return Err(error.unwrap_or_else(|| not_json(pair.before.len() + broken.offset(), &broken.found())));
        }
        pair.compare(judged, self.is_telling.load(Ordering::Relaxed));
        Ok(())
    }

    /// What both schemas find in the payload of a line.
    ///
    /// # Errors
    /// Why it cannot be judged.
    fn pair<'l>(&'l self, text: &'l str, is_hasty: bool, typings: &mut Typings<'_, '_>) -> Result<Pair<'l>, String> {
        let found = look(text, is_hasty, |said, name| typings.get(said, name))
            .map_err(|error| not_json(error.offset, &error.problem.to_string()))?;
        let typing = match (found.ty, self.replay.ty) {
            (Some(Ok(typing)), _) => typing,
            (Some(Err(_)), _) if found.form == Form::Envelope && values_are_hidden() => {
                return Err("its `type` names no type or action".to_owned());
            }
            (Some(Err(reason)), _) if found.form == Form::Envelope => return Err(reason),
            (_, Some(ty)) => typings.get(Said::Name, ty)?,
            (Some(Err(reason)), None) => return Err(reason),
            (None, None) => return Err("it has no tag and no context, and no --type is given".to_owned()),
        };
        let payload = &text.as_bytes()[found.payload.start..found.payload.end];
        let validate = |subject: Subject| subject.validate(payload, self.replay.profile.into());
        Ok(Pair {
            replay: self.replay,
            before: &text[..found.payload.start],
            form: found.form,
            old: typing.old.map(validate),
            new: typing.new.map(validate),
            typing,
        })
    }
}

/// Where `text` is no JSON.
fn fault(text: &str) -> Option<SyntaxError> {
    let mut reader = Reader::new(text);
    reader.skip(&mut |_| ()).and_then(|_| reader.end()).err()
}

fn not_json(offset: usize, problem: &str) -> String {
    format!("it is not JSON: {problem}, at byte {offset}")
}

/// What both schemas make of a payload.
struct Pair<'j> {
    replay: &'j Replay<'j>,
    /// What stands before the payload in its line.
    before: &'j str,
    form: Form,
    typing: Rc<Typing>,
    old: Option<Findings>,
    new: Option<Findings>,
}

impl Pair<'_> {
    /// Where the text is no JSON.
    fn syntax(&self) -> Option<&Finding> {
        let firsts = [&self.old, &self.new].into_iter().flatten().filter_map(|findings| findings.first());
        firsts.into_iter().find(|finding| finding.rule() == Rule::Syntax)
    }

    /// Counts, and tells what is different if there is something.
    fn compare(&self, judged: &mut Judged, is_telling: bool) {
        let verdicts = (verdict(self.old.as_ref()), verdict(self.new.as_ref()));
        judged.counts.add(verdicts.0, verdicts.1);
        let nothing = Findings::default();
        let (old, new) = (self.old.as_ref().unwrap_or(&nothing), self.new.as_ref().unwrap_or(&nothing));
        if verdicts.0 == verdicts.1 {
            if are_alike(old, new) {
                return;
            }
            judged.counts.other_findings += 1;
        }
        let differences = [self.only(Only::Old, old, new), self.only(Only::New, new, old)];
        self.group(judged, [old, new], &differences);
        if is_telling {
            let [(of_old, more_old), (of_new, more_new)] =
                [(old, &differences[0]), (new, &differences[1])].map(|(all, only)| self.told(all, only));
            judged.changed.push(Changed {
                line: judged.lines,
                ty: self.typing.name.clone(),
                verdicts,
                findings: [of_old, of_new],
                more: [more_old, more_new],
            });
        }
    }

    /// The places in `findings` of those that `others` does not have.
    fn only(&self, only: Only, findings: &Findings, others: &Findings) -> HashSet<usize> {
        if self.typing.old.is_none() || self.typing.new.is_none() {
            // There is nothing to compare with: all that is to say is that one schema does not have the type.
            let is_known = match only {
                Only::Old => self.typing.old.is_some(),
                Only::New => self.typing.new.is_some(),
            };
            return if is_known { (0..findings.len()).collect() } else { HashSet::new() };
        }
        let others: HashSet<Mark<'_>> = others.iter().map(Mark::new).collect();
        let own = findings.iter().enumerate();
        own.filter(|(_, finding)| !others.contains(&Mark::new(finding))).map(|(place, _)| place).collect()
    }

    /// Adds what is different to the groups.
    fn group(&self, judged: &mut Judged, findings: [&Findings; 2], differences: &[HashSet<usize>; 2]) {
        let mut counted: HashMap<Key, (u64, Option<&Finding>)> = HashMap::new();
        for (only, ty) in [(Only::Old, self.typing.old), (Only::New, self.typing.new)] {
            if ty.is_none() {
                let key = Key { only, rule: UNKNOWN_TYPE, target: self.typing.name.clone() };
                counted.insert(key, (1, None));
            }
        }
        if counted.is_empty() {
            for ((only, all), places) in [Only::Old, Only::New].into_iter().zip(findings).zip(differences) {
                for finding in all.iter().enumerate().filter(|(place, _)| places.contains(place)).map(|found| found.1) {
                    let key = Key { only, rule: finding.rule().as_str(), target: self.target(finding) };
                    counted.entry(key).or_insert((0, Some(finding))).0 += 1;
                }
            }
        }
        for (key, (findings, first)) in counted {
            match judged.groups.entry(key) {
                Entry::Occupied(mut known) => {
                    known.get_mut().payloads += 1;
                    known.get_mut().findings += findings;
                }
                Entry::Vacant(place) => {
                    let first = first.map(|finding| self.tell(finding, finding.column()));
                    place.insert(Group { payloads: 1, findings, line: judged.lines, file: judged.file, first });
                }
            }
        }
    }

    /// What a finding is about, as `odatype diff` names it: the type that declares the member, and the member.
    fn target(&self, finding: &Finding) -> String {
        let owner = finding.type_name();
        let Some(member) = finding.member() else { return owner.to_owned() };
        let declares = |side: &super::Side<'_>| side.declares(owner, &member).map(ToString::to_string);
        let owner =
            declares(&self.replay.new).or_else(|| declares(&self.replay.old)).unwrap_or_else(|| owner.to_owned());
        format!("{owner}/{member}")
    }

    /// The findings at `places`, told, and how many more there are.
    fn told(&self, findings: &Findings, places: &HashSet<usize>) -> (Vec<Told>, usize) {
        let located = findings.located().enumerate().filter(|(place, _)| places.contains(place));
        let told: Vec<Told> =
            located.take(TOLD).map(|(_, located)| self.tell(located.finding, located.column)).collect();
        let more = places.len() - told.len();
        (told, more)
    }

    fn tell(&self, finding: &Finding, column: u32) -> Told {
        Told {
            column: u64::from(column) + self.before.chars().count() as u64,
            pointer: finding.pointer(),
            rule: finding.rule().as_str(),
            level: finding.level().as_str(),
            ty: finding.type_name(),
            expected: finding.expected(),
            found: finding.found(),
        }
    }
}

fn verdict(findings: Option<&Findings>) -> Verdict {
    match findings {
        None => Verdict::Unknown,
        Some(findings) if findings.is_valid() => Verdict::Valid,
        Some(_) => Verdict::Invalid,
    }
}

/// What makes a finding under one schema that under the other. What was expected is no part of it: a list of members grows
/// without anything being found or not.
#[derive(PartialEq, Eq, Hash)]
struct Mark<'f>(usize, Rule, odatype::Level, &'f str, Option<String>);

impl<'f> Mark<'f> {
    fn new(finding: &'f Finding) -> Self {
        // Of what is missing the place does not tell what it is.
        let missing = if finding.rule() == Rule::Required { finding.member() } else { None };
        Self(finding.offset(), finding.rule(), finding.level(), finding.type_name(), missing)
    }
}

fn are_alike(left: &Findings, right: &Findings) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| Mark::new(left) == Mark::new(right))
}
