//! A response with many objects that is held against the type of one.

use std::{
    io::{self, Write as _},
    path::Path,
};

use odatype::{Findings, Rule, Schema};
use odatype_json::{
    tree::{Kind, parse},
    visible,
};

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

/// Tells that `file`, which is held against `ty`, is probably of the type `many`.
pub(super) fn tell(file: &Path, ty: &str, many: &str) {
    let file = file.display();
    let help = format!("help: {file}: it is held against {ty}; perhaps it is a response with many: --type \"{many}\"");
    // That standard error is closed is no reason to fail.
    let _ = writeln!(io::stderr(), "{}", visible(&help));
}
