//! The envelopes of `$batch`: requests with typed bodies, responses read as what was asked for, written back as they
//! were read, and held to the batch's own rules.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    Batch, BatchError, BatchHeaders, BatchRequest, BatchResponse, BatchResponses, Collection, EntityRef, Format,
    Method, Structured, from_slice_strict, from_str,
    graph::{
        AppHostedMediaConfig, Call, Modality, Participant,
        actions::call::{Answer, AnswerRequired},
    },
    to_string,
    validate::{Profile, Validate},
};

fn answer() -> Answer {
    Answer::new(AnswerRequired { callback_uri: "https://b", media_config: AppHostedMediaConfig::new() })
        .with(Answer::ACCEPTED_MODALITIES, [Modality::Audio])
}

#[test]
fn requests_with_typed_bodies() {
    let call = EntityRef::new("/communications/calls").key("c'1");
    let batch = Batch::new()
        .with_request(BatchRequest::new("1", Method::Post, call.clone().navigation("answer")).with_body(&answer()))
        .with_request(
            BatchRequest::new("2", Method::Get, call).with(BatchRequest::DEPENDS_ON, ["1"]).with_header("Prefer", "x"),
        );
    let expected = concat!(
        r##"{"requests":[{"id":"1","method":"POST","url":"/communications/calls('c''1')/answer","##,
        r##""headers":{"Content-Type":"application/json"},"##,
        r##""body":{"callbackUri":"https://b","mediaConfig":{"@odata.type":"#microsoft.graph.appHostedMediaConfig"},"##,
        r##""acceptedModalities":["audio"]}},"##,
        r##"{"id":"2","method":"GET","url":"/communications/calls('c''1')","dependsOn":["1"],"headers":{"Prefer":"x"}}]}"##,
    );
    assert_eq!(to_string(&batch), expected);
    assert!(batch.validate().is_empty(), "{}", batch.validate());
    let read: Batch = from_str(expected).unwrap();
    assert_eq!((to_string(&read).as_str(), &read), (expected, &batch));
    let [first, _] = read.requests() else { panic!("{read:?}") };
    assert_eq!((first.id(), first.method()), (Some("1"), Some("POST")));
    assert_eq!(first.headers().unwrap().header("content-type").as_deref(), Some("application/json"));
    assert_eq!(first.get(BatchRequest::BODY).unwrap().decode::<Answer>().unwrap(), answer());
}

#[test]
fn a_body_in_another_form() {
    let participant = Participant::new().with(Participant::ROSTER_SEQUENCE_NUMBER, 9_007_199_254_740_993_i64);
    let format = Format::new().ieee754_compatible(true);
    let request = BatchRequest::new("1", Method::Patch, "/p").with_header("content-type", "x");
    assert_eq!(
        to_string(&request.with_body_in(format, &participant).unwrap()),
        r#"{"id":"1","method":"PATCH","url":"/p","headers":{"content-type":"application/json;IEEE754Compatible=true"},"body":{"rosterSequenceNumber":"9007199254740993"}}"#
    );
}

const RESPONSES: &str = concat!(
    r#"{"responses":[{"id":"2","status":200,"headers":{"OData-Version":"4.0"},"body":{"id":"c","x":1.50}},"#,
    r#"{"id":"1","status":404,"body":{"error":{"code":"8009","message":"no such call"}}},{"id":"3","status":204},"#,
    r#"{"id":"4","status":200,"body":{"value":[{"id":"p"}],"@odata.nextLink":"n"}},{"id":"5","status":502,"body":"PGh0bWw+"},"#,
    r#"{"id":"6","status":200,"body":{"id":5}}],"@odata.nextLink":"https://s/more","vendor":[null]}"#,
);

#[test]
fn responses_are_what_one_says() {
    let responses: BatchResponses = from_str(RESPONSES).unwrap();
    assert_eq!(to_string(&responses), RESPONSES);
    let findings = responses.validate();
    assert!(findings.is_empty(), "{findings}");
    let call: Call = responses.response("2").unwrap().body().unwrap();
    assert_eq!(call.id(), Some("c"));
    let page: Collection<Participant> = responses.response("4").unwrap().body().unwrap();
    assert_eq!((page.value[0].id(), page.next_link().as_deref()), (Some("p"), Some("n")));
    assert_eq!(responses.response("2").unwrap().headers().unwrap().header("odata-version").as_deref(), Some("4.0"));

    let error = |id: &str| responses.response(id).and_then(BatchResponse::body::<Call>).unwrap_err();
    let BatchError::Failed { status: Some(404), error: Some(told) } = error("1") else { panic!() };
    assert_eq!(told.error().unwrap().code(), Some("8009"));
    for (id, expected) in [
        ("1", "the request failed with status 404: 8009: no such call"),
        ("3", "the response with status 204 has no body"),
        ("5", "the request failed with status 502"),
        ("7", r#"the batch has no response to the request "7""#),
    ] {
        assert_eq!(error(id).to_string(), expected);
    }
    let BatchError::Body(told) = error("6") else { panic!() };
    assert_eq!(told.findings()[0].pointer(), "/id");
    let raw = responses.response("5").unwrap().get(BatchResponse::BODY).unwrap();
    assert_eq!(raw.text(), r#""PGh0bWw+""#);
}

/// Where something is found in requests that are only what is given.
fn found(requests: &str) -> Vec<String> {
    let json = format!(r#"{{"requests":[{requests}]}}"#);
    let findings = Batch::validate_json(json.as_bytes(), Profile::Strict);
    assert_eq!(from_slice_strict::<Batch>(json.as_bytes()).is_err(), !findings.is_empty());
    assert_eq!(to_string(&from_str::<Batch>(&json).unwrap()), json, "reading takes it all the same");
    findings.iter().map(|finding| format!("{} {}", finding.pointer(), finding.expected())).collect()
}

#[test]
fn rules_of_the_batch_itself() {
    let request = |id: &str, more: &str| format!(r#"{{"id":"{id}","method":"get","url":"/x"{more}}}"#);
    let all = |requests: &[String]| found(&requests.join(","));
    let group = r#","atomicityGroup":"g""#;
    assert!(all(&[request("1", ""), request("2", r#","dependsOn":["1"]"#)]).is_empty());
    assert!(all(&[request("1", group), request("2", group), request("3", r#","dependsOn":["g","2"]"#)]).is_empty());
    assert_eq!(all(&[request("1", ""), request("1", "")]), ["/requests/1/id an id that no other request has"]);
    for (depends, place) in [(r#"["2"]"#, 0), (r#"["1"]"#, 0), (r#"["1","x"]"#, 1)] {
        let depends = format!(r#","dependsOn":{depends}"#);
        let requests = if place == 0 {
            vec![request("1", &depends), request("2", "")]
        } else {
            vec![request("1", ""), request("2", &depends)]
        };
        let at = if place == 0 { "/requests/0/dependsOn/0" } else { "/requests/1/dependsOn/1" };
        assert_eq!(all(&requests), [format!("{at} the id or the atomicity group of an earlier request")]);
    }
    assert_eq!(
        all(&[request("1", group), request("2", r#","atomicityGroup":"g","dependsOn":["g"]"#)]),
        ["/requests/1/dependsOn/0 the id or the atomicity group of an earlier request"]
    );
    assert_eq!(
        all(&[request("1", group), request("2", ""), request("3", group)]),
        ["/requests/2/atomicityGroup a group whose requests stand together"]
    );
    assert_eq!(
        all(&[request("g", ""), request("2", group)]),
        ["/requests/1/atomicityGroup a name that is no request's id"]
    );
    // And what each member is.
    let told = found(r##"{"id":"1","method":"TRACE","headers":{"A":5},"dependson":[],"body":{"@odata.type":"#any"}}"##);
    let pointers: Vec<&str> = told.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
    assert_eq!(pointers, ["/requests/0", "/requests/0/method", "/requests/0/headers/A", "/requests/0/dependson"]);
}

#[test]
fn headers_are_found_in_any_letter_case() {
    let mut headers: BatchHeaders = from_str(r#"{"content-TYPE":"a","X":"y"}"#).unwrap();
    headers.set_header("Content-Type", "b").set_header("Accept", "c");
    assert_eq!(to_string(&headers), r#"{"content-TYPE":"b","X":"y","Accept":"c"}"#);
    assert_eq!(headers.header("x").as_deref(), Some("y"));
    assert_eq!(headers.header("none"), None);
}
