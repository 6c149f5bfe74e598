//! A recording bot's first moments: it is notified of a call, sees what the notification is about, and answers, with
//! media that it hosts itself or with media that the service hosts.
//!
//! `cargo run -p odatype --example answer_call [NOTIFICATION.json]`

use std::{env, error::Error, fs};

use odatype::{
    Structured,
    graph::{
        AppHostedMediaConfig, Call, CallState, CommsNotificationResourceData, CommsNotifications, IncomingCallOptions,
        MediaConfig, MediaInfo, MeetingInfo, Modality, ServiceHostedMediaConfig,
        actions::call::{Answer, AnswerRequired},
    },
    validate::Validate,
};

const NOTIFICATION: &str = include_str!("policy_recording.json");

fn main() -> Result<(), Box<dyn Error>> {
    let json = match env::args().nth(1) {
        Some(path) => fs::read_to_string(path)?,
        None => NOTIFICATION.to_owned(),
    };
    let notifications: CommsNotifications = odatype::from_str(&json)?;
    for notification in notifications.value() {
        let change = notification.change_type().map_or_else(String::new, |change| change.to_string());
        println!("{change} {}", notification.resource_url().unwrap_or("(no URL)"));
        for resource in notification.resource_data().into_iter().flatten() {
            match resource {
                CommsNotificationResourceData::Call(call) => describe(call),
                CommsNotificationResourceData::Unknown(other) => println!("  a resource we do not know: {other:?}"),
                other => println!("  {}", other.type_name()),
            }
        }
    }
    let unchanged: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(odatype::to_value(&notifications)?, unchanged, "what was read is written back as it was");

    println!("\nanswers:");
    let own_media = AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, "<media session configuration>");
    let beep =
        MediaInfo::new().with(MediaInfo::URI, "https://bot.example/beep.wav").with(MediaInfo::RESOURCE_ID, "beep");
    let hosted = ServiceHostedMediaConfig::new().with(ServiceHostedMediaConfig::PRE_FETCH_MEDIA, [beep]);
    let options = IncomingCallOptions::new().with(IncomingCallOptions::IS_CONTENT_SHARING_NOTIFICATION_ENABLED, true);
    for media in [MediaConfig::from(own_media), MediaConfig::from(hosted)] {
        let answer = Answer::new(AnswerRequired { callback_uri: "https://bot.example/calls", media_config: media })
            .with(Answer::ACCEPTED_MODALITIES, [Modality::Audio])
            .with(Answer::CALL_OPTIONS, &options)
            .with(Answer::PARTICIPANT_CAPACITY, 200);
        println!("{}", odatype::to_string(&answer));
        report(&answer);
    }
    Ok(())
}

/// What a bot looks at in a call.
fn describe(call: &Call) {
    let state = call.state().unwrap_or_else(|| CallState::from("(no state)"));
    println!("  a call, {state}, in tenant {}", call.tenant_id().unwrap_or("(none)"));
    if let Some(user) = call.source().and_then(|source| source.identity()).and_then(|identity| identity.user()) {
        println!("  from the user {}", user.display_name().or(user.id()).unwrap_or("(nameless)"));
    }
    for target in call.targets() {
        if let Some(bot) = target.identity().and_then(|identity| identity.application_instance()) {
            println!("  to the application instance {}", bot.display_name().or(bot.id()).unwrap_or("(nameless)"));
        }
    }
    match call.meeting_info() {
        Some(MeetingInfo::Token(meeting)) => {
            println!("  in the meeting of the token {}", meeting.token().unwrap_or("(none)"));
        }
        Some(other) => println!("  in a meeting: {}", other.type_name()),
        None => {}
    }
    if let Some(data) = call.application_metadata().and_then(|metadata| metadata.bot_data()) {
        let reasons: Vec<&str> = data.invite_reasons().iter().collect();
        println!(
            "  invited because of {} by the policy {}",
            reasons.join(", "),
            data.policy_identifier().unwrap_or("(none)")
        );
    }
}

/// Says whether the service would take the answer.
fn report(answer: &Answer) {
    let findings = answer.validate();
    println!("  {}", if findings.is_empty() { "valid".to_owned() } else { findings.to_string() });
}
