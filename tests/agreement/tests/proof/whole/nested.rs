//! Alternatives in alternatives: the work is linear in the depth.

use crate::harness::{Judges, Report, Trial, hold};

const EITHER: &str = r#"
    "left": {"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": ["ns.left", "ns.right"],
        "a": {"$Type": "Edm.Int32", "$Nullable": true}},
    "right": {"$Kind": "ComplexType", "$OpenType": true, "@V.OpenPropertyTypeConstraint": ["ns.left", "ns.right"],
        "b": {"$Type": "Edm.Int32", "$Nullable": true}},
    "holder": {"$Kind": "ComplexType",
        "one": {"$Type": "Edm.Untyped", "$Nullable": true, "@V.DerivedTypeConstraint": ["ns.left", "ns.right"]}}"#;

/// Work that doubles with each level would not end within the depth of 100: the deepest of these is the proof.
#[test]
fn either_in_either_in_either() {
    // Validators of JSON Schema take several calls for each level, each with a large frame where nothing is optimized.
    std::thread::Builder::new().stack_size(256 << 20).spawn(try_all).unwrap().join().unwrap();
}

fn try_all() {
    let trial = Trial::of(EITHER, "");
    let mut judges = Judges::new(&trial);
    let mut report = Report::default();
    for depth in [1, 2, 16, 32, 64, 100] {
        for (leaf, is_right) in
            [("{}", true), (r#"{"a":1}"#, true), (r#"{"b":1}"#, true), ("5", false), ("[{}]", false)]
        {
            let payload = format!("{}{leaf}{}", r#"{"d":"#.repeat(depth), "}".repeat(depth));
            let leaf = "/d".repeat(depth);
            try_one(&trial, &mut judges, ("ns.left", &leaf), &payload, is_right, &mut report);
            // What stands in a single untyped place says by its tag which of the listed types it is.
            let tagged = payload.replacen('{', r##"{"@odata.type":"#ns.right","##, 1);
            let held = format!(r#"{{"one":{tagged}}}"#);
            try_one(&trial, &mut judges, ("ns.holder", &format!("/one{leaf}")), &held, is_right, &mut report);
        }
    }
    report.settle("alternatives in alternatives");
}

fn try_one(
    trial: &Trial,
    judges: &mut Judges<'_>,
    (name, leaf): (&str, &str),
    payload: &str,
    is_right: bool,
    report: &mut Report,
) {
    report.negative += usize::from(!is_right);
    let outcome = hold(trial, judges, name, payload, report);
    let found = trial.schema.validate(name, payload.as_bytes(), odatype::validate::Profile::Strict).unwrap();
    let depth = payload.matches('{').count();
    if !outcome.tolerant || outcome.strict != is_right {
        report.disagree(format!("strict {}", outcome.strict), format!("{name}, {depth} deep: {found}"));
    }
    // Refused once, at the leaf, whatever the depth.
    if !is_right && (found.len() != 1 || found[0].pointer() != leaf) {
        report.disagree("not refused once at the leaf", format!("{name}, {depth} deep: {found}"));
    }
}

/// The counter is the size of what is told: it would grow with the number of ways through the alternatives.
#[test]
fn what_is_told_grows_as_the_payload_does() {
    let trial = Trial::of(EITHER, "");
    let told = |depth: usize| {
        let payload = format!("{}5{}", r#"{"a":"x","d":"#.repeat(depth), "}".repeat(depth));
        trial.schema.validate("ns.left", payload.as_bytes(), odatype::validate::Profile::Strict).unwrap().len()
    };
    let (some, more) = (told(20), told(40));
    assert!(some <= 45 && more <= 2 * some + 5, "{some} findings of 20 levels, {more} of 40");
}
