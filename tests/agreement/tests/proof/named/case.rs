//! A payload with its verdicts.

use crate::harness::{Judges, Report, Trial, hold};

/// How JSON Schema does in the strict profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// Both judges say the same as the decoder.
    Exact,
    /// They take it, and may: the rule is one that JSON Schema does not say, or not wholly.
    Weaker,
}

pub(super) use Json::{Exact, Weaker};

/// A payload, whether it can be read, whether it may be sent, and how JSON Schema does.
pub(super) type Case<'t> = (&'t str, bool, bool, Json);

/// Reads and may be sent, or reads and may not be sent.
pub(super) const GOOD: (bool, bool) = (true, true);
pub(super) const BAD: (bool, bool) = (true, false);

/// Holds the payloads of `name` against their verdicts.
#[track_caller]
pub(super) fn check(trial: &Trial, name: &str, cases: &[Case<'_>]) {
    let mut report = Report::default();
    let mut judges = Judges::new(trial);
    for (payload, tolerant, strict, json) in cases {
        report.negative += usize::from(!strict);
        let outcome = hold(trial, &mut judges, name, payload, &mut report);
        if [outcome.tolerant, outcome.strict] != [*tolerant, *strict] {
            let what = format!("{name} {payload}");
            report.disagree(format!("tolerant {}, strict {}", outcome.tolerant, outcome.strict), what);
        }
        let Some([_, said, _]) = outcome.json else { continue };
        for (judge, verdict) in said.of_readers() {
            let right = if *json == Exact { *strict } else { true };
            if verdict != right {
                report.disagree(
                    format!("{judge} says {verdict}, and is held to be {json:?}"),
                    format!("{name} {payload}"),
                );
            }
        }
    }
    report.settle_all(name);
}

/// Each member alone in an object.
#[track_caller]
pub(super) fn members(trial: &Trial, name: &str, cases: &[(&str, (bool, bool), Json)]) {
    let texts: Vec<String> = cases.iter().map(|(member, ..)| format!("{{{member}}}")).collect();
    let cases: Vec<Case<'_>> = texts
        .iter()
        .zip(cases)
        .map(|(text, (_, (tolerant, strict), json))| (text.as_str(), *tolerant, *strict, *json))
        .collect();
    check(trial, name, &cases);
}
