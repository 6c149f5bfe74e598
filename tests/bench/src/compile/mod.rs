//! The rows that are about compiling: the whole of a service as we generate it, and as serde's derive on bare structs of
//! the same types.

mod expand;
mod lab;
mod subject;
mod typify;
mod usage;

use std::{error::Error, path::PathBuf};

pub(crate) use self::usage::{FLAG, report};
use self::{
    lab::{Lab, Mode, cargo},
    subject::Subjects,
    usage::Usage,
};
use crate::row::Row;

type One = fn(&Lab, &Subjects) -> Result<Row, Box<dyn Error>>;

/// The rows by name, cheap ones first.
const ROWS: &[(&str, One)] = &[
    ("build.expand", expand::command),
    ("build.expand.types", expand::per_type),
    ("build.stages", expand::stages),
    ("build.check.cpu", |lab, all| {
        ratio(lab, all, Mode::Check, |usage| usage.seconds, ("CPU s", 1.0)).map(|row| row.limits(0.25, 1.0 / 7.0))
    }),
    ("build.check.memory", |lab, all| {
        ratio(lab, all, Mode::Check, |usage| usage.bytes, ("GB", 1e9)).map(|row| row.limits(1.0 / 3.0, 0.25))
    }),
    ("build.check.serde.cpu", |lab, all| serde_alone(lab, all, |usage| usage.seconds, ("CPU s", 1.0))),
    ("build.check.serde.memory", |lab, all| serde_alone(lab, all, |usage| usage.bytes, ("GB", 1e9))),
    ("build.check.typify.cpu", |lab, all| typify(lab, all, |usage| usage.seconds, ("CPU s", 1.0))),
    ("build.check.typify.memory", |lab, all| typify(lab, all, |usage| usage.bytes, ("GB", 1e9))),
    ("build.debug", |lab, all| {
        ratio(lab, all, Mode::Debug, |usage| usage.seconds, ("CPU s", 1.0)).map(|row| row.limits(0.25, 1.0 / 7.0))
    }),
    ("build.release", |lab, all| {
        ratio(lab, all, Mode::Release, |usage| usage.seconds, ("CPU s", 1.0)).map(|row| row.limits(0.25, 1.0 / 7.0))
    }),
    ("build.binary", binary),
    ("build.macro", expand::in_macro),
    ("build.odatype.types", |lab, _| {
        clean(lab, "types", &["--no-default-features", "--features", "graph"]).map(|row| row.limits(10.0, 6.0))
    }),
    ("build.odatype.validate", |lab, _| {
        clean(lab, "validate", &["--no-default-features", "--features", "graph,validate"])
            .map(|row| row.limits(65.0, 55.0))
    }),
    ("build.odatype.default", |lab, _| clean(lab, "default features, the macro among them", &[])),
];

/// All rows whose name begins with one of `only`, or all.
pub(crate) fn rows(metadata: PathBuf, only: &[String]) -> Result<Vec<Row>, Box<dyn Error>> {
    let lab = Lab::open(metadata)?;
    let all = Subjects::new(&lab)?;
    let mut rows = Vec::new();
    for (name, one) in ROWS {
        if only.is_empty() || only.iter().any(|only| name.starts_with(&**only)) {
            let row = one(&lab, &all)?;
            rows.push(Row { id: (*name).to_owned(), ..row });
        }
    }
    Ok(rows)
}

fn ratio(
    lab: &Lab,
    all: &Subjects,
    mode: Mode,
    of: fn(&Usage) -> f64,
    (unit, scale): (&str, f64),
) -> Result<Row, Box<dyn Error>> {
    let (ours, derive) = (of(&lab.compile(&all.ours, mode)?), of(&lab.compile(&all.derive, mode)?));
    let what =
        format!("{mode:?} of the whole service ({}), {unit}, to derive of serde, Debug, Clone, PartialEq", all.count);
    let note = format!("ours {:.2} {unit}, derive {:.2} {unit}", ours / scale, derive / scale);
    Ok(Row::info("", what, ours / derive).note(note))
}

/// The same against structs that have none of the other traits of ours.
fn serde_alone(
    lab: &Lab,
    all: &Subjects,
    of: fn(&Usage) -> f64,
    (unit, scale): (&str, f64),
) -> Result<Row, Box<dyn Error>> {
    let ours = of(&lab.compile(&all.ours, Mode::Check)?);
    let rival = of(&lab.compile(&all.serde_alone, Mode::Check)?);
    let what =
        format!("Check of the whole service, {unit}, to serde's derive alone, which writes what is absent as null");
    let note = format!("ours {:.2} {unit}, serde alone {:.2} {unit}", ours / scale, rival / scale);
    Ok(Row::info("", what, ours / rival).note(note))
}

/// The same against what typify makes of a JSON Schema.
fn typify(lab: &Lab, all: &Subjects, of: fn(&Usage) -> f64, (unit, scale): (&str, f64)) -> Result<Row, Box<dyn Error>> {
    let ours = of(&lab.compile(&all.ours, Mode::Check)?);
    let rival = of(&lab.compile(all.typify(lab)?, Mode::Check)?);
    let what = format!("Check of the whole service, {unit}, to what typify makes of a JSON Schema of the same types");
    let note = format!("ours {:.2} {unit}, typify {:.2} {unit}", ours / scale, rival / scale);
    Ok(Row::info("", what, ours / rival).note(note))
}

/// A release binary that uses the body of one action.
fn binary(lab: &Lab, all: &Subjects) -> Result<Row, Box<dyn Error>> {
    lab.write(&all.ours, &all.ours.source)?;
    let usage = lab.compile(&all.user, Mode::Release)?;
    let what = "release binary that uses one action body of the whole service, beyond the library, CPU s";
    Ok(Row::info("", what, usage.seconds).limits(2.0, 1.0))
}

/// `cargo build -p odatype` with nothing compiled before.
fn clean(lab: &Lab, name: &str, features: &[&str]) -> Result<Row, Box<dyn Error>> {
    let usage = lab.measure(&format!("cargo build -p odatype, {name}"), || {
        let target = lab.path("clean");
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        let mut command = cargo(&["build", "-p", "odatype"], &target);
        Usage::of(command.args(features).current_dir(&lab.workspace))
    })?;
    Ok(Row::info("", format!("`cargo build -p odatype` clean, {name}, CPU s"), usage.seconds))
}
