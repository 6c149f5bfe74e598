//! The bot is called into a meeting. It handles the media itself, and has the meeting's subject say that it is there.

use axum::http::StatusCode;
use odatype::{
    Presence, Structured,
    graph::{
        AnyIdentity, AnyIdentitySet, Call, ChangeType, ChatInfo, CommsNotification, MediaConfig, OnlineMeeting,
        OrganizerMeetingInfo, Participant, ParticipantInfo, actions::call::Answer,
    },
};

use super::super::{
    scene::{Scene, Wrong, expect},
    told::{incoming, is_now, notification},
};

const PATH: &str = "/communications/calls/2";
const MEETING: &str = "/users('u-1')/onlineMeetings('standup')";

pub(super) async fn play(scene: &mut Scene) -> Result<(), Wrong> {
    scene.flow("A meeting: media of the bot's own, a change with null, a type and a value that nobody knows");
    let mut call = Call::new();
    user(call.edit(Call::SOURCE), "Organizer");
    call.edit(Call::CHAT_INFO).set(ChatInfo::THREAD_ID, "19:standup@thread.v2");
    let mut meeting = OrganizerMeetingInfo::new();
    meeting.edit(OrganizerMeetingInfo::ORGANIZER).edit(AnyIdentitySet::USER).set(AnyIdentity::ID, "u-1");
    call.set(Call::MEETING_INFO, meeting);
    scene.notify(incoming(PATH, call)).await?;
    scene.hear(1).await?;
    let (answer, waiting) = scene.asked::<Answer>(&format!("{PATH}/answer")).await?;
    expect(matches!(answer.media_config(), Some(MediaConfig::AppHosted(_))), "media of the bot's own")?;
    scene.respond(waiting, StatusCode::ACCEPTED);
    scene.notify(is_now(PATH, "Established")).await?;
    scene.hear(1).await?;
    let (change, waiting) = scene.asked::<OnlineMeeting>(MEETING).await?;
    scene.give(waiting, &change.with(OnlineMeeting::ID, "standup"));
    scene.hear(2).await?;

    let people = ["Organizer", "Guest"].map(|name| {
        let mut participant = Participant::new().with(Participant::IS_MUTED, false);
        user(participant.edit(Participant::INFO), name);
        participant
    });
    let roster = notification(ChangeType::Updated, &format!("{PATH}/participants"));
    scene.notify(roster.with(CommsNotification::RESOURCE_DATA, people)).await?;
    scene.hear(2).await?;
    let sharing = format!("{PATH}/contentSharingSessions/s-1");
    scene.notify(notification(ChangeType::Created, &sharing)).await?;
    scene.hear(1).await?;
    scene.notify(notification(ChangeType::Deleted, &sharing)).await?;
    scene.hear(1).await?;

    // No schema has this type.
    scene
        .post(&told("updated", r##"{"@odata.type":"#microsoft.graph.holograms","count":2}"##), StatusCode::ACCEPTED)
        .await?;
    scene.hear(1).await?;
    // The service's schema has a number there.
    let end = r##"{"@odata.type":"#microsoft.graph.call","state":"Terminated","resultInfo":{"code":"0"}}"##;
    scene.post(&told("deleted", end), StatusCode::ACCEPTED).await?;
    scene.hear(2).await?;
    let (change, waiting) = scene.asked::<OnlineMeeting>(MEETING).await?;
    expect(change.presence(OnlineMeeting::SUBJECT) == Presence::Null, "null for the subject")?;
    scene.give(waiting, &change.with(OnlineMeeting::ID, "standup"));
    scene.hear(2).await
}

/// A user of this name.
fn user(info: &mut ParticipantInfo, name: &str) {
    info.edit(ParticipantInfo::IDENTITY).edit(AnyIdentitySet::USER).set(AnyIdentity::DISPLAY_NAME, name);
}

/// Notifications as text, with what no type has.
fn told(change: &str, resource: &str) -> String {
    format!(r#"{{"value":[{{"changeType":"{change}","resourceUrl":"{PATH}","resourceData":{resource}}}]}}"#)
}
