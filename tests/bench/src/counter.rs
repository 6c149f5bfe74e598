//! Counts allocations and what stays of them: a switch that is off while time is measured, so that nobody pays for the
//! counting.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering::Relaxed},
};

static COUNTING: AtomicBool = AtomicBool::new(false);
static COUNT: AtomicU64 = AtomicU64::new(0);
/// Bytes that were allocated and not freed.
static KEPT: AtomicI64 = AtomicI64::new(0);

/// The system's allocator, counted.
pub struct Counter;

#[expect(unsafe_code, reason = "an allocator cannot be written without; every call is the system allocator's own")]
// SAFETY: all three pass their arguments on unchanged to the system's allocator.
unsafe impl GlobalAlloc for Counter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(signed(layout.size()));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if COUNTING.load(Relaxed) {
            KEPT.fetch_sub(signed(layout.size()), Relaxed);
        }
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(signed(size) - signed(layout.size()));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[inline]
fn count(bytes: i64) {
    if COUNTING.load(Relaxed) {
        COUNT.fetch_add(1, Relaxed);
        KEPT.fetch_add(bytes, Relaxed);
    }
}

/// No allocation has more bytes than half of what 64 bits count.
#[expect(clippy::cast_possible_wrap, reason = "see above")]
fn signed(bytes: usize) -> i64 {
    bytes as i64
}

/// How often `run` allocates or grows what it allocated.
pub fn allocations<T>(run: impl FnOnce() -> T) -> (u64, T) {
    COUNT.store(0, Relaxed);
    COUNTING.store(true, Relaxed);
    let value = run();
    COUNTING.store(false, Relaxed);
    (COUNT.load(Relaxed), value)
}

/// How many bytes are there after `run` that were not there before, what it gives not dropped.
pub fn kept<T>(run: impl FnOnce() -> T) -> (i64, T) {
    KEPT.store(0, Relaxed);
    let (_, value) = allocations(run);
    (KEPT.load(Relaxed), value)
}
