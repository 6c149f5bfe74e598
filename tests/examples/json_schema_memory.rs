//! What a validator by JSON Schema keeps in memory when every type of a schema was validated once, in both profiles.
//!
//! `cargo run --release -p odatype-tests --example json_schema_memory -- $METADATA.xml`
//!
//! The schema is read in another process, so that nothing of that is counted.

use std::{
    error::Error,
    fs,
    io::Write,
    process::{Command, Stdio},
    time::Instant,
};

use odatype::{
    Schema,
    json_schema::{Profile, Validator},
};
use odatype_schema::Rulebook;
use odatype_table::{Row, Table};

/// What is between rows.
const BETWEEN: char = '\u{1e}';

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        return measure();
    }
    let model = odatype_schema::load_files(&files, &[])?;
    let book = Rulebook::new(&model)?;
    let rows: Vec<String> = book.table().rows.iter().map(Row::to_text).collect();
    let mut child = Command::new(std::env::current_exe()?).stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(rows.join(&BETWEEN.to_string()).as_bytes())?;
    }
    child.wait()?;
    Ok(())
}

/// Measures with the rows that standard input has.
fn measure() -> Result<(), Box<dyn Error>> {
    let text = std::io::read_to_string(std::io::stdin())?;
    let schema = schema(&text)?;
    drop(text);
    let names: Vec<&str> = schema.types().map(|ty| ty.name()).collect();
    for name in &names {
        schema.validate(name, b"{}", Profile::Strict)?;
    }
    let start = memory("VmRSS:");
    println!("{} types, {start} kB before", names.len());
    // Twice, to see that what is dropped is free to be used again.
    for round in 1..=2 {
        let kept = validators(schema, &names)?;
        println!("round {round}: {} kB with the validators; most: {} kB", memory("VmRSS:") - start, memory("VmHWM:"));
        drop(kept);
    }
    Ok(())
}

/// A validator of each profile that has validated as every type.
fn validators(schema: &'static Schema, names: &[&str]) -> Result<Vec<Validator>, Box<dyn Error>> {
    let mut kept = Vec::new();
    for profile in [Profile::Tolerant, Profile::Strict] {
        let (time, before) = (Instant::now(), memory("VmRSS:"));
        let validator = Validator::new(schema, profile);
        let mut findings = 0;
        for name in names {
            let tag = name.split('(').next().unwrap_or_default();
            for payload in [
                "{}".to_owned(),
                format!(r##"{{"@odata.type":"#{tag}","id":"1","x":{{"y":[1]}}}}"##),
                r##"{"id":5,"unknown":{"@odata.type":"#nope"}}"##.to_owned(),
            ] {
                findings += validator.validate_as(name, payload.as_bytes())?.len();
            }
        }
        println!(
            "{profile:?}: {validator:?}, {findings} findings, {:?}, {} kB more",
            time.elapsed(),
            memory("VmRSS:") - before
        );
        kept.push(validator);
    }
    Ok(kept)
}

/// The schema whose rows `text` has.
fn schema(text: &str) -> Result<&'static Schema, Box<dyn Error>> {
    let rows: Result<Vec<Row<&str>>, _> = text.split(BETWEEN).map(Row::read).collect();
    Ok(Schema::leaked(&Table { rows: rows?, ..Table::default() }))
}

/// A line of the process's status, in kB.
fn memory(name: &str) -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
