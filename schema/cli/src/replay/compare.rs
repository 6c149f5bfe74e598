//! What both schemas make of a payload, compared.

use std::{
    collections::{HashMap, HashSet, hash_map::Entry},
    rc::Rc,
};

use odatype::{Finding, Findings, Level, Rule};

use super::{
    difference::{Changed, Group, Key, Only, Told, UNKNOWN_TYPE, Verdict},
    line::Form,
    side::{Side, Sides},
    tally::Judged,
    typing::Typing,
};

/// How many findings of a payload are told under each schema.
const TOLD: usize = 100;

/// What both schemas make of a payload.
pub(super) struct Pair<'j> {
    pub(super) sides: &'j Sides<'j>,
    /// What stands before the payload in its line.
    pub(super) before: &'j str,
    pub(super) form: Form,
    pub(super) typing: Rc<Typing>,
    pub(super) found: Found,
}

/// What is found under both schemas.
pub(super) enum Found {
    /// The same, so that both say this.
    Alike(Verdict),
    /// Under the old schema, if that has the type, and under the new one.
    Each([Option<Findings>; 2]),
}

impl Pair<'_> {
    /// Where the text is no JSON.
    pub(super) fn syntax(&self) -> Option<&Finding> {
        // What is no JSON is so under each.
        let Found::Each(findings) = &self.found else { return None };
        let mut firsts = findings.iter().flatten().filter_map(|findings| findings.first());
        firsts.find(|finding| finding.rule() == Rule::Syntax)
    }

    /// Counts, and tells what is different if there is something.
    pub(super) fn compare(&self, judged: &mut Judged, is_telling: bool) {
        let [old, new] = match &self.found {
            Found::Alike(verdict) => return judged.counts.add(*verdict, *verdict),
            Found::Each(findings) => findings.each_ref().map(Option::as_ref),
        };
        let verdicts = (verdict(old), verdict(new));
        judged.counts.add(verdicts.0, verdicts.1);
        let nothing = Findings::default();
        let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
        if verdicts.0 == verdicts.1 {
            if are_alike(old, new) {
                return;
            }
            judged.counts.other_findings += 1;
        }
        let differences = [only(old, new), only(new, old)];
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
        let declares = |side: &Side<'_>| side.declares(owner, &member).map(ToString::to_string);
        let owner = declares(&self.sides.new).or_else(|| declares(&self.sides.old)).unwrap_or_else(|| owner.to_owned());
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

/// The places in `findings` of those that `others` does not have.
fn only(findings: &Findings, others: &Findings) -> HashSet<usize> {
    let others: HashSet<Mark<'_>> = others.iter().map(Mark::new).collect();
    let own = findings.iter().enumerate();
    own.filter(|(_, finding)| !others.contains(&Mark::new(finding))).map(|(place, _)| place).collect()
}

fn verdict(findings: Option<&Findings>) -> Verdict {
    match findings {
        None => Verdict::Unknown,
        Some(findings) => Verdict::of(findings.is_valid()),
    }
}

/// What makes a finding under one schema that under the other. What was expected is no part of it: a list of members
/// grows without anything being found or not.
#[derive(PartialEq, Eq, Hash)]
struct Mark<'f>(usize, Rule, Level, &'f str, Option<String>);

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
