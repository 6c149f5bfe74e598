//! The stages from schemas' texts to tables, as those see them who call them. One program, since each takes time to link.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod common;
mod dotted;
mod faults;
mod front_ends;
mod metadata;
mod oddities;
mod open;
mod overlay_members;
mod overlays;
mod reach;
mod slices;
mod tables;
mod versions;
