//! The table's text form: written, read and written again it is the same, for schemas that are made up.

use odatype_agreement::random::{cases, seeded};
use odatype_table::Row;

use super::schemas;

#[test]
fn written_read_and_written() {
    let mut rows = 0;
    for round in 0..cases(60) as u64 {
        let trial = schemas::invented(&mut seeded(5000 + round));
        for row in &trial.table.rows {
            let text = row.to_text();
            let read = Row::read(&text).unwrap_or_else(|error| panic!("{error:?}: {text}"));
            assert_eq!(read.to_text(), text);
            let owned = format!("{row:?}").replace("\".into()", "\"");
            assert_eq!(format!("{read:?}"), owned, "{text}");
            rows += 1;
        }
    }
    println!("{rows} rows");
    assert!(rows > 300);
}
