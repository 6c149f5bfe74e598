//! Other payloads: small ones, large ones, pages, and reading from a stream.

use std::{error::Error, io::Cursor, marker::PhantomData};

use odatype::{
    Collection, Decode,
    graph::{CommsNotifications, Participant, actions::call::Answer, call_records::CallRecord},
};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::{Setting, figures};
use crate::{
    contest::Contest,
    rivals::{OtherPage, Page, boxed, by_facet, by_miniserde, lossless, plain},
    row::Row,
    touch::Touch,
};

type Notifications = Size<
    CommsNotifications,
    plain::microsoft_graph_commsNotifications,
    boxed::microsoft_graph_commsNotifications,
    lossless::microsoft_graph_commsNotifications,
    by_miniserde::microsoft_graph_commsNotifications,
    by_facet::microsoft_graph_commsNotifications,
>;
type Body = Size<
    Answer,
    plain::microsoft_graph_answer_microsoft_graph_call_,
    boxed::microsoft_graph_answer_microsoft_graph_call_,
    lossless::microsoft_graph_answer_microsoft_graph_call_,
    by_miniserde::microsoft_graph_answer_microsoft_graph_call_,
    by_facet::microsoft_graph_answer_microsoft_graph_call_,
>;
type Records = Size<
    CallRecord,
    plain::microsoft_graph_callRecords_callRecord,
    boxed::microsoft_graph_callRecords_callRecord,
    lossless::microsoft_graph_callRecords_callRecord,
    by_miniserde::microsoft_graph_callRecords_callRecord,
    by_facet::microsoft_graph_callRecords_callRecord,
>;
type Participants = Size<
    Collection<Participant>,
    Page<plain::microsoft_graph_participant>,
    Page<boxed::microsoft_graph_participant>,
    Page<lossless::microsoft_graph_participant>,
    OtherPage<by_miniserde::microsoft_graph_participant>,
    OtherPage<by_facet::microsoft_graph_participant>,
>;

/// What decoding of a payload may cost at most, and should, to `IgnoredAny`.
const LIMITS: &[(&str, f64, f64)] = &[("p0", 1.7, 1.3), ("p1", 1.5, 1.1), ("record", 1.8, 1.3)];

/// Ratios by payload.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let payloads = &setting.payloads;
    let rounds = setting.rounds;
    let mut rows = Vec::new();
    rows.extend(Body::rows("p0", &payloads.p0, rounds)?);
    rows.extend(Notifications::rows("p1", &payloads.p1, rounds)?);
    rows.extend(Records::rows("record", &payloads.record, rounds)?);
    rows.extend(Notifications::rows("notification50", &payloads.notification, rounds)?);
    rows.extend(Participants::rows("participants1000", &payloads.participants, rounds.div_ceil(4))?);
    rows.extend(reader(setting));
    Ok(rows)
}

/// Our type, and the rivals' for the same payload.
struct Size<T, P, B, L, M, F>(PhantomData<(T, P, B, L, M, F)>);

impl Touch for Collection<Participant> {
    fn touch(&self) -> usize {
        self.value.touch()
    }
}

impl<T, P, B, L, M, F> Size<T, P, B, L, M, F>
where
    T: Decode + Touch,
    P: DeserializeOwned,
    B: DeserializeOwned,
    L: DeserializeOwned,
    M: miniserde::Deserialize,
    F: facet::Facet<'static>,
{
    fn rows(name: &str, json: &str, rounds: u32) -> Result<Vec<Row>, Box<dyn Error>> {
        let bytes = json.as_bytes();
        odatype::from_slice::<T>(bytes)?;
        let mut contest = Contest::default()
            .add("ours", || odatype::from_slice::<T>(bytes))
            .add("read", || odatype::from_slice::<T>(bytes).map(|value| (value.touch(), value)))
            .add("ignored", || serde_json::from_slice::<IgnoredAny>(bytes))
            .add("value", || serde_json::from_slice::<Value>(bytes));
        // Who cannot read the payload is left out: tag and flatten where tags are absent, a plain derive where a number
        // is a string, miniserde and facet where an enumeration has a member that they do not know.
        if serde_json::from_slice::<P>(bytes).is_ok() {
            contest = contest
                .add("plain", || serde_json::from_slice::<P>(bytes))
                .add("boxed", || serde_json::from_slice::<B>(bytes))
                .add("sonic", || sonic_rs::from_slice::<P>(bytes));
        }
        if serde_json::from_slice::<L>(bytes).is_ok() {
            contest = contest.add("lossless", || serde_json::from_slice::<L>(bytes));
        }
        if miniserde::json::from_str::<M>(json).is_ok() {
            contest = contest.add("miniserde", || miniserde::json::from_str::<M>(json));
        }
        if facet_json::from_str::<F>(json).is_ok() {
            contest = contest.add("facet", || facet_json::from_str::<F>(json));
        }
        let times = contest.run(rounds);
        let plain = times.best_of(&["plain", "boxed"]);
        let rivals = [
            ("ignored", times.of("ignored"), "`IgnoredAny`"),
            ("plain", plain, "a plain derive"),
            ("lossless", times.of("lossless"), "derive with tag and flatten"),
            ("value", times.of("value"), "`Value`"),
            ("sonic", times.of("sonic"), "sonic-rs with a plain derive"),
            ("miniserde", times.of("miniserde"), "miniserde with a plain derive"),
            ("facet", times.of("facet"), "facet-json with a plain derive"),
        ];
        let mut rows = Vec::new();
        for (id, rival, what) in rivals.into_iter().filter(|(_, rival, _)| rival.is_finite()) {
            let ours = times.of("ours");
            let what = format!("decode {name} ({} B), to {what}", json.len());
            let note = figures(&[("ours", ours), ("rival", rival)]);
            let row = Row::info(format!("sizes.{name}.{id}"), what, ours / rival).note(note);
            rows.push(match LIMITS.iter().find(|(limited, ..)| *limited == name && id == "ignored") {
                Some(&(_, must, aim)) => row.limits(must, aim),
                None => row,
            });
        }
        if plain.is_finite() {
            let read = times.of("read");
            let what = format!("decode {name} and read every property, to a plain derive");
            let note = figures(&[("ours", read), ("rival", plain)]);
            rows.push(Row::info(format!("sizes.{name}.read"), what, read / plain).note(note).limits(1.0, 0.8));
        }
        Ok(rows)
    }
}

/// Reading from a stream.
fn reader(setting: &Setting) -> Vec<Row> {
    type Plain = plain::microsoft_graph_commsNotifications;
    let json = setting.payloads.notification.as_bytes();
    let times = Contest::default()
        .add("ours", || odatype::from_reader::<CommsNotifications>(Cursor::new(json)))
        .add("slice", || odatype::from_slice::<CommsNotifications>(json))
        .add("plain", || serde_json::from_reader::<_, Plain>(Cursor::new(json)))
        .run(setting.rounds);
    let row = |id: &str, what: &str, rival| {
        let (ours, rival) = (times.of("ours"), times.of(rival));
        Row::info(format!("sizes.reader.{id}"), what, ours / rival).note(figures(&[("ours", ours), ("rival", rival)]))
    };
    vec![
        row("plain", "decode 50 values from a stream, to serde_json's reader with a plain derive", "plain"),
        row("slice", "decode 50 values from a stream, to from memory", "slice"),
    ]
}
