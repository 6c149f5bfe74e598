//! What was guessed changes nothing: objects whose members come in any order, read after others, are read as if they
//! were the first.

use std::fmt::Write as _;

use odatype_table::Profile;

use crate::{encode, table::Schema};

/// How long the names are: around all that makes a difference for how they are compared.
const LENGTHS: [usize; 18] = [1, 2, 7, 12, 13, 14, 15, 16, 17, 28, 29, 30, 31, 44, 45, 46, 47, 60];

/// A base with three derived types, which have some names in common that begin or end alike, and some that are written
/// with escapes.
fn schema() -> &'static Schema {
    let mut rows = vec!["entity\tns.base\t-\to\nlink\t#0\tn".to_owned()];
    for ty in 0..3 {
        let mut row = format!("entity\tns.type{ty}\t0\to");
        for (place, name) in names().iter().enumerate().filter(|(place, _)| place % 3 != ty) {
            let kind = if place % 4 == 0 { "Int32" } else { "String" };
            let _ = write!(row, "\n{name}\t{kind}\tn");
        }
        rows.push(row);
    }
    let rows: Vec<&'static str> = rows.into_iter().map(|row| &*row.leak()).collect();
    Box::leak(Box::new(Schema::new(odatype_table::FORMAT, rows.leak(), &[], "", &[])))
}

fn names() -> Vec<String> {
    let long = |length: usize| "abcdefghijklmnopqrstuvwxyz".repeat(3)[..length].to_owned();
    let like = |length: usize| format!("{}Z{}", &long(length)[..length / 2], &long(length)[length / 2 + 1..]);
    LENGTHS.iter().flat_map(|length| [long(*length), like(*length)]).collect()
}

/// Numbers that are as good as random.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn object(&mut self, depth: usize) -> String {
        let names = names();
        let mut members: Vec<String> = (0..self.below(7)).map(|_| self.member(&names)).collect();
        if self.below(4) > 0 {
            let tag = format!(r##""@odata.type":"#ns.type{}""##, self.below(3));
            let place = self.below(3).min(1) * self.below(members.len() + 1);
            members.insert(place, tag);
        }
        if depth > 0 && self.below(2) == 0 {
            let place = self.below(members.len() + 1);
            members.insert(place, format!(r#""link":{}"#, self.object(depth - 1)));
        }
        let comma = [",", ",", ",", ", ", " ,\n"][self.below(5)];
        format!("{{{}}}", members.join(comma))
    }

    fn member(&mut self, names: &[String]) -> String {
        let name = &names[self.below(names.len())];
        let name = match self.below(12) {
            0 => format!("\\u00{:x}{}", name.as_bytes()[0], &name[1..]),
            1 => format!("{name}x"),
            2 => name[..name.len() - 1].to_owned(),
            _ => name.clone(),
        };
        format!(r#""{name}":{}"#, [r#""text""#, "1", "null", r#""a\nb""#, "{}"][self.below(5)])
    }
}

/// What comes of `json`, to be compared.
fn read(schema: &'static Schema, json: &str, profile: Profile) -> String {
    match super::record(schema, 0, json.as_bytes(), profile) {
        Ok(record) => String::from_utf8(encode::to_vec(&record, None)).unwrap(),
        Err(error) => format!("{:?}", error.findings().iter().collect::<Vec<_>>()),
    }
}

#[test]
fn guesses_change_nothing() {
    let (known, mut random) = (schema(), Random(7));
    for _ in 0..300 {
        let json = random.object(3);
        for profile in [Profile::Tolerant, Profile::Strict] {
            let expected = read(schema(), &json, profile);
            // Twice, since the second time all may be guessed right.
            for _ in 0..2 {
                assert_eq!(read(known, &json, profile), expected, "{json}");
            }
        }
    }
}
