//! The rows that are about compiling: the whole of a service as we generate it, and as serde's derive on bare structs
//! of the same types.

mod command;
mod expand;
mod features;
mod lab;
mod subject;
mod typify;
mod usage;

use std::{error::Error, path::PathBuf};

pub(crate) use self::usage::{FLAG, report};
use self::{
    lab::{Lab, Mode, Subject},
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
    ("build.check.cpu", |lab, all| derive(lab, all, Mode::Check, CPU).map(|row| row.limits(0.22, 0.14))),
    ("build.check.memory", |lab, all| derive(lab, all, Mode::Check, MEMORY).map(|row| row.limits(1.0 / 3.0, 0.25))),
    ("build.check.serde.cpu", |lab, all| serde_alone(lab, all, CPU)),
    ("build.check.serde.memory", |lab, all| serde_alone(lab, all, MEMORY)),
    ("build.check.miniserde.cpu", |lab, all| framework(lab, all, &all.miniserde, CPU)),
    ("build.check.miniserde.memory", |lab, all| framework(lab, all, &all.miniserde, MEMORY)),
    ("build.check.facet.cpu", |lab, all| framework(lab, all, &all.facet, CPU)),
    ("build.check.facet.memory", |lab, all| framework(lab, all, &all.facet, MEMORY)),
    ("build.check.typify.cpu", |lab, all| typify(lab, all, CPU)),
    ("build.check.typify.memory", |lab, all| typify(lab, all, MEMORY)),
    ("build.debug", |lab, all| derive(lab, all, Mode::Debug, CPU).map(|row| row.limits(0.25, 1.0 / 7.0))),
    ("build.release", |lab, all| derive(lab, all, Mode::Release, CPU).map(|row| row.limits(0.25, 1.0 / 7.0))),
    ("build.binary", binary),
    ("build.macro", expand::in_macro),
    ("build.odatype.types", features::types),
    ("build.odatype.validate", features::validate),
    ("build.odatype.crates", features::crates),
    ("build.odatype.example", features::example),
    ("build.odatype.json_schema", features::json_schema),
    ("build.odatype.macros", features::macros),
    ("build.command.validate.s", command::whole_seconds),
    ("build.command.validate.mb", command::whole_memory),
    ("build.command.many.s", command::many_seconds),
    ("build.command.many.mb", command::many_memory),
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

/// What is compared: how to see it in what a command took, its unit, and how much that is.
type Quantity = (fn(&Usage) -> f64, &'static str, f64);

const CPU: Quantity = (|usage| usage.seconds, "CPU s", 1.0);
const MEMORY: Quantity = (|usage| usage.bytes, "GB", 1e9);

/// Ours to `rival`, which is called `name` and described by `is`.
fn ratio(
    lab: &Lab,
    all: &Subjects,
    mode: Mode,
    (of, unit, scale): Quantity,
    (rival, name, is): (&Subject, &str, &str),
) -> Result<Row, Box<dyn Error>> {
    let (ours, rival) = (of(&lab.compile(&all.ours, mode)?), of(&lab.compile(rival, mode)?));
    let what = format!("{mode:?} of the whole service ({}), {unit}, to {is}", all.count);
    let note = format!("ours {:.2} {unit}, {name} {:.2} {unit}", ours / scale, rival / scale);
    Ok(Row::info("", what, ours / rival).note(note))
}

fn derive(lab: &Lab, all: &Subjects, mode: Mode, quantity: Quantity) -> Result<Row, Box<dyn Error>> {
    ratio(lab, all, mode, quantity, (&all.derive, "derive", "derive of serde, Debug, Clone, PartialEq"))
}

fn serde_alone(lab: &Lab, all: &Subjects, quantity: Quantity) -> Result<Row, Box<dyn Error>> {
    let is = "serde's derive alone, which writes what is absent as null";
    ratio(lab, all, Mode::Check, quantity, (&all.serde_alone, "serde alone", is))
}

fn framework(lab: &Lab, all: &Subjects, rival: &Subject, quantity: Quantity) -> Result<Row, Box<dyn Error>> {
    let is = format!("what `{}` has, the derive of another framework alone", rival.name);
    ratio(lab, all, Mode::Check, quantity, (rival, rival.name, &is))
}

fn typify(lab: &Lab, all: &Subjects, quantity: Quantity) -> Result<Row, Box<dyn Error>> {
    let is = "what typify makes of a JSON Schema of the same types";
    ratio(lab, all, Mode::Check, quantity, (all.typify(lab)?, "typify", is))
}

/// A release binary that uses the body of one action.
fn binary(lab: &Lab, all: &Subjects) -> Result<Row, Box<dyn Error>> {
    lab.write(&all.ours, &all.ours.source)?;
    let usage = lab.compile(&all.user, Mode::Release)?;
    let what = "release binary that uses one action body of the whole service, beyond the library, CPU s";
    Ok(Row::info("", what, usage.seconds).limits(2.0, 1.0))
}
