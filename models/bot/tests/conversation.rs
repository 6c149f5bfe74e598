//! The bot and the service, against each other.

use odatype::graph::{CallState, RecordingStatus};
use odatype_bot::{
    call::{Duty, Outcome, Step},
    simulator::converse,
};

/// What is said is what is checked in: so it is the same each time, and can be read without running anything.
const SAID: &str = "conversation.txt";

#[tokio::test]
async fn every_flow_ends_as_it_should() {
    let (bot, transcript) = converse().await.unwrap_or_else(|wrong| panic!("{wrong}"));
    let status = |id: u8| bot.status(&format!("/communications/calls/{id}")).expect("the call is known");
    for id in 1..=3 {
        assert_eq!(status(id).state, CallState::Terminated, "{id}");
    }

    let reception = status(1);
    assert_eq!(reception.duty, Duty::Receive);
    assert_eq!(
        reception.taken,
        [
            (Step::Greet, Outcome::Done),
            (Step::Invite(0), Outcome::Failed("486, Busy here.".to_owned())),
            (Step::Invite(1), Outcome::Done),
        ]
    );
    let meeting = status(2);
    assert_eq!(meeting.duty, Duty::Attend("u-1".to_owned()));
    let subjects = meeting.taken.iter().map(|(step, outcome)| (matches!(step, Step::Subject(None)), outcome));
    assert!(subjects.eq([(false, &Outcome::Done), (true, &Outcome::Done)]));
    let recording = status(3);
    assert_eq!(recording.duty, Duty::Record);
    let refused = Outcome::Failed("the service said 404 callNotFound: The call has ended.".to_owned());
    assert_eq!(
        recording.taken,
        [
            (Step::Recording(RecordingStatus::Recording), Outcome::Done),
            (Step::Recording(RecordingStatus::NotRecording), refused),
        ]
    );

    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(SAID);
    if std::env::var_os("ODATYPE_BLESS").is_some() {
        std::fs::write(&path, transcript.to_string()).expect("it can be written");
    }
    assert_eq!(transcript.to_string(), std::fs::read_to_string(path).expect("it is there"));
}
