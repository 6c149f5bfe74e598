//! A response with many objects that is held against the type of one.

use odatype::{Findings, Rule, Schema};
use odatype_json::tree::{Kind, parse};

/// The type that `payload`, of which that was found, probably is: of many of what it is held against, `ty`.
pub(super) fn meant(schema: &'static Schema, ty: &str, payload: &[u8], findings: &Findings) -> Option<String> {
    let is_unknown = findings.iter().any(|found| found.rule() == Rule::Undeclared && found.pointer() == "/value");
    let many = format!("Collection({ty})");
    if !is_unknown || schema.subject(&many).is_err() {
        return None;
    }
    let tree = parse(std::str::from_utf8(payload).ok()?).ok()?;
    tree.get("value").filter(|value| matches!(value.kind, Kind::Array(_))).map(|_| many)
}
