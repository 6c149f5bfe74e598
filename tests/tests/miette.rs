//! A report as `miette` prints it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use miette::{Diagnostic, NarratableReportHandler};
use odatype::{
    graph::actions::call::Mute,
    validate::{Profile, Validate},
};

#[test]
fn each_finding_is_a_diagnostic() {
    let json = "{\n  \"clientContext\": 5,\r\n  \"clientContex\": \"\u{202e}\"\n}";
    let report = Mute::check_json(json.as_bytes(), Profile::Strict).unwrap_err().with_name("call.json");
    let told: Vec<&dyn Diagnostic> = report.related().unwrap().collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].code().unwrap().to_string(), "type");
    assert_eq!(told[0].to_string(), "/clientContext: expected a string");
    assert_eq!(
        told[0].help().unwrap().to_string(),
        "Edm.String of microsoft.graph.mute(microsoft.graph.call)/clientContext"
    );
    assert_eq!(
        told[1].help().unwrap().to_string(),
        "perhaps `clientContext`; OpenType of microsoft.graph.mute(microsoft.graph.call), which is not open: it has what it \
         declares, and nothing else"
    );
    let label = told[1].labels().unwrap().next().unwrap();
    let place = told[1].source_code().unwrap().read_span(label.inner(), 0, 0).unwrap();
    assert_eq!((place.name(), place.line(), place.column()), (Some("call.json"), 2, 2), "counted from 0");
    let contents = told[1].source_code().unwrap().read_span(label.inner(), 1, 1).unwrap();
    assert_eq!((contents.name(), contents.line()), (Some("call.json"), 1));
    let lines = std::str::from_utf8(contents.data()).unwrap();
    assert_eq!(lines, "  \"clientContext\": 5,\n  \"clientContex\": \"\\u202e\"\n}");
    assert_eq!(lines.get(label.offset()..label.offset() + label.len()), Some("\"clientContex\""));

    let mut printed = String::new();
    NarratableReportHandler::new().render_report(&mut printed, &report).unwrap();
    assert!(printed.contains("snippet line 2:   \"clientContext\": 5,") && printed.contains("found 5"), "{printed}");
    let error = miette::Report::new(report.clone());
    assert!(error.to_string().starts_with("call.json:2:20: /clientContext: expected a string"), "{error}");
}
