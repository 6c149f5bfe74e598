//! Rules in pairs: each pair of rules that one place can carry, said by its type definition, by itself or by an
//! overlay.

mod carrier;
mod items;
mod null;
mod place;
mod rule;
mod types;
mod values;
