//! Findings as SARIF 2.1.0.
//!
//! Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.

use std::{
    io::{self, Write},
    path::Path,
};

use odatype::{Finding, Located, Rule};
use odatype_schema::Fault;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::checked::{Checked, Form, not_kept, severity};

/// A log with one run, whose results are printed as they come.
pub(super) struct Sarif {
    /// Whether there was no result before.
    is_first: bool,
    /// What kept a payload from being validated, and what was not kept.
    notifications: Vec<Value>,
    has_failed: bool,
}

/// The schema of such logs.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rule that warnings of the schema are of; those of payloads are [`Rule`]s.
const OF_SCHEMA: &str = "schema";

impl Sarif {
    /// The log's beginning, with what is odd about the schema.
    pub(super) fn new(out: &mut dyn Write, warnings: &[&Fault]) -> io::Result<Self> {
        write!(out, "{{\n\"$schema\": \"{SCHEMA}\",\n\"version\": \"2.1.0\",\n\"runs\": [{{\n\"tool\": {},\n", tool())?;
        out.write_all(b"\"columnKind\": \"unicodeCodePoints\",\n\"results\": [")?;
        let mut log = Self { is_first: true, notifications: Vec::new(), has_failed: false };
        for warning in warnings {
            log.result(out, &of_schema(warning))?;
        }
        Ok(log)
    }

    fn result(&mut self, out: &mut dyn Write, result: &Value) -> io::Result<()> {
        write!(out, "{}\n{result}", if std::mem::take(&mut self.is_first) { "" } else { "," })
    }

    fn notify(&mut self, level: &str, message: &str, checked: &Checked) {
        let place = json!([{ "physicalLocation": { "artifactLocation": artifact(&checked.name, checked.is_stdin) } }]);
        self.notifications.push(json!({ "level": level, "message": { "text": message }, "locations": place }));
    }
}

impl Form for Sarif {
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        match &checked.outcome {
            Ok(findings) => {
                for located in checked.located(findings) {
                    self.result(out, &of_payload(&located, checked))?;
                }
                if let dropped @ 1.. = findings.dropped() {
                    self.notify("note", &not_kept(dropped), checked);
                }
            }
            Err(error) => {
                self.has_failed = true;
                self.notify("error", error, checked);
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: bool) -> io::Result<()> {
        let invocation = json!({
            "executionSuccessful": !self.has_failed,
            "toolExecutionNotifications": self.notifications,
        });
        writeln!(out, "\n],\n\"invocations\": [{invocation}]\n}}]\n}}")
    }
}

/// The tool and its rules.
fn tool() -> Value {
    let rule = |id: &str, about: &str, level: &str| {
        json!({
            "id": id,
            "shortDescription": { "text": about },
            "help": { "text": format!("{about} Each result says what was expected, what was found, and where the rule is written.") },
            "defaultConfiguration": { "level": level },
        })
    };
    let of_payloads = Rule::ALL.iter().map(|of| rule(of.as_str(), of.about(), "error"));
    let of_schema = rule(OF_SCHEMA, "The schema says something that cannot be meant, which is not applied.", "warning");
    json!({
        "driver": {
            "name": "odatype",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": of_payloads.chain([of_schema]).collect::<Vec<_>>(),
        }
    })
}

fn of_payload(located: &Located<'_>, checked: &Checked) -> Value {
    let finding = located.finding;
    let region = json!({
        "startLine": located.line,
        "startColumn": located.column,
        "endColumn": located.end_column(),
        "byteOffset": checked.start.bytes + finding.offset(),
        "byteLength": finding.span().len(),
    });
    let place = json!({ "artifactLocation": artifact(&checked.name, checked.is_stdin), "region": region });
    let logical = json!([{ "fullyQualifiedName": finding.pointer(), "kind": "value" }]);
    json!({
        "ruleId": finding.rule().as_str(),
        "ruleIndex": Rule::ALL.iter().position(|rule| *rule == finding.rule()),
        "level": severity(finding.level()),
        "message": { "text": finding.message() },
        "locations": [{ "physicalLocation": place, "logicalLocations": logical }],
        "properties": properties(finding),
    })
}

/// What findings have besides.
fn properties(finding: &Finding) -> Map<String, Value> {
    let all = [
        ("type", Some(finding.type_name().to_owned())),
        ("source", Some(finding.source())),
        ("expected", Some(finding.expected())),
        ("found", Some(finding.found())),
        ("suggestion", finding.suggestion()),
    ];
    let told =
        all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.filter(|text| !text.is_empty())?)));
    told.map(|(name, value)| (name, Value::String(value))).collect()
}

fn of_schema(warning: &Fault) -> Value {
    let mut place = json!({ "artifactLocation": artifact(&warning.location.file, false) });
    if warning.location.line > 0 {
        place["region"] = json!({ "startLine": warning.location.line, "startColumn": warning.location.column });
    }
    json!({
        "ruleId": OF_SCHEMA,
        "ruleIndex": Rule::ALL.len(),
        "level": "warning",
        "message": { "text": warning.text() },
        "locations": [{ "physicalLocation": place }],
    })
}

/// Where a file is: a URI reference, relative to wherever the command was run unless the path is absolute.
fn artifact(name: &str, is_stdin: bool) -> Value {
    if is_stdin {
        return json!({ "description": { "text": "standard input" } });
    }
    let path = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
    let encoded = utf8_percent_encode(&path, PATH);
    match (Path::new(name).is_absolute(), path.starts_with('/')) {
        (true, true) => json!({ "uri": format!("file://{encoded}") }),
        (true, false) => json!({ "uri": format!("file:///{encoded}") }),
        _ => json!({ "uri": encoded.to_string() }),
    }
}

/// What is written otherwise in a path. Source: RFC 3986, section 3.3.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
