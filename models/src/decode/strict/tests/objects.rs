//! Objects: references, control information, what derived types declare again.

use super::{findings, table};

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
