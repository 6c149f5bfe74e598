//! What is called safe to send or to receive is: payloads keep their verdict under both schemas. What is called
//! breaking is found to be so by one of them.
//!
//! The payloads are every value of a pool in every place that the schema declares; those that the schema they were made
//! for refuses are left out.

use std::collections::BTreeSet;

use crate::common::{BEFORE, blocks, called_now, changes, model, table};
use odatype::{Schema, validate::Profile};
use odatype_diff::{Audience, Kind};
use odatype_schema::{Origin, Rulebook, model::Model};
use serde_json::{Map, Value, json};

/// Whether `json` is of `ty` under `profile`; not if there is no such type.
fn fits(schema: &'static Schema, ty: &str, json: &str, profile: Profile) -> bool {
    schema.validate(ty, json.as_bytes(), profile).is_ok_and(|findings| findings.is_valid())
}

fn schema(model: &Model) -> &'static Schema {
    Schema::leaked(&table(model))
}

/// Values of every kind that the small schema and its variants have.
fn pool(model: &Model) -> Vec<Value> {
    let mut pool = vec![
        Value::Null,
        json!(true),
        json!(-5),
        json!(7),
        json!(70_000),
        json!(5_000_000_000_i64),
        json!("x"),
        json!("sixsix"),
        json!("tencharact"),
        json!("é"),
        json!("on"),
        json!("off"),
        json!("dark"),
        json!("on,off"),
        json!("a"),
        json!("a,b"),
        json!("2020-02-02"),
        json!("01234567-89ab-cdef-0123-456789abcdef"),
        json!({ "type": "Point", "coordinates": [1, 2] }),
        json!({ "type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [1, 2]]] }),
        json!({}),
        json!({ "note": "x" }),
        json!({ "own": "x" }),
    ];
    for name in model.structured.keys() {
        pool.push(json!({ "@odata.type": format!("#{name}") }));
    }
    let many: Vec<Value> = pool.iter().map(|value| json!([value])).collect();
    pool.extend(many);
    pool
}

/// Payloads of each type and action, as strictly as they go.
fn payloads(model: &Model) -> Vec<(String, String)> {
    let book = Rulebook::new(model).unwrap();
    let pool = pool(model);
    let mut payloads = Vec::new();
    for (index, row, origin) in
        book.rows().filter(|(_, _, origin)| !matches!(origin, Origin::Enumeration(_) | Origin::Union(_)))
    {
        let mut base = Map::new();
        let slots = book.slots(index);
        for slot in slots.iter().filter(|slot| slot.member.is_required) {
            base.insert(slot.member.name.clone(), json!("x"));
        }
        let mut add = |more: &[(&str, Value)]| {
            let mut payload = base.clone();
            payload.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
            payloads.push((row.name.clone(), Value::Object(payload).to_string()));
        };
        add(&[]);
        add(&[("extra", json!("x"))]);
        if let Origin::Structured(ty) = origin {
            for tag in std::iter::once(&ty.name).chain(book.descendants(&ty.name)) {
                add(&[("@odata.type", json!(format!("#{tag}")))]);
                add(&[("@odata.type", json!(format!("#a.{}", tag.name())))]);
            }
            for name in row.names() {
                add(&[("@odata.type", json!(format!("#{name}")))]);
            }
            for value in &pool {
                add(&[("extra", value.clone())]);
            }
        }
        for slot in &slots {
            add(&[(&format!("{}@odata.bind", slot.member.name), json!("things('1')"))]);
            for value in &pool {
                add(&[(&slot.member.name, value.clone())]);
                if let Origin::Structured(ty) = origin {
                    let tag = json!(format!("#{}", ty.name));
                    add(&[("@odata.type", tag), (&slot.member.name, value.clone())]);
                }
            }
        }
    }
    payloads
}

/// What payloads of this schema cannot show: results have no payloads here, and what a service makes of what is sent,
/// and which URLs it has, is in none.
const UNSEEN: &[(Kind, Audience)] = &[
    (Kind::ResultChanged, Audience::Receive),
    (Kind::ImportChanged, Audience::Send),
    (Kind::PropertyAccessChanged, Audience::Send),
    (Kind::PropertyDefaultChanged, Audience::Send),
];

#[test]
fn payloads_keep_their_verdicts_where_nothing_breaks() {
    let old = model(BEFORE);
    let before = schema(&old);
    let sent: Vec<_> =
        payloads(&old).into_iter().filter(|(ty, json)| fits(before, ty, json, Profile::Strict)).collect();
    let known: BTreeSet<String> = old.structured.keys().map(ToString::to_string).collect();
    let mut wrong = Vec::new();
    for block in blocks() {
        let new = model(&block.after);
        let after = schema(&new);
        let changes = changes(BEFORE, &block.after);
        // What receives is code of the old schema, so that types which that does not have are not asked for, and bodies
        // of actions are sent only.
        let received = payloads(&new).into_iter().filter(|(ty, _)| known.contains(ty));
        // Decoding tolerantly refuses little, so that it is asked first.
        let lost_in_receiving = received
            .filter(|(ty, json)| !fits(before, ty, json, Profile::Tolerant))
            .find(|(ty, json)| fits(after, ty, json, Profile::Strict));
        let lost_in_sending =
            sent.iter().find(|(ty, json)| !fits(after, &called_now(&old, &new, ty), json, Profile::Strict)).cloned();
        for (audience, lost) in [(Audience::Send, lost_in_sending), (Audience::Receive, lost_in_receiving)] {
            let is_seen = !changes.as_slice().iter().any(|change| UNSEEN.contains(&(change.kind(), audience)));
            match (changes.breaks(&[audience]), lost) {
                (false, Some((ty, json))) => {
                    wrong.push(format!("{audience:?} is called safe: {ty} {json}\n{}", block.text));
                }
                (true, None) if is_seen => {
                    wrong.push(format!("{audience:?} is called breaking, and no payload shows it:\n{}", block.text));
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
