//! The strict profile, a rule at a time: payloads that keep it and payloads that do not, with pointer and rule.

use odatype_table::{FORMAT, Profile};

use crate::{
    finding::{Findings, Level},
    table::{Kind, Schema},
};

static SCHEMA: Schema = Schema::new(
    FORMAT,
    &[
        // 0
        "complex\tz.numbers\t-\t-\nten\tInt32\tn\tmin=10\nbig\tInt64\tn\tmax=9007199254740992\ndec\tDecimal\tn\tabove=0.5\tmax=9007199254740992\nunit\tDecimal\tn\tmultiple=0.05\nprice\tDecimal\tn\twhole=3\tfraction=2\nfloat\tDouble\tn\tmin=0\nallowed\tDecimal\tn\tvalues=[1.5,2]\nnone\tInt32\tn\tvalues=[]\nsingle\tSingle\tn",
        "complex\tz.texts\t-\t-\nboth\tString\tn\tpattern=^a\tpattern=b$\tmaxlen=3\nascii\tString\tn\tascii=\nbytes\tBinary\tn\tmaxlen=2\nlook\tString\tn\tbacktracking=^(?=a)\none\tString\tn\tvalues=[\"x\",\"y\"]\nid\tGuid\tn\tvalues=[\"00000000-0000-0000-0000-00000000000a\"]\nyes\tBoolean\tn\tvalues=[true]",
        "complex\tz.times\t-\t-\nat\tDateTimeOffset\tn\tfraction=3\tmin=2026-01-01T00:00:00Z\nday\tDate\tn\tabove=2026-01-01\nlong\tDuration\tn\tmax=PT1H\tmultiple=0.5\nclock\tTimeOfDay\tn\tfraction=0",
        "complex\tz.enums\t-\t-\ncolor\t#4\tn\nrights\t#5\tn\nonly\t#4\tn\tvalues=[\"red\"]",
        "enum\tz.color\t-\t-\nred\t1\ngreen\t2",
        // 5
        "flags\tz.rights\t-\t-\nread\t1\nwrite\t2",
        "entity\tz.thing\t-\ta\nid\tString\t-",
        "entity\tz.car\t6\t-\nmade\tDate\tn\nowner\t#6\tnv\nparts\t*#6\tnv\nwheel\t#8\tn\tderived=9",
        "complex\tz.wheel\t-\t-\nsize\tByte\tn",
        "complex\tz.spare\t8\t-",
        // 10
        "complex\tz.bag\t-\to",
        "complex\tz.narrow\t-\to\n\t#8,String",
        "complex\tz.places\t-\t-\npoint\tGeographyPoint\tn\nany\tPrimitiveType\tn\npart\tComplexType\tn\nentity\tEntityType\tn\nlisted\tUntyped\tn\ttypes=String,*#8\nmany\t*Untyped\tn\tminitems=1\tmaxitems=2\none\t#16\tn\nfree\tUntyped\tn\nfrees\t*Untyped\t-\ngone\tUntyped\tnu",
        "complex\tz.either\t-\to\n\t#13,#14",
        "complex\tz.other\t-\to\n\t#13,#14",
        "action\tz.go(z.car)\t-\t-\nspeed\tInt32\tr",
        "union\tz.places/one\t-\t-\n#8",
        "complex\tz.root\t-\to",
        "complex\tz.trunk\t17\to",
        "complex\tz.branch\t18\to\nnext\t#17\tn",
        "complex\tz.looks\t-\t-\nall\t*String\tn\tbacktracking=^(?=a)\nsome\tUntyped\tn\ttypes=Int32,String\tof=0\tmin=3\tof=1\tbacktracking=^(?=a)",
        "complex\tz.loose\t-\t-\nname\tString\tnd\nnext\t#21\tnd\nlist\t*String\tnd",
        "complex\tz.tight\t21\t-\nnext\t#21\tn\tderived=22\nname\tString\t-\tmaxlen=2\nlist\t*String\tn\tminitems=1\nown\tInt32\tn",
    ],
    &[("y", "z")],
    "z.cut",
    &[],
);

#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
fn findings(ty: &str, json: &str) -> Findings {
    let index = SCHEMA.find(ty).unwrap().index;
    let kind = Kind::Structured(index);
    assert!(
        crate::decode::check(&SCHEMA, kind, json.as_bytes(), Profile::Tolerant).is_empty(),
        "{json}: cannot be read"
    );
    crate::decode::check(&SCHEMA, kind, json.as_bytes(), Profile::Strict)
}

/// Payloads of a type, each with the pointers and rules of what is found, or with nothing.
fn table(ty: &str, cases: &[(&str, &[(&str, &str)])]) {
    for (json, expected) in cases {
        let findings = findings(ty, json);
        let found: Vec<(String, &str)> =
            findings.iter().map(|found| (found.pointer(), found.rule().as_str())).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(pointer, rule)| (pointer.as_str(), *rule)).collect();
        assert_eq!(found, *expected, "{ty} {json}: {findings}");
    }
}

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
fn entities_may_be_references_removed_or_linked() {
    table(
        "z.car",
        &[
            (r#"{"id":"1","owner":{"@odata.id":"things(2)"}}"#, &[]),
            (r#"{"id":"1","owner":{"@id":"things(2)"}}"#, &[]),
            (r#"{"id":"1","owner":{"@id":"things(2)","id":"2"}}"#, &[("/owner", "tag")]),
            (r#"{"id":"1","owner":{"@id":5}}"#, &[("/owner", "tag")]),
            (r#"{"id":"1","owner":{"@id":"x","@odata.etag":5}}"#, &[("/owner/@odata.etag", "control")]),
            (r#"{"id":"1","parts":[{"@removed":5,"id":"x"}]}"#, &[("/parts/0/@removed", "control")]),
            (r##"{"id":"1","parts":[{"@removed":{},"#z.reset":5}]}"##, &[("/parts/0/#z.reset", "control")]),
            (r#"{"id":"1","parts":[{"@removed":{},"x@bind":[5]}]}"#, &[("/parts/0/x@bind", "control")]),
            (r#"{"id":"1","owner":{"id":"2"}}"#, &[("/owner", "tag")]),
            (r##"{"id":"1","owner":{"@odata.type":"#z.car","id":"2"}}"##, &[]),
            (r##"{"id":"1","owner":{"@odata.type":"#y.car","id":"2"}}"##, &[]),
            (r#"{"id":"1","owner":{"@odata.type":"https://h/$metadata#z.car","id":"2"}}"#, &[]),
            (r#"{"id":"1","owner":{"@odata.type":"hello world#z.car","id":"2"}}"#, &[("/owner", "tag")]),
            (r#"{"id":"1","owner":{"@odata.type":"z.car","id":"2"}}"#, &[("/owner", "tag")]),
            (r##"{"id":"1","owner":{"@odata.type":"#z.wheel"}}"##, &[("/owner", "tag")]),
            (r#"{"id":"1","parts":[{"@removed":{"reason":"deleted"},"id":"x"}]}"#, &[]),
            (r#"{"id":"1","parts@delta":[{"@removed":{"reason":"deleted"},"id":"x"}]}"#, &[]),
            (r#"{"id":"1","parts@delta":[{"id":"x"}]}"#, &[("/parts@delta/0", "tag")]),
            (r##"{"id":"1","parts@delta":[{"@odata.type":"#z.car","made":"x"}]}"##, &[("/parts@delta/0/made", "text")]),
            (r#"{"parts@delta":[{"@id":"x"},null]}"#, &[("/parts@delta/1", "type")]),
            (r##"{"id":"1","parts":[{"@context":"#cars/$link","source":"a","relationship":"b","target":"c"}]}"##, &[]),
            (r##"{"@context":"#cars/$deletedLink","source":"a","relationship":"b","target":"c"}"##, &[]),
            (r#"{"id":"1","source":"a"}"#, &[("/source", "undeclared")]),
            (r##"{"id":"1","wheel":{"@odata.type":"#z.spare"}}"##, &[]),
            (r#"{"id":"1","wheel":{}}"#, &[("/wheel", "tag")]),
            (r#"{"id":null}"#, &[("/id", "type")]),
            (r#"{"@removed":{"reason":"deleted"},"source":"a"}"#, &[]),
        ],
    );
    // Only entities are removed or linked.
    table("z.wheel", &[(r#"{"@removed":{},"source":"a"}"#, &[("/source", "undeclared")])]);
    table("z.go(z.car)", &[(r#"{"speed":1,"@removed":{},"sped":1}"#, &[("/sped", "undeclared")])]);
}

#[test]
fn what_an_object_says_of_itself_has_its_form() {
    table(
        "z.car",
        &[
            (
                r##"{"@odata.etag":"W/\"1\"","@odata.count":"5","made@odata.type":"Date","#z.reset":{"target":"x"}}"##,
                &[],
            ),
            (r##"{"#z.reset":[{"target":"x"},{}],"@vendor.x":5,"made@Core.Note":[1]}"##, &[]),
            (r#"{"@odata.etag":5}"#, &[("/@odata.etag", "control")]),
            (r#"{"@odata.id":null}"#, &[]),
            (r#"{"@odata.id":5}"#, &[("/@odata.id", "control")]),
            (r#"{"@odata.count":-1}"#, &[("/@odata.count", "control")]),
            (r##"{"#z.reset":5}"##, &[("/#z.reset", "control")]),
            (r#"{"owner@odata.bind":"things(1)","parts@odata.bind":["a","b"]}"#, &[]),
            (r#"{"owner@odata.bind":5}"#, &[("/owner@odata.bind", "control")]),
            (r#"{"owner@bind":["x"]}"#, &[("/owner@bind", "control")]),
            (r#"{"parts@odata.bind":"x"}"#, &[("/parts@odata.bind", "control")]),
            (r#"{"made@odata.bind":"x"}"#, &[("/made@odata.bind", "control")]),
            (r#"{"parts@delta":{}}"#, &[("/parts@delta", "control")]),
        ],
    );
    table(
        "z.go(z.car)",
        &[
            (r#"{"speed":1,"@odata.type":"anything"}"#, &[]),
            (r##"{"speed":1,"#z.reset":{}}"##, &[("/#z.reset", "undeclared")]),
            ("{}", &[("", "required")]),
        ],
    );
    let findings = findings("z.car", r#"{"mad":"2026-01-01"}"#);
    assert_eq!((findings[0].suggestion().as_deref(), findings[0].column()), (Some("made"), 2));
}

#[test]
fn dynamic_values_are_what_their_tags_say() {
    table(
        "z.bag",
        &[
            (r#"{"x":{"size":"free"},"y":[1,{"a":[]}]}"#, &[]),
            (r##"{"x":{"@odata.type":"#z.wheel","size":255}}"##, &[]),
            (r##"{"x":{"@odata.type":"#z.wheel","size":256}}"##, &[("/x/size", "range")]),
            (r##"{"x":{"size":256,"@type":"#z.wheel"}}"##, &[("/x/size", "range")]),
            (r##"{"x":[{"@odata.type":"#z.wheel","more":1}]}"##, &[("/x/0/more", "undeclared")]),
            (r##"{"x":{"@odata.type":"#z.nope"}}"##, &[("/x", "tag")]),
            (r##"{"x":{"@odata.type":"#z.thing"}}"##, &[("/x", "tag")]),
            (r##"{"x":{"@odata.type":"#z.cut","size":256}}"##, &[]),
            (r##"{"x":{"@odata.type":"#z.bag","y":{"@odata.type":"#z.wheel","size":-1}}}"##, &[("/x/y/size", "range")]),
            (r##"{"x":{"@odata.type":"#z.wheel","@type":"#z.wheel"}}"##, &[("/x/@type", "tag")]),
            (r#"{"x@odata.type":5,"x":1}"#, &[("/x@odata.type", "control")]),
            (r##"{"x@odata.type":"#Int32","x":1,"y@type":"#Edm.Date","y":"2026-01-01"}"##, &[]),
            (r##"{"x@odata.type":"#Int32","x":"1"}"##, &[("/x", "type")]),
            (r##"{"x":"yesterday","x@odata.type":"#Edm.Date"}"##, &[("/x", "text")]),
            (r##"{"x@odata.type":"#Collection(z.wheel)","x":[{"size":1},{"size":256}]}"##, &[("/x/1/size", "range")]),
            (r##"{"x@odata.type":"#z.color","x":"blue"}"##, &[("/x", "member")]),
            (r##"{"x@odata.type":"#y.color","x":"red","gone@odata.type":"#String"}"##, &[]),
            (r##"{"x@odata.type":"#z.nope","x":1}"##, &[("/x@odata.type", "tag")]),
            (r##"{"x@odata.type":"#z.cut","x":1}"##, &[]),
        ],
    );
    table(
        "z.narrow",
        &[
            (r#"{"x":"text","y":{"size":1}}"#, &[]),
            (r#"{"x":5}"#, &[("/x", "type")]),
            (r#"{"x":{"size":"1"}}"#, &[("/x/size", "type")]),
            (r#"{"x":null}"#, &[("/x", "type")]),
        ],
    );
    table(
        "z.either",
        &[
            (r#"{"x":{"y":{"z":{}}}}"#, &[]),
            (r#"{"x":{"y":{"z":5}}}"#, &[("/x/y/z", "type")]),
            (r##"{"x":{"@odata.type":"#z.other","x":5}}"##, &[("/x/x", "type")]),
            (r##"{"x":{"@odata.type":"#z.car"}}"##, &[("/x", "type")]),
        ],
    );
    let nope = findings("z.bag", r##"{"x":{"@odata.type":"#z.weel"}}"##);
    assert_eq!(nope[0].suggestion().as_deref(), Some("#z.wheel"));
}

#[test]
fn what_is_declared_to_be_anything_is_what_stands_beside_it() {
    table(
        "z.places",
        &[
            (
                r##"{"free@odata.type":"#Int32","free":5,"any@type":"#Guid","frees@odata.type":"#Collection(Int32)"}"##,
                &[],
            ),
            (r##"{"free@odata.type":"#Int32","free":"x"}"##, &[("/free", "type")]),
            (r##"{"free":"x","free@type":"#Edm.Int32"}"##, &[("/free", "type")]),
            (r##"{"free@odata.type":"#z.wheel","free":{"size":-1}}"##, &[("/free/size", "range")]),
            (r##"{"frees@odata.type":"#Collection(Date)","frees":["2026-01-01","x"]}"##, &[("/frees/1", "text")]),
            (r##"{"any@odata.type":"#Guid","any":"x"}"##, &[("/any", "text")]),
            (r##"{"point@odata.type":"#Guid","point":null,"free@odata.type":"#Untyped","free":"x"}"##, &[]),
        ],
    );
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
fn what_type_definitions_say_holds_of_values_of_listed_types() {
    table(
        "z.looks",
        &[
            (r#"{"some":3}"#, &[]),
            (r#"{"some":2}"#, &[("/some", "range")]),
            (r#"{"some":true}"#, &[("/some", "type")]),
            // It fits, as far as can be told.
            (r#"{"some":"b"}"#, &[("/some", "pattern")]),
        ],
    );
    assert!(findings("z.looks", r#"{"some":"b"}"#).is_valid());
}

#[test]
fn untyped_values_are_what_their_tags_say() {
    table(
        "z.places",
        &[
            (r#"{"free":{"x":1}}"#, &[]),
            (r#"{"free":null}"#, &[]),
            (r##"{"free":{"@odata.type":"#z.wheel","size":1}}"##, &[]),
            (r##"{"free":{"@odata.type":"#z.wheel","size":300}}"##, &[("/free/size", "range")]),
            (r##"{"free":[1,[{"more":1,"@odata.type":"#y.wheel"}]]}"##, &[("/free/1/0/more", "undeclared")]),
            (r##"{"free":{"@odata.type":"#z.nothing"}}"##, &[("/free", "tag")]),
            (r##"{"free":{"@odata.type":"#z.cut","size":300}}"##, &[]),
            (r##"{"frees":[{"@odata.type":"#z.wheel","size":"a"}]}"##, &[("/frees/0/size", "type")]),
            (r#"{"frees":[null]}"#, &[("/frees/0", "type")]),
            // Nobody knows the type of this one.
            (r##"{"gone":{"@odata.type":"#z.wheel","size":300}}"##, &[]),
            (r##"{"gone":{"@odata.type":"#z.nothing"}}"##, &[]),
        ],
    );
    let json = format!("{}1{}", r##"{"@odata.type":"#z.places","free":"##.repeat(100), "}".repeat(100));
    assert!(findings("z.places", &json).is_empty());
}

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

#[test]
fn what_a_derived_type_declares_again_holds_for_its_objects_wherever_their_tag_is() {
    let tight = r##""@odata.type":"#z.tight""##;
    for (members, expected) in [
        (r##""name":"ab","next":{"@odata.type":"#z.tight"},"list":["x"],"own":1"##, &[][..]),
        (r#""name":"abc""#, &[("/name", "length")]),
        (r#""name":null"#, &[("/name", "type")]),
        (r#""next":{}"#, &[("/next", "tag")]),
        (r#""list":[],"own":1,"name":"abc""#, &[("/list", "count"), ("/name", "length")]),
    ] {
        // Of the base itself only the tag names what has `own`.
        let (of_base, own) = (&[][..], members.contains("own"));
        table("z.loose", &[(&format!("{{{}}}", members.replace(r#","own":1"#, "")), of_base)]);
        table(
            "z.loose",
            &[(&format!("{{{tight},{members}}}"), expected), (&format!("{{{members},{tight}}}"), expected)],
        );
        if own {
            table("z.tight", &[(&format!("{{{members}}}"), expected)]);
        }
    }
    let json = format!(r#"{}{{"name":"abc",{tight}}}{}"#, r#"{"next":"#.repeat(100), format!(",{tight}}}").repeat(100));
    assert_eq!(findings("z.loose", &json).len(), 1);
    let text = r##"{"list":[],"name":"abc","@odata.type":"#z.loose"}"##;
    assert!(findings("z.loose", text).is_empty());
}

#[test]
fn an_untyped_value_by_itself_may_be_null() {
    use odatype_table::Primitive::{PrimitiveType, Untyped};
    for (primitive, expected) in [(Untyped, true), (PrimitiveType, false)] {
        let found = crate::decode::check(&SCHEMA, Kind::Json(primitive), b"null", Profile::Strict);
        assert_eq!(found.is_valid(), expected, "{found}");
    }
}
