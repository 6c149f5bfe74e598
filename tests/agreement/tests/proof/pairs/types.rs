//! Rules on the types of objects: each pair of lists, the first in the metadata and the second in an overlay.
//!
//! Source: OData vocabulary Org.OData.Validation.V1, `DerivedTypeConstraint` and `OpenPropertyTypeConstraint`.

use std::collections::BTreeSet;

use odatype_agreement::random::{cases, seeded};

use crate::harness::{Judges, Report, Trial, hold};

/// `A` with `B` and `D`, `C` under `B`; `Other` beside them. `D` is abstract with `E`.
const TYPES: &str = r#"
    "A": {"$Kind": "ComplexType"}, "B": {"$Kind": "ComplexType", "$BaseType": "ns.A"},
    "C": {"$Kind": "ComplexType", "$BaseType": "ns.B"},
    "D": {"$Kind": "ComplexType", "$BaseType": "ns.A", "$Abstract": true},
    "E": {"$Kind": "ComplexType", "$BaseType": "ns.D"}, "Other": {"$Kind": "ComplexType"}"#;

/// Types by name, each with itself and what derives from it; those that are abstract left out.
const UNDER: &[(&str, &[&str])] = &[
    ("A", &["A", "B", "C", "E"]),
    ("B", &["B", "C"]),
    ("C", &["C"]),
    ("D", &["E"]),
    ("E", &["E"]),
    ("Other", &["Other"]),
];

fn under(name: &str) -> BTreeSet<&'static str> {
    UNDER.iter().find(|(of, _)| *of == name).map(|(_, types)| types.iter().copied().collect()).unwrap_or_default()
}

/// The types that a list leaves of those in `within`, and the list in CSDL JSON.
fn list(names: &[&str]) -> (BTreeSet<&'static str>, String) {
    let written: Vec<String> = names.iter().map(|name| format!("\"ns.{name}\"")).collect();
    (names.iter().flat_map(|name| under(name)).collect(), format!("[{}]", written.join(",")))
}

/// All lists of up to two types.
fn lists() -> Vec<Vec<&'static str>> {
    let names: Vec<&str> = UNDER.iter().map(|(name, _)| *name).collect();
    let mut lists: Vec<Vec<&str>> = names.iter().map(|name| vec![*name]).collect();
    for (place, first) in names.iter().enumerate() {
        lists.extend(names[place + 1..].iter().map(|second| vec![*first, *second]));
    }
    lists
}

#[test]
fn derived_types() {
    let mut report = Report::default();
    let lists = lists();
    let mut pairs: Vec<(&Vec<&str>, &Vec<&str>)> =
        lists.iter().flat_map(|first| lists.iter().map(move |second| (first, second))).collect();
    seeded(21).shuffle(&mut pairs);
    pairs.truncate(cases(16));
    for (first, second) in pairs {
        let ((left, first), (right, second)) = (list(first), list(second));
        for collection in [false, true] {
            try_derived(([&left, &right], [&first, &second]), collection, &mut report);
        }
    }
    report.settle("pairs of lists of derived types");
}

fn try_derived(lists: ([&BTreeSet<&'static str>; 2], [&str; 2]), collection: bool, report: &mut Report) {
    let ([left, right], [first, second]) = lists;
    let place = |list: &str| {
        format!(
            r#""p": {{"$Type": "ns.A", "$Collection": {collection}, "$Nullable": true, "@V.DerivedTypeConstraint": {list}}}"#
        )
    };
    let schema = format!(r#"{TYPES}, "T": {{"$Kind": "ComplexType", {}}}"#, place(first));
    let overlay = format!(r#""T": {{"$Kind": "ComplexType", {}}}"#, place(second));
    // Listed types that do not derive from the declared one are ignored; where none is left, there is no rule.
    let all = under("A");
    let within = |list: &BTreeSet<&'static str>| -> BTreeSet<&'static str> { list & &all };
    let (left, right) = (within(left), within(right));
    let left = if left.is_empty() { all.clone() } else { left };
    let both = &left & &right;
    // An overlay's rule that leaves nothing is a fault.
    let is_fault = first != second && (right.is_empty() || both.is_empty());
    let both = if is_fault || !right.is_empty() { both } else { all };
    let trial = match Trial::try_of(&schema, &overlay) {
        Ok(trial) if !is_fault => trial,
        Err(_) if is_fault => return,
        Ok(_) => return report.disagree("an overlay that leaves no type is taken", overlay),
        Err(faults) => return report.disagree("an overlay is refused", format!("{faults}: {schema} {overlay}")),
    };
    let mut judges = Judges::new(&trial);
    for tag in [None, Some("A"), Some("B"), Some("C"), Some("D"), Some("E"), Some("Other")] {
        let object = tag.map_or("{}".to_owned(), |tag| format!(r##"{{"@odata.type":"#ns.{tag}"}}"##));
        let value = if collection { format!("[{object}]") } else { object };
        let is_right = both.contains(tag.unwrap_or("A"));
        try_payload(
            &trial,
            &mut judges,
            &format!(r#"{{"p":{value}}}"#),
            is_right,
            &format!("{schema} {overlay}"),
            report,
        );
    }
}

/// Types of dynamic properties: each pair of lists; a type that derives has its own list, else its base's.
#[test]
fn types_of_dynamic_properties() {
    const VALUES: &[(&str, &[&str])] = &[
        (r#""text""#, &["Edm.String"]),
        ("5", &["Edm.Int32", "Edm.Byte"]),
        ("300", &["Edm.Int32"]),
        ("true", &["Edm.Boolean"]),
        ("[true,false]", &["Collection(Edm.Boolean)"]),
        ("[]", &["Collection(Edm.Boolean)"]),
        (r##"{"@odata.type":"#ns.B"}"##, &["ns.A", "ns.B"]),
        (r##"{"@odata.type":"#ns.Other"}"##, &["ns.Other"]),
        (r#""red""#, &["Edm.String", "ns.color"]),
        (r#""blue""#, &["Edm.String"]),
    ];
    const LISTS: &[&[&str]] = &[
        &[],
        &["Edm.String"],
        &["Edm.Int32", "ns.color"],
        &["Edm.Byte", "Collection(Edm.Boolean)"],
        &["ns.A", "Edm.Boolean"],
        &["ns.B", "ns.Other"],
        &["Edm.String", "ns.Other", "Collection(Edm.Boolean)"],
    ];
    let mut report = Report::default();
    for own in LISTS {
        for inherited in LISTS {
            let said = |list: &[&str]| serde_json::to_string(list).unwrap();
            let schema = format!(
                r#"{TYPES}, "color": {{"$Kind": "EnumType", "red": 0}},
                "base": {{"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": {}}},
                "own": {{"$Kind": "ComplexType", "$BaseType": "ns.base", "@V.OpenPropertyTypeConstraint": {}}},
                "plain": {{"$Kind": "ComplexType", "$BaseType": "ns.base"}},
                "T": {{"$Kind": "ComplexType", "p": {{"$Type": "ns.base"}}}}"#,
                said(inherited),
                said(own)
            );
            let trial = Trial::of(&schema, "");
            let mut judges = Judges::new(&trial);
            for (value, of) in VALUES {
                for (tag, list) in [("base", inherited), ("own", own), ("plain", inherited)] {
                    let is_right = of.iter().any(|ty| list.contains(ty));
                    let payload = format!(r##"{{"p":{{"@odata.type":"#ns.{tag}","x":{value}}}}}"##);
                    try_payload(
                        &trial,
                        &mut judges,
                        &payload,
                        is_right,
                        &format!("{inherited:?} {own:?}"),
                        &mut report,
                    );
                }
            }
        }
    }
    report.settle("pairs of lists of dynamic types");
}

fn try_payload(trial: &Trial, judges: &mut Judges<'_>, payload: &str, is_right: bool, what: &str, report: &mut Report) {
    report.negative += usize::from(!is_right);
    let outcome = hold(trial, judges, "ns.T", payload, report);
    if !outcome.tolerant || outcome.strict != is_right {
        report
            .disagree(format!("tolerant {}, strict {}", outcome.tolerant, outcome.strict), format!("{payload} {what}"));
    }
    let Some([_, strict, _]) = outcome.json else { return };
    for (judge, verdict) in strict.of_readers() {
        if verdict != is_right {
            report.disagree(format!("{judge} says {verdict}"), format!("{payload} {what}"));
        }
    }
}
