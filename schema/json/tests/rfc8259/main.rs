//! The reader accepts and refuses what RFC 8259 says, and reads the same values as `serde_json`, bit for bit: the cases
//! of the public JSON parsing suite, and many texts that are made, whole or broken.
//!
//! `ODATYPE_CASES` sets how many texts are made; the same ones on every run. `ODATYPE_SEED` makes others.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is not as it should be")]

mod accept;
mod agree;
mod either;
mod make;
mod mutate;
mod number;
mod random;
mod refuse;

use std::env;

use odatype_json::MAX_DEPTH;

use self::{agree::agree, make::Maker, random::Random};

/// How many texts a test makes where the environment does not say.
const CASES: usize = 6000;

#[test]
fn accepts_what_json_is() {
    for (name, text) in accept::CASES {
        assert_eq!(agree(text), Ok(true), "{name}");
    }
}

#[test]
fn refuses_what_json_is_not() {
    for (name, text) in refuse::CASES {
        assert_eq!(agree(text), Ok(false), "{name}");
    }
}

#[test]
fn decides_what_is_left_open() {
    for (name, text, accepted) in either::CASES {
        assert_eq!(agree(text), Ok(*accepted), "{name}");
    }
}

/// The suite's cases of 500, 50,000 and 100,000 levels, and those around the limit, in each kind of container.
#[test]
fn nesting_is_bounded() {
    let limit = MAX_DEPTH;
    for (open, close) in [("[", "]"), ("{\"\":", "}"), ("[{\"a\":", "}]"), (" [ ", " ] ")] {
        let levels = open.matches(['[', '{']).count();
        for depth in [1, 2, limit - 1, limit, limit + 1, 500] {
            let times = depth / levels;
            let whole = format!("{}0{}", open.repeat(times), close.repeat(times));
            assert_eq!(agree(whole.as_bytes()), Ok(times * levels <= limit), "{depth} levels of {open}");
        }
        for depth in [limit, limit + 1, 50_000, 100_000] {
            assert_eq!(agree(open.repeat(depth).as_bytes()), Ok(false), "{depth} open {open}");
        }
    }
}

/// Texts that are JSON, or nearly.
#[test]
fn made_texts() {
    let mut random = random();
    try_all(cases(), || Maker::new(&mut random).text());
}

/// Texts that were JSON, and the suite's cases, with something taken out, put in, moved or replaced.
#[test]
fn changed_texts() {
    let mut random = random();
    let suite: Vec<&[u8]> = accept::CASES.iter().chain(refuse::CASES).map(|(_, text)| *text).collect();
    let suite: Vec<&[u8]> = suite.into_iter().chain(either::CASES.iter().map(|(_, text, _)| *text)).collect();
    try_all(cases(), || {
        let mut text =
            if random.one_in(3) { random.pick(&suite).to_vec() } else { Maker::new(&mut random).valid().text() };
        mutate::mutate(&mut text, &mut random);
        text
    });
}

/// Numbers alone: where floats are rounded, overflow and vanish.
#[test]
fn made_numbers() {
    let mut random = random();
    try_all(cases(), || {
        let mut maker = Maker::new(&mut random);
        maker.number();
        maker.text_so_far()
    });
}

/// Tries so many texts, of which neither too few may be JSON nor too few not.
fn try_all(count: usize, mut next: impl FnMut() -> Vec<u8>) {
    let mut accepted = 0;
    for _ in 0..count {
        let text = next();
        match agree(&text) {
            Ok(is_json) => accepted += usize::from(is_json),
            Err(error) => panic!("{error}\n{}\n{text:?}", String::from_utf8_lossy(&text)),
        }
    }
    println!("{count} tried, {accepted} accepted");
    assert!((count / 20..count - count / 20).contains(&accepted), "one-sided: {accepted} of {count} accepted");
}

fn cases() -> usize {
    env::var("ODATYPE_CASES").map_or(CASES, |text| text.parse().unwrap())
}

fn random() -> Random {
    Random::new(env::var("ODATYPE_SEED").map_or(1, |text| text.parse().unwrap()))
}
