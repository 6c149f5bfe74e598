//! Counts allocations: a switch that is off while time is measured, so that nobody pays for the counting.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
};

static COUNTING: AtomicBool = AtomicBool::new(false);
static COUNT: AtomicU64 = AtomicU64::new(0);

/// The system's allocator, counted.
pub struct Counter;

#[expect(unsafe_code, reason = "an allocator cannot be written without; every call is the system allocator's own")]
// SAFETY: all three pass their arguments on unchanged to the system's allocator.
unsafe impl GlobalAlloc for Counter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[inline]
fn count() {
    if COUNTING.load(Relaxed) {
        COUNT.fetch_add(1, Relaxed);
    }
}

/// How often `run` allocates or grows what it allocated.
pub fn allocations<T>(run: impl FnOnce() -> T) -> (u64, T) {
    COUNT.store(0, Relaxed);
    COUNTING.store(true, Relaxed);
    let value = run();
    COUNTING.store(false, Relaxed);
    (COUNT.load(Relaxed), value)
}
