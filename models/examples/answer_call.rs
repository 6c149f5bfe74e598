//! A recording bot's first moments: it is notified of a call, sees what the notification is about, and answers, with
//! media that it hosts itself or with media that the service hosts.
//!
//! `cargo run -p odatype --example answer_call [NOTIFICATION.json]`

use std::{env, error::Error, fs};

use odatype::{
    Partial, Structured,
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
    // What does not fit costs only itself.
    let Partial { value: notifications, findings, .. } =
        odatype::from_slice_partial::<CommsNotifications>(json.as_bytes())?;
    for finding in &findings {
        println!("Not as the schema has it: {finding}");
    }
    for notification in notifications.value() {
        let change = notification.change_type().map_or_else(|| "changed".to_owned(), |change| change.to_string());
        println!("Notified: {change} {}", notification.resource_url().unwrap_or("something without a URL"));
        for resource in notification.resource_data().into_iter().flatten() {
            match resource {
                CommsNotificationResourceData::Call(call) => describe(call),
                CommsNotificationResourceData::Unknown(other) => {
                    println!("  a resource that the schema does not know: {}", odatype::to_string(other));
                }
                other => println!("  a resource of the type {}", other.type_name()),
            }
        }
    }
    let unchanged: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(odatype::to_value(&notifications)?, unchanged, "what was read is written back as it was");

    let own_media = AppHostedMediaConfig::new().with(AppHostedMediaConfig::BLOB, "<media session configuration>");
    let beep =
        MediaInfo::new().with(MediaInfo::URI, "https://bot.example/beep.wav").with(MediaInfo::RESOURCE_ID, "beep");
    let hosted = ServiceHostedMediaConfig::new().with(ServiceHostedMediaConfig::PRE_FETCH_MEDIA, [beep]);
    for (title, media) in [
        ("An answer with media of the bot's own", MediaConfig::from(own_media.clone())),
        ("An answer with media that the service hosts", MediaConfig::from(hosted)),
    ] {
        let answer = answer("https://bot.example/calls", media);
        println!("\n{title}: {}\n{}", verdict(&answer), serde_json::to_string_pretty(&answer)?);
    }
    println!(
        "\nAn answer to call back without TLS: {}",
        verdict(&answer("http://bot.example/calls", own_media.into()))
    );
    Ok(())
}

/// An answer to a call that is to be recorded.
fn answer(callback_uri: &str, media_config: MediaConfig) -> Answer {
    let options = IncomingCallOptions::new().with(IncomingCallOptions::IS_CONTENT_SHARING_NOTIFICATION_ENABLED, true);
    Answer::new(AnswerRequired { callback_uri, media_config })
        .with(Answer::ACCEPTED_MODALITIES, [Modality::Audio])
        .with(Answer::CALL_OPTIONS, options)
        .with(Answer::PARTICIPANT_CAPACITY, 200)
}

/// What a bot looks at in a call.
fn describe(call: &Call) {
    let say =
        |what: &str, value: Option<&str>| println!("  {:<12} {}", format!("{what}:"), value.unwrap_or("not told"));
    say("state", call.state().as_ref().map(CallState::as_str));
    say("tenant", call.tenant_id());
    let user = call.source().and_then(|source| source.identity()?.user());
    say("from", user.and_then(|user| user.display_name().or(user.id())));
    for target in call.targets() {
        let bot = target.identity().and_then(|identity| identity.application_instance());
        say("to", bot.and_then(|bot| bot.display_name().or(bot.id())));
    }
    match call.meeting_info() {
        Some(MeetingInfo::Token(meeting)) => say("join token", meeting.token()),
        Some(other) => say("meeting", Some(other.type_name())),
        None => {}
    }
    if let Some(data) = call.application_metadata().and_then(|metadata| metadata.bot_data()) {
        let reasons: Vec<&str> = data.invite_reasons().iter().collect();
        say("because of", Some(&reasons.join(", ")));
        say("policy", data.policy_identifier());
    }
}

/// Whether the service would take an answer, and why not.
fn verdict(answer: &Answer) -> String {
    match answer.validate().first() {
        None => "valid".to_owned(),
        Some(finding) => {
            format!("not valid\n  {}: expected {}, found {}", finding.pointer(), finding.expected(), finding.found())
        }
    }
}
