//! How much work a schema makes, for tests: growth is judged by steps that are counted, since times depend on the
//! machine.

#[cfg(feature = "steps")]
std::thread_local! {
    static COUNT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// One more step of a walk that could grow faster than the schema.
#[inline]
pub(crate) fn step() {
    #[cfg(feature = "steps")]
    COUNT.set(COUNT.get() + 1);
}

/// How many steps `work` takes.
#[cfg(feature = "steps")]
pub fn counted<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = COUNT.get();
    let value = work();
    (COUNT.get() - before, value)
}
