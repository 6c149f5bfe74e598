//! The driver on a small schema: what is kept, what is refused, and where.

use odatype_table::Profile;

use crate::{edm::same, encode, error::Error, node::Record, table::Schema};

static SCHEMA: Schema = Schema::new(
    odatype_table::FORMAT,
    &[
        "entity\tns.base\t-\ta\nid\tString\t-",
        "complex\tns.part\t-\t-\nname\tString\tn\ninner\t#1\tn\nstart\tDateTimeOffset\tn\nsize\tInt32\tn",
        "entity\tns.thing\t0\to\nparts\t*#1\tn\nstate\t#5\tn\nwhat\t#6\tn\nlink\t#0\tn\nx\tInt64\tn",
        "entity\tns.other\t0\t-\nsize\tInt32\tn\nlink\t#0\tn\nstate\tBoolean\tn",
        "action\tns.act(ns.thing)\t-\t-\nlink\t#0\tr\ncount\tInt32\tn\tmin=1",
        "enum\tns.state\t-\t-\non\t0\noff\t1",
        "union\tns.thing/what\t-\t-\n#3,*#1",
    ],
    &[("n", "ns")],
    "",
    &[],
);

fn decode(index: u16, json: &str) -> Result<String, Error> {
    super::record(&SCHEMA, index, json.as_bytes(), Profile::Tolerant)
        .map(|record| String::from_utf8(encode::to_vec(&record, Some(record.type_id()))).unwrap())
}

/// Reads as the type at `index`, writes, and is the same JSON value.
fn lossless(index: u16, json: &str) {
    let written = decode(index, json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert!(same(&written, json), "{json} became {written}");
}

#[test]
fn loses_nothing() {
    for json in [
        r"{}",
        r#"{"id":null,"parts":[],"x":"9223372036854775807"}"#,
        r#"{"parts":[{"name":"a\"b\u00e9","inner":{"inner":{}}},null,{"size":1.0}],"new":[{"deep":{}}],"@odata.etag":"W/\"1\""}"#,
        r##"{"@odata.type":"#ns.thing","state":"OFF","x@odata.type":"#Int64","parts@delta":[{"@removed":{}}]}"##,
        r#"{"state":"on","@odata.type":"N.Thing"}"#,
        r##"{"@type":"#ns.nothing","state":5,"parts":[{"start":"no date"}]}"##,
        r##"{"state":5,"@odata.type":"#ns.nothing"}"##,
        r##"{"link":{"size":4,"link":{"x":1,"@odata.type":"#ns.thing"},"@odata.type":"#ns.other"}}"##,
        r##"{"link":{"state":true,"x":7,"@odata.type":"#ns.other","@odata.id":"1"}}"##,
        r##"{"link":{"state":"on","extra":1,"@odata.type":"#ns.thing"}}"##,
        r#"{"link":{"id":"no tag","size":"anything"}}"#,
        r##"{"what":{"@odata.type":"#ns.other","size":1}}"##,
        r#"{"what":[{"size":1,"@odata.type":"ns.part"},{"untagged":1},7]}"#,
        r#"{"what":"text"}"#,
    ] {
        lossless(2, json);
    }
}

/// What serde's serializers are given, as JSON text, of a thing in a place for the type at `declared`.
fn through_serde(declared: u16, json: &str) -> String {
    struct Placed(Record, u16);

    impl serde::Serialize for Placed {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            crate::doors::serialize(&self.0, self.1, serializer)
        }
    }

    let record = super::record(&SCHEMA, 2, json.as_bytes(), Profile::Tolerant).unwrap();
    // One that formats is given each value.
    let pretty = serde_json::to_string_pretty(&Placed(record, declared)).unwrap();
    pretty.lines().map(str::trim_start).collect::<String>().replace("\": ", "\":")
}

#[test]
fn gives_serializers_what_is_written() {
    for json in [
        r#"{"parts":[{"inner":{"inner":{}}},null,{},{"size":1.0,"name":"a\"\n"}],"new":[12,{"a":false}],"id":null}"#,
        r##"{"@odata.type":"#ns.thing","link":{"@type":"#ns.other","state":true,"size":1},"x":9223372036854775807}"##,
        r#"{"@type":"no.type","id":5,"what":"text","x":"9223372036854775807"}"#,
    ] {
        assert_eq!(through_serde(2, json), json);
    }
    for (json, given) in [
        (r##"{"x":1,"i\u0064s":2,"@type":"#ns\u002ething"}"##, r##"{"@type":"#ns.thing","x":1,"ids":2}"##),
        (r##"{"link":{"x":2,"@odata.type":"#ns.thing"}}"##, r##"{"link":{"@odata.type":"#ns.thing","x":2}}"##),
    ] {
        assert_eq!(through_serde(2, json), given, "{json}");
    }
    // A record that stands where a base is expected is told apart from it.
    assert_eq!(through_serde(0, r#"{"x":1}"#), r##"{"@odata.type":"#ns.thing","x":1}"##);
}

/// With white space before everything that may have some.
fn spaced(json: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for character in json.chars() {
        let quote = character == '"' && !escaped;
        escaped = inside && character == '\\' && !escaped;
        if !inside && (quote || "{}[],:".contains(character)) {
            out.push_str(" \n");
        }
        inside ^= quote;
        out.push(character);
    }
    out.push('\n');
    out
}

#[test]
fn writes_alike_what_is_copied_and_what_is_not() {
    for (json, written) in [
        ("{}", None),
        (r#"{"parts":[],"x":"1","what":{"size":1}}"#, None),
        (r#"{"parts":[{"inner":{"inner":{}}},null,{},{"size":1.0,"name":"n"}],"new":12,"id":null}"#, None),
        (r##"{"@odata.type":"#ns.thing","link":{"@type":"#ns.other","state":true,"size":1}}"##, None),
        (r#"{"i\u0064":"a"}"#, Some(r#"{"id":"a"}"#)),
        (r#"{"id":"a","i\u0064s":"\u0061"}"#, None),
        (r#"{"id":"\u0061","x":1,"state":"a"}"#, Some(r#"{"id":"a","x":1,"state":"a"}"#)),
        (
            r#"{"parts":[{"name":"a\"b"},{"size":7,"name":"\/"}]}"#,
            Some(r#"{"parts":[{"name":"a\"b"},{"size":7,"name":"/"}]}"#),
        ),
        (r##"{"@odata.typ\u0065":"#ns.thing","x":1}"##, Some(r##"{"@odata.type":"#ns.thing","x":1}"##)),
        (
            r##"{"id":"i","link":{"size":4,"link":{"x":1,"@odata.type":"#ns.thing","id":"j"},"@odata.type":"#ns.other"},"x":7}"##,
            Some(
                r##"{"id":"i","link":{"@odata.type":"#ns.other","size":4,"link":{"@odata.type":"#ns.thing","x":1,"id":"j"}},"x":7}"##,
            ),
        ),
        (
            r##"{"link":{"state":"on","x":2,"new":3,"@odata.type":"#ns.thing","parts":[]},"x":7}"##,
            Some(r##"{"link":{"@odata.type":"#ns.thing","x":2,"new":3,"state":"on","parts":[]},"x":7}"##),
        ),
    ] {
        let written = written.unwrap_or(json);
        assert_eq!(decode(2, json).unwrap(), written, "{json}");
        assert_eq!(decode(2, &spaced(json)).unwrap(), written, "{json} spaced");
        assert_eq!(decode(2, &format!("{json}\n")).unwrap(), written, "{json} and a line's end");
    }
}

#[test]
fn writes_the_tag_first_as_it_was_read() {
    for (json, written) in [
        (r#"{"link":{"size":4,"@odata.type":"ns.Other"}}"#, r#"{"link":{"@odata.type":"ns.Other","size":4}}"#),
        (r##"{"x":1,"@type":"#ns.thing"}"##, r##"{"@type":"#ns.thing","x":1}"##),
        (r#" { "x" : 1 } "#, r#"{"x":1}"#),
    ] {
        assert_eq!(decode(2, json).unwrap(), written);
    }
}

#[test]
fn refuses_with_every_place_and_reason() {
    for (json, findings) in [
        ("[]", vec![("", "an object", "[]")]),
        (
            r#"{"parts":{},"x":1.5,"state":1}"#,
            vec![
                ("/parts", "an array", "{}"),
                ("/x", "an integer of 64 bits, or a string of one", "1.5"),
                ("/state", "a string", "1"),
            ],
        ),
        (
            r#"{"parts":[{"size":2147483648}]}"#,
            vec![("/parts/0/size", "an integer from -2147483648 to 2147483647", "2147483648")],
        ),
        (
            r##"{"link":{"size":"4","@odata.type":"#ns.other"}}"##,
            vec![("/link/size", "an integer from -2147483648 to 2147483647", "\"4\"")],
        ),
        (r#"{"a~/b":{"c":1,"c":2}}"#, vec![("/a~0~1b/c", "members of one object to differ", "`c` again")]),
        (r#"{"x":1,"\u0078":2}"#, vec![("/x", "members of one object to differ", "`x` again")]),
        (r#"{"new":1,"new":2}"#, vec![("/new", "members of one object to differ", "`new` again")]),
        (
            r##"{"link":{"size":1,"size":1,"@odata.type":"#ns.other"}}"##,
            vec![("/link/size", "members of one object to differ", "`size` again")],
        ),
        (r#"{"@odata.type":5}"#, vec![("/@odata.type", "a tag, which is a string", "5")]),
        (
            r##"{"@odata.type":"#ns.thing","@type":"#ns.thing"}"##,
            vec![("/@type", "one tag, in one spelling", "`@type` again")],
        ),
        (
            r##"{"what":{"size":true,"@odata.type":"#ns.other"}}"##,
            vec![("/what/size", "an integer from -2147483648 to 2147483647", "true")],
        ),
    ] {
        let error = decode(2, json).expect_err(json);
        let found: Vec<_> = error.findings().iter().map(|f| (f.pointer(), f.expected(), f.found())).collect();
        let found: Vec<_> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        assert_eq!(found, findings, "{json}");
    }
}

#[test]
fn refuses_what_is_not_json_with_its_place() {
    for (json, place) in
        [("", (1, 1)), ("{\n\"x\": 01}", (2, 6)), ("{\"new\":{\"a\":[1,]}}", (1, 16)), ("{} {}", (1, 4))]
    {
        assert_eq!(decode(2, json).expect_err(json).place(), Some(place), "{json}");
    }
    let marked = decode(2, "\u{feff}{}").expect_err("a byte order mark");
    assert!(marked.to_string().contains("byte order mark"), "{marked}");
    let invalid = super::record(&SCHEMA, 2, b"{\"new\":\"\xff\"}", Profile::Tolerant).expect_err("not UTF-8");
    assert_eq!(invalid.place(), Some((1, 9)));
}

#[test]
fn many_members_and_deep_nesting_are_bounded() {
    let many: Vec<String> = (0..2000).map(|number| format!("\"m{number}\":{number},")).collect();
    let many = many.concat();
    lossless(2, &format!("{{{many}\"last\":0}}"));
    assert!(decode(2, &format!("{{{many}\"m77\":0}}")).is_err());
    let deep = |levels: usize| {
        format!("{}1{}", r#"{"link":"#.repeat(levels), r##","@odata.type":"#ns.thing"}"##.repeat(levels))
    };
    assert!(decode(2, &deep(100)).is_err_and(|error| error.findings().len() == 1));
    assert!(decode(2, &deep(129)).is_err_and(|error| error.place().is_some()));
}

#[test]
fn findings_stay_in_bounds_and_in_order() {
    let name = "n".repeat(16 * 1024);
    let repeats = "\"a\":1,".repeat(4000);
    let error = decode(2, &format!("{{\"{name}\":{{{repeats}\"b\":1}}}}")).expect_err("`a` again and again");
    let count = error.findings().len();
    assert!(count < 4000 && error.findings().dropped() == 3999 - count, "{count} findings");
    assert!(error.findings().lines(10).to_string().ends_with("\nand 3989 more"));
    let error = decode(2, r#"{"id":"a","id":"b","state":1}"#).expect_err("two findings");
    let pointers: Vec<String> = error.findings().iter().map(crate::Finding::pointer).collect();
    assert_eq!(pointers, ["/id", "/state"]);
}

#[test]
fn members_that_repeat_in_what_is_kept_as_text_are_told_where_they_are() {
    let json = r#"{"new":{"b":1,"c":[0,{"d":{"e":1},"d":{"e":1,"e":2}}],"b":1},"link":{"x":{"y/":1,"y/":2}}}"#;
    let error = decode(2, json).expect_err("members twice");
    let pointers: Vec<String> = error.findings().iter().map(crate::Finding::pointer).collect();
    assert_eq!(pointers, ["/new/c/1/d", "/new/c/1/d/e", "/new/b", "/link/x/y~1"]);
}

#[test]
fn a_member_that_came_early_is_not_repeated_later() {
    for count in [0, 20] {
        let many: Vec<String> = (0..count).map(|number| format!("\"m{number}\":0,")).collect();
        let many = many.concat();
        for (first, second) in [("x", "x"), ("x", "\\u0078"), ("\\u0078", "x")] {
            let json = format!(r##"{{"link":{{{many}"{first}":1,"@odata.type":"#ns.other","{second}":2}}}}"##);
            assert_eq!(decode(2, &json).expect_err("`x` twice").findings().len(), 1, "{json}");
        }
    }
}

/// Two types whose dynamic members are of either.
#[cfg(feature = "validate")]
static EITHER: Schema = Schema::new(
    odatype_table::FORMAT,
    &["complex\tns.left\t-\to\na\tInt32\tn\n\t#0,#1", "complex\tns.right\t-\to\nb\tInt32\tn\n\t#0,#1"],
    &[],
    "",
    &[],
);

#[cfg(feature = "validate")]
#[test]
fn alternatives_within_alternatives_are_tried_once() {
    for (inner, fits) in [(r#"{"a":1}"#, true), (r#"{"b":1}"#, true), (r#"{"a":1,"b":"x"}"#, false), ("5", false)] {
        let json = format!("{}{inner}{}", r#"{"d":"#.repeat(100), "}".repeat(100));
        assert_eq!(super::record(&EITHER, 0, json.as_bytes(), Profile::Strict).is_ok(), fits, "{inner}");
        assert!(super::record(&EITHER, 0, json.as_bytes(), Profile::Tolerant).is_ok(), "{inner}");
    }
}

#[test]
fn findings_take_no_more_room_than_the_text() {
    let item = r#"{"inner":{"inner":{"@odata.type":5}}}"#;
    let json = format!(r#"{{"parts":[{}{item}]}}"#, format!("{item},").repeat(20_000));
    let Err(error) = decode(2, &json) else { panic!("a tag that is a number was read") };
    let room = error.findings().len() * size_of::<crate::Finding>();
    assert!(error.findings().len() > 100 && room < 2 * json.len(), "{room} for {}", json.len());
}
