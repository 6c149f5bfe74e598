//! Control information, and binds.
//!
//! Source: OData JSON 4.01, sections 4.6 and 8.5.

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::Trial;

const SCHEMA: &str = r#"
    "thing": {"$Kind": "EntityType", "$Key": ["id"], "id": {}, "made": {"$Type": "Edm.Date", "$Nullable": true},
        "owner": {"$Kind": "NavigationProperty", "$Type": "ns.thing", "$Nullable": true},
        "firm": {"$Kind": "NavigationProperty", "$Type": "ns.thing"},
        "parts": {"$Kind": "NavigationProperty", "$Type": "ns.thing", "$Collection": true}}"#;

#[test]
fn of_objects_and_members() {
    members(
        &Trial::of(SCHEMA, ""),
        "ns.thing",
        &[
            (r#""@odata.etag":"W/1""#, GOOD, Exact),
            (r#""@odata.etag":5"#, BAD, Exact),
            (r#""@etag":null"#, BAD, Exact),
            (r#""@odata.count":5"#, GOOD, Exact),
            // Under IEEE754Compatible.
            (r#""@odata.count":"5""#, GOOD, Exact),
            (r#""parts@odata.count":"5""#, GOOD, Exact),
            (r#""parts@odata.count":-1"#, BAD, Exact),
            (r#""@odata.count":"x""#, BAD, Exact),
            (r#""@odata.context":{}"#, BAD, Exact),
            (r#""parts@odata.nextLink":"x""#, GOOD, Exact),
            (r#""parts@odata.nextLink":1"#, BAD, Exact),
            (r#""owner@odata.navigationLink":"x","owner@odata.associationLink":"y""#, GOOD, Exact),
            (r#""owner@odata.associationLink":[]"#, BAD, Exact),
            (r#""made@odata.type":"Date""#, GOOD, Exact),
            (r#""made@odata.type":5"#, BAD, Exact),
            (r#""@odata.id":"things(1)""#, GOOD, Exact),
            // A transient entity has none.
            (r#""@odata.id":null"#, GOOD, Exact),
            (r#""@odata.mediaReadLink":true"#, BAD, Exact),
            (r#""@removed":"x""#, BAD, Exact),
            (r#""@vendor.note":[5]"#, GOOD, Exact),
            (r#""made@Core.Description":"x""#, GOOD, Exact),
            (r#""undeclared":1"#, BAD, Exact),
            (r#""id":null"#, BAD, Exact),
            (r#""made":null"#, GOOD, Exact),
        ],
    );
}

/// Of an object whose tag is wrong the decoder tells only that; JSON Schema tells what else is wrong in it.
#[test]
fn of_objects_with_a_wrong_tag() {
    let schema = r#"
        "animal": {"$Kind": "EntityType", "$Abstract": true, "$Key": ["id"], "id": {}},
        "cat": {"$Kind": "EntityType", "$BaseType": "ns.animal"}"#;
    members(
        &Trial::of(schema, ""),
        "ns.animal",
        &[
            (r##""@odata.type":"#ns.cat","id":"1","@removed":{}"##, GOOD, Exact),
            (r##""@odata.type":"#ns.cat, ","id":"1","@removed":5"##, BAD, Exact),
        ],
    );
}

#[test]
fn binds() {
    members(
        &Trial::of(SCHEMA, ""),
        "ns.thing",
        &[
            (r#""owner@odata.bind":"things(1)""#, GOOD, Exact),
            (r#""owner@bind":"things(1)""#, GOOD, Exact),
            (r#""owner@odata.bind":null"#, GOOD, Exact),
            (r#""firm@odata.bind":null"#, BAD, Exact),
            (r#""owner@odata.bind":5"#, BAD, Exact),
            (r#""owner@odata.bind":["x"]"#, BAD, Exact),
            (r#""parts@odata.bind":["a","b"]"#, GOOD, Exact),
            (r#""parts@odata.bind":"a""#, BAD, Exact),
            (r#""parts@odata.bind":[5]"#, BAD, Exact),
            (r#""made@odata.bind":"x""#, BAD, Exact),
            (r#""nowhere@odata.bind":"x""#, BAD, Exact),
        ],
    );
}
