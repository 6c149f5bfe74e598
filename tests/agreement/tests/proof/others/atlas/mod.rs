//! Atlases in a browser: search finds, links lead somewhere, pictures are readable at three sizes, examples are valid,
//! a hostile schema runs nothing, and nothing is said in the console. What is written for other tools is read by them.

mod examples;
mod hostile;
mod libraries;
mod mermaid;
mod page;
mod pictures;
mod rust;
mod update;
mod way;
