//! Slots: tags, branches, nulls, foreign objects; both profiles side by side where they differ.

use super::{STRICT, TOLERANT, check};

const BAD: &str = "/config/path";

#[test]
fn tolerant_slots_of_an_abstract_type() {
    let object = |tag: &str| format!(r#"{{"config":{{{tag}"path":1}}}}"#);
    let read = [
        r##""@odata.type":"#test.shop.fileConfig","##,
        r#""@odata.type":"test.shop.fileConfig","#,
        r##""@type":"#test.shop.fileConfig","##,
        r##""@odata.type":"#Test.Shop.FILECONFIG","##,
        r##""@odata.type":"#shop.fileConfig","##,
        r#""@odata.type":"https://host/$metadata#SHOP.deepFileConfig","#,
    ];
    for tag in read {
        check("test.shop.item", TOLERANT, &[(&object(tag), &[BAD])]);
    }
    let foreign = [
        "",
        r##""@odata.type":"#test.shop.config","##,
        r##""@odata.type":"#test.shop.item","##,
        r##""@odata.type":"#test.shop.elsewhere","##,
        r##""@odata.type":"#a#test.shop.fileConfig","##,
        r#""@odata.type":"fileConfig","#,
        r##""@odata.type":"#test.shop.netConfig","##,
    ];
    for tag in foreign {
        check("test.shop.item", TOLERANT, &[(&object(tag), &[])]);
    }
}

#[test]
fn tolerant_slots() {
    check(
        "test.shop.item",
        TOLERANT,
        &[
            ("null", &[""]),
            ("[]", &[""]),
            (r#"{"id":null,"config":null,"many":null,"colours":null,"unknown":[1]}"#, &[]),
            (r#"{"file":{"path":1}}"#, &["/file/path"]),
            (r#"{"file":[]}"#, &["/file"]),
            (r##"{"file":{"@odata.type":"#test.shop.netConfig","path":1,"port":"x"}}"##, &[]),
            (r#"{"many":[{"path":1},null,1]}"#, &["/many/2"]),
            (r#"{"many":{}}"#, &["/many"]),
            (r#"{"parts":[{"id":1,"parts":[{"id":2}]}]}"#, &["/parts/0/id", "/parts/0/parts/0/id"]),
            (r#"{"config":{"@odata.type":1}}"#, &["/config/@odata.type"]),
            (r#"{"config":{"@type":"x","@odata.type":"x"}}"#, &["/config/@odata.type"]),
            (r##"{"@odata.type":"#test.shop.other","id":1}"##, &[]),
            (r#"{"colours":["purple",null,1]}"#, &["/colours/2"]),
        ],
    );
}

#[test]
fn strict_slots() {
    check(
        "test.shop.item",
        STRICT,
        &[
            ("null", &[""]),
            (r#"{"id":null,"file":null,"a@b":1,"@x":1}"#, &["/id"]),
            (r#"{"config":null,"many":null}"#, &["/config", "/many"]),
            (r#"{"config":{}}"#, &["/config"]),
            (r##"{"config":{"@odata.type":"#test.shop.fileConfig","path":"x"}}"##, &[]),
            (r#"{"config":{"@type":"https://h/$metadata#test.shop.deepFileConfig","depth":1}}"#, &[]),
            (r##"{"config":{"@odata.type":"#test.shop.fileconfig","path":1}}"##, &["/config"]),
            (r##"{"config":{"@odata.type":"#shop.fileConfig"}}"##, &[]),
            (r##"{"config":{"@odata.type":"#test.shop.item","any":1}}"##, &["/config"]),
            (r##"{"config":{"@odata.type":"#test.shop.config"}}"##, &["/config"]),
            (r##"{"narrow":{"@odata.type":"#test.shop.deepFileConfig"}}"##, &[]),
            (r##"{"narrow":{"@odata.type":"#test.shop.netConfig"}}"##, &["/narrow"]),
            (r#"{"file":{"path":"x","port":1}}"#, &["/file/port"]),
            (r##"{"file":{"@odata.type":"#test.shop.deepFileConfig","depth":null,"path":null}}"##, &["/file/path"]),
            (r#"{"codes":["abc",null,"abcd"]}"#, &["/codes/2"]),
            (r#"{"parts":[null,{"parts":null}]}"#, &["/parts/0", "/parts/1/parts"]),
        ],
    );
}

#[test]
fn unions() {
    let file = r##"{"@odata.type":"#test.shop.fileConfig","path":1}"##;
    let net = r##"{"@odata.type":"#test.shop.netConfig","port":1}"##;
    let either = |value: &str| format!(r#"{{"either":{value}}}"#);
    check(
        "test.shop.item",
        TOLERANT,
        &[
            (&either("1"), &[]),
            (&either(r#"{"path":1}"#), &[]),
            (&either(file), &["/either/path"]),
            (&either(&format!("[{file},1,[{file}]]")), &["/either/0/path"]),
            (&either(r#"{"@odata.type":1}"#), &["/either/@odata.type"]),
            (r#"{"scalar":{}}"#, &[]),
        ],
    );
    check(
        "test.shop.item",
        STRICT,
        &[
            (&either("null"), &[]),
            (&either("1"), &["/either"]),
            (&either("{}"), &["/either"]),
            (&either(net), &["/either"]),
            (&either(&format!("[{net}]")), &[]),
            (&either(&format!("[{file},{{}}]")), &["/either/0", "/either/1"]),
            (&either(file), &["/either/path"]),
            (r#"{"scalar":1}"#, &[]),
            (r#"{"scalar":"red"}"#, &[]),
            (r#"{"scalar":{}}"#, &["/scalar"]),
        ],
    );
}

#[test]
fn dynamic_members() {
    check("test.shop.free", STRICT, &[(r#"{"a":1,"b":null}"#, &[])]);
    check("test.shop.bag", TOLERANT, &[(r##"{"x":1,"y":{"@odata.type":"#test.shop.fileConfig","path":1}}"##, &[])]);
    check(
        "test.shop.bag",
        STRICT,
        &[
            (r#"{"x":{"path":"a"},"y":{"port":1,"note":"n"},"z":{}}"#, &[]),
            // Weaker: of objects without a tag, JSON Schema does not try one type besides another.
            (r#"{"x":{"path":"a","port":1}}"#, &[]),
            (r##"{"x":{"@odata.type":"#test.shop.deepFileConfig","depth":"a"}}"##, &["/x/depth"]),
            (r#"{"x":1,"y":null,"z@a":1}"#, &["/x", "/y"]),
            (r#"{"x":[{"path":"a"},{"path":1}]}"#, &["/x/1/path"]),
            (r##"{"x":[{"@odata.type":"#test.shop.netConfig","port":"a"},{"path":"b"}]}"##, &["/x/0/port"]),
            (r##"{"x":[],"either":{"@odata.type":"#test.shop.netConfig"}}"##, &[]),
            (r#"{"x":[],"either":{"@odata.type":"test.shop.netConfig"}}"#, &["/either"]),
        ],
    );
}
