//! Walking a text alone: our reader against others that could stand in its place, each looking at every name, string
//! and number.

use std::error::Error;

use super::{Setting, figures};
use crate::{
    contest::Contest,
    row::Row,
    walk::{self, Walk},
};

/// Who walks, by the row's name.
const RIVALS: [(&str, &str, Walk); 6] = [
    ("jiter", "jiter with checked text", walk::jiter),
    ("jiter-raw", "jiter with raw strings", walk::jiter_raw),
    ("hifijson", "hifijson", walk::hifijson),
    ("sonic", "sonic-rs below a visitor", walk::sonic),
    ("sonic-lazy", "sonic-rs's lazy iterators", walk::sonic_lazy),
    ("serde_json", "serde_json below a visitor", walk::serde_json),
];

/// Ratios by payload.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let payloads = &setting.payloads;
    let mut rows = walked("p11", &payloads.p11, setting.rounds)?;
    rows.extend(walked("participants1000", &payloads.participants, setting.rounds.div_ceil(4))?);
    Ok(rows)
}

fn walked(payload: &str, json: &str, rounds: u32) -> Result<Vec<Row>, Box<dyn Error>> {
    let json = json.as_bytes();
    let seen = walk::ours(json)?;
    let mut contest = Contest::default().add("ours", || walk::ours(json)).add("names", || walk::ours_unique(json));
    for (name, _, walk) in RIVALS {
        if walk(json)? != seen {
            return Err(format!("{name} sees something else in {payload}").into());
        }
        contest = contest.add(name, move || walk(json));
    }
    let times = contest.run(rounds);
    let (ours, names) = (times.of("ours"), times.of("names"));
    let row = |id: &str, what: String, left: (&str, f64), right: (&str, f64)| {
        Row::info(format!("reader.{payload}.{id}"), what, left.1 / right.1).note(figures(&[left, right]))
    };
    let mut rows: Vec<Row> = RIVALS
        .iter()
        .map(|(id, what, _)| row(id, format!("walk {payload}, to {what}"), ("ours", ours), ("rival", times.of(id))))
        .collect();
    let what = format!("walk {payload} and find repeated names, to not looking for them");
    rows.push(row("names", what, ("with", names), ("without", ours)));
    Ok(rows)
}
