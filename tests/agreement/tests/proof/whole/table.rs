//! The table's text form: written, read and written again it is the same, for schemas that are made up.

use odatype_agreement::random::{cases, seeded};
use odatype_schema::{Rulebook, Source};
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

/// A schema that is written as CSDL JSON and read again has the same table.
#[test]
fn schemas_written_and_read() {
    for round in 0..cases(60) as u64 {
        let model = schemas::invented_model(&mut seeded(5000 + round));
        let text = odatype_schema::write(&model);
        let again = odatype_schema::load(&[Source { name: "again.json".to_owned(), text: text.as_str().into() }], &[]);
        let again = again.unwrap_or_else(|faults| panic!("{faults}\n{text}"));
        let (before, after) = (Rulebook::new(&model).unwrap(), Rulebook::new(&again).unwrap());
        assert_eq!(before.table(), after.table(), "{text}");
    }
}
