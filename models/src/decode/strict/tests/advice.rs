//! Advice, and what must be there in what is made.

use odatype_table::Profile;

use crate::{
    decode,
    finding::{Findings, Level},
    table::{Asks, Kind, Schema},
};

static SCHEMA: Schema = Schema::new(
    odatype_table::FORMAT,
    &[
        "entity\tz.base\t-\ta\nid\tString\tc\nname\tString\td",
        "entity\tz.thing\t0\t-\nname\tString\ti\nseen\tInt32\tns\nparts\t*#2\tnc\nkind\tString\tf\nfree\tString\tn",
        "complex\tz.part\t-\to\nmade\tDate\tc\nnext\t#2\tn",
    ],
    &[],
    "",
    &[],
);

#[allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]
fn advice(ty: &str, json: &str, profile: Profile) -> Findings {
    let kind = Kind::Structured(SCHEMA.find(ty).unwrap().index);
    let check = |asks| decode::check(&SCHEMA, (kind, false), json.as_bytes(), (profile, asks));
    let (found, advised) = (check(Asks::of(profile)), check(Asks::with_advice(profile)));
    let others = advised.iter().filter(|finding| finding.level() != Level::Advice);
    assert!(others.eq(found.iter()), "{json}: {advised}, {found}");
    assert_eq!(found.is_valid(), advised.is_valid());
    advised
}

fn told(ty: &str, json: &str, profile: Profile) -> Vec<String> {
    let found = advice(ty, json, profile);
    found.iter().map(|finding| format!("{} {}", finding.pointer(), finding.rule())).collect()
}

#[test]
fn members_that_are_no_clients_to_write() {
    for (json, expected) in [
        (r#"{"kind":"a","free":"b"}"#, &[][..]),
        (r#"{"id":"1","kind":"a"}"#, &["/id computed"]),
        (r#"{"\u0069d":null,"seen":5}"#, &["/id type", "/id computed", "/seen read-only"]),
        (
            r#"{"parts":[{"made":"2026-01-01","next":{"made":"2026-01-01"}}]}"#,
            &["/parts computed", "/parts/0/made computed", "/parts/0/next/made computed"],
        ),
        (r#"{"name":"x"}"#, &["/name immutable"]),
        (
            r##"{"name":"x","id":"a","seen":1,"@odata.type":"#z.thing"}"##,
            &["/name immutable", "/id computed", "/seen read-only"],
        ),
    ] {
        assert_eq!(told("z.thing", json, Profile::Strict), expected, "{json}");
        assert!(told("z.thing", json, Profile::Tolerant).iter().all(|told| told.ends_with("type")));
    }
    // In the place of a base, a type's own properties are known when its tag has come, before them or after.
    for json in [
        r##"{"@odata.type":"#z.thing","seen":1,"name":"x"}"##,
        r##"{"seen":1,"@odata.type":"#z.thing","name":"x"}"##,
        r##"{"seen":1,"name":"x","@odata.type":"#z.thing"}"##,
    ] {
        assert_eq!(told("z.base", json, Profile::Strict), ["/seen read-only", "/name immutable"], "{json}");
    }
    // Of what is no such type nothing is advised.
    assert_eq!(told("z.base", r##"{"id":"1","@odata.type":"#z.part"}"##, Profile::Strict), [" tag"]);
}

#[test]
fn what_is_made() {
    for (json, expected) in [
        (r#"{"name":"x"}"#, &[][..]),
        (r#"{"id":"1"}"#, &[" required", "/id computed"]),
        (r#"{"@odata.id":"things(1)"}"#, &[]),
    ] {
        assert_eq!(told("z.thing", json, Profile::Create), expected, "{json}");
    }
    let found = advice("z.thing", r#"{"name":"x","id":"1"}"#, Profile::Create);
    assert_eq!(found.to_string(), "1:18: /id: better no value, since the service makes it, found \"1\"");
    assert_eq!(found[0].source(), "Org.OData.Core.V1.Computed of z.base/id");
}
