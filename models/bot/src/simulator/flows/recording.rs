//! A policy wants a call recorded. The bot answers before the person whom it concerns is in the call, and says how the
//! recording stands.

use axum::http::StatusCode;
use odatype::{
    Structured,
    graph::{
        AnyCommsOperation, AnyIdentity, AnyIdentitySet, Call, ChangeType, IncomingContext, InvitationParticipantInfo,
        OperationStatus, ParticipantInfo, RecordingStatus, TokenMeetingInfo, UpdateRecordingStatusOperation,
        actions::call::{Answer, UpdateRecordingStatus},
        overlay::{ApplicationMetadata, BotData, BotDataUser},
    },
};

use super::super::{
    scene::{Scene, Waiting, Wrong, expect},
    told::{incoming, is_now, notification, running},
};

const PATH: &str = "/communications/calls/3";

pub(super) async fn play(scene: &mut Scene) -> Result<(), Wrong> {
    scene.flow("A policy wants a call recorded: how many the bot can record, and how the recording stands");
    scene.notify(incoming(PATH, recorded())).await?;
    scene.hear(1).await?;
    let (answer, waiting) = scene.asked::<Answer>(&format!("{PATH}/answer")).await?;
    expect(answer.participant_capacity() == Some(50), "how many people the bot can record")?;
    scene.respond(waiting, StatusCode::ACCEPTED);
    for state in ["Establishing", "Established"] {
        scene.notify(is_now(PATH, state)).await?;
        scene.hear(1).await?;
    }
    let (operation, waiting) = updated(scene, &RecordingStatus::Recording).await?;
    // This one has ended when the response comes, which has text where a number belongs.
    let result = odatype::serde_json::json!({"code": "0"});
    let operation = operation.with(AnyCommsOperation::STATUS, OperationStatus::Completed);
    scene.give(waiting, &operation.with_dynamic("resultInfo", result));
    scene.hear(2).await?;
    // The bot can record more than one: the next are told of by a type that the bot's schema has left out.
    let joins = notification(ChangeType::Created, &format!("{PATH}/participants"));
    let joining =
        odatype::serde_json::json!({"@odata.type": "#microsoft.graph.participantJoiningNotification", "id": "j-1"});
    scene.notify(joins.with_dynamic("resourceData", joining)).await?;
    scene.hear(1).await?;
    scene.notify(is_now(PATH, "Terminating")).await?;
    scene.hear(1).await?;
    let (_, waiting) = updated(scene, &RecordingStatus::NotRecording).await?;
    scene.refuse(waiting, StatusCode::NOT_FOUND, "callNotFound", "The call has ended.");
    scene.hear(1).await?;
    scene.notify(is_now(PATH, "Terminated")).await?;
    scene.hear(1).await
}

/// What a policy calls a bot into, without what the service adds for itself.
fn recorded() -> Call {
    let mut call = Call::new()
        .with(Call::MEETING_INFO, TokenMeetingInfo::new().with(TokenMeetingInfo::TOKEN, "a-join-token"))
        .with(Call::MY_PARTICIPANT_ID, "p-9");
    call.edit(Call::SOURCE)
        .edit(ParticipantInfo::IDENTITY)
        .edit(AnyIdentitySet::USER)
        .set(AnyIdentity::DISPLAY_NAME, "Caller");
    call.edit(Call::INCOMING_CONTEXT)
        .set(IncomingContext::SOURCE_PARTICIPANT_ID, "p-1")
        .set(IncomingContext::OBSERVED_PARTICIPANT_ID, "p-1");
    let mut recorder = InvitationParticipantInfo::new();
    let identity = recorder.edit(InvitationParticipantInfo::IDENTITY);
    identity.edit(AnyIdentitySet::APPLICATION_INSTANCE).set(AnyIdentity::DISPLAY_NAME, "The recorder");
    call.push(Call::TARGETS, recorder);
    let data = call.edit(Call::APPLICATION_METADATA).edit(ApplicationMetadata::BOT_DATA);
    data.push(BotData::INVITE_REASONS, "PolicyBasedRecording").set(BotData::POLICY_IDENTIFIER, "Service desk");
    data.edit(BotData::USER).set(BotDataUser::PARTICIPATION_METHOD, "callee");
    call
}

/// Waits until the bot says that the recording stands so; the operation of that.
async fn updated(scene: &mut Scene, status: &RecordingStatus) -> Result<(AnyCommsOperation, Waiting), Wrong> {
    let (update, waiting) = scene.asked::<UpdateRecordingStatus>(&format!("{PATH}/updateRecordingStatus")).await?;
    expect(update.status().as_ref() == Some(status), "how the recording stands")?;
    Ok((running(UpdateRecordingStatusOperation::new(), "recording", update.client_context()), waiting))
}
