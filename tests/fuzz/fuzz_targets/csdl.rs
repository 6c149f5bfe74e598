//! The target `csdl` of `odatype-targets`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (odatype_targets::target("csdl").run)(bytes));
