//! What is said to be found under another schema too, without its being asked, held against what it finds: schemas that
//! are made up, with edits; the schema of the comparison with all its edits; and the service's metadata of two dates.

use fastrand::Rng;
use odatype::{
    Findings, Rule,
    validate::{Both, Profile},
};
use odatype_agreement::{
    invent::Inventor,
    random::{cases, one_in, pick, seeded},
};
use odatype_diff::likeness;
use odatype_table::Likeness;
use serde_json::{Map, Value, json};

use super::schemas;
use crate::harness::Trial;

#[path = "../../../../../schema/diff/tests/changes/common.rs"]
mod common;

/// How many payloads of each pair are tried in each direction and profile.
const OF_EACH: usize = 40;

/// How many payloads were tried, and of how many the second schema was not asked.
#[derive(Debug, Default)]
struct Tally {
    tried: usize,
    spared: usize,
    invalid: usize,
}

impl Tally {
    /// Holds payloads of both schemas against both.
    fn add(&mut self, [old, new]: [&Trial; 2], of_each: usize, rng: &mut Rng) {
        for (old, new) in [(old, new), (new, old)] {
            let mut inventors = [old, new].map(|trial| Inventor::new(&trial.table, trial.schema));
            for profile in [Profile::Tolerant, Profile::Strict, Profile::Create] {
                let likeness = likeness(&old.table, &new.table, profile);
                for _ in 0..of_each {
                    let inventor = &mut inventors[usize::from(one_in(rng, 2))];
                    let target = *pick(rng, &inventor.targets());
                    let mut payload = inventor.perhaps_wrong(target, rng).write();
                    let mut name = target.to_owned();
                    if one_in(rng, 8) {
                        (name, payload) = (format!("Collection({name})"), format!("{{\"value\": [{payload}]}}"));
                    }
                    self.hold([old, new], &name, &payload, (profile, &likeness));
                }
            }
        }
    }

    fn hold(
        &mut self,
        [old, new]: [&Trial; 2],
        name: &str,
        payload: &str,
        (profile, likeness): (Profile, &[Likeness]),
    ) {
        let (Ok(before), Ok(after)) = (old.schema.subject(name), new.schema.subject(name)) else { return };
        let truth = [before, after].map(|subject| marks(&subject.validate(payload.as_bytes(), profile)));
        self.tried += 1;
        let rows =
            |trial: &Trial| trial.table.rows.iter().map(odatype_table::Row::to_text).collect::<Vec<_>>().join("\n");
        let told = || format!("{profile:?} {name} {payload}\n{}\n\n{}", rows(old), rows(new));
        match before.validate_both(after, payload, profile, likeness) {
            Both::Alike { is_valid } => {
                assert!(truth[0] == truth[1] && truth[0].0 == is_valid, "{truth:?} {}", told());
                self.invalid += usize::from(!is_valid);
                self.spared += 1;
            }
            Both::Each(old, new) => assert_eq!([marks(&old), marks(&new)], truth, "{}", told()),
        }
    }

    /// Fails where nothing was shown.
    fn settle(&self) {
        assert!(self.spared * 8 > self.tried && self.invalid > 0, "{self:?}");
    }
}

/// What makes findings the same.
fn marks(findings: &Findings) -> (bool, usize, Vec<String>) {
    let mark = |finding: &odatype::Finding| {
        let missing = if finding.rule() == Rule::Required { finding.member() } else { None };
        format!("{} {:?} {:?} {} {missing:?}", finding.offset(), finding.rule(), finding.level(), finding.type_name())
    };
    (findings.is_valid(), findings.dropped(), findings.iter().map(mark).collect())
}

#[test]
fn of_made_up_schemas_with_edits() {
    let mut tally = Tally::default();
    for round in 0..cases(60) as u64 {
        let mut rng = seeded(4000 + round);
        let before = schemas::invented_types(&mut rng);
        let mut after = before.clone();
        for _ in 0..rng.usize(1..4) {
            edit(&mut after, &mut rng);
        }
        let [Ok(old), Ok(new)] = [before, after].map(|types| Trial::try_of(&schemas::members(&types), "")) else {
            continue;
        };
        tally.add([&old, &new], OF_EACH, &mut rng);
    }
    tally.settle();
}

#[test]
fn of_every_kind_of_change() {
    let mut tally = Tally::default();
    let old = Trial::of_model(&common::model(common::BEFORE)).unwrap();
    for (block, salt) in common::blocks().zip(5000..) {
        let new = Trial::of_model(&common::model(&block.after)).unwrap();
        tally.add([&old, &new], OF_EACH, &mut seeded(salt));
    }
    tally.settle();
}

/// Changes a type, or which there are.
fn edit(types: &mut Map<String, Value>, rng: &mut Rng) {
    let names: Vec<String> = types.keys().cloned().collect();
    let structured: Vec<&String> = names.iter().filter(|name| name.starts_with('t')).collect();
    let name = *pick(rng, &structured);
    match rng.usize(..10) {
        0 => {
            let base = types[name].clone();
            let members =
                json!({"$Kind": base["$Kind"], "$BaseType": format!("ns.{name}"), "late": property(types, rng)});
            types.insert("t9".to_owned(), members);
        }
        1 => drop(types.remove(name)),
        2 => {
            let alias = if one_in(rng, 2) { "n" } else { "m" };
            types.insert("$Alias".to_owned(), json!(alias));
        }
        3 => {
            let enumeration = *pick(rng, &["color", "rights"]);
            edit_members(types[enumeration].as_object_mut().unwrap(), rng);
        }
        4 => {
            let (one, other) = (property(types, rng), format!("p{}", rng.usize(..100)));
            types[name][other] = one;
        }
        5 => edit_action(types, rng),
        _ => {
            let other = property(types, rng);
            edit_type(types[name].as_object_mut().unwrap(), other, rng);
        }
    }
}

/// A property of some type.
fn property(types: &Map<String, Value>, rng: &mut Rng) -> Value {
    let all: Vec<&Value> = types.values().filter_map(Value::as_object).flatten().map(|member| member.1).collect();
    let all: Vec<&Value> =
        all.into_iter().filter(|member| member.is_object() && member.get("$Type").is_some()).collect();
    (*pick(rng, &all)).clone()
}

fn edit_type(ty: &mut Map<String, Value>, other: Value, rng: &mut Rng) {
    let members: Vec<String> = ty.keys().filter(|name| *name != "$Kind").cloned().collect();
    let toggle = |ty: &mut Map<String, Value>, name: &str| {
        if ty.remove(name).is_none() {
            ty.insert(name.to_owned(), json!(true));
        }
    };
    match rng.usize(..8) {
        0 => toggle(ty, "$Abstract"),
        1 => toggle(ty, "$OpenType"),
        2 => drop(ty.insert("@odatype.V1.Versions".to_owned(), json!(["v1", "v2"]))),
        _ if members.is_empty() => {}
        3 => drop(ty.remove(pick(rng, &members))),
        4 => drop(ty.insert(pick(rng, &members).clone(), other)),
        _ => {
            let member = pick(rng, &members).clone();
            match &mut ty[&member] {
                Value::Object(property) => match rng.usize(..4) {
                    0 => toggle(property, "$Nullable"),
                    1 => drop(property.remove("$Type")),
                    2 => {
                        let said: Vec<String> = property.keys().filter(|name| *name != "$Type").cloned().collect();
                        if !said.is_empty() {
                            property.remove(pick(rng, &said));
                        }
                    }
                    _ => drop(property.insert("$MaxLength".to_owned(), json!(rng.u8(1..5)))),
                },
                Value::Array(names) if names.len() > 1 => drop(names.pop()),
                Value::Array(names) => names.push(json!("ns.t0")),
                _ => drop(ty.remove(&member)),
            }
        }
    }
}

fn edit_members(members: &mut Map<String, Value>, rng: &mut Rng) {
    let names: Vec<String> = members.keys().filter(|name| !name.starts_with('$')).cloned().collect();
    let name = pick(rng, &names).clone();
    match rng.usize(..4) {
        0 => drop(members.insert("more".to_owned(), json!(rng.u8(..20)))),
        1 => drop(members.remove(&name)),
        2 => drop(members.insert(name, json!(rng.u8(..20)))),
        _ => drop(members.insert("$IsFlags".to_owned(), json!(one_in(rng, 2)))),
    }
}

fn edit_action(types: &mut Map<String, Value>, rng: &mut Rng) {
    let mut other = property(types, rng);
    let parameters = types["act"][0]["$Parameter"].as_array_mut().unwrap();
    let place = rng.usize(..parameters.len());
    match rng.usize(..3) {
        0 => drop(parameters.remove(place)),
        1 => parameters.rotate_left(place),
        _ => {
            let members = other.as_object_mut().unwrap();
            members.remove("$Kind");
            members.insert("$Name".to_owned(), json!("more"));
            parameters.push(other);
        }
    }
}

#[odatype_data::test]
fn of_a_service_of_two_dates() {
    let folder = odatype_data::folder!();
    let [old, new] = ["2025-06", "2026-08"].map(|date| {
        let file = format!("metadata/graph-v1.0-{date}.xml");
        Trial::load(&[("schema.xml".to_owned(), super::data::read(&folder, &file))], &[]).unwrap()
    });
    let (mut tally, mut real) = (Tally::default(), Tally::default());
    let likeness = likeness(&old.table, &new.table, Profile::Strict);
    let inventor = Inventor::new(&old.table, old.schema);
    for (name, payload) in super::real(&folder, &inventor) {
        real.hold([&old, &new], &name, &payload, (Profile::Strict, &likeness));
    }
    assert!(real.spared * 20 > real.tried * 19, "{real:?}");
    tally.add([&old, &new], cases(300), &mut seeded(6000));
    tally.settle();
}
