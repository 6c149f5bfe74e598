//! Every declared member is found under its slot, and nothing else is, however many there are and wherever they stand.

use odatype_table::Profile;

use crate::{
    node::{Held, Record, Scalar},
    table::Schema,
};

/// More than have a bit, a byte or a place of their own in what members are looked up by.
const PROPERTIES: usize = 150;

/// A base, and a type derived from it that has a collection and many numbers.
fn schema() -> &'static Schema {
    let numbers = (0..PROPERTIES).map(|number| format!("\np{number}\tInt32\tn")).collect::<Vec<_>>().concat();
    let rows: [&str; 2] = ["entity\tns.base\t-\to", format!("entity\tns.many\t0\to\nlist\t*#0\tn{numbers}").leak()];
    let rows: &'static [&'static str] = Box::leak(Box::new(rows));
    Box::leak(Box::new(Schema::new(odatype_table::FORMAT, rows, &[], "", &[])))
}

/// What is found at each slot, the collection's first.
fn found(record: &Record) -> Vec<Option<String>> {
    let text = |slot| match record.value(slot)?.scalar() {
        Scalar::Number(text) => Some(text.to_owned()),
        _ => Some("other".to_owned()),
    };
    (0..=u16::try_from(PROPERTIES).unwrap()).map(text).collect()
}

#[test]
fn by_slot() {
    let schema = schema();
    for step in [1, 3, 16, 17, 64, 149] {
        // Without a list, where members are few, each is one node.
        for items in [None, Some(0), Some(3), Some(300)] {
            let list = items.map(|items| format!(r#""list":[{}]"#, vec!["{}"; items].join(",")));
            let mut members: Vec<String> = list.into_iter().chain([r#""more":{"p0":1}"#.to_owned()]).collect();
            members.extend((0..PROPERTIES).step_by(step).map(|number| format!(r#""p{number}":{number}"#)));
            let mut expected = vec![None; PROPERTIES + 1];
            expected[0] = items.map(|_| "other".to_owned());
            for number in (0..PROPERTIES).step_by(step) {
                expected[number + 1] = Some(number.to_string());
            }
            for tag_at in [0, 1, members.len()] {
                let mut members = members.clone();
                members.insert(tag_at, r##""@odata.type":"#ns.many""##.to_owned());
                let json = format!("{{{}}}", members.join(","));
                let record = super::record(schema, 0, json.as_bytes(), Profile::Tolerant).unwrap();
                assert_eq!(found(&record), expected, "{json}");
                // Asked again, and of one that nobody has asked.
                assert_eq!(found(&record), expected, "{json}");
                assert_eq!(found(&record.clone()), expected, "{json}");
                assert!(matches!(record.undeclared("more").unwrap().0, Held::Node(..)));
            }
        }
    }
}

/// A tag that is no string, or a second one, stands where a member's value might.
#[test]
fn odd_tags_are_no_members() {
    for tags in [r#""@odata.type":5"#, r##""@odata.type":"#ns.many","@type":"#ns.many""##] {
        for members in ["", r#","p1":1"#] {
            let json = format!("{{{tags}{members}}}");
            let (record, _) = super::partial(schema(), 1, json.as_bytes()).unwrap();
            let mut expected = vec![None; PROPERTIES + 1];
            expected[2] = (!members.is_empty()).then(|| "1".to_owned());
            assert_eq!(found(&record), expected, "{json}");
        }
    }
}
