//! The rows that are measured at run time, in groups that share a contest.

mod decode;
mod encode;
mod late;
mod linear;
mod reader;
mod sizes;
mod strict;
mod threads;
mod whole;

use std::error::Error;

use crate::{payload::Payloads, row::Row};

/// What a group needs.
#[derive(Debug)]
pub struct Setting {
    /// The payloads.
    pub payloads: Payloads,
    /// How many rounds a contest has.
    pub rounds: u32,
}

type Group = fn(&Setting) -> Result<Vec<Row>, Box<dyn Error>>;

/// The groups, by what the names of their rows begin with.
const GROUPS: &[(&str, Group)] = &[
    ("decode", decode::rows),
    ("late", late::rows),
    ("allocations", decode::allocation_rows),
    ("encode", encode::rows),
    ("strict", strict::rows),
    ("sizes", sizes::rows),
    ("reader", reader::rows),
    ("threads", threads::rows),
    ("linear", linear::rows),
    ("whole", whole::rows),
];

/// All rows whose name begins with one of `only`, or all.
pub fn rows(setting: &Setting, only: &[String]) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut all = Vec::new();
    for (name, group) in GROUPS {
        if only.is_empty() || only.iter().any(|only| only.starts_with(name) || name.starts_with(&**only)) {
            all.extend(group(setting)?);
        }
    }
    all.retain(|row| only.is_empty() || only.iter().any(|only| row.id.starts_with(&**only)));
    Ok(all)
}

/// `a ns / b ns`, for a row's note.
fn figures(times: &[(&str, f64)]) -> String {
    let one = |(name, time): &(&str, f64)| format!("{name} {time:.0} ns");
    times.iter().map(one).collect::<Vec<_>>().join(", ")
}
