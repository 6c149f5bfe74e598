//! The target `manifest` of `odatype-targets`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (odatype_targets::target("manifest").run)(bytes));
