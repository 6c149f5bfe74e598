//! What must hold of any payload at all, whatever its verdict.

use odatype::{Findings, Level, Object, Rule, validate::Profile};
use odatype_agreement::json::{Json, is_same};
use serde_json::Value;

use super::{Exactly, Judges, PROFILES, Reads, Report, Trial, Verdicts};

/// What a payload turned out to be.
pub(crate) struct Outcome {
    /// It can be read.
    pub(crate) tolerant: bool,
    /// It may be sent.
    pub(crate) strict: bool,
    /// What JSON Schema says in each profile; nothing where it cannot be asked, or is asked in one alone.
    pub(crate) json: Option<[Verdicts; 3]>,
}

/// Reads and validates `text` as `name` in every way there is; tells the report what does not agree.
pub(crate) fn hold(trial: &Trial, judges: &mut Judges<'_>, name: &str, text: &str, report: &mut Report) -> Outcome {
    let json = text.as_bytes();
    let say = |what: &str| format!("{name} {text}: {what}");
    report.tried += 1;

    let schema = trial.schema;
    let decoded = schema.decode(name, json);
    let strictly = schema.decode_strict(name, json);
    let found = PROFILES.map(|(profile, _)| schema.validate(name, json, profile).unwrap());
    for (profile, is_read, found) in [("tolerant", decoded.is_ok(), &found[0]), ("strict", strictly.is_ok(), &found[1])]
    {
        if is_read != found.is_valid() {
            report.disagree(format!("{profile}: decode and validate"), say(&format!("decoded: {is_read}, {found}")));
        }
    }
    let (tolerant, strict) = (found[0].is_valid(), found[1].is_valid());
    more_and_more(&found, &|what| say(what), report);
    if let Ok(object) = &decoded {
        lossless(trial, name, text, &**object, report);
        if let Ok(strictly) = &strictly
            && object.as_record() != strictly.as_record()
        {
            report.disagree("read strictly, another value", say(""));
        }
    }
    partial(trial, name, text, tolerant, report);

    let json = judged(trial, judges, (name, text), &found, report);
    Outcome { tolerant, strict, json }
}

/// Validates `text` as `name`, which is no single object: a response with many values, a value of an enumeration or of
/// a built-in type.
pub(crate) fn hold_validation(
    trial: &Trial,
    judges: &mut Judges<'_>,
    name: &str,
    text: &str,
    report: &mut Report,
) -> Outcome {
    report.tried += 1;
    let found = PROFILES.map(|(profile, _)| trial.schema.validate(name, text.as_bytes(), profile).unwrap());
    let (tolerant, strict) = (found[0].is_valid(), found[1].is_valid());
    more_and_more(&found, &|what| format!("{name} {text}: {what}"), report);
    let json = judged(trial, judges, (name, text), &found, report);
    Outcome { tolerant, strict, json }
}

/// Compares what JSON Schema says with what was found, in each profile, or in the strict one alone.
fn judged(
    trial: &Trial,
    judges: &mut Judges<'_>,
    (name, text): (&str, &str),
    found: &[Findings; 3],
    report: &mut Report,
) -> Option<[Verdicts; 3]> {
    let parsed: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("no JSON, {error}: {text}"));
    let json = Json::parse(text);
    // What JSON Schema sees is a value: a member that is there twice is there once.
    if json.repeats() {
        return None;
    }
    report.judged += 1;
    let say = |what: &str| format!("{name} {text}: {what}");
    let exact = Exactly::new(trial, name, &parsed);
    let mut reads = Reads::of(&json);
    if judges.is_one_alone() {
        reads.floats = false;
        let verdict = judges.say(name, Profile::Strict, &parsed, reads);
        compare((Profile::Strict, "strict"), &verdict, &found[1], (&exact, &say), report);
        return None;
    }
    let verdicts = PROFILES.map(|(profile, _)| judges.say(name, profile, &parsed, reads));
    for ((profile, verdict), found) in PROFILES.into_iter().zip(&verdicts).zip(found) {
        if let Some(found) = judges.ours(name, profile.0, text, verdict, (found, &exact)) {
            report.disagree(format!("{}: our validator of documents", profile.1), say(&found));
        }
        compare(profile, verdict, found, (&exact, &say), report);
    }
    Some(verdicts)
}

/// Compares what JSON Schema says in one profile with what was found in it.
fn compare(
    (profile, profile_name): (Profile, &str),
    verdict: &Verdicts,
    found: &Findings,
    (exact, say): (&Exactly<'_>, &dyn Fn(&str) -> String),
    report: &mut Report,
) {
    let what = || say(&found.to_string());
    if profile == Profile::Tolerant {
        tolerantly(verdict, found.is_valid(), &what, report);
    } else {
        let must = found.iter().any(|finding| finding.level() == Level::Error && exact.says(finding));
        weaker(profile_name, verdict, (found.is_valid(), must), &what, report);
    }
    if let ([ours], [theirs]) = (&**found, verdict.pointers.as_slice())
        && verdict.jsonschema.reads
        && !exact.is_same_place(ours, theirs)
    {
        let what = say(&format!("{found}; JSON Schema: `{theirs}`"));
        report.disagree(format!("{profile_name}: one fault, two places"), what);
    }
}

/// Written back it is the same JSON value, and equal when it is read again.
fn lossless(trial: &Trial, name: &str, text: &str, object: &dyn Object, report: &mut Report) {
    let written = String::from_utf8(object.to_vec()).unwrap();
    if !is_same(text, &written) {
        report.disagree("written back, another JSON value", format!("{name} {text}: {written}"));
    }
    match trial.schema.decode(name, written.as_bytes()) {
        Ok(again) if again.as_record() == object.as_record() => {}
        Ok(_) => report.disagree("read again, another value", format!("{name} {text}: {written}")),
        Err(error) => report.disagree("written back, refused", format!("{name} {text}: {written}: {error}")),
    }
}

/// Read partially nothing is lost, and what does not fit is told exactly where tolerant decoding fails.
fn partial(trial: &Trial, name: &str, text: &str, tolerant: bool, report: &mut Report) {
    match trial.schema.decode_partial(name, text.as_bytes()) {
        Ok(partial) => {
            let written = String::from_utf8(partial.value.to_vec()).unwrap();
            if !is_same(text, &written) {
                report.disagree("partial, another JSON value", format!("{name} {text}: {written}"));
            }
            if partial.findings.is_valid() != tolerant {
                report.disagree("partial and tolerant", format!("{name} {text}: {}", partial.findings));
            }
        }
        Err(_) if Json::parse(text).repeats() => {}
        Err(error) => report.disagree("partial, refused", format!("{name} {text}: {error}")),
    }
}

fn tolerantly(verdicts: &Verdicts, tolerant: bool, what: &dyn Fn() -> String, report: &mut Report) {
    for (judge, verdict) in verdicts.of_readers() {
        if verdict != tolerant {
            report.disagree(format!("tolerant: {judge} says {verdict}, decoding {tolerant}"), what());
        }
    }
}

fn weaker(
    profile: &str,
    verdicts: &Verdicts,
    (is_valid, must): (bool, bool),
    what: &dyn Fn() -> String,
    report: &mut Report,
) {
    for (judge, verdict) in verdicts.of_readers() {
        if is_valid && !verdict {
            report.disagree(format!("{profile}: {judge} is stricter"), format!("{} {:?}", what(), verdicts.pointers));
        }
        if must && verdict {
            report.disagree(format!("{profile}: {judge} takes what it should refuse"), what());
        }
    }
}

/// Each profile asks what the one before it does, and more; *create* only for members. A value that may be of several
/// types, and lacks more than one member of its own, is of none of them.
fn more_and_more(found: &[Findings; 3], say: &dyn Fn(&str) -> String, report: &mut Report) {
    let [tolerant, strict, create] = found;
    if strict.is_valid() && !tolerant.is_valid() {
        report.disagree("strict takes what tolerant refuses", say(&tolerant.to_string()));
    }
    if create.is_valid() && !strict.is_valid() {
        report.disagree("create takes what strict refuses", say(&strict.to_string()));
    }
    if strict.is_empty() && create.iter().any(|finding| !matches!(finding.rule(), Rule::Required | Rule::Type)) {
        report.disagree("create asks for more than members", say(&create.to_string()));
    }
}
