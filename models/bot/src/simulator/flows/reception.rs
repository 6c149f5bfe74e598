//! Somebody calls by phone; the bot has the service greet them, and gets a colleague on the line.

use axum::http::StatusCode;
use odatype::{
    Structured,
    graph::{
        AnyCommsOperation, AnyIdentity, AnyIdentitySet, Call, ChangeType, CommsNotification, InvitationParticipantInfo,
        InviteParticipantsOperation, MediaConfig, OperationStatus, Participant, ParticipantInfo, PlayPromptOperation,
        Prompt, ResultInfo,
        actions::{
            call::{Answer, PlayPrompt},
            participant_collection::Invite,
        },
    },
};

use super::super::{
    scene::{Scene, Waiting, Wrong, expect},
    told::{completed, incoming, is_now, notification, running},
};

const PATH: &str = "/communications/calls/1";

pub(super) async fn play(scene: &mut Scene) -> Result<(), Wrong> {
    scene.flow("Somebody calls by phone: media of the service's, a greeting, and a colleague by phone");
    let mut call = Call::new();
    caller(call.edit(Call::SOURCE), "+15550199");
    scene.notify(incoming(PATH, call)).await?;
    scene.hear(1).await?;
    let answer_at = format!("{PATH}/answer");
    let (_, unanswered) = scene.asked::<Answer>(&answer_at).await?;
    let unanswered = scene.say_nothing(unanswered);
    scene.hear(1).await?;
    let (answer, waiting) = scene.asked::<Answer>(&answer_at).await?;
    drop(unanswered);
    let Some(MediaConfig::ServiceHosted(media)) = answer.media_config() else {
        return Err("expected media of the service's".into());
    };
    expect(media.pre_fetch_media().len() == 1, "something to fetch before")?;
    scene.respond(waiting, StatusCode::ACCEPTED);

    // Notifications overtake each other.
    scene.notify(is_now(PATH, "Established")).await?;
    scene.hear(1).await?;
    let (play, waiting) = scene.asked::<PlayPrompt>(&format!("{PATH}/playPrompt")).await?;
    expect(matches!(play.prompts(), [Prompt::Media(_)]), "one prompt")?;
    let playing = running(PlayPromptOperation::new(), "play", play.client_context());
    scene.give(waiting, &playing);
    scene.notify(is_now(PATH, "Establishing")).await?;
    scene.hear(1).await?;
    scene.notify(completed(PATH, playing)).await?;
    scene.hear(1).await?;

    let (_, waiting) = invited(scene, "+15550101").await?;
    scene.refuse(waiting, StatusCode::SERVICE_UNAVAILABLE, "serviceUnavailable", "Too many calls at this moment.");
    scene.hear(1).await?;
    let (inviting, waiting) = invited(scene, "+15550101").await?;
    scene.give(waiting, &inviting);
    let mut busy = inviting.with(AnyCommsOperation::STATUS, OperationStatus::Failed);
    busy.edit(AnyCommsOperation::RESULT_INFO).set(ResultInfo::CODE, 486).set(ResultInfo::MESSAGE, "Busy here.");
    let failed = notification(ChangeType::Deleted, &format!("{PATH}/operations/invite"));
    scene.notify(failed.with(CommsNotification::RESOURCE_DATA, busy)).await?;
    scene.hear(1).await?;

    // The end of an operation is told before the response that tells of its start.
    let (inviting, waiting) = invited(scene, "+15550102").await?;
    scene.notify(completed(PATH, inviting.clone())).await?;
    scene.hear(1).await?;
    scene.give(waiting, &inviting);
    let mut colleague = Participant::new().with(Participant::ID, "p-2");
    caller(colleague.edit(Participant::INFO), "+15550102");
    let roster = notification(ChangeType::Updated, &format!("{PATH}/participants"));
    scene.notify(roster.with(CommsNotification::RESOURCE_DATA, [colleague])).await?;
    scene.hear(1).await?;
    scene.notify(is_now(PATH, "Terminated")).await?;
    scene.hear(1).await
}

/// Whoever has this telephone number.
fn caller(info: &mut ParticipantInfo, number: &str) {
    info.edit(ParticipantInfo::IDENTITY).edit(AnyIdentitySet::PHONE).set(AnyIdentity::ID, number);
}

/// Waits until the bot invites this number; the operation of that.
async fn invited(scene: &mut Scene, number: &str) -> Result<(AnyCommsOperation, Waiting), Wrong> {
    let (invite, waiting) = scene.asked::<Invite>(&format!("{PATH}/participants/invite")).await?;
    let numbers: Vec<Option<&str>> =
        invite.participants().iter().map(|guest| guest.identity()?.phone()?.id()).collect();
    expect(numbers == [Some(number)], number)?;
    let guests: Vec<InvitationParticipantInfo> = invite.participants().to_vec();
    let operation = InviteParticipantsOperation::new().with(InviteParticipantsOperation::PARTICIPANTS, guests);
    Ok((running(operation, "invite", invite.client_context()), waiting))
}
