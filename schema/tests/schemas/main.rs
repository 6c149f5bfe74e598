//! The stages from schemas' texts to tables, as those see them who call them. One program, since each takes time to
//! link.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first thing that is wrong")]

mod common;
mod context_url;
mod dotted;
mod embedded;
mod faults;
mod front_ends;
mod guesses;
mod imports;
mod json_names;
mod metadata;
mod oddities;
mod open;
mod overlay_members;
mod overlays;
mod reach;
mod rules;
mod slices;
mod stand_ins;
mod tables;
mod versions;
