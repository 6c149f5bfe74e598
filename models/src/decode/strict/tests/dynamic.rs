//! Values whose types nobody declares, or several.

use super::{findings, table};

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
            (r#"{"x":{"a":1,"@type":[1]}}"#, &[("/x/@type", "tag")]),
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
