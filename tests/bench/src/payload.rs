//! The payloads. Those of the corpus are found through `ODATYPE_DATA`; without it, payloads of our own with the same
//! shape stand in for them.

use std::{error::Error, fmt::Write as _, fs, path::PathBuf};

use crate::ordered::{Ordered, Tags};

/// Everything that is read and written at run time, without white space, tags first.
#[derive(Clone, Debug)]
pub struct Payloads {
    /// Whether they come from the corpus.
    pub from_corpus: bool,
    /// The body of an answer, as documented.
    pub p0: String,
    /// A notification of an incoming call, most tags absent.
    pub p1: String,
    /// A notification that asks for policy recording.
    pub p11: String,
    /// A call record, the largest single object of the corpus.
    pub record: String,
    /// A page of 1,000 participants.
    pub participants: String,
    /// A notification of 50 values.
    pub notification: String,
}

/// The folder that `ODATYPE_DATA` names.
pub fn data() -> Option<PathBuf> {
    std::env::var_os("ODATYPE_DATA").map(PathBuf::from)
}

impl Payloads {
    /// Reads or makes them.
    pub fn load() -> Result<Self, Box<dyn Error>> {
        let own = |count| notification(count);
        let mut payloads = Self {
            from_corpus: false,
            p0: ANSWER.to_owned(),
            p1: INCOMING.to_owned(),
            p11: own(1),
            record: call_record(),
            participants: participants(1000),
            notification: own(50),
        };
        if let Some(folder) = data() {
            let corpus = folder.join("corpus");
            let answer = corpus.join("call-answer.jsonl");
            payloads.p0 = line(&answer, 0)?;
            payloads.p1 = line(&answer, 1)?;
            payloads.p11 = line(&answer, 11)?;
            payloads.record = largest(&corpus.join("graph-communications-2021-07.jsonl"), "callRecord")?;
            payloads.from_corpus = true;
        }
        Ok(payloads)
    }

    /// The body of an answer that keeps every constraint.
    pub fn valid_answer(&self) -> Result<String, Box<dyn Error>> {
        let mut answer: serde_json::Value = serde_json::from_str(&self.p0)?;
        answer["callbackUri"] = "https://bot.example/api/calls".into();
        Ok(answer.to_string())
    }
}

/// The payload of one line of a corpus file.
fn line(file: &std::path::Path, at: usize) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let line = text.lines().nth(at).ok_or_else(|| format!("`{}` has no line {}", file.display(), at + 1))?;
    payload(line)
}

/// The largest payload of a corpus file whose effective type's name ends with `name`.
fn largest(file: &std::path::Path, name: &str) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let is_one = |line: &&str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
        record["effective_type"].as_str().is_some_and(|ty| ty.ends_with(name)) && record["is_collection"] == false
    };
    let all = text.lines().filter(is_one).map(payload).collect::<Result<Vec<_>, _>>()?;
    all.into_iter().max_by_key(String::len).ok_or_else(|| format!("`{}` has no `{name}`", file.display()).into())
}

/// The member `payload` of a corpus line.
fn payload(line: &str) -> Result<String, Box<dyn Error>> {
    #[derive(serde::Deserialize)]
    struct Record<'a> {
        #[serde(borrow)]
        payload: &'a serde_json::value::RawValue,
    }
    let payload = serde_json::from_str::<Record<'_>>(line)?.payload.get();
    let text = if payload.starts_with('"') { serde_json::from_str(payload)? } else { payload.to_owned() };
    Ok(Ordered::rewrite(&text, Tags::First)?)
}

/// A GUID that differs by `seed`.
fn guid(seed: usize) -> String {
    format!("{:08x}-9c1f-4d99-b5f4-{:012x}", 0x1f00_0000 + seed * 7, 0x2722_e877_0000_u64 + seed as u64 * 13)
}

/// A policy-recording notification with `count` values.
fn notification(count: usize) -> String {
    let mut out = r##"{"@odata.type":"#microsoft.graph.commsNotifications","value":["##.to_owned();
    for index in 0..count {
        if index > 0 {
            out.push(',');
        }
        let template = NOTIFICATION.split('\n').map(str::trim_start).collect::<String>();
        let mut rest = &*template;
        let mut seed = index * 32;
        while let Some((before, after)) = rest.split_once("GUID") {
            out.push_str(before);
            out.push_str(&guid(seed));
            seed += 1;
            rest = after;
        }
        out.push_str(rest);
    }
    out.push_str("]}");
    out
}

/// A page of `count` participants.
fn participants(count: usize) -> String {
    let mut out = r#"{"value":["#.to_owned();
    for index in 0..count {
        let comma = if index > 0 { "," } else { "" };
        let (id, user, source) = (guid(index * 3), guid(index * 3 + 1), index + 1);
        let _ = write!(
            out,
            r##"{comma}{{"@odata.type":"#microsoft.graph.participant","id":"{id}","info":{{"@odata.type":"#microsoft.graph.participantInfo","identity":{{"@odata.type":"#microsoft.graph.identitySet","user":{{"@odata.type":"#microsoft.graph.identity","id":"{user}","displayName":"Participant {index}","tenantId":"{user}"}}}},"region":"westus","languageId":"en-GB"}},"mediaStreams":[{{"@odata.type":"#microsoft.graph.mediaStream","mediaType":"audio","label":"main-audio","sourceId":"{source}","direction":"sendReceive","serverMuted":false}}],"isMuted":true,"isInLobby":false}}"##
        );
    }
    out.push_str("]}");
    out
}

/// A record of a call with sessions and segments.
fn call_record() -> String {
    let endpoint = |seed| {
        format!(
            r##"{{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","headerValue":"agent/{seed}","platform":"windows","productFamily":"teams"}}"##
        )
    };
    let identities = |seed: usize| {
        format!(
            r##"{{"@odata.type":"#microsoft.graph.communicationsIdentitySet","user":{{"@odata.type":"#microsoft.graph.identity","id":"{}","displayName":"Caller {seed}","tenantId":"{}"}}}}"##,
            guid(seed),
            guid(seed + 1)
        )
    };
    let party = |seed| {
        format!(
            r##"{{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","userAgent":{},"identity":{}}}"##,
            endpoint(seed),
            identities(seed)
        )
    };
    let network = r#"{"ipAddress":"10.1.2.3","subnet":"255.255.255.0","linkSpeed":54000000,"connectionType":"wifi","port":50019,"reflexiveIPAddress":"127.0.0.2","relayIPAddress":"127.0.0.1","relayPort":3478,"macAddress":"00-00-00-00-00-00","wifiSignalStrength":72,"bandwidthLowEventRatio":0.0}"#;
    let stream = |seed| {
        format!(
            r#"{{"streamId":"{seed}","startDateTime":"2020-01-01T10:00:00Z","endDateTime":"2020-01-01T10:20:00Z","streamDirection":"callerToCallee","averageAudioDegradation":1.5,"averageJitter":"PT0.016S","maxJitter":"PT0.021S","averagePacketLossRate":0.0,"maxPacketLossRate":0.0,"averageRoundTripTime":"PT0.061S","maxRoundTripTime":"PT0.079S","packetUtilization":67,"averageBandwidthEstimate":9965083,"wasMediaBypassed":false}}"#
        )
    };
    let media = format!(
        r#"{{"label":"main-audio","callerNetwork":{network},"calleeNetwork":{network},"callerDevice":{{"captureDeviceName":"Microphone","renderDeviceName":"Speakers","receivedSignalLevel":-10,"sentNoiseLevel":-55}},"streams":[{},{}]}}"#,
        stream(1),
        stream(2)
    );
    let segment = format!(
        r#"{{"id":"{}","startDateTime":"2020-01-01T10:00:00Z","endDateTime":"2020-01-01T10:20:00Z","caller":{},"callee":{},"media":[{media}]}}"#,
        guid(1),
        party(2),
        party(4)
    );
    format!(
        r#"{{"version":1,"type":"peerToPeer","modalities":["audio"],"lastModifiedDateTime":"2020-01-01T10:30:00Z","startDateTime":"2020-01-01T10:00:00Z","endDateTime":"2020-01-01T10:20:00Z","id":"{}","organizer":{},"participants":[{}],"joinWebUrl":"https://meet.example/1","sessions":[{{"id":"{}","modalities":["audio"],"startDateTime":"2020-01-01T10:00:00Z","endDateTime":"2020-01-01T10:20:00Z","caller":{},"callee":{},"segments":[{segment}]}}]}}"#,
        guid(6),
        identities(7),
        identities(8),
        guid(9),
        party(10),
        party(11)
    )
}

const ANSWER: &str = r##"{"callbackUri":"https://bot.example/api/calls","mediaConfig":{"@odata.type":"#microsoft.graph.appHostedMediaConfig","blob":"a description of a media session"},"acceptedModalities":["audio"],"callOptions":{"@odata.type":"#microsoft.graph.incomingCallOptions","isContentSharingNotificationEnabled":true,"isDeltaRosterEnabled":true},"participantCapacity":200}"##;

const INCOMING: &str = r##"{"@odata.type":"#microsoft.graph.commsNotifications","value":[{"@odata.type":"#microsoft.graph.commsNotification","changeType":"created","resourceUrl":"/communications/calls/1F00000713A14D99B5F42722E877D497","resourceData":{"@odata.type":"#microsoft.graph.call","@odata.id":"/communications/calls/1F00000713A14D99B5F42722E877D497","@odata.etag":"W/\"17\"","state":"incoming","direction":"incoming","callRoutes":[{"routingType":"forwarded","original":{"phone":{"id":"+15550100123"}},"final":{"user":{"id":"1f000008-13a1-4d99-b5f4-2722e877d497","displayName":"Ada"}}}],"source":{"identity":{"user":{"displayName":"Grace","id":"1f000009-13a1-4d99-b5f4-2722e877d497"}},"region":"westus","languageId":"en-GB"},"targets":[{"identity":{"application":{"displayName":"Bot","id":"1f00000a-13a1-4d99-b5f4-2722e877d497"}},"languageId":"en-GB"}],"requestedModalities":["audio"]}}]}"##;

/// One value of a notification of an incoming call that a policy wants recorded.
const NOTIFICATION: &str = r##"{"@odata.type":"#microsoft.graph.commsNotification","changeType":"created",
    "resource":"/app/calls/GUID","resourceUrl":"/communications/calls/GUID",
    "resourceData":{"@odata.type":"#microsoft.graph.call","state":"incoming","direction":"incoming",
    "source":{"@odata.type":"#microsoft.graph.participantInfo","id":"GUID",
    "identity":{"@odata.type":"#microsoft.graph.identitySet",
    "user":{"@odata.type":"#microsoft.graph.identity","id":"GUID","identityProvider":"AAD"}},
    "endpointType":"default","region":"amer"},
    "targets":[{"@odata.type":"#microsoft.graph.invitationParticipantInfo",
    "identity":{"@odata.type":"#microsoft.graph.identitySet",
    "applicationInstance":{"@odata.type":"#microsoft.graph.identity","id":"GUID","identityProvider":"AAD"}},
    "endpointType":"default","id":"GUID","region":null,"languageId":null}],
    "meetingInfo":{"@odata.type":"#microsoft.graph.tokenMeetingInfo","token":"join token"},
    "tenantId":"GUID","myParticipantId":"GUID","callChainId":"GUID",
    "incomingContext":{"@odata.type":"#microsoft.graph.incomingContext",
    "sourceParticipantId":"GUID","observedParticipantId":"GUID"},"id":"GUID",
    "applicationMetadata":{"botData":{"mediaHostedRegion":"USEA",
    "user":{"participationMethod":"callee","clientLocation":"US"},
    "otherSideUser":{"id":"GUID","participantId":"GUID","tenantId":"GUID","onBehalfOf":{"id":"GUID"},
    "participationMethod":"caller","clientLocation":"EUNO"},
    "inviteReasons":["PolicyBasedRecording"],"policyIdentifier":"Test Policy",
    "pairedRecorders":[{"id":"GUID","participantId":"GUID"}],
    "otherRecorders":[{"id":"GUID","participantId":"GUID"}]}}}}"##;
