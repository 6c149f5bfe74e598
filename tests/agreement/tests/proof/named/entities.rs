//! Entities, references to them, deltas and advertised operations.
//!
//! Source: OData JSON 4.01, sections 14 (entity references), 15 (deltas), 16 and 17 (functions and actions).

use super::case::{BAD, Exact, GOOD, members};
use crate::harness::Trial;

const XML: &str = r#"
    <EntityType Name="thing" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
    <EntityType Name="car" BaseType="ns.thing"><Property Name="made" Type="Edm.Date"/>
        <NavigationProperty Name="owner" Type="ns.thing"/><NavigationProperty Name="parts" Type="Collection(ns.thing)"/>
        <NavigationProperty Name="twin" Type="ns.car"/></EntityType>
    <Action Name="reset" IsBound="true"><Parameter Name="car" Type="ns.car"/></Action>"#;

#[test]
fn references_deltas_and_operations() {
    members(
        &Trial::of_xml(XML),
        "ns.car",
        &[
            (r#""owner":{"@odata.id":"things(2)"}"#, GOOD, Exact),
            (r#""owner":{"@id":"things(2)"}"#, GOOD, Exact),
            (r#""owner":{"@id":"things(2)","@odata.etag":"x"}"#, GOOD, Exact),
            (r#""owner":{"id":"2"}"#, BAD, Exact),
            (r#""owner":{}"#, BAD, Exact),
            (r#""owner":null"#, GOOD, Exact),
            (r#""owner":{"@id":5}"#, BAD, Exact),
            (r##""owner":{"@odata.type":"#ns.car","id":"2"}"##, GOOD, Exact),
            (r##""owner":{"@odata.type":"#ns.thing","id":"2"}"##, BAD, Exact),
            (r#""twin":{"@id":"cars(2)"}"#, GOOD, Exact),
            (r#""parts":[{"@id":"x"},{"@odata.id":"y"}]"#, GOOD, Exact),
            (r#""parts":[{"@removed":{"reason":"deleted"},"id":"x"}]"#, GOOD, Exact),
            (r#""parts@delta":[{"@removed":{"reason":"deleted"},"id":"x"}]"#, GOOD, Exact),
            (r#""parts@delta":{}"#, BAD, Exact),
            (r#""parts@odata.delta":[5]"#, BAD, Exact),
            (r#""@removed":{"reason":"changed"},"id":"1""#, GOOD, Exact),
            (r##""@context":"#cars/$deletedLink","source":"a","relationship":"b","target":"c""##, GOOD, Exact),
            (
                r#""@odata.context":"https://h/$metadata#cars/$link","source":"a","relationship":"b","target":"c""#,
                GOOD,
                Exact,
            ),
            (r#""source":"a""#, BAD, Exact),
            (r##""#ns.reset":{"target":"cars(1)/ns.reset","title":"Reset"}"##, GOOD, Exact),
            (r##""#ns.f(a,b)":{"target":"x"}"##, GOOD, Exact),
            (r##""#ns.reset":[{"title":"a","target":"x"},{"title":"b","target":"y"}]"##, GOOD, Exact),
            (r##""#ns.reset":5"##, BAD, Exact),
            (r##""#ns.reset":[5]"##, BAD, Exact),
        ],
    );
}
