//! Whole payloads, made up for a schema or real, half of them with mistakes in them; and schemas that are made up.

mod cases;
mod corpus;
mod data;
mod envelopes;
mod invented;
mod likeness;
mod nested;
mod sampled;
pub(crate) mod schemas;
mod table;
mod written;

pub(crate) use corpus::real;
pub(crate) use data::service;
