//! Encoding the policy-recording notification: as it was decoded, after it was read, and after a change deep in it.

use std::error::Error;

use odatype::{
    OneOrMany, Structured,
    graph::{
        AnyIdentity, AnyIdentitySet, Call, CommsNotification, CommsNotificationResourceData, CommsNotifications,
        ParticipantInfo,
    },
};

use super::{Setting, figures};
use crate::{
    contest::Contest,
    rivals::{lossless, plain},
    row::Row,
    touch::Touch as _,
};

/// The name that a caller gets.
const NAME: &str = "A caller";

/// Ratios of encoding.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let json = setting.payloads.p11.as_bytes();
    let decoded: CommsNotifications = odatype::from_slice(json)?;
    let read = decoded.clone();
    read.touch();
    let built = rebuilt(&decoded);
    let spaced: CommsNotifications = odatype::from_slice(&pretty(json)?)?;
    let value: serde_json::Value = serde_json::from_slice(json)?;
    let plain: plain::microsoft_graph_commsNotifications = serde_json::from_slice(json)?;
    let lossless: lossless::microsoft_graph_commsNotifications = serde_json::from_slice(json)?;
    let times = Contest::default()
        .add("decoded", || odatype::to_vec(&decoded))
        .add("value", || serde_json::to_vec(&value))
        .add("read", || odatype::to_vec(&read))
        .add("built", || odatype::to_vec(&built))
        .add("spaced", || odatype::to_vec(&spaced))
        .add("bridge", || serde_json::to_vec(&decoded))
        .add("plain", || serde_json::to_vec(&plain))
        .add("lossless", || serde_json::to_vec(&lossless))
        .add("edit", || edit(json))
        .add("edit value", || edit_value(json))
        .run(setting.rounds);
    let row = |id, what, ours, rival| {
        let (ours, rival) = (times.of(ours), times.of(rival));
        Row::info(format!("encode.{id}"), what, ours / rival).note(figures(&[("ours", ours), ("rival", rival)]))
    };
    Ok(vec![
        row("value", "encode p11 as decoded, to encoding a `Value`", "decoded", "value").limits(0.42, 0.35),
        row("read", "encode p11 after every property was read, to a `Value`", "read", "value"),
        row("spaced", "encode p11 as decoded from text with white space, to a `Value`", "spaced", "value"),
        row("built", "encode p11 with every object of the path to the call set anew, to a `Value`", "built", "value"),
        row("bridge", "encode p11 through `serde_json::to_vec`, to a `Value`", "bridge", "value").limits(1.0, 0.8),
        row("edit", "decode p11, change who calls, and encode it, to the same of a `Value`", "edit", "edit value")
            .limits(0.5, 0.4),
        row("plain", "encode p11 as decoded, to a plain derive (which writes less)", "decoded", "plain"),
        row("lossless", "encode p11 as decoded, to tag and flatten", "decoded", "lossless"),
    ])
}

/// Gives the caller another name, deep in the call.
fn edit(json: &[u8]) -> Result<Vec<u8>, odatype::Error> {
    let mut read: CommsNotifications = odatype::from_slice(json)?;
    for notification in read.edit(CommsNotifications::VALUE) {
        for resource in notification.get_mut(CommsNotification::RESOURCE_DATA).into_iter().flatten() {
            if let CommsNotificationResourceData::Call(call) = resource {
                let caller = call.edit(Call::SOURCE).edit(ParticipantInfo::IDENTITY).edit(AnyIdentitySet::USER);
                caller.set(AnyIdentity::DISPLAY_NAME, NAME);
            }
        }
    }
    Ok(odatype::to_vec(&read))
}

/// The same with what has no types.
fn edit_value(json: &[u8]) -> Result<Vec<u8>, serde_json::Error> {
    let mut read: serde_json::Value = serde_json::from_slice(json)?;
    for notification in read["value"].as_array_mut().into_iter().flatten() {
        notification["resourceData"]["source"]["identity"]["user"]["displayName"] = NAME.into();
    }
    serde_json::to_vec(&read)
}

/// The same text with white space between all tokens, so that it is not written as it was read.
fn pretty(json: &[u8]) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec_pretty(&serde_json::from_slice::<serde_json::Value>(json)?)
}

/// The same value, with every object on the path to the call changed to what it was.
fn rebuilt(decoded: &CommsNotifications) -> CommsNotifications {
    let notifications = decoded.value().iter().map(|notification| match notification.resource_data() {
        Some(OneOrMany::One(CommsNotificationResourceData::Call(call))) => {
            let mut call = call.clone();
            if let Some(state) = call.state() {
                call = call.with(Call::STATE, state);
            }
            if let Some(source) = call.source().cloned() {
                call = call.with(Call::SOURCE, source);
            }
            notification.clone().with(CommsNotification::RESOURCE_DATA, OneOrMany::One(call.into()))
        }
        _ => notification.clone(),
    });
    decoded.clone().with(CommsNotifications::VALUE, notifications.collect::<Vec<_>>())
}
