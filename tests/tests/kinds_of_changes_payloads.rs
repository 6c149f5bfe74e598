//! What `odatype diff` calls safe to send or to receive, held to payloads that are made up for either schema of each
//! kind of change. (That what it calls breaking breaks, `tests/tests/changes` shows with payloads made for it.)

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

#[path = "../../schema/diff/tests/changes/common.rs"]
mod common;

use common::{BEFORE, blocks, changes, model, table};
use odatype::{Schema, validate::Profile};
use odatype_agreement::{
    invent::Inventor,
    json::is_same,
    mutate::mutate,
    random::{cases, one_in, seeded},
};
use odatype_diff::{Audience, Changes, Kind};
use odatype_table::Table;

/// A schema for payloads to be made for, and to be held against.
struct Side {
    table: Table<String>,
    schema: &'static Schema,
}

impl Side {
    fn new(text: &str) -> Self {
        let model = model(text);
        let table = table(&model);
        let schema = Schema::leaked(&table);
        Self { table, schema }
    }

    /// Types and payloads that are strictly valid, a third of them changed at random before, which they survived.
    fn payloads(&self, wanted: usize, salt: u64) -> Vec<(&str, String)> {
        let mut inventor = Inventor::new(&self.table, self.schema);
        let words: Vec<String> = self.table.rows.iter().map(|row| row.name.clone()).collect();
        let mut random = seeded(salt);
        let mut payloads = Vec::new();
        for _ in 0..wanted {
            for target in inventor.targets() {
                let mut payload = inventor.body(target, &mut random);
                if one_in(&mut random, 3) {
                    mutate(&mut payload, &words, &mut random);
                }
                let text = payload.write();
                if self.takes(target, &text, Profile::Strict) == Some(true) {
                    payloads.push((target, text));
                }
            }
        }
        payloads
    }

    /// Whether `ty` is an action's body, which is sent only.
    fn is_action(&self, ty: &str) -> bool {
        self.schema.types().any(|info| info.is_action() && info.name() == ty)
    }

    /// Whether `json` is of `ty`; nothing if there is no such type.
    fn takes(&self, ty: &str, json: &str, profile: Profile) -> Option<bool> {
        Some(self.schema.validate(ty, json.as_bytes(), profile).ok()?.is_valid())
    }

    /// Whether code with these types reads `json` and writes it back as it was.
    fn keeps(&self, ty: &str, json: &str) -> bool {
        self.schema
            .decode(ty, json.as_bytes())
            .is_ok_and(|object| is_same(&String::from_utf8(object.to_vec()).unwrap(), json))
    }
}

#[test]
fn made_up_payloads_keep_their_verdicts_where_nothing_breaks() {
    let before = Side::new(BEFORE);
    let (mut wrong, mut sent, mut received) = (Vec::new(), 0, 0);
    for (salt, block) in (1..).zip(blocks()) {
        let after = Side::new(&block.after);
        let changes: Changes = changes(BEFORE, &block.after);
        if !changes.breaks(&[Audience::Send]) {
            // A number that has a name now, or is made up of such, is to be named, as docs/updates.md says of members.
            let named = changes
                .as_slice()
                .iter()
                .filter(|change| matches!(change.kind(), Kind::MemberAdded | Kind::MemberValueChanged));
            let named: Vec<i64> = named.filter_map(|change| change.new.as_ref()?.to_string().parse().ok()).collect();
            for (ty, json) in before.payloads(cases(80), salt) {
                let mut numbers = json.split('"').filter_map(|text| text.parse::<i64>().ok());
                if numbers.any(|number| named.iter().any(|bits| number & bits == *bits)) {
                    continue;
                }
                sent += 1;
                // A type that is gone is told to break; one that only a slice left out is none to ask for.
                if after.takes(ty, &json, Profile::Strict) == Some(false) {
                    wrong.push(format!("sent: {ty} {json}\n{}", block.text));
                }
            }
        }
        if !changes.breaks(&[Audience::Receive]) {
            let payloads = after.payloads(cases(80), 1000 + salt);
            for (ty, json) in payloads.iter().filter(|(ty, _)| !after.is_action(ty)) {
                let Some(is_taken) = before.takes(ty, json, Profile::Tolerant) else { continue };
                received += 1;
                if !is_taken || !before.keeps(ty, json) {
                    wrong.push(format!("received: {ty} {json}\n{}", block.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {sent} and {received}\n{}", wrong.len(), wrong.join("\n\n"));
    let few = cases(80) * 100;
    assert!(sent > few && received > few, "{sent} and {received} payloads are too few");
}
