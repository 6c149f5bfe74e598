//! Runs all targets, or those that are named, on what chance makes of their seeds, for so many seconds: `cargo run
//! --release -p odatype-targets --example mutate -- 600 [seed] [target…]`. What fails is written to the folder for
//! temporary files, and told; so is what takes longer than a second.

use std::{
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use odatype_targets::{TARGETS, seeds};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize, default| arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(default);
    let (seconds, seed) = (number(0, 60), number(1, 1));
    let targets: Vec<_> =
        TARGETS.iter().filter(|it| arguments.len() < 3 || arguments[2..].iter().any(|name| name == it.name)).collect();
    let share = Duration::from_secs(seconds) / u32::try_from(targets.len()).unwrap_or(1).max(1);
    for target in targets {
        let (seeds, mut random) = (seeds(target.name), fastrand::Rng::with_seed(seed));
        let (start, mut runs, mut failed, mut slowest) = (Instant::now(), 0_u64, 0_u64, Duration::ZERO);
        while start.elapsed() < share {
            let bytes = seeds.mutated(&mut random);
            let before = Instant::now();
            let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(&bytes)));
            slowest = slowest.max(before.elapsed());
            runs += 1;
            if outcome.is_err() || before.elapsed() > Duration::from_secs(1) {
                failed += 1;
                let file = env::temp_dir().join(format!("odatype-{}-{seed}-{runs}", target.name));
                println!("{}: {}: {:?}", target.name, file.display(), fs::write(&file, &bytes));
            }
        }
        println!(
            "{}: {runs} runs in {:?}, {failed} failed, the slowest took {slowest:?}",
            target.name,
            start.elapsed()
        );
    }
}
