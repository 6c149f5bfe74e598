//! The payloads of the page that odatype started from, read as the types that a calling bot works with.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

use odatype::{
    OneOrMany, Presence, Structured, from_str,
    graph::{
        AnyIdentity, Call, CallDirection, CallState, ChangeType, CommsNotification, CommsNotificationResourceData,
        CommsNotifications, EndpointType, Identity, InvitationParticipantInfo, MediaConfig, MeetingInfo, Modality,
        RoutingType, actions,
    },
};
use odatype_tests::corpus;

/// The payload of the page with this number.
fn payload(number: usize) -> String {
    let id = format!("call-answer#{number}");
    corpus::page().into_iter().find(|record| record.id == id).unwrap().payload
}

fn notification(number: usize) -> CommsNotification {
    let notifications: CommsNotifications = from_str(&payload(number)).unwrap();
    let [one] = notifications.value() else { panic!("one notification expected: {notifications:?}") };
    assert_eq!(one.odata_type().as_deref(), Some("#microsoft.graph.commsNotification"));
    one.clone()
}

fn call(notification: &CommsNotification) -> &Call {
    match notification.resource_data() {
        Some(OneOrMany::One(CommsNotificationResourceData::Call(call))) => call,
        other => panic!("a call expected: {other:?}"),
    }
}

fn answer(number: usize) -> actions::call::Answer {
    from_str(&payload(number)).unwrap()
}

/// The identity itself, not one of another type.
fn identity(found: Option<&AnyIdentity>) -> &Identity {
    match found {
        Some(AnyIdentity::Identity(identity)) => identity,
        other => panic!("an identity expected: {other:?}"),
    }
}

#[odatype_data::test]
fn states_of_a_call() {
    for (number, change, state) in [
        (2, ChangeType::Created, CallState::Incoming),
        (4, ChangeType::Updated, CallState::Establishing),
        (5, ChangeType::Updated, CallState::Established),
        (6, ChangeType::Created, CallState::Incoming),
        (8, ChangeType::Updated, CallState::Establishing),
        (9, ChangeType::Updated, CallState::Established),
    ] {
        let notification = notification(number);
        assert_eq!(notification.change_type(), Some(change), "{number}");
        let path = "/communications/calls/57DAB8B1894C409AB240BD8BEAE78896";
        assert_eq!(notification.resource_url(), Some(path), "{number}");
        let call = call(&notification);
        assert_eq!(call.state(), Some(state), "{number}");
        assert!(!call.is_foreign());
        assert_eq!(call.odata_type().as_deref(), Some("#microsoft.graph.call"));
        assert!(call.dynamic_members().map(|(name, _)| name).eq(["@odata.id", "@odata.etag"]), "{number}");
        assert_eq!(call.dynamic("@odata.etag").unwrap().as_str().as_deref(), Some(r#"W/"5445""#));
    }
}

#[odatype_data::test]
fn incoming_call_with_routes() {
    let notification = notification(2);
    let call = call(&notification);
    assert_eq!(call.direction(), Some(CallDirection::Incoming));
    let [route] = call.call_routes() else { panic!("one route expected") };
    assert_eq!(route.routing_type(), Some(RoutingType::Lookup));
    let phone = identity(route.original().unwrap().phone());
    assert_eq!(phone.id(), Some("+14258828080"));
    let target = identity(route.r#final().unwrap().user());
    assert_eq!(target.display_name(), Some("Heidi Steen"));
    let source = call.source().unwrap();
    assert_eq!((source.region(), source.language_id()), (Some("westus"), Some("en-US")));
    assert_eq!(identity(source.identity().unwrap().user()).display_name(), Some("Test User"));
    let [target] = call.targets() else { panic!("one target expected") };
    let application = identity(target.identity().unwrap().application());
    assert_eq!(application.display_name(), Some("Test BOT"));
    assert_eq!(target.language_id(), Some("en-US"));
    assert!(call.requested_modalities().iter().eq([Modality::Audio]));
}

#[odatype_data::test]
fn targets_of_a_call_with_application_hosted_media() {
    let notification = notification(6);
    let [target] = call(&notification).targets() else { panic!("one target expected") };
    assert_eq!(target.odata_type().as_deref(), Some("#microsoft.graph.invitationParticipantInfo"));
    assert_eq!((target.region(), target.language_id()), (Some("westus"), Some("en-US")));
    assert_eq!(target.dynamic_members().count(), 0);
}

#[odatype_data::test]
fn content_sharing_notifications() {
    for (number, change) in [(10, ChangeType::Created), (11, ChangeType::Deleted)] {
        let notification = notification(number);
        assert_eq!(notification.change_type(), Some(change));
        assert!(notification.resource_url().unwrap().contains("/contentsharingsessions/"));
        assert_eq!(notification.presence(CommsNotification::RESOURCE_DATA), Presence::Absent);
    }
}

#[odatype_data::test]
fn policy_recording_notification() {
    let notification = notification(12);
    assert_eq!(notification.resource(), Some("/app/calls/e71f0300-9c1f-4d99-b5f4-2722e877d497"));
    let call = call(&notification);
    assert_eq!(call.dynamic_members().count(), 0);
    let source = call.source().unwrap();
    assert_eq!(source.id(), Some("90fad2ce-8989-41a1-8a66-f6636e629a2a"));
    assert_eq!(source.endpoint_type(), Some(EndpointType::Default));
    assert_eq!(identity(source.identity().unwrap().user()).identity_provider(), Some("AAD"));
    let [target] = call.targets() else { panic!("one target expected") };
    let instance = identity(target.identity().unwrap().application_instance());
    assert_eq!(instance.id(), Some("832899f8-2ea1-4604-8413-27bd2892079f"));
    assert_eq!(instance.identity_provider(), Some("AAD"));
    assert_eq!(target.endpoint_type(), Some(EndpointType::Default));
    assert_eq!(
        (target.presence(InvitationParticipantInfo::REGION), target.presence(InvitationParticipantInfo::LANGUAGE_ID)),
        (Presence::Null, Presence::Null)
    );
    let Some(MeetingInfo::Token(meeting)) = call.meeting_info() else { panic!("{:?}", call.meeting_info()) };
    assert_eq!(meeting.token(), Some("join token"));
    assert_eq!(call.tenant_id(), Some("932899f8-2ea1-4604-8413-27bd2892079f"));
    assert_eq!(call.my_participant_id(), Some("1520a1a5-5394-4a41-aa72-9ee6fa18cfc8"));
    let context = call.incoming_context().unwrap();
    assert_eq!(context.observed_participant_id(), Some("30fad2ce-8989-41a1-8a66-f6636e629a2a"));
    let bot = call.application_metadata().unwrap().bot_data().unwrap();
    assert_eq!(bot.media_hosted_region(), Some("USEA"));
    assert!(bot.invite_reasons().iter().eq(["PolicyBasedRecording"]));
    assert_eq!(bot.user().unwrap().participation_method(), Some("callee"));
    let other = bot.other_side_user().unwrap();
    assert_eq!(other.on_behalf_of().unwrap().id(), Some("871f0300-9c1f-4d99-b5f4-2722e877d490"));
    assert_eq!(bot.paired_recorders().len(), 1);
    assert_eq!(bot.other_recorders().len(), 1);
}

#[odatype_data::test]
fn answers_with_application_hosted_media() {
    for number in [1, 7] {
        let answer = answer(number);
        let Some(MediaConfig::AppHosted(media)) = answer.media_config() else { panic!("{:?}", answer.media_config()) };
        assert_eq!(media.blob(), Some("<Media Session Configuration Blob>"));
        assert!(answer.accepted_modalities().iter().eq([Modality::Audio]));
    }
    let answer = answer(1);
    let options = answer.call_options().unwrap();
    assert_eq!(options.odata_type().as_deref(), Some("#microsoft.graph.incomingCallOptions"));
    assert_eq!(options.is_content_sharing_notification_enabled(), Some(true));
    assert_eq!(options.is_delta_roster_enabled(), Some(true));
    assert_eq!(answer.participant_capacity(), Some(200));
}

#[odatype_data::test]
fn answer_with_service_hosted_media() {
    let answer = answer(3);
    let Some(MediaConfig::ServiceHosted(media)) = answer.media_config() else { panic!("{:?}", answer.media_config()) };
    let uris: Vec<_> = media.pre_fetch_media().iter().map(|media| media.uri()).collect();
    assert_eq!(uris, [Some("https://cdn.contoso.com/beep.wav"), Some("https://cdn.contoso.com/cool.wav")]);
    assert_eq!(media.pre_fetch_media()[1].resource_id(), Some("1D6DE2D4-CD51-4309-8DAA-70768651088F"));
}
