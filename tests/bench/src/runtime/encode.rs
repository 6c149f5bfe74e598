//! Encoding the policy-recording notification: as it was decoded, after it was read, and after a change deep in it.

use std::error::Error;

use odatype::{
    OneOrMany, Structured,
    graph::{Call, CommsNotification, CommsNotificationResourceData, CommsNotifications},
};

use super::{Setting, figures};
use crate::{
    contest::Contest,
    rivals::{lossless, plain},
    row::Row,
    touch::Touch as _,
};

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
        row("bridge", "encode p11 through `serde_json::to_vec`, to a `Value`", "bridge", "value"),
        row("plain", "encode p11 as decoded, to a plain derive (which writes less)", "decoded", "plain"),
        row("lossless", "encode p11 as decoded, to tag and flatten", "decoded", "lossless"),
    ])
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
