//! Values of primitive and enumeration types, and what constraints make of them.

use crate::common::{check, table};

const ROWS: &[&str] = &[
    "enum\tns.color\t-\t-\nred\t1\ngreen\t2\nnone\t0\nback\t-5",
    "flags\tns.rights\t-\t-\nread\t1\nwrite\t2",
    concat!(
        "complex\tns.T\t-\t-\n",
        "color\t#0\tn\nrights\t#1\tn\n",
        "int\tInt32\tn\tmin=5\tbelow=8.5\n",
        "big\tInt64\tn\tmax=9007199254740992\n",
        "range\tInt64\tn\tabove=-3\tbelow=12\n",
        "dec\tDecimal\tn\tmax=9007199254740992\tmin=0.5\n",
        "open\tDecimal\tn\tabove=0.5\n",
        "float\tDouble\tn\tmin=0\n",
        "price\tDecimal\tn\twhole=3\tfraction=2\n",
        "whole\tDecimal\tn\tfraction=0\n",
        "total\tDecimal\tn\ttotal=3\n",
        "at\tDateTimeOffset\tn\tfraction=3\n",
        "clock\tTimeOfDay\tn\tfraction=0\n",
        "two\tString\tn\tpattern=^a\tpattern=b$\tmaxlen=3\tascii=\n",
        "bytes\tBinary\tn\tmaxlen=2\n",
        "multiple\tInt32\tn\tmultiple=3\n",
        "wide\tInt64\tn\tmultiple=3\n",
        "cents\tDecimal\tn\tmultiple=0.01\n",
        "some\tString\tn\tvalues=[\"a\",\"b\"]\n",
        "numbers\tInt64\tn\tvalues=[5,-7]\n",
        "decimals\tDecimal\tn\tvalues=[0.5,7]\n",
        "guid\tGuid\tn\tvalues=[\"29362bd4-cd58-4ed0-a206-0e4a33dbb0b6\"]\n",
        "colors\t#0\tn\tvalues=[\"red\"]\n",
        "right\t#1\tn\tvalues=[\"read\"]\n",
        "many\t*Int32\t-\tminitems=1\tmaxitems=2\tmin=0\n",
        "single\tSingle\tn\n",
        "point\tGeographyPoint\tn\npolygon\tGeometryPolygon\tn\ngeo\tGeography\tn\nset\tGeographyCollection\tn\n",
        "day\tDate\tn\tmin=2020-01-01\tmax=2021-01-01"
    ),
];

/// Each member alone in an object.
#[track_caller]
fn members(cases: &[(&str, bool, bool)]) {
    let texts: Vec<String> = cases.iter().map(|(member, ..)| format!("{{{member}}}")).collect();
    let cases: Vec<(&str, bool, bool)> =
        texts.iter().zip(cases).map(|(text, (_, tolerant, strict))| (text.as_str(), *tolerant, *strict)).collect();
    check(table(ROWS), "ns.T", &cases);
}

#[test]
fn enumerations() {
    members(&[
        (r#""color":"red""#, true, true),
        (r#""color":"blue""#, true, false),
        (r#""color":"3""#, true, true),
        (r#""color":"03""#, true, true),
        (r#""color":"+3""#, true, true),
        (r#""color":"1""#, true, false),
        (r#""color":"01""#, true, false),
        (r#""color":"-0""#, true, false),
        (r#""color":"-5""#, true, false),
        (r#""color":"-4""#, true, true),
        (r#""color":"9223372036854775808""#, true, false),
        (r#""color":"00000000000000000003""#, true, false),
        (r#""color":"red,green""#, true, false),
        (r#""color":3"#, false, false),
        (r#""rights":"read,write""#, true, true),
        (r#""rights":"read, write""#, true, true),
        (r#""rights":"read ,write""#, true, false),
        (r#""rights":"read,4""#, true, true),
        (r#""rights":"nope""#, true, false),
        (r#""colors":"green""#, true, false),
        // One value of flags has several texts.
        (r#""right":"write""#, true, true),
        (r#""right":"read""#, true, true),
    ]);
}

#[test]
fn bounds() {
    members(&[
        (r#""int":5"#, true, true),
        (r#""int":4"#, true, false),
        (r#""int":8"#, true, true),
        (r#""int":9"#, true, false),
        (r#""big":9007199254740992"#, true, true),
        (r#""big":"9007199254740992""#, true, true),
        (r#""big":"9007199254740993""#, true, false),
        (r#""range":-2"#, true, true),
        (r#""range":-3"#, true, false),
        (r#""range":"-3""#, true, false),
        (r#""range":"-02""#, true, true),
        (r#""range":"+11""#, true, true),
        (r#""range":"12""#, true, false),
        (r#""dec":0.5"#, true, true),
        (r#""dec":0.4"#, true, false),
        (r#""dec":"9007199254740992""#, true, true),
        // Text cannot be compared.
        (r#""dec":"0.4""#, true, true),
        (r#""open":0.5"#, true, false),
        (r#""open":0.51"#, true, true),
        (r#""float":-1"#, true, false),
        (r#""float":"INF""#, true, true),
        (r#""float":"-INF""#, true, false),
        (r#""day":"1999-01-01""#, true, true),
        (r#""many":[]"#, true, false),
        (r#""many":[1,2,3]"#, true, false),
        (r#""many":[-1]"#, true, false),
        (r#""many":[1,2]"#, true, true),
        (r#""many":[null]"#, true, false),
        (r#""single":3.4028235e38"#, true, true),
        (r#""single":3.5e38"#, false, false),
    ]);
}

#[test]
fn digits() {
    members(&[
        (r#""price":123.45"#, true, true),
        (r#""price":1234.5"#, true, false),
        (r#""price":-1000"#, true, false),
        (r#""price":"123.450""#, true, true),
        (r#""price":"00123.45""#, true, true),
        (r#""price":"123.456""#, true, false),
        (r#""price":"1234""#, true, false),
        (r#""price":"1e1""#, true, true),
        (r#""whole":5.0"#, true, true),
        (r#""whole":5.5"#, true, false),
        (r#""whole":"5.0""#, true, true),
        (r#""whole":"5.5""#, true, false),
        (r#""total":"1.23""#, true, true),
        (r#""total":"12.34""#, true, false),
        (r#""total":"0.123""#, true, true),
        (r#""total":1234"#, true, false),
        (r#""at":"2026-01-01T00:00:00.123Z""#, true, true),
        (r#""at":"2026-01-01T00:00:00.1234Z""#, true, false),
        (r#""at":"2026-01-01T00:00:00.1230+01:00""#, true, true),
        (r#""at":"2026-01-01T00:00:60Z""#, true, true),
        (r#""at":"2026-01-01T00:00Z""#, true, true),
        (r#""clock":"00:00:00.0""#, true, true),
        (r#""clock":"00:00:00.1""#, true, false),
    ]);
}

#[test]
fn texts_and_values() {
    members(&[
        (r#""two":"ab""#, true, true),
        (r#""two":"abcb""#, true, false),
        (r#""two":"ac""#, true, false),
        (r#""two":"cb""#, true, false),
        (r#""two":"aéb""#, true, false),
        (r#""bytes":"TQ""#, true, true),
        (r#""bytes":"TWE=""#, true, true),
        (r#""bytes":"TWFu""#, true, false),
        (r#""multiple":9"#, true, true),
        (r#""multiple":10"#, true, false),
        (r#""wide":9007199254740993"#, true, true),
        (r#""wide":10"#, true, false),
        (r#""cents":4.35"#, true, true),
        (r#""some":"a""#, true, true),
        (r#""some":"c""#, true, false),
        (r#""numbers":5"#, true, true),
        (r#""numbers":"05""#, true, true),
        (r#""numbers":"-7""#, true, true),
        (r#""numbers":"7""#, true, false),
        (r#""numbers":6"#, true, false),
        (r#""decimals":0.5"#, true, true),
        (r#""decimals":0.6"#, true, false),
        (r#""decimals":"0.50""#, true, true),
        (r#""guid":"29362BD4-CD58-4ED0-A206-0E4A33DBB0B6""#, true, true),
        (r#""guid":"29362BD4-CD58-4ED0-A206-0E4A33DBB0B7""#, true, false),
    ]);
}

#[test]
fn geographies() {
    members(&[
        (r#""point":{"type":"Point","coordinates":[1,2]}"#, true, true),
        (r#""point":{"type":"Point","coordinates":[1]}"#, true, false),
        (r#""point":{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, true, false),
        (r#""point":{"coordinates":[1,2]}"#, false, false),
        (r#""polygon":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}"#, true, true),
        (r#""polygon":{"type":"Polygon","coordinates":[[1,2]]}"#, true, false),
        (r#""geo":{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, true, true),
        (r#""geo":{"type":"Circle"}"#, true, false),
        (r#""set":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#, true, true),
        (r#""set":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":"x"}]}"#, true, false),
    ]);
}
