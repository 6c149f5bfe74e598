//! What the strict profile asks beyond shapes: what one may send.
//!
//! A file for each thing that is asked of: values of primitive types, collections, objects, their undeclared members,
//! control information, dynamic values, geographies, and the built-in abstract types.

mod advice;
mod ahead;
mod any;
mod control;
mod dynamic;
mod entity;
mod enumeration;
mod geo;
mod items;
mod object;
mod stated;
mod tag;
mod undeclared;
mod value;

#[cfg(all(test, feature = "validate"))]
mod tests;
