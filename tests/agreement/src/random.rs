//! Random choices that are the same on every run.

pub use fastrand::Rng;

/// Random numbers from the environment variable `ODATYPE_SEED` on, or else always the same; `salt` tells one test's
/// from another's.
#[must_use]
pub fn seeded(salt: u64) -> Rng {
    let seed: u64 = std::env::var("ODATYPE_SEED").map_or(1, |text| text.parse().unwrap());
    Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(salt))
}

/// How many cases to try: the environment variable `ODATYPE_CASES`, or else `default`.
#[must_use]
pub fn cases(default: usize) -> usize {
    std::env::var("ODATYPE_CASES").map_or(default, |text| text.parse().unwrap())
}

/// True once in `times`.
pub fn one_in(rng: &mut Rng, times: usize) -> bool {
    rng.usize(..times.max(1)) == 0
}

/// One of `items`, which are not empty.
pub fn pick<'t, T>(rng: &mut Rng, items: &'t [T]) -> &'t T {
    &items[rng.usize(..items.len())]
}
