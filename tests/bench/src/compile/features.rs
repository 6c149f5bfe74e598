//! What users pay for features of `odatype`: clean builds, to the types alone.

use std::{collections::BTreeSet, error::Error};

use super::{
    lab::{Lab, cargo},
    subject::Subjects,
    usage::Usage,
};
use crate::row::Row;

const TYPES: &[&str] = &["build", "-p", "odatype", "--no-default-features", "--features", "graph"];
const VALIDATE: &[&str] = &["build", "-p", "odatype", "--no-default-features", "--features", "graph,validate"];
const JSON_SCHEMA: &[&str] = &["build", "-p", "odatype", "--no-default-features", "--features", "graph,json-schema"];
const MACROS: &[&str] = &["build", "-p", "odatype", "--no-default-features", "--features", "macros"];
const EXAMPLE: &[&str] = &["build", "-p", "odatype", "--example", "answer_call"];

/// The types alone, in seconds.
pub(super) fn types(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let usage = clean(lab, TYPES)?;
    Ok(Row::info("", "`cargo build -p odatype` clean, types only, CPU s", usage.seconds).limits(10.0, 6.0))
}

/// With validation.
pub(super) fn validate(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    to_types(lab, VALIDATE, "with `validate`").map(|row| row.limits(1.7, 1.3))
}

/// How many crates that is.
pub(super) fn crates(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    let mut command = cargo(&["tree", "-p", "odatype"], &lab.path("clean"));
    command.args(["--no-default-features", "--features", "graph,validate"]);
    command.args(["--edges", "normal,build", "--prefix", "none"]).current_dir(&lab.workspace);
    let tree = String::from_utf8(command.output()?.stdout)?;
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    let count = f64::from(u32::try_from(names.len())?);
    Ok(Row::info("", "crates of `odatype` with `validate`, itself among them", count).limits(20.0, 20.0))
}

/// The example that the README runs.
pub(super) fn example(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    to_types(lab, EXAMPLE, "with default features and the example `answer_call`").map(|row| row.limits(2.2, 1.6))
}

/// With JSON Schema.
pub(super) fn json_schema(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    to_types(lab, JSON_SCHEMA, "with `json-schema`")
}

/// With the macro, without the types.
pub(super) fn macros(lab: &Lab, _: &Subjects) -> Result<Row, Box<dyn Error>> {
    to_types(lab, MACROS, "with `macros`, without `graph`")
}

fn to_types(lab: &Lab, arguments: &'static [&'static str], what: &str) -> Result<Row, Box<dyn Error>> {
    let (ours, types) = (clean(lab, arguments)?.seconds, clean(lab, TYPES)?.seconds);
    let what = format!("clean build {what}, CPU s, to the types alone");
    Ok(Row::info("", what, ours / types).note(format!("{ours:.1} CPU s, types {types:.1} CPU s")))
}

/// What cargo takes with nothing compiled before.
fn clean(lab: &Lab, arguments: &'static [&'static str]) -> Result<Usage, Box<dyn Error>> {
    lab.measure(&format!("cargo {}", arguments.join(" ")), || {
        let target = lab.path("clean");
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        Usage::of(cargo(arguments, &target).current_dir(&lab.workspace))
    })
}
