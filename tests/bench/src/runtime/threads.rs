//! Two threads: whether they are in each other's way.

use std::{
    error::Error,
    hint::black_box,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use odatype::graph::CommsNotifications;

use super::Setting;
use crate::{rivals::boxed, row::Row, touch::Touch as _};

/// How long one round lasts.
const ROUND: Duration = Duration::from_millis(5);

/// What two threads do together, to what one does alone.
pub(super) fn rows(setting: &Setting) -> Result<Vec<Row>, Box<dyn Error>> {
    let json = setting.payloads.p11.as_bytes();
    let shared: CommsNotifications = odatype::from_slice(json)?;
    let decode = || drop(black_box(odatype::from_slice::<CommsNotifications>(json)));
    let plain = || drop(black_box(serde_json::from_slice::<boxed::microsoft_graph_commsNotifications>(json)));
    let read = || _ = black_box(shared.touch());
    Ok(vec![
        row("threads.decode", "decode p11 on two threads, throughput to one", setting, &decode),
        row("threads.plain", "a plain derive on two threads, throughput to one", setting, &plain),
        row("threads.read", "read one shared value on two threads, throughput to one", setting, &read),
    ])
}

fn row(id: &str, what: &str, setting: &Setting, run: &(impl Fn() + Sync)) -> Row {
    let (mut one, mut two) = (0.0_f64, 0.0_f64);
    for _ in 0..setting.rounds.div_ceil(4) {
        one = one.max(throughput(1, run));
        two = two.max(throughput(2, run));
    }
    let note = format!("one {:.0}/ms, two {:.0}/ms", one / 1e3, two / 1e3);
    Row::info(id, what, two / one).note(note)
}

/// Runs a second, all threads together.
fn throughput(threads: usize, run: &(impl Fn() + Sync)) -> f64 {
    let start = Barrier::new(threads);
    let one = || {
        start.wait();
        let (begin, mut count) = (Instant::now(), 0_u32);
        while begin.elapsed() < ROUND {
            (0..16).for_each(|_| run());
            count += 16;
        }
        f64::from(count) / begin.elapsed().as_secs_f64()
    };
    thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        all.into_iter().map(|thread| thread.join().unwrap_or(0.0)).sum()
    })
}
