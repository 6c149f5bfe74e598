//! The target `cbor` of `odatype-targets`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (odatype_targets::target("cbor").run)(bytes));
