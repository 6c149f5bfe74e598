//! As many as there are.

use super::findings;

#[test]
fn many_dynamic_values_in_each_other_are_read_once() {
    let json = format!("{}1{}", r##"{"@odata.type":"#z.bag","x":"##.repeat(100), "}".repeat(100));
    assert!(findings("z.bag", &json).is_empty());
}

#[test]
fn many_findings_have_the_places_that_each_has_alone() {
    let found = findings(
        "z.numbers",
        "{\"ten\":9, \"ä\": 1,\r\n \"é\": 1,\n\n\"x\": {\"y\": 1}, \"single\": 1,\n \"allowed\": 7}",
    );
    let places: Vec<(u32, u32)> = found.located().map(|located| (located.line, located.column)).collect();
    assert_eq!(places, [(1, 8), (1, 11), (2, 2), (4, 1), (5, 13)], "{found}");
    for located in found.located() {
        assert_eq!((located.line, located.column), located.finding.line_column());
        assert_eq!(located.to_string(), located.finding.to_string());
    }
}

#[test]
fn what_is_not_checked_makes_nothing_invalid_however_much_it_is() {
    let json = format!(r#"{{"all":["b"{}]}}"#, r#","b""#.repeat(5000));
    let found = findings("z.looks", &json);
    assert!(found.dropped() > 0 && found.is_valid(), "{} and {}", found.len(), found.dropped());
    let wrong = findings("z.looks", &json.replace(r#""b"]"#, r#""b",null],"more":1"#));
    assert!(!wrong.is_valid());
}

#[test]
fn late_tags_of_open_types_in_each_other_do_not_double_time() {
    let json = format!("{}1{}", r#"{"next":"#.repeat(100), r##","@odata.type":"#z.trunk"}"##.repeat(100));
    assert!(findings("z.root", &json).is_empty());
    let json = format!("{}{{}}{}", r#"{"next":"#.repeat(100), r##","@odata.type":"#z.branch"}"##.repeat(100));
    assert!(findings("z.root", &json).is_empty());
}
