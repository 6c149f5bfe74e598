//! Timing: all contestants take turns in one process, and the fastest round of each counts.

use std::{
    collections::BTreeMap,
    hint::black_box,
    time::{Duration, Instant},
};

/// How long one contestant's turn should be.
const TURN: Duration = Duration::from_micros(400);

type Turn<'a> = Box<dyn FnMut(u32) + 'a>;

/// Contestants.
#[derive(Default)]
pub struct Contest<'a> {
    turns: Vec<(&'static str, Turn<'a>)>,
}

/// Nanoseconds by contestant.
#[derive(Clone, Debug, Default)]
pub struct Times(BTreeMap<&'static str, f64>);

impl<'a> Contest<'a> {
    /// Adds a contestant; what `run` returns is dropped within the time.
    #[must_use]
    pub fn add<T>(mut self, name: &'static str, mut run: impl FnMut() -> T + 'a) -> Self {
        let turn = move |times| {
            for _ in 0..times {
                black_box(run());
            }
        };
        self.turns.push((name, Box::new(turn)));
        self
    }

    /// Lets them all run `rounds` times in turn.
    pub fn run(mut self, rounds: u32) -> Times {
        let repeats: Vec<u32> = self.turns.iter_mut().map(|(_, turn)| repeats(turn)).collect();
        let mut best = Times::default();
        for _ in 0..rounds {
            for ((name, turn), &times) in self.turns.iter_mut().zip(&repeats) {
                let time = timed(turn, times) / f64::from(times);
                best.0.entry(name).and_modify(|known| *known = known.min(time)).or_insert(time);
            }
        }
        best
    }
}

impl Times {
    /// Nanoseconds of `name`; infinite if nobody is named so.
    pub fn of(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or(f64::INFINITY)
    }

    /// Nanoseconds of the fastest of `names`.
    pub fn best_of(&self, names: &[&str]) -> f64 {
        names.iter().map(|name| self.of(name)).fold(f64::INFINITY, f64::min)
    }
}

/// How often a contestant runs in one turn.
fn repeats(turn: &mut Turn<'_>) -> u32 {
    let mut times = 1;
    while times < 1 << 20 && timed(turn, times) < TURN.as_secs_f64() * 1e9 {
        times *= 2;
    }
    times
}

/// Nanoseconds of one turn.
fn timed(turn: &mut Turn<'_>, times: u32) -> f64 {
    let start = Instant::now();
    turn(times);
    start.elapsed().as_secs_f64() * 1e9
}
