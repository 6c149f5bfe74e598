//! Under construction.
pub mod ident;
