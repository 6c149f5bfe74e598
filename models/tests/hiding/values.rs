//! Values that are hidden.

use odatype::{Collection, Partial, ServiceError, ServiceErrorBody, Structured, from_slice_partial, hide_values};

#[test]
fn neither_findings_nor_errors_nor_debug_tell_values() {
    let _alone = super::alone();
    hide_values(true);
    let secret = "+49 170 555 01 23";
    let json =
        format!(r#"{{"error":{{"code":["{secret}"],"message":"{secret}","more":"{secret}","details":["{secret}"]}}}}"#);
    let Partial { value, findings, .. } = from_slice_partial::<ServiceError>(json.as_bytes()).unwrap();
    let many: Collection<ServiceErrorBody> =
        odatype::from_str(&format!(r#"{{"value":[{{"message":"{secret}"}}],"@odata.nextLink":"{secret}"}}"#)).unwrap();
    let error = odatype::from_str::<ServiceError>(&json).unwrap_err();
    let dynamic = value.error().and_then(|error| error.dynamic("more"));
    let told = [
        format!("{value:?} {findings:?} {findings} {many:?} {dynamic:?}"),
        format!("{error:?} {error} {}", error.findings()[0].found()),
    ]
    .concat();
    assert!(!told.contains("170"), "{told}");
    assert!(told.contains("message: …") && told.contains("expected a string, found an array"), "{told}");
    assert!(told.contains("found a string of 17 characters"), "{told}");
    #[cfg(feature = "graph")]
    {
        let error = serde_json::from_str::<odatype::graph::CallState>("4911").unwrap_err().to_string();
        assert_eq!(error, "expected a string");
    }
    hide_values(false);
    assert!(format!("{findings} {value:?}").contains(secret));
}
