//! A whole service: how soon its types can be validated, and what stays in memory.

use std::{error::Error, path::PathBuf, time::Instant};

use odatype::{Schema, validate::Profile};
use odatype_schema::Rulebook;

use super::Setting;
use crate::{counter, payload, row::Row};

/// The service with the most types.
const METADATA: &str = "metadata/graph-beta-2021-06.xml";
/// How often something short is repeated; the fastest counts.
const REPEATS: usize = 5;

/// Milliseconds and megabytes.
pub(super) fn rows(_: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let Some(folder) = payload::data() else {
        eprintln!("ODATYPE_DATA is not set: no rows of a whole service");
        return Ok(Vec::new());
    };
    let model = odatype_schema::load_files(&[PathBuf::from(&folder).join(METADATA)], &[])?;
    let book = Rulebook::new(&model)?;
    let mut first = f64::INFINITY;
    for _ in 0..REPEATS {
        let schema = Schema::leaked(book.table());
        let start = Instant::now();
        schema.validate("microsoft.graph.call", br#"{"state":"incoming"}"#, Profile::Strict)?;
        first = first.min(start.elapsed().as_secs_f64() * 1e3);
    }
    let (bytes, schema) = counter::kept(|| {
        let schema = Schema::leaked(book.table());
        let names: Vec<&str> = schema.types().map(|ty| ty.name()).collect();
        for (name, profile) in names.iter().flat_map(|name| [(name, Profile::Tolerant), (name, Profile::Strict)]) {
            schema.validate(name, br##"{"id":"1","undeclared":{"@odata.type":"#none"}}"##, profile)?;
        }
        Ok::<_, odatype::Error>(schema)
    });
    let (types, bytes) = (schema?.types().count(), i32::try_from(bytes)?);
    let kept = "memory kept after each of its types was validated in both profiles, table included, MB";
    Ok(vec![
        Row::info("whole.first", format!("first validation with the whole of a service ({types} types), ms"), first)
            .limits(10.0, 5.0),
        Row::info("whole.kept", kept, f64::from(bytes) / 1e6).limits(20.0, 5.0),
    ])
}
