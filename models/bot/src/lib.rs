//! A Teams calling bot, and a simulator that plays the service's side. It is no library but something to read, and to copy
//! from: [`bot`] first, then [`call`](mod@call).
//!
//! `cargo run -p odatype-bot --bin conversation` has the two talk over HTTP, and prints who says what to whom.
//!
//! | file | what it is |
//! | --- | --- |
//! | `server` | notifications come in |
//! | `bot` | what is done with each |
//! | `call` | what is known of a call |
//! | `service` | requests to the service, with a deadline, tries and typed errors |
//! | `settings`, `notes`, `http` | what it is told, what it says, one request |
//! | `simulator` | the service, for the test and to watch |
//!
//! What it leaves to others: getting tokens, checking the service's, TLS, and the media themselves.

pub mod bot;
pub mod call;
mod http;
pub mod notes;
pub mod server;
mod service;
pub mod settings;
pub mod simulator;
