//! Decoding the policy-recording notification, against everybody.

use std::{error::Error, hint::black_box};

use odatype::graph::CommsNotifications;
use serde::de::IgnoredAny;

use super::{Setting, figures};
use crate::{
    contest::Contest,
    counter::allocations,
    ordered::{Ordered, Tags},
    payload::Payloads,
    rivals::{bare, boxed, lossless, plain},
    row::Row,
    touch::Touch as _,
};

type Plain = plain::microsoft_graph_commsNotifications;
type Boxed = boxed::microsoft_graph_commsNotifications;
type Bare = bare::microsoft_graph_commsNotifications;
type Lossless = lossless::microsoft_graph_commsNotifications;

/// Ratios of decoding.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let json = setting.payloads.p11.as_bytes();
    prove(json)?;
    let mixed = mixed(&setting.payloads)?;
    let each = |decode: &dyn Fn(&[u8])| mixed.iter().for_each(|json| decode(json.as_bytes()));
    let times = Contest::default()
        .add("mixed", || each(&|json| drop(black_box(odatype::from_slice::<CommsNotifications>(json)))))
        .add("mixed ignored", || each(&|json| drop(black_box(serde_json::from_slice::<IgnoredAny>(json)))))
        .add("mixed boxed", || each(&|json| drop(black_box(serde_json::from_slice::<Boxed>(json)))))
        .add("ours", || odatype::from_slice::<CommsNotifications>(json))
        .add("ignored", || serde_json::from_slice::<IgnoredAny>(json))
        .add("plain", || serde_json::from_slice::<Plain>(json))
        .add("boxed", || serde_json::from_slice::<Boxed>(json))
        .add("bare", || serde_json::from_slice::<Bare>(json))
        .add("bridge", || serde_json::from_slice::<CommsNotifications>(json))
        .add("read", || odatype::from_slice::<CommsNotifications>(json).map(|value| (value.touch(), value)))
        .add("value", || serde_json::from_slice::<serde_json::Value>(json))
        .add("lossless", || serde_json::from_slice::<Lossless>(json))
        .add("sonic plain", || sonic_rs::from_slice::<Plain>(json))
        .add("sonic lossless", || sonic_rs::from_slice::<Lossless>(json))
        .run(setting.rounds);
    let (ours, read, bridge) = (times.of("ours"), times.of("read"), times.of("bridge"));
    let (ignored, value, lossless) = (times.of("ignored"), times.of("value"), times.of("lossless"));
    let plain = times.best_of(&["plain", "boxed"]);
    let sonic = times.of("sonic plain");
    let row = |id, what, ours: f64, other: (&str, f64)| {
        Row::info(format!("decode.{id}"), what, ours / other.1).note(figures(&[("ours", ours), other]))
    };
    Ok(vec![
        row("ignored", "decode p11, to `IgnoredAny`", ours, ("rival", ignored)).limits(1.4, 1.0),
        row("plain", "decode p11, to a plain derive", ours, ("rival", plain)).limits(0.9, 0.7),
        row("lossless", "decode p11, to derive with tag and flatten", ours, ("rival", lossless)).limits(0.2, 0.16),
        row("bridge", "decode p11 through `serde_json::from_slice`, to a plain derive", bridge, ("rival", plain))
            .limits(1.35, 1.2),
        row("bare", "decode p11, to a plain derive that drops a third of it", ours, ("rival", times.of("bare"))),
        row("value", "decode p11, to `Value`", ours, ("rival", value)),
        row("sonic", "decode p11, to sonic-rs with a plain derive", ours, ("rival", sonic)),
        row(
            "sonic-lossless",
            "decode p11, to sonic-rs with tag and flatten",
            ours,
            ("rival", times.of("sonic lossless")),
        ),
        row(
            "mixed",
            "decode p1 and p11 in six orders, to `IgnoredAny`",
            times.of("mixed"),
            ("rival", times.of("mixed ignored")),
        ),
        row("mixed.plain", "the same, to a plain derive", times.of("mixed"), ("rival", times.of("mixed boxed"))),
        row("read.ignored", "decode p11 and read every property, to `IgnoredAny`", read, ("rival", ignored)),
        row("read.plain", "decode p11 and read every property, to a plain derive", read, ("rival", plain))
            .limits(1.0, 0.8),
        row("read.lossless", "decode p11 and read every property, to tag and flatten", read, ("rival", lossless)),
    ])
}

/// Notifications of which none has the order of the one before: as they were recorded, tags last, and by the alphabet.
fn mixed(payloads: &Payloads) -> Result<Vec<String>, serde_json::Error> {
    let mut mixed = Vec::new();
    for json in [&payloads.p11, &payloads.p1] {
        let sorted = serde_json::from_str::<serde_json::Value>(json)?.to_string();
        mixed.extend([json.clone(), Ordered::rewrite(json, Tags::Last)?, sorted]);
    }
    Ok(mixed)
}

/// All contestants must understand the payload: who fails early is not fast.
fn prove(json: &[u8]) -> Result<(), Box<dyn Error>> {
    let ours: CommsNotifications = odatype::from_slice(json)?;
    let again: serde_json::Value = serde_json::from_slice(&odatype::to_vec(&ours))?;
    if again != serde_json::from_slice::<serde_json::Value>(json)? {
        return Err("what we decode and encode is not what was read".into());
    }
    serde_json::from_slice::<CommsNotifications>(json)?;
    serde_json::from_slice::<Plain>(json)?;
    serde_json::from_slice::<Boxed>(json)?;
    serde_json::from_slice::<Lossless>(json)?;
    sonic_rs::from_slice::<Plain>(json)?;
    sonic_rs::from_slice::<Lossless>(json)?;
    Ok(())
}

/// Counts of allocations.
pub(super) fn allocation_rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let json = setting.payloads.p11.as_bytes();
    prove(json)?;
    let count = |allocations: u64| f64::from(u32::try_from(allocations).unwrap_or(u32::MAX));
    let (ours, _) = allocations(|| odatype::from_slice::<CommsNotifications>(json));
    let (read, _) = allocations(|| odatype::from_slice::<CommsNotifications>(json).map(|value| (value.touch(), value)));
    let (bridge, _) = allocations(|| serde_json::from_slice::<CommsNotifications>(json));
    let (plain, _) = allocations(|| serde_json::from_slice::<Plain>(json));
    let (boxed, _) = allocations(|| serde_json::from_slice::<Boxed>(json));
    let (lossless, _) = allocations(|| serde_json::from_slice::<Lossless>(json));
    let (value, _) = allocations(|| serde_json::from_slice::<serde_json::Value>(json));
    let rivals = format!("plain {plain} (boxed {boxed}), tag and flatten {lossless}, `Value` {value}");
    Ok(vec![
        Row::info("allocations.decode", "allocations, decode p11", count(ours)).limits(27.0, 12.0).note(rivals),
        Row::info("allocations.read", "allocations, decode p11 and read every property", count(read)),
        Row::info("allocations.bridge", "allocations, decode p11 through `serde_json::from_slice`", count(bridge)),
    ])
}
