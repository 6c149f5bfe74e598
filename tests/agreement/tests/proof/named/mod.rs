//! Payloads with the verdict that OData asks for, by section of the specification or by rule. What is right was decided
//! by reading, not by running.

mod abstracts;
mod again;
mod case;
mod common_form;
mod control;
mod entities;
mod enumerations;
mod grammar;
mod joined;
mod listed;
mod made;
mod once;
mod outside;
mod patterns;
mod tags;
