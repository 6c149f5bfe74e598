//! How large the definitions of a whole schema are, and what it costs to compile all of them.
//!
//! `cargo run --release -p odatype-agreement --example measure -- $METADATA.xml`

use std::{error::Error, fs, time::Instant};

use odatype_json_schema::{Deriver, Profile, Target, validator::SchemaValidator};
use odatype_schema::Rulebook;
use odatype_table::Shape;

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let model = odatype_schema::load_files(&files, &[])?;
    let book = Rulebook::new(&model)?;
    let table: &'static _ = Box::leak(Box::new(book.table().clone()));
    drop(book);
    drop(model);
    println!("{} rows, {} kB", table.rows.len(), memory());
    for profile in [Profile::Tolerant, Profile::Strict] {
        let start = Instant::now();
        let document = Deriver::new(table).schema_document(profile);
        let text = document.to_string();
        println!("{profile:?}: document {} kB, {:?}, {} kB", text.len() / 1024, start.elapsed(), memory());
        drop((document, text));
        let (start, before) = (Instant::now(), memory());
        let validator = SchemaValidator::new(Deriver::new(table), profile);
        let mut problems = 0;
        for (index, row) in (0_u16..).zip(&table.rows) {
            let target = Target::Value(Shape::Declared(index));
            let name = row.name.split('(').next().unwrap_or_default();
            for payload in [
                serde_json::json!({}),
                serde_json::json!({ "@odata.type": format!("#{name}"), "id": "1", "x": { "y": [1] } }),
                serde_json::json!({ "id": 5, "unknown": { "@odata.type": "#nope" } }),
            ] {
                validator.validate(target, &payload, &mut |_| problems += 1);
            }
        }
        println!(
            "{profile:?}: {} definitions compiled, {problems} problems, {:?}, {} kB more",
            validator.compiled(),
            start.elapsed(),
            memory() - before
        );
    }
    Ok(())
}

/// Resident memory in kB.
fn memory() -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
