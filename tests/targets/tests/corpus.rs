//! The seeds of every target, and a few thousand of what chance makes of them: always the same, so that what fails
//! fails again.

use odatype_targets::{TARGETS, seeds};

#[test]
fn seeds_hold() {
    for target in &TARGETS {
        for (path, bytes) in seeds(target.name).files {
            println!("{}", path.display());
            (target.run)(&bytes);
        }
    }
}

#[test]
fn what_chance_makes_of_them_holds() {
    for target in &TARGETS {
        let (seeds, mut random) = (seeds(target.name), fastrand::Rng::with_seed(7));
        let slow = ["csdl", "overlay", "manifest", "diff"].contains(&target.name);
        for number in 0..if slow { 100 } else { 1000 } {
            let bytes = seeds.mutated(&mut random);
            println!("{} {number}: {}", target.name, bytes.escape_ascii());
            (target.run)(&bytes);
        }
    }
}
