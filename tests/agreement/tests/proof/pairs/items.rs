//! Rules on how many items a collection has, with those on its items and on null.

use serde_json::{Value as Json, json};

use crate::harness::{Judges, Report, Trial, hold};

/// What is said of a collection: members of CSDL JSON, and which numbers of items keep it.
type Rule = (&'static str, u64, fn(u64, u64) -> bool);

const RULES: &[Rule] = &[
    ("@V.MinItems", 1, |count, least| count >= least),
    ("@V.MinItems", 2, |count, least| count >= least),
    ("@V.MaxItems", 2, |count, most| count <= most),
    ("@V.MaxItems", 3, |count, most| count <= most),
];

/// Every pair, the first by the property and the second by an overlay; items of each kind of type, and whether they may
/// be null.
#[test]
fn counts() {
    let types =
        [("Edm.Int32", "7", "9"), ("Edm.String", "\"ab\"", "\"cd\""), ("ns.C", "{}", "{\"x\":1}"), ("ns.D", "7", "9")];
    let mut report = Report::default();
    for (ty, right, second) in types {
        for first in RULES {
            for other in RULES {
                for nullable in [false, true] {
                    try_pair(ty, (right, second), [first, other], nullable, &mut report);
                }
            }
        }
    }
    report.settle("pairs of rules on collections");
}

fn try_pair(ty: &str, items: (&str, &str), rules: [&Rule; 2], nullable: bool, report: &mut Report) {
    let [(first, least, _), (second, most, _)] = rules;
    let property = json!({"$Type": ty, "$Collection": true, "$Nullable": nullable, *first: least});
    let over = json!({"$Type": ty, "$Collection": true, *second: most});
    let schema = format!(
        r#""C": {{"$Kind": "ComplexType", "$OpenType": true}},
        "D": {{"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.Int64", "@V.Maximum": 9}},
        "T": {{"$Kind": "ComplexType", "p": {property}}}"#
    );
    let trial = Trial::of(&schema, &format!(r#""T": {{"$Kind": "ComplexType", "p": {over}}}"#));
    let mut judges = Judges::new(&trial);
    for count in 0..5_u64 {
        for with_null in [false, true] {
            let mut list: Vec<&str> = (0..count).map(|place| if place % 2 == 0 { items.0 } else { items.1 }).collect();
            if with_null {
                let Some(end) = list.last_mut() else { continue };
                *end = "null";
            }
            let payload = format!(r#"{{"p":[{}]}}"#, list.join(","));
            let is_right = (nullable || !with_null) && rules.iter().all(|(_, of, holds)| holds(count, *of));
            report.negative += usize::from(!is_right);
            let outcome = hold(&trial, &mut judges, "ns.T", &payload, report);
            let json = outcome.json.map(|[_, strict, _]| strict);
            if !outcome.tolerant
                || outcome.strict != is_right
                || !json.as_ref().is_some_and(|json| json.all_say(is_right))
            {
                let said = [Json::from(*least), Json::from(*most)];
                let what = format!("{first} {} {second} {} {ty} {nullable}: {payload}", said[0], said[1]);
                report.disagree(format!("strict {}, JSON Schema {json:?}", outcome.strict), what);
            }
        }
    }
}
