//! Choices.

use proptest::{
    strategy::{SBoxedStrategy, Strategy, Union, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// JSON texts of some kind.
pub(super) type Texts = SBoxedStrategy<String>;

/// A number below `count`, which is not zero.
pub(super) fn below(runner: &mut TestRunner, count: usize) -> usize {
    (0..count.max(1)).new_tree(runner).map_or(0, |tree| tree.current())
}

/// True once in `times`.
pub(super) fn one_in(runner: &mut TestRunner, times: usize) -> bool {
    below(runner, times) == 0
}

/// One of `items`, if there are any.
pub(super) fn pick<T: Copy>(runner: &mut TestRunner, items: &[T]) -> Option<T> {
    items.get(below(runner, items.len())).copied()
}

/// What `make` makes of the first of `items`, from a random one on, of which it makes anything; else why it makes
/// nothing of the last, or nothing if there are none.
pub(super) fn first_of<T: Copy, M, E>(
    runner: &mut TestRunner,
    items: &[T],
    mut make: impl FnMut(T, &mut TestRunner) -> Result<M, E>,
) -> Option<Result<M, E>> {
    let start = below(runner, items.len());
    let mut outcome = None;
    for item in items.iter().cycle().skip(start).take(items.len()) {
        outcome = Some(make(*item, runner));
        if let Some(Ok(_)) = outcome {
            break;
        }
    }
    outcome
}

/// All of `strategies`, each as often as its weight says; there is at least one.
pub(super) fn weighted<T: std::fmt::Debug + 'static>(strategies: Vec<(u32, SBoxedStrategy<T>)>) -> SBoxedStrategy<T> {
    Union::new_weighted(strategies).sboxed()
}

/// A runner that makes the same choices for the same seed.
pub(super) fn seeded(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}
