//! Values of built-in types and of enumerations against what is asked of them.

use odatype_table::Profile;

use super::{SCHEMA, findings, table};
use crate::{
    finding::Level,
    table::{Asks, Kind},
};

#[test]
fn numbers_are_exact() {
    table(
        "z.numbers",
        &[
            (r#"{"ten":10,"big":9007199254740992,"dec":9007199254740992}"#, &[]),
            (r#"{"ten":9}"#, &[("/ten", "range")]),
            (r#"{"big":9007199254740993}"#, &[("/big", "range")]),
            (r#"{"big":"9007199254740993"}"#, &[("/big", "range")]),
            (r#"{"big":"9007199254740992"}"#, &[]),
            (r#"{"dec":9007199254740993}"#, &[("/dec", "range")]),
            (r#"{"dec":"9007199254740992.0"}"#, &[]),
            (r#"{"dec":"9007199254740992.00000001"}"#, &[("/dec", "range")]),
            (r#"{"dec":0.5}"#, &[("/dec", "range")]),
            (r#"{"dec":"NaN"}"#, &[("/dec", "range"), ("/dec", "range")]),
            (r#"{"unit":0.15}"#, &[]),
            (r#"{"unit":"0.151"}"#, &[("/unit", "multiple")]),
            (r#"{"price":123.45}"#, &[]),
            (r#"{"price":123.450}"#, &[]),
            (r#"{"price":1234.5}"#, &[("/price", "digits")]),
            (r#"{"price":"0.125"}"#, &[("/price", "digits")]),
            (r#"{"price":1e3}"#, &[("/price", "digits")]),
            (r#"{"float":"INF"}"#, &[]),
            (r#"{"float":"-INF"}"#, &[("/float", "range")]),
            (r#"{"float":"NaN"}"#, &[("/float", "range")]),
            (r#"{"allowed":1.50}"#, &[]),
            (r#"{"allowed":"2.0"}"#, &[]),
            (r#"{"allowed":3}"#, &[("/allowed", "allowed")]),
            (r#"{"none":1}"#, &[("/none", "allowed")]),
            (r#"{"none":null}"#, &[]),
            (r#"{"single":3.4028235e38}"#, &[]),
        ],
    );
}

#[test]
fn texts_keep_all_that_is_asked() {
    table(
        "z.texts",
        &[
            (r#"{"both":"ab"}"#, &[]),
            (r#"{"both":"acdb"}"#, &[("/both", "length")]),
            (r#"{"both":"xb"}"#, &[("/both", "pattern")]),
            (r#"{"both":"c"}"#, &[("/both", "pattern"), ("/both", "pattern")]),
            (r#"{"ascii":"é"}"#, &[("/ascii", "length")]),
            (r#"{"bytes":"AAA="}"#, &[]),
            (r#"{"bytes":"AAAA"}"#, &[("/bytes", "length")]),
            (r#"{"one":"\u0078"}"#, &[]),
            (r#"{"one":"z"}"#, &[("/one", "allowed")]),
            (r#"{"id":"00000000-0000-0000-0000-00000000000A"}"#, &[]),
            (r#"{"yes":false}"#, &[("/yes", "allowed")]),
        ],
    );
    let findings = findings("z.texts", r#"{"look":"b"}"#);
    assert_eq!((findings.len(), findings[0].level(), findings.is_valid()), (1, Level::NotChecked, true));
}

#[test]
fn times_are_compared_by_when_they_are() {
    table(
        "z.times",
        &[
            (r#"{"at":"2026-01-01T00:00:00.123000Z"}"#, &[]),
            (r#"{"at":"2026-01-01T01:00:00+02:00"}"#, &[("/at", "range")]),
            (r#"{"at":"2026-01-01T00:00:00.1234Z"}"#, &[("/at", "digits")]),
            (r#"{"at":"2026-12-31T23:59:60Z"}"#, &[]),
            (r#"{"day":"2026-01-01"}"#, &[("/day", "range")]),
            (r#"{"day":"12026-01-01"}"#, &[]),
            (r#"{"long":"PT60M"}"#, &[]),
            (r#"{"long":"PT1H0.25S"}"#, &[("/long", "range"), ("/long", "multiple")]),
            (r#"{"clock":"10:00:00.0"}"#, &[]),
            (r#"{"clock":"10:00:00.1"}"#, &[("/clock", "digits")]),
        ],
    );
}

#[test]
fn enumerations_have_numbers_for_what_has_no_name() {
    table(
        "z.enums",
        &[
            (r#"{"color":"red"}"#, &[]),
            (r#"{"color":"3"}"#, &[]),
            (r#"{"color":"03"}"#, &[]),
            (r#"{"color":"1"}"#, &[("/color", "member")]),
            (r#"{"color":"Red"}"#, &[("/color", "member")]),
            (r#"{"color":"red,green"}"#, &[("/color", "member")]),
            (r#"{"rights":"read, write"}"#, &[]),
            (r#"{"rights":"4"}"#, &[]),
            (r#"{"rights":"3"}"#, &[("/rights", "member")]),
            (r#"{"rights":"read,4"}"#, &[]),
            (r#"{"rights":""}"#, &[("/rights", "member")]),
            (r#"{"only":"green"}"#, &[("/only", "allowed")]),
        ],
    );
    assert_eq!(findings("z.enums", r#"{"color":"gren"}"#)[0].suggestion().as_deref(), Some("green"));
}

#[test]
fn built_in_types_are_what_they_say() {
    table(
        "z.places",
        &[
            (r#"{"point":{"type":"Point","coordinates":[1,2]},"any":{"type":"Point","coordinates":[1,2]}}"#, &[]),
            (r#"{"point":{"type":"LineString","coordinates":[[1,2],[3,4]]}}"#, &[("/point", "type")]),
            (r#"{"any":"text"}"#, &[]),
            (r#"{"any":{}}"#, &[("/any", "type")]),
            (r#"{"any":[]}"#, &[("/any", "type")]),
            (r##"{"part":{"@odata.type":"#z.wheel","size":1}}"##, &[]),
            (r##"{"part":{"@odata.type":"#z.wheel","size":"1"}}"##, &[("/part/size", "type")]),
            (r##"{"part":{"@odata.type":"#z.car"}}"##, &[("/part", "tag")]),
            (r#"{"part":5}"#, &[("/part", "type")]),
            (r#"{"part":{}}"#, &[("/part", "tag")]),
            (r#"{"entity":{"@id":"x"}}"#, &[]),
            (r#"{"entity":{"@id":"x","@etag":5}}"#, &[("/entity/@etag", "control")]),
            (r#"{"entity":{"@removed":{},"id":"x"}}"#, &[]),
            (r#"{"entity":{"id":"x"}}"#, &[("/entity", "tag")]),
            (r##"{"entity":{"@odata.type":"#z.car","id":"1"}}"##, &[]),
            (r#"{"listed":"x"}"#, &[]),
            (r#"{"listed":[{"size":1}]}"#, &[]),
            (r#"{"listed":5}"#, &[("/listed", "type")]),
            (r##"{"one":{"@odata.type":"#z.wheel","size":1}}"##, &[]),
            (r#"{"one":{"size":1}}"#, &[("/one", "tag")]),
            (r#"{"one":[]}"#, &[("/one", "type")]),
            (r#"{"one":[null,5,{}]}"#, &[("/one", "type")]),
            (r#"{"many":[1,{}]}"#, &[]),
            (r#"{"many":[]}"#, &[("/many", "count")]),
            (r#"{"many":[1,2,3]}"#, &[("/many", "count")]),
        ],
    );
}

#[test]
fn an_untyped_value_by_itself_may_be_null() {
    use odatype_table::Primitive::{PrimitiveType, Untyped};
    for (primitive, expected) in [(Untyped, true), (PrimitiveType, false)] {
        let found =
            crate::decode::check(&SCHEMA, (Kind::Json(primitive), false), b"null", (Profile::Strict, Asks::NONE));
        assert_eq!(found.is_valid(), expected, "{found}");
    }
}
